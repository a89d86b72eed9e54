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
  readonly read: (sight: Sight) => Value | null | undefined
  /** Whether later words can lean on it: “a year earlier” is told from a time that was there before. */
  readonly remembered: boolean
}

export function rule(pattern: string, read: Rule["read"]): Rule {
  const spelled = pattern
    .replaceAll("%", "[UYQWC]")
    .replaceAll("~", "(?:i?q{1,3}|q&)?")
    .replaceAll("^", "(?:r?bi(?=[rtlxMwycS])r?|[bef]-?)?")
  return { pattern: new RegExp(spelled, "g"), read, remembered: true }
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
