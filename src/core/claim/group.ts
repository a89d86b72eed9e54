import type { Agent, Statement } from "../data.ts"
import { CLUE_NAMES, cluesOf, couldBeOne, type Group, isMeant, isNext, lookAt, meets } from "./clues.ts"
import { type Side, type Sides, sidesOf } from "./side.ts"
import { WEIGHTS } from "./weights.ts"

/** How many groups a statement is compared with: those that share its rarest terms, and those joined last. Keeps the work linear. */
const MOST_ALIKE = 16
const MOST_RECENT = 8

/** Sets of statements (indices, in text order) that say or answer the same thing, in the order they begin. */
export function group(statements: readonly Statement[], agents: readonly Agent[]): readonly (readonly number[])[] {
  return groupBy(sidesOf(statements, agents), likest(CLUE_NAMES.map(name => WEIGHTS[name] ?? 0)))
}

/** A group with what tells whether the statement belongs to it. */
export interface Candidate {
  readonly group: Group
  readonly clues: readonly number[]
  /** Whether the statement says itself that it means this group. */
  readonly isMeant: boolean
  /** Whether it is what an answer without words of its own would answer, if nothing else. */
  readonly isNext: boolean
}

/** The group a statement joins; null when it opens one of its own. */
export type Choice = (at: number, candidates: readonly Candidate[]) => Group | null

/** The candidate that is meant by name, or else the one with the greatest sum of weighted clues, when it is more than nothing; or else what was said just before. */
export function likest(weights: readonly number[]): Choice {
  return (_, candidates) => {
    let best: Group | null = null
    let most = 0
    for (const { group, clues, isMeant } of candidates) {
      const score = clues.reduce((sum, clue, at) => sum + clue * weights[at]!, isMeant ? MEANT : 0)
      if (score > most) [best, most] = [group, score]
    }
    return best ?? candidates.find(({ isNext }) => isNext)?.group ?? null
  }
}

/** More than all clues together. */
const MEANT = 100

/** One walk over the statements; each joins the group that `choose` chooses, or opens one. A statement that says nothing belongs to none. */
export function groupBy(sides: Sides, choose: Choice): readonly (readonly number[])[] {
  const shelf: Shelf = { groups: [], recent: [], byTerm: new Map() }
  for (const at of innerFirst(sides.sides)) {
    const { statement, answers } = sides.sides[at]!
    if (statement.content.length === 0 && !answers) continue
    const looks = candidatesFor(shelf, sides, at)
      .filter(group => meets(sides.sides[at]!, group))
      .map(group => ({ group, look: lookAt(sides, at, group, rankOf(shelf, group)) }))
    const candidates = looks
      .filter(({ look }) => couldBeOne(look))
      .map(({ group, look }) => ({ group, clues: cluesOf(look), isMeant: isMeant(look), isNext: isNext(look) }))
    join(shelf, choose(at, candidates) ?? open(shelf), sides.sides[at]!)
  }
  return shelf.groups.map(({ members }) => [...members].sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!)
}

/** How many groups were joined after it. */
function rankOf({ recent }: Shelf, group: Group): number {
  return recent.length - 1 - recent.lastIndexOf(group)
}

/** Text order, but what stands inside another statement's content comes before it. */
function innerFirst(sides: readonly Side[]): number[] {
  const order: number[] = []
  const waiting: number[] = []
  sides.forEach((side, at) => {
    while (waiting.length && !encloses(sides[waiting.at(-1)!]!, side)) order.push(waiting.pop()!)
    waiting.push(at)
  })
  return [...order, ...waiting.reverse()]
}

function encloses({ statement: { content } }: Side, { statement: { cue } }: Side): boolean {
  return cue !== null && content.some(({ start, end }) => start <= cue.start && cue.end <= end)
}

interface Shelf {
  readonly groups: Group[]
  /** The groups in the order they were last joined. */
  recent: Group[]
  readonly byTerm: Map<string, Group[]>
}

function open({ groups }: Shelf): Group {
  const group: Group = { members: [], terms: new Set(), pointing: false }
  groups.push(group)
  return group
}

function join(shelf: Shelf, group: Group, { at, gist, answers }: Side): void {
  group.members.push(at)
  if (answers && gist.points !== null) group.pointing = true
  shelf.recent = [...shelf.recent.filter(each => each !== group).slice(-2 * MOST_RECENT), group]
  for (const term of gist.terms) {
    group.terms.add(term)
    const known = shelf.byTerm.get(term)
    if (!known) shelf.byTerm.set(term, [group])
    else if (known.at(-1) !== group) known.push(group)
  }
}

function candidatesFor(shelf: Shelf, { sides, weights }: Sides, at: number): readonly Group[] {
  const found = new Set(shelf.recent.slice(-MOST_RECENT))
  const rarest = [...sides[at]!.gist.terms].sort((a, b) => weights.get(b)! - weights.get(a)! || (a < b ? -1 : 1))
  for (const term of rarest)
    for (const group of shelf.byTerm.get(term)?.slice(-MOST_ALIKE) ?? []) if (found.size < MOST_ALIKE + MOST_RECENT) found.add(group)
  return [...found]
}
