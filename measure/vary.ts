import { idOf, type Reading } from "../src/core/index.ts"

/** Share of the longer words that a round changes. */
const CHANGED = 0.3
const LEAST_LETTERS = 5

/**
 * The reading as of another story: three in ten of its longer words, and with them its names, are turned into others of the same length, the same
 * word always into the same; its days are moved. Spans stay true. Round 0 is the reading itself.
 */
export function varied(reading: Reading, round: number): Reading {
  if (round === 0) return reading
  const words = new Map<string, string>()
  const word = (each: string) => words.get(each) ?? words.set(each, changed(each, round)).get(each)!
  const text = (given: string) => given.replace(/\p{L}+/gu, word)
  const id = (given: string) => idOf(given.slice(0, given.indexOf("_")), given, round)
  return deep(reading, { text, id, day: day => moved(day, round) }) as Reading
}

interface Change {
  readonly text: (given: string) => string
  readonly id: (given: string) => string
  readonly day: (given: string) => string
}

const ID = /^(?:article|agent|statement|claim)_[0-9a-f]{16}$/
const DAY = /^\d{4}-\d\d-\d\d/
/** Fields whose words are ours, and not an article's. */
const OURS: ReadonlySet<string> = new Set(
  "role kind stance act certainty polarity form known language rule source cue citing to venue askedBy lemma".split(" "),
)

function deep(value: unknown, change: Change, key = ""): unknown {
  if (typeof value === "string") {
    if (ID.test(value)) return change.id(value)
    if (DAY.test(value)) return change.day(value)
    return OURS.has(key) ? value : change.text(value)
  }
  if (Array.isArray(value)) return value.map(each => deep(each, change, key))
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, name === "known" ? each : deep(each, change, name)]))
}

/** The same word in the same round is always changed alike, whatever its capitals: it is another one, of as many letters. */
function changed(word: string, round: number): string {
  if (word.length < LEAST_LETTERS) return word
  const bits = Number.parseInt(idOf("w", word.toLowerCase().slice(0, LEAST_LETTERS), round).slice(-8), 16)
  if (bits / 0x1_0000_0000 >= CHANGED) return word
  return word.replace(/[a-z]/gi, letter => turned(letter, 1 + (bits % 25)))
}

function turned(letter: string, by: number): string {
  const base = letter < "a" ? 65 : 97
  return String.fromCharCode(base + ((letter.charCodeAt(0) - base + by) % 26))
}

function moved(day: string, round: number): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  date.setUTCDate(date.getUTCDate() + round * DAYS_APART)
  return date.toISOString().slice(0, 10) + day.slice(10)
}

const DAYS_APART = 3
