import { dateOf, dayOf, two, weekdayOf } from "./day.ts"
import { PARTS } from "./lexicon.ts"
import { numberOf, pieceOf, type Rule, rule, type Sight } from "./sight.ts"
import type { Value } from "./value.ts"

/** “at *9:30 a.m. EST on Friday*”, “*noon Thursday*”, “*5 p.m. Nov. 10*” */
function oClock(sight: Sight): Value | undefined {
  const time = timeOf(sight)
  return time ? { kind: "clock", day: dayOfClock(sight), time } : undefined
}

function timeOf(sight: Sight): string | null {
  const noon = pieceOf(sight, "P")
  const given = pieceOf(sight, "hn")
  if (!given) return noon ? (PARTS[noon.form] ?? null) : null
  const [hour, minute] = given.letter === "h" ? given.form.split(":").map(Number) : [given.number, 0]
  const half = pieceOf(sight, "m")?.form.startsWith("p") || (noon && /^(afternoon|evening|night)$/.test(noon.form))
  if (hour! > 24 || (given.letter === "n" && hour! > 12)) return null
  const whole = half && hour! < 12 ? hour! + 12 : !half && hour === 12 && pieceOf(sight, "m") ? 0 : hour!
  return `${two(whole)}:${two(minute!)}`
}

function dayOfClock(sight: Sight): number | null {
  const { today, history } = sight
  const month = numberOf(sight, "M")
  if (today === null) return null
  if (month !== null) return dayOf(dateOf(today).year, month, sight.pieces.findLast(({ letter }) => letter === "n")!.number)
  const word = pieceOf(sight, "T")
  if (word) return today + word.number
  const wanted = numberOf(sight, "D")
  if (wanted === null) return history.day ?? today
  const back = (weekdayOf(today) - wanted + 7) % 7
  return sight.tense === "future" ? today + ((7 - back) % 7) : today - back
}

/** Times of day. */
export const CLOCK: readonly Rule[] = [
  rule("(?:[nh]m|(?<=i)h)(?:,?\\.?Z)?(?:,?i?(?:D(?:,?Mn)?|T|Mn))?", oClock),
  rule("P(?=,?i?[DT])i?(?:D|T)(?!P)", sight => (/^\d/.test(PARTS[sight.pieces[0]!.form] ?? "") ? oClock(sight) : undefined)),
  rule("[nh]irP", oClock),
  rule("P", sight => (/^(noon|midnight|midday)$/.test(sight.pieces[0]!.form) ? oClock(sight) : undefined)),
]
