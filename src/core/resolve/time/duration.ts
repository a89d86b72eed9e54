import { pieceOf, type Rule, rule, type Sight } from "./sight.ts"
import { durationValue, type Unit, type Value } from "./value.ts"

/** “*two years*”, “an *18-month-old* boy”, “*a week*”, “*the past two months*”, “*several days*” */
function lasting(sight: Sight): Value | undefined {
  const piece = pieceOf(sight, "UYQWC")!
  const number = pieceOf(sight, "n")?.number ?? null
  const some = sight.pieces.some(({ letter, form }) => letter === "v" && form !== "couple")
  const couple = sight.pieces.some(({ form }) => form === "couple")
  const count = number ?? (some || (piece.number && !couple) ? null : couple ? 2 : 1)
  if (piece.unit === "quarter" && sight.pieces.some(({ letter }) => letter === "-")) return undefined
  if (number === null && !some && !couple && isRate(sight)) return undefined
  const kind = sight.pieces.at(-1)!.letter === "O" ? "age" : "duration"
  return { kind, count, unit: piece.unit! }
}

/** “two flights *a week*”, “$30 *a year*”, “24 hours *a day*” */
function isRate({ pieces, before }: Sight): boolean {
  return (
    pieces[0]!.form === "a" &&
    before !== undefined &&
    (/^(NNS?|CD|\$|RB)$/.test(before.tag) || before.letter === "-") &&
    !/^(in|than|only|just|about|after|for|barely|within)$/.test(before.form)
  )
}

/** “*years*”, “*weeks* of talks”: a number that is not told. */
function bare(sight: Sight): Value | undefined {
  const piece = pieceOf(sight, "UYQC")!
  return piece.number ? { kind: "duration", count: null, unit: piece.unit! } : undefined
}

/** “*every day*”, “*each year*”, “*every two weeks*” */
function repeated(sight: Sight): Value | undefined {
  const piece = pieceOf(sight, "UYQWC")!
  return { kind: "set", value: durationValue(pieceOf(sight, "n")?.number ?? 1, piece.unit!) }
}

/** “*the year* ended March 31”, “for *the week*” */
function theYear({ pieces, before, behind }: Sight): Value | undefined {
  const { unit, number: plural } = pieces.at(-1)!
  if (plural || pieces[0]!.form !== "the" || !unit || unit === "day") return undefined
  if (pieces.length > 2 && !/^(full|fiscal|financial)$/.test(pieces[1]!.form)) return undefined
  return /^(ended|ending)$/.test(behind?.form ?? "") || before?.form === "for" ? { kind: "duration", count: 1, unit } : undefined
}

const ADVERBS: Readonly<Record<string, Unit>> = {
  daily: "day",
  nightly: "day",
  hourly: "hour",
  weekly: "week",
  monthly: "month",
  yearly: "year",
}

/** “*daily*”, “*weekly*” */
function adverb({ pieces }: Sight): Value | undefined {
  if (/^NN/.test(pieces[0]!.tag)) return undefined
  return { kind: "set", value: durationValue(1, ADVERBS[pieces[0]!.form]!) }
}

/** “*every Monday*”, “*Mondays*”, “*Tuesday nights*”, “*each July*” */
function repeatedDay(sight: Sight): Value | undefined {
  const day = pieceOf(sight, "D")
  const part = pieceOf(sight, "P")
  const month = pieceOf(sight, "M")
  const many = sight.pieces.some(({ letter }) => letter === "j") || /days$/.test(day?.form ?? "") || /s$/.test(part?.form ?? "")
  if (!many) return undefined
  if (month) return { kind: "set", value: `XXXX-${String(month.number).padStart(2, "0")}` }
  return { kind: "set", value: day ? `XXXX-WXX-${day.number || 7}${part ? "TNI" : ""}` : "P1D" }
}

/** How long something lasts. */
export const DURATIONS: readonly Rule[] = [
  rule("~r?[lxtwo]{0,3}[nv]{1,3}[.qlx]?-?%(?:-?O)?", lasting),
  rule("~ro?[nv]{1,3}%", lasting),
  rule("~av?i?n?-?%(?:-O)?", lasting),
  rule("r(?:c|\\.)?[UY]", theYear),
  rule("~(?<!-)[UYQC]", bare),
]

/** What comes again. */
export const SETS: readonly Rule[] = [rule("jn?%", repeated), rule("s", adverb), rule("j?DP?|jM", repeatedDay)]
