import { type Hashes, one, three, two } from "./hashes.ts"
import type { Option } from "./option.ts"

/**
 * How often options with a word in common were right, on articles not learnt from (target encoding, Micci-Barreca 2001). A hash of the word points
 * at a row; a row that was met too seldom to count holds 0 and 0.
 */
export interface Rates {
  /** The share that was right, in 127ths. */
  readonly shares: Int8Array
  /** The logarithm to base 2 of how many there were, in eighths. */
  readonly counts: Int8Array
}

/** Rows: 2^18, far more than words, so that two words seldom meet. */
export const RATE_BITS = 18
const MASK = (1 << RATE_BITS) - 1

/** What is counted of an option: its verb; its verb with tag and relation, with what follows, and with who speaks; who speaks; what begins the content. */
export const RATED = 6

/** The row of each thing that is counted of an option. */
export function rateRows({ lemma, tag, label, form }: Hashes, { cue, cueHead, sourceHead, content }: Option): readonly number[] {
  const own = lemma[cueHead]!
  const speaker = sourceHead === null ? 0 : lemma[sourceHead]!
  return [
    one(1, own) & MASK,
    three(2, own, tag[cueHead]!, label[cueHead]!) & MASK,
    one(3, speaker) & MASK,
    two(4, own, form[cue.last]!) & MASK,
    two(5, own, speaker) & MASK,
    three(6, tag[cueHead]!, form[content[0]!.first]!, content[0]!.first < cue.first ? 0 : 1) & MASK,
  ]
}
