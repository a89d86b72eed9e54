import { BitReader, BitWriter, bestRice } from "../bits.ts"

/** Gives each class a score for the features at hand. Training scores with the weights it is still changing, reading with frozen ones. */
export interface Scorer {
  readonly classes: number
  /** Adds up into `scores` the weights of the first `count` of `features`. */
  score(features: Int32Array, count: number, scores: Int32Array): void
}

const CLASS_BITS = 6
const CLASS_MASK = 2 ** CLASS_BITS - 1
/** Longest way from zero of a packed weight: with its class it still fits 16 bits. */
export const MOST_STEPS = 400

/**
 * A linear model with hashed features. A feature is a well-mixed 32-bit number; its highest bits name a bucket, and the bucket holds the
 * weights that are not zero, as class and steps in one number. Only scores of one model compare.
 */
export class Linear implements Scorer {
  readonly classes: number
  private readonly shift: number
  private readonly starts: Uint32Array
  private readonly entries: Int16Array

  /** Section: see `packLinear`. */
  constructor(section: Uint8Array) {
    const { classes, bits, cells, steps } = unpacked(section)
    const starts = new Uint32Array(2 ** bits + 1)
    const entries = new Int16Array(cells.length)
    let reached = 0
    for (let at = 0; at < cells.length; at++) {
      const bucket = Math.floor(cells[at]! / classes)
      while (reached < bucket) starts[++reached] = at
      entries[at] = (steps[at]! << CLASS_BITS) | (cells[at]! - bucket * classes)
    }
    while (reached < 2 ** bits) starts[++reached] = cells.length
    this.classes = classes
    this.shift = 32 - bits
    this.starts = starts
    this.entries = entries
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { shift, starts, entries } = this
    scores.fill(0)
    for (let index = 0; index < count; index++) {
      const bucket = features[index]! >>> shift
      const end = starts[bucket + 1]!
      for (let at = starts[bucket]!; at < end; at++) {
        const entry = entries[at]!
        scores[entry & CLASS_MASK]! += entry >> CLASS_BITS
      }
    }
  }
}

/** In place of a pair of steps that do not fit 8 bits each. */
const ELSEWHERE = -32768

/**
 * A linear model of three classes whose weights for a feature add up to zero, so that two say all: packed are those of the classes 1 and 2.
 * Scores are told by how far they are above that of class 0. Both weights lie in one number of 16 bits: the smaller the table, the more of it is
 * at hand, and the parser does little else than look into it. The few weights beyond 8 bits lie apart.
 */
export class Triple implements Scorer {
  readonly classes = 3
  private readonly shift: number
  private readonly pairs: Int16Array
  private readonly elsewhere = new Map<number, readonly [number, number]>()

  /** Section: that of a linear model of two classes; see `packLinear`. */
  constructor(section: Uint8Array) {
    const { bits, cells, steps } = unpacked(section)
    const pairs = new Int16Array(2 ** bits)
    for (let at = 0; at < cells.length; at++) {
      const bucket = cells[at]! >> 1
      const both = cells[at + 1]! >> 1 === bucket
      const one = (cells[at]! & 1) === 0 ? steps[at]! : 0
      const two = both ? steps[at + 1]! : steps[at]! - one
      const fits = Math.max(Math.abs(one), Math.abs(two)) < 128
      pairs[bucket] = fits ? one + two * 256 : ELSEWHERE
      if (!fits) this.elsewhere.set(bucket, [one, two])
      if (both) at++
    }
    this.shift = 32 - bits
    this.pairs = pairs
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { shift, pairs } = this
    let one = 0
    let both = 0
    for (let index = 0; index < count; index++) {
      const pair = pairs[features[index]! >>> shift]!
      if (pair === ELSEWHERE) {
        const [first, second] = this.elsewhere.get(features[index]! >>> shift)!
        one += first
        both += first + second * 256
      } else {
        one += (pair << 24) >> 24
        both += pair
      }
    }
    const two = (both - one) >> 8
    scores[0] = 0
    scores[1] = 2 * one + two
    scores[2] = one + 2 * two
  }
}

const HEAD_BYTES = 8

/** A model's weights that are not zero: their cells, in order, and how many steps each is from zero. */
interface Unpacked {
  readonly classes: number
  readonly bits: number
  readonly cells: Int32Array
  readonly steps: Int32Array
}

function unpacked(section: Uint8Array): Unpacked {
  const [classes, bits, gapRice, stepRice] = section as unknown as readonly [number, number, number, number]
  const count = new DataView(section.buffer, section.byteOffset).getUint32(4, true)
  const size = classes * 2 ** bits
  if (!(classes > 0 && classes <= CLASS_MASK && bits > 0 && bits <= 22) || count > size)
    throw new RangeError(`No linear model has ${classes} classes, 2^${bits} buckets and ${count} weights`)
  const reader = new BitReader(section.subarray(HEAD_BYTES))
  const cells = new Int32Array(count)
  const steps = new Int32Array(count)
  let cell = -1
  for (let at = 0; at < count; at++) {
    cell += 1 + reader.rice(gapRice)
    const code = reader.rice(stepRice)
    cells[at] = cell
    steps[at] = (code & 1) === 0 ? (code >>> 1) + 1 : -(code >>> 1) - 1
    if (code >>> 1 >= MOST_STEPS)
      throw new RangeError(`A linear model has a weight ${steps[at]} steps from zero; ${MOST_STEPS} is the most`)
  }
  if (cell >= size) throw new RangeError(`A linear model of ${size} cells has none at ${cell}`)
  return { classes, bits, cells, steps }
}

/**
 * The section of a model: number of classes, bits of a bucket number, k of the gaps, k of the weights (a byte each), number of weights
 * (32-bit), then for each weight that is not zero the cells passed over since the last (a bucket has a cell for each class) and its steps
 * from zero, both as Rice codes; the lowest bit of the steps is their sign.
 */
export function packLinear(weights: Int16Array, classes: number, bits: number): Uint8Array {
  const kept = [...weights.keys()].filter(cell => weights[cell] !== 0)
  const gaps = kept.map((cell, at) => cell - (at > 0 ? kept[at - 1]! : -1) - 1)
  const codes = kept.map(cell => 2 * (Math.abs(weights[cell]!) - 1) + (weights[cell]! < 0 ? 1 : 0))
  const gapRice = bestRice(gaps)
  const stepRice = bestRice(codes)
  const writer = new BitWriter()
  kept.forEach((_, at) => {
    writer.rice(gaps[at]!, gapRice)
    writer.rice(codes[at]!, stepRice)
  })
  const body = writer.done()
  const section = new Uint8Array(HEAD_BYTES + body.length)
  section.set([classes, bits, gapRice, stepRice])
  new DataView(section.buffer).setUint32(4, kept.length, true)
  section.set(body, HEAD_BYTES)
  return section
}

/** The class with the highest score; of equals the first. */
export function best(scores: Int32Array, classes: number): number {
  let winner = 0
  for (let each = 1; each < classes; each++) if (scores[each]! > scores[winner]!) winner = each
  return winner
}
