import fc from "fast-check"
import type { Agent, Claim, Gist, Reading, Span, Stance, Statement } from "../../src/core/index.ts"
import { FORMATS, type Format } from "../../src/core/index.ts"

export function format(name: string): Format {
  return FORMATS.find(each => each.name === name)!
}

/** The words' place in the text; which of several, counted from 1. */
export function at(text: string, words: string, which = 1): Span {
  let start = -1
  for (let found = 0; found < which; found++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new RangeError(`“${words}” does not stand ${which} times in the text`)
  return { start, end: start + words.length }
}

export function agent(id: string, name: string, more: Partial<Agent> = {}): Agent {
  return { id, name, kind: "person", roles: [], actsFor: null, mentions: [], ...more }
}

/** Of a content without words. */
const EMPTY_GIST: Gist = {
  terms: [],
  people: [],
  predicate: null,
  doers: [],
  objects: [],
  numbers: [],
  anchors: [],
  points: null,
  setting: [],
}

export function statement(id: string, more: Partial<Statement> = {}): Statement {
  return {
    id,
    source: null,
    cue: null,
    content: [],
    gist: EMPTY_GIST,
    form: "indirect",
    stance: "asserts",
    act: "assertive",
    certainty: "certain",
    polarity: "positive",
    about: null,
    relayedBy: [],
    citing: null,
    unnamed: null,
    said: null,
    venue: null,
    to: null,
    askedBy: null,
    confidence: 0.9,
    rule: "chain",
    continues: null,
    known: { source: "stated" },
    ...more,
  }
}

export function readingOf(text: string, more: Partial<Omit<Reading, "article">> & { article?: Partial<Reading["article"]> } = {}): Reading {
  const { article, ...rest } = more
  const blocks = [...text.matchAll(/\S[^\n]*/g)].map(({ index, 0: line }) => ({
    role: "paragraph" as const,
    start: index,
    end: index + line.length,
  }))
  return {
    article: {
      id: "article_1",
      url: "https://harborpost.example/1",
      publisher: "The Harbor Post",
      title: "Gate Was Open, Engineer Says",
      authors: ["Ida Munk"],
      published: "2025-10-14",
      modified: null,
      language: "en",
      text,
      blocks,
      ...article,
    },
    agents: [],
    statements: [],
    claims: [],
    doubts: [],
    ...rest,
  }
}

/** A story with a claim that is denied, one relayed within another’s words, and a call that nobody returned. */
export function gateStory(): Reading {
  const text = [
    "The sluice gate had been left open, Elena Ruiz, the port’s engineer, told the Harbor Post on Tuesday.",
    "“That is false,” said Ivo Brask, a spokesman for the ferry line.",
    "Coast Radio reported that an official had said the crew knew. Lena Ott did not return a call. 🚢",
  ].join("\n\n")
  const ruiz = agent("a1", "Elena Ruiz", { roles: ["the port’s engineer"] })
  const brask = agent("a2", "Ivo Brask", { actsFor: "a3" })
  const line = agent("a3", "the ferry line", { kind: "organization" })
  const radio = agent("a4", "Coast Radio", { kind: "publication" })
  const official = agent("a5", "an official", { kind: "unnamed" })
  const ott = agent("a6", "Lena Ott")
  const by = (id: string, words: string) => ({ agent: id, ...at(text, words) })
  const cue = (words: string, lemma: string) => ({ ...at(text, words), lemma })
  const statements = [
    statement("s1", {
      source: by("a1", "Elena Ruiz, the port’s engineer"),
      cue: cue("told", "tell"),
      content: [at(text, "The sluice gate had been left open")],
      to: { agent: null, ...at(text, "the Harbor Post") },
      said: { value: "2025-10-14", known: "inferred", ...at(text, "Tuesday") },
      about: { statement: null, claim: "c2" },
    }),
    statement("s2", {
      source: by("a2", "Ivo Brask, a spokesman for the ferry line"),
      cue: cue("said", "say"),
      content: [at(text, "“That is false,”")],
      form: "direct",
      stance: "denies",
      about: { statement: "s1", claim: "c2" },
    }),
    statement("s3", {
      source: by("a4", "Coast Radio"),
      cue: cue("reported", "report"),
      content: [at(text, "that an official had said the crew knew")],
    }),
    statement("s4", {
      source: by("a5", "an official"),
      cue: cue("had said", "say"),
      content: [at(text, "the crew knew")],
      relayedBy: ["a4"],
    }),
    statement("s5", { source: by("a6", "Lena Ott"), cue: cue("did not return a call", "return"), stance: "unanswered" }),
  ]
  const claims: readonly Claim[] = [
    {
      id: "c1",
      text: "the crew knew",
      statements: ["s3", "s4"],
      positions: [
        { agent: "a5", stance: "asserts", statements: ["s4"] },
        { agent: "a4", stance: "asserts", statements: ["s3"] },
      ],
      origins: [{ kind: "unnamed", agent: "a4", statements: ["s4"] }],
    },
    {
      id: "c2",
      text: "The sluice gate had been left open",
      statements: ["s1", "s2"],
      positions: [
        { agent: "a2", stance: "denies", statements: ["s2"] },
        { agent: "a1", stance: "asserts", statements: ["s1"] },
      ],
      origins: [{ kind: "named", agent: "a1", statements: ["s1"] }],
    },
  ]
  const doubts = [{ rule: "no-agent", says: "Which official is meant is not told", candidates: [], ...at(text, "an official") }]
  return readingOf(text, { agents: [ruiz, brask, line, radio, official, ott], statements, claims, doubts })
}

// ── Any reading ─────────────────────────────────────────────────────────────────────────────────

/** Pieces that have broken formats: quotation marks, commas, markup, formulas, controls, wide and astral characters, stray surrogates. */
const PIECES = [
  "the gate",
  " ",
  "said",
  "“",
  "”",
  '"',
  "'",
  ",",
  ";",
  "\t",
  "\r\n",
  "\n",
  "\n\n",
  "=1+1",
  "-2",
  "@x",
  "＝",
  "<script>alert(1)</script>",
  "</p>",
  "&amp;",
  "<!--",
  "🚢",
  "👩‍🚒",
  "港口",
  "e\u0301",
  "\u0000",
  "\u001b[31m",
  "\u202e",
  "\u2028",
  "\ud83d",
  "\udea2",
  "x".repeat(90),
]
const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map(pieces => pieces.join(""))
const STANCES: readonly Stance[] = ["asserts", "confirms", "denies", "declines", "unanswered"]

/** A span that splits no character. */
function spanIn(text: string): fc.Arbitrary<Span> {
  const stops = [0]
  for (const character of text) stops.push(stops.at(-1)! + character.length)
  return fc
    .tuple(fc.nat(stops.length - 1), fc.nat(stops.length - 1))
    .map(([a, b]) => ({ start: stops[Math.min(a, b)]!, end: stops[Math.max(a, b)]! }))
}

function statementIn(text: string, id: string, agents: readonly Agent[]): fc.Arbitrary<Statement> {
  const span = spanIn(text)
  const who = agents.length > 0 ? fc.constantFrom(...agents.map(each => each.id)) : fc.constant(null)
  const known = fc.record({ agent: who, span: fc.option(span) })
  return fc.record({
    id: fc.constant(id),
    source: fc.option(known.map(({ agent, span }) => ({ agent, start: span?.start ?? null, end: span?.end ?? null }))),
    cue: fc.option(span.map(each => ({ ...each, lemma: "say" }))),
    content: fc.array(span, { maxLength: 3 }).map(apart),
    gist: fc.record({
      terms: fc.array(words, { maxLength: 3 }),
      people: agents.length > 0 ? fc.subarray(agents.map(each => each.id)) : fc.constant([]),
      predicate: fc.option(words),
      doers: fc.array(words, { maxLength: 1 }),
      objects: fc.array(words, { maxLength: 1 }),
      numbers: fc.array(words, { maxLength: 1 }),
      anchors: fc.array(words, { maxLength: 1 }),
      points: fc.option(fc.record({ noun: words, owner: who })),
      setting: fc.array(words, { maxLength: 2 }),
    }),
    form: fc.constantFrom("direct" as const, "indirect" as const, "mixed" as const),
    stance: fc.constantFrom(...STANCES),
    act: fc.constantFrom("assertive" as const, "directive" as const, "attitude" as const),
    certainty: fc.constantFrom("certain" as const, "probable" as const, "possible" as const),
    polarity: fc.constantFrom("positive" as const, "negative" as const),
    about: fc.constant(null),
    relayedBy: agents.length > 0 ? fc.subarray(agents.map(each => each.id)) : fc.constant([]),
    citing: fc.option(span.map(each => ({ ...each, kind: "document" as const, agents: [] }))),
    unnamed: fc.option(
      span.map(each => ({ count: { ...each, value: 2 }, described: each, access: null, terms: each, reason: null, told: null })),
    ),
    said: fc.option(span.map(each => ({ ...each, value: "XXXX-11-10", known: "inferred" as const }))),
    venue: fc.option(span),
    to: fc.option(span.map(each => ({ ...each, agent: null }))),
    askedBy: fc.constant(null),
    confidence: fc.constant(0.5),
    rule: fc.constantFrom("chain", "nested"),
    continues: fc.constant(null),
    known: fc.constant({ source: "stated" as const }),
  })
}

/** In text order, none touching another. */
function apart(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  return sorted.filter(({ start, end }, index) => start < end && sorted.slice(0, index).every(before => before.end < start))
}

function claimsOf(statements: readonly Statement[]): readonly Claim[] {
  return statements.map(({ id, source, stance }, index) => ({
    id: `c${index}`,
    text: id.repeat(3),
    statements: [id],
    positions: source?.agent ? [{ agent: source.agent, stance, statements: [id] }] : [],
    origins: source?.agent ? [{ kind: "named", agent: source.agent, statements: [id] }] : [],
  }))
}

/** Readings of every shape the types allow: spans that nest, cross, run over paragraphs, or hold nothing. */
export const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    text: fc.array(words, { maxLength: 8 }).map(all => all.join(" ")),
    names: fc.array(words, { maxLength: 3 }),
    title: fc.option(words),
    url: fc.option(fc.constantFrom('https://bell.example/?a=1&b="2"', "javascript:alert(1)")),
  })
  .chain(({ text, names, title, url }) => {
    const agents = names.map((name, index) => agent(`a${index}`, name, { roles: [name, `${name} of the port`] }))
    const statements = fc
      .nat(6)
      .chain(count => fc.tuple(...Array.from({ length: count }, (_, index) => statementIn(text, `s${index + 1}`, agents))))
    const doubts = fc.array(
      fc.tuple(spanIn(text), words).map(([span, says]) => ({ ...span, rule: "who", says, candidates: [says] })),
      { maxLength: 2 },
    )
    return fc
      .tuple(statements, doubts)
      .map(([statements, doubts]) => readingOf(text, { article: { title, url }, agents, statements, claims: claimsOf(statements), doubts }))
  })
