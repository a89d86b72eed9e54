import { type ChainWeights, type Clues, likely, type Scores, scored } from "../../src/core/attribute/index.ts"
import { chance, shuffled } from "../chance.ts"

/** A chain to learn from: what speaks for each token, and its right label. */
export interface ChainLesson {
  readonly clues: Clues
  readonly right: Uint8Array
}

export interface ChainPace {
  readonly labels: number
  readonly unaryBits: number
  readonly edgeBits: number
  readonly epochs: number
  /** The weights learnt from each seed are averaged: dropout and order leave their own marks on each. */
  readonly seeds: readonly number[]
}

/** AdaGrad (Duchi, Hazan and Singer 2011), from the first to the last epoch. */
const RATE_FIRST = 0.25
const RATE_LAST = 0.06
/** Half of the rows are left out at each step, so that no word alone carries a decision: worth 3 points of relation-soft F1. */
const DROPOUT = 0.5
/** The weights of the last so many epochs are averaged. */
const AVERAGED_EPOCHS = 4
/** Errors smaller than this change nothing worth the time. */
const STILL = 2e-3
/** Keeps the first steps of AdaGrad from leaping. */
const DAMPING = 1

/** The lesson without the room that its clues did not need. */
export function compact({ clues, right }: ChainLesson): ChainLesson {
  const { length, unaryRows, unaryStarts, edgeRows, edgeStarts } = clues
  const kept = { unaryRows: unaryRows.slice(0, unaryStarts[length]), edgeRows: edgeRows.slice(0, edgeStarts[length]) }
  return { right, clues: { length, unaryStarts, edgeStarts, ...kept } }
}

interface Table {
  readonly weights: Float32Array
  readonly squares: Float32Array
  readonly mean: Float32Array
}

function tableOf(size: number): Table {
  return { weights: new Float32Array(size), squares: new Float32Array(size).fill(DAMPING), mean: new Float32Array(size) }
}

/** Learns the weights of a chain, in 8 bits, by stochastic ascent of the conditional likelihood. Deterministic: order and dropout come from the seeds. */
export function trainChain(lessons: readonly ChainLesson[], pace: ChainPace): ChainWeights {
  const { labels } = pace
  const unary = new Float32Array((1 << pace.unaryBits) * (labels - 1))
  const edge = new Float32Array((1 << pace.edgeBits) * labels * labels)
  for (const seed of pace.seeds) {
    const learnt = trainOnce(lessons, pace, seed)
    addTo(unary, learnt.unary.mean, 1 / pace.seeds.length)
    addTo(edge, learnt.edge.mean, 1 / pace.seeds.length)
  }
  return smallChain({ labels, unary, edge })
}

function addTo(total: Float32Array, part: Float32Array, share: number): void {
  for (let at = 0; at < total.length; at++) total[at]! += part[at]! * share
}

interface Tables {
  readonly unary: Table
  readonly edge: Table
}

function trainOnce(lessons: readonly ChainLesson[], { labels, unaryBits, edgeBits, epochs }: ChainPace, seed: number): Tables {
  const unary = tableOf((1 << unaryBits) * (labels - 1))
  const edge = tableOf((1 << edgeBits) * labels * labels)
  const random = chance(seed)
  const scale = 1 / (1 - DROPOUT)
  const weights: ChainWeights = { labels, unary: unary.weights, unaryScale: scale, edge: edge.weights, edgeScale: scale }
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = RATE_FIRST + ((RATE_LAST - RATE_FIRST) * epoch) / Math.max(1, epochs - 1)
    for (const { clues, right } of shuffled(lessons, random)) step(weights, { unary, edge }, thinned(clues, random), right, rate)
    if (epoch < epochs - AVERAGED_EPOCHS) continue
    for (const { weights: now, mean } of [unary, edge]) addTo(mean, now, 1 / AVERAGED_EPOCHS)
  }
  return { unary, edge }
}

/** The clues that are left when half of them are dropped. */
function thinned(clues: Clues, random: () => number): Clues {
  const unary = thin(clues.unaryRows, clues.unaryStarts, random)
  const edge = thin(clues.edgeRows, clues.edgeStarts, random)
  return { length: clues.length, unaryRows: unary.rows, unaryStarts: unary.starts, edgeRows: edge.rows, edgeStarts: edge.starts }
}

function thin(rows: Int32Array, starts: Int32Array, random: () => number): { rows: Int32Array; starts: Int32Array } {
  const kept = new Int32Array(rows.length)
  const newStarts = new Int32Array(starts.length)
  let n = 0
  let bits = 0
  let left = 0
  for (let t = 0; t + 1 < starts.length; t++) {
    for (let at = starts[t]!; at < starts[t + 1]!; at++) {
      if (left === 0) {
        bits = Math.floor(random() * 2 ** 32)
        left = 32
      }
      if (bits & 1) kept[n++] = rows[at]!
      bits >>>= 1
      left--
    }
    newStarts[t + 1] = n
  }
  return { rows: kept, starts: newStarts }
}

function step(weights: ChainWeights, tables: Tables, clues: Clues, right: Uint8Array, rate: number): void {
  const { labels } = weights
  const scores: Scores = scored(weights, clues)
  const { marginals, pairs } = likely(scores)
  const width = labels - 1
  const couples = labels * labels
  for (let t = 0; t < clues.length; t++) {
    for (let label = 1; label < labels; label++) {
      const push = (right[t] === label ? 1 : 0) - marginals[t * labels + label]!
      if (push > STILL || push < -STILL)
        update(tables.unary, clues.unaryRows, clues.unaryStarts[t]!, clues.unaryStarts[t + 1]!, width, label - 1, push, rate)
    }
    if (t === 0) continue
    for (let pair = 0; pair < couples; pair++) {
      const isRight = right[t - 1]! * labels + right[t]! === pair ? 1 : 0
      const push = isRight - pairs[t * couples + pair]!
      if (push > STILL || push < -STILL)
        update(tables.edge, clues.edgeRows, clues.edgeStarts[t]!, clues.edgeStarts[t + 1]!, couples, pair, push, rate)
    }
  }
}

function update(
  { weights, squares }: Table,
  rows: Int32Array,
  first: number,
  last: number,
  width: number,
  column: number,
  push: number,
  rate: number,
): void {
  const square = push * push
  for (let at = first; at < last; at++) {
    const cell = rows[at]! * width + column
    squares[cell]! += square
    weights[cell]! += (rate * push) / Math.sqrt(squares[cell]!)
  }
}

/** How weights become bytes: those beyond `largest` are cut there, those below `least` are left out. */
interface Grain {
  readonly largest: number
  readonly least: number
}

/** Float weights to 8 bits. The scale is a number of 32 bits, so that the file gives it back as it was. */
export function eightBits(weights: Float32Array, { largest, least }: Grain): { readonly table: Int8Array; readonly scale: number } {
  const scale = Math.fround(largest / 127)
  const table = Int8Array.from(weights, weight =>
    Math.abs(weight) < least ? 0 : Math.max(-127, Math.min(127, Math.round(weight / scale))),
  )
  return { scale, table }
}

const UNARY_GRAIN: Grain = { largest: 2.5, least: 0.05 }
const EDGE_GRAIN: Grain = { largest: 4, least: 0.05 }

/** The chain as its file will hold it. */
function smallChain({ labels, unary, edge }: { labels: number; unary: Float32Array; edge: Float32Array }): ChainWeights {
  const one = eightBits(unary, UNARY_GRAIN)
  const two = eightBits(edge, EDGE_GRAIN)
  return { labels, unary: one.table, unaryScale: one.scale, edge: two.table, edgeScale: two.scale }
}
