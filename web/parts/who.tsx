import type { AgentLine } from "../contract.ts"
import { agentAddress, NOBODY, roleOf } from "../words.ts"

interface Given {
  readonly agent: AgentLine | null
  /** The article's words where nobody is named. */
  readonly words?: string | null
  readonly role?: boolean
}

/** A name that leads to everything its bearer said; with what he is, where that is known. */
export function Who({ agent, words = null, role = false }: Given) {
  if (!agent) return <bdi class="name unnamed">{words || NOBODY}</bdi>
  const known = role ? roleOf(agent) : null
  return (
    <>
      <a class={agent.kind === "unnamed" ? "name unnamed" : "name"} href={agentAddress(agent.id)}>
        <bdi>{agent.name}</bdi>
      </a>
      {known && (
        <span class="role">
          , <bdi>{known}</bdi>
        </span>
      )}
    </>
  )
}
