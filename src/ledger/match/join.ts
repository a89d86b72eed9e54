import { PAIR_CLUE_NAMES, pairClues } from "./pair.ts"
import type { Side, Weigh } from "./side.ts"

/** Log-odds by clue. */
export interface Weights {
  /** Of two statements of one article, and of two articles, in the order of `PAIR_CLUE_NAMES`. */
  readonly inside: readonly number[]
  readonly across: readonly number[]
  /** Of a unit and a claim, in the order of `JOIN_CLUE_NAMES`. */
  readonly join: readonly number[]
}

/** A unit (statements that come together) beside a claim it could join. */
interface Look {
  readonly unit: readonly Side[]
  readonly claim: readonly Side[]
  readonly weigh: Weigh
  /** How alike their statements are, pair by pair, the likest first; from 0 to 1. */
  readonly pairs: readonly number[]
  /** The likest statement of the claim for each of the unit: the mean. */
  readonly met: number
  readonly quoted: number
  /** Statements between them where they stand in one article; null where they do not. */
  readonly apart: number | null
}

type Clue = (look: Look) => number | boolean

/** What tells whether a unit joins a claim: each from 0 to 1. What they weigh is learnt (`weights.ts`). */
const LOOK_CLUES = {
  joins: () => 1,
  likest: ({ pairs }) => pairs[0]!,
  mean: ({ pairs }) => meanOf(pairs),
  third: ({ pairs }) => meanOf(pairs.slice(0, Math.ceil(pairs.length / 3))),
  met: ({ met }) => met,
  words: look => cosine(look, side => side.words.list),
  within: look => overlap(look, side => side.words.list),
  around: look => cosine(look, side => side.around.list),
  quoted: ({ quoted }) => quoted,
  voice: look => voicesOf(look).shared > 0,
  voiceShare: look => voicesOf(look).shared / Math.max(1, voicesOf(look).all),
  people: look => Math.min(2, sharedPeople(look)) / 2,
  bothAnswered: ({ unit, claim }) => isAnswered(unit) && isAnswered(claim),
  contested: ({ claim }) => isAnswered(claim),
  size: ({ claim }) => Math.min(1, claim.length / 10),
  sameArticle: ({ apart }) => apart !== null,
  near: ({ apart }) => (apart === null ? 0 : 1 / (1 + apart)),
} as const satisfies Record<string, Clue>

/** What the other claims tell besides: whether one is likelier, and by how much this is ahead. */
const RANK_CLUES = ["rival", "first", "ahead"] as const

export type JoinClue = keyof typeof LOOK_CLUES | (typeof RANK_CLUES)[number]

export const JOIN_CLUE_NAMES = [...Object.keys(LOOK_CLUES), ...RANK_CLUES] as readonly JoinClue[]

const READERS: readonly Clue[] = Object.values(LOOK_CLUES)

/** The clues of each claim that a unit could join, in the order of `JOIN_CLUE_NAMES`. */
export function joinClues(
  unit: readonly Side[],
  claims: readonly (readonly Side[])[],
  weigh: Weigh,
  weights: Pick<Weights, "inside" | "across">,
): readonly (readonly number[])[] {
  const looks = claims.map(claim => lookAt(unit, claim, weigh, weights))
  const ranks = looks.map(({ pairs, met }) => (meanOf(pairs.slice(0, Math.ceil(pairs.length / 3))) + met) / 2)
  const [first, second] = [...ranks].sort((a, b) => b - a)
  return looks.map((look, at) => {
    const own = ranks[at]!
    const rival = own === first ? (second ?? 0) : first!
    return [...READERS.map(clue => Number(clue(look))), rival, Number(own === first), Math.max(0, own - rival)]
  })
}

function lookAt(unit: readonly Side[], claim: readonly Side[], weigh: Weigh, { inside, across }: Pick<Weights, "inside" | "across">): Look {
  const pairs: number[] = []
  let [met, quoted, apart]: [number, number, number | null] = [0, 0, null]
  for (const a of unit) {
    let likest = 0
    for (const b of claim) {
      const same = a.told.article === b.told.article
      const clues = pairClues(a, b, weigh)
      const like = squash(scoreOf(clues, same ? inside : across))
      pairs.push(like)
      likest = Math.max(likest, like)
      quoted = Math.max(quoted, clues[QUOTED]!)
      if (same) apart = Math.min(apart ?? Number.POSITIVE_INFINITY, Math.abs(a.told.place - b.told.place))
    }
    met += likest / unit.length
  }
  return { unit, claim, weigh, pairs: pairs.sort((a, b) => b - a), met, quoted, apart }
}

const QUOTED = PAIR_CLUE_NAMES.indexOf("quoted")

export function scoreOf(clues: readonly number[], weights: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < clues.length; at++) sum += clues[at]! * weights[at]!
  return sum
}

/** Log-odds to a number from 0 to 1; with the four operations alone, so that it is the same on every machine. */
function squash(odds: number): number {
  return 0.5 + (0.5 * odds) / (1 + Math.abs(odds))
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}

function isAnswered(sides: readonly Side[]): boolean {
  return sides.some(({ answers }) => answers)
}

function voicesOf({ unit, claim }: Look): { readonly shared: number; readonly all: number } {
  const voices = (sides: readonly Side[]) => new Set(sides.flatMap(({ told }) => told.voice ?? []))
  const [mine, theirs] = [voices(unit), voices(claim)]
  return { shared: [...mine].filter(voice => theirs.has(voice)).length, all: mine.size }
}

function sharedPeople({ unit, claim }: Look): number {
  const people = (sides: readonly Side[]) => new Set(sides.flatMap(({ told }) => told.gist.people))
  const theirs = people(claim)
  return [...people(unit)].filter(person => theirs.has(person)).length
}

function countsOf(sides: readonly Side[], list: (side: Side) => readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const side of sides) for (const word of list(side)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Of the roots of how often each side says each word. */
function cosine({ unit, claim, weigh }: Look, list: (side: Side) => readonly string[]): number {
  const [mine, theirs] = [countsOf(unit, list), countsOf(claim, list)]
  const square = (counts: ReadonlyMap<string, number>) =>
    [...counts].reduce((sum, [word, count]) => sum + count * weigh(word) * weigh(word), 0)
  let common = 0
  for (const [word, count] of mine) common += Math.sqrt(count * (theirs.get(word) ?? 0)) * weigh(word) * weigh(word)
  return common === 0 ? 0 : common / Math.sqrt(square(mine) * square(theirs))
}

/** The weight of the common words by that of the lighter side. */
function overlap({ unit, claim, weigh }: Look, list: (side: Side) => readonly string[]): number {
  const [mine, theirs] = [new Set(unit.flatMap(list)), new Set(claim.flatMap(list))]
  const weight = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + weigh(word), 0)
  const common = weight([...mine].filter(word => theirs.has(word)))
  return common === 0 ? 0 : common / Math.min(weight(mine), weight(theirs))
}
