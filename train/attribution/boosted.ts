import { type Boosted, NEVER, stepOf } from "../../src/core/attribute/index.ts"
import { chance } from "../chance.ts"

/** What is known of an option, and how right it is, from 0 to 1. */
export interface FactLesson {
  readonly facts: Float64Array
  readonly right: number
}

const SEED = 1
const TREES = 240
const DEPTH = 5
const RATE = 0.05
/** Facts are asked for at no more than so many limits, with as many lessons between any two of them. */
const STEPS = 48
/** Every tree learns from a share of the lessons, and asks a share of the facts. */
const LESSONS_SHARE = 0.7
const FACTS_SHARE = 0.6
/** No leaf speaks for fewer lessons. */
const LEAST_LESSONS = 40
/** Keeps leaves of few lessons small. */
const DAMPING = 5
/** A question that gains less is not asked. */
const LEAST_GAIN = 1e-3

/**
 * Gradient boosting of regression trees with logistic loss (Friedman 2001), second-order steps as in XGBoost (Chen and Guestrin 2016), questions
 * at quantiles. Deterministic.
 */
export function trainBoosted(lessons: readonly FactLesson[]): Boosted {
  const random = chance(SEED)
  const count = lessons[0]!.facts.length
  const edges = Array.from({ length: count }, (_, fact) => limitsOf(Float64Array.from(lessons, ({ facts }) => facts[fact]!)))
  const steps = edges.map((own, fact) => Uint8Array.from(lessons, ({ facts }) => stepOf(own, facts[fact]!)))
  const right = lessons.reduce((sum, lesson) => sum + lesson.right, 0)
  const base = Math.fround(Math.log(right / (lessons.length - right)))
  const scores = new Float64Array(lessons.length).fill(base)
  const slopes = { first: new Float64Array(lessons.length), second: new Float64Array(lessons.length) }
  const inner = (1 << DEPTH) - 1
  const asks = new Uint8Array(TREES * inner)
  const limits = new Uint8Array(TREES * inner).fill(NEVER)
  const leaves = new Float32Array(TREES << DEPTH)
  for (let tree = 0; tree < TREES; tree++) {
    lessons.forEach((lesson, at) => {
      const probability = 1 / (1 + Math.exp(-scores[at]!))
      slopes.first[at] = lesson.right - probability
      slopes.second[at] = probability * (1 - probability)
    })
    const drawn = Int32Array.from(lessons.keys()).filter(() => random() < LESSONS_SHARE)
    const asked = edges.flatMap((own, fact) => (own.length > 0 && random() < FACTS_SHARE ? [fact] : []))
    const own: Grown = {
      steps,
      slopes,
      asked,
      asks: asks.subarray(tree * inner, (tree + 1) * inner),
      limits: limits.subarray(tree * inner, (tree + 1) * inner),
      leaves: leaves.subarray(tree << DEPTH, (tree + 1) << DEPTH),
    }
    grow(own, 0, drawn)
    for (let at = 0; at < scores.length; at++) scores[at]! += own.leaves[leafOf(own, at)]!
  }
  return { depth: DEPTH, base, edges, questions: Uint16Array.from(asks, (fact, at) => 256 * fact + limits[at]!), leaves }
}

/** Limits with as many values between any two of them. */
function limitsOf(values: Float64Array): Float32Array {
  const sorted = values.sort()
  const limits: number[] = []
  for (let step = 1; step < STEPS; step++) {
    const limit = Math.fround(sorted[Math.floor((step * sorted.length) / STEPS)]!)
    if (limit > (limits.at(-1) ?? Math.fround(sorted[0]!))) limits.push(limit)
  }
  return Float32Array.from(limits)
}

/** A tree while it grows, and what it grows from. */
interface Grown {
  /** The step of each fact, by lesson. */
  readonly steps: readonly Uint8Array[]
  readonly slopes: { readonly first: Float64Array; readonly second: Float64Array }
  readonly asked: readonly number[]
  /** Fact and step of each question. */
  readonly asks: Uint8Array
  readonly limits: Uint8Array
  readonly leaves: Float32Array
}

function leafOf({ asks, limits, steps }: Grown, lesson: number): number {
  let at = 0
  while (at < asks.length) at = 2 * at + (steps[asks[at]!]![lesson]! >= limits[at]! ? 2 : 1)
  return at - asks.length
}

/** Asks the best question of the lessons at a node, and parts them; where none gains enough, all go on to the left. */
function grow(tree: Grown, node: number, lessons: Int32Array): void {
  const { asks, limits, leaves, steps, slopes } = tree
  let [first, second] = [0, 0]
  for (const lesson of lessons) {
    first += slopes.first[lesson]!
    second += slopes.second[lesson]!
  }
  if (node >= asks.length) {
    leaves[node - asks.length] = (RATE * first) / (second + DAMPING)
    return
  }
  const question = lessons.length >= 2 * LEAST_LESSONS ? bestQuestion(tree, lessons, first, second) : null
  if (!question) {
    grow(tree, 2 * node + 1, lessons)
    return
  }
  asks[node] = question.fact
  limits[node] = question.limit
  const own = steps[question.fact]!
  grow(
    tree,
    2 * node + 1,
    lessons.filter(lesson => own[lesson]! < question.limit),
  )
  grow(
    tree,
    2 * node + 2,
    lessons.filter(lesson => own[lesson]! >= question.limit),
  )
}

interface Question {
  readonly fact: number
  readonly limit: number
}

const firsts = new Float64Array(STEPS)
const seconds = new Float64Array(STEPS)
const counts = new Int32Array(STEPS)

function bestQuestion({ asked, steps, slopes }: Grown, lessons: Int32Array, first: number, second: number): Question | null {
  let best: Question | null = null
  let most = LEAST_GAIN
  const before = (first * first) / (second + DAMPING)
  for (const fact of asked) {
    const own = steps[fact]!
    firsts.fill(0)
    seconds.fill(0)
    counts.fill(0)
    for (let at = 0; at < lessons.length; at++) {
      const lesson = lessons[at]!
      const step = own[lesson]!
      firsts[step]! += slopes.first[lesson]!
      seconds[step]! += slopes.second[lesson]!
      counts[step]!++
    }
    let [left, leftSecond, below] = [0, 0, 0]
    for (let limit = 1; limit < STEPS; limit++) {
      left += firsts[limit - 1]!
      leftSecond += seconds[limit - 1]!
      below += counts[limit - 1]!
      if (below < LEAST_LESSONS) continue
      if (lessons.length - below < LEAST_LESSONS) break
      const gain = (left * left) / (leftSecond + DAMPING) + (first - left) ** 2 / (second - leftSecond + DAMPING) - before
      if (gain <= most) continue
      most = gain
      best = { fact, limit }
    }
  }
  return best
}
