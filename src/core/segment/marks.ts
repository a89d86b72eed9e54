import { isSpace, type Span } from "../span.ts"
import { APOSTROPHE, BACKTICK, isApostrophe, isDigit, isWordPart, LOWER, QUOTE, SINGLE_LEFT, SINGLE_RIGHT } from "./characters.ts"
import { ELISIONS } from "./words.ts"

/** Which way a quotation mark faces. */
export type Side = "opens" | "closes" | "either"

/** Double, single and angle marks pair only among their own kind; curly and straight ones of a kind may pair. */
export type Kind = "double" | "single" | "angle"

/** One quotation mark, of one character or two (`` and ''). */
export interface Mark extends Span {
  readonly kind: Kind
  /** By its shape: “ opens, " may do either. */
  readonly shape: Side
  /** By what stands around it: after a space it opens, before a space it closes. */
  readonly context: Side
  /** It could as well be the apostrophe of “the workers’ union”. */
  readonly weak: boolean
}

/** “the gap”: on the left of an opening mark stands nothing, then a bracket or dash is likely, then anything else. */
const FREE = 2
const LIKELY = 1
const TIED = 0

/**
 * The quotation marks between `start` and `end`, in text order. Apostrophes (“don’t”, “’90s”, “rock ’n’ roll”), feet and inches (6' 2") are
 * left out. One pass; a run of marks is looked at as one, so that a million of them cost a million steps.
 */
export function marksIn(text: string, { start, end }: Span): Mark[] {
  const marks: Mark[] = []
  for (let at = start; at < end; at++) {
    if (!isMark(text.charCodeAt(at))) continue
    const from = at
    while (at < end && isMark(text.charCodeAt(at))) at++
    addRun(text, { start: from, end: at }, { start, end }, marks)
  }
  return marks
}

/** A run of marks stands in one context: what is before its first and after its last. */
function addRun(text: string, run: Span, block: Span, marks: Mark[]): void {
  const before = run.start > block.start ? text.charCodeAt(run.start - 1) : Number.NaN
  const after = run.end < block.end ? text.charCodeAt(run.end) : Number.NaN
  if (run.end - run.start <= 2 && isNoQuotation(text, run, before, after)) return
  const context = contextOf(before, after)
  for (let at = run.start; at < run.end; ) {
    const width = widthAt(text, at, run.end, context)
    marks.push(markAt(text, at, width, context, mayBePossessive(text, run, after)))
    at += width
  }
}

function markAt(text: string, start: number, width: number, context: Side, isWeak: boolean): Mark {
  const code = text.charCodeAt(start)
  const kind = width === 2 ? "double" : kindOf(code)
  const shape = width === 2 && code === SINGLE_LEFT ? "opens" : shapeOf(code, width)
  const weak = kind === "single" && shape !== "opens" && isWeak
  return { start, end: start + width, kind, shape, context, weak }
}

/** “the workers’ union”, “goin’ home”: between two words, after such an ending, an apostrophe looks like a mark that closes. */
function mayBePossessive(text: string, { start, end }: Span, after: number): boolean {
  if (!isSpace(after) || !isWordPart(text.charCodeAt(end + 1))) return false
  const last = text.charCodeAt(start - 1) | LOWER
  return SIBILANTS.has(last) || (last === 110 && (text.charCodeAt(start - 2) | LOWER) === 105)
}

/** s, x and z. */
const SIBILANTS: ReadonlySet<number> = new Set([115, 120, 122])

/** '' and `` are double marks. Of ''' an opening run gives '' first and then ', a closing one ' first and then ''. */
function widthAt(text: string, at: number, end: number, context: Side): 1 | 2 {
  const code = text.charCodeAt(at)
  if (kindOf(code) !== "single" || text.charCodeAt(at + 1) !== code || at + 1 >= end) return 1
  const threeLeft = text.charCodeAt(at + 2) === code && at + 2 < end && text.charCodeAt(at + 3) !== code
  const insideOfThree = text.charCodeAt(at - 1) === code
  return context === "closes" && threeLeft && !insideOfThree ? 1 : 2
}

/** `before` and `after` are NaN where the block begins and ends: what is first in it opens, what is last closes. */
function contextOf(before: number, after: number): Side {
  const left = isFree(before) ? FREE : isOpener(before) ? LIKELY : TIED
  const right = isFree(after) ? FREE : isCloser(after) ? LIKELY : TIED
  if (left === right) return Number.isNaN(before) ? "opens" : Number.isNaN(after) ? "closes" : "either"
  return left > right ? "opens" : "closes"
}

