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

/** A bucket with at least this share of its weights not zero holds them all, one beside the other, which is quicker to add up than class by class. */
const CROWDED = 0.25
/** Numbers of a row added up side by side. */
const PAIRS_AT_ONCE = 4
/** More features than any model has. */
const MOST_FEATURES = 128

/**
 * A linear model with hashed features. A feature is a well-mixed 32-bit number; its highest bits name a bucket, and the bucket holds the
 * weights that are not zero, as class and steps in one number, or, where most are not zero, the weights of all classes, two in one number.
 * Only scores of one model compare.
 */
export class Linear implements Scorer {
  readonly classes: number
  private readonly shift: number
  /** Of each bucket where its entries begin, times 2^`CLASS_BITS`, plus their number; or, less than zero, the complement of its row. */
  private readonly places: Int32Array
  private readonly entries: Int16Array
  /** Rows of `width` numbers: a class in the low 16 bits of each and the next class in the high ones. */
  private readonly rows: Int32Array
  private readonly width: number
  /** Where the rows of the features at hand begin. */
  private readonly found = new Int32Array(MOST_FEATURES)

  /** Section: see `packLinear`. */
  constructor(section: Uint8Array) {
    const { classes, bits, cells, steps } = unpacked(section)
    const width = PAIRS_AT_ONCE * Math.ceil(classes / (2 * PAIRS_AT_ONCE))
    const places = new Int32Array(2 ** bits)
    const entries = new Int16Array(cells.length)
    const rows: number[] = []
    let entered = 0
    for (let at = 0; at < cells.length; ) {
      const bucket = Math.floor(cells[at]! / classes)
      const from = at
      while (at < cells.length && cells[at]! < (bucket + 1) * classes) at++
      const isCrowded = at - from >= classes * CROWDED
      places[bucket] = isCrowded ? ~(rows.length / width) : (entered << CLASS_BITS) | (at - from)
      if (isCrowded) for (let each = 0; each < width; each++) rows.push(0)
      for (let each = from; each < at; each++) {
        const own = cells[each]! - bucket * classes
        if (isCrowded) rows[rows.length - width + (own >> 1)]! += steps[each]! * ((own & 1) === 0 ? 1 : 2 ** 16)
        else entries[entered++] = (steps[each]! << CLASS_BITS) | own
      }
    }
    this.classes = classes
    this.shift = 32 - bits
    this.places = places
    this.entries = entries.slice(0, entered)
    this.rows = Int32Array.from(rows)
    this.width = width
  }

  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { shift, places, entries, found, width } = this
    scores.fill(0)
    // All places first, so that the waits for a memory that is far away overlap.
    for (let index = 0; index < count; index++) found[index] = places[features[index]! >>> shift]!
    let crowded = 0
    for (let index = 0; index < count; index++) {
      const place = found[index]!
      if (place < 0) {
        found[crowded++] = ~place * width
        continue
      }
      const first = place >> CLASS_BITS
      const end = first + (place & CLASS_MASK)
      for (let at = first; at < end; at++) {
        const entry = entries[at]!
        scores[entry & CLASS_MASK]! += entry >> CLASS_BITS
      }
    }
    if (crowded > 0) this.addRows(crowded, scores)
  }

  /** Adds up the first `count` of the rows found. The features of one token are so few that no sum of a class outgrows 16 bits. */
  private addRows(count: number, scores: Int32Array): void {
    const { rows, found, width, classes } = this
    for (let pair = 0; pair < width; pair += PAIRS_AT_ONCE) {
      let [a, b, c, d] = [0, 0, 0, 0]
      for (let index = 0; index < count; index++) {
        const at = found[index]! + pair
        a = (a + rows[at]!) | 0
        b = (b + rows[at + 1]!) | 0
        c = (c + rows[at + 2]!) | 0
        d = (d + rows[at + 3]!) | 0
      }
      addPair(a, 2 * pair, classes, scores)
      addPair(b, 2 * pair + 2, classes, scores)
      addPair(c, 2 * pair + 4, classes, scores)
      addPair(d, 2 * pair + 6, classes, scores)
    }
  }
}

function addPair(pair: number, own: number, classes: number, scores: Int32Array): void {
  const low = (pair << 16) >> 16
  if (own < classes) scores[own]! += low
  if (own + 1 < classes) scores[own + 1]! += (pair - low) >> 16
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
