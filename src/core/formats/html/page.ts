import type { Article, Reading } from "../../data.ts"
import { type Board, boardOf, counted } from "../board.ts"
import { dateInWords } from "../when.ts"
import { articleSection } from "./article.ts"
import { boardSection } from "./claims.ts"
import { language } from "./language.ts"
import { Markup, markup } from "./markup.ts"
import { policyFor } from "./policy.ts"
import { linksBetween, STYLE } from "./style.ts"

/** The whole page. */
export function pageOf(reading: Reading): string {
  const board = boardOf(reading)
  const styles = [STYLE, linksBetween(board.statements.length)]
  const title = titleOf(reading.article)
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policyFor(styles))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Hearsay">
<title>${title} · who says what</title>
${styles.map(style => new Markup(`<style>${style}</style>\n`))}</head>
<body>
<a class="skip" href="#article">Skip to the article</a>
${banner(reading, board, title)}
<main>
${boardSection(board)}
${articleSection(reading, board)}
</main>
<footer><p>Hearsay says who says so, never what is true. Every statement leads to the words it was read from.</p></footer>
</body>
</html>
`
  return page.html
}

function titleOf({ title, text }: Article): string {
  return title?.trim() || text.trim().split(/\n/, 1)[0]!.slice(0, MOST_TITLE_UNITS) || "An article"
}

/** Code units of a first line that stands in for a title. */
const MOST_TITLE_UNITS = 120

function banner(reading: Reading, board: Board, title: string): Markup {
  const { article, doubts } = reading
  const voices = new Set(board.statements.map(({ who }) => who.name)).size
  const counts = [
    counted(board.statements.length, "statement"),
    counted(voices, "voice"),
    counted(board.contested.length, "contested claim"),
  ]
  if (doubts.length > 0) counts.push(counted(doubts.length, "doubt"))
  const authors = article.authors.length > 0 ? markup`<p class="by">By ${article.authors.join(", ")}</p>\n` : null
  return markup`<header class="banner">
<p class="where">${where(article)}</p>
<h1${language(article)} dir="auto">${title}</h1>
${authors}<p class="counts">${counts.join(" · ")}</p>
</header>`
}

function where({ publisher, published, url }: Article): readonly Markup[] {
  const parts: Markup[] = []
  if (publisher) parts.push(markup`<bdi class="publisher">${publisher}</bdi>`)
  if (published) parts.push(markup`<time datetime="${published}">${dateInWords(published)}</time>`)
  if (url && /^https?:\/\//i.test(url))
    parts.push(markup`<a href="${url}" rel="noreferrer noopener external">the page it was read from</a>`)
  return parts.map((part, at) => (at === 0 ? part : markup` · ${part}`))
}
