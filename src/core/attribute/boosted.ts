import { exp } from "./exponential.ts"

/**
 * Gradient boosted trees (Friedman 2001). Every tree is a full binary tree of `depth` questions, breadth first: the question at node `n` is whether
 * a fact reaches a step of its `edges`; no goes on at `2n + 1`, yes at `2n + 2`. A question that is not needed asks for a step
 * that no fact reaches.
 */
export interface Boosted {
  readonly depth: number
  /** Log-odds before any tree is asked. */
  readonly base: number
  /** Rising limits of each fact. A fact has reached step `n` when it is not below `edges[n - 1]`. */
  readonly edges: readonly Float32Array[]
  /** Questions of all trees, one tree behind the other, `2^depth - 1` each: 256 times the fact, plus the step. */
  readonly questions: Uint16Array
  /** Log-odds that the leaves of all trees add, `2^depth` each. */
  readonly leaves: Float32Array
}

/** The step of a question that every fact answers with no. */
export const NEVER = 255

/** How many of the limits a value reaches. */
export function stepOf(edges: Float32Array, value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (value >= edges[middle]!) low = middle + 1
    else high = middle
  }
  return low
}

/** The probability that the trees give to the steps of facts. */
export function believed({ depth, base, questions, leaves }: Boosted, facts: Uint8Array): number {
  const inner = (1 << depth) - 1
  let sum = base
  for (let tree = 0, leaf = 0; tree < questions.length; tree += inner, leaf += inner + 1) {
    let at = 0
    for (let level = 0; level < depth; level++) {
      const question = questions[tree + at]!
      // The sign of the difference instead of a comparison: which way it goes is seldom foreseen, and processors wait where they foresaw wrong.
      at = 2 * at + 2 + ((facts[question >>> 8]! - (question & 255)) >> 31)
    }
    sum += leaves[leaf + at - inner]!
  }
  return 1 / (1 + exp(-sum))
}

/** Before the limits: depth, numbers, base. */
export const BOOSTED_HEAD_BYTES = 8

/** Depth and numbers of facts and trees (a byte, a byte, 16 bits), the base, for each fact its limits behind their number, then the facts and the steps of questions, and leaves. */
export function packBoosted({ depth, base, edges, questions, leaves }: Boosted): Uint8Array {
  const trees = leaves.length >>> depth
  const size = BOOSTED_HEAD_BYTES + edges.reduce((sum, each) => sum + 1 + 4 * each.length, 0) + 2 * questions.length + 4 * leaves.length
  const out = new Uint8Array(size)
  const view = new DataView(out.buffer)
  view.setUint8(0, depth)
  view.setUint8(1, edges.length)
  view.setUint16(2, trees, true)
  view.setFloat32(4, base, true)
  let at = BOOSTED_HEAD_BYTES
  const floats = (list: Float32Array) => {
    for (const each of list) {
      view.setFloat32(at, each, true)
      at += 4
    }
  }
  for (const each of edges) {
    view.setUint8(at++, each.length)
    floats(each)
  }
  out.set(
    Uint8Array.from(questions, question => question >>> 8),
    at,
  )
  out.set(
    Uint8Array.from(questions, question => question & 255),
    at + questions.length,
  )
  at += 2 * questions.length
  floats(leaves)
  return out
}

/** Opens what `packBoosted` wrote. Throws a `RangeError` when the bytes end too early or go on. */
export function openBoosted(bytes: Uint8Array): Boosted {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const depth = view.getUint8(0)
  const trees = view.getUint16(2, true)
  let at = BOOSTED_HEAD_BYTES
  const need = (count: number) => {
    if (at + count > bytes.length) throw new RangeError(`Boosted trees end after ${bytes.length} bytes`)
  }
  const floats = (count: number) => {
    need(4 * count)
    const list = Float32Array.from({ length: count }, (_, index) => view.getFloat32(at + 4 * index, true))
    at += 4 * count
    return list
  }
  const edges = Array.from({ length: view.getUint8(1) }, () => {
    need(1)
    return floats(view.getUint8(at++))
  })
  const count = trees * ((1 << depth) - 1)
  need(2 * count)
  const questions = Uint16Array.from({ length: count }, (_, n) => 256 * bytes[at + n]! + bytes[at + count + n]!)
  at += 2 * count
  const leaves = floats(trees << depth)
  if (at !== bytes.length) throw new RangeError(`Boosted trees are ${bytes.length} bytes long, and should be ${at}`)
  return { depth, base: view.getFloat32(4, true), edges, questions, leaves }
}
