import { joinClues, scoreOf, type Weights } from "./join.ts"
import { add, membersOf, type Open, toldOfClaim } from "./shelf.ts"
import type { Side, Weigh } from "./side.ts"
import { strangeness } from "./story.ts"

/** Statements that came to one claim and fit another nearly as well: perhaps the two are one. */
export interface Bridge {
  readonly home: Open
  readonly other: Open
  readonly unit: readonly Side[]
  /** How well they fit the other, in log-odds against a claim of their own. */
  readonly score: number
}

/** Two claims that new statements showed to be one. */
export interface Union {
  readonly from: Open
  readonly into: Open
  readonly by: readonly Side[]
}

/** Two claims that almost were. */
export interface Near {
  readonly a: Open
  readonly b: Open
  readonly score: number
}

/**
 * From where on two claims with statements that fit both are compared. `npm run measure -- stories`: at 0 hardly any two are ever compared, from
 * −2 on more claims with too many origins come of it.
 */
const LEAST_BRIDGE = -1
/**
 * How much better than not each must fit the other, in log-odds. At 0 one claim after another is drawn into the largest, and of a story with one question one
 * claim is left.
 */
const LEAST_UNION = 2
/** How many pairs of an article's claims are compared in earnest. */
const MOST_BRIDGES = 64

/**
 * Unites claims over the bridges between them, the surest first, when each fits the other much better than not. The older takes in the younger. Claims
 * that a person has judged stay as they are. Gives also those that were compared and left apart.
 */
export function unitedOver(
  bridges: readonly Bridge[],
  weigh: Weigh,
  weights: Weights,
): { readonly unions: readonly Union[]; readonly near: readonly Near[] } {
  const into = new Map<Open, Open>()
  const now = (claim: Open): Open => (into.has(claim) ? now(into.get(claim)!) : claim)
  const unions: Union[] = []
  const near: Near[] = []
  const sure = bridges.filter(({ score }) => score > LEAST_BRIDGE).sort((a, b) => b.score - a.score)
  for (const { home, other, unit } of sure.slice(0, MOST_BRIDGES)) {
    const [a, b] = [now(home), now(other)].sort((a, b) => compareAge(a, b)) as [Open, Open]
    if (a === b) continue
    const score = mutual(a, b, weigh, weights)
    if (score <= LEAST_UNION || (a.isJudged && b.isKnown) || b.isJudged) {
      near.push({ a, b, score })
      continue
    }
    into.set(b, a)
    add(a, b.sides)
    unions.push({ from: b, into: a, by: unit })
  }
  return { unions, near: near.filter(({ a, b }) => now(a) !== now(b)) }
}

/** The claim told first before the other. */
function compareAge(a: Open, b: Open): number {
  const [first, second] = [a, b].map(({ sides }) =>
    sides.map(({ told }) => told).reduce((least, each) => ((each.order - least.order || each.place - least.place) < 0 ? each : least)),
  )
  return first!.order - second!.order || first!.place - second!.place || (a.id < b.id ? -1 : 1)
}

/** How well each fits the other, in log-odds. */
function mutual(a: Open, b: Open, weigh: Weigh, weights: Weights): number {
  const [one, other] = [membersOf(a), membersOf(b)]
  const fits = (unit: readonly Side[], claim: readonly Side[]) => scoreOf(joinClues(unit, [claim], weigh, weights)[0]!, weights.join)
  return (fits(one, other) + fits(other, one)) / 2 - strangeness(toldOfClaim(a), toldOfClaim(b))
}
