import type { Piece } from "./pieces.ts"
import type { Tense } from "./tense.ts"
import type { Value } from "./value.ts"

/** What the times read so far leave behind for those that lean on them: “that day”, “the quarter”, “a year earlier”. */
export interface History {
  day: number | null
  month: { readonly year: number; readonly month: number } | null
  quarter: { readonly year: number; readonly quarter: number } | null
  year: number | null
}

/** Words that may tell a time, and all that can say which. */
export interface Sight {
  readonly pieces: readonly Piece[]
  /** The piece before and the piece behind. */
  readonly before: Piece | undefined
  readonly behind: Piece | undefined
  /** Day of publication; null when it is not known. */
  readonly today: number | null
  readonly tense: Tense
  readonly history: History
}

/**
 * A kind of time expression: a pattern over letters of `lexicon.ts`, and what it stands for. `null` says that the words are a time and
 * their value cannot be known, `undefined` that they are none. In patterns `%` stands for any unit, `~` for an approximation (“about”,
 * “more than”), `^` for “early”, “the end of”, “mid-”.
 */
export interface Rule {
  readonly pattern: RegExp
  /** Where none of these letters is, the pattern need not be tried. */
  readonly needs: string
  readonly read: (sight: Sight) => Value | null | undefined
  /** Whether later words can lean on it: “a year earlier” is told from a time that was there before. */
  readonly remembered: boolean
}

export function rule(pattern: string, read: Rule["read"]): Rule {
  const spelled = pattern
    .replaceAll("%", "[UYQWC]")
    .replaceAll("~", "(?:i?q{1,3}|q&)?")
    .replaceAll("^", "(?:r?bi(?=[rtlxMwycS])r?|[bef]-?)?")
  const needs = needsOf(spelled)
  if (needs === null) throw new RangeError(`The pattern ${pattern} fits where nothing stands`)
  return { pattern: new RegExp(spelled, "g"), needs, read, remembered: true }
}

/**
 * Letters of which whatever fits a pattern holds at least one: of each of its alternatives one letter, or class of letters, that is not optional, the
 * rarest first. Knows as much of patterns as the rules use. Null where nothing fits too.
 */
export function needsOf(pattern: string): string | null {
  const needs = alternativesOf(pattern).map(rarestOf)
  return needs.includes(null) ? null : [...new Set(needs.join(""))].join("")
}

/** Splits at the bars that stand in no brackets. */
function alternativesOf(pattern: string): string[] {
  const alternatives = [""]
  for (const part of partsOf(pattern))
    if (part === "|") alternatives.push("")
    else alternatives[alternatives.length - 1] += part
  return alternatives
}

/** Groups, classes and letters, each with what says how often. */
function partsOf(pattern: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < pattern.length; ) {
    const from = at
    if (pattern[at] === "\\") at++
    else if (pattern[at] === "[") at = pattern.indexOf("]", at)
    else if (pattern[at] === "(") at = closing(pattern, at)
    at++
    at += /^(?:[?*+]|\{\d,\d\})?/.exec(pattern.slice(at))![0].length
    parts.push(pattern.slice(from, at))
  }
  return parts
}

function closing(pattern: string, open: number): number {
  let depth = 0
  for (let at = open; at < pattern.length; at++) {
    if (pattern[at] === "(") depth++
    else if (pattern[at] === ")" && --depth === 0) return at
  }
  throw new RangeError(`A bracket of the pattern ${pattern} is not closed`)
}

function rarestOf(alternative: string): string | null {
  const needs = partsOf(alternative)
    .filter(part => !/^\(\?<?[!=]/.test(part) && !/(?:[?*]|\{0,\d\})$/.test(part))
    .map(part => part.replace(/(?:\+|\{\d,\d\})$/, ""))
    .map(part => (part.startsWith("(") ? needsOf(part.replace(/^\((?:\?:)?/, "").slice(0, -1)) : part.replace(/^\\|[[\]]/g, "")))
    .filter(each => each !== null)
  return needs.length ? needs.reduce((best, each) => (commonness(each) < commonness(best) ? each : best)) : null
}

/** Letters of words that are met everywhere, times or not. */
const COMMON = ".,-'&rianwetolxbqvf"

function commonness(letters: string): number {
  return [...letters].reduce((sum, letter) => sum + (COMMON.includes(letter) ? 100 : 1), 0)
}

/** A rule for times on which no later words lean. */
export function aside(pattern: string, read: Rule["read"]): Rule {
  return { ...rule(pattern, read), remembered: false }
}

/** The first piece with a letter. */
export function pieceOf({ pieces }: Pick<Sight, "pieces">, letter: string): Piece | undefined {
  return pieces.find(each => letter.includes(each.letter))
}

export function numberOf(sight: Pick<Sight, "pieces">, letter: string): number | null {
  return pieceOf(sight, letter)?.number ?? null
}
