import { useList } from "../ask/index.ts"
import type { AgentSheet, Evidence } from "../contract.ts"
import { List, Otherwise, Statement } from "../parts/index.ts"
import { go, withQuery } from "../place.ts"
import { claimAddress, claimWords, counted, dateInWords } from "../words.ts"
import { groupsOf } from "./groups.ts"
import { Standing } from "./standing.tsx"
import { Ways } from "./ways.tsx"

interface Given {
  readonly sheet: AgentSheet
  readonly query: URLSearchParams
}

/** Everything an agent said: as a picture, by whom it came to us, and to the letter. */
export function Said({ sheet, query }: Given) {
  const at = query.get("at") ?? ""
  const list = useList<Evidence>(`/api/agents/${encodeURIComponent(sheet.id)}/statements?limit=100${at && `&at=${encodeURIComponent(at)}`}`)
  const items = list.items ?? []
  return (
    <>
      {items.length > 0 && (
        <section aria-labelledby="standing">
          <h2 id="standing">By claim and time</h2>
          <Ways evidence={items} />
          <Standing evidence={items} turned={sheet.turned} />
          {list.more && (
            <p class="quiet">
              Shown are the newest {items.length} of {counted(sheet.statements, "statement")}. The list below fetches more.
            </p>
          )}
        </section>
      )}
      <section aria-labelledby="said">
        <h2 id="said">Everything {sheet.kind === "person" ? "said" : "it said"}</h2>
        <Order query={query} />
        {at && (
          <p>
            <strong>As it was known on {dateInWords(at)}.</strong> <a href={withQuery(query, { at: "" })}>As it is known now</a>
          </p>
        )}
        <List list={list} none={at ? `Nothing was known of it on ${dateInWords(at)}.` : "Nothing is told of it."}>
          {all => <Groups evidence={all} by={orderOf(query)} of={sheet.id} />}
        </List>
      </section>
    </>
  )
}

type By = "time" | "claim"

function orderOf(query: URLSearchParams): By {
  return query.get("by") === "claim" ? "claim" : "time"
}

function Order({ query }: { readonly query: URLSearchParams }) {
  const at = query.get("at") ?? ""
  return (
    <form class={`asof${at ? " past" : ""}`} onSubmit={event => event.preventDefault()}>
      <span class="days">
        {(["time", "claim"] as const).map(each => (
          <button
            key={each}
            type="button"
            aria-pressed={orderOf(query) === each}
            onClick={() => go(withQuery(query, { by: each === "time" ? "" : each }), { instead: true })}
          >
            By {each}
          </button>
        ))}
        <label>
          As it was known on <input type="date" value={at} onChange={event => go(withQuery(query, { at: event.currentTarget.value }))} />
        </label>
      </span>
    </form>
  )
}

/** `of`: whose page it is; his name is not repeated at every sentence. */
function Groups({ evidence, by, of }: { readonly evidence: readonly Evidence[]; readonly by: By; readonly of: string }) {
  return (
    <>
      {groupsOf(evidence, by).map(({ key, evidence: own }) => (
        <div key={key} class="group">
          <h3 dir="auto">{by === "time" ? dateInWords(key) : <ClaimOf evidence={own[0]!} />}</h3>
          <ol class="statements">
            {own.map(each => (
              <li key={each.id}>
                <Statement
                  evidence={each}
                  unsaid={each.agent?.id === of}
                  actions={<Otherwise evidence={each} isLinked={by === "time"} />}
                />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </>
  )
}

function ClaimOf({ evidence: { claim, words } }: { readonly evidence: Evidence }) {
  return claim ? <a href={claimAddress(claim)}>{claimWords(words)}</a> : <span>{claimWords(words)}</span>
}
