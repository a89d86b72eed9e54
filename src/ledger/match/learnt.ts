import { JOIN_CLUE_NAMES, scoreOf, type Weights } from "./join.ts"
import { PAIR_CLUE_NAMES, pairClues } from "./pair.ts"
import type { Side, Weigh } from "./side.ts"
import { ACROSS, INSIDE, JOIN } from "./weights.ts"

export const LEARNT: Weights = {
  inside: PAIR_CLUE_NAMES.map(name => INSIDE[name]),
  across: PAIR_CLUE_NAMES.map(name => ACROSS[name]),
  join: JOIN_CLUE_NAMES.map(name => JOIN[name]),
}

/** How likely two statements are of one claim, in log-odds. */
export function likeness(a: Side, b: Side, weigh: Weigh): number {
  return scoreOf(pairClues(a, b, weigh), a.told.article === b.told.article ? LEARNT.inside : LEARNT.across)
}
