import type { Stance, Statement } from "../../src/core/index.ts"
import { slice } from "../../src/core/span.ts"
import { likeness, namedAlike, words } from "../words.ts"
import type { GoldStatement } from "./article.ts"
import type { Matched } from "./match.ts"

/** How many are right of how many. */
export interface Tally {
  readonly right: number
  readonly of: number
}

/** Precision and recall of one class. */
export interface ClassScore {
  readonly name: string
  readonly precision: Tally
  readonly recall: Tally
}

export interface ArticleScore {
  readonly classes: readonly ClassScore[]
  /** Fields of the statements found, where gold has them. */
  readonly fields: readonly (Tally & { readonly name: string })[]
}

/** A field of a found statement that is not as gold has it, or a statement missed or invented. */
export interface Miss {
  readonly where: string
  readonly what: string
  readonly want: string
  readonly got: string
}

const STANCES: readonly Stance[] = ["asserts", "confirms", "denies", "declines", "unanswered"]

/** Scores all articles together. Optional gold is neither wanted nor punished. */
export function scoreArticles(all: readonly Matched[]): ArticleScore {
  const classes = [
    classOf(
      "statements",
      all,
      () => true,
      () => true,
    ),
    ...STANCES.map(stance =>
      classOf(
        stance,
        all,
        gold => gold.stance === stance,
        given => given.stance === stance,
      ),
    ),
    unnamedOf(all),
    aboutOf(all),
  ]
  const fields = Object.entries(FIELDS).map(([name, field]) => {
    const judged = all.flatMap(each => [...each.found].flatMap(([gold, given]) => (wanted(gold) ? (field(gold, given, each) ?? []) : [])))
    return { name, right: judged.filter(({ right }) => right).length, of: judged.length }
  })
  return { classes, fields }
}

function wanted({ optional }: GoldStatement): boolean {
  return !optional
}

/** A statement read counts for a class when both say so; of optional gold it counts nowhere. */
function classOf(
  name: string,
  all: readonly Matched[],
  isGold: (gold: GoldStatement) => boolean,
  isGiven: (given: Statement) => boolean,
): ClassScore {
  const golds = all.flatMap(({ article, found }) =>
    article.statements.filter(each => wanted(each) && isGold(each)).map(each => found.get(each)),
  )
  const given = all.flatMap(({ found, extra }) => [
    ...[...found].filter(([gold]) => wanted(gold)),
    ...extra.map(each => [null, each] as const),
  ])
  const mine = given.filter(([, each]) => isGiven(each))
  return {
    name,
    recall: { right: golds.filter(each => each && isGiven(each)).length, of: golds.length },
    precision: { right: mine.filter(([gold]) => gold && isGold(gold)).length, of: mine.length },
  }
}

/** Of the statements found: whether a source is one that is not named. */
function unnamedOf(all: readonly Matched[]): ClassScore {
  const both = all.flatMap(each =>
    [...each.found].flatMap(([gold, given]) => (wanted(gold) && gold.source ? [[gold, kindOf(given, each) === "unnamed"] as const] : [])),
  )
  const dark = both.filter(([gold]) => gold.source?.kind === "unnamed")
  const said = both.filter(([, unnamed]) => unnamed)
  const right = dark.filter(([, unnamed]) => unnamed).length
  return { name: "unnamed source", recall: { right, of: dark.length }, precision: { right, of: said.length } }
}

/** Pairs of statements that speak of one claim. */
function aboutOf(all: readonly Matched[]): ClassScore {
  const pairs = all.flatMap(each => {
    const golds = each.article.statements.filter(wanted)
    return golds.flatMap((a, at) =>
      golds.slice(at + 1).map(b => ({
        same: a.about !== undefined && a.about === b.about,
        judged: Boolean(a.about ?? b.about),
        said: shareClaim(a, b, each),
      })),
    )
  })
  const right = pairs.filter(({ same, said }) => same && said).length
  return {
    name: "about (pairs)",
    recall: { right, of: pairs.filter(({ same }) => same).length },
    precision: { right, of: pairs.filter(({ judged, said }) => judged && said).length },
  }
}

function shareClaim(a: GoldStatement, b: GoldStatement, { found, reading }: Matched): boolean {
  const ids = [found.get(a)?.id, found.get(b)?.id]
  return ids.every(id => id !== undefined) && reading.claims.some(({ statements }) => ids.every(id => statements.includes(id!)))
}

type Judged = { readonly right: boolean; readonly want: string; readonly got: string }
type Field = (gold: GoldStatement, given: Statement, each: Matched) => Judged | undefined

function kindOf(given: Statement, { reading }: Matched): string {
  return reading.agents.find(({ id }) => id === given.source?.agent)?.kind ?? "none"
}

function name(id: string | null | undefined, { reading }: Matched): string {
  return reading.agents.find(agent => agent.id === id)?.name ?? "none"
}

