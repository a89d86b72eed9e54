import type { Article, Block, Role } from "../../src/core/data.ts"
import type { Span } from "../../src/core/span.ts"

/** Where gold says a statement stands, in words of its article. */
export interface Anchor {
  /** Null where a quotation goes on without one. */
  readonly cue: string | null
  /** The words themselves, or the first and the last with “ … ” between them. Null where none are said: “did not respond”. */
  readonly content: string | null
  /** Words of the paragraph meant, where cue and content alone stand in several. */
  readonly near?: string
}

export interface Place {
  readonly cue: Span | null
  /** From the first word to the last; a cue may stand in the middle. */
  readonly content: Span | null
}

/** Headlines, deks and captions are not in the gold. */
const BODY = new Set<Role>(["paragraph", "list-item", "blockquote"])

/**
 * The place in an article's body that an anchor means: of all that fit, the one whose cue and content stand nearest to each other.
 * Throws where none fits, or where two fit alike: gold must be exact.
 */
export function placeOf(article: Article, anchor: Anchor): Place {
  const blocks = article.blocks.filter(block => BODY.has(block.role) && textOf(article, block).includes(anchor.near ?? ""))
  const places = blocks.flatMap(block => placesIn(textOf(article, block), block.start, anchor))
  const [best, next] = places.sort((a, b) => apart(article.text, a) - apart(article.text, b))
  const told = `“${anchor.cue ?? ""}” with “${anchor.content ?? ""}” in ${article.url}`
  if (!best) throw new Error(`Gold that stands nowhere: ${told}`)
  if (next && apart(article.text, next) === apart(article.text, best))
    throw new Error(`Gold that stands in two places (say which with "near"): ${told}`)
  return best
}

function textOf({ text }: Article, { start, end }: Block): string {
  return text.slice(start, end)
}

function placesIn(text: string, from: number, { cue, content }: Anchor): Place[] {
  const cues = cue === null ? [null] : occurrences(text, cue, from)
  const contents = content === null ? [null] : stretches(text, content, from)
  return cues.flatMap(cue => contents.map(content => ({ cue, content })))
}

/** How many characters lie between cue and content; a cue that interrupts a quotation stands at it. */
function apart(text: string, { cue, content }: Place): number {
  if (!cue || !content) return 0
  if (cue.start >= content.start && cue.end <= content.end) return interrupts(text.slice(content.start, cue.start)) ? 0 : ELSEWHERE
  const between = text.slice(Math.min(cue.end, content.end), Math.max(cue.start, content.start))
  return between.length + (SENTENCE_END.test(between) ? ELSEWHERE : 0)
}

const SENTENCE_END = /(?<!\b(?:Mr|Mrs|Ms|Dr))[.!?][”’]?\s+(?:[A-Z“‘]|$)/

/** A word of the content that only looks like the cue, “what I told you”, and a cue of another sentence are farther than any other. */
const ELSEWHERE = 1000

/** Whether the quotation marks in words before a cue have closed: “The gate was open,” Ott … */
function interrupts(before: string): boolean {
  return before.search(/[”’]\s[^“‘]*$/) > Math.max(before.lastIndexOf("“"), before.lastIndexOf("‘"))
}

function stretches(text: string, content: string, from: number): Span[] {
  const [first = "", last] = content.split(" … ")
  const starts = occurrences(text, first, from)
  if (last === undefined) return starts
  return starts.flatMap(({ start, end }) => {
    const at = text.indexOf(last, end - from)
    return at < 0 ? [] : [{ start, end: from + at + last.length }]
  })
}

/** Where words stand in a text, not as part of longer words. */
function occurrences(text: string, sought: string, from: number): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const whole = !/\w/.test(text[at - 1] ?? " ") || !/\w/.test(sought[0]!)
    const ends = !/\w/.test(text[at + sought.length] ?? " ") || !/\w/.test(sought.at(-1)!)
    if (whole && ends) found.push({ start: from + at, end: from + at + sought.length })
  }
  return found
}
