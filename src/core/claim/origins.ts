import type { Agent, Origin, Statement } from "../data.ts"
import { within } from "../span.ts"

/**
 * Where a claim enters the record: one entry per voice that asserts or confirms it first-hand. An outlet that cites unnamed sources
 * is one origin, however often it is repeated; one that only carries another's words is none.
 */
export function originsOf(statements: readonly Statement[], agents: readonly Agent[]): readonly Origin[] {
  const byId = new Map(agents.map(agent => [agent.id, agent]))
  const origins = new Map<string, Origin>()
  for (const statement of statements) {
    if (statement.stance !== "asserts" && statement.stance !== "confirms") continue
    if (statements.some(inner => carries(statement, inner))) continue
    const { key, kind, agent } = originOf(statement, byId)
    const known = origins.get(key)
    const stronger = known && known.kind !== "own" ? known.kind : kind
    origins.set(key, { kind: stronger, agent, statements: [...(known?.statements ?? []), statement.id] })
  }
  return [...origins.values()]
}

/** “The Post reported that *Ott had said it was sold*”: whoever carries another's assertion of the claim is no origin of it. */
function carries(outer: Statement, inner: Statement): boolean {
  const { cue, stance, source } = inner
  if (inner === outer || !cue || (stance !== "asserts" && stance !== "confirms") || !source?.agent) return false
  return source.agent !== outer.source?.agent && outer.content.some(piece => within(cue, piece))
}

interface Place {
  readonly key: string
  readonly kind: Origin["kind"]
  readonly agent: string | null
}

function originOf({ source, citing, relayedBy }: Statement, agents: ReadonlyMap<string, Agent>): Place {
  const speaker = source?.agent ? agents.get(source.agent) : null
  if (!speaker) return { key: "nobody", kind: "unnamed", agent: null }
  const carrier = relayedBy[0] ?? null
  if (speaker.kind === "unnamed") return { key: carrier ?? "unnamed", kind: "unnamed", agent: carrier }
  if (citing?.kind === "anonymous") return { key: speaker.id, kind: "unnamed", agent: speaker.id }
  if (speaker.kind === "document") return { key: speaker.id, kind: "document", agent: speaker.id }
  if (speaker.kind === "publication") return { key: speaker.id, kind: "own", agent: speaker.id }
  return { key: speaker.actsFor ?? speaker.id, kind: "named", agent: speaker.id }
}
