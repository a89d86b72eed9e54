import type { Article } from "../data.ts"
import { bodyOf, markedBody, proseIn, statedBody } from "./body.ts"
import { removeClutter } from "./clutter.ts"
import { parse } from "./dom.ts"
import { type Front, frontOf, piecesAbove } from "./front.ts"
import { type Linked, linksOf } from "./links.ts"
import { type Lean, lean } from "./markup.ts"
import { type Meta, readMeta } from "./meta.ts"
import { survey } from "./survey.ts"
import { tidied } from "./tidy.ts"
import type { Piece } from "./walk.ts"
import { refuseWall, wordsOf } from "./wall.ts"

/** An article by what its page gives: the language is what the page claims. */
export type FoundInPage = Omit<Article, "id" | "language"> & { readonly language: string | null }

/**
 * Reads the markup of a page: its title, dek, byline and captions, then what Readability takes for its body, block by block, and what the
 * page says of itself. `address` is where it was found: what its links lead on from. Throws `Unreadable` where a page shows no article: a wall before it, or nothing but what surrounds one.
 */
export function readHtml(source: string, address: string | null = null): FoundInPage {
  const page = lean(source)
  const { front, body, meta, words } = contentOf(page)
  refuseWall(words, body, meta.free)
  const { url, publisher, title, authors, modified, language } = meta
  const published = meta.published ?? front.date
  const text = joined([...piecesAbove(front, body), ...body], address ?? url)
  return { url, publisher, title, authors, published, modified, language, ...text }
}

interface Content {
  readonly meta: Meta
  readonly front: Front
  readonly body: readonly Piece[]
  /** What the page shows, its navigation included. */
  readonly words: string
}

/** Less prose than this, in characters, and the page is looked at again. */
const LITTLE_PROSE = 400

/**
 * Looks without what stylesheets call clutter; where little is found, or much less than the page repeats for machines, once more with it:
 * some templates call all that they hold “modal” or “widget”, and then the page's own mark is believed before Readability. What the page repeats is the last to be believed, since its paragraphs run together.
 */
function contentOf(page: Lean): Content {
  const strict = looked(page, "names")
  const stated = strict.meta.body === null ? [] : tidied(statedBody(strict.meta.body), strict.front)
  if (proseIn(strict.body) >= Math.max(LITTLE_PROSE, proseIn(stated) / 2)) return strict
  const loose = looked(page, "tags")
  const better = proseIn(loose.body) > proseIn(strict.body) * MUCH_MORE ? loose : strict
  return proseIn(stated) > proseIn(better.body) * 2 ? { ...better, body: stated } : better
}

/** How many times the prose another way to look must find, to be believed over Readability: where that found little, and where it found an article. */
const MUCH_MORE = 1.5
const OVERWHELMINGLY = 3

function looked({ html, data }: Lean, by: "names" | "tags"): Content {
  const document = parse(html)
  const meta = readMeta(document, data)
  const words = wordsOf(document)
  const seen = survey(document)
  removeClutter(seen, by)
  const front = frontOf(document, seen, meta)
  const marked = tidied(markedBody(document, seen), front)
  const found = tidied(bodyOf(document), front)
  const isMarked = by === "tags" ? proseIn(marked) > LITTLE_PROSE : proseIn(marked) > proseIn(found) * factorOver(found)
  return { meta, front, words, body: isMarked ? marked : found }
}

function factorOver(found: readonly Piece[]): number {
  return proseIn(found) < LITTLE_PROSE ? MUCH_MORE : OVERWHELMINGLY
}

/** The pieces as blocks of one text, an empty line between them, and where its links lead. */
function joined(pieces: readonly Piece[], base: string | null): Pick<Article, "text" | "blocks" | "links"> {
  const linked: Linked[] = []
  let start = 0
  for (const { role, text, anchors = [] } of pieces) {
    linked.push({ role, start, end: start + text.length, anchors })
    start += text.length + BETWEEN.length
  }
  const text = pieces.map(({ text }) => text).join(BETWEEN)
  const links = linksOf(text, linked, base)
  const blocks = linked.map(({ role, start, end }) => ({ role, start, end }))
  return { text, blocks, ...(links.length > 0 && { links }) }
}

const BETWEEN = "\n\n"
