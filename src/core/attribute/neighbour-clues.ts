import { type Hashes, one, three, two } from "./hashes.ts"
import type { Option } from "./option.ts"
import { Rows } from "./rows.ts"

const rows = new Rows()

/** How an option lies to its neighbours, each a number from 0 (not so) up with the neighbour's confidence. */
export interface Neighbourhood {
  /** The cue stands in a neighbour's content. */
  readonly inside: number
  /** A neighbour's cue stands in the content. */
  readonly over: number
  /** A neighbour claims half of the content or more. */
  readonly shared: number
  /** The source stands in a neighbour's content. */
  readonly lent: number
  /** A neighbour has the same source. */
  readonly fellow: number
}

/** An option as the first look left it: its share, and the share of all options of the cue. */
export interface Before {
  readonly share: number
  readonly any: number
}

/** What the first look thought of the option and of its neighbours. */
export function neighbourRows({ lemma, tag }: Hashes, option: Option, around: Neighbourhood, own: Before): Int32Array {
  const lemmaHash = lemma[option.cueHead]!
  const kind = tag[option.cueHead]!
  const { inside, over, shared, lent, fellow } = around
  const share = logit(own.share)
  const any = logit(own.any)
  rows.add(one(110, share))
  rows.add(two(111, share, any))
  rows.add(one(112, any))
  rows.add(two(113, inside, kind))
  rows.add(two(114, inside, lemmaHash))
  rows.add(two(115, over, kind))
  rows.add(two(116, over, lemmaHash))
  rows.add(two(117, shared, kind))
  rows.add(two(118, shared, inside * 32 + over))
  rows.add(one(119, lent))
  rows.add(two(120, lent, inside))
  rows.add(two(121, fellow, kind))
  rows.add(three(122, inside, any, shared))
  rows.add(three(123, over, any, shared))
  return rows.done()
}

/** A probability by its log-odds in steps: even at the ends, where tenths would not tell 0.99 from 0.999. */
function logit(share: number): number {
  if (share < 0.001) return -7
  if (share > 0.999) return 7
  let steps = 0
  for (const limit of [0.004, 0.012, 0.03, 0.06, 0.11, 0.2, 0.33, 0.5, 0.67, 0.8, 0.89, 0.94, 0.97, 0.988, 0.996])
    if (share >= limit) steps++
  return steps - 8
}
