import type { Agent, Statement } from "../data.ts"
import { gathered, type Link } from "./link.ts"
import { areApart, CLUE_NAMES, cluesOf, couldMeet, isMeant, type Pair, pairOf } from "./pair.ts"
import { type Side, type Sides, sidesOf } from "./side.ts"
import { WEIGHTS } from "./weights.ts"

/** Sets of statements (indices, in text order) that say or answer the same thing, in the order they begin. */
export function group(statements: readonly Statement[], agents: readonly Agent[]): readonly (readonly number[])[] {
  return groupBy(
    sidesOf(statements, agents),
    CLUE_NAMES.map(name => WEIGHTS[name] ?? 0),
  )
}

/**
 * Groups whose statements are on average likelier of one claim than not. The average over all pairs, not the likest pair, joins two groups: so a chain of
 * statements, each like the next, does not become one claim. A statement that says nothing belongs to none.
 */
export function groupBy(sides: Sides, weights: readonly number[]): readonly (readonly number[])[] {
  const links = pairsIn(sides).map((pair): Link => ({ one: pair.first.at, other: pair.then.at, weight: likelihoodOf(pair, weights) }))
  const speaking = sides.sides.filter(isSaying).map(({ at }) => at)
  return gathered(speaking, links, UNSEEN)
}

function isSaying({ statement, answers }: Side): boolean {
  return statement.content.length > 0 || answers
}

/** In log-odds that the two are of one claim. What rules settle goes beyond what clues can say. */
function likelihoodOf(pair: Pair, weights: readonly number[]): number {
  if (areApart(pair)) return APART
  const told = cluesOf(pair).reduce((sum, clue, at) => sum + clue * weights[at]!, 0)
  return Math.max(UNSEEN, Math.min(MOST, told)) + (isMeant(pair) ? MEANT : 0)
}

/** One pair alone tells no more than this, and one that was not compared counts as unlike as a pair can be. */
const MOST = 5.5
const UNSEEN = -2.5
const MEANT = 4
const APART = -8

/** How many earlier statements each is compared with: those just before it, and those that share its rarest terms. Keeps the work linear. */
const MOST_RECENT = 24
const MOST_ALIKE = 16

/** The pairs that are compared. */
export function pairsIn(sides: Sides): Pair[] {
  const pairs: Pair[] = []
  const byTerm = new Map<string, Side[]>()
  for (const then of sides.inOrder) {
    if (!isSaying(then)) continue
    for (const first of earlierThan(then, sides, byTerm)) {
      const pair = pairOf(sides, first, then)
      if (couldMeet(pair)) pairs.push(pair)
    }
    for (const term of then.gist.terms) {
      const known = byTerm.get(term)
      if (known) known.push(then)
      else byTerm.set(term, [then])
    }
  }
  return pairs
}

function earlierThan(then: Side, { inOrder, weights }: Sides, byTerm: ReadonlyMap<string, readonly Side[]>): Side[] {
  const found = inOrder.slice(Math.max(0, then.rank - MOST_RECENT), then.rank).filter(isSaying)
  if (then.rank <= MOST_RECENT) return found
  const seen = new Set<Side>()
  const rarest = [...then.gist.terms].sort((a, b) => weights.get(b)! - weights.get(a)! || (a < b ? -1 : 1))
  for (const term of rarest)
    for (const first of byTerm.get(term)?.slice(-MOST_ALIKE) ?? [])
      if (seen.size < MOST_ALIKE && then.rank - first.rank > MOST_RECENT) seen.add(first)
  return [...found, ...seen]
}
