import { packLinear, type Scorer } from "../../src/core/tag/index.ts"

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
  private clock = 1

  constructor(classes: number, bits: number) {
    this.classes = classes
    this.bits = bits
    this.shift = 32 - bits
    this.weights = new Int32Array(classes * 2 ** bits)
    this.totals = new Float64Array(classes * 2 ** bits)
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
      this.weights[row + right]!++
      this.totals[row + right]! += this.clock
      this.weights[row + wrong]!--
      this.totals[row + wrong]! -= this.clock
    }
  }

  /**
   * The averaged weights in eight bits. `keep` is the share of the weights' sum of magnitudes' range that is pruned:
   * weights whose average is nearer to zero than `prune` are dropped.
   */
  pack({ prune, clip }: Precision): Uint8Array {
    const { weights, totals, clock } = this
    const step = this.stepFor(clip)
    const small = new Int8Array(weights.length)
    for (let at = 0; at < weights.length; at++) {
      const average = weights[at]! - totals[at]! / clock
      if (Math.abs(average) < prune) continue
      small[at] = Math.max(-127, Math.min(127, Math.round(average / step)))
    }
    return packLinear(small, this.classes, this.bits)
  }

  /** How much one unit of eight bits stands for, so that all but the share `clip` of the weights in use fit. */
  private stepFor(clip: number): number {
    const sizes: number[] = []
    for (let at = 0; at < this.weights.length; at++) {
      const average = Math.abs(this.weights[at]! - this.totals[at]! / this.clock)
      if (average > 0) sizes.push(average)
    }
    const sorted = Float64Array.from(sizes).sort()
    return (sorted[Math.floor(sorted.length * (1 - clip))] ?? 1) / 127
  }
}

/** How weights are made small: dropped below `prune` in the perceptron's units, and the share `clip` of the greatest cut to what eight bits hold. */
export interface Precision {
  readonly prune: number
  readonly clip: number
}
