import type { ComponentChildren } from "preact"
import type { Answered, Listed, Trouble } from "../ask/index.ts"
import { Heading } from "./heading.tsx"

interface Given<T> {
  readonly of: Answered<T>
  /** Whether the answer is the whole page, which needs a heading where there is none. */
  readonly isPage?: boolean
  readonly children: (answer: T) => ComponentChildren
}

/** What is shown of an answer: itself, or that it is on its way, or why it does not come. */
export function Shown<T>({ of, isPage = false, children }: Given<T>) {
  if (of.trouble)
    return (
      <>
        {isPage && <Heading title="Nothing to show">{of.trouble.status === 404 ? "It is not here" : "It cannot be shown"}</Heading>}
        <Told trouble={of.trouble} />
      </>
    )
  if (of.answer === null) return <Waiting />
  return <div aria-busy={of.waiting}>{children(of.answer)}</div>
}

/** Why something did not work, and what to do. */
export function Told({ trouble }: { readonly trouble: Trouble }) {
  return (
    <p class="trouble" role="alert">
      <strong>{sentence(trouble.message)}</strong> {sentence(trouble.remedy)}
    </p>
  )
}

/** “the ledger holds no claim”: as a sentence of its own. */
function sentence(words: string): string {
  return words && `${words[0]!.toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`
}

/** That something is on its way. It comes up late, so that a quick answer does not flicker. */
function Waiting() {
  return (
    <p class="waiting" role="status">
      Looking it up …
    </p>
  )
}

interface ListGiven<T> {
  readonly list: Listed<T>
  /** What is told where the list is empty. */
  readonly none: ComponentChildren
  readonly children: (items: readonly T[]) => ComponentChildren
}

/** A list as far as it has come, with the button that fetches more; or that it is empty, on its way, or why it does not come. */
export function List<T>({ list: { items, more, waiting, trouble }, none, children }: ListGiven<T>) {
  return (
    <>
      {items === null && !trouble && <Waiting />}
      {items?.length === 0 && <p class="quiet none">{none}</p>}
      {items && items.length > 0 && <div aria-busy={waiting}>{children(items)}</div>}
      {trouble && <Told trouble={trouble} />}
      {more && (
        <p class="more">
          <button type="button" onClick={more} aria-disabled={waiting}>
            More
          </button>
          <span role="status">{items?.length} shown</span>
        </p>
      )}
    </>
  )
}
