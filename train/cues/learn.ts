import { TABLE_BITS, type Weighed, type Weights } from "../../src/core/attribute/index.ts"
import { chance, shuffled } from "../chance.ts"

/** One cue to learn from: the rows of its options, and which is right (-1: none). */
export interface Lesson {
  readonly shared: Int32Array
  readonly rows: readonly Int32Array[]
  readonly right: number
}

export function lesson({ shared, rows }: Weighed, right: number): Lesson {
  return { shared: Int32Array.from(shared), rows: rows.map(list => Int32Array.from(list)), right }
}

const EPOCHS = 8
/** AdaGrad (Duchi, Hazan, Singer 2011), from the first to the last epoch. */
const RATE_FIRST = 0.25
const RATE_LAST = 0.06
/** A share of the rows is left out at each step, so that no lemma alone carries a decision. */
const DROPOUT = 0.4
/** The weights of the last epochs are averaged. */
const AVERAGED_EPOCHS = 4

/**
 * Multinomial logistic regression over the options of each cue and “nothing here”. Deterministic: the order is shuffled
 * and rows are dropped by a seeded generator, and only IEEE arithmetic and `Math.exp` are used.
 */
export function learn(lessons: readonly Lesson[], say: (line: string) => void): Float64Array {
  const size = 1 << TABLE_BITS
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-6)
  const mean = new Float64Array(size)
  const random = chance(20161108)
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE_FIRST + ((RATE_LAST - RATE_FIRST) * epoch) / (EPOCHS - 1)
    let loss = 0
    for (const each of shuffled(lessons, random)) loss += step(each, weights, squares, rate, random)
    if (epoch >= EPOCHS - AVERAGED_EPOCHS) for (let row = 0; row < size; row++) mean[row]! += weights[row]! / AVERAGED_EPOCHS
    say(`  epoch ${epoch + 1} of ${EPOCHS}, loss ${(loss / lessons.length).toFixed(4)}`)
  }
  return mean
}

/** One step down the gradient. Gives the loss before it. */
function step(lesson: Lesson, weights: Float64Array, squares: Float64Array, rate: number, random: () => number): number {
  const keep = (rows: Int32Array) => rows.filter(() => random() >= DROPOUT)
  const shared = keep(lesson.shared)
  const rows = lesson.rows.map(keep)
  const common = dot(shared, weights)
  const scores = rows.map(list => (common + dot(list, weights)) / (1 - DROPOUT))
  const top = Math.max(0, ...scores)
  const raised = scores.map(score => Math.exp(score - top))
  const total = raised.reduce((sum, each) => sum + each, Math.exp(-top))
  let push = 0
  rows.forEach((list, at) => {
    const error = (at === lesson.right ? 1 : 0) - raised[at]! / total
    push += error
    update(list, error, weights, squares, rate)
  })
  update(shared, push, weights, squares, rate)
  const right = lesson.right < 0 ? Math.exp(-top) / total : raised[lesson.right]! / total
  return -Math.log(Math.max(right, 1e-12))
}

function dot(rows: Int32Array, weights: Float64Array): number {
  let sum = 0
  for (const row of rows) sum += weights[row]!
  return sum
}

/** Errors smaller than this change nothing worth the time. */
const STILL = 1e-3

function update(rows: Int32Array, error: number, weights: Float64Array, squares: Float64Array, rate: number): void {
  if (Math.abs(error) < STILL) return
  for (const row of rows) {
    squares[row]! += error * error
    weights[row]! += (rate * error) / Math.sqrt(squares[row]! + 1)
  }
}

/** How much of a full-scale weight an entry of 127 stands for: rarer, larger weights are cut there. */
const LARGEST = 4
const STEPS = 127

/** Float weights to 8 bits. */
export function quantised(weights: Float64Array): Weights {
  const scale = Math.fround(LARGEST / STEPS)
  return { scale, table: Int8Array.from(weights, weight => Math.max(-STEPS, Math.min(STEPS, Math.round(weight / scale)))) }
}
