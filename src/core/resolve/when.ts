import * as chrono from "chrono-node/en"
import type { Known, Said } from "../data.ts"
import type { Run } from "../tree.ts"
import { type Scene, spanOf } from "./scene.ts"

/** A date in the text with its value. */
export interface Dated {
  readonly first: number
  readonly last: number
  readonly said: Said
}

/** Words that can belong to a date. Only sentences with one are handed to the date reader: it is the slowest of all. */
const DATE_WORD =
  /\b(mon|tues?|wednes|thurs?|fri|satur|sun)(day)?\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)|\b(today|yesterday|tomorrow|tonight|week|weekend|month|year|ago|last|morning|afternoon|evening|earlier|later|spring|summer|fall|autumn|winter)\b|\b(19|20)\d\d\b/i

/** All dates of one sentence. */
export function datesIn(scene: Scene, sentence: Run): Dated[] {
  const { start, end } = spanOf(scene, sentence)
  const words = scene.prose.text.slice(start, end)
  if (words.length > LONGEST_SENTENCE || !DATE_WORD.test(words)) return []
  const reference = referenceOf(scene)
  const found = parsed(words, reference).flatMap(result => {
    const span = { start: start + result.index, end: start + result.index + result.text.length }
    const value = dateValue(result, words, reference)
    if (!value) return []
    const first = tokenFrom(scene, sentence, span.start)
    const last = tokenFrom(scene, sentence, span.end - 1) + 1
    return first < last ? [{ first, last, said: { ...span, value: value.value, known: value.known } }] : []
  })
  return [...found, ...plainDates(scene, sentence, found)]
}

/** “in *2009*”, “in the *spring*”, “over the *weekend*”: years, seasons and weekends that the date reader passes over. Seasons as in EDTF: 21 spring to 24 winter. */
function plainDates(scene: Scene, { first, last }: Run, found: readonly Dated[]): Dated[] {
  const reference = referenceOf(scene)
  const dates: Dated[] = []
  for (let token = first + 1; token < last; token++) {
    if (found.some(date => date.first <= token && token < date.last)) continue
    const value = plainValue(scene, token, reference)
    if (value) dates.push({ first: token, last: token + 1, said: { ...scene.prose.tokens[token]!, ...value } })
  }
  return dates
}

function plainValue({ forms }: Scene, token: number, reference: Reference): Value | null {
  const word = forms[token]!.toLowerCase()
  const before = forms[token - 1]!.toLowerCase()
  const year = String(reference.day.getUTCFullYear())
  if (/^(19|20)\d\d$/.test(word) && /^(in|of|since|by|during)$/.test(before)) return { value: word, known: "stated" }
  if (!reference.known) return null
  const season = ["spring", "summer", "fall", "autumn", "winter"].indexOf(word)
  if (season >= 0 && before === "the")
    return { value: `${year}-${21 + Math.min(season === 3 ? 2 : season === 4 ? 3 : season, 3)}`, known: "inferred" }
  if (word !== "weekend" || !/^(the|this|last)$/.test(before)) return null
  const sunday = addDays(reference.day, -reference.day.getUTCDay() || -7)
  return { value: `${iso(addDays(sunday, -1))}/${iso(sunday)}`, known: "inferred" }
}

/** Characters. Longer sentences are lists and tables. */
const LONGEST_SENTENCE = 2_000

interface Reference {
  /** Day of publication; without one a fixed day stands in, and nothing that depends on it is kept. */
  readonly day: Date
  readonly known: boolean
}

function referenceOf({ article }: Scene): Reference {
  const day = /^\d{4}-\d\d-\d\d/.exec(article.published ?? "")?.[0]
  return { day: new Date(`${day ?? "2001-01-01"}T12:00:00Z`), known: day !== undefined }
}

function parsed(words: string, { day }: Reference): chrono.ParsedResult[] {
  return chrono.casual.parse(words, { instant: day, timezone: 0 })
}

interface Value {
  readonly value: string
  readonly known: Known
}

/** EDTF for a date: as fine as the words are, and with an unknown year where nothing tells it. */
function dateValue(result: chrono.ParsedResult, sentence: string, reference: Reference): Value | null {
  const words = result.text.toLowerCase()
  for (const read of VALUE_READERS) {
    const value = read({ result, words, sentence, reference })
    if (value !== undefined) return value
  }
  return null
}

interface DateSight {
  readonly result: chrono.ParsedResult
  readonly words: string
  readonly sentence: string
  readonly reference: Reference
}

type ValueReader = (sight: DateSight) => Value | null | undefined

