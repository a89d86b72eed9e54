import { useFeed, useList } from "../ask/index.ts"
import type { BoardLine } from "../contract.ts"
import { Heading, List } from "../parts/index.ts"
import { usePlace, withQuery } from "../place.ts"
import { dateInWords } from "../words.ts"
import { Filters } from "./filters.tsx"
import { Line } from "./line.tsx"
import { Headlines } from "./news.tsx"

/** The claims, the most contested first. What is looked for stands in the address. */
export function BoardPage() {
  const { query } = usePlace()
  const list = useList<BoardLine>(`/api/claims?${asked(query)}`)
  const { items: news } = useFeed()
  return (
    <>
      <Heading title="Hearsay">Who says so, and who says otherwise</Heading>
      <Filters query={query} />
      {query.get("at") && <Then at={query.get("at")!} query={query} />}
      <Headlines news={news} />
      <List list={list} none={<Nothing isFiltered={query.size > 0} />}>
        {lines => (
          <>
            <p class="key">
              Each claim with who stands where on it, and how many articles go back to how many first hands. The small pictures count
              statements by day: above the line who asserts or confirms, below it who denies, declines or gave no answer.
            </p>
            <ol class="board" aria-label="Claims">
              {lines.map((line, at) => (
                <Line key={line.id} line={line} isFirst={at === 0} />
              ))}
            </ol>
          </>
        )}
      </List>
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

/** That the board is not of today. */
function Then({ at, query }: { readonly at: string; readonly query: URLSearchParams }) {
  return (
    <p class="asof past">
      <strong>As it was known on {dateInWords(at)}.</strong> <a href={withQuery(query, { at: "" })}>As it is known now</a>
    </p>
  )
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered)
    return (
      <>
        No claim is like that. <a href="/">Show all claims</a>.
      </>
    )
  return (
    <>
      The ledger is empty. <a href="/add">Add an article</a> to see who says what in it.
    </>
  )
}

/** What can be taken along from here: a feed of what was looked for, and the whole ledger. */
function Takings({ query }: { readonly query: URLSearchParams }) {
  const feed = asked(query).replace(`limit=${LIMIT}`, "").replace(/^&/, "")
  return (
    <p class="takings">
      Follow these claims: <a href={`/feeds/claims${feed && `?${feed}`}`}>Atom feed</a> · Take the ledger along:{" "}
      {EXPORTS.map(([format, name], at) => (
        <span key={format}>
          {at > 0 && ", "}
          <a href={`/api/export?format=${format}`} download>
            {name}
          </a>
        </span>
      ))}
    </p>
  )
}

/** The formats of the whole ledger, each with its name. */
const EXPORTS = [
  ["jsonl", "JSON lines"],
  ["csv", "CSV"],
  ["parquet", "Parquet"],
  ["webannotation", "Web Annotations"],
  ["prov", "PROV"],
  ["schema-org", "schema.org"],
] as const
