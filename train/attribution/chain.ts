import { type ChainWeights, type Clues, likely, type Scores, scored, type Told } from "../../src/core/attribute/index.ts"
import { chance, shuffled } from "../chance.ts"

/** A chain to learn from: what speaks for each token, and its right label. */
export interface ChainLesson {
  readonly clues: Clues
  readonly right: Uint8Array
}

/** How weights become bytes: those beyond `largest` are cut there, those below `least` are left out. */
export interface Grain {
  readonly largest: number
  readonly least: number
}

export interface ChainPace {
  readonly labels: number
  readonly unaryBits: number
  readonly edgeBits: number
  readonly epochs: number
  /** A share of the rows, in sixteenths, is left out at each step, so that no word alone carries a decision. */
  readonly dropout: number
  /** Keeps the first steps of AdaGrad from leaping: so large a sum of squares is taken to stand there before the first. */
  readonly damping: number
  readonly grain: Grain
  /** The weights learnt from each seed are averaged: dropout and order leave their own marks on each. */
  readonly seeds: readonly number[]
}

/**
 * AdaGrad (Duchi, Hazan and Singer 2011), from the first to the last epoch. Six times as fast, chains were far too sure of themselves: on articles
 * not learnt from, the cues cost 140 thousandths of a nat a token, and now 103.
 */
const RATE_FIRST = 0.04
const RATE_LAST = 0.01
/** The weights of the last so many epochs are averaged. */
const AVERAGED_EPOCHS = 4
/** Errors smaller than this change nothing worth the time. */
const STILL = 2e-3

/** The lesson kept: what was told in parts, and holds only until the next, in one part of its own. */
export function compact({ clues: { length, unary, edge }, right }: ChainLesson): ChainLesson {
  return { right, clues: { length, unary: inOne(unary, length), edge: inOne(edge, length) } }
}

function inOne({ parts, rows, firsts, lasts }: Told, length: number): Told {
  const kept: number[] = []
  const bounds = new Int32Array(length + 1)
  for (let at = 0; at < length * parts; at++) {
    for (let row = firsts[at]!; row < lasts[at]!; row++) kept.push(rows[row]!)
    bounds[Math.floor(at / parts) + 1] = kept.length
  }
  return { parts: 1, rows: Int32Array.from(kept), firsts: bounds.subarray(0, length), lasts: bounds.subarray(1) }
}

interface Table {
  readonly weights: Float32Array
  readonly squares: Float32Array
  readonly mean: Float32Array
}

function tableOf(size: number, damping: number): Table {
  return { weights: new Float32Array(size), squares: new Float32Array(size).fill(damping), mean: new Float32Array(size) }
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
  const one = eightBits(unary, pace.grain)
  const two = eightBits(edge, EDGE_GRAIN)
  return { labels, unary: one.table, unaryScale: one.scale, edge: two.table, edgeScale: two.scale }
}

function addTo(total: Float32Array, part: Float32Array, share: number): void {
  for (let at = 0; at < total.length; at++) total[at]! += part[at]! * share
}

interface Tables {
  readonly unary: Table
  readonly edge: Table
}

function trainOnce(lessons: readonly ChainLesson[], pace: ChainPace, seed: number): Tables {
  const { labels, unaryBits, edgeBits, epochs, dropout, damping } = pace
  const unary = tableOf((1 << unaryBits) * (labels - 1), damping)
  const edge = tableOf((1 << edgeBits) * labels * labels, damping)
  const random = chance(seed)
  const scale = 1 / (1 - dropout / 16)
  const weights: ChainWeights = { labels, unary: unary.weights, unaryScale: scale, edge: edge.weights, edgeScale: scale }
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = RATE_FIRST + ((RATE_LAST - RATE_FIRST) * epoch) / Math.max(1, epochs - 1)
    for (const { clues, right } of shuffled(lessons, random)) step(weights, { unary, edge }, thinned(clues, dropout, random), right, rate)
    if (epoch < epochs - AVERAGED_EPOCHS) continue
    for (const { weights: now, mean } of [unary, edge]) addTo(mean, now, 1 / AVERAGED_EPOCHS)
  }
  return { unary, edge }
}

/** The clues that are left when `dropout` sixteenths of them are dropped. */
function thinned({ length, unary, edge }: Clues, dropout: number, random: () => number): Clues {
  return { length, unary: thin(unary, dropout, random), edge: thin(edge, dropout, random) }
}

function thin({ parts, rows, firsts, lasts }: Told, dropout: number, random: () => number): Told {
  const kept = new Int32Array(rows.length)
  const bounds = new Int32Array(firsts.length + 1)
  let n = 0
  let bits = 0
  let left = 0
  for (let t = 0; t < firsts.length; t++) {
    for (let at = firsts[t]!; at < lasts[t]!; at++) {
      if (left === 0) {
        bits = Math.floor(random() * 2 ** 32)
        left = 8
      }
      if ((bits & 15) >= dropout) kept[n++] = rows[at]!
      bits >>>= 4
      left--
    }
    bounds[t + 1] = n
  }
  return { parts, rows: kept, firsts: bounds.subarray(0, -1), lasts: bounds.subarray(1) }
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
      if (push > STILL || push < -STILL) update(tables.unary, clues.unary, t, width, label - 1, push, rate)
    }
    if (t === 0) continue
    for (let pair = 0; pair < couples; pair++) {
      const isRight = right[t - 1]! * labels + right[t]! === pair ? 1 : 0
      const push = isRight - pairs[t * couples + pair]!
      if (push > STILL || push < -STILL) update(tables.edge, clues.edge, t, couples, pair, push, rate)
    }
  }
}

function update(
  { weights, squares }: Table,
  { rows, firsts, lasts }: Told,
  t: number,
  width: number,
  column: number,
  push: number,
  rate: number,
): void {
  const square = push * push
  for (let at = firsts[t]!; at < lasts[t]!; at++) {
    const cell = rows[at]! * width + column
    squares[cell]! += square
    weights[cell]! += (rate * push) / Math.sqrt(squares[cell]!)
  }
}

/** Float weights to 8 bits. The scale is a number of 32 bits, so that the file gives it back as it was. */
export function eightBits(weights: Float32Array, { largest, least }: Grain): { readonly table: Int8Array; readonly scale: number } {
  const scale = Math.fround(largest / 127)
  const table = Int8Array.from(weights, weight =>
    Math.abs(weight) < least ? 0 : Math.max(-127, Math.min(127, Math.round(weight / scale))),
  )
  return { scale, table }
}

const EDGE_GRAIN: Grain = { largest: 4, least: 0.03 }
