import { exp } from "../../src/core/attribute/exponential.ts"
import { CLUE_NAMES } from "../../src/core/claim/index.ts"
import type { Lesson } from "./lessons.ts"

const STEPS = 400
const RATE = 0.2
/** Pull toward nothing (L2), so that a clue seen a few times decides little. */
const PULL = 3

const WIDTH = CLUE_NAMES.length
/** The clue that every pair has. */
const ANY = CLUE_NAMES.indexOf("any")
/**
 * Added to it, in log-odds: few pairs are of one claim, so that even those most likely so are seldom likelier so than not. Here the pairs found are as
 * often right as found (`npm run measure -- sameness`).
 */
const LEAN = 2

/**
 * Logistic regression over pairs. Clues are measured in their own spread while learning. Whole-batch gradient steps with momentum from zero: the same on
 * every run.
 */
export function learn(lessons: readonly Lesson[]): number[] {
  const spread = spreadOf(lessons)
  const rows = lessons.map(({ clues }) => clues.map((clue, at) => clue / spread[at]!))
  const weights = new Array<number>(WIDTH).fill(0)
  const speed = new Array<number>(WIDTH).fill(0)
  const total = lessons.reduce((sum, { worth }) => sum + worth, 0)
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, at) => (at === ANY ? 0 : -PULL * weight))
    lessons.forEach(({ isSame, worth }, row) => {
      const clues = rows[row]!
      const score = clues.reduce((sum, clue, at) => sum + clue * weights[at]!, 0)
      const error = worth * (Number(isSame) - 1 / (1 + exp(-score)))
      for (let at = 0; at < WIDTH; at++) slope[at]! += error * clues[at]!
    })
    for (let at = 0; at < WIDTH; at++) {
      speed[at] = 0.9 * speed[at]! + (RATE * slope[at]!) / total
      weights[at]! += speed[at]!
    }
  }
  return weights.map((weight, at) => weight / spread[at]! + (at === ANY ? LEAN : 0))
}

/** The standard deviation of each clue; 1 where it never changes. */
function spreadOf(lessons: readonly Lesson[]): number[] {
  return Array.from({ length: WIDTH }, (_, at) => {
    const mean = lessons.reduce((sum, { clues }) => sum + clues[at]!, 0) / lessons.length
    const square = lessons.reduce((sum, { clues }) => sum + (clues[at]! - mean) ** 2, 0) / lessons.length
    return square > 0 ? Math.sqrt(square) : 1
  })
}
