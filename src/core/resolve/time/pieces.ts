import type { Prose, Tagged } from "../../data.ts"
import type { Span } from "../../span.ts"
import type { Run } from "../../tree.ts"
import { type Word, wordFor } from "./lexicon.ts"
import type { Unit } from "./value.ts"

/** A word of a sentence, or a part of one: “third-quarter” is three, “twenty-four” one. */
export interface Piece extends Span {
  /** In lower case. */
  readonly form: string
  /** As `lexicon.ts` lists them. */
  readonly letter: string
  readonly number: number
  readonly unit?: Unit
  readonly token: number
  /** Part of speech of its token. */
  readonly tag: string
}

/** Whether a word of the sentence could tell a time: a look at the words alone, before they are cut. */
export function mayTell(forms: readonly string[], { first, last }: Run): boolean {
  for (let token = first; token < last; token++) if (isTelling(forms[token]!)) return true
  return false
}

function isTelling(form: string): boolean {
  const word = wordFor(form.toLowerCase())
  if (word) return TELLING.test(word.letter) || TELLING_WORD.test(form)
  return form.length > 1 && CUT_OR_FIGURE.test(form)
}

/** What is cut, and what is written in figures and is not merely a number. */
const CUT_OR_FIGURE = /[-–—/]|\d{4}|\d[^\d,]|[^\d,]\d/

/** A sentence in pieces, each letter of `letters` one of them. Null when no word of it could tell a time. */
export function piecesOf(prose: Prose, tagged: Tagged, { first, last }: Run): Piece[] | null {
  const pieces: Piece[] = []
  let telling = false
  for (let token = first; token < last; token++) {
    const { start, end } = prose.tokens[token]!
    const from = pieces.length
    const form = prose.text.slice(start, end)
    if (token > first + 1 && SHOW.test(form) && CALLED.test(prose.text.slice(prose.tokens[token - 1]!.start, start))) {
      pieces.push({ start, end, form: form.toLowerCase(), token, tag: tagged.tags[token]!, ...OTHER })
      continue
    }
    cut({ form, start, tag: tagged.tags[token]!, token }, pieces)
    for (let at = from; at < pieces.length && !telling; at++)
      telling = TELLING.test(pieces[at]!.letter) || TELLING_WORD.test(pieces[at]!.form)
  }
  return telling ? joined(pieces) : null
}

/** Without one of these there is no time in a sentence. */
const TELLING = /[MDUYQWCSPHTKGydzhmus]/
const TELLING_WORD = /^(nineteen|past)$/i

/** “told *This Week*”, “on *Good Morning* Northland”: names of programmes. */
const SHOW = /^(Week|Morning|Night|Hour|Today)$/
const CALLED = /^(This|Good|Saturday|Sunday|Monday|Friday) $/

interface Part {
  readonly form: string
  readonly start: number
  readonly tag: string
  readonly token: number
}

/** A token as it is, or cut at its hyphens and where digits meet letters: “third-quarter”, “5pm”. */
function cut(part: Part, pieces: Piece[]): void {
  const { form, start, tag, token } = part
  const known = figureOf(form) ?? wordFor(form.toLowerCase())
  const word = known && fits(form, tag) ? known : null
  const breaks = word || form.length < 3 || !CUTTABLE.test(form) ? null : (BREAK.exec(form) ?? HOUR.exec(form))
  if (!breaks) {
    pieces.push({ start, end: start + form.length, form: form.toLowerCase(), token, tag, ...(word ?? OTHER) })
    return
  }
  const parts = [breaks[1]!, breaks[2]!, breaks[3]!].filter(Boolean)
  let at = start
  for (const each of parts) {
    cut({ form: each, start: at, tag, token }, pieces)
    at += each.length
  }
}

const OTHER: Word = { letter: ".", number: 0 }

/** Without one of these there is nothing to cut at. */
const CUTTABLE = /[-–—/]|^\d/

/** Before and behind the first hyphen or dash: “third-quarter”. */
const BREAK = /^([^-–—/]+)([-–—/])(.+)$/u
/** “5pm” */
const HOUR = /^(\d{1,2}(?::\d\d)?)()([ap]\.?m\.?)$/i

