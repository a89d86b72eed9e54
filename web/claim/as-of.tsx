import type { Evidence } from "../contract.ts"
import { go, withQuery } from "../place.ts"
import { dateInWords, dayOf } from "../words.ts"

interface Given {
  readonly at: string
  readonly query: URLSearchParams
  readonly evidence: readonly Evidence[]
}

/** “As it was known on …”: any day, or the days on which an article came out. */
export function AsOf({ at, query, evidence }: Given) {
  const set = (day: string) => go(withQuery(query, { at: day }))
  const days = publishedDays(evidence)
  return (
    <div class={`asof${at ? " past" : ""}`}>
      <form onSubmit={event => event.preventDefault()}>
        <label>
          As it was known on <input type="date" value={at} onChange={event => set(event.currentTarget.value)} />
        </label>
        {days.length > 1 && (
          <span class="days">
            {days.map(day => (
              <button key={day} type="button" aria-pressed={day === at} onClick={() => set(day)}>
                {dateInWords(day).replace(/ \d{4}$/, "")}
              </button>
            ))}
          </span>
        )}
      </form>
      {at && (
        <p>
          <strong>As it was known on {dateInWords(at)}.</strong> <a href={withQuery(query, { at: "" })}>As it is known now</a>
        </p>
      )}
    </div>
  )
}

/** More would fill the page. */
const MOST_DAYS = 8

function publishedDays(evidence: readonly Evidence[]): readonly string[] {
  const days = new Set(evidence.flatMap(({ article: { published, read } }) => dayOf(published ?? read)))
  return [...days].sort().slice(0, MOST_DAYS)
}
