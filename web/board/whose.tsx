import { useEffect } from "preact/hooks"
import { useAnswer } from "../ask/index.ts"
import type { AgentLine, AgentSheet, NamedAgents } from "../contract.ts"
import { Told } from "../parts/index.ts"
import { go, withQuery } from "../place.ts"
import { roleOf } from "../words.ts"

interface Given {
  readonly query: URLSearchParams
}

/** Who is meant by a name: the one who answers to it, or a choice of several. */
export function Which({ name, query }: Given & { readonly name: string }) {
  const { answer, trouble, waiting } = useAnswer<NamedAgents>(`/api/agents?name=${encodeURIComponent(name)}`)
  const only = !waiting && answer?.items.length === 1 ? answer.items[0]!.id : null
  const addressOf = (id: string) => withQuery(query, { agent: id, who: "" })
  useEffect(() => {
    if (only) go(addressOf(only), { instead: true })
  }, [only])
  if (trouble) return <Told trouble={trouble} />
  if (!answer || waiting || only) return null
  if (answer.items.length === 0)
    return (
      <p class="chosen" role="status">
        Nobody in this ledger is called “{name}”. · <a href={withQuery(query, { who: "" })}>all agents</a>
      </p>
    )
  return (
    <div class="chosen" role="status">
      Which one?{" "}
      <ul class="which">
        {answer.items.map(agent => (
          <li key={agent.id}>
            <a href={addressOf(agent.id)}>
              <bdi>{described(agent)}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function described(agent: AgentLine): string {
  const role = roleOf(agent)
  return role ? `${agent.name}, ${role}` : agent.name
}

/** Claims on which one agent takes a position. */
export function OfAgent({ id, query }: Given & { readonly id: string }) {
  const { answer } = useAnswer<AgentSheet>(`/api/agents/${encodeURIComponent(id)}`)
  return (
    <p class="chosen">
      Claims on which <bdi>{answer?.name ?? "this agent"}</bdi> takes a position · <a href={withQuery(query, { agent: "" })}>all agents</a>
    </p>
  )
}
