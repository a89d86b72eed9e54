import { dateOf, dayOf } from "./day.ts"
import { HOLIDAYS } from "./lexicon.ts"
import { numberOf, pieceOf, type Rule, rule, type Sight } from "./sight.ts"
import type { Value } from "./value.ts"

/** “*11/02/89*”, “*2024-11-02*”: month before day, as American papers write, unless that is no month. */
function inFigures({ pieces }: Sight): Value | undefined {
  const parts = pieces[0]!.form.split(/[/.-]/).map(Number)
  const [year, month, day] = parts[0]! > 31 ? parts : [parts[2]!, parts[0]!, parts[1]!]
  const full = year! < 100 ? year! + (year! < 50 ? 2000 : 1900) : year!
  if (month! > 12) return day! > 12 ? undefined : { kind: "day", day: dayOf(full, day!, month!) }
  return day! > 31 || !month || !day ? undefined : { kind: "day", day: dayOf(full, month, day) }
}

/** “on *Nov. 10, 2021*”, “*Friday, Nov. 10*”, “*the 10th of November*” */
export function monthAndDay(sight: Sight): Value | undefined {
  const month = numberOf(sight, "M")!
  const day = numberOf(sight, "no")!
  if (day < 1 || day > (month === 2 ? 29 : 31)) return undefined
  const year = numberOf(sight, "y")
  if (year !== null) return { kind: "day", day: dayOf(year, month, day) }
  const { today } = sight
  return today === null ? { kind: "yearless", month, day } : { kind: "day", day: nearestDay(sight, today, month, day) }
}

/** A day without year lies near publication, on the side that the tense tells when it lies far. */
function nearestDay({ tense }: Sight, today: number, month: number, day: number): number {
  const { year } = dateOf(today)
  const here = dayOf(year, month, day)
  const ahead = here - today
  if (ahead > (tense === "past" ? FAR_PAST : HALF_YEAR)) return dayOf(year - 1, month, day)
  return ahead < (tense === "past" ? FAR_PAST - YEAR : -HALF_YEAR) ? dayOf(year + 1, month, day) : here
}

/** Days. */
const NEAR = 31
const FAR_PAST = 75
const HALF_YEAR = 200
const YEAR = 365

/** “in *October 2021*”, “*October last year*” */
function monthOfYear(sight: Sight): Value | null {
  const month = numberOf(sight, "M")!
  const year = numberOf(sight, "y")
  if (year !== null) return { kind: "month", year, month }
  const { today } = sight
  return today === null ? null : { kind: "month", year: dateOf(today).year + numberOf(sight, "ltx")!, month }
}

/** “in *October*”, “*last October*”, “*next May*”: of the months of that name the one that the tense points to. */
function monthAlone(sight: Sight): Value | null | undefined {
  const { form, number: month } = pieceOf(sight, "M")!
  if (SHORT.test(form) && !/^(in|from|since|to|until|by|through|between|and|of)$/.test(sight.before?.form ?? "")) return undefined
  const { today, tense } = sight
  if (today === null) return { kind: "yearless", month, day: null }
  const date = dateOf(today)
  const way = numberOf(sight, "ltx")
  const ahead = month - date.month
  if (way === -1) return { kind: "month", year: date.year - (ahead >= 0 ? 1 : 0), month }
  if (way === 1) return { kind: "month", year: date.year + (ahead <= 0 ? 1 : 0), month }
  if (way === 0) return { kind: "month", year: date.year, month }
  return { kind: "month", year: date.year + yearsOff(ahead, tense), month }
}

