import { type RecordPage, Unreadable } from "../core/index.ts"
import { isDate } from "./dates.ts"
import { type Line, linesOf } from "./lines.ts"

/** A JSON value of a source, or why it is none. */
export interface Entry {
  /** Line of the file, or place in its list, from 1; null where the file is one record. */
  readonly number: number | null
  readonly value: unknown
  readonly failure: Unreadable | null
}

const SHAPE = 'write {"url", "publisher", "title", "authors", "published", "text"}, one record a line'

/**
 * The JSON values of a stream as they come: one a line; or, where the first line is no whole record, those of the one list,
 * or the one record, that the stream is. Lines stream with flat memory. Each line, and a list as a whole, is limited to
 * `maxBytes`. `mayRunOver` says that a record may run over several lines even if its first is not a bare bracket.
 */
export async function* entriesOf(stream: AsyncIterable<Uint8Array>, mayRunOver: boolean, maxBytes: number): AsyncGenerator<Entry> {
  const lines = fullLines(linesOf(stream, maxBytes))
  const first = await lines.next()
  if (first.done) throw new Unreadable("no-records", "it holds no records", SHAPE)
  if (runsOver(first.value, mayRunOver)) return yield* wholeOf(first.value, lines, maxBytes)
  yield entryOf(first.value)
  for await (const line of lines) yield entryOf(line)
}

async function* fullLines(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  for await (const line of lines) if (!line.bytes || line.bytes.some(byte => byte > 32)) yield line
}

function runsOver({ bytes }: Line, mayRunOver: boolean): boolean {
  if (!bytes) return mayRunOver
  const text = new TextDecoder().decode(bytes).trim()
  return text === "{" || text.startsWith("[") || (mayRunOver && !isJson(text))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function entryOf({ number, bytes }: Line): Entry {
  try {
    if (!bytes) throw new Unreadable("too-large", "the line is longer than 20 MB", "read so long a text from a file of its own")
    return { number, value: parsed(bytes, "the line is no JSON"), failure: null }
  } catch (failure) {
    if (failure instanceof Unreadable) return { number, value: null, failure }
    throw failure
  }
}

async function* wholeOf(first: Line, rest: AsyncIterable<Line>, maxBytes: number): AsyncGenerator<Entry> {
  const value = parsed(await joined(first, rest, maxBytes), "it is no JSON")
  if (!Array.isArray(value)) return yield { number: null, value, failure: null }
  if (value.length === 0) throw new Unreadable("no-records", "its list of records is empty", SHAPE)
  for (const [index, record] of value.entries()) yield { number: index + 1, value: record, failure: null }
}

async function joined(first: Line, rest: AsyncIterable<Line>, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  const keep = (line: Line) => {
    bytes += (line.bytes?.length ?? maxBytes) + 1
    if (bytes > maxBytes) throw new Unreadable("too-large", "its list of records is larger than 20 MB", `${SHAPE}, in a .jsonl file`)
    pieces.push(line.bytes ?? new Uint8Array(), NEW_LINE)
  }
  keep(first)
  for await (const line of rest) keep(line)
  return Buffer.concat(pieces)
}

const NEW_LINE = Uint8Array.of(10)

function parsed(bytes: Uint8Array, otherwise: string): unknown {
  const text = decoded(bytes)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Unreadable("json", `${otherwise} (${(cause as Error).message})`, SHAPE)
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable("charset", "it is not UTF-8, as JSON is", "save it as UTF-8")
  }
}

/** A record as a page. Null stands for absent. Throws `Unreadable` for a value of the wrong kind, naming the field. */
export function pageOfRecord(value: unknown): RecordPage {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Unreadable("record", `it is no record but ${nameOfKind(value)}`, SHAPE)
  const record = value as Readonly<Record<string, unknown>>
  const { url, publisher, title } = { url: words(record, "url"), publisher: words(record, "publisher"), title: words(record, "title") }
  const published = dateOf(record)
  const authors = authorsOf(record.authors)
  const text = words(record, "text")
  if (text === null) throw new Unreadable("record", 'it has no "text"', SHAPE)
  return {
    kind: "record",
    text,
    authors,
    ...(url !== null && { url }),
    ...(publisher !== null && { publisher }),
    ...(title !== null && { title }),
    ...(published !== null && { published }),
  }
}

function nameOfKind(value: unknown): string {
  if (Array.isArray(value)) return "a list"
  return value === null ? "null" : `a ${typeof value}`
}

function words(record: Readonly<Record<string, unknown>>, field: string): string | null {
  const value = record[field] ?? null
  if (value === null || typeof value === "string") return value
  throw new Unreadable("record", `its "${field}" is ${nameOfKind(value)}, not a string`, SHAPE)
}

/** “2016-09-26” and “2016-09-26 10:15:00” are dates; “9/26/16” is another day in London than in New York, and throws. */
function dateOf(record: Readonly<Record<string, unknown>>): string | null {
  const date = (words(record, "published") ?? "").trim().replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, "$1T")
  if (date === "" || isDate(date)) return date || null
  throw new Unreadable(
    "record",
    `its "published" is not a date of ISO 8601 (${date.slice(0, 40)})`,
    "write it as 2024-11-10, or leave it out",
  )
}

/** A list of names, or one string: “By Ida Munk, Sol Okoro Jr. and Ana Prieto”. */
function authorsOf(value: unknown): readonly string[] {
  const given = value ?? []
  if (typeof given === "string") return splitNames(given)
  if (Array.isArray(given) && given.every(each => typeof each === "string"))
    return given.map(each => each.trim()).filter(each => each !== "")
  throw new Unreadable("record", 'its "authors" are neither a string nor a list of strings', SHAPE)
}

function splitNames(names: string): readonly string[] {
  const pieces = names.split(/[,;](?!\s{0,3}(?:jr|sr|ii|iii|m\.?d|ph\.?d)\b)|\sand\s/i)
  return pieces.map(piece => piece.trim().replace(/^(?:by|and)\s+/i, "")).filter(piece => piece !== "")
}