function wordsAt(span: { readonly start: number | null; readonly end: number | null } | null, { reading }: Matched): string {
  return span && span.start !== null && span.end !== null ? slice(reading.article.text, { start: span.start, end: span.end }) : "none"
}

function judged(want: string, got: string, right = want === got): Judged {
  return { right, want, got }
}

/** Those who are described rather than named may be described at length: every word wanted is there. */
const DESCRIBED = new Set(["unnamed", "document", "group"])

function agentAlike(want: string, id: string | null | undefined, each: Matched): boolean {
  const agent = each.reading.agents.find(agent => agent.id === id)
  if (!agent) return false
  const described = DESCRIBED.has(agent.kind) && words(want).every(word => words(agent.name).includes(word))
  return described || namedAlike(want, agent.name)
}

/** Of a source that is not named half the words suffice where it stands. */
function sourceField(gold: GoldStatement, given: Statement, each: Matched): Judged | undefined {
  if (!gold.source) return undefined
  const { name: want, kind } = gold.source
  const alike = kind === "unnamed" && likeness(words(want), words(wordsAt(given.source, each))) >= 0.5
  return judged(want, name(given.source?.agent, each), alike || agentAlike(want, given.source?.agent, each))
}

function relayField(gold: GoldStatement, given: Statement, each: Matched): Judged {
  const want = gold.relayedBy ?? []
  const got = given.relayedBy.map(id => name(id, each))
  const right = want.length === got.length && want.every((hop, at) => agentAlike(hop, given.relayedBy[at], each))
  return judged(want.join(" < ") || "none", got.join(" < ") || "none", right)
}

const FIELDS: Readonly<Record<string, Field>> = {
  "source right": sourceField,
  "source kind": (gold, given, each) => (gold.source ? judged(gold.source.kind, kindOf(given, each)) : undefined),
  "stance right": (gold, given) => judged(gold.stance, given.stance),
  "act right": (gold, given) => (gold.act ? judged(gold.act, given.act) : undefined),
  "form right": (gold, given) => (gold.content.length > 0 ? judged(gold.form, given.form) : undefined),
  "relay exact": (gold, given, each) => (gold.relayedBy ? relayField(gold, given, each) : undefined),
  "no relay where none is": (gold, given, each) => (gold.relayedBy ? undefined : relayField(gold, given, each)),
  "said right": (gold, given) => (gold.said ? judged(gold.said, given.said?.value ?? "none") : undefined),
  "not said where untold": (gold, given) => (gold.said ? undefined : judged("none", given.said?.value ?? "none")),
  "speaks for": (gold, given, each) => {
    const speaker = each.reading.agents.find(({ id }) => id === given.source?.agent)
    return gold.actsFor ? judged(gold.actsFor, name(speaker?.actsFor, each), agentAlike(gold.actsFor, speaker?.actsFor, each)) : undefined
  },
  citing: (gold, given) => (gold.citing ? judged(gold.citing, given.citing?.kind ?? "none") : undefined),
  venue: (gold, given, each) => (gold.venue ? wordsField(gold.venue, wordsAt(given.venue, each)) : undefined),
  "to whom": (gold, given, each) => {
    if (!gold.to) return undefined
    const agent = name(given.to?.agent, each)
    return agent !== "none" && namedAlike(gold.to, agent) ? judged(gold.to, agent, true) : wordsField(gold.to, wordsAt(given.to, each))
  },
  "asked by": (gold, given, each) =>
    gold.askedBy
      ? judged(gold.askedBy, name(given.askedBy?.agent, each), namedAlike(gold.askedBy, name(given.askedBy?.agent, each)))
      : undefined,
}

function wordsField(want: string, got: string): Judged {
  return judged(want, got, likeness(words(want), words(got)) >= 0.6)
}

/** Everything amiss, in the order of the articles. */
export function missesOf(all: readonly Matched[]): Miss[] {
  return all.flatMap(each => {
    const { article, found, extra } = each
    const missed = article.statements.filter(gold => wanted(gold) && !found.has(gold))
    const wrong = [...found]
      .filter(([gold]) => wanted(gold))
      .flatMap(([gold, given]) =>
        Object.entries(FIELDS).flatMap(([what, field]) => {
          const judged = field(gold, given, each)
          return judged && !judged.right ? [{ where: gold.id, what, want: judged.want, got: judged.got }] : []
        }),
      )
    return [
      ...missed.map(gold => ({
        where: gold.id,
        what: `missed (${gold.stance})`,
        want: `${gold.cue ?? ""}: ${gold.content.join(" … ")}`,
        got: "none",
      })),
      ...extra.map(given => ({
        where: article.id,
        what: `not gold (${given.stance})`,
        want: "none",
        got: `${wordsAt(given.cue, each)}: ${given.content.map(span => wordsAt(span, each)).join(" … ")}`,
      })),
      ...wrong,
    ]
  })
}
