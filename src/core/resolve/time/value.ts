import { four, isoDay, mondayOf, two, weekName } from "./day.ts"

/** What a time expression stands for. `year` is null where nothing tells it. Days are counted from 1 January 1970. */
export type Value =
  | { readonly kind: "day"; readonly day: number; readonly part?: string }
  | { readonly kind: "yearless"; readonly month: number; readonly day: number | null }
  | { readonly kind: "clock"; readonly day: number | null; readonly time: string }
  | { readonly kind: "week"; readonly monday: number }
  | { readonly kind: "weekend"; readonly saturday: number }
  | { readonly kind: "month"; readonly year: number; readonly month: number }
  /** Quarters from 1. */
  | { readonly kind: "quarter"; readonly year: number; readonly quarter: number }
  | { readonly kind: "half"; readonly year: number; readonly half: number }
  /** Seasons from 0, spring. */
  | { readonly kind: "season"; readonly year: number; readonly season: number }
  | { readonly kind: "year"; readonly year: number }
  /** The year less its last digit. */
  | { readonly kind: "decade"; readonly tens: number }
  /** The year less its last two digits. */
  | { readonly kind: "century"; readonly hundreds: number }
  /** `count` is null for “several years”. */
  | { readonly kind: "duration"; readonly count: number | null; readonly unit: Unit }
  /** “an 18-month-old”: TimeML leaves ages out. */
  | { readonly kind: "age"; readonly count: number | null; readonly unit: Unit }
  | { readonly kind: "set"; readonly value: string }
  | { readonly kind: "reference"; readonly way: "PAST" | "PRESENT" | "FUTURE" }

export type Unit = "second" | "minute" | "hour" | "day" | "week" | "weekend" | "month" | "quarter" | "year" | "decade" | "century"

type TimexType = "DATE" | "TIME" | "DURATION" | "SET"

/** The value as TIMEX3 has it (TimeML 1.2.1): for measuring. Null where the words alone do not tell it. */
export function timexOf(value: Value | null): { readonly type: TimexType; readonly value: string } {
  if (!value) return { type: "DATE", value: "XXXX-XX-XX" }
  return { type: typeOf(value), value: timexValue(value) }
}

function typeOf({ kind, ...rest }: Value): TimexType {
  if (kind === "duration" || kind === "age") return "DURATION"
  if (kind === "set") return "SET"
  return kind === "clock" || "part" in rest ? "TIME" : "DATE"
}

const SEASONS = ["SP", "SU", "FA", "WI"]

function timexValue(value: Value): string {
  switch (value.kind) {
    case "day":
      return `${isoDay(value.day)}${value.part ? `T${value.part}` : ""}`
    case "yearless":
      return `XXXX-${two(value.month)}${value.day === null ? "" : `-${two(value.day)}`}`
    case "clock":
      return `${value.day === null ? "XXXX-XX-XX" : isoDay(value.day)}T${value.time}`
    case "week":
      return weekName(value.monday)
    case "weekend":
      return `${weekName(mondayOf(value.saturday))}-WE`
    case "month":
      return `${four(value.year)}-${two(value.month)}`
    case "quarter":
      return `${four(value.year)}-Q${value.quarter}`
    case "half":
      return `${four(value.year)}-H${value.half}`
    case "season":
      return `${four(value.year)}-${SEASONS[value.season]}`
    case "year":
      return four(value.year)
    case "decade":
      return String(value.tens)
    case "century":
      return String(value.hundreds)
    case "duration":
    case "age":
      return durationValue(value.count, value.unit)
    case "set":
      return value.value
    case "reference":
      return `${value.way}_REF`
  }
}

/** Letters of units, and how many of the unit lettered one is: a decade is ten years. */
const UNITS: Readonly<Record<Unit, readonly [string, number]>> = {
  second: ["T#S", 1],
  minute: ["T#M", 1],
  hour: ["T#H", 1],
  day: ["#D", 1],
  weekend: ["#WE", 1],
  week: ["#W", 1],
  month: ["#M", 1],
  quarter: ["#Q", 1],
  year: ["#Y", 1],
  decade: ["#Y", 10],
  century: ["#Y", 100],
}

/** “P2M”, “PT3H”, “PXY” (ISO 8601; TimeML's X for a number that is not told). */
export function durationValue(count: number | null, unit: Unit): string {
  const [letters, each] = UNITS[unit]
  if (count === null && each > 1) return `PX${unit === "decade" ? "E" : "C"}`
  return `P${letters.replace("#", count === null ? "X" : String(count * each))}`
}

/**
 * The value in EDTF (ISO 8601-2): days, months, years; seasons 21 (spring) to 24, quarters 33 to 36, halves 40 and 41; weeks and weekends as
 * intervals; “199X” for a decade. Null for what is no stretch of the calendar.
 */
export function edtfOf(value: Value | null): string | null {
  switch (value?.kind) {
    case "day":
      return isoDay(value.day)
    case "clock":
      return value.day === null ? null : isoDay(value.day)
    case "week":
      return `${isoDay(value.monday)}/${isoDay(value.monday + 6)}`
    case "weekend":
      return `${isoDay(value.saturday)}/${isoDay(value.saturday + 1)}`
    case "quarter":
      return `${four(value.year)}-${32 + value.quarter}`
    case "half":
      return `${four(value.year)}-${39 + value.half}`
    case "season":
      return `${four(value.year)}-${21 + value.season}`
    case "decade":
      return `${value.tens}X`
    case "century":
      return `${value.hundreds}XX`
    case "yearless":
    case "month":
    case "year":
      return timexValue(value)
    default:
      return null
  }
}
