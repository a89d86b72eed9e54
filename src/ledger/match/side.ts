import type { Told } from "./told.ts"
import { familyOf } from "./words.ts"

/** How much each word tells, from 0 to 1: what few statements of the story say tells most. */
export type Weigh = (word: string) => number

/** A statement with what is asked of it again and again while it is compared. */
export interface Side {
  readonly told: Told
  readonly words: Bag
  readonly around: Bag
  readonly setting: Bag
  readonly terms: ReadonlySet<string>
  readonly numbers: readonly string[]
  readonly predicate: string | null
  /** Whether it denies, confirms, declines or stays silent. */
  readonly answers: boolean
  /** Whether its words hardly tell what it is about. */
  readonly thin: boolean
}

/** Words, each once, with what they weigh together. */
export interface Bag {
  readonly list: readonly string[]
  readonly set: ReadonlySet<string>
  readonly weight: number
}

function bagOf(list: readonly string[], weigh: Weigh): Bag {
  return { list, set: new Set(list), weight: list.reduce((sum, word) => sum + weigh(word), 0) }
}

/** What two bags have in common, by weight. */
export function commonOf(a: Bag, b: Bag, weigh: Weigh): number {
  const [few, many] = a.list.length <= b.list.length ? [a, b] : [b, a]
  return few.list.reduce((sum, word) => (many.set.has(word) ? sum + weigh(word) : sum), 0)
}

/** A content with more terms says itself what it is about. */
const MOST_THIN_TERMS = 4

export function sideOf(told: Told, weigh: Weigh): Side {
  const { gist, words, around, stance } = told
  return {
    told,
    words: bagOf(words, weigh),
    around: bagOf(around, weigh),
    setting: bagOf(gist.setting, weigh),
    terms: new Set(gist.terms),
    numbers: words.filter(word => /\d/.test(word)),
    predicate: gist.predicate === null ? null : familyOf(gist.predicate),
    answers: stance !== "asserts",
    thin: gist.terms.length <= MOST_THIN_TERMS,
  }
}

/** What few of these statements say tells more: the inverse root of how many say it. */
export function weigher(told: readonly Told[]): Weigh {
  const counts = new Map<string, number>()
  for (const { words, around } of told) for (const word of new Set([...words, ...around])) counts.set(word, (counts.get(word) ?? 0) + 1)
  return word => 1 / Math.sqrt(counts.get(word) ?? 1)
}