/** White space, and what is not seen: zero-width and direction marks. */
function isFree(code: number): boolean {
  return Number.isNaN(code) || isSpace(code) || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)
}

/** A single mark or a pair of them that is an apostrophe, a measure or an elision. */
function isNoQuotation(text: string, run: Span, before: number, after: number): boolean {
  const code = text.charCodeAt(run.start)
  if (run.end - run.start === 1 && isApostrophe(code))
    return isInWord(before, after) || isElision(text, run.start, before) || isFeet(text, run, before)
  return isInches(text, run, before)
}

/** “don’t”, “O’Neil”, “the 1990’s” */
function isInWord(before: number, after: number): boolean {
  return isWordPart(before) && isWordPart(after)
}

/** “the ’90s”, “rock ’n’ roll”, “Get ’em”: a word with its beginning left out, or “n” with both ends gone. */
function isElision(text: string, at: number, before: number): boolean {
  if (isWordPart(before))
    return text.charCodeAt(at - 1) === 110 && isApostrophe(text.charCodeAt(at - 2)) && !isWordPart(text.charCodeAt(at - 3))
  if (isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2))) return endsYear(text, at + 3)
  let end = at + 1
  while (end - at <= LONGEST_ELISION && isWordPart(text.charCodeAt(end))) end++
  return ELISIONS.has(text.slice(at + 1, end).toLowerCase())
}

const DOUBLE_RIGHT = 0x201d

const LONGEST_ELISION = 6

/** Two digits are a year when nothing follows them, or the “s” of a decade. */
function endsYear(text: string, at: number): boolean {
  const next = text.charCodeAt(at)
  return next === 115 ? !isWordPart(text.charCodeAt(at + 1)) : !isWordPart(next)
}

/** “He is 6'2" tall”, “6' 2"”: feet stand between digits, with at most a space after them, when inches follow. */
function isFeet(text: string, { start, end }: Span, before: number): boolean {
  if (text.charCodeAt(start) === SINGLE_LEFT || !isDigit(before)) return false
  let at = end
  if (isSpace(text.charCodeAt(at))) at++
  if (!isDigit(text.charCodeAt(at))) return false
  if (isDigit(text.charCodeAt(at + 1))) at++
  return isDoubleStroke(text, at + 1)
}

/** The inches after feet. */
function isInches(text: string, { start }: Span, before: number): boolean {
  if (!isDigit(before) || !isDoubleStroke(text, start)) return false
  let at = start - 2
  if (isDigit(text.charCodeAt(at))) at--
  if (isSpace(text.charCodeAt(at))) at--
  return isApostrophe(text.charCodeAt(at)) && isDigit(text.charCodeAt(at - 1))
}

function isDoubleStroke(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === QUOTE ||
    text.charCodeAt(at) === DOUBLE_RIGHT ||
    (text.charCodeAt(at) === APOSTROPHE && text.charCodeAt(at + 1) === APOSTROPHE)
  )
}

function isMark(code: number): boolean {
  if (code < 128) return code === QUOTE || code === APOSTROPHE || code === BACKTICK
  return (code >= SINGLE_LEFT && code <= 0x201f) || code === 0xab || code === 0xbb || code === 0x2039 || code === 0x203a || code === 0xff02
}

function kindOf(code: number): Kind {
  if (code === APOSTROPHE || code === BACKTICK || (code >= SINGLE_LEFT && code <= 0x201b)) return "single"
  return code === 0xab || code === 0xbb || code === 0x2039 || code === 0x203a ? "angle" : "double"
}

function shapeOf(code: number, width: number): Side {
  if (code === QUOTE || code === 0xff02 || code === APOSTROPHE) return "either"
  if (code === SINGLE_RIGHT && width === 2) return "closes"
  return code === SINGLE_RIGHT || code === DOUBLE_RIGHT || code === 0xbb || code === 0x203a ? "closes" : "opens"
}

/** ( [ { / and dashes may come before an opening mark. */
function isOpener(code: number): boolean {
  return code === 40 || code === 91 || code === 123 || code === 47 || isDash(code)
}

/** ) ] } / . , ; : ! ? … and dashes may come after a closing mark. */
function isCloser(code: number): boolean {
  return isDash(code) || CLOSERS.has(code)
}

const CLOSERS: ReadonlySet<number> = new Set([...")]}/.,;:!?…"].map(character => character.charCodeAt(0)))

function isDash(code: number): boolean {
  return code === 45 || (code >= 0x2010 && code <= 0x2015)
}
