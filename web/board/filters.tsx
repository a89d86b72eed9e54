import { useState } from "preact/hooks"
import { Field, Search } from "../parts/index.ts"
import { go, withQuery } from "../place.ts"
import { counted, STANCE_WORDS, STANCES } from "../words.ts"
import { OfAgent, Which } from "./whose.tsx"

/** What to look for among the claims. Every choice changes the address at once; words do when they are sent. */
export function Filters({ query }: { readonly query: URLSearchParams }) {
  const [isWide] = useState(() => matchMedia("(min-width: 48rem)").matches)
  const chosen = CHOICES.filter(name => query.has(name)).length
  return (
    <Search query={query} names={["about", "outlet", "who"]}>
      <Field query={query} name="about" words="Words or names" />
      <button type="submit">Search</button>
      <details open={isWide || chosen > 0}>
        <summary>Narrow down{chosen > 0 && ` (${counted(chosen, "choice")})`}</summary>
        <div class="further">
          <Field query={query} name="who" words="Who takes a position" />
          <Field query={query} name="outlet" words="Outlet" />
          <Choices query={query} />
        </div>
      </details>
      {query.get("who") && <Which name={query.get("who")!} query={query} />}
      {query.get("agent") && <OfAgent id={query.get("agent")!} query={query} />}
      {chosen > 0 && (
        <p class="chosen">
          <a href="/">Take all choices away</a>
        </p>
      )}
    </Search>
  )
}

const CHOICES = ["outlet", "agent", "stance", "since", "order", "at", "contested", "unnamed"]

/** What can be chosen without typing. */
function Choices({ query }: { readonly query: URLSearchParams }) {
  const value = (name: string) => query.get(name) ?? ""
  const set = (name: string) => (event: Event) => {
    const field = event.currentTarget as HTMLInputElement | HTMLSelectElement
    const is = field instanceof HTMLInputElement && field.type === "checkbox" ? (field.checked ? "true" : "") : field.value
    go(withQuery(query, { [name]: is }), { instead: true })
  }
  return (
    <>
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
          <option value="weight">contested first</option>
          <option value="newest">newest first</option>
        </select>
      </label>
      <label class="check">
        <input type="checkbox" checked={query.has("contested")} onChange={set("contested")} /> Contested only
      </label>
      <label class="check">
        <input type="checkbox" checked={query.has("unnamed")} onChange={set("unnamed")} /> Unnamed origins only
      </label>
    </>
  )
}
