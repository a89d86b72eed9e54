/** A moment of ISO 8601 as UTC with milliseconds, so that moments sort as text; a day stays a day, and sorts before its hours. Null for none. */
export function momentOf(date: string | null): string | null {
  if (!date) return null
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return date
  const [, day, time, zone] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(date) ?? []
  if (!day || !time) return null
  const stamp = Date.parse(`${day}T${time.replace(",", ".")}${zoneOf(zone)}`)
  return Number.isNaN(stamp) ? null : new Date(stamp).toISOString()
}

/** Without a zone a time is taken as UTC: a few hours off, and the same everywhere. */
function zoneOf(zone = "Z"): string {
  const [, sign, hours, minutes = "00"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? []
  return sign ? `${sign}${hours}:${minutes}` : "Z"
}

/** The last moment that still counts as a date of EDTF or ISO 8601: the end of its day, month or year; of an interval, of its end. */
export function endOf(date: string): string | null {
  const last = date.split("/").at(-1) ?? ""
  if (/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(last)) return `${last}~`
  return momentOf(last)
}

/** Days since 1970 of a moment or day; 0 where there is none. */
export function dayNumber(moment: string | null): number {
  const stamp = Date.parse(`${(moment ?? "").slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(stamp) ? 0 : Math.floor(stamp / DAY_MS)
}

const DAY_MS = 86_400_000

/** When a statement stands in time: when it was said, where the year is known; else its article's moment. */
export function whenSaid(said: string | null, article: string): string {
  const last = said?.split("/").at(-1) ?? ""
  return /^\d{4}-\d\d-\d\d/.test(last) ? last.slice(0, 10) : article
}
