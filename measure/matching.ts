import { exp } from "../src/core/attribute/exponential.ts"
import type { Reading } from "../src/core/index.ts"
import {
  type Choose,
  JOIN_CLUE_NAMES,
  PAIR_CLUE_NAMES,
  pairClues,
  sideOf,
  type Told,
  type Weights,
  weigher,
} from "../src/ledger/match/index.ts"
import type { Event } from "./events.ts"
import { emptyLedger, record } from "./ledger.ts"
import { perfectReading } from "./readings.ts"

/** An event ready to be learnt from: its articles read with the marked statements and what is found besides, and the claim of each marked one. */
export interface Course {
  readonly event: Event
  readonly readings: readonly Reading[]
  readonly claimOf: ReadonlyMap<string, string>
  readonly inside: readonly Row[]
  readonly across: readonly Row[]
}

/** Clues, and whether it is so. */
interface Row {
  readonly clues: readonly number[]
  readonly right: boolean
}

/** A unit with the claims it could join; which of them are right (none: it founds one). */
type Lesson = readonly Row[]

export function courseOf(event: Event): Course {
  const readings = event.articles.map(({ key }) => perfectReading(event, key, { besides: true }))
  const claimOf = new Map(event.statements.map(({ id, claim }) => [id, claim]))
  const ledger = emptyLedger({ choose: () => null })
  const told = readings.flatMap(reading => record(ledger, reading))
  return { event, readings, claimOf, ...pairsOf(told, claimOf) }
}

function pairsOf(told: readonly Told[], claimOf: ReadonlyMap<string, string>): Pick<Course, "inside" | "across"> {
  const weigh = weigher(told)
  const sides = told.map(each => sideOf(each, weigh))
  const [inside, across]: [Row[], Row[]] = [[], []]
  sides.forEach((a, at) => {
    for (const b of sides.slice(0, at)) {
      if (!claimOf.has(a.told.id) && !claimOf.has(b.told.id)) continue
      const rows = a.told.article === b.told.article ? inside : across
      rows.push({ clues: pairClues(a, b, weigh), right: claimOf.get(a.told.id) === claimOf.get(b.told.id) })
    }
  })
  return { inside, across }
}

/**
 * Learns from all courses. What tells whether a unit joins a claim is learnt with likenesses of pairs that are learnt without the unit's own
 * event, as they will be for any new one.
 */
export function learnt(courses: readonly Course[]): Weights {
  const lessons = courses.flatMap(course => lessonsOf(course, pairWeights(courses.filter(each => each !== course))))
  return { ...pairWeights(courses), join: leaning(chosen(lessons)) }
}

/**
 * Added to what every choice has, in log-odds. Without it few units join: of the statements put together four in five belong so, and two in five that belong
 * together are (`npm run measure -- stories`, every event left out of learning).
 */
const LEAN = 0.25

function leaning([always = 0, ...others]: readonly number[]): readonly number[] {
  return [always + LEAN, ...others]
}

type PairWeights = Pick<Weights, "inside" | "across">

const known = new Map<string, PairWeights>()

function pairWeights(courses: readonly Course[]): PairWeights {
  const key = courses.map(({ event }) => event.id).join(" ")
  const found = known.get(key) ?? {
    inside: fitted(courses.map(({ inside }) => inside)),
    across: fitted(courses.map(({ across }) => across)),
  }
  known.set(key, found)
  return found
}

/** Records the event as the ledger does, but puts each unit where most of it belongs. */
function lessonsOf({ readings, claimOf }: Course, pairs: PairWeights): readonly Lesson[] {
  const lessons: Lesson[] = []
  const choose: Choose = (unit, claims, clues) => {
    const own = mostOf(unit, claimOf)
    const theirs = claims.map(({ told }) => mostOf(told, claimOf))
    const right = theirs.map(claim => claim !== null && claim === own)
    const rows = clues.map((each, at) => ({ clues: each, right: right[at]! }))
    lessons.push(rows.filter((_, at) => own !== null || theirs[at] !== null))
    return right.includes(true) ? right.indexOf(true) : null
  }
  const ledger = emptyLedger({ choose, weights: { ...pairs, join: [] } })
  for (const reading of readings) record(ledger, reading)
  return lessons
}

/** The marked claim of most of them; null where none is marked. Whether two that are not marked belong together nobody has said. */
function mostOf(told: readonly Told[], claimOf: ReadonlyMap<string, string>): string | null {
  const counts = new Map<string, number>()
  for (const { id } of told) if (claimOf.has(id)) counts.set(claimOf.get(id)!, (counts.get(claimOf.get(id)!) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

// ── Regression ──────────────────────────────────────────────────────────────────────────────────

const STEPS = 250
const RATE = 0.3
/** Pull toward nothing (L2), as so many rows would. */
const PAIR_PULL = 0.0005
const JOIN_PULL = 3

/** Logistic regression over pairs, each event with the same weight. Whole-batch steps, scaled by the slopes so far (Adagrad, Duchi et al. 2011). */
function fitted(events: readonly (readonly Row[])[]): readonly number[] {
  return descended(PAIR_CLUE_NAMES.length, weights => {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : PAIR_PULL * weight))
    for (const rows of events)
      for (const { clues, right } of rows) {
        const over = (likely(dot(clues, weights)) - Number(right)) / rows.length / events.length
        for (let at = 0; at < clues.length; at++) slope[at]! += over * clues[at]!
      }
    return slope
  })
}

/** Multinomial: of each unit's claims, and a claim of its own (score 0), the right one is to be likeliest. */
function chosen(lessons: readonly Lesson[]): readonly number[] {
  return descended(JOIN_CLUE_NAMES.length, weights => {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : (JOIN_PULL * weight) / lessons.length))
    for (const lesson of lessons) {
      const worth = lesson.map(({ clues }) => exp(Math.min(50, dot(clues, weights))))
      const all = 1 + worth.reduce((sum, each) => sum + each, 0)
      lesson.forEach(({ clues, right }, row) => {
        const over = (worth[row]! / all - Number(right)) / lessons.length
        for (let at = 0; at < clues.length; at++) slope[at]! += over * clues[at]!
      })
    }
    return slope
  })
}

function descended(width: number, slopeAt: (weights: readonly number[]) => number[]): readonly number[] {
  const weights = new Array<number>(width).fill(0)
  const squares = new Array<number>(width).fill(1e-8)
  for (let step = 0; step < STEPS; step++)
    slopeAt(weights).forEach((slope, at) => {
      squares[at]! += slope * slope
      weights[at]! -= (RATE * slope) / Math.sqrt(squares[at]!)
    })
  return weights
}

function dot(clues: readonly number[], weights: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < clues.length; at++) sum += clues[at]! * weights[at]!
  return sum
}

function likely(odds: number): number {
  return odds >= 0 ? 1 / (1 + exp(-odds)) : exp(odds) / (1 + exp(odds))
}
