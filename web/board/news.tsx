import type { Item } from "../ask/index.ts"
import { Who } from "../parts/index.ts"
import { articleAddress, articleName, claimAddress, claimWords } from "../words.ts"

const MOST = 5

/** What came in while the page was open: denials, and articles that were changed. The log is there from the start: what enters one that is already known is read aloud. */
export function Headlines({ news }: { readonly news: readonly Item[] }) {
  return (
    <div role="log" aria-label="News of the ledger">
      {news.length > 0 && (
        <section class="news" aria-labelledby="news">
          <h2 id="news">As it comes in</h2>
          <ul class="plain">
            {news.slice(0, MOST).map((item, at) => (
              <li key={item.at + at}>{item.kind === "denial" ? <Denial item={item} /> : <Changed item={item} />}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Denial({ item: { claim, evidence } }: { readonly item: Extract<Item, { readonly kind: "denial" }> }) {
  return (
    <>
      <Who agent={evidence.agent} /> <span class="stance denies">denies</span>{" "}
      {claim ? (
        <a href={claimAddress(claim.id)}>{claimWords(claim.text)}</a>
      ) : (
        <a href={articleAddress(evidence.article.id, evidence.id)}>{evidence.words}</a>
      )}
      {evidence.article.outlet && <span class="outlet"> · {evidence.article.outlet}</span>}
    </>
  )
}

function Changed({ item: { article, says } }: { readonly item: Extract<Item, { readonly kind: "change" }> }) {
  return (
    <>
      <a href={articleAddress(article.id)}>{articleName(article)}</a> was changed: {says.join("; ") || "no statement is touched"}
    </>
  )
}
