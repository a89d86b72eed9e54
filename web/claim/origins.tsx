import { useEffect, useState } from "preact/hooks"
import type { ArticleLine, ClaimSheet, Evidence, OriginNode } from "../contract.ts"
import { Judging, Who } from "../parts/index.ts"
import { usePlace } from "../place.ts"
import { articleAddress, articleName, counted } from "../words.ts"
import { type Tie, tiesOf } from "./knots.ts"
import { OriginPicture, smallOf } from "./picture.tsx"

/** Where the claim enters the record, what carries it on, and why articles count as one: each reason can be cut. */
export function OriginSection({ sheet }: { readonly sheet: ClaimSheet }) {
  const { origins } = sheet
  const ties = tiesOf(origins.roots)
  if (origins.roots.length === 0) return null
  return (
    <section aria-labelledby="origins">
      <h2 id="origins">Where it comes from</h2>
      <p class="verdict">
        {counted(sheet.articles, "article")}, {range(origins.independent)}
      </p>
      {origins.undecided.map(words => (
        <p key={words} class="undecided">
          Undecided: {words}.
        </p>
      ))}
      <OriginPicture roots={origins.roots} ties={ties} />
      <details>
        <summary>The picture in words</summary>
        <ul class="tree">
          {origins.roots.map((root, at) => (
            <Branch key={at} node={root} />
          ))}
        </ul>
      </details>
      {ties.length > 0 && <Ties ties={ties} sheet={sheet} />}
    </section>
  )
}

function range({ least, most }: ClaimSheet["origins"]["independent"]): string {
  return least === most ? counted(most, "independent origin") : `${least} to ${most} independent origins`
}

function Branch({ node }: { readonly node: OriginNode }) {
  const { article, agent, words, carriedBy, statements, kind } = node
  return (
    <li>
      {article ? (
        <a href={articleAddress(article.id, statements[0])}>
          {article.outlet ?? words}: {articleName(article)}
        </a>
      ) : agent && kind !== "unnamed" ? (
        <Who agent={agent} />
      ) : (
        words
      )}
      {!article && <span class="facts"> ({smallOf(node)})</span>}
      {carriedBy.length > 0 && (
        <ul>
          {carriedBy.map((child, at) => (
            <Branch key={at} node={child} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** Further reasons are shown when they are asked for. */
const MOST_TIES = 12

/** Why articles count as one. */
function Ties({ ties, sheet }: { readonly ties: readonly Tie[]; readonly sheet: ClaimSheet }) {
  const { part } = usePlace()
  const isMeant = part.startsWith("tie-")
  const [most, setMost] = useState(isMeant ? ties.length : MOST_TIES)
  useEffect(() => {
    if (isMeant) setMost(ties.length)
  }, [part])
  useEffect(() => {
    if (isMeant) document.getElementById(part)?.scrollIntoView({ block: "nearest" })
  }, [part, most])
  const articles = new Map(sheet.evidence.map(({ article }) => [article.id, article]))
  const byId = new Map(sheet.evidence.map(each => [each.id, each]))
  return (
    <div>
      <h3 class="why">Why articles count as one</h3>
      <ol class="ties">
        {ties.slice(0, most).map(tie => (
          <li key={tie.number} id={`tie-${tie.number}`} class={part === `tie-${tie.number}` ? "meant" : undefined}>
            <span class="number">{tie.number}</span>
            <div>
              <p>
                <strong>{tie.why}</strong>
                <Names tie={tie} articles={articles} />{" "}
                <Judging
                  label="Cut"
                  about={`${tie.why}, ${tie.number}`}
                  asks="Are these two articles two origins?"
                  ruling={{ kind: "cut", claim: sheet.id, articles: [...tie.articles] }}
                >
                  <p>
                    They count as one: {tie.why}
                    <Names tie={tie} articles={articles} />.
                  </p>
                </Judging>
              </p>
              <p class="facts">Comes together in {tie.under.map(({ words }) => words).join("; ")}</p>
              <Words evidence={tie.merges.flatMap(merge => merge.statements).flatMap(id => byId.get(id) ?? [])} />
            </div>
          </li>
        ))}
      </ol>
      {ties.length > most && (
        <button type="button" class="all" onClick={() => setMost(ties.length)}>
          All {counted(ties.length, "reason")}
        </button>
      )}
    </div>
  )
}

function Names({ tie, articles }: { readonly tie: Tie; readonly articles: ReadonlyMap<string, ArticleLine> }) {
  return (
    <>
      {tie.articles.map((id, at) => {
        const article = articles.get(id)
        return (
          <span key={id}>
            {at === 0 ? ": " : " and "}
            <a href={articleAddress(id)}>
              {article?.outlet ?? (article ? articleName(article) : "an article that says nothing of it itself")}
            </a>
          </span>
        )
      })}
    </>
  )
}

/** The words that show it, each article's once. */
function Words({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const once = [
    ...new Map(evidence.filter(({ words }) => words !== "").map(each => [`${each.article.id}${each.words}`, each])).values(),
  ].slice(0, 2)
  if (once.length === 0) return null
  return (
    <p class="shown">
      {once.map((each, at) => (
        <span key={each.id}>
          {at > 0 && " — "}
          <a href={articleAddress(each.article.id, each.id)}>“{each.words}”</a>
        </span>
      ))}
    </p>
  )
}
