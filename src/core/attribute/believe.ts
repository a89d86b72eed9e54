import { type Boosted, believed } from "./boosted.ts"
import { aroundOf, factsOf, pageOf, ratedOf, stepsOf } from "./facts.ts"
import type { Hashes } from "./hashes.ts"
import type { Option } from "./option.ts"
import { type Rates, rateRows } from "./rates.ts"
import type { Sight } from "./sight.ts"
import { type Judged, LEAST_ANY, worthOf } from "./weigh.ts"

/** What the last look goes by: trees, and the rates that they ask for. */
export interface Belief {
  readonly trees: Boosted
  readonly rates: Rates
}

/** An option with the facts of it. */
export interface Known {
  readonly option: Option
  /** Its share in the look before. */
  readonly share: number
  readonly facts: Float64Array
}

/** How many options of a cue are looked at: the best of the look before. */
const MOST = 5
/** An option that is less likely to fit than this share of the likeliest's is not looked at. */
const LEAST_FIT = 0.7

/** What the looks left of a page. */
export interface Looked {
  readonly sight: Sight
  readonly hashes: Hashes
  readonly first: readonly Judged[]
  readonly second: readonly Judged[]
  readonly rates: Rates
}

/** The best options of each cue with their facts, the best first; none for cues that hardly attribute anything. */
export function knownOf({ sight, hashes, first, second: cues, rates }: Looked): Known[][] {
  const page = pageOf(sight, cues)
  return cues.map((judged, at) => {
    if (judged.any < LEAST_ANY) return []
    const order = judged.options.map((_, index) => index).sort((a, b) => worthOf(judged, b) - worthOf(judged, a) || a - b)
    const most = judged.fits[order[0]!]!
    const kept = order.slice(0, MOST).filter(index => judged.fits[index]! >= LEAST_FIT * most)
    return kept.map(index => {
      const option = judged.options[index]!
      const fitting = judged.fits[index]!
      const facts = factsOf({
        sight,
        page,
        cues,
        at,
        anyBefore: first[at]!.any,
        option,
        fitting,
        share: judged.shares[index]!,
        behind: most - fitting,
        around: aroundOf(sight, cues, at, option),
        rated: ratedOf(rates, rateRows(hashes, option)),
      })
      return { option, share: judged.shares[index]!, facts }
    })
  })
}

/** What the exact words count for besides words that fit, once the trees have spoken. */
const EXACTNESS = 0.2

/** The option to choose of those that are known, and the probability that its source and content are right, give or take some words. */
export function chosenOf(known: readonly Known[], trees: Boosted): { readonly option: Option; readonly probability: number } | null {
  let best: { option: Option; probability: number } | null = null
  let worth = -1
  for (const { option, share, facts } of known) {
    const probability = believed(trees, stepsOf(facts, trees.edges))
    if (probability + EXACTNESS * share <= worth) continue
    worth = probability + EXACTNESS * share
    best = { option, probability }
  }
  return best
}
