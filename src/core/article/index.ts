import type { Article, HtmlPage, Page, RecordPage, TextPage } from "../data.ts"
import { idOf } from "../hash.ts"
import { decode, refuseUnfit } from "./decode.ts"
import { readHtml } from "./html.ts"
import { englishOf } from "./language.ts"
import { blocksOfText } from "./text.ts"

/** The page's text with its blocks, and what is known of it. Throws `Unreadable` when it holds no article that can be read. */
export function extract(page: Page): Article {
  const found = page.kind === "html" ? fromHtml(page) : page.kind === "text" ? fromText(page) : fromRecord(page)
  const url = found.url ?? page.url ?? null
  const publisher = page.publisher ?? found.publisher
  const published = page.published ?? found.published
  const language = englishOf(found.text, found.blocks, found.language)
  return { id: idOf("article", url, publisher, published, found.text), ...found, url, publisher, published, language }
}

/** An article by what the page itself gives. */
type Found = Omit<Article, "id" | "language"> & { readonly language: string | null }

const UNKNOWN = { url: null, publisher: null, authors: [], published: null, modified: null, language: null }

function fromHtml(page: HtmlPage): Found {
  const source = decoded(page)
  return readHtml(source, page.url ?? null)
}

function fromText(page: TextPage): Found {
  const text = decoded(page)
  const blocks = blocksOfText(text)
  const [first] = blocks
  const title = first?.role === "title" ? text.slice(first.start, first.end) : null
  return { ...UNKNOWN, title, text, blocks }
}

function fromRecord({ text: body, title: given, authors = [] }: RecordPage): Found {
  refuseUnfit(body)
  const title = given?.trim() || null
  const text = title === null || body.trimStart().startsWith(title) ? body : `${title}\n\n${body}`
  return { ...UNKNOWN, title, authors, text, blocks: blocksOfText(text, title) }
}

function decoded({ content, charset }: HtmlPage | TextPage): string {
  const text = typeof content === "string" ? content : decode(content, charset)
  refuseUnfit(text)
  return text
}
