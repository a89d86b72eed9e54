import { loadModel } from "../../model/index.ts"
import { type Reading, read, type Statement } from "../../src/core/index.ts"
import type { Span } from "../../src/core/span.ts"
import type { GoldArticle, GoldStatement, Pair } from "./article.ts"

/** An article with its reading, and which statement was read for which of the gold. */
export interface Matched {
  readonly article: GoldArticle
  readonly reading: Reading
  readonly found: ReadonlyMap<GoldStatement, Statement>
  /** Statements read that the gold has not; those of the headline, of optional gold and mere pieces of found ones are left out. */
  readonly extra: readonly Statement[]
}

const MODEL = loadModel()

/** Reads an article and matches what is read, one to one, best first. */
export function matched(article: GoldArticle): Matched {
  const { id, publisher, published, title, text } = article
  const page = { kind: "record", url: `https://invented.example/${id}`, publisher, title, text } as const
  const reading = read(published ? { ...page, published } : page, MODEL)
  const shift = reading.article.text.indexOf(text)
  const statements = reading.statements.filter(each => placeOf(each) >= shift)
  const found = pairs(article, statements, shift)
  const taken = new Set(found.values())
  return { article, reading, found, extra: statements.filter(each => !taken.has(each) && !isPiece(each, found, shift)) }
}

function placeOf({ content, cue }: Statement): number {
  return content[0]?.start ?? cue?.start ?? 0
}

function pairs(article: GoldArticle, statements: readonly Statement[], shift: number): ReadonlyMap<GoldStatement, Statement> {
  const all = article.statements.flatMap(gold =>
    statements.flatMap(given => {
      const like = likeness(gold, given, shift)
      return like > 0 ? [{ gold, given, like }] : []
    }),
  )
  const found = new Map<GoldStatement, Statement>()
  const taken = new Set<Statement>()
  for (const { gold, given } of all.sort(
    (a, b) => b.like - a.like || Number(a.gold.optional ?? false) - Number(b.gold.optional ?? false),
  )) {
    if (found.has(gold) || taken.has(given)) continue
    found.set(gold, given)
    taken.add(given)
  }
  return found
}

const SILENT = new Set(["declines", "unanswered"])
/** Up to so many characters the matter of a silence is too short to be compared: “the report”, “to comment”. */
const THIN = 40

/** How much of two contents is shared, where that and the cues are enough to call them one statement; else 0. */
function likeness(gold: GoldStatement, given: Statement, shift: number): number {
  const contents = gold.at.content.map(pair => moved(pair, shift))
  const like = sharedPart(contents, given.content)
  const cues = gold.at.cue && given.cue ? sharedLength([moved(gold.at.cue, shift)], [given.cue]) > 0 : null
  const silent = SILENT.has(gold.stance) && SILENT.has(given.stance)
  if (cues && silent && length(contents) <= THIN) return Math.max(like, 0.5)
  if (cues) return like >= 0.5 ? like : 0
  return cues === null && like >= 0.8 ? like : 0
}

/** A piece of a found statement with its stance says nothing more: four fifths of it lie inside. */
function isPiece(given: Statement, found: ReadonlyMap<GoldStatement, Statement>, shift: number): boolean {
  const inside = [...found.keys()].filter(gold => gold.stance === given.stance).map(gold => gold.at.content.map(pair => moved(pair, shift)))
  const whole = length(given.content)
  return whole > 0 && inside.some(spans => sharedLength(given.content, spans) >= 0.8 * whole && whole < length(spans))
}

function moved([start, end]: Pair, shift: number): Span {
  return { start: start + shift, end: end + shift }
}

function sharedPart(a: readonly Span[], b: readonly Span[]): number {
  const total = length(a) + length(b)
  return total > 0 ? (2 * sharedLength(a, b)) / total : 0
}

function sharedLength(a: readonly Span[], b: readonly Span[]): number {
  const both = a.flatMap(x => b.map(y => Math.min(x.end, y.end) - Math.max(x.start, y.start)))
  return both.filter(each => each > 0).reduce((sum, each) => sum + each, 0)
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}
