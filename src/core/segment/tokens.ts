import { isSpace, type Span } from "../span.ts"
import {
  DOT,
  ELLIPSIS,
  HYPHEN,
  isApostrophe,
  isDigit,
  isHighSurrogate,
  isHyphen,
  isLowSurrogate,
  isUpper,
  isWordPart,
  LOWER,
} from "./characters.ts"
import { isBlank } from "./gap.ts"
import { PLAIN, SECOND } from "./quotations.ts"
import { isAbbreviation } from "./rules.ts"
import { CLITICS, DOLLARS, ELISIONS, FUSED, MARKED_NAMES } from "./words.ts"

/** A longer token is cut into pieces of this many code units: no word is longer, and what reads tokens may be slower than linear in one. */
export const LONGEST_TOKEN = 2000

/** One sentence's text as the tokeniser sees it. */
interface Scan {
  readonly text: string
  readonly roles: Uint8Array
  readonly end: number
  readonly stop: number
  readonly tokens: Span[]
}

/**
 * Cuts one sentence into tokens by the conventions of the Penn Treebank as Stanford CoreNLP applies them: “do” “n’t”, “she” “’ll”,
 * “workers” “’”, “$” “5.2”, “%” apart, hyphenated words, times, addresses and “and/or” whole. `stop` is the sentence's own full stop,
 * which is a token of its own; -1 when there is none, or when it is an abbreviation's as well (“in the U.S.”). One pass.
 */
export function addTokens(text: string, roles: Uint8Array, { start, end }: Span, stop: number, tokens: Span[]): void {
  const scan: Scan = { text, roles, end, stop, tokens }
  let at = start
  while (at < end) at = isSpace(text.charCodeAt(at)) ? at + 1 : addToken(scan, at)
}

/** Adds the token or tokens that begin at `at`, and tells where they end. */
function addToken(scan: Scan, at: number): number {
  const { text, roles } = scan
  if (roles[at] !== PLAIN) return add(scan, at, at + (codeAt(scan, at + 1) > 0 && roles[at + 1] === SECOND ? 2 : 1))
  const code = text.charCodeAt(at)
  if (isWordPart(code)) return addWord(scan, at)
  const next = codeAt(scan, at + 1)
  if (code === DOT) return addDots(scan, at, next)
  if (isApostrophe(code)) return addApostrophe(scan, at)
  if (code === AT || code === HASH) return addHandle(scan, at, next)
  if ((code === HYPHEN || code === PLUS) && isDigit(next) && isFree(scan, at)) return addWord(scan, at)
  if (isHighSurrogate(code)) return isLetterPair(code, next) ? addWord(scan, at) : addSymbol(scan, at)
  if (REPEATED.has(code)) return add(scan, at, endOfRun(scan, at))
  return add(scan, at, at + 1)
}

const EXCLAMATION = 33
const HASH = 35
const DOLLAR = 36
const AMPERSAND = 38
const ASTERISK = 42
const PLUS = 43
const COMMA = 44
const SLASH = 47
const COLON = 58
const QUESTION = 63
const AT = 64
const UNDERSCORE = 95
const JOINER = 0x200d

/** Marks that stand in runs: -- !! ?! *** === ___ ~~ …… */
const REPEATED: ReadonlySet<number> = new Set([HYPHEN, EXCLAMATION, QUESTION, UNDERSCORE, ASTERISK, 61, 126, ELLIPSIS])

/** The code unit at an offset; NaN beyond the sentence. */
function codeAt({ text, end }: Scan, at: number): number {
  return at < end ? text.charCodeAt(at) : Number.NaN
}

function add({ text, tokens }: Scan, start: number, end: number): number {
  let from = start
  while (end - from > LONGEST_TOKEN) {
    const to = from + LONGEST_TOKEN - (isHighSurrogate(text.charCodeAt(from + LONGEST_TOKEN - 1)) ? 1 : 0)
    tokens.push({ start: from, end: to })
    from = to
  }
  tokens.push({ start: from, end })
  return end
}

/** A word with what hangs together with it, less the contraction at its end. */
function addWord(scan: Scan, at: number): number {
  const { text } = scan
  const end = endOfWord(scan, at)
  if (isNegation(scan, end) && end - 1 > at) {
    add(scan, at, end - 1)
    return add(scan, end - 1, end + 2)
  }
  if (codeAt(scan, end) === DOLLAR && end - at <= 2 && DOLLARS.has(text.slice(at, end))) return add(scan, at, end + 1)
  if (isClock(text, at, end)) return add(scan, add(scan, at, end - 2), end)
  const first = end - at === 5 || end - at === 6 ? FUSED.get(text.slice(at, end).toLowerCase()) : undefined
  return first === undefined ? add(scan, at, end) : add(scan, add(scan, at, at + first), end)
}

