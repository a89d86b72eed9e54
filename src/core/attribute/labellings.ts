import type { Scores } from "./chain.ts"
import { Room } from "./room.ts"

const bestRoom = new Room()
const nextRoom = new Room()

/** A labelling and its score. */
export interface Labelling {
  readonly labels: Uint8Array
  readonly score: number
}

/**
 * The labellings with the highest scores, best first, at most `count` of them. Of equals the one with lower labels at its end. Each token keeps
 * the best ways to each of its labels, in order; those of the next are drawn from the heads of these lists, as lists are merged.
 */
export function bestLabellings({ length, labels, unary, edge }: Scores, count: number): Labelling[] {
  if (length === 0) return []
  const room = labels * count
  let best = bestRoom.of(room).fill(Number.NEGATIVE_INFINITY)
  let next = nextRoom.of(room)
  /** Label before times `count` plus its rank. */
  const from = new Uint16Array(length * room)
  for (let label = 0; label < labels; label++) best[label * count] = unary[label]!
  const merge: Merge = {
    labels,
    count,
    steps: new Float64Array(labels),
    heads: new Float64Array(labels),
    ranks: new Int32Array(labels),
    from,
  }
  for (let t = 1; t < length; t++) {
    for (let label = 0; label < labels; label++) {
      for (let before = 0; before < labels; before++)
        merge.steps[before] = edge[(t * labels + before) * labels + label]! + unary[t * labels + label]!
      mergeInto(next, label * count, best, merge, t * room)
    }
    const spare = best
    best = next
    next = spare
  }
  const ends = Array.from({ length: room }, (_, at) => at).filter(at => best[at]! > Number.NEGATIVE_INFINITY)
  ends.sort((a, b) => best[b]! - best[a]! || a - b)
  return ends.slice(0, count).map(end => ({ labels: traced(from, { length, room, count, end }), score: best[end]! }))
}

/** Room to merge in: of each label before, what the step from it adds, the score at the head of its list, and how many have left the list. */
interface Merge {
  readonly labels: number
  readonly count: number
  readonly steps: Float64Array
  readonly heads: Float64Array
  readonly ranks: Int32Array
  readonly from: Uint16Array
}

/** The best ways to one label, from `slot` on in `out`; where each comes from, `place` farther on in `from`. */
function mergeInto(
  out: Float64Array,
  slot: number,
  best: Float64Array,
  { labels, count, steps, heads, ranks, from }: Merge,
  place: number,
): void {
  for (let before = 0; before < labels; before++) {
    ranks[before] = before * count
    heads[before] = best[before * count]! + steps[before]!
  }
  for (let rank = slot; rank < slot + count; rank++) {
    let top = 0
    for (let before = 1; before < labels; before++) if (heads[before]! > heads[top]!) top = before
    out[rank] = heads[top]!
    const taken = ranks[top]!++
    from[place + rank] = taken
    heads[top] = taken + 1 < (top + 1) * count ? best[taken + 1]! + steps[top]! : Number.NEGATIVE_INFINITY
  }
}

interface Trace {
  readonly length: number
  readonly room: number
  readonly count: number
  readonly end: number
}

function traced(from: Uint16Array, { length, room, count, end }: Trace): Uint8Array {
  const labels = new Uint8Array(length)
  let at = end
  for (let t = length - 1; t >= 0; t--) {
    labels[t] = Math.floor(at / count)
    at = from[t * room + at]!
  }
  return labels
}
