import { useAnswer } from "../ask/index.ts"
import type { NamedAgents } from "../contract.ts"
import { Heading, Shown, Who } from "../parts/index.ts"
import { go, usePlace } from "../place.ts"
import { counted } from "../words.ts"

/** Agents by name. */
export function SearchPage() {
  const { query } = usePlace()
  const name = query.get("name")?.trim() ?? ""
  const answered = useAnswer<NamedAgents>(name ? `/api/agents?name=${encodeURIComponent(name)}` : null)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    go(`/agents?name=${encodeURIComponent(String(form.get("name") ?? "").trim())}`)
  }
  return (
    <>
      <Heading title="Agents">Everything someone said</Heading>
      <search>
        <form class="filters" onSubmit={send} key={name}>
          <label>
            <span>A name: of a person, an office, an outlet</span>
            <input type="search" name="name" required maxLength={200} defaultValue={name} />
          </label>
          <button type="submit">Look</button>
        </form>
      </search>
      {name && (
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
      )}
    </>
  )
}
