import { type Alarm, alarmsOf } from "./alarms.ts"
import { type FirstHand, firstHand, ownerOf, type Surroundings } from "./first-hand.ts"
import { likeness } from "./learnt.ts"
import { type Merge, mergesOf } from "./merges.ts"
import { sideOf, weigher } from "./side.ts"
import type { Told } from "./told.ts"

/** Where a claim enters the record. */
export interface OriginNode {
  /** The statement it is named after: the first that goes back to it. */
  readonly id: string
  readonly kind: FirstHand
  /** The speaker, the document, or the outlet whose unnamed sources or own observation it is; null for nobody. */
  readonly agent: string | null
  readonly statements: readonly string[]
  readonly articles: readonly string[]
  /** Who passed it on, the nearest to the origin first heard first. */
  readonly relays: readonly string[]
  /** Why its statements fall together. */
  readonly merges: readonly Merge[]
}

/** All that is known of where a claim comes from. */
export interface OriginTree {
  readonly origins: readonly OriginNode[]
  /** How many of them are independent, as far as a careful reader can tell. */
  readonly independent: number
  /** From all that may be one being one, to all being several. */
  readonly range: readonly [number, number]
  /** What could not be decided. */
  readonly undecided: readonly Undecided[]
  readonly alarms: readonly Alarm[]
}

export interface Undecided {
  /** Ids of origins that may be one. */
  readonly origins: readonly string[]
  readonly why: string
}

/** How a merge is named when it is cut. */
export function keyOf({ from, to }: Merge): string {
  return `${from} ${to}`
}

/** From a claim's statements to where it enters the record first-hand. Only who asserts or confirms is an origin; denials have their own. */
export function originsOf(told: readonly Told[], around: Surroundings): OriginTree {
  const asserted = told.filter(({ stance }) => stance === "asserts" || stance === "confirms")
  const merges = mergesOf(asserted, around).filter(merge => !around.cut?.has(keyOf(merge)))
  const origins = componentsOf(asserted, merges).map(members => nodeOf(members, merges, around))
  const loose = looseAmong(origins, told)
  const undecided = undecidedAmong(origins, asserted, { ...around, loose })
  const vague = origins.filter(origin => isVague(origin, asserted, around) || loose.has(origin))
  const uncounted = vague.filter(({ kind }) => kind !== "nobody").length
  const guesses = merges.filter(({ reason }) => reason === "described alike").length
  const known = origins.filter(({ kind }) => kind !== "nobody").length
  const independent = Math.min(origins.length, Math.max(1, known - uncounted))
  const low =
    independent -
    undecided
      .filter(({ origins }) => !origins.some(id => vague.some(each => each.id === id)))
      .reduce((sum, { origins }) => sum + origins.length - 1, 0)
  return {
    origins: [...origins.filter(each => !vague.includes(each)), ...vague],
    independent,
    range: [known === 0 ? 0 : Math.max(Math.min(1, independent), low), Math.max(independent, known + guesses)],
    undecided,
    alarms: alarmsOf(
      asserted,
      origins.map(({ kind }) => kind),
      around,
    ),
  }
}

/**
 * Origins of which no statement is much like any other's: what they say may be another matter, so they are named and not counted. The one with
 * most statements is what the claim is about.
 */
function looseAmong(origins: readonly OriginNode[], told: readonly Told[]): ReadonlySet<OriginNode> {
  if (origins.length < 2) return new Set()
  const few = told.slice(0, MOST_COMPARED)
  const weigh = weigher(few)
  const sides = new Map(few.map(each => [each.id, sideOf(each, weigh)]))
  const most = Math.max(...origins.map(({ statements }) => statements.length))
  const isLoose = ({ statements }: OriginNode) => {
    const mine = statements.flatMap(id => sides.get(id) ?? [])
    const others = [...sides.values()].filter(({ told }) => !statements.includes(told.id))
    return (
      mine.length > 0 &&
      mine.every(({ thin }) => !thin) &&
      !mine.some(one => others.some(other => likeness(one, other, weigh) >= LEAST_LIKENESS))
    )
  }
  return new Set(origins.filter(origin => origin.statements.length < most && isLoose(origin)))
}

