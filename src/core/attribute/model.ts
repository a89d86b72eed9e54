import { BitReader, BitWriter, bestRice } from "../bits.ts"
import { ARGUMENT_EDGE_BITS, ARGUMENT_LABELS, ARGUMENT_UNARY_BITS } from "./argument-clues.ts"
import type { Belief } from "./believe.ts"
import { BOOSTED_HEAD_BYTES, openBoosted, packBoosted } from "./boosted.ts"
import type { ChainWeights } from "./chain.ts"
import { CUE_EDGE_BITS, CUE_LABELS, CUE_UNARY_BITS } from "./cue-clues.ts"
import { RATE_BITS } from "./rates.ts"
import { OPTION_BITS } from "./rows.ts"
import type { Weights } from "./weigh.ts"

/** What was learned about attributions. */
export interface AttributionModel {
  /** Where cues are. */
  readonly cues: ChainWeights
  /** Which words are source and content of a cue. */
  readonly arguments: ChainWeights
  /** Which reading of a cue to believe: by itself, then among its neighbours. */
  readonly first: Weights
  readonly second: Weights
  /** Which of the best readings to believe, and how much. */
  readonly belief: Belief
  readonly calibration: Calibration
}

/**
 * What the last look's probabilities are worth: `worth[n]` is the share that was right, on articles not learnt from, of the attributions whose
 * probability lay about `n / (worth.length - 1)`. Between two of them a straight line.
 */
export interface Calibration {
  readonly worth: Float32Array
  /** Calibrated confidence from which on an attribution is given, at each operating point. */
  readonly least: Readonly<Record<Point, number>>
}

/** `balanced` finds as much as it can without being wrong more often than it is worth; `precise` gives only what is nearly always right. */
export type Point = "balanced" | "precise"

/** Probability → how often so probable an attribution is right. */
export function calibrated(probability: number, { worth }: Calibration): number {
  const place = Math.max(0, Math.min(1, probability)) * (worth.length - 1)
  const low = Math.min(worth.length - 2, Math.floor(place))
  return worth[low]! + (place - low) * (worth[low + 1]! - worth[low]!)
}

/** "HSA3", the first four bytes of the file; the digit counts the ways of packing there have been. */
const MAGIC = 0x33415348
export const CALIBRATION_STEPS = 21

interface Table {
  readonly size: number
  readonly table: Int8Array
  readonly scale: number
}

const SIZES: readonly number[] = [
  (CUE_LABELS - 1) << CUE_UNARY_BITS,
  (CUE_LABELS * CUE_LABELS) << CUE_EDGE_BITS,
  (ARGUMENT_LABELS - 1) << ARGUMENT_UNARY_BITS,
  (ARGUMENT_LABELS * ARGUMENT_LABELS) << ARGUMENT_EDGE_BITS,
  1 << OPTION_BITS,
  1 << OPTION_BITS,
  1 << RATE_BITS,
  1 << RATE_BITS,
]

/**
 * The file: magic, then for each of the eight tables its scale (float 32), its length in bytes (unsigned 32-bit) and its weights, then the
 * calibration and the two operating points (float 32), then the trees. All little-endian. A table is packed as its weights that are not zero, a byte each, and the
 * gaps between them in Rice codes.
 */
export function packAttributionModel({ cues, arguments: args, first, second, belief, calibration }: AttributionModel): Uint8Array {
  const tables = [
    { table: cues.unary, scale: cues.unaryScale },
    { table: cues.edge, scale: cues.edgeScale },
    { table: args.unary, scale: args.unaryScale },
    { table: args.edge, scale: args.edgeScale },
    first,
    second,
    { table: belief.rates.shares, scale: 1 },
    { table: belief.rates.counts, scale: 1 },
  ].map(({ table, scale }) => ({ bytes: packTable(table), scale }))
  const floats = [...calibration.worth, calibration.least.balanced, calibration.least.precise]
  const trees = packBoosted(belief.trees)
  const out = new Uint8Array(4 + tables.reduce((sum, { bytes }) => sum + 8 + bytes.length, 0) + 4 * floats.length + trees.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, MAGIC, true)
  let at = 4
  for (const { bytes, scale } of tables) {
    view.setFloat32(at, scale, true)
    view.setUint32(at + 4, bytes.length, true)
    out.set(bytes, at + 8)
    at += 8 + bytes.length
  }
  floats.forEach((each, index) => {
    view.setFloat32(at + 4 * index, each, true)
  })
  out.set(trees, at + 4 * floats.length)
  return out
}

