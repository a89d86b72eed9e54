import { useAnswer } from "../ask/index.ts"
import type { ClaimSheet } from "../contract.ts"
import { JudgementList } from "../corrections/list.tsx"
import { Heading, Judging, Shown } from "../parts/index.ts"
import { usePlace, withQuery } from "../place.ts"
import { claimAddress, claimWords, counted, dateInWords } from "../words.ts"
import { AsOf } from "./as-of.tsx"
import { Changes } from "./changes.tsx"
import { OriginSection } from "./origins.tsx"
import { Quotes } from "./quotes.tsx"
import { Sentences } from "./sentences.tsx"
import { Standing } from "./standing.tsx"

/** One claim with all that stands behind it, as it is known now or was known on a day. */
export function ClaimPage({ id }: { readonly id: string }) {
  const { query } = usePlace()
  const at = query.get("at") ?? ""
  const answered = useAnswer<ClaimSheet>(`/api/claims/${encodeURIComponent(id)}${at && `?at=${encodeURIComponent(at)}`}`)
  if (at && answered.trouble?.status === 404) return <NotYet at={at} query={query} />
  return (
    <Shown of={answered} isPage>
      {sheet => <Sheet sheet={sheet} at={at} query={query} />}
    </Shown>
  )
}

/** A claim that nobody had told by that day. */
function NotYet({ at, query }: { readonly at: string; readonly query: URLSearchParams }) {
  return (
    <>
      <Heading title="Not yet told">On {dateInWords(at)} nobody had told this yet</Heading>
      <p>
        <a href={withQuery(query, { at: "" })}>As it is known now</a>
      </p>
    </>
  )
}

interface Given {
  readonly sheet: ClaimSheet
  readonly at: string
  readonly query: URLSearchParams
}

function Sheet({ sheet, at, query }: Given) {
  const words = claimWords(sheet.text)
  return (
    <>
      <p class="kicker">
        <a href="/">Claims</a> · {sheet.contested ? "contested" : "nobody contests it"}
      </p>
      <Heading title={words}>{words}</Heading>
      <p class="counts">{countsOf(sheet)}</p>
      {sheet.origins.alarms.map(({ rule, says }) => (
        <p key={rule + says} class="alarm">
          {says}
        </p>
      ))}
      <AsOf at={at} query={query} evidence={sheet.evidence} />
      <section aria-labelledby="stands">
        <h2 id="stands">Who stands where, and when</h2>
        <Standing sheet={sheet} />
      </section>
      <OriginSection sheet={sheet} />
      <Quotes evidence={sheet.evidence} />
      <Changes sheet={sheet} />
      <Sentences sheet={sheet} at={at} />
      <Near sheet={sheet} />
      <Takings sheet={sheet} />
    </>
  )
}

function countsOf({ statements, articles, outlets, firstAsserted, firstDenied }: ClaimSheet): string {
  const parts = [
    `${counted(statements, "statement")} in ${counted(articles, "article")} of ${counted(outlets.length, "outlet")}`,
    firstAsserted ? `first asserted ${dateInWords(firstAsserted)}` : "asserted by nobody",
    firstDenied ? `first denied ${dateInWords(firstDenied)}` : "",
  ]
  return parts.filter(part => part !== "").join(" · ")
}

/** Claims that may be the same: a person can say that they are. */
function Near({ sheet: { id, near } }: { readonly sheet: ClaimSheet }) {
  if (near.length === 0) return null
  return (
    <section aria-labelledby="near">
      <h2 id="near">Claims near it</h2>
      <ul class="near">
        {near.map(each => (
          <li key={each.id}>
            <a href={claimAddress(each.id)}>{claimWords(each.text)}</a> <span class="facts">{each.why}</span>{" "}
            <Judging
              label="Unite"
              about={claimWords(each.text)}
              asks="Do both say the same thing?"
              ruling={{ kind: "unite", what: "claims", ids: [id, each.id] }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What can be done with the claim as a whole, and what was done with it. */
function Takings({ sheet }: { readonly sheet: ClaimSheet }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">Corrections</h2>
      {sheet.judgements.length > 0 ? (
        <JudgementList judgements={sheet.judgements} />
      ) : (
        <p class="quiet">Nobody has corrected anything here.</p>
      )}
      <p class="takings">
        <Judging label="Dismiss the claim" asks="Is this claim of no interest?" ruling={{ kind: "dismiss", id: sheet.id }} /> Follow it:{" "}
        <a href={`/feeds/claims/${encodeURIComponent(sheet.id)}`}>Atom feed</a>
      </p>
    </section>
  )
}
