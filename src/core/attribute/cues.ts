import type { Prose } from "../data.ts"
import type { Run } from "../tree.ts"
import { type ChainWeights, likely, scored } from "./chain.ts"
import { BEGINS, CUE_LABELS, cueClues, GOES_ON } from "./cue-clues.ts"
import type { Hashes } from "./hashes.ts"
import { FULL, type Pace } from "./pace.ts"
import type { Sight } from "./sight.ts"

/** Sentences are looked at in pieces of at most so many tokens. */
const LONGEST_PIECE = 400

/** Probabilities of the labels of every token, `token * CUE_LABELS + label`. */
export function cueMarginals(sight: Sight, hashes: Hashes, weights: ChainWeights): Float64Array {
  const out = new Float64Array(sight.forms.length * CUE_LABELS)
  for (const { first, last } of sight.prose.sentences)
    for (let from = first; from < last; from += LONGEST_PIECE) {
      const to = Math.min(last, from + LONGEST_PIECE)
      out.set(likely(scored(weights, cueClues(sight, hashes, from, to))).marginals, from * CUE_LABELS)
    }
  return out
}

/** A possible cue: its likeliest extents, best first, each with its probability. */
export interface PossibleCue {
  readonly spans: readonly { readonly run: Run; readonly probability: number }[]
  /** That a cue lies here at all. */
  readonly probability: number
}

const LEAST_SPAN = 0.025
const MOST_SPANS = 3
const LONGEST_CUE = 14

/**
 * Possible cues in text order. Beginnings next to one another are one cue with several extents. The probability of an extent is that of its
 * beginning, times that of going on up to its end and no farther, by the marginals.
 */
export function possibleCues(sight: Sight, marginals: Float64Array, { leastBeginning }: Pace = FULL): PossibleCue[] {
  const spans: { run: Run; probability: number }[] = []
  for (const { first, last, block } of sight.prose.sentences) {
    if (isQuiet(sight.prose, block)) continue
    for (let t = first; t < last; t++) {
      const begins = marginals[t * CUE_LABELS + BEGINS]!
      if (begins < leastBeginning) continue
      let reach = begins
      for (let end = t + 1; end <= last && end - t <= LONGEST_CUE && reach >= LEAST_SPAN; end++) {
        const on = end < last ? Math.min(reach, marginals[end * CUE_LABELS + GOES_ON]!) : 0
        if (reach - on >= LEAST_SPAN) spans.push({ run: { first: t, last: end }, probability: reach - on })
        reach = on
      }
    }
  }
  return clustered(spans)
}

/** Who wrote, who took the picture, what to press: nothing is said in such blocks. */
export function isQuiet({ blocks }: Prose, block: number): boolean {
  const role = blocks[block]?.role
  return role === "byline" || role === "credit" || role === "leftover"
}

function clustered(spans: readonly { run: Run; probability: number }[]): PossibleCue[] {
  const cues: { spans: { run: Run; probability: number }[]; last: number }[] = []
  for (const each of spans) {
    const open = cues.at(-1)
    if (open && each.run.first < open.last) {
      open.spans.push(each)
      open.last = Math.max(open.last, each.run.last)
    } else cues.push({ spans: [each], last: each.run.last })
  }
  return cues.map(({ spans: all }) => {
    const sorted = [...all].sort((a, b) => b.probability - a.probability || a.run.first - b.run.first || a.run.last - b.run.last)
    return { spans: sorted.slice(0, MOST_SPANS), probability: all.reduce((sum, { probability }) => sum + probability, 0) }
  })
}

/** The token that carries a run: the first whose own head lies outside; of a cue a verb before anything else. */
export function headIn({ tagged: { heads, tags } }: Sight, { first, last }: Run): number {
  let found = -1
  for (let token = first; token < last; token++) {
    const head = heads[token]!
    if (head >= first && head < last) continue
    if (/^(?:VB|NN|JJ)/.test(tags[token]!)) return token
    if (found < 0) found = token
  }
  return found < 0 ? last - 1 : found
}
