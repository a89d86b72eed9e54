import { exp } from "../../src/core/attribute/exponential.ts"
import { CLUE_NAMES } from "../../src/core/claim/index.ts"
import { type Lesson, WIDTH } from "./lessons.ts"

const STEPS = 600
const RATE = 0.5
/** Pull toward nothing (L2), so that a clue seen a few times decides little. */
const PULL = 0.02

/** What every statement needs to join a group at all. */
const JOINS = CLUE_NAMES.indexOf("joins")
/** Added to it: so the pairs found are most often right and most often found (\`npm run measure -- sameness\`). In log-odds. */
const LEAN = 1

/**
 * Multinomial logistic regression: of each statement's groups, and a claim of its own (score 0), the right ones are to be likeliest. Whole-batch
 * gradient steps with momentum from zero: the same on every run.
 */
export function learn(lessons: readonly Lesson[]): number[] {
  const weights = new Array<number>(WIDTH).fill(0)
  const speed = new Array<number>(WIDTH).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map(weight => -PULL * lessons.length * 0.05 * weight)
    for (const lesson of lessons) climb(lesson, weights, slope)
    for (let at = 0; at < WIDTH; at++) {
      speed[at] = 0.9 * speed[at]! + (RATE * slope[at]!) / lessons.length
      weights[at]! += speed[at]!
    }
  }
  return weights.map((weight, at) => (at === JOINS ? weight + LEAN : weight))
}

function climb({ rows, right, worth }: Lesson, weights: readonly number[], slope: number[]): void {
  const scores = rows.map(row => row.reduce((sum, clue, at) => sum + clue * weights[at]!, 0))
  const top = Math.max(0, ...scores)
  const raised = scores.map(score => exp(score - top))
  const alone = exp(-top)
  const total = raised.reduce((sum, each) => sum + each, alone)
  const joins = right.some(Boolean)
  const wanted = joins ? raised.reduce((sum, each, at) => sum + (right[at] ? each : 0), 0) : alone
  rows.forEach((row, at) => {
    const error = worth * ((right[at] ? raised[at]! / wanted : 0) - raised[at]! / total)
    if (error !== 0) for (let clue = 0; clue < row.length; clue++) slope[clue]! += error * row[clue]!
  })
}