/** “6:00|am” */
function isClock(text: string, at: number, end: number): boolean {
  if ((text.charCodeAt(end - 1) | LOWER) !== 109 || end - at < 6 || end - at > 7 || !isDigit(text.charCodeAt(at))) return false
  return /^\d{1,2}:\d\d[ap]m$/i.test(text.slice(at, end))
}

/** “do|n’t”: whether the apostrophe at `at` is that of a “not”. */
function isNegation(scan: Scan, at: number): boolean {
  if (!isApostrophe(codeAt(scan, at)) || scan.roles[at] !== PLAIN) return false
  return (codeAt(scan, at - 1) | LOWER) === 110 && (codeAt(scan, at + 1) | LOWER) === 116 && !isWordPart(codeAt(scan, at + 2))
}

/** Runs of word characters, tied together by what may stand inside a word. */
function endOfWord(scan: Scan, start: number): number {
  let at = endOfCharacter(scan, start)
  for (;;) {
    while (isWordPart(codeAt(scan, at))) at++
    const tied = endOfTie(scan, start, at)
    if (tied === at) return at
    at = tied
    if (!isWordPart(codeAt(scan, at)) && !isLetterPair(codeAt(scan, at), codeAt(scan, at + 1))) return at
  }
}

/** Where what ties two parts of a word at `at` ends; `at` itself when nothing does. A tie may also end the word: “U.S.” */
function endOfTie(scan: Scan, start: number, at: number): number {
  const code = codeAt(scan, at)
  if (Number.isNaN(code) || isSpace(code) || scan.roles[at] !== PLAIN) return at
  const next = codeAt(scan, at + 1)
  if (isHyphen(code) || code === AT || code === SLASH || code === UNDERSCORE) return isWordPart(next) ? at + 1 : at
  if (code === DOT) return endOfDot(scan, start, at, next)
  if (isApostrophe(code)) return isWordPart(next) && !isClitic(scan, at) ? at + 1 : at
  if (isLetterPair(code, next)) return at + 2
  if (code === COMMA) return isThousand(scan, at) ? at + 1 : at
  if (code === COLON) return endOfColon(scan, start, at, next)
  return endsOddly(scan, start, at, code, next) ? at + 1 : at
}

/** “5.2”, “harbor.example”, “U.S.-based”, and “Sen.” where the sentence goes on. */
function endOfDot(scan: Scan, start: number, at: number, next: number): number {
  if (isWordPart(next)) return at + 1
  if (at === scan.stop || !isAbbreviation(scan.text.slice(Math.max(start, at - LONGEST_ABBREVIATION), at))) return at
  return isHyphen(next) && isWordPart(codeAt(scan, at + 2)) ? at + 2 : at + 1
}

const LONGEST_ABBREVIATION = 24

/** “10:30”, and “https://”, which takes the address behind it along. */
function endOfColon(scan: Scan, start: number, at: number, next: number): number {
  if (isDigit(next) && isDigit(codeAt(scan, at - 1))) return at + 1
  if (next === SLASH && codeAt(scan, at + 2) === SLASH && at - start <= LONGEST_SCHEME) return endOfAddress(scan, at + 3)
  return at
}

const LONGEST_SCHEME = 10

/** An address goes up to white space, a quotation mark or <>; the punctuation at its end is the sentence's. */
function endOfAddress(scan: Scan, start: number): number {
  let at = start
  while (at < scan.end && scan.roles[at] === PLAIN && isOfAddress(scan.text.charCodeAt(at))) at++
  while (at > start && isClosing(scan.text.charCodeAt(at - 1))) at--
  return at
}

function isOfAddress(code: number): boolean {
  return !isSpace(code) && code !== 60 && code !== 62
}

/** . , ; : ! ? ) ] ' ’ … */
function isClosing(code: number): boolean {
  return CLOSING.has(code)
}

const CLOSING: ReadonlySet<number> = new Set([...".,;:!?)]'’…"].map(character => character.charCodeAt(0)))

/** “10,000”: a comma between a digit and exactly three. */
function isThousand(scan: Scan, at: number): boolean {
  const three = isDigit(codeAt(scan, at + 1)) && isDigit(codeAt(scan, at + 2)) && isDigit(codeAt(scan, at + 3))
  return three && isDigit(codeAt(scan, at - 1)) && !isDigit(codeAt(scan, at + 4))
}

