import { type Side, sideOf, type Weigh } from "./side.ts"
import type { Told } from "./told.ts"

/** A claim while an article is matched. */
export interface Open {
  readonly id: string
  readonly sides: Side[]
  readonly words: Set<string>
  /** Whether the ledger holds it already. */
  readonly isKnown: boolean
  /** Whether a person has judged it, so that nothing but a person unites it with another. */
  readonly isJudged: boolean
}

export function open(claim: Omit<Open, "sides" | "words">, told: readonly Told[], weigh: Weigh): Open {
  const opened: Open = { ...claim, sides: [], words: new Set() }
  add(
    opened,
    told.map(each => sideOf(each, weigh)),
  )
  return opened
}

export function add({ sides, words }: Open, more: readonly Side[]): void {
  for (const side of more) {
    sides.push(side)
    for (const word of side.words.list) words.add(word)
    for (const word of side.told.gist.people) words.add(word)
    if (side.told.voice) words.add(side.told.voice)
  }
}

export function toldOfClaim({ sides }: Open): readonly Told[] {
  return sides.map(({ told }) => told)
}

/** How many claims a unit is compared with in earnest. */
const MOST_COMPARED = 16
/** How many statements of a claim. */
const MOST_MEMBERS = 10

/** The claims that share most with a unit, by the weight of common words; of equals the latest. */
export function nearest(shelf: readonly Open[], unit: readonly Side[], weigh: Weigh): readonly Open[] {
  const words = new Set(unit.flatMap(({ words, around, told }) => [...words.list, ...around.list, ...(told.voice ? [told.voice] : [])]))
  const scored = shelf.map((claim, at) => ({
    claim,
    at,
    weight: [...words].reduce((sum, word) => (claim.words.has(word) ? sum + weigh(word) : sum), 0),
  }))
  return scored
    .sort((a, b) => b.weight - a.weight || b.at - a.at)
    .slice(0, MOST_COMPARED)
    .map(({ claim }) => claim)
}

/** The first statements of a claim, and the latest. */
export function membersOf({ sides }: Open): readonly Side[] {
  return sides.length <= MOST_MEMBERS ? sides : [...sides.slice(0, MOST_MEMBERS / 2), ...sides.slice(-MOST_MEMBERS / 2)]
}
