import { GREATEST_WEIGHT, packLinear, type Scorer, weightByte } from "../../src/core/tag/index.ts"

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

  /** The averaged weights in eight bits each; those whose average is nearer to zero than `prune` are dropped. */
  pack(prune: number): Uint8Array {
    const { weights, totals, clock } = this
    let greatest = 0
    for (let at = 0; at < weights.length; at++) greatest = Math.max(greatest, Math.abs(weights[at]! - totals[at]! / clock))
    const bytes = new Uint8Array(weights.length)
    for (let at = 0; at < weights.length; at++) {
      const average = weights[at]! - totals[at]! / clock
      if (Math.abs(average) >= prune) bytes[at] = weightByte((average / greatest) * GREATEST_WEIGHT)
    }
    return packLinear(bytes, this.classes, this.bits)
  }
}