/** “S&P”, “d*mn”, “Yahoo! Finance” */
function endsOddly(scan: Scan, start: number, at: number, code: number, next: number): boolean {
  if (code === AMPERSAND) return isUpper(codeAt(scan, at - 1)) && isUpper(next)
  if (code === ASTERISK) return isWordPart(next)
  return code === EXCLAMATION && at - start <= 8 && at + 1 < scan.end && isSpace(next) && MARKED_NAMES.has(scan.text.slice(start, at))
}

/** “she|’ll”, “Ruiz|’s”: whether the apostrophe at `at` begins a contraction or a possessive. */
function isClitic(scan: Scan, at: number): boolean {
  return isNegation(scan, at) || endOfClitic(scan, at) > at
}

function endOfClitic(scan: Scan, at: number): number {
  let end = at + 1
  while (end - at <= 3 && isWordPart(codeAt(scan, end))) end++
  return CLITICS.has(scan.text.slice(at + 1, end).toLowerCase()) ? end : at
}

/** An apostrophe that begins a token: “’s”, “’90s”, “’em”, “’n’”, or the possessive of “workers’”, which is one by itself. */
function addApostrophe(scan: Scan, at: number): number {
  const clitic = endOfClitic(scan, at)
  if (clitic > at) return add(scan, at, clitic)
  if (!isFree(scan, at) || !isWordPart(codeAt(scan, at + 1))) return add(scan, at, at + 1)
  const end = endOfWord(scan, at + 1)
  const word = scan.text.slice(at + 1, Math.min(end, at + LONGEST_ABBREVIATION)).toLowerCase()
  if (word === "n" && isApostrophe(codeAt(scan, end)) && scan.roles[end] === PLAIN) return add(scan, at, end + 1)
  return isDigit(codeAt(scan, at + 1)) || ELISIONS.has(word) ? add(scan, at, end) : add(scan, at, at + 1)
}

/** Whether nothing is tied to the token from the left. */
function isFree({ text, roles }: Scan, at: number): boolean {
  return at === 0 || !isWordPart(text.charCodeAt(at - 1)) || roles[at - 1] !== PLAIN
}

/** “@ruiz_ana”, “#harbor”, but “#” “2”. */
function addHandle(scan: Scan, at: number, next: number): number {
  if (!isWordPart(next) || isDigit(next)) return add(scan, at, at + 1)
  let end = at + 1
  while (isWordPart(codeAt(scan, end)) || codeAt(scan, end) === UNDERSCORE) end++
  return add(scan, at, end)
}

/** “...”, “. . .”, “.45”, or a full stop. */
function addDots(scan: Scan, at: number, next: number): number {
  if (isDigit(next) && isFree(scan, at)) return addWord(scan, at)
  let end = at + 1
  if (next === DOT) while (codeAt(scan, end) === DOT) end++
  else while (end - at < 5 && isBlank(codeAt(scan, end)) && codeAt(scan, end + 1) === DOT) end += 2
  return add(scan, at, end - at === 3 && next !== DOT ? at + 1 : end)
}

/** One mark repeated; ! and ? also mixed. */
function endOfRun(scan: Scan, at: number): number {
  const code = codeAt(scan, at)
  const isOutcry = code === EXCLAMATION || code === QUESTION
  let end = at + 1
  for (;;) {
    const next = codeAt(scan, end)
    if (next !== code && !(isOutcry && (next === EXCLAMATION || next === QUESTION))) return end
    end++
  }
}

/** An emoji with its colour and what a joiner ties to it; half a character by itself. */
function addSymbol(scan: Scan, at: number): number {
  let end = endOfCharacter(scan, at)
  for (;;) {
    const next = codeAt(scan, end)
    if (next === JOINER) end = endOfCharacter(scan, end + 1)
    else if (next === 0xfe0f || next === 0x20e3) end++
    else if (next === 0xd83c && codeAt(scan, end + 1) >= 0xdffb) end += 2
    else return add(scan, at, end)
  }
}

function endOfCharacter(scan: Scan, at: number): number {
  const isPair = isHighSurrogate(codeAt(scan, at)) && isLowSurrogate(codeAt(scan, at + 1))
  return Math.min(scan.end, at + (isPair ? 2 : 1))
}

/** Two code units that make a letter beyond the first plane: any pair but the emoji. */
function isLetterPair(code: number, next: number): boolean {
  return isHighSurrogate(code) && isLowSurrogate(next) && (code < 0xd83c || code > 0xd83e)
}
