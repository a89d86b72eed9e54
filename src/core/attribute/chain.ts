import { exp, ln } from "./exponential.ts"
import { Room } from "./room.ts"

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over labels 0 to `labels - 1`. Label 0 weighs nothing by
 * itself, so a row of `unary` holds a weight for each of the others; a row of `edge` one for each pair of neighbouring labels, `before * labels + after`.
 * A weight is its entry times the table's scale.
 */
export interface ChainWeights {
  readonly labels: number
  readonly unary: Int8Array | Float32Array
  readonly unaryScale: number
  readonly edge: Int8Array | Float32Array
  readonly edgeScale: number
}

/**
 * The rows of the weight tables that speak for each token. They are told in parts, because much of what is told of a token holds for the next as
 * well: part p of token t are the rows from `firsts[t * parts + p]` up to `lasts[t * parts + p]`, and neighbours may share a part.
 */
export interface Told {
  readonly parts: number
  readonly rows: Int32Array
  readonly firsts: Int32Array
  readonly lasts: Int32Array
}

/** What speaks for each token, and for each pair of neighbours: told of the second. */
export interface Clues {
  readonly length: number
  readonly unary: Told
  readonly edge: Told
}

/** Potentials of one chain: scores of labels, `t * labels + label`, and of pairs, `(t * labels + before) * labels + after`, the pair that ends at t. */
export interface Scores {
  readonly length: number
  readonly labels: number
  readonly unary: Float64Array
  readonly edge: Float64Array
}

const unaryRoom = new Room()
const edgeRoom = new Room()

/** Adds up what speaks for each label and each pair. Holds until the next chain is scored. */
export function scored({ labels, unary, unaryScale, edge, edgeScale }: ChainWeights, clues: Clues): Scores {
  const { length } = clues
  const pairs = labels * labels
  const scores: Scores = { length, labels, unary: unaryRoom.of(length * labels), edge: edgeRoom.of(length * pairs) }
  const one: Sums = { table: unary, scale: unaryScale, sums: new Float64Array((labels - 1) * clues.unary.parts), out: scores.unary }
  const two: Sums = { table: edge, scale: edgeScale, sums: new Float64Array(pairs * clues.edge.parts), out: scores.edge }
  for (let t = 0; t < length; t++) {
    scores.unary[t * labels] = 0
    add(one, clues.unary, t, labels - 1, t * labels + 1)
    if (t > 0) add(two, clues.edge, t, pairs, t * pairs)
  }
  return scores
}

type Table = Int8Array | Float32Array

/** A table whose rows are added up into `out`; and the sums of the parts as they were told last. */
interface Sums {
  readonly table: Table
  readonly scale: number
  readonly sums: Float64Array
  readonly out: Float64Array
}

/** Adds up the rows of one token, `width` weights each. */
function add({ table, scale, sums, out }: Sums, { parts, rows, firsts, lasts }: Told, t: number, width: number, place: number): void {
  for (let part = 0; part < parts; part++) {
    const at = t * parts + part
    const first = firsts[at]!
    if (t > 0 && firsts[at - parts] === first && lasts[at - parts] === lasts[at]) continue
    const sum = part * width
    if (width === 2) addTwo(table, rows, first, lasts[at]!, sums, sum)
    else if (width === 9) addNine(table, rows, first, lasts[at]!, sums, sum)
    else addSome(table, width, rows, first, lasts[at]!, sums, sum)
  }
  for (let column = 0; column < width; column++) {
    let all = 0
    for (let sum = column; sum < sums.length; sum += width) all += sums[sum]!
    out[place + column] = all * scale
  }
}

/** Adds up rows of `width` weights each. */
function addSome(table: Table, width: number, rows: Int32Array, first: number, last: number, sums: Float64Array, sum: number): void {
  sums.fill(0, sum, sum + width)
  for (let at = first; at < last; at++)
    for (let column = 0; column < width; column++) sums[sum + column]! += table[rows[at]! * width + column]!
}

/** As `addSome` for rows of two weights: those of three labels, which is all that reading asks for. */
function addTwo(table: Table, rows: Int32Array, first: number, last: number, sums: Float64Array, sum: number): void {
  let a = 0
  let b = 0
  for (let at = first; at < last; at++) {
    const row = rows[at]! * 2
    a += table[row]!
    b += table[row + 1]!
  }
  sums[sum] = a
  sums[sum + 1] = b
}

