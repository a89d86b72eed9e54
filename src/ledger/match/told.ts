import type { Act, AgentKind, Article, Form, Gist, Reading, Span, Stance, Statement } from "../../core/index.ts"
import { bareWords, contentWords, matterOf, quotedWords, wordsIn } from "./words.ts"

/** A recorded statement as matching sees it, whatever its article. All agents by their ids in the ledger. */
export interface Told {
  readonly id: string
  readonly article: string
  /** The outlet whose article it stands in; null when the page names none. */
  readonly outlet: string | null
  /** ISO 8601 as far as the page states it. */
  readonly published: string | null
  /** Which of the recorded articles, counted from 0 in the order they were recorded. */
  readonly order: number
  /** Which statement of its article, counted from 0 in text order. */
  readonly place: number
  /** Who takes the stance; null when nobody is named. */
  readonly source: string | null
  readonly kind: AgentKind | null
  /** The source, or the one for whom it speaks. */
  readonly voice: string | null
  /** How the article names an unnamed source: “a senior official”. */
  readonly unnamed: string | null
  readonly relays: readonly string[]
  readonly citing: "anonymous" | "named" | "document" | null
  readonly cited: readonly string[]
  readonly to: string | null
  readonly stance: Stance
  readonly polarity: "positive" | "negative"
  readonly act: Act
  readonly form: Form
  readonly confidence: number
  readonly gist: Gist
  /** Families of the content's words, each once; see `contentWords`. */
  readonly words: readonly string[]
  /** Families of the words around it in its paragraph, its own with them. */
  readonly around: readonly string[]
  /** What its article is about; see `matterOf`. The same for all statements of an article. */
  readonly matter: readonly string[]
  /** Words between quotation marks, as they follow one another. */
  readonly quoted: readonly string[]
  /** EDTF; null when it is not told. */
  readonly said: string | null
  /** The article's own claim it belongs to; null when it says nothing. */
  readonly hint: string | null
  readonly cue: Span | null
  readonly content: readonly Span[]
}

/** Who is who: the ledger's id of an article's agent. */
export type AgentIds = ReadonlyMap<string, string>

/** A reading's statements as matching sees them. `ids` gives the ledger's agent for each of the article's; `order` is the article's number. */
export function toldOf(reading: Reading, ids: AgentIds, outlet: string | null, order: number): readonly Told[] {
  const kinds = new Map(reading.agents.map(agent => [agent.id, agent]))
  const matter = matterOf(reading.article.text)
  return reading.statements.map((statement, place) => {
    const speaker = statement.source?.agent ? kinds.get(statement.source.agent) : undefined
    const known = (id: string | null | undefined) => (id ? (ids.get(id) ?? id) : null)
    const all = (agents: readonly string[]) => [...new Set(agents.map(id => ids.get(id) ?? id))]
    return {
      id: statement.id,
      article: reading.article.id,
      outlet,
      published: reading.article.published,
      order,
      place,
      source: known(statement.source?.agent),
      kind: speaker?.kind ?? null,
      voice: known(speaker?.actsFor ?? speaker?.id),
      unnamed: speaker?.kind === "unnamed" ? speaker.name : null,
      relays: all(statement.relayedBy),
      citing: statement.citing?.kind ?? null,
      cited: all(statement.citing?.agents ?? []),
      to: known(statement.to?.agent),
      stance: statement.stance,
      polarity: statement.polarity,
      act: statement.act,
      form: statement.form,
      confidence: statement.confidence,
      gist: gistOf(statement.gist, ids),
      ...wordsOf(reading.article, statement, ids),
      matter,
      said: statement.said?.value ?? null,
      hint: statement.about?.claim ?? null,
      cue: statement.cue,
      content: statement.content,
    }
  })
}

function gistOf(gist: Gist, ids: AgentIds): Gist {
  const known = (id: string) => ids.get(id) ?? id
  const all = (list: readonly string[]) => [...new Set(list.map(known))]
  const { points } = gist
  return {
    ...gist,
    terms: all(gist.terms),
    people: all(gist.people),
    doers: all(gist.doers),
    objects: all(gist.objects),
    setting: all(gist.setting),
    points: points && { ...points, owner: points.owner && known(points.owner) },
  }
}

function wordsOf(article: Article, { content, cue, form, gist }: Statement, ids: AgentIds): Pick<Told, "words" | "around" | "quoted"> {
  const text = content.map(({ start, end }) => article.text.slice(start, end)).join(" … ")
  const agents = gist.terms.flatMap(term => ids.get(term) ?? [])
  return {
    words: [...new Set([...contentWords(gist.terms.filter(term => !ids.has(term))), ...agents])],
    around: wordsAround(article, content[0]?.start ?? cue?.start ?? 0),
    quoted: form === "direct" ? wordsIn(text) : quotedWords(text),
  }
}

/** The paragraph, as far as it stands near. */
function wordsAround({ text, blocks }: Article, at: number): readonly string[] {
  const block = blocks[firstEndingAfter(blocks, at)]
  const from = Math.max(block?.start ?? 0, at - AROUND)
  return bareWords(text.slice(from, Math.min(block?.end ?? text.length, at + AROUND)))
}

/** Code units before and behind. */
const AROUND = 450

/** The first block that ends behind an offset. */
function firstEndingAfter(blocks: readonly Span[], offset: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (blocks[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}
