/** Before the first newspaper, or after any that can be: such years are mistakes of a template. */
const FIRST_YEAR = 1700
const LAST_YEAR = 2099

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\[[\w/]{1,40}\])?)?$/i
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?(z|[+-]\d{2}:?\d{2})?)?$/i
const SLASHED = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[ ,T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"
/** “November 11, 2024”, “Nov. 11th 2024”, and whatever follows. */
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})\\b`, "i")
/** “11 November 2024”, “Mon, 11-Nov-2024”. */
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s{1,3}of)?[\\s-]{1,3}${MONTH},?[\\s-]{1,3}(\\d{4})\\b`, "i")
/** “11/25/2024” or “25.11.2024”: read only where one of the numbers can be no month. */
const NUMBERS = /^\D{0,20}(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

/** The longest stamp: “Published: Wednesday, September 25, 2024 at 12:00 p.m. Eastern Daylight Time”. */
const LONGEST_STAMP = 120

/**
 * A date as a page states it, in ISO 8601: "2024-11-11", or "2024-11-11T17:32:10-05:00" with the seconds and the offset that were stated.
 * A time of day is kept only from machine-readable stamps. Null for what is no date, for days that no calendar has, for years outside 1700–2099,
 * and for dates that can be read two ways ("03/04/2024"). Never filled in from the clock.
 */
export function isoDate(stated: string | null | undefined): string | null {
  const words = stated?.trim()
  if (!words || words.length > LONGEST_STAMP) return null
  const machine = ISO.exec(words) ?? COMPACT.exec(words) ?? SLASHED.exec(words)
  if (machine) return dateAndTime(machine)
  if (/^\d{10}(?:\d{3})?$/.test(words)) return fromEpoch(Number(words.slice(0, 10)))
  return wordedDate(words)
}

/** The first date that is written in words within a line: “Published Nov. 11, 2024 at 5 p.m.”. */
export function wordedDate(words: string): string | null {
  const monthFirst = MONTH_FIRST.exec(words)
  if (monthFirst) return day(monthFirst[3]!, monthNumber(monthFirst[1]!), monthFirst[2]!)
  const dayFirst = DAY_FIRST.exec(words)
  if (dayFirst) return day(dayFirst[3]!, monthNumber(dayFirst[2]!), dayFirst[1]!)
  const iso = /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(words)
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!)
  return fromNumbers(words)
}

function fromNumbers(words: string): string | null {
  const [, first, second, year] = NUMBERS.exec(words) ?? []
  if (!first || !second || !year) return null
  if (Number(first) > 12) return day(year, second, first)
  return Number(second) > 12 || first === second ? day(year, first, second) : null
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}

function dateAndTime([, year, month, date, hour, minute, second, zone]: RegExpExecArray): string | null {
  const on = day(year!, month!, date!)
  if (!on || hour === undefined || minute === undefined) return on
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return on
  const offset = offsetOf(zone)
  // Midnight without an offset is a template's way to say that no time is known.
  if (offset === "" && Number(hour) + Number(minute) + Number(second ?? 0) === 0) return on
  return `${on}T${hour.padStart(2, "0")}:${minute}:${second ?? "00"}${offset}`
}

function offsetOf(zone: string | undefined): string {
  if (!zone) return ""
  if (/^(?:z|utc|gmt)$/i.test(zone)) return "Z"
  const [sign, digits] = [zone[0]!, zone.slice(1).replace(":", "").padEnd(4, "0")]
  const hours = Number(digits.slice(0, 2))
  return hours > 14 ? "" : `${sign}${digits.slice(0, 2)}:${digits.slice(2)}`
}

function day(year: string, month: string, date: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(date)]
  if (y < FIRST_YEAR || y > LAST_YEAR || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return null
  return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function fromEpoch(seconds: number): string | null {
  // 1990: no page is older; small numbers are ids.
  if (seconds < 631_152_000) return null
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
}