/** As `addSome` for rows of nine weights: those of the pairs of three labels. */
function addNine(table: Table, rows: Int32Array, first: number, last: number, sums: Float64Array, sum: number): void {
  let [a, b, c] = [0, 0, 0]
  let [d, e, f] = [0, 0, 0]
  let [g, h, i] = [0, 0, 0]
  for (let at = first; at < last; at++) {
    const row = rows[at]! * 9
    a += table[row]!
    b += table[row + 1]!
    c += table[row + 2]!
    d += table[row + 3]!
    e += table[row + 4]!
    f += table[row + 5]!
    g += table[row + 6]!
    h += table[row + 7]!
    i += table[row + 8]!
  }
  sums[sum] = a
  sums[sum + 1] = b
  sums[sum + 2] = c
  sums[sum + 3] = d
  sums[sum + 4] = e
  sums[sum + 5] = f
  sums[sum + 6] = g
  sums[sum + 7] = h
  sums[sum + 8] = i
}

/** What the chain holds likely. */
export interface Likely {
  /** Probability of each label of each token, `t * labels + label`. */
  readonly marginals: Float64Array
  /** Probability of each pair of labels, laid out as `Scores.edge`. */
  readonly pairs: Float64Array
}

/** The logarithm of the sum over all labellings of e to their score: the way forward alone. */
export function logSumOf({ length, labels, unary, edge }: Scores): number {
  let forward = new Float64Array(labels)
  let next = new Float64Array(labels)
  let logSum = 0
  for (let t = 0; t < length; t++) {
    let total = 0
    for (let label = 0; label < labels; label++) {
      let sum = t === 0 ? 1 : 0
      if (t > 0)
        for (let before = 0; before < labels; before++) sum += forward[before]! * exp(edge[(t * labels + before) * labels + label]!)
      const own = unary[t * labels + label]!
      total += next[label] = own === 0 ? sum : sum * exp(own)
    }
    for (let label = 0; label < labels; label++) next[label]! /= total
    logSum += ln(total)
    const spare = forward
    forward = next
    next = spare
  }
  return logSum
}

const grownRoom = new Room()
const tiedRoom = new Room()
const forwardRoom = new Room()
const scaleRoom = new Room()

/** e to each of the numbers from `first` up to `last`. */
function raised(numbers: Float64Array, first: number, last: number, out: Float64Array): Float64Array {
  for (let at = first; at < last; at++) out[at] = exp(numbers[at]!)
  return out
}

/** Forward and backward, each step scaled so that no number runs out of range. */
export function likely({ length, labels, unary, edge }: Scores): Likely {
  const pairs = labels * labels
  const grown = raised(unary, 0, length * labels, grownRoom.of(length * labels))
  const tied = raised(edge, pairs, length * pairs, tiedRoom.of(length * pairs))
  const forward = forwardRoom.of(length * labels)
  const scales = scaleRoom.of(length)
  for (let t = 0; t < length; t++) {
    let total = 0
    for (let label = 0; label < labels; label++) {
      let sum = t === 0 ? 1 : 0
      if (t > 0)
        for (let before = 0; before < labels; before++)
          sum += forward[(t - 1) * labels + before]! * tied[t * pairs + before * labels + label]!
      total += forward[t * labels + label] = sum * grown[t * labels + label]!
    }
    scales[t] = total
    for (let label = 0; label < labels; label++) forward[t * labels + label]! /= total
  }
  const marginals = new Float64Array(length * labels)
  const likelyPairs = new Float64Array(length * pairs)
  let backward = new Float64Array(labels).fill(1)
  let earlier = new Float64Array(labels)
  for (let t = length - 1; t >= 0; t--) {
    for (let label = 0; label < labels; label++) marginals[t * labels + label] = forward[t * labels + label]! * backward[label]!
    if (t === 0) break
    earlier.fill(0)
    for (let before = 0; before < labels; before++) {
      for (let label = 0; label < labels; label++) {
        const through = (tied[t * pairs + before * labels + label]! * grown[t * labels + label]! * backward[label]!) / scales[t]!
        earlier[before]! += through
        likelyPairs[t * pairs + before * labels + label] = forward[(t - 1) * labels + before]! * through
      }
    }
    const spare = backward
    backward = earlier
    earlier = spare
  }
  return { marginals, pairs: likelyPairs }
}
