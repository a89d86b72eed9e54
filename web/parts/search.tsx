import type { ComponentChildren } from "preact"
import { go, withQuery } from "../place.ts"

interface Given {
  readonly query: URLSearchParams
  /** The fields whose words go into the address when they are sent. */
  readonly names: readonly string[]
  /** The page that shows what is found; defaults to the present one. */
  readonly at?: string
  readonly class?: string
  readonly children: ComponentChildren
}

/** A form that looks for something. What is looked for stands in the address. */
export function Search({ query, names, at = location.pathname, class: kind = "", children }: Given) {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    go(withQuery(query, Object.fromEntries(names.map(name => [name, String(form.get(name) ?? "").trim()])), at))
  }
  return (
    <search>
      <form class={`filters ${kind}`} onSubmit={send} key={names.map(name => query.get(name)).join("\n")}>
        {children}
      </form>
    </search>
  )
}

/** A field of such a form. */
export function Field({ query, name, words, isNeeded = false }: FieldGiven) {
  return (
    <label>
      <span>{words}</span>
      <input type="search" name={name} required={isNeeded} maxLength={200} defaultValue={query.get(name) ?? ""} />
    </label>
  )
}

interface FieldGiven {
  readonly query: URLSearchParams
  readonly name: string
  readonly words: string
  readonly isNeeded?: boolean
}
