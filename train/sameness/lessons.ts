import { extract } from "../../src/core/article/index.ts"
import { attribute } from "../../src/core/attribute/index.ts"
import { cluesOf, pairsIn, type Sides, sidesOf } from "../../src/core/claim/index.ts"
import type { Agent, Article, Attribution, Prose, Statement, Tagged } from "../../src/core/data.ts"
import type { Model } from "../../src/core/index.ts"
import { resolve } from "../../src/core/resolve/index.ts"
import { segment } from "../../src/core/segment/index.ts"
import type { Span } from "../../src/core/span.ts"
import { tag } from "../../src/core/tag/index.ts"
import type { Annotated, Mark } from "./annotated.ts"

/** An annotated article as the claim stage sees it: the marked statements, and between them those that the tagger finds besides. */
export interface Story {
  readonly name: string
  readonly fold: string
  readonly complete: boolean
  readonly text: string
  readonly sides: Sides
  readonly agents: readonly Agent[]
  /** The mark of each statement; null for those found besides. */
  readonly marks: readonly (Mark | null)[]
}

/** Statements with sources, cues and contents as marked; stances too. What is learnt is grouping, not finding. */
export function storyOf(annotated: Annotated, model: Model): Story {
  const article = extract(annotated.record)
  const shift = annotated.record.kind === "record" ? article.text.length - annotated.record.text.length : 0
  const prose = segment(article)
  const tagged = tag(prose, model.tagging)
  const marks = annotated.marks.map(mark => moved(mark, shift))
  const found = attribute(prose, tagged, model.attribution)
  const { attributions, of } = merged({ article, prose, tagged }, marks, found)
  const resolved = resolve(article, prose, tagged, attributions)
  const own = resolved.statements.map(each => of.get(keyOf(each.cue, each.content)) ?? null)
  const statements = resolved.statements.map((each, at): Statement => (own[at] ? { ...each, stance: own[at].stance } : each))
  return { ...annotated, text: article.text, sides: sidesOf(statements, resolved.agents), agents: resolved.agents, marks: own }
}

function moved(mark: Mark, shift: number): Mark {
  const move = ({ start, end }: Span) => ({ start: start + shift, end: end + shift })
  return { ...mark, cue: mark.cue && move(mark.cue), content: mark.content.map(move) }
}

function keyOf(cue: Span | null, content: readonly Span[]): string {
  return `${cue?.start ?? ""} ${content[0]?.start ?? ""}`
}

interface Read {
  readonly article: Article
  readonly prose: Prose
  readonly tagged: Tagged
}

/** Marks as attributions, and the found ones that touch none of them. */
function merged(read: Read, marks: readonly Mark[], found: readonly Attribution[]) {
  const meets = (a: Span | null | undefined, b: Span | null | undefined) => a && b && a.start < b.end && b.start < a.end
  const free = found.filter(
    each =>
      each.continues === null &&
      !marks.some(mark => meets(mark.cue, each.cue) || (each.content.length > 0 && mark.content[0]?.start === each.content[0]!.start)),
  )
  const of = new Map(marks.map(mark => [keyOf(mark.cue, mark.content), mark]))
  const attributions = [...marks.map(mark => attributionOf(read, mark, found)), ...free]
  return { attributions, of }
}

/** The source is where the found attribution of the same cue has it, or else the name's nearest mention. */
function attributionOf({ prose, tagged, article }: Read, { cue, content, source }: Mark, found: readonly Attribution[]): Attribution {
  const near = cue?.start ?? content[0]?.start ?? 0
  const same = cue && found.find(each => each.cue && each.cue.start < cue.end && cue.start < each.cue.end)
  return {
    source: (source && nearest(article.text, source, near)) || (same ? same.source : null),
    cue,
    cueHead: cue && headIn(prose, tagged, cue),
    content,
    continues: null,
    confidence: 1,
    rule: "marked",
  }
}

/** Where a name, or its last word, stands nearest to a place. */
function nearest(text: string, name: string, near: number): Span | null {
  for (const words of [name, name.split(" ").at(-1)!]) {
    let best: Span | null = null
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      if (!best || Math.abs(at - near) < Math.abs(best.start - near)) best = { start: at, end: at + words.length }
    if (best) return best
  }
  return null
}

function headIn({ tokens }: Prose, { heads, tags }: Tagged, cue: Span): number {
  const inside = [...tokens.keys()].filter(at => tokens[at]!.start < cue.end && tokens[at]!.end > cue.start)
  const words = inside.filter(at => /^(VB|NN)/.test(tags[at]!))
  return words.find(at => !inside.includes(heads[at]!)) ?? words[0] ?? inside[0]!
}

/** Two statements to learn from: their clues, and whether they are of one claim. */
export interface Lesson {
  readonly clues: readonly number[]
  readonly isSame: boolean
  /** How much it counts. */
  readonly worth: number
}

/** The pairs that the claim stage compares, where readers would agree about them. */
export function lessonsOf({ sides, marks, complete }: Story): Lesson[] {
  return pairsIn(sides).flatMap(pair => {
    const [a, b] = [marks[pair.first.at], marks[pair.then.at]]
    if (!a || !b || a.optional || b.optional) return []
    const isSame = a.claims.some(claim => b.claims.includes(claim))
    return { clues: cluesOf(pair), isSame, worth: isSame ? 1 : worthOf(a, b, complete) }
  })
}

/** Where claims were not marked throughout, a statement without one may well share another's; and two without one teach least. */
function worthOf(a: Mark, b: Mark, complete: boolean): number {
  if (a.claims.length > 0 && b.claims.length > 0) return 1
  if (a.claims.length > 0 || b.claims.length > 0) return complete ? 1 : 0.3
  return complete ? 0.5 : 0.15
}
