import { useList, useNews } from "../ask/index.ts"
import type { BoardLine } from "../contract.ts"
import { Heading, More, StanceLegend, Told, Waiting } from "../parts/index.ts"
import { usePlace } from "../place.ts"
import { Filters } from "./filters.tsx"
import { Line } from "./line.tsx"
import { Headlines } from "./news.tsx"

/** The claims, the most contested first. What is looked for stands in the address. */
export function BoardPage() {
  const { query } = usePlace()
  const list = useList<BoardLine>(`/api/claims?${asked(query)}`)
  const news = useNews()
  return (
    <>
      <Heading title="Hearsay">Who says so, and who says otherwise</Heading>
      <Filters query={query} />
      {news.length > 0 && <Headlines news={news} />}
      <StanceLegend />
      {list.trouble && <Told trouble={list.trouble} />}
      {list.items === null && !list.trouble && <Waiting />}
      {list.items?.length === 0 && <Nothing isFiltered={query.size > 0} />}
      {list.items && list.items.length > 0 && (
        <ol class="board" aria-busy={list.waiting} aria-label="Claims">
          {list.items.map((line, at) => (
            <Line key={line.id} line={line} isFirst={at === 0} />
          ))}
        </ol>
      )}
      <More list={list} />
      <Takings query={query} />
    </>
  )
}

const ASKED = ["about", "contested", "unnamed", "agent", "stance", "outlet", "since", "order", "at"]
/** So many claims come at once. */
const LIMIT = "30"

function asked(query: URLSearchParams): string {
  const known = new URLSearchParams({ limit: LIMIT })
  for (const name of ASKED) if (query.get(name)) known.set(name, query.get(name)!)
  return known.toString()
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered)
    return (
      <p class="quiet">
        No claim is like that. <a href="/">Show all claims</a>.
      </p>
    )
  return (
    <p class="quiet">
      The ledger is empty. <a href="/add">Add an article</a> to see who says what in it.
    </p>
  )
}

/** What can be taken along from here: a feed of what was looked for, and the whole ledger. */
function Takings({ query }: { readonly query: URLSearchParams }) {
  const feed = asked(query).replace(`limit=${LIMIT}`, "").replace(/^&/, "")
  return (
    <p class="takings">
      Follow these claims: <a href={`/feeds/claims${feed && `?${feed}`}`}>Atom feed</a> · Take the ledger along:{" "}
      <a href="/api/export?format=jsonl" download>
        JSON lines
      </a>
      ,{" "}
      <a href="/api/export?format=csv" download>
        CSV
      </a>
    </p>
  )
}
