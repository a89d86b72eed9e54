import { JOIN_CLUE_NAMES, joinClues, scoreOf, type Weights } from "./join.ts"
import { PAIR_CLUE_NAMES, sharedRun } from "./pair.ts"
import { type Side, sideOf, type Weigh, weigher } from "./side.ts"
import { strangeness } from "./story.ts"
import type { Told } from "./told.ts"
import { ACROSS, INSIDE, JOIN } from "./weights.ts"

/** A claim of the ledger as matching sees it: some of its statements, the first and the latest. */
export interface ClaimSketch {
  readonly id: string
  readonly told: readonly Told[]
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

const LEARNT: Weights = {
  inside: PAIR_CLUE_NAMES.map(name => INSIDE[name]),
  across: PAIR_CLUE_NAMES.map(name => ACROSS[name]),
  join: JOIN_CLUE_NAMES.map(name => JOIN[name]),
}

/** Statements that come together, and the claims each could join with the clues for it; gives the index of the one chosen, or null for a new one. */
export type Choose = (unit: readonly Told[], claims: readonly ClaimSketch[], clues: readonly (readonly number[])[]) => number | null

export interface MatchOptions {
  /** Defaults to those learnt. */
  readonly weights?: Weights
  /** Defaults to the likeliest, when it is likelier than a claim of its own. */
  readonly choose?: Choose
}

/** How many claims a unit is compared with in earnest. */
const MOST_COMPARED = 16
/** How many statements of a claim. */
const MOST_MEMBERS = 10

/**
 * The claims of an article's statements, one for each that belongs to any. Statements that the article itself ties together come together:
 * each such unit joins the likeliest of the `known` claims and of those that this article has told already, or founds one.
 */
export function claimsFor(
  told: readonly Told[],
  known: readonly ClaimSketch[],
  { weights = LEARNT, choose = likeliest(weights) }: MatchOptions = {},
): readonly ClaimMatch[] {
  const weigh = weigher([...told, ...known.flatMap(claim => claim.told)])
  const shelf = known.map(claim => open(claim.id, claim.told, weigh))
  return unitsOf(told).flatMap(unit => {
    const sides = unit.map(each => sideOf(each, weigh))
    const near = nearest(shelf, sides, weigh)
    const clues = joinClues(sides, near.map(membersOf), weigh, weights)
    const chosen =
      near.length > 0
        ? choose(
            unit,
            near.map(({ id, sides }) => ({ id, told: sides.map(({ told }) => told) })),
            clues,
          )
        : null
    const why = chosen === null ? "said here first" : reasonFor(unit, near[chosen]!.sides)
    const home = chosen === null ? open(claimIdOf(unit[0]!), [], weigh) : near[chosen]!
    if (chosen === null) shelf.push(home)
    add(home, sides)
    return unit.map(({ id }) => ({ statement: id, claim: home.id, isNew: !known.some(claim => claim.id === home.id), why }))
  })
}

/** Chooses the claim with the greatest sum of weighted clues, less what speaks against its story, when it is more than nothing. */
function likeliest({ join }: Weights): Choose {
  return (unit, claims, clues) => {
    const scores = clues.map((each, at) => scoreOf(each, join) - strangeness(unit, claims[at]!.told))
    const most = Math.max(...scores)
    return most > 0 ? scores.indexOf(most) : null
  }
}

/** A claim while an article is matched. */
interface Open {
  readonly id: string
  readonly sides: Side[]
  readonly words: Set<string>
}

function open(id: string, told: readonly Told[], weigh: Weigh): Open {
  const claim: Open = { id, sides: [], words: new Set() }
  add(
    claim,
    told.map(each => sideOf(each, weigh)),
  )
  return claim
}

function add({ sides, words }: Open, more: readonly Side[]): void {
  for (const side of more) {
    sides.push(side)
    for (const word of side.words.list) words.add(word)
    for (const word of side.told.gist.people) words.add(word)
    if (side.told.voice) words.add(side.told.voice)
  }
}

/** The claims that share most with a unit, by the weight of common words; of equals the latest. */
function nearest(shelf: readonly Open[], unit: readonly Side[], weigh: Weigh): readonly Open[] {
  const words = new Set(unit.flatMap(({ words, around, told }) => [...words.list, ...around.list, ...(told.voice ? [told.voice] : [])]))
  const scored = shelf.map((claim, at) => ({
    claim,
    at,
    weight: [...words].reduce((sum, word) => (claim.words.has(word) ? sum + weigh(word) : sum), 0),
  }))
  return scored
    .sort((a, b) => b.weight - a.weight || b.at - a.at)
    .slice(0, MOST_COMPARED)
    .map(({ claim }) => claim)
}

/** The first statements of a claim, and the latest. */
function membersOf({ sides }: Open): readonly Side[] {
  return sides.length <= MOST_MEMBERS ? sides : [...sides.slice(0, MOST_MEMBERS / 2), ...sides.slice(-MOST_MEMBERS / 2)]
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

function reasonFor(unit: readonly Told[], sides: readonly Side[]): string {
  const words = new Set(sides.flatMap(side => side.words.list))
  const same = [...new Set(unit.flatMap(each => each.words))].filter(word => words.has(word))
  const quoted = unit.some(a => sides.some(b => sharedRun(a.quoted, b.told.quoted) >= QUOTED_RUN))
  const voice = unit.some(a => a.voice !== null && sides.some(b => b.told.voice === a.voice))
  const reasons = [
    quoted ? "same quoted words" : "",
    voice ? "same speaker" : "",
    same.length > 0 ? `${same.length} ${same.length === 1 ? "term" : "terms"} in common` : "told beside the same things",
  ]
  return reasons.filter(each => each !== "").join(", ")
}

const QUOTED_RUN = 5
