import { monthAndDay } from "./calendar.ts"
import { addMonths, dateOf, mondayOf, weekdayOf } from "./day.ts"
import { PARTS } from "./lexicon.ts"
import { quarterOf, shifted } from "./quarter.ts"
import { aside, numberOf, pieceOf, type Rule, rule, type Sight } from "./sight.ts"
import type { Unit, Value } from "./value.ts"

/** The unit that holds a day, some units on. */
function unitAt(day: number, unit: Unit, by: number): Value {
  const { year, month } = dateOf(day)
  const there = dateOf(addMonths(day, by))
  const values: Readonly<Record<Unit, () => Value>> = {
    second: () => ({ kind: "reference", way: by < 0 ? "PAST" : "FUTURE" }),
    minute: () => ({ kind: "day", day }),
    hour: () => ({ kind: "day", day }),
    day: () => ({ kind: "day", day: day + by }),
    week: () => ({ kind: "week", monday: mondayOf(day) + 7 * by }),
    weekend: () => ({ kind: "weekend", saturday: mondayOf(day) + 5 + 7 * by }),
    month: () => ({ kind: "month", ...(by ? { year: there.year, month: there.month } : { year, month }) }),
    quarter: () => shifted(quarterOf(day), by),
    year: () => ({ kind: "year", year: year + by }),
    decade: () => ({ kind: "decade", tens: Math.floor(year / 10) + by }),
    century: () => ({ kind: "century", hundreds: Math.floor(year / 100) + by }),
  }
  return values[unit]()
}

/** “*yesterday*”, “*early today*”, “*tomorrow morning*”, “*tonight*” */
function dayWord(sight: Sight): Value | null {
  const { today } = sight
  if (today === null) return null
  const word = pieceOf(sight, "T")!
  return withPart(sight, today + word.number, word.form === "tonight")
}

function withPart(sight: Sight, day: number, night = false): Value {
  const part = night ? "NI" : PARTS[pieceOf(sight, "P")?.form ?? ""]
  return part ? { kind: "day", day, part } : { kind: "day", day }
}

/** “*this morning*”, “*last night*”, “*overnight*” */
function partOfToday(sight: Sight): Value | null {
  const { today } = sight
  const way = numberOf(sight, "ltx") ?? 0
  return today === null ? null : withPart(sight, today + way)
}

/** “*that morning*”, “*the next morning*”: of the day spoken of. */
function partOfThatDay(sight: Sight): Value | null {
  const { history, today } = sight
  const day = history.day ?? today
  return day === null ? null : withPart(sight, day + (numberOf(sight, "xl") ?? 0))
}

/** “on *Friday*”, “*late Friday night*”, “*last Friday*”: the last one before publication, that day included; ahead where the tense looks ahead. */
function weekday(sight: Sight): Value | null {
  const { today, tense } = sight
  if (today === null) return null
  const wanted = numberOf(sight, "D")!
  const back = (weekdayOf(today) - wanted + 7) % 7
  const way = pieceOf(sight, "ltx")
  if (way?.form === "last" || way?.form === "past") return withPart(sight, today - (back || 7))
  if (way?.form === "previous")
    return withPart(sight, (sight.history.day ?? today) - ((weekdayOf(sight.history.day ?? today) - wanted + 7) % 7 || 7))
  if (way?.number === 1 || (way && tense !== "past")) return withPart(sight, today + (7 - back || 7))
  return withPart(sight, tense === "future" ? today + ((7 - back) % 7) : today - back)
}

/** “*Tuesday last week*”, “*Monday of this week*” */
function weekdayOfWeek(sight: Sight): Value | null {
  const { today } = sight
  if (today === null) return null
  return { kind: "day", day: mondayOf(today) + 7 * numberOf(sight, "ltx")! + ((numberOf(sight, "D")! + 6) % 7) }
}

/** “*the week of April 10*” */
function weekOf(sight: Sight): Value | null | undefined {
  if (pieceOf(sight, "U")!.unit !== "week") return undefined
  const value = monthAndDay(sight)
  return value?.kind === "day" ? { kind: "week", monday: mondayOf(value.day) } : null
}

/** “*last week*”, “*earlier this month*”, “*next year*”, “*the current fiscal year*” */
function unitByWay(sight: Sight): Value | null | undefined {
  const { today } = sight
  const { unit, number: plural } = pieceOf(sight, "UYWC")!
  if (plural || !unit) return undefined
  if (today === null) return null
  const way = sight.pieces.findLast(({ letter }) => "ltx".includes(letter))!
  const { form } = way
  if (/^(second|minute)$/.test(unit)) return undefined
  if (unit === "hour") return { kind: "duration", count: 1, unit }
  if (unit === "day" || form === "following" || form === "previous" || form === "preceding" || form === "subsequent")
    return nextTo(sight, unit, way.number)
  if (form === "past" && (unit === "decade" || unit === "century")) return { kind: "duration", count: 1, unit }
  if (unit === "weekend" && way.number === -1) return unitAt(today, unit, -1)
  if (unit === "weekend" && way.number === 0 && sight.tense === "past" && weekdayOf(today) > 0 && weekdayOf(today) < 6)
    return unitAt(today, unit, -1)
  return unitAt(today, unit, way.number)
}

/** “*the following day*”, “*the previous month*”: beside the one spoken of. */
function nextTo({ history, today }: Sight, unit: Unit, by: number): Value | null {
  const day = history.day ?? (unit === "year" && history.year !== null ? null : today)
  if (unit === "year" && history.year !== null) return { kind: "year", year: history.year + by }
  return day === null ? null : unitAt(day, unit, by)
}

