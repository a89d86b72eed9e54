import { CALIBRATION_STEPS, type Calibration, calibrated } from "../../src/core/attribute/index.ts"

/** An attribution on an article that was not learnt from: its probability, and whether it agrees with the annotator. */
export interface Trial {
  readonly probability: number
  readonly right: boolean
}

/** The precision that the operating point `precise` is set to. */
const PRECISE = 0.88

/** What probabilities are worth, and where the operating points lie. `marked` is the number of attributions that were to be found. */
export function calibrate(trials: readonly Trial[], marked: number): Calibration {
  const worth = rising(shares(trials))
  const blank = { worth, least: { balanced: 0, precise: 0 } }
  const tried = trials.map(({ probability, right }) => ({ confidence: calibrated(probability, blank), right }))
  const sorted = tried.sort((a, b) => b.confidence - a.confidence)
  let right = 0
  let best = 0
  const least = { balanced: 0.5, precise: 0.9 }
  sorted.forEach((each, at) => {
    if (each.right) right++
    const f1 = (2 * right) / (at + 1 + marked)
    if (f1 > best) [best, least.balanced] = [f1, each.confidence]
    if (right / (at + 1) >= PRECISE) least.precise = each.confidence
  })
  return { worth, least: { balanced: Math.fround(least.balanced), precise: Math.fround(least.precise) } }
}

interface Share {
  readonly weight: number
  readonly right: number
}

/** The share that was right around each step; a trial counts for the two steps it lies between, by its nearness. */
function shares(trials: readonly Trial[]): Share[] {
  const weight = new Float64Array(CALIBRATION_STEPS)
  const right = new Float64Array(CALIBRATION_STEPS)
  for (const trial of trials) {
    const place = trial.probability * (CALIBRATION_STEPS - 1)
    const low = Math.min(CALIBRATION_STEPS - 2, Math.floor(place))
    for (const [step, near] of [
      [low, 1 - (place - low)],
      [low + 1, place - low],
    ] as const) {
      weight[step]! += near
      if (trial.right) right[step]! += near
    }
  }
  return Array.from(weight, (each, step) => ({ weight: each, right: right[step]! }))
}

/** Isotonic regression by pooling neighbours that violate the order (Ayer et al. 1955). */
function rising(steps: readonly Share[]): Float32Array {
  const pools: { weight: number; right: number; steps: number }[] = []
  for (const { weight, right } of steps) {
    pools.push({ weight, right, steps: 1 })
    while (pools.length > 1 && meanOf(pools.at(-2)!) >= meanOf(pools.at(-1)!)) {
      const last = pools.pop()!
      const before = pools.pop()!
      pools.push({ weight: before.weight + last.weight, right: before.right + last.right, steps: before.steps + last.steps })
    }
  }
  return Float32Array.from(pools.flatMap(pool => new Array<number>(pool.steps).fill(meanOf(pool))))
}

function meanOf({ weight, right }: Share): number {
  return weight === 0 ? 0 : right / weight
}
