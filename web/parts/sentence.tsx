import { useEffect, useRef } from "preact/hooks"
import type { Evidence } from "../contract.ts"
import { usePlace } from "../place.ts"
import { articleAddress, articleName, factsOf, isWebAddress } from "../words.ts"
import { type Mark, Marked, marksOf } from "./marked.tsx"
import { StanceWord } from "./stance.tsx"
import { When } from "./when.tsx"
import { Who } from "./who.tsx"

/** The sentence a statement stands in, to the letter, with who, how and what marked, and what is marked besides. */
export function Sentence({ evidence, also = [] }: { readonly evidence: Evidence; readonly also?: readonly Mark[] }) {
  const { start, end, text } = evidence.sentence
  return (
    <blockquote class="sentence" dir="auto">
      <Marked text={text} offset={start} span={{ start, end }} marks={[...marksOf(evidence), ...also]} />
    </blockquote>
  )
}

/** A statement with all that is known of it. */
export function Statement({
  evidence,
  number,
  unsaid = false,
  actions,
}: {
  readonly evidence: Evidence
  readonly number?: number
  /** Whether the name is left out: it stands above already. */
  readonly unsaid?: boolean
  readonly actions?: preact.ComponentChildren
}) {
  const { part } = usePlace()
  const own = useRef<HTMLElement>(null)
  const isMeant = part === evidence.id
  useEffect(() => {
    if (isMeant) own.current?.scrollIntoView({ block: "center" })
  }, [isMeant])
  return (
    <article
      ref={own}
      class={`statement ${evidence.stance}${isMeant ? " meant" : ""}`}
      id={evidence.id}
      aria-label={number ? `Sentence ${number}` : "Statement"}
    >
      <p class="says">
        {number && <span class="number">{number}</span>} {!unsaid && <Who agent={evidence.agent} role />}{" "}
        <StanceWord stance={evidence.stance} />
      </p>
      <Sentence evidence={evidence} />
      <p class="facts">
        <Source evidence={evidence} />
        {evidence.past && " · in an earlier version only"}
        {factsOf(evidence).map(fact => (
          <span key={fact}>
            {" · "}
            <bdi>{fact}</bdi>
          </span>
        ))}
        {evidence.judged.length > 0 && " · corrected by hand"}
      </p>
      {actions}
    </article>
  )
}

/** The article a statement stands in, opened at its words. */
export function Source({ evidence: { article, id } }: { readonly evidence: Evidence }) {
  return (
    <>
      <a href={articleAddress(article.id, id)}>
        {article.outlet ? <bdi class="outlet">{article.outlet}</bdi> : null}
        {article.outlet ? ": " : null}
        <bdi>{articleName(article)}</bdi>
      </a>
      {article.published && (
        <>
          , <When value={article.published} />
        </>
      )}
      {isWebAddress(article.url) && (
        <>
          {" · "}
          <a href={article.url} rel="noreferrer noopener external" target="_blank">
            the page itself
          </a>
        </>
      )}
    </>
  )
}
