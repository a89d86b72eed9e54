import { useAnswer, useList } from "../ask/index.ts"
import type { AgentLine, BoardLine, NamedAgents } from "../contract.ts"
import { Field, Heading, List, Search, Shown, Who } from "../parts/index.ts"
import { usePlace } from "../place.ts"
import { counted } from "../words.ts"

/** Agents by name. */
export function SearchPage() {
  const { query } = usePlace()
  const name = query.get("name")?.trim() ?? ""
  return (
    <>
      <Heading title="Agents">Everything someone said</Heading>
      <Search query={query} names={["name"]}>
        <Field query={query} name="name" words="A name: of a person, an office, an outlet" isNeeded />
        <button type="submit">Search</button>
      </Search>
      {name ? <Named name={name} /> : <Heard />}
    </>
  )
}

function Named({ name }: { readonly name: string }) {
  const answered = useAnswer<NamedAgents>(`/api/agents?name=${encodeURIComponent(name)}`)
  return (
    <Shown of={answered}>
      {({ items }) =>
        items.length === 0 ? (
          <p class="quiet found">Nobody of that name says anything in this ledger.</p>
        ) : (
          <ul class="found">
            {items.map(agent => (
              <li key={agent.id}>
                <Who agent={agent} role /> <span class="facts">{counted(agent.statements, "statement")}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Shown>
  )
}

/** Those who speak in the claims that stand first on the board: a place to begin. */
function Heard() {
  const list = useList<BoardLine>("/api/claims?limit=30")
  return (
    <section aria-labelledby="heard">
      <h2 id="heard">Heard in the most contested claims</h2>
      <List list={{ ...list, more: null }} none="Nobody has said anything in this ledger yet.">
        {lines => (
          <ul class="heard">
            {namedIn(lines).map(agent => (
              <li key={agent.id}>
                <Who agent={agent} role />
              </li>
            ))}
          </ul>
        )}
      </List>
    </section>
  )
}

function namedIn(lines: readonly BoardLine[]): readonly AgentLine[] {
  const agents = lines.flatMap(({ who }) => who.flatMap(({ agent }) => agent ?? [])).filter(({ kind }) => kind !== "unnamed")
  return [...new Map(agents.map(agent => [agent.id, agent])).values()]
}
