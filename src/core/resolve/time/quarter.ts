import { dateOf } from "./day.ts"
import { aside, numberOf, pieceOf, type Rule, rule, type Sight } from "./sight.ts"
import type { Value } from "./value.ts"

/** “the *third quarter of 2021*”, “*third-quarter* profit”, “*the fiscal first quarter*”: the last of that number that has begun, unless told. */
function numbered(sight: Sight): Value | null | undefined {
  const quarter = numberOf(sight, "o")!
  if (quarter > 4) return undefined
  const year = numberOf(sight, "y")
  if (year !== null) return { kind: "quarter", year, quarter }
  const { today, tense } = sight
  if (today === null) return null
  const way = sight.pieces.some(({ letter }) => letter === "Y") ? numberOf(sight, "ltx") : null
  const { year: own, month } = dateOf(today)
  if (way !== null) return { kind: "quarter", year: own + way, quarter }
  const begins = quarter * 3 - 2
  if (tense === "future") return { kind: "quarter", year: month > begins + 5 ? own + 1 : own, quarter }
  return { kind: "quarter", year: begins > month ? own - 1 : own, quarter }
}

/** “*Q3 2021*”, “*2021 Q3*”, “*Q3*” */
function lettered(sight: Sight): Value | null | undefined {
  return numbered({ ...sight, pieces: sight.pieces.map(each => (each.letter === "G" ? { ...each, letter: "o" } : each)) })
}

/** “*the quarter*”, “*the period*”: the one spoken of; “*the latest quarter*” the last that ended. */
function spokenOf({ history, today, pieces }: Sight): Value | null | undefined {
  const isPeriod = pieces.at(-1)!.letter === "p"
  if (history.quarter) return { kind: "quarter", ...history.quarter }
  if (isPeriod && pieces.at(-2)!.form !== "latest") return undefined
  return today === null ? null : shifted(quarterOf(today), -1)
}

/** “*this quarter*”, “*last quarter*”, “*the current quarter*” */
function relativeQuarter(sight: Sight): Value | null | undefined {
  const { today } = sight
  const piece = pieceOf(sight, "ltx")!
  if (piece.form === "latest") return spokenOf(sight)
  if (sight.pieces.at(-1)!.letter === "p") return undefined
  return today === null ? null : shifted(quarterOf(today), piece.number)
}

/** “*the year-earlier quarter*”, “*a year ago*” where quarters are spoken of: the same quarter a year before. */
function yearBefore({ history, today }: Sight): Value | null | undefined {
  if (history.quarter) return { kind: "quarter", year: history.quarter.year - 1, quarter: history.quarter.quarter }
  if (history.year !== null) return { kind: "year", year: history.year - 1 }
  return today === null ? null : { kind: "year", year: dateOf(today).year - 1 }
}

/** “*the 1989 quarter*”, “*the 1989 period*” */
function ofYear(sight: Sight): Value | null {
  const year = numberOf(sight, "y")!
  const quarter = numberOf(sight, "o") ?? sight.history.quarter?.quarter
  return quarter ? { kind: "quarter", year, quarter } : { kind: "year", year }
}

/** “the *first half of 2021*” */
function half(sight: Sight): Value | null | undefined {
  const number = pieceOf(sight, "o")?.number ?? 2
  if (number > 2) return undefined
  const year = numberOf(sight, "y")
  const { today } = sight
  if (year === null && today === null) return null
  return { kind: "half", year: year ?? dateOf(today!).year + (numberOf(sight, "ltx") ?? 0), half: number }
}

export function quarterOf(day: number): { readonly year: number; readonly quarter: number } {
  const { year, month } = dateOf(day)
  return { year, quarter: Math.ceil(month / 3) }
}

/** A quarter some quarters on. */
export function shifted({ year, quarter }: { year: number; quarter: number }, by: number): Value {
  const count = year * 4 + quarter - 1 + by
  return { kind: "quarter", year: Math.floor(count / 4), quarter: (count % 4) + 1 }
}

/** Quarters and halves of years, as reports of business speak of them. */
export const QUARTERS: readonly Rule[] = [
  rule("[ltx]Y'?(?:c-?)?o-?Q", numbered),
  rule("^[rta]?(?:t?[ltx])?(?:c-?)?o-?Q(?:i?c?y|,?i?[ltx]Y)?", numbered),
  rule("Gi?y|y-?G|G", lettered),
  rule("ryo?-?[Qp]", ofYear),
  aside("[ra]?(?:\\.(?=Y))?Y-?[ge]o?-?[Qp]?", yearBefore),
  aside("lY'[Qp]", yearBefore),
  aside("r?t?[ltx][Qp]", relativeQuarter),
  aside("[rw][Qp]", spokenOf),
  rule("[ra]?[ol]-?F(?:i?r?c?y|i[ltx]Y|irY)", half),
]
