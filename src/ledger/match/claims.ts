import { type Bridge, type Near, type Union, unitedOver } from "./bridges.ts"
import { joinClues, scoreOf, type Weights } from "./join.ts"
import { LEARNT } from "./learnt.ts"
import { sharedRun } from "./pair.ts"
import { add, membersOf, nearest, type Open, open, toldOfClaim } from "./shelf.ts"
import { sideOf, weigher } from "./side.ts"
import { strangeness } from "./story.ts"
import type { Told } from "./told.ts"

/** A claim of the ledger as matching sees it: some of its statements, the first and the latest. */
export interface ClaimSketch {
  readonly id: string
  readonly told: readonly Told[]
  /** Whether a person has judged it, so that nothing but a person unites it with another. Defaults to false. */
  readonly isJudged?: boolean
}

/** To which claim a statement of a new article belongs. */
export interface ClaimMatch {
  readonly statement: string
  /** The claim's id; of a new claim the id that its founding statement gives it. */
  readonly claim: string
  readonly isNew: boolean
  /** In words: “same quoted words, same speaker, 5 terms in common”. */
  readonly why: string
}

/** Statements that come together, and the claims each could join with the clues for it; gives the index of the one chosen, or null for a new one. */
export type Choose = (unit: readonly Told[], claims: readonly ClaimSketch[], clues: readonly (readonly number[])[]) => number | null

export interface MatchOptions {
  /** Defaults to those learnt. */
  readonly weights?: Weights
  /** Defaults to the likeliest, when it is likelier than a claim of its own. */
  readonly choose?: Choose
}

/** What a new article makes of the claims of a ledger. */
export interface Matching {
  /** One for each statement that belongs to any. */
  readonly matches: readonly ClaimMatch[]
  /** Claims of the ledger that its statements showed to be one. */
  readonly unions: readonly ClaimUnion[]
  /** Claims that almost became one, at most `MOST_NEAR` of each. */
  readonly near: readonly ClaimNear[]
}

/** Of two claims of the ledger: the younger is the older from now on. */
export interface ClaimUnion {
  readonly from: string
  readonly into: string
  readonly why: string
}

export interface ClaimNear {
  readonly a: string
  readonly b: string
  readonly why: string
}

/**
 * Finds the claims of an article's statements. Statements that the article itself ties together come together: each such unit joins the likeliest
 * of the `known` claims and of those that this article has told already, or founds one. Claims that several units fit are then united.
 */
export function claimsFor(
  told: readonly Told[],
  known: readonly ClaimSketch[],
  { weights = LEARNT, choose = likeliest(weights) }: MatchOptions = {},
): Matching {
  const weigh = weigher([...told, ...known.flatMap(claim => claim.told)])
  const shelf = known.map(({ id, isJudged = false, told }) => open({ id, isKnown: true, isJudged }, told, weigh))
  const bridges: Bridge[] = []
  const placed = unitsOf(told).map(unit => {
    const sides = unit.map(each => sideOf(each, weigh))
    const near = nearest(shelf, sides, weigh)
    const clues = joinClues(sides, near.map(membersOf), weigh, weights)
    const sketches = near.map(claim => ({ id: claim.id, told: toldOfClaim(claim) }))
    const chosen = near.length > 0 ? choose(unit, sketches, clues) : null
    const why = chosen === null ? "said here first" : reasonFor(unit, sketches[chosen]!.told)
    const home = chosen === null ? open({ id: claimIdOf(unit[0]!), isKnown: false, isJudged: false }, [], weigh) : near[chosen]!
    near.forEach((other, at) => {
      if (other !== home) bridges.push({ home, other, unit: sides, score: fitOf(clues[at]!, weights, unit, sketches[at]!.told) })
    })
    if (chosen === null) shelf.push(home)
    add(home, sides)
    return { unit, home, why }
  })
  const { unions, near } = unitedOver(weights.join.length > 0 ? bridges : [], weigh, weights)
  const into = new Map(unions.map(({ from, into }) => [from, into]))
  const now = (claim: Open): Open => (into.has(claim) ? now(into.get(claim)!) : claim)
  return {
    matches: placed.flatMap(({ unit, home, why }) =>
      unit.map(({ id }) => ({ statement: id, claim: now(home).id, isNew: !now(home).isKnown, why })),
    ),
    unions: unions
      .filter(({ from }) => from.isKnown)
      .map(union => ({ from: union.from.id, into: now(union.into).id, why: whyUnited(union) })),
    near: nearOf(near.map(({ a, b, score }) => ({ a: now(a), b: now(b), score }))),
  }
}

/** How well a unit fits a claim, in log-odds against a claim of its own, less what speaks against its story. */
function fitOf(clues: readonly number[], { join }: Weights, unit: readonly Told[], claim: readonly Told[]): number {
  return scoreOf(clues, join) - strangeness(unit, claim)
}

/** Chooses the claim that fits best, when it fits better than none. */
function likeliest(weights: Weights): Choose {
  return (unit, claims, clues) => {
    const scores = clues.map((each, at) => fitOf(each, weights, unit, claims[at]!.told))
    const most = Math.max(...scores)
    return most > 0 ? scores.indexOf(most) : null
  }
}

/** A new claim is named after the statement that founds it, so that the same articles in the same order give the same ids. */
function claimIdOf({ id }: Told): string {
  return `claim_${id.replace(/^statement_/, "")}`
}

/** Statements that their article puts in one claim, in text order. Those that say nothing belong to none. */
export function unitsOf(told: readonly Told[]): readonly (readonly Told[])[] {
  const units = new Map<string, Told[]>()
  for (const each of told) {
    if (!each.hint) continue
    const unit = units.get(each.hint)
    if (unit) unit.push(each)
    else units.set(each.hint, [each])
  }
  return [...units.values()]
}

function reasonFor(unit: readonly Told[], claim: readonly Told[]): string {
  const words = new Set(claim.flatMap(each => each.words))
  const same = [...new Set(unit.flatMap(each => each.words))].filter(word => words.has(word))
  const quoted = unit.some(a => claim.some(b => sharedRun(a.quoted, b.quoted) >= QUOTED_RUN))
  const voice = unit.some(a => a.voice !== null && claim.some(b => b.voice === a.voice))
  const reasons = [
    quoted ? "same quoted words" : "",
    voice ? "same speaker" : "",
    same.length > 0 ? `${same.length} ${same.length === 1 ? "term" : "terms"} in common` : "told beside the same things",
  ]
  return reasons.filter(each => each !== "").join(", ")
}

const QUOTED_RUN = 5

function whyUnited({ from, into, by }: Union): string {
  const unit = by.map(({ told }) => told)
  return `one statement fits both: with the one, ${reasonFor(unit, toldOfClaim(into))}; with the other, ${reasonFor(unit, toldOfClaim(from))}`
}

/** The likest of each claim, each pair once. */
function nearOf(near: readonly Near[]): readonly ClaimNear[] {
  const counts = new Map<Open, number>()
  const seen = new Set<string>()
  return [...near]
    .sort((a, b) => b.score - a.score)
    .flatMap(({ a, b }) => {
      const pair = [a.id, b.id].sort().join(" ")
      if (seen.has(pair) || [a, b].some(each => (counts.get(each) ?? 0) >= MOST_NEAR)) return []
      seen.add(pair)
      for (const each of [a, b]) counts.set(each, (counts.get(each) ?? 0) + 1)
      return [{ a: a.id, b: b.id, why: reasonFor(toldOfClaim(a), toldOfClaim(b)) }]
    })
}

const MOST_NEAR = 3
