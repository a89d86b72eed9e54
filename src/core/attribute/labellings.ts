import type { Scores } from "./chain.ts"
import { exp } from "./exponential.ts"
import { Numbers, Room } from "./room.ts"

/** A labelling and its score. */
export interface Labelling {
  readonly labels: Uint8Array
  readonly score: number
}

/** How many labellings are asked for: `count` at most, and no more once their scores, as logarithms less `logSum`, come to a share of `enough`. */
export interface Wanted {
  readonly count: number
  readonly logSum: number
  readonly enough: number
}

/**
 * The labellings with the highest scores, best first, as many as are wanted. Of equals the one with lower labels at its end. Each token keeps
 * the best ways to each of its labels, in order; they are drawn from the heads of the lists of the token before, as lists are merged. Only the best
 * way to each is found for all; the next best is asked for where it is needed (Huang and Chiang 2005, algorithm 3), which is seldom.
 */
export function bestLabellings(scores: Scores, { count, logSum, enough }: Wanted): Labelling[] {
  const { length, labels } = scores
  if (length === 0) return []
  const ways = new Ways(scores, count)
  const ranks = new Int32Array(labels)
  const found: Labelling[] = []
  let share = 0
  while (found.length < count && share < enough) {
    let top = 0
    for (let label = 1; label < labels; label++)
      if (ways.scoreOf(length - 1, label, ranks[label]!) > ways.scoreOf(length - 1, top, ranks[top]!)) top = label
    const score = ways.scoreOf(length - 1, top, ranks[top]!)
    if (score === Number.NEGATIVE_INFINITY) break
    found.push({ labels: ways.traced(top, ranks[top]!), score })
    share += exp(score - logSum)
    ranks[top]!++
  }
  return found
}

const bestRoom = new Room()
const fromRoom = new Numbers()
const knownRoom = new Numbers()
const takenRoom = new Numbers()

/** The best ways to each label of each token, as far as they have been asked for. */
class Ways {
  /** Scores, `rank * nodes + t * labels + label`: the best of all stand together. */
  private readonly best: Float64Array
  /** Where each way comes from: label before times `count` plus its rank. */
  private readonly from: Int32Array
  /** How many ways to `t * labels + label` are known. */
  private readonly known: Int32Array
  /** How many ways to each label before have been gone on from: `(t * labels + label) * labels + before`. */
  private readonly taken: Int32Array
  private readonly scores: Scores
  private readonly count: number
  private readonly nodes: number

  constructor(scores: Scores, count: number) {
    const { length, labels } = scores
    const nodes = length * labels
    this.scores = scores
    this.count = count
    this.nodes = nodes
    this.best = bestRoom.of(nodes * count)
    this.from = fromRoom.of(nodes * count)
    this.known = knownRoom.of(nodes).fill(1, 0, nodes)
    this.taken = takenRoom.of(nodes * labels).fill(0, 0, nodes * labels)
    for (let label = 0; label < labels; label++) this.best[label] = scores.unary[label]!
    this.enterBest()
  }

  /** The best way to every label: Viterbi's. */
  private enterBest(): void {
    const { best, from, taken, count } = this
    const { length, labels, unary, edge } = this.scores
    for (let node = labels; node < length * labels; node++) {
      const label = node % labels
      const first = node - label - labels
      const own = unary[node]!
      let top = 0
      let score = Number.NEGATIVE_INFINITY
      for (let before = 0; before < labels; before++) {
        const way = best[first + before]! + (edge[(node - label + before) * labels + label]! + own)
        if (!(way > score)) continue
        top = before
        score = way
      }
      best[node] = score
      from[node] = top * count
      taken[node * labels + top] = 1
    }
  }

  /** Score of the way to a label that has so many better ones before it; below all numbers where there is none. */
  scoreOf(t: number, label: number, rank: number): number {
    const node = t * this.scores.labels + label
    if (rank >= this.count) return Number.NEGATIVE_INFINITY
    if (rank < this.known[node]!) return this.best[rank * this.nodes + node]!
    if (t === 0) return Number.NEGATIVE_INFINITY
    this.known[node] = rank + 1
    return this.enter(t, label, rank)
  }

  /** Finds the next best way to a label and enters it under its rank. */
  private enter(t: number, label: number, rank: number): number {
    const { taken, count } = this
    const { labels, unary, edge } = this.scores
    const node = t * labels + label
    const own = unary[node]!
    let top = 0
    let score = Number.NEGATIVE_INFINITY
    for (let before = 0; before < labels; before++) {
      const way = this.scoreOf(t - 1, before, taken[node * labels + before]!) + (edge[(t * labels + before) * labels + label]! + own)
      if (!(way > score)) continue
      top = before
      score = way
    }
    this.best[rank * this.nodes + node] = score
    this.from[rank * this.nodes + node] = top * count + taken[node * labels + top]!++
    return score
  }

  /** The labels on a way to a label of the last token. */
  traced(label: number, rank: number): Uint8Array {
    const { from, count, nodes } = this
    const { length, labels } = this.scores
    const way = new Uint8Array(length)
    let on = label
    let behind = rank
    for (let t = length - 1; t >= 0; t--) {
      way[t] = on
      const at = from[behind * nodes + t * labels + on]!
      on = Math.floor(at / count)
      behind = at - on * count
    }
    return way
  }
}
