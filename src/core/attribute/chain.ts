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
  for (let t = 0; t < length; t++) scores.unary[t * labels] = 0
  add({ table: unary, width: labels - 1, scale: unaryScale }, clues.unary, length, { sums: scores.unary, from: 1, step: labels })
  add({ table: edge, width: pairs, scale: edgeScale }, clues.edge, length, { sums: scores.edge, from: 0, step: pairs })
  return scores
}

interface Table {
  readonly table: Int8Array | Float32Array
  /** Weights in a row. */
  readonly width: number
  readonly scale: number
}

/** Where sums go: those of token `t` from `from + t * step` on. */
interface Out {
  readonly sums: Float64Array
  readonly from: number
  readonly step: number
}

/** Adds up the rows of each token. Rows of two weights or of nine, those of three labels, are all that reading asks for. */
function add(table: Table, told: Told, length: number, out: Out): void {
  if (table.width === 2) addTwos(table, told, length, out)
  else if (table.width === 9) addNines(table, told, length, out)
  else addSome(table, told, length, out)
}

function addSome({ table, width, scale }: Table, { parts, rows, firsts, lasts }: Told, length: number, { sums, from, step }: Out): void {
  for (let t = 0; t < length; t++) {
    const place = from + t * step
    sums.fill(0, place, place + width)
    for (let part = t * parts; part < (t + 1) * parts; part++)
      for (let at = firsts[part]!; at < lasts[part]!; at++)
        for (let column = 0; column < width; column++) sums[place + column]! += table[rows[at]! * width + column]!
    for (let column = 0; column < width; column++) sums[place + column]! *= scale
  }
}

/** As `addSome`. What a token shares with the one before it is added up once. */
function addTwos({ table, scale }: Table, { parts, rows, firsts, lasts }: Told, length: number, { sums, from, step }: Out): void {
  const parted = new Float64Array(2 * parts)
  for (let t = 0; t < length; t++) {
    let [one, two] = [0, 0]
    for (let part = 0; part < parts; part++) {
      const told = t * parts + part
      if (t === 0 || firsts[told] !== firsts[told - parts] || lasts[told] !== lasts[told - parts]) {
        let [a, b] = [0, 0]
        const last = lasts[told]!
        for (let at = firsts[told]!; at < last; at++) {
          const row = rows[at]! << 1
          a += table[row]!
          b += table[row + 1]!
        }
        parted[2 * part] = a
        parted[2 * part + 1] = b
      }
      one += parted[2 * part]!
      two += parted[2 * part + 1]!
    }
    sums[from + t * step] = one * scale
    sums[from + t * step + 1] = two * scale
  }
}

/** As `addTwos` for rows of nine weights: those of the pairs of three labels. */
function addNines({ table, scale }: Table, { parts, rows, firsts, lasts }: Told, length: number, { sums, from, step }: Out): void {
  const parted = new Float64Array(9 * parts)
  for (let t = 0; t < length; t++) {
    for (let part = 0; part < parts; part++) {
      const told = t * parts + part
      if (t === 0 || firsts[told] !== firsts[told - parts] || lasts[told] !== lasts[told - parts])
        addNine(table, rows, firsts[told]!, lasts[told]!, parted, 9 * part)
    }
    for (let column = 0; column < 9; column++) {
      let sum = 0
      for (let at = column; at < parted.length; at += 9) sum += parted[at]!
      sums[from + t * step + column] = sum * scale
    }
  }
}

function addNine(table: Table["table"], rows: Int32Array, first: number, last: number, sums: Float64Array, sum: number): void {
  let [a, b, c] = [0, 0, 0]
  let [d, e, f] = [0, 0, 0]
  let [g, h, i] = [0, 0, 0]
  for (let at = first; at < last; at++) {
    const row = Math.imul(rows[at]!, 9)
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
  let product = 1
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
    product *= total
    if (product > LARGE || product < 1 / LARGE) {
      logSum += ln(product)
      product = 1
    }
    const spare = forward
    forward = next
    next = spare
  }
  return logSum + ln(product)
}

/** Far from the end of what a number can hold, so that few logarithms are taken. */
const LARGE = 1e100

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