/** Opens what `packAttributionModel` wrote. Throws a `RangeError` when the bytes are something else. */
export function openAttributionModel(bytes: Uint8Array): AttributionModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint32(0, true) !== MAGIC) throw new RangeError(`These ${bytes.length} bytes are no attribution weights`)
  let at = 4
  const tables = SIZES.map((size): Table => {
    const length = at + 8 <= bytes.length ? view.getUint32(at + 4, true) : bytes.length
    if (at + 8 + length > bytes.length) throw new RangeError(`Attribution weights end after ${bytes.length} bytes, within a table`)
    const table = { size, scale: view.getFloat32(at, true), table: openTable(bytes.subarray(at + 8, at + 8 + length), size) }
    at += 8 + length
    return table
  })
  const trees = at + 4 * (CALIBRATION_STEPS + 2)
  if (trees + BOOSTED_HEAD_BYTES > bytes.length)
    throw new RangeError(`Attribution weights end after ${bytes.length} bytes, before their trees`)
  const floats = Float32Array.from({ length: CALIBRATION_STEPS + 2 }, (_, index) => view.getFloat32(at + 4 * index, true))
  const [cueUnary, cueEdge, argumentUnary, argumentEdge, first, second, shares, counts] = tables as [
    ...[Table, Table, Table, Table, Table, Table],
    ...[Table, Table],
  ]
  return {
    cues: chainOf(CUE_LABELS, cueUnary, cueEdge),
    arguments: chainOf(ARGUMENT_LABELS, argumentUnary, argumentEdge),
    first,
    second,
    belief: { trees: openBoosted(bytes.subarray(trees)), rates: { shares: shares.table, counts: counts.table } },
    calibration: {
      worth: floats.subarray(0, CALIBRATION_STEPS),
      least: { balanced: floats[CALIBRATION_STEPS]!, precise: floats[CALIBRATION_STEPS + 1]! },
    },
  }
}

function chainOf(labels: number, unary: Table, edge: Table): ChainWeights {
  return { labels, unary: unary.table, unaryScale: unary.scale, edge: edge.table, edgeScale: edge.scale }
}

function packTable(table: ArrayLike<number>): Uint8Array {
  const gaps: number[] = []
  const kept: number[] = []
  let before = -1
  for (let at = 0; at < table.length; at++) {
    if (table[at] === 0) continue
    gaps.push(at - before - 1)
    kept.push(table[at]!)
    before = at
  }
  const k = bestRice(gaps)
  const writer = new BitWriter()
  for (const gap of gaps) writer.rice(gap, k)
  const bits = writer.done()
  const out = new Uint8Array(HEAD_BYTES + kept.length + bits.length)
  const view = new DataView(out.buffer)
  view.setUint8(0, k)
  view.setUint32(1, kept.length, true)
  out.set(Int8Array.from(kept), HEAD_BYTES)
  out.set(bits, HEAD_BYTES + kept.length)
  return out
}

/** Before the weights of a table: the k of its Rice codes, and how many weights there are. */
const HEAD_BYTES = 5

function openTable(bytes: Uint8Array, size: number): Int8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = bytes.length < HEAD_BYTES ? bytes.length : view.getUint32(1, true)
  if (HEAD_BYTES + count > bytes.length) throw new RangeError(`Attribution weights name ${count} weights in ${bytes.length} bytes`)
  const k = view.getUint8(0)
  const kept = bytes.subarray(HEAD_BYTES, HEAD_BYTES + count)
  const reader = new BitReader(bytes.subarray(HEAD_BYTES + count))
  const table = new Int8Array(size)
  let at = -1
  for (let n = 0; n < count; n++) {
    at += reader.rice(k) + 1
    if (at >= size) throw new RangeError(`Attribution weights name weight ${at} of a table of ${size}`)
    table[at] = kept[n]!
  }
  return table
}
