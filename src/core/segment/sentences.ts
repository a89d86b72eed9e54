import type { Block } from "../data.ts"
import { isSpace, type Span, trim } from "../span.ts"
import { NEWLINE } from "./characters.ts"
import { type Gap, gapAt, isEndMark } from "./gap.ts"
import { endsSentence, keepsDot } from "./rules.ts"

/** A sentence before its words are counted. */
export interface Cut extends Span {
  readonly block: number
  /** Where the full stop stands that ends it; -1 when another mark, an abbreviation's own dot, or nothing does. */
  readonly stop: number
}

/**
 * Cuts the blocks into sentences that tile them. A quotation of several sentences is cut as well; a sentence keeps the marks that close
 * behind it. What decides is the ordered list in `rules.ts`. One pass, looking a word ahead and a word back.
 */
export function cutSentences(text: string, blocks: readonly Block[], roles: Uint8Array): Cut[] {
  const cuts: Cut[] = []
  for (const [index, block] of blocks.entries()) cutBlock(text, trim(text, block), index, roles, cuts)
  return cuts
}

function cutBlock(text: string, block: Span, index: number, roles: Uint8Array, cuts: Cut[]): void {
  let start = block.start
  let bracket = -1
  for (let at = start; at < block.end; at++) {
    const code = text.charCodeAt(at)
    if (code === OPEN_BRACKET) bracket = at
    else if (code === CLOSE_BRACKET) bracket = -1
    else if (isEndMark(code)) {
      const gap = gapAt(text, roles, block, at, { start, bracket })
      if (endsSentence(gap)) {
        cuts.push({ start, end: gap.end, block: index, stop: stopOf(gap) })
        start = skipSpace(text, gap.end, block.end)
      }
      if (gap.closers.includes(")")) bracket = -1
      at = Math.max(gap.end, start) - 1
    } else if (code === NEWLINE && at > start && isBlankLine(text, at)) {
      cuts.push({ ...trim(text, { start, end: at }), block: index, stop: -1 })
      start = skipSpace(text, at, block.end)
      at = start - 1
    }
  }
  if (start < block.end) cuts.push({ start, end: block.end, block: index, stop: -1 })
}

const OPEN_BRACKET = 40
const CLOSE_BRACKET = 41

/** The dot of “the U.S.” stays with its word, which then ends the sentence. */
function stopOf({ mark, at, before }: Gap): number {
  return mark !== "." || keepsDot(before) ? -1 : at
}

/** Whether the next line holds nothing. */
function isBlankLine(text: string, at: number): boolean {
  let next = at + 1
  while (text.charCodeAt(next) !== NEWLINE && isSpace(text.charCodeAt(next))) next++
  return text.charCodeAt(next) === NEWLINE
}

function skipSpace(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && isSpace(text.charCodeAt(at))) at++
  return at
}
