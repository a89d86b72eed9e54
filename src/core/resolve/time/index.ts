import type { Prose, Tagged } from "../../data.ts"
import type { Span } from "../../span.ts"
import { CALENDAR } from "./calendar.ts"
import { CLOCK } from "./clock.ts"
import { dateOf, dayFrom } from "./day.ts"
import { DURATIONS, SETS } from "./duration.ts"
import { mayTell, type Piece, piecesOf } from "./pieces.ts"
import { QUARTERS } from "./quarter.ts"
import { RELATIVE } from "./relative.ts"
import type { History, Rule, Sight } from "./sight.ts"
import { type Tense, tenseAt } from "./tense.ts"
import { edtfOf, timexOf, type Value } from "./value.ts"

export { edtfOf, timexOf, type Value }

/** A time expression: its span, its tokens from `first` up to and not including `last`, and what it stands for where that can be known. */
export interface Time extends Span {
  readonly first: number
  readonly last: number
  readonly value: Value | null
}

/** Of rules that could read the same words the one that reads most of them, and of those the first. */
const RULES: readonly Rule[] = [...CLOCK, ...SETS, ...QUARTERS, ...CALENDAR, ...RELATIVE, ...DURATIONS]

/**
 * All time expressions of a text, in text order. `published` (ISO 8601) is what “yesterday” counts from; without it such words have no value.
 * Reads sentence by sentence; what was told before is remembered, so that “that day” and “the quarter” find theirs.
 */
export function timesIn(prose: Prose, tagged: Tagged, published: string | null): Time[] {
  const setting = { today: dayFrom(published), history: { day: null, month: null, quarter: null, year: null } }
  const forms = prose.tokens.map(({ start, end }) => prose.text.slice(start, end))
  return prose.sentences.flatMap(({ first, last }) => {
    const pieces = mayTell(forms, { first, last }) ? piecesOf(prose, tagged, { first, last }) : null
    return pieces ? timesOf(pieces, { ...setting, tense: token => tenseAt(tagged, forms, { first, last }, token) }) : []
  })
}

interface Setting {
  readonly today: number | null
  readonly history: History
  readonly tense: (token: number) => Tense
}

/** The times of one sentence, from left to right. */
function timesOf(pieces: readonly Piece[], setting: Setting): Time[] {
  const times: Time[] = []
  let free = 0
  for (const claim of claimsOn(pieces)) {
    if (claim.from < free) continue
    const value = claim.rule.read(sightOf(pieces, claim, setting))
    if (value === undefined) continue
    if (value && claim.rule.remembered) remember(setting.history, value)
    times.push(timeOf(pieces, claim, value))
    free = claim.to
  }
  return times
}

/** Words that a rule's pattern fits: pieces `from` up to and not including `to`. */
interface Claim {
  readonly rule: Rule
  readonly from: number
  readonly to: number
}

/** The leftmost first; of those that begin together the longest, then in the order of the rules. */
function claimsOn(pieces: readonly Piece[]): Claim[] {
  const letters = pieces.map(({ letter }) => letter).join("")
  const claims: Claim[] = []
  for (const rule of RULES) if (holdsOneOf(letters, rule.needs)) claim(rule, letters, claims)
  return claims.sort((a, b) => a.from - b.from || b.to - a.to)
}

function claim(rule: Rule, letters: string, claims: Claim[]): void {
  const { pattern } = rule
  pattern.lastIndex = 0
  for (let found = pattern.exec(letters); found; found = pattern.exec(letters))
    claims.push({ rule, from: found.index, to: found.index + found[0].length })
}

function holdsOneOf(letters: string, wanted: string): boolean {
  for (let at = 0; at < wanted.length; at++) if (letters.includes(wanted[at]!)) return true
  return false
}

function sightOf(pieces: readonly Piece[], { from, to }: Claim, { today, history, tense }: Setting): Sight {
  const { token } = pieces[from]!
  return { pieces: pieces.slice(from, to), before: pieces[from - 1], behind: pieces[to], today, history, tense: tense(token) }
}

function timeOf(pieces: readonly Piece[], { from, to }: Claim, value: Value | null): Time {
  const [first, last] = [pieces[from]!, pieces[to - 1]!]
  return { start: first.start, end: last.end, first: first.token, last: last.token + 1, value }
}

/** What later words can lean on. */
function remember(history: History, value: Value): void {
  if (value.kind === "day") {
    const { year, month } = dateOf(value.day)
    Object.assign(history, { day: value.day, month: { year, month }, year })
  } else if (value.kind === "quarter") Object.assign(history, { quarter: { year: value.year, quarter: value.quarter }, year: value.year })
  else if (value.kind === "month") Object.assign(history, { month: { year: value.year, month: value.month }, year: value.year })
  else if (value.kind === "year") history.year = value.year
}
