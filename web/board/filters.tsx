import { useState } from "preact/hooks"
import { useAnswer } from "../ask/index.ts"
import type { AgentSheet } from "../contract.ts"
import { go, withQuery } from "../place.ts"
import { STANCE_WORDS, STANCES } from "../words.ts"

/** What to look for among the claims. Every choice changes the address at once; words do when they are sent. */
export function Filters({ query }: { readonly query: URLSearchParams }) {
  const [isWide] = useState(() => matchMedia("(min-width: 48rem)").matches)
  const value = (name: string) => query.get(name) ?? ""
  const set = (name: string) => (event: Event) => {
    const field = event.currentTarget as HTMLInputElement | HTMLSelectElement
    const is = field instanceof HTMLInputElement && field.type === "checkbox" ? (field.checked ? "true" : "") : field.value
    go(withQuery(query, { [name]: is }), { instead: true })
  }
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    go(withQuery(query, { about: String(form.get("about") ?? "").trim(), outlet: String(form.get("outlet") ?? "").trim() }))
  }
  return (
    <search>
      <form class="filters" onSubmit={send} key={`${value("about")} ${value("outlet")}`}>
        <label class="wide">
          <span>Words or names</span>
          <input type="search" name="about" defaultValue={value("about")} maxLength={200} />
        </label>
        <button type="submit">Look</button>
        <details open={isWide || isChosen(query)}>
          <summary>Narrow down</summary>
          <div class="further">
            <label>
              <span>Outlet</span>
              <input type="search" name="outlet" defaultValue={value("outlet")} maxLength={200} />
            </label>
            <label>
              <span>Someone</span>
              <select value={value("stance")} onChange={set("stance")}>
                <option value="">says anything</option>
                {STANCES.map(stance => (
                  <option key={stance} value={stance}>
                    {stance === "unanswered" ? "gave no answer" : STANCE_WORDS[stance]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span>Told since</span>
              <input type="date" value={value("since")} onChange={set("since")} />
            </label>
            <label>
              <span>As it was known on</span>
              <input type="date" value={value("at")} onChange={set("at")} />
            </label>
            <label>
              <span>Order</span>
              <select value={value("order") || "weight"} onChange={set("order")}>
                <option value="weight">most contested first</option>
                <option value="newest">newest first</option>
              </select>
            </label>
            <label class="check">
              <input type="checkbox" checked={query.has("contested")} onChange={set("contested")} /> Contested only
            </label>
            <label class="check">
              <input type="checkbox" checked={query.has("unnamed")} onChange={set("unnamed")} /> Unnamed origins only
            </label>
          </div>
        </details>
        {value("agent") && <OfAgent id={value("agent")} query={query} />}
      </form>
    </search>
  )
}

const CHOICES = ["outlet", "stance", "since", "order", "at", "contested", "unnamed"]

function isChosen(query: URLSearchParams): boolean {
  return CHOICES.some(name => query.has(name))
}

/** Claims on which one agent takes a position. */
function OfAgent({ id, query }: { readonly id: string; readonly query: URLSearchParams }) {
  const { answer } = useAnswer<AgentSheet>(`/api/agents/${encodeURIComponent(id)}`)
  return (
    <p class="chosen">
      Claims on which <bdi>{answer?.name ?? "this agent"}</bdi> takes a position · <a href={withQuery(query, { agent: "" })}>all agents</a>
    </p>
  )
}
