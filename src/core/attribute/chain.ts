import { exp, ln } from "./exponential.ts"

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

/** The rows of the weight tables that speak for each token: `counts[t]` of them from `starts[t]` on. */
export interface Clues {
  readonly length: number
  readonly unaryRows: Int32Array
  readonly unaryStarts: Int32Array
  readonly edgeRows: Int32Array
  readonly edgeStarts: Int32Array
}

/** Potentials of one chain: scores of labels, `t * labels + label`, and of pairs, `(t * labels + before) * labels + after`, the pair that ends at t. */
export interface Scores {
  readonly length: number
  readonly labels: number
  readonly unary: Float64Array
  readonly edge: Float64Array
}

/** Adds up what speaks for each label and each pair. */
export function scored({ labels, unary, unaryScale, edge, edgeScale }: ChainWeights, clues: Clues): Scores {
  const { length, unaryRows, unaryStarts, edgeRows, edgeStarts } = clues
  const scores: Scores = { length, labels, unary: new Float64Array(length * labels), edge: new Float64Array(length * labels * labels) }
  const one: Sums = { table: unary, width: labels - 1, scale: unaryScale, out: scores.unary, sums: new Float64Array(labels - 1) }
  const pairs: Sums = { table: edge, width: labels * labels, scale: edgeScale, out: scores.edge, sums: new Float64Array(labels * labels) }
  for (let t = 0; t < length; t++) {
    add(one, unaryRows, unaryStarts[t]!, unaryStarts[t + 1]!, t * labels + 1)
    if (t > 0) add(pairs, edgeRows, edgeStarts[t]!, edgeStarts[t + 1]!, t * labels * labels)
  }
  return scores
}

/** A table whose rows are added up, `width` weights each, into `out`. */
interface Sums {
  readonly table: Int8Array | Float32Array
  readonly width: number
  readonly scale: number
  readonly out: Float64Array
  readonly sums: Float64Array
}

function add({ table, width, scale, out, sums }: Sums, rows: Int32Array, first: number, last: number, place: number): void {
  if (width === 2) {
    let [a, b] = [0, 0]
    for (let at = first; at < last; at++) {
      const row = rows[at]! * 2
      a += table[row]!
      b += table[row + 1]!
    }
    out[place] = a * scale
    out[place + 1] = b * scale
    return
  }
  sums.fill(0)
  for (let at = first; at < last; at++) {
    const row = rows[at]! * width
    for (let column = 0; column < width; column++) sums[column]! += table[row + column]!
  }
  for (let column = 0; column < width; column++) out[place + column] = sums[column]! * scale
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
      total += next[label] = sum * exp(unary[t * labels + label]!)
    }
    for (let label = 0; label < labels; label++) next[label]! /= total
    logSum += ln(total)
    ;[forward, next] = [next, forward]
  }
  return logSum
}

/** Forward and backward, each step scaled so that no number runs out of range. */
export function likely({ length, labels, unary, edge }: Scores): Likely {
  const pairs = labels * labels
  const grown = unary.map(exp)
  const tied = edge.map(exp)
  const forward = new Float64Array(length * labels)
  const scales = new Float64Array(length)
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
  for (let t = length - 1; t >= 0; t--) {
    for (let label = 0; label < labels; label++) marginals[t * labels + label] = forward[t * labels + label]! * backward[label]!
    if (t === 0) break
    const earlier = new Float64Array(labels)
    for (let before = 0; before < labels; before++) {
      for (let label = 0; label < labels; label++) {
        const through = (tied[t * pairs + before * labels + label]! * grown[t * labels + label]! * backward[label]!) / scales[t]!
        earlier[before]! += through
        likelyPairs[t * pairs + before * labels + label] = forward[(t - 1) * labels + before]! * through
      }
    }
    backward = earlier
  }
  return { marginals, pairs: likelyPairs }
}

/** A labelling and its score. */
export interface Labelling {
  readonly labels: Uint8Array
  readonly score: number
}

/** The labellings with the highest scores, best first, at most `count` of them. Of equals the one with lower labels at its end. */
export function bestLabellings({ length, labels, unary, edge }: Scores, count: number): Labelling[] {
  if (length === 0) return []
  const pairs = labels * labels
  const room = labels * count
  const best = new Float64Array(length * room).fill(Number.NEGATIVE_INFINITY)
  /** Label before times `count` plus its rank. */
  const from = new Int32Array(length * room).fill(-1)
  for (let label = 0; label < labels; label++) best[label * count] = unary[label]!
  for (let t = 1; t < length; t++)
    for (let label = 0; label < labels; label++) {
      const slot = t * room + label * count
      for (let before = 0; before < labels; before++) {
        const step = edge[t * pairs + before * labels + label]! + unary[t * labels + label]!
        for (let rank = 0; rank < count; rank++) {
          const score = best[(t - 1) * room + before * count + rank]! + step
          if (score <= best[slot + count - 1]!) break
          let place = count - 1
          while (place > 0 && best[slot + place - 1]! < score) {
            best[slot + place] = best[slot + place - 1]!
            from[slot + place] = from[slot + place - 1]!
            place--
          }
          best[slot + place] = score
          from[slot + place] = before * count + rank
        }
      }
    }
  const ends = Array.from({ length: room }, (_, at) => at).filter(at => best[(length - 1) * room + at]! > Number.NEGATIVE_INFINITY)
  ends.sort((a, b) => best[(length - 1) * room + b]! - best[(length - 1) * room + a]! || a - b)
  return ends.slice(0, count).map(end => ({ labels: traced(from, { length, room, count, end }), score: best[(length - 1) * room + end]! }))
}

interface Trace {
  readonly length: number
  readonly room: number
  readonly count: number
  readonly end: number
}

function traced(from: Int32Array, { length, room, count, end }: Trace): Uint8Array {
  const labels = new Uint8Array(length)
  let at = end
  for (let t = length - 1; t >= 0; t--) {
    labels[t] = Math.floor(at / count)
    at = from[t * room + at]!
  }
  return labels
}
