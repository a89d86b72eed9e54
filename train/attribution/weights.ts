import { OPTION_BITS, type Weighed, type Weights } from "../../src/core/attribute/index.ts"
import { chance, shuffled } from "../chance.ts"
import { eightBits } from "./chain.ts"

/** One cue to learn from: the rows of its options, and which is right (-1: none). */
export interface OptionLesson {
  readonly shared: Int32Array
  readonly rows: readonly Int32Array[]
  readonly right: number
}

/** The cues of an article with what is right of each. */
export function optionLessons(cues: readonly Weighed[], right: Int32Array): OptionLesson[] {
  return cues.map(({ shared, rows, again }, at) => ({
    shared,
    rows: again.length ? rows.map((list, option) => Int32Array.of(...list, ...again[option]!)) : rows,
    right: right[at]!,
  }))
}

const EPOCHS = 8
/** AdaGrad (Duchi, Hazan and Singer 2011), from the first to the last epoch. */
const RATE_FIRST = 0.03
const RATE_LAST = 0.01
/** A share of the rows, in sixteenths, is left out at each step, so that no lemma alone carries a decision. */
const DROPOUT = 3
/** The weights of the last epochs are averaged. */
const AVERAGED_EPOCHS = 4
/** Errors smaller than this change nothing worth the time. */
const STILL = 1e-3
const LARGEST_WEIGHT = 3
/** Smaller weights are left out of the file. */
const LEAST_WEIGHT = 0.02

/** Multinomial logistic regression over the options of each cue and “nothing here”, averaged over the seeds. Deterministic. */
export function trainWeights(lessons: readonly OptionLesson[], seeds: readonly number[]): Weights {
  const mean = new Float32Array(1 << OPTION_BITS)
  for (const seed of seeds) trainOnce(lessons, chance(seed), mean, 1 / (AVERAGED_EPOCHS * seeds.length))
  return eightBits(mean, { largest: LARGEST_WEIGHT, least: LEAST_WEIGHT })
}

function trainOnce(lessons: readonly OptionLesson[], random: () => number, mean: Float32Array, share: number): void {
  const weights = new Float32Array(mean.length)
  const squares = new Float32Array(mean.length).fill(1)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE_FIRST + ((RATE_LAST - RATE_FIRST) * epoch) / (EPOCHS - 1)
    for (const each of shuffled(lessons, random)) step(each, weights, squares, rate, random)
    if (epoch >= EPOCHS - AVERAGED_EPOCHS) for (let row = 0; row < mean.length; row++) mean[row]! += weights[row]! * share
  }
}

function step(lesson: OptionLesson, weights: Float32Array, squares: Float32Array, rate: number, random: () => number): void {
  const shared = thinned(lesson.shared, random)
  const rows = lesson.rows.map(each => thinned(each, random))
  const common = dot(shared, weights)
  const scores = rows.map(list => (common + dot(list, weights)) / (1 - DROPOUT / 16))
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
}

/** The rows that are left when some are dropped. */
function thinned(rows: Int32Array, random: () => number): Int32Array {
  const kept = new Int32Array(rows.length)
  let n = 0
  let bits = 0
  for (let at = 0; at < rows.length; at++) {
    if (at % 8 === 0) bits = Math.floor(random() * 2 ** 32)
    if ((bits & 15) >= DROPOUT) kept[n++] = rows[at]!
    bits >>>= 4
  }
  return kept.subarray(0, n)
}

function dot(rows: Int32Array, weights: Float32Array): number {
  let sum = 0
  for (let at = 0; at < rows.length; at++) sum += weights[rows[at]!]!
  return sum
}

function update(rows: Int32Array, error: number, weights: Float32Array, squares: Float32Array, rate: number): void {
  if (Math.abs(error) < STILL) return
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    squares[row]! += error * error
    weights[row]! += (rate * error) / Math.sqrt(squares[row]!)
  }
}