/** “*that day*”, “*the same month*”: the one spoken of. */
function unitSpokenOf(sight: Sight): Value | null | undefined {
  const { history, today } = sight
  const { unit, number: plural } = pieceOf(sight, "UYW")!
  if (plural || !unit) return undefined
  if (unit === "year" && history.year !== null) return { kind: "year", year: history.year }
  if (unit === "month" && history.month) return { kind: "month", ...history.month }
  const day = history.day ?? today
  return day === null ? null : unitAt(day, unit, 0)
}

/** “over *the weekend*”: the last before publication. */
function theWeekend({ today, tense }: Sight): Value | null {
  if (today === null) return null
  const begun = weekdayOf(today) === 0 || weekdayOf(today) === 6
  return unitAt(today, "weekend", begun || tense === "future" ? 0 : -1)
}

/** “*the year*”, “*the month*”, “*year-end*”, “*the end of the year*”: the one of publication. */
function theUnit(sight: Sight): Value | null | undefined {
  const { unit, number: plural } = pieceOf(sight, "UY")!
  if (plural || !unit) return undefined
  if (unit === "day" && !sight.pieces.some(({ letter }) => letter === "b")) return undefined
  return sight.today === null ? null : unitAt(sight.today, unit, 0)
}

/** “*two years ago*”, “*a week ago*”, “*several years ago*” */
function ago(sight: Sight): Value | null | undefined {
  const { today, history, pieces } = sight
  const { unit = "year" } = pieceOf(sight, "UYQWC")!
  const count = numberOf(sight, "n") ?? (pieces.some(({ form }) => /^(several|few|many|some)$/.test(form)) || pieces[0]!.unit ? null : 1)
  if (/^(second|minute|hour)$/.test(unit)) return today === null ? null : { kind: "day", day: today }
  if (count === null) return { kind: "reference", way: "PAST" }
  if (unit === "year" && count === 1 && history.quarter) return { kind: "quarter", ...history.quarter, year: history.quarter.year - 1 }
  return today === null ? null : backBy(today, unit, count)
}

function backBy(day: number, unit: Unit, count: number): Value {
  if (unit === "decade") return unitAt(day, "year", -10 * count)
  return unit === "century" ? unitAt(day, "year", -100 * count) : unitAt(day, unit, -count)
}

/** “*a day earlier*”, “*two weeks later*”: counted from the day spoken of. */
function earlierOrLater(sight: Sight): Value | null | undefined {
  const { history, today, pieces } = sight
  if (!/^(earlier|later)$/.test(pieces.at(-1)!.form)) return undefined
  const { unit = "year" } = pieceOf(sight, "UYQWC")!
  const count = numberOf(sight, "n") ?? (pieceOf(sight, "v") ? null : 1)
  const way = numberOf(sight, "ef")!
  if (/^(second|minute|hour)$/.test(unit)) return { kind: "duration", count, unit }
  if (count === null) return { kind: "reference", way: way < 0 ? "PAST" : "FUTURE" }
  if (unit === "year" && way < 0) {
    if (history.quarter && count === 1) return { kind: "quarter", ...history.quarter, year: history.quarter.year - 1 }
    if (history.year !== null) return { kind: "year", year: history.year - count }
  }
  const day = history.day ?? today
  return day === null ? null : unitAt(day, unit, way * count)
}

/** “*now*”, “*recently*”, “*the future*”, “*the past*” */
function vague({ pieces, before }: Sight): Value | undefined {
  if (pieces.at(-1)!.letter === "l" && (pieces.at(-1)!.form !== "past" || before?.form !== "in")) return undefined
  const word = pieces.findLast(({ letter }) => "Kulk".includes(letter))!
  if (word.letter === "u") return { kind: "reference", way: "FUTURE" }
  return { kind: "reference", way: word.letter === "K" && word.number === 0 ? "PRESENT" : "PAST" }
}

/** “*recent years*”, “*these days*”, “*coming months*” */
function vagueUnits(sight: Sight): Value | undefined {
  const { unit, number: plural } = pieceOf(sight, "UYQWC")!
  if (!plural) return undefined
  return sight.pieces[0]!.form === "these" ? { kind: "reference", way: "PRESENT" } : { kind: "duration", count: null, unit: unit! }
}

/** Times told by their distance from the day of publication or from a time told before. */
export const RELATIVE: readonly Rule[] = [
  aside("(?:~a?v?i?n?-?|~)%-?g", ago),
  aside("~[anv]{1,3}%[ef]", earlierOrLater),
  rule("D,?i?[ltx]U|[ltx]U,?i?D", weekdayOfWeek),
  rule("rUiM[no](?:,?y)?", weekOf),
  rule("^r?(?:t?[ltx])?DP?", weekday),
  rule("^TP?|PT", dayWord),
  rule("^[tl]P", partOfToday),
  rule("r?[wx]P", partOfThatDay),
  rule("^r?(?:t?[ltx])c?-?[UYWC]", unitByWay),
  rule("^(?:r?w|wt)[UYW]", unitSpokenOf),
  rule("^rW", theWeekend),
  rule("(?:r?b|[ef])ir?c?[UY]|[ra]?Y'?-?b", theUnit),
  rule("rl(?![nvoUYQWC])|r\\.?u|K", vague),
  rule("r?[kx]%|w[UY]", vagueUnits),
]
