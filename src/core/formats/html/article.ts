import type { Block, Reading, Role } from "../../data.ts"
import type { Board } from "../board.ts"
import { language } from "./language.ts"
import { marked } from "./marked.ts"
import { Markup, markup } from "./markup.ts"
import { noteOf } from "./notes.ts"
import { type Row, rowsOf } from "./rows.ts"

/** The article, block by block, and beside each block who says what in it. */
export function articleSection(reading: Reading, board: Board): Markup {
  const { article, doubts } = reading
  const rows = rowsOf(blocksOf(reading), board.statements, doubts).filter(row => !isTitleAlone(row, reading))
  return markup`<section class="article" id="article" tabindex="-1" aria-labelledby="article-heading">
<h2 id="article-heading">The article, and who says what in it</h2>
${LEGEND}
${rows.map(row => rowOf(row, article.text, board, language(article)))}</section>`
}

/** The whole text where it has no blocks. */
function blocksOf({ article: { blocks, text } }: Reading): readonly Block[] {
  return blocks.length > 0 ? blocks : [{ role: "paragraph", start: 0, end: text.length }]
}

/** The title stands at the top of the page; it is told again only where something is said in it. */
function isTitleAlone({ block, marks, notes }: Row, { article: { title, text } }: Reading): boolean {
  const words = text.slice(block.start, block.end)
  return block.role === "title" && marks.length + notes.length === 0 && words.trim() === title?.trim()
}

const LEGEND = markup`<ul class="legend" role="list" aria-label="How words are marked">
<li><span class="source">source</span></li>
<li><span class="cue">cue</span></li>
<li><span class="content asserts">asserted</span></li>
<li><span class="content confirms">confirmed</span></li>
<li><span class="content denies">denied</span></li>
<li><span class="content declines">met with silence</span></li>
</ul>`

function rowOf({ block, marks, inserts, notes }: Row, text: string, board: Board, lang: Markup | null): Markup {
  const [before, after] = ELEMENTS[block.role]
  const words = marked(text, block, marks, inserts)
  const margin =
    notes.length > 0
      ? markup`<ul class="notes" role="list" aria-label="Who says what here">\n${notes.map(note => noteOf(note, board))}</ul>\n`
      : null
  return markup`<div class="row">
<div class="words" dir="auto"${lang}>${new Markup(before)}${words}${new Markup(after)}</div>
${margin}</div>
`
}

/** How each block is written. The page’s own headings are of the first and second level. */
const ELEMENTS: Readonly<Record<Role, readonly [before: string, after: string]>> = {
  title: ['<h3 class="title">', "</h3>"],
  dek: ['<p class="dek">', "</p>"],
  byline: ['<p class="small">', "</p>"],
  caption: ['<p class="small">', "</p>"],
  credit: ['<p class="small">', "</p>"],
  heading: ["<h3>", "</h3>"],
  paragraph: ["<p>", "</p>"],
  "list-item": ["<ul><li>", "</li></ul>"],
  blockquote: ["<blockquote><p>", "</p></blockquote>"],
  leftover: ['<p class="small">', "</p>"],
}
