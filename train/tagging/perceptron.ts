import { MOST_STEPS, packLinear, type Scorer } from "../../src/core/tag/index.ts"

/** Which weights a packed model keeps, and how finely it tells them apart; both in corrections, averaged over the lessons. */
export interface Packing {
  /** Weights nearer to zero are dropped. */
  readonly prune: number
  readonly step: number
}

/**
 * An averaged perceptron with hashed features, while it learns (Collins 2002; the average kept as Daumé's thesis has it, figure 2.3).
 * Everything is whole numbers until `pack`, so the same lessons in the same order give the same bytes on every machine.
 */
export class Perceptron implements Scorer {
  readonly classes: number
  private readonly bits: number
  private readonly shift: number
  private readonly weights: Int32Array
  private readonly totals: Float64Array
  /** 0 where a weight has been given up. */
  private readonly alive: Uint8Array
  private clock = 1

  constructor(classes: number, bits: number) {
    this.classes = classes
    this.bits = bits
    this.shift = 32 - bits
    this.weights = new Int32Array(classes * 2 ** bits)
    this.totals = new Float64Array(classes * 2 ** bits)
    this.alive = new Uint8Array(classes * 2 ** bits).fill(1)
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { weights, shift, classes } = this
    scores.fill(0)
    for (let index = 0; index < count; index++) {
      const row = (features[index]! >>> shift) * classes
      for (let each = 0; each < classes; each++) scores[each]! += weights[row + each]!
    }
  }

  /** One lesson is over. */
  tick(): void {
    this.clock++
  }

  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let index = 0; index < count; index++) {
      const row = (features[index]! >>> this.shift) * this.classes
      this.add(row + right, 1)
      this.add(row + wrong, -1)
    }
  }

  private add(cell: number, change: number): void {
    if (this.alive[cell] === 0) return
    this.weights[cell]! += change
    this.totals[cell]! += change * this.clock
  }

  private average(cell: number): number {
    return this.weights[cell]! - this.totals[cell]! / this.clock
  }

  /**
   * Gives up, for good, weights whose average is nearer to zero than `least`; the others go on from their average, and a new average begins.
   * What is learnt afterwards makes up for what is gone: a small model so made errs less than a great one cut down at the end.
   */
  thin(least: number): void {
    for (let cell = 0; cell < this.weights.length; cell++) {
      const average = this.average(cell)
      if (Math.abs(average) < least) this.alive[cell] = 0
      this.weights[cell] = this.alive[cell] === 0 ? 0 : Math.round(average)
      this.totals[cell] = 0
    }
    this.clock = 1
  }

  /** The averaged weights of the classes from `first` on, none more than `most` steps from zero, as a section. */
  pack({ prune, step }: Packing, first = 0, most = MOST_STEPS): Uint8Array {
    const kept = this.classes - first
    const steps = new Int16Array(kept * 2 ** this.bits)
    for (let at = 0; at < steps.length; at++) {
      const average = this.average(Math.floor(at / kept) * this.classes + first + (at % kept))
      if (Math.abs(average) >= prune) steps[at] = Math.max(-most, Math.min(most, Math.round(average / step)))
    }
    return packLinear(steps, kept, this.bits)
  }
}
