/** A day as the count of days since 1 January 1970 in the Gregorian calendar, and what calendars call it. */

const DAY_MS = 86_400_000

/** The day of a date; days and months past the end of theirs run on. */
export function dayOf(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS)
}

export interface CalendarDate {
  readonly year: number
  /** From 1. */
  readonly month: number
  /** From 1. */
  readonly day: number
}

export function dateOf(day: number): CalendarDate {
  const date = new Date(day * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The day of an ISO 8601 date or date and time; null for anything else. */
export function dayFrom(iso: string | null): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? "") ?? []
  return year ? dayOf(Number(year), Number(month), Number(day)) : null
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/** The Monday of a day's week (ISO 8601). */
export function mondayOf(day: number): number {
  return day - ((weekdayOf(day) + 6) % 7)
}

/** “2024-W46”: the week a Monday begins (ISO 8601). */
export function weekName(monday: number): string {
  const { year } = dateOf(monday + 3)
  const first = mondayOf(dayOf(year, 1, 4))
  return `${year}-W${two((monday - first) / 7 + 1)}`
}

/** “2024-11-10”. */
export function isoDay(day: number): string {
  const date = dateOf(day)
  return `${four(date.year)}-${two(date.month)}-${two(date.day)}`
}

/** The same day of another month, or the last of that month when it is shorter. */
export function addMonths(day: number, months: number): number {
  const date = dateOf(day)
  const month = date.year * 12 + date.month - 1 + months
  const first = { year: Math.floor(month / 12), month: (((month % 12) + 12) % 12) + 1 }
  const last = dayOf(first.year, first.month + 1, 1) - dayOf(first.year, first.month, 1)
  return dayOf(first.year, first.month, Math.min(date.day, last))
}

export function two(number: number): string {
  return String(number).padStart(2, "0")
}

export function four(number: number): string {
  return String(number).padStart(4, "0")
}