/** Statements of a claim that are compared for it. */
const MOST_COMPARED = 40
/** In log-odds. `npm run measure -- stories`: the same words of two speakers come to 1.3; below 1 some counts are far above the truth. */
const LEAST_LIKENESS = 1

/** “critics”, “many”, “Republicans” beside one who is named: a crowd that may be he, and adds no first hand of its own. */
function isVague({ kind, statements }: OriginNode, told: readonly Told[], { kindOf, nameOf }: Surroundings): boolean {
  const speakers = told.filter(({ id }) => statements.includes(id)).flatMap(({ source }) => source ?? [])
  if (kind !== "named" || !speakers.every(speaker => kindOf(speaker) === "group")) return false
  return speakers.every(speaker => (nameOf?.(speaker) ?? "").split(/\s+/).length <= VAGUE_WORDS && !/\d/.test(nameOf?.(speaker) ?? ""))
}

/** “the Muslim world”; “dock workers from Sternholm” are more particular. */
const VAGUE_WORDS = 3

/** Statements tied by merges, over any number of them; in the order they are first told. */
function componentsOf(told: readonly Told[], merges: readonly Merge[]): readonly (readonly Told[])[] {
  const parent = new Map(told.map(({ id }) => [id, id]))
  const top = (id: string): string => {
    let at = id
    while (parent.get(at) !== at) at = parent.get(at)!
    return at
  }
  for (const { from, to } of merges) if (parent.has(from) && parent.has(to)) parent.set(top(from), top(to))
  const groups = new Map<string, Told[]>()
  for (const each of told) groups.set(top(each.id), [...(groups.get(top(each.id)) ?? []), each])
  return [...groups.values()]
}

function nodeOf(members: readonly Told[], merges: readonly Merge[], { kindOf, voiceOf }: Surroundings): OriginNode {
  const first = [...members].sort((a, b) => rank(firstHand(a, kindOf)) - rank(firstHand(b, kindOf)))[0]!
  const kind = firstHand(first, kindOf)
  const ids = new Set(members.map(({ id }) => id))
  return {
    id: members[0]!.id,
    kind,
    agent: kind === "unnamed" ? ownerOf(first) : kind === "nobody" ? null : voiceOf(first.source!),
    statements: [...ids],
    articles: [...new Set(members.map(({ article }) => article))],
    relays: [...new Set(members.flatMap(({ relays }) => relays))],
    merges: merges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  }
}

/** A named speaker is nearer to the matter than the outlet that quotes him. */
function rank(kind: FirstHand): number {
  return ["named", "document", "unnamed", "own", "nobody"].indexOf(kind)
}

/** “officials” of two outlets may be the same officials; a crowd may take in those who are named. */
function undecidedAmong(
  origins: readonly OriginNode[],
  told: readonly Told[],
  around: Surroundings & { readonly loose: ReadonlySet<OriginNode> },
): readonly Undecided[] {
  const unnamed = origins.filter(({ kind }) => kind === "unnamed")
  const crowds = origins.filter(origin => isVague(origin, told, around))
  const named = origins.find(origin => origin.kind === "named" && !crowds.includes(origin))
  const guessed = origins.filter(({ merges }) => merges.some(({ reason }) => reason === "described alike"))
  return [
    ...(unnamed.length > 1
      ? [{ origins: unnamed.map(({ id }) => id), why: "Unnamed sources of several outlets may be the same people" }]
      : []),
    ...(crowds.length > 0 && named
      ? [{ origins: [...crowds.map(({ id }) => id), named.id], why: "A crowd may take in those who are named" }]
      : []),
    ...[...around.loose].map(({ id }) => ({ origins: [id], why: "What is said there may be another matter" })),
    ...guessed.map(({ id }) => ({ origins: [id], why: "Unnamed sources described alike are taken for one" })),
  ]
}
