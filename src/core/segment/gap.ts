import { isSpace, type Span } from "../span.ts"
import { DOT, ELLIPSIS, isApostrophe, isDigit, isHighSurrogate, isLowSurrogate, isWordPart } from "./characters.ts"
import { CLOSES, OPENS, PLAIN, SECOND, STRAY } from "./quotations.ts"

/** A place where a sentence may end, and what a reader sees around it. */
export interface Gap {
  /** The marks as they stand: ".", "?!", "...", ". . .". */
  readonly mark: string
  /** Where they stand. */
  readonly at: number
  /** Where a sentence that ends here would end: after the marks and the quotation marks and brackets that close behind them. */
  readonly end: number
  /** The word before the marks, without them: "Sen", "U.S", "R-Tex"; "" when there is none. */
  readonly before: string
  /** Where that word begins. */
  readonly beforeAt: number
  /** What closes behind the marks: ")", "”". */
  readonly closers: string
  /** The next word, less quotation marks, brackets and dashes in front of it; "" when the next thing is no word. */
  readonly after: string
  /** The text right after `end`, spaces skipped: its first character, "" at the end of the block. */
  readonly next: string
  /** Where the next word or mark begins. */
  readonly afterAt: number
  /** No white space between this and the next. */
  readonly tight: boolean
  /** A quotation mark, a bracket or a dash stands before the next word; which, or "" for none. */
  readonly opener: Opener
  /** The sentence so far begins here. */
  readonly start: number
  /** A round bracket opened in the middle of this sentence closes behind the marks. */
  readonly bracketed: boolean
  readonly text: string
  readonly block: Span
}

export type Opener = "quotation" | "bracket" | "dash" | ""

/** Where the sentence began, and where the last round bracket opened that has not been closed; -1 when none is open. */
export interface Place {
  readonly start: number
  readonly bracket: number
}

/** No abbreviation is longer. Longer words are looked at by their last letters. */
const LONGEST_WORD = 24

/** The words around the marks that begin at `at`. Looks no further than a word to each side, besides runs that it will not look at again. */
export function gapAt(text: string, roles: Uint8Array, block: Span, at: number, { start, bracket }: Place): Gap {
  const markEnd = endOfMarks(text, at, block.end)
  const end = endOfClosers(text, roles, markEnd, block.end)
  const beforeAt = startOfWord(text, roles, at, start)
  const nextAt = skipSpace(text, end, block.end)
  const afterAt = skipOpeners(text, roles, nextAt, block.end)
  const closers = text.slice(markEnd, end)
  return {
    mark: text.slice(at, markEnd),
    at,
    end,
    before: text.slice(beforeAt, at),
    beforeAt,
    closers,
    after: text.slice(afterAt, endOfWord(text, afterAt, block.end)),
    next: nextAt < block.end ? text[nextAt]! : "",
    afterAt,
    tight: nextAt === end,
    opener: openerAt(text, roles, nextAt, afterAt),
    start,
    bracketed: bracket > start + 1 && closers.includes(")"),
    text,
    block,
  }
}

/** . ! ? … and the blank line, which needs no mark. */
export function isEndMark(code: number): boolean {
  return code === DOT || code === 33 || code === 63 || code === ELLIPSIS
}

/** Marks in a row, and dots with a space between them (". . ."). */
function endOfMarks(text: string, at: number, limit: number): number {
  let end = at + 1
  while (end < limit && isEndMark(text.charCodeAt(end))) end++
  while (end + 1 < limit && text.charCodeAt(end - 1) === DOT && isBlank(text.charCodeAt(end)) && text.charCodeAt(end + 1) === DOT) end += 2
  return end
}

/** A space or a non-breaking space: what may stand between the dots of one ellipsis. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 0xa0
}

function endOfClosers(text: string, roles: Uint8Array, from: number, limit: number): number {
  let end = from
  for (;;) {
    while (end < limit && closes(text, roles, end)) end++
    const beyond = skipSpace(text, end, limit)
    const note = endOfNote(text, beyond)
    if (note > beyond && note <= limit) end = note
    else if (beyond > end && beyond < limit && roles[beyond] === CLOSES) end = beyond
    else return end
  }
}

/** “over. [6] She”: the number of a note belongs to what it explains. Where it ends; `at` when there is none. */
function endOfNote(text: string, at: number): number {
  if (text.charCodeAt(at) !== OPEN_SQUARE || !isDigit(text.charCodeAt(at + 1))) return at
  let end = at + 2
  while (end - at <= 3 && isDigit(text.charCodeAt(end))) end++
  return text.charCodeAt(end) === CLOSE_SQUARE ? end + 1 : at
}

const OPEN_SQUARE = 91
const CLOSE_SQUARE = 93

/** ) ] } and closing or stray marks of quotation, a stop set twice (“… over.’.”), and an apostrophe that nothing follows. */
function closes(text: string, roles: Uint8Array, at: number): boolean {
  const role = roles[at]!
  if (role !== PLAIN) return role !== OPENS && !(role === SECOND && roles[at - 1] === OPENS)
  const code = text.charCodeAt(at)
  if (isApostrophe(code)) return at + 1 >= text.length || isSpace(text.charCodeAt(at + 1)) || roles[at + 1] !== PLAIN
  return code === 41 || code === CLOSE_SQUARE || code === 125 || isEndMark(code)
}

function skipSpace(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && isSpace(text.charCodeAt(at))) at++
  return at
}

/** Opening and stray marks, brackets, dashes and bullets, with the blanks among them; a few are enough. */
function skipOpeners(text: string, roles: Uint8Array, from: number, limit: number): number {
  let at = from
  while (at < limit && at - from < LONGEST_WORD && opens(text, roles, at)) at++
  return at
}

function openerAt(text: string, roles: Uint8Array, nextAt: number, afterAt: number): Opener {
  if (nextAt === afterAt) return ""
  if (roles[nextAt] !== PLAIN) return "quotation"
  const code = text.charCodeAt(nextAt)
  return code === 40 || code === OPEN_SQUARE ? "bracket" : "dash"
}

function opens(text: string, roles: Uint8Array, at: number): boolean {
  const role = roles[at]!
  if (role === OPENS || role === STRAY || role === SECOND) return true
  const code = text.charCodeAt(at)
  return (
    code === 40 ||
    code === OPEN_SQUARE ||
    code === 45 ||
    code === 42 ||
    (code >= 0x2010 && code <= 0x2015) ||
    code === 0x2022 ||
    isBlank(code)
  )
}

function startOfWord(text: string, roles: Uint8Array, at: number, limit: number): number {
  let start = at
  while (start > limit && at - start < LONGEST_WORD && roles[start - 1] === PLAIN && isOfWord(text.charCodeAt(start - 1))) start--
  while (start < at && !isWordPart(text.charCodeAt(start))) start++
  return start
}

function endOfWord(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && end - at < LONGEST_WORD && isOfWord(text.charCodeAt(end))) end++
  while (end > at && text.charCodeAt(end - 1) === DOT) end--
  return end
}

/** Letters, digits, and what may stand inside a word: . ' ’ - & @ and halves of characters beyond the first plane. */
function isOfWord(code: number): boolean {
  if (isWordPart(code)) return true
  return (
    code === DOT ||
    code === 39 ||
    code === 0x2019 ||
    code === 45 ||
    code === 38 ||
    code === 64 ||
    isHighSurrogate(code) ||
    isLowSurrogate(code)
  )
}