/** “Jan” without its point is as often someone's name. */
const SHORT = /^(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/

/** Of a month that lies some months ahead of this one in the calendar: how many years off it is meant. */
function yearsOff(ahead: number, tense: Sight["tense"]): number {
  if (tense === "past") return ahead > 0 ? -1 : 0
  return ahead > MONTHS_AHEAD ? -1 : ahead < -MONTHS_BACK || (tense === "future" && ahead < 0) ? 1 : 0
}

const MONTHS_AHEAD = 7
const MONTHS_BACK = 7

/** “in *1989*”, “*fiscal 1990*”; not “*1,989* ships”, “$1989”, “1989 people” */
function yearAlone(sight: Sight): Value | undefined {
  const { before, behind } = sight
  if (before && /^[$£€#.]$/.test(before.form)) return undefined
  if (behind && (/^(%|percent|people|miles|feet|points|shares|pounds|tons|men|women|dollars)$/.test(behind.form) || behind.letter === "h"))
    return undefined
  if (before?.letter === "-" && before.end === pieceOf(sight, "y")!.start && !/[ybef]/.test(before.form)) return undefined
  return { kind: "year", year: numberOf(sight, "y")! }
}

/** “the *1990s*”, “the *nineties*” */
function decade(sight: Sight): Value {
  return { kind: "decade", tens: numberOf(sight, "z")! }
}

/** “the *19th century*”; “*this century*” */
function century(sight: Sight): Value | undefined {
  const piece = pieceOf(sight, "U")!
  if (piece.unit !== "century") return undefined
  return { kind: "century", hundreds: numberOf(sight, "o")! - 1 }
}

/** “the *summer of 2016*”, “*last fall*”, “*this spring*”, “in *the summer*” */
function season(sight: Sight): Value | null {
  const index = numberOf(sight, "S")!
  const year = numberOf(sight, "y")
  if (year !== null) return { kind: "season", year, season: index }
  const { today, tense } = sight
  if (today === null) return null
  const { year: own, month } = dateOf(today)
  const way = numberOf(sight, "ltx")
  const begun = month >= SEASON_BEGINS[index]!
  const back = way === -1 ? !begun || month < SEASON_BEGINS[index]! + 3 : way === null && tense === "past" && !begun
  const ahead = way === 1 ? begun : way === null && tense === "future" && month > SEASON_BEGINS[index]! + 2
  return { kind: "season", year: own + (back ? -1 : ahead ? 1 : 0), season: index }
}

/** Months. Winter is named for the year it begins in. */
const SEASON_BEGINS = [3, 6, 9, 12]

/** “on *Christmas*”, “*last Thanksgiving*”, “*Election Day*” */
function holiday(sight: Sight): Value | null | undefined {
  const words = sight.pieces.filter(({ letter }) => !"ltxry,".includes(letter)).map(({ form }) => form)
  const given =
    HOLIDAYS[
      words
        .join(" ")
        .replace(/ (?=['’]s)/, "")
        .replace("’", "'")
    ] ?? HOLIDAYS[words[0]!]
  if (!given) return undefined
  const { today, tense } = sight
  const year = numberOf(sight, "y")
  if (year !== null) return { kind: "day", day: holidayIn(year, given) }
  if (today === null) return null
  const { year: own } = dateOf(today)
  const here = holidayIn(own, given)
  const back = here > today && (numberOf(sight, "lt") === -1 || (tense === "past" && here - today > NEAR))
  return { kind: "day", day: back ? holidayIn(own - 1, given) : here < today && tense === "future" ? holidayIn(own + 1, given) : here }
}

function holidayIn(year: number, [month, nth, weekday]: (typeof HOLIDAYS)[string]): number {
  if (weekday === undefined) return dayOf(year, month, nth)
  const anchor = nth > 0 ? dayOf(year, month, 1) : dayOf(year, month + 1, 0)
  const own = (((anchor + 4) % 7) + 7) % 7
  return nth > 0 ? anchor + ((weekday - own + 7) % 7) + 7 * (nth - 1) : anchor - ((own - weekday + 7) % 7)
}

/** Times that name their place in the calendar. */
export const CALENDAR: readonly Rule[] = [
  rule("d", inFigures),
  rule("(?:[ltx]?D,?)?^?(?:M[no](?:,?y|iy)?|r?oiM(?:,?y)?|nM,?y|nM)(?![h.]?m)", monthAndDay),
  rule("^M[,i'-]?y", monthOfYear),
  rule("^M,?i?[tlx]Y", monthOfYear),
  rule("^(?:t?[ltx])?M", monthAlone),
  rule("r?^z", decade),
  rule("r?o-?U", century),
  rule("^r?(?:t?[ltx])?S(?:i?y)", season),
  rule("^r?t?[ltx]S", season),
  rule("^rS", season),
  rule("[ltx]?H(?:U)?(?:,?y)?", holiday),
  rule("(?:^r?c?|rY)y", yearAlone),
]
