const MONTHS = "January February March April May June July August September October November December".split(" ")

/**
 * A date of ISO 8601 or EDTF in words: “10 November 2024”, “October 2024”, “10 November, year unknown”, “4 to 10 November 2024”
 * as “4 November 2024 to 10 November 2024”. A time of day is left out; what it cannot read stays as it is.
 */
export function dateInWords(value: string): string {
  const [from = "", to] = value.split("/")
  return to ? `${dayInWords(from)} to ${dayInWords(to)}` : dayInWords(value)
}

function dayInWords(date: string): string {
  const [, year, month, day] = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(date) ?? []
  if (!year) return date
  const name = month ? MONTHS[Number(month) - 1] : undefined
  if (!name) return month ? date : year
  const dayAndMonth = day ? `${Number(day)} ${name}` : name
  return year === "XXXX" ? `${dayAndMonth}, year unknown` : `${dayAndMonth} ${year}`
}
