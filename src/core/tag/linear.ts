/** Gives each class a score for the features at hand. Training scores with the weights it is still changing, reading with frozen ones. */
export interface Scorer {
  readonly classes: number
  /** Adds up into `scores` the weights of the first `count` of `features`. */
  score(features: Int32Array, count: number, scores: Int32Array): void
}

/**
 * A linear model with hashed features. A feature is a well-mixed 32-bit number; its highest bits name a bucket, and the bucket holds the
 * (class, weight) pairs that are not zero. Weights are in units that differ from model to model: only scores of one model compare.
 */
export class Linear implements Scorer {
  readonly classes: number
  private readonly shift: number
  private readonly starts: Uint32Array
  private readonly classOf: Uint8Array
  private readonly weights: Int16Array

  /** Section: [number of classes, bits of a bucket number, 0, 0], pairs in each bucket, their classes, their weights; a byte each. */
  constructor(section: Uint8Array) {
    const bits = section[1]!
    const buckets = 2 ** bits
    this.classes = section[0]!
    this.shift = 32 - bits
    const counts = section.subarray(4, 4 + buckets)
    this.starts = new Uint32Array(buckets + 1)
    for (let bucket = 0; bucket < buckets; bucket++) this.starts[bucket + 1] = this.starts[bucket]! + counts[bucket]!
    const pairs = this.starts[buckets]!
    this.classOf = section.subarray(4 + buckets, 4 + buckets + pairs)
    this.weights = Int16Array.from(section.subarray(4 + buckets + pairs), byte => WEIGHTS[byte]!)
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { shift, starts, classOf, weights } = this
    scores.fill(0)
    for (let index = 0; index < count; index++) {
      const bucket = features[index]! >>> shift
      const end = starts[bucket + 1]!
      for (let at = starts[bucket]!; at < end; at++) scores[classOf[at]!]! += weights[at]!
    }
  }
}

const FRACTION_BITS = 4
const FRACTION = 2 ** FRACTION_BITS

/**
 * What the 256 bytes stand for: a sign, three bits of exponent, four of fraction. A few weights (of what nearly every token has) are hundreds
 * of times the rest, so even steps would lose one or the other; these are within 3 % of any weight from 1 to `GREATEST_WEIGHT`.
 */
const WEIGHTS = Int16Array.from({ length: 256 }, (_, byte) => (byte < 128 ? magnitude(byte) : -magnitude(byte - 128)))
export const GREATEST_WEIGHT = magnitude(127)

function magnitude(code: number): number {
  const exponent = code >>> FRACTION_BITS
  const fraction = code & (FRACTION - 1)
  return exponent === 0 ? fraction : (FRACTION + fraction) << (exponent - 1)
}

/** The byte whose weight is nearest. */
export function weightByte(weight: number): number {
  const size = Math.min(Math.abs(weight), GREATEST_WEIGHT)
  let code = 0
  while (code < 127 && size >= (magnitude(code) + magnitude(code + 1)) / 2) code++
  return weight < 0 && code > 0 ? code + 128 : code
}

/** A model's section from its weights as bytes, class by class within each bucket; zeros are left out. */
export function packLinear(weights: Uint8Array, classes: number, bits: number): Uint8Array {
  const buckets = 2 ** bits
  const counts = new Uint8Array(buckets)
  const classOf: number[] = []
  const kept: number[] = []
  for (let at = 0; at < weights.length; at++) {
    if (weights[at] === 0) continue
    counts[Math.floor(at / classes)]!++
    classOf.push(at % classes)
    kept.push(weights[at]!)
  }
  const section = new Uint8Array(4 + buckets + 2 * kept.length)
  section.set([classes, bits, 0, 0])
  section.set(counts, 4)
  section.set(classOf, 4 + buckets)
  section.set(kept, 4 + buckets + kept.length)
  return section
}

/** The class with the highest score; of equals the first. */
export function best(scores: Int32Array, classes: number): number {
  let winner = 0
  for (let each = 1; each < classes; each++) if (scores[each]! > scores[winner]!) winner = each
  return winner
}

const FIRST = 0x9e3779b1
const SECOND = 0x85ebca6b
const THIRD = 0xc2b2ae35

/** A feature of one value. `template` keeps features of different make apart. Multiplicative hashing: the high bits are the good ones. */
export function one(template: number, a: number): number {
  return Math.imul(Math.imul(a ^ (template * FIRST), SECOND) ^ (a >>> 15), THIRD)
}

/** A feature of two values together. */
export function two(template: number, a: number, b: number): number {
  return Math.imul(Math.imul(Math.imul(a ^ (template * FIRST), SECOND) + b, THIRD) ^ (b >>> 13), FIRST)
}

/** A feature of three values together. */
export function three(template: number, a: number, b: number, c: number): number {
  return two(template, Math.imul(a, THIRD) + b, c)
}