/** What is written in figures: “1989”, “11/02/89”, “9:30”, “1990s”, “3rd”, “12”. */
function figureOf(form: string): Word | null {
  if (form.length === 2 && /^Q[1-4]$/i.test(form)) return { letter: "G", number: Number(form[1]) }
  const code = form.charCodeAt(0)
  if (!((code >= 48 && code <= 57) || form.length > 3)) return null
  if (code > 57 && code !== 0x2019) return null
  if (/^\d{1,2}$/.test(form)) return { letter: "n", number: Number(form) }
  if (/^(1[5-9]|20)\d\d$/.test(form)) return { letter: "y", number: Number(form) }
  if (/^\d{1,3}(,\d{3})+$|^\d+$/.test(form)) return { letter: "n", number: Number(form.replaceAll(",", "")) }
  if (/^\d{1,2}:\d\d(:\d\d)?$/.test(form)) return { letter: "h", number: 0 }
  if (/^(\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d\d)|\d{4}-\d\d-\d\d)$/.test(form)) return { letter: "d", number: 0 }
  if (/^\d{1,2}(st|nd|rd|th)$/.test(form)) return { letter: "o", number: Number.parseInt(form, 10) }
  return decadeOf(form)
}

/** “1990s”, “’90s”, “1980’s”; the number is the year less its last digit. */
function decadeOf(form: string): Word | null {
  const [, century = "19", digit] = /^['’]?(1[5-9]|20)?(\d)0['’]?s$/.exec(form) ?? []
  return digit ? { letter: "z", number: Number(century + digit) } : null
}

/** “*May* the gate stay open”, “to *march*”, “prices *fall*”, “*past* the gate”: words that tell a time only as some parts of speech. */
function fits(form: string, tag: string): boolean {
  const lower = form.toLowerCase()
  if (/^(may|march|mar\.|august)$/.test(lower)) return tag.startsWith("NNP")
  if (/^(fall|spring|springs)$/.test(lower)) return tag.startsWith("NN")
  if (lower === "last" || lower === "present") return !tag.startsWith("VB")
  if (lower === "past") return tag !== "IN"
  if (/^(Week|Weekend|Month|Year|Hour|Minute|Night|Morning|Tonight|Today)$/.test(form) && tag.startsWith("NNP")) return false
  if (lower === "am") return false
  if (lower === "that") return tag === "DT" || tag === "IN"
  if (CAPITAL_ONLY.test(lower)) return /^\p{Lu}/u.test(form)
  return true
}

const CAPITAL_ONLY =
  /^((mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(day|days|\.)|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec|et|pt|est|cet|labor|memorial|independence|veterans|columbus|election)$/

/** Numbers in words made one: “twenty four”, “two thousand”, “nineteen ninety-six”; and decades with a mark: “1980’s”. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!
    const next = pieces[at + 1]
    if (piece.letter === "y" && next?.letter === "'" && next.start === piece.end && piece.number % 10 === 0 && /s$/.test(next.form)) {
      out.push({ ...piece, end: next.end, letter: "z", number: piece.number / 10 })
      at++
    } else if (isNumberWord(piece)) at = joinNumber(pieces, at, out)
    else out.push(piece)
  }
  return out
}

function isNumberWord(piece: Piece | undefined): boolean {
  return piece?.letter === "n" && /^[a-z]/.test(piece.form)
}

/** Adds the number that begins at a piece; gives the index of its last piece. */
function joinNumber(pieces: readonly Piece[], from: number, out: Piece[]): number {
  let { number } = pieces[from]!
  let last = from
  for (;;) {
    const step = pieces[last + 1]?.letter === "-" ? 2 : 1
    const next = pieces[last + step]
    if (!isNumberWord(next)) break
    const whole = together(number, next!.number)
    if (whole === null) break
    number = whole
    last += step
  }
  const isYear = number >= 1500 && number < 2100 && last > from && pieces[from]!.number !== 2
  out.push({ ...pieces[from]!, end: pieces[last]!.end, letter: isYear ? "y" : "n", number })
  return last
}

/** “twenty” and “four”, “two” and “hundred”, “nineteen” and “ninety”; null when they do not go together. */
function together(before: number, next: number): number | null {
  if (next >= 100) return before < next ? before * next : null
  if (before >= 1000) return before % 1000 === 0 ? before + next : before % 10 === 0 && next < 10 ? before + next : null
  if (before >= 100) return before % 100 === 0 ? before + next : null
  if (before >= 20 && before % 10 === 0 && next > 0 && next < 10) return before + next
  return /^(18|19|20)$/.test(String(before)) && next >= 10 ? before * 100 + next : null
}
