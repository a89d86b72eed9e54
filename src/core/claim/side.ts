import type { Agent, Gist, Statement } from "../data.ts"
import { within } from "../span.ts"
import { COMMON } from "./common.ts"

/** A statement with what is asked of it again and again while it is compared. */
export interface Side {
  readonly at: number
  /** Where its cue stands, or else its content. */
  readonly place: number
  /** How many statements stand before it in the text. */
  readonly rank: number
  readonly statement: Statement
  readonly gist: Gist
  readonly terms: ReadonlySet<string>
  /** What the terms weigh together. */
  readonly weight: number
  /** Agents named in it, by id. */
  readonly named: readonly string[]
  /** The speaker's name in lower case: “reports”, “harbor post”. */
  readonly name: string
  /** Id of the one who speaks, or for whom; null when nobody was found. */
  readonly voice: string | null
  /** Whether it denies, confirms, declines or stays silent. */
  readonly answers: boolean
  /** Whether an outlet, a document or somebody unnamed says it, or an outlet carries it. */
  readonly isPress: boolean
  /** Whether its words do not tell what it is about. */
  readonly thin: boolean
}

export interface Sides {
  readonly sides: readonly Side[]
  /** The sides as they stand in the text. */
  readonly inOrder: readonly Side[]
  /** From 0 to 1 by term: rare ones tell more. */
  readonly weights: ReadonlyMap<string, number>
  /** Everyone who speaks in the article, by id. */
  readonly speakers: ReadonlySet<string>
}

/** A content with more terms than this says itself what it is about. */
const MOST_THIN_TERMS = 4

export function sidesOf(statements: readonly Statement[], agents: readonly Agent[]): Sides {
  const byId = new Map(agents.map(agent => [agent.id, agent]))
  const weights = weightsOf(statements.map(({ gist }) => gist))
  const places = statements.map(({ cue, content }) => cue?.start ?? content[0]?.start ?? 0)
  const order = [...places.keys()].sort((a, b) => places[a]! - places[b]! || a - b)
  const ranks = new Map(order.map((at, rank) => [at, rank]))
  const sides = statements.map((statement, at): Side => {
    const { gist } = statement
    const speaker = statement.source?.agent ? byId.get(statement.source.agent) : undefined
    const terms = new Set(gist.terms)
    return {
      at,
      place: places[at]!,
      rank: ranks.get(at)!,
      statement,
      gist,
      terms,
      weight: gist.terms.reduce((sum, term) => sum + weights.get(term)!, 0),
      named: gist.terms.filter(term => byId.has(term)),
      name: speaker?.name.toLowerCase() ?? "",
      voice: speaker ? (speaker.actsFor ?? speaker.id) : null,
      answers: statement.stance !== "asserts",
      isPress: statement.relayedBy.length > 0 || (speaker !== undefined && PRESS.has(speaker.kind)),
      thin: statement.content.length === 0 || gist.terms.length <= MOST_THIN_TERMS,
    }
  })
  const speakers = new Set(statements.flatMap(({ source, relayedBy }) => [...relayedBy, ...(source?.agent ? [source.agent] : [])]))
  return { sides, inOrder: order.map(at => sides[at]!), weights, speakers }
}

const PRESS: ReadonlySet<Agent["kind"]> = new Set(["publication", "document", "unnamed"])

/** Rare terms tell more: in the article (the inverse root of how many statements hold it), and in news at large. */
function weightsOf(gists: readonly Gist[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { terms } of gists) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return new Map([...counts].map(([term, count]) => [term, (COMMON.has(term) ? COMMON_WEIGHT : 1) / Math.sqrt(count)]))
}

const COMMON_WEIGHT = 0.4

/** Whether the cue of the one lies within the content of the other: “Ott said *that Ruiz had denied it*”. */
export function holds(outer: Side, inner: Side): boolean {
  const { cue } = inner.statement
  return cue !== null && outer.statement.content.some(piece => within(cue, piece))
}