/** “last *month*”, “earlier this *year*”, “last *year*” */
function monthOrYear({ words, reference }: DateSight): Value | null | undefined {
  const [, way, unit] = /^(?:earlier |late |early |later )?(last|this) (month|year)$/.exec(words) ?? []
  if (!way) return undefined
  if (!reference.known) return null
  const [year, month] = [reference.day.getUTCFullYear(), reference.day.getUTCMonth()]
  const back = way === "last" ? 1 : 0
  if (unit === "year") return { value: String(year - back), known: "inferred" }
  return { value: iso(new Date(Date.UTC(year, month - back, 1))).slice(0, "2024-11".length), known: "inferred" }
}

/** “over the *weekend*”, “last *weekend*”: the last Saturday and Sunday before publication. */
function weekend({ words, reference }: DateSight): Value | null | undefined {
  if (!/\bweekend$/.test(words) || /^next/.test(words)) return undefined
  if (!reference.known) return null
  const sunday = addDays(reference.day, -reference.day.getUTCDay() || -7)
  return { value: `${iso(addDays(sunday, -1))}/${iso(sunday)}`, known: "inferred" }
}

/** “last *week*”: the week before that of publication, Monday to Sunday (ISO 8601). */
function week({ words, reference }: DateSight): Value | null | undefined {
  const way = /^(last|this|next|earlier this) week$/.exec(words)?.[1]
  if (!way) return undefined
  if (!reference.known) return null
  const monday = addDays(reference.day, -((reference.day.getUTCDay() + 6) % 7) + (way === "last" ? -7 : way === "next" ? 7 : 0))
  return { value: `${iso(monday)}/${iso(addDays(monday, 6))}`, known: "inferred" }
}

/** “on *Tuesday*”: the last one before publication, that day included, unless the words look ahead. */
function weekday({ result, words, sentence, reference }: DateSight): Value | null | undefined {
  if (!result.start.isCertain("weekday") || result.start.isCertain("day")) return undefined
  if (!reference.known) return null
  const wanted = result.start.get("weekday") ?? 0
  const ahead = /^next\b/.test(words) || /\bwill\b/.test(sentence.slice(Math.max(0, result.index - 40), result.index))
  const back = (reference.day.getUTCDay() - wanted + 7) % 7
  return { value: iso(addDays(reference.day, ahead ? (7 - back) % 7 : -back)), known: "inferred" }
}

/** “on *Nov. 10*”, “in *October*”, “on *7 May 2019*”. */
function calendar({ result, reference }: DateSight): Value | null | undefined {
  const { start } = result
  if (start.isCertain("month")) {
    const year = start.isCertain("year") ? String(start.get("year")) : nearestYear(start, reference)
    const month = `${year}-${two(start.get("month"))}`
    const known: Known = start.isCertain("year") ? "stated" : reference.known ? "inferred" : "unresolved"
    return { value: start.isCertain("day") ? `${month}-${two(start.get("day"))}` : month, known }
  }
  if (start.isCertain("year")) return { value: String(start.get("year")), known: "stated" }
  return undefined
}

/** A date without year lies near publication: in the same year, or the one before when it would lie ahead by more than a month. */
function nearestYear(start: chrono.ParsedResult["start"], { day, known }: Reference): string {
  if (!known) return "XXXX"
  const year = day.getUTCFullYear()
  const date = Date.UTC(year, (start.get("month") ?? 1) - 1, start.get("day") ?? 1)
  const ahead = (date - day.getTime()) / DAY_MS
  return String(ahead > 31 ? year - 1 : ahead < -335 ? year + 1 : year)
}

const DAY_MS = 86_400_000

/** “yesterday”, “two days ago”. Times of day and spans of hours say nothing of the day and are passed over. */
function relative({ result, words, reference }: DateSight): Value | null | undefined {
  if (!/\b(today|yesterday|tomorrow|tonight|days? ago|this (morning|afternoon|evening)|last night)\b/.test(words)) return null
  if (!reference.known) return null
  const days = /yesterday|last night/.test(words) ? -1 : /tomorrow/.test(words) ? 1 : /ago/.test(words) ? -daysAgo(result, reference) : 0
  return { value: iso(addDays(reference.day, days)), known: "inferred" }
}

function daysAgo({ start }: chrono.ParsedResult, { day }: Reference): number {
  const then = Date.UTC(start.get("year") ?? 0, (start.get("month") ?? 1) - 1, start.get("day") ?? 1)
  return Math.round((Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()) - then) / DAY_MS)
}

/** The first with an opinion decides; null is the opinion that the words give no day. */
const VALUE_READERS: readonly ValueReader[] = [week, weekend, monthOrYear, calendar, weekday, relative]

function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * DAY_MS)
}

function iso(day: Date): string {
  return day.toISOString().slice(0, "2024-11-10".length)
}

function two(number: number | null): string {
  return String(number ?? 1).padStart(2, "0")
}

function tokenFrom({ prose: { tokens } }: Scene, { first, last }: Run, offset: number): number {
  for (let token = first; token < last; token++) if (tokens[token]!.end > offset) return token
  return last - 1
}
