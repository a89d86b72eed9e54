import { useEffect, useMemo, useState } from "preact/hooks"
import { useAnswer } from "../ask/index.ts"
import type { ArticleSheet } from "../contract.ts"
import { Heading, Shown, When } from "../parts/index.ts"
import { go, usePlace } from "../place.ts"
import { articleAddress, articleName, counted, isWebAddress } from "../words.ts"
import { Asked } from "./asked.tsx"
import { Row } from "./row.tsx"
import { rowsOf } from "./rows.ts"
import { sentenceAt, sentencesOf } from "./sentences.ts"
import { Copies, Versions } from "./versions.tsx"

/** An article: its text with who, how and what marked, and beside it who says what. */
export function ArticlePage({ id }: { readonly id: string }) {
  const answered = useAnswer<ArticleSheet>(`/api/articles/${encodeURIComponent(id)}`)
  return (
    <Shown of={answered} isPage>
      {sheet => <Sheet sheet={sheet} />}
    </Shown>
  )
}

function Sheet({ sheet }: { readonly sheet: ArticleSheet }) {
  const { part } = usePlace()
  const rows = useMemo(() => rowsOf(sheet), [sheet])
  const sentences = useMemo(() => sentencesOf(sheet), [sheet])
  const [at, setAt] = useState<number | null>(null)
  const sentence = sentenceAt(sentences, at ?? sheet.evidence.find(({ id }) => id === part)?.sentence.start ?? null)
  const meant = sentence ? sheet.evidence.filter(each => each.sentence.start < sentence.end && each.sentence.end > sentence.start) : []
  const lit = new Set(at === null && part ? [part] : meant.map(({ id }) => id))
  useEffect(() => {
    setAt(null)
    const meant = document.getElementById(part)
    meant?.closest(".row")?.scrollIntoView({ block: "center" })
    if (part === "versions") meant?.scrollIntoView()
  }, [part])

  const askAt = (offset: number) => {
    const found = sentenceAt(sentences, offset)
    if (!found) return
    setAt(found.start)
    document.querySelector(`[data-at="${found.start}"]`)?.scrollIntoView({ block: "nearest" })
  }
  const onClick = (event: MouseEvent) => {
    const piece = (event.target as Element).closest<HTMLElement>("[data-at]")
    if (piece && !(event.target as Element).closest("a") && getSelection()?.isCollapsed !== false) askAt(Number(piece.dataset.at))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "n" ? 1 : event.key === "p" ? -1 : 0
    if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return
    const now = sentence ? sentences.indexOf(sentence) : step > 0 ? -1 : sentences.length
    const next = sentences[now + step]
    if (next) askAt(next.start)
  }
  return (
    <>
      <Banner sheet={sheet} />
      <p class="hint" id="hint">
        Choose any sentence to see on whose word it stands.{" "}
        <span class="keys">With the keyboard: n for the next one, p for the one before.</span> In the text:{" "}
        <span class="source">who says it</span>, <span class="cue">how</span>, <span class="content">what</span>,{" "}
        <span class="doubt">what could not be resolved</span>.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its keys go from sentence to sentence */}
      <section class="text" tabIndex={0} aria-label="The article" aria-describedby="hint" onClick={onClick} onKeyDown={onKeyDown}>
        {rows.map(row => (
          <Row key={row.block.start} row={row} sheet={sheet} lit={lit} asked={at === null ? null : sentence} />
        ))}
      </section>
      <Versions sheet={sheet} />
      <Copies sheet={sheet} />
      {sentence && (
        <Asked
          sheet={sheet}
          sentence={sentence}
          meant={meant}
          close={() => {
            setAt(null)
            if (part) go(location.pathname + location.search, { instead: true })
          }}
        />
      )}
    </>
  )
}

function Banner({ sheet }: { readonly sheet: ArticleSheet }) {
  const { outlet, published, modified, url, authors, evidence, doubts, version, versions, history } = sheet
  const voices = new Set(evidence.map(({ agent }) => agent?.id)).size
  const newest = history.at(-1)
  return (
    <>
      <p class="kicker">
        {outlet && <bdi class="publisher">{outlet}</bdi>}
        {published && (
          <>
            {" · "}
            <When value={published} />
          </>
        )}
        {modified && modified.slice(0, 10) !== published?.slice(0, 10) && (
          <>
            {" · changed "}
            <When value={modified} />
          </>
        )}
        {isWebAddress(url) && (
          <>
            {" · "}
            <a href={url} rel="noreferrer noopener external" target="_blank">
              the page it was read from
            </a>
          </>
        )}
      </p>
      <Heading title={articleName(sheet)}>{articleName(sheet)}</Heading>
      {authors.length > 0 && <p class="counts">By {authors.join(", ")}</p>}
      <p class="counts">
        {counted(evidence.length, "statement")} · {counted(voices, "voice")}
        {doubts.length > 0 && ` · ${counted(doubts.length, "doubt")}`}
        {versions > 1 && (
          <>
            {" · "}
            <a href="#versions">
              version {version} of {versions}
            </a>
          </>
        )}
      </p>
      {newest && newest.version > version && (
        <p class="old">
          This is an earlier version. <a href={articleAddress(newest.id)}>Read the newest</a>
        </p>
      )}
    </>
  )
}
