import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Readability } from "@mozilla/readability"
import { decode } from "../../src/core/article/decode.ts"
import { type Element, parse } from "../../src/core/article/dom.ts"
import { extract } from "../../src/core/article/index.ts"
import { blocksUnder } from "../../src/core/article/walk.ts"
import { type Article, type Role, Unreadable } from "../../src/core/data.ts"
import { corpus } from "../../train/corpora.ts"

export const about = "Articles out of pages: body F1, titles, dates and authors, beside plain Readability on the same pages"

/** A page with what is known of its article; null or empty where the corpus does not say. */
interface GoldPage {
  readonly name: string
  readonly html: Uint8Array
  readonly body: string | null
  readonly title: string | null
  /** "2023-11-02". */
  readonly date: string | null
  readonly author: string | null
}

/** What is taken out of one page. */
interface Taken {
  readonly body: string
  readonly title: string | null
  readonly published: string | null
  readonly authors: readonly string[]
}

/** Shares from 0 to 1. `precision` and `recall` are means over the pages, `f1` is that of the means. */
export interface PageScores {
  readonly pages: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly title: Share
  readonly date: Share
  readonly author: Share
}

export interface Share {
  readonly right: number
  readonly of: number
}

/** `npm run measure -- pages [--worst]`; `--worst` lists the pages where Hearsay does worst, and what was amiss. */
export function measure(args: readonly string[]): void {
  const gold = goldPages()
  const readers = [
    ["plain Readability", gold.map(page => readability(page.html, "plain"))],
    ["  without figures", gold.map(page => readability(page.html, "without figures"))],
    ["  and short links", gold.map(page => readability(page.html, "without short links"))],
    ["hearsay", gold.map(hearsay)],
  ] as const
  console.log(HEADING)
  for (const [name, taken] of readers) console.log(row(name, scores(gold, taken)))
  console.log(NOTE)
  if (args.includes("--worst")) reportWorst(gold, readers[3][1])
}

/** How Hearsay does on the pages. */
export function pageScores(): PageScores {
  const gold = goldPages()
  return scores(gold, gold.map(hearsay))
}

const HEADING = `${"".padEnd(20)}${["pages", "precision", "recall", "body F1", "title", "date", "author"].map(word => word.padStart(12)).join("")}`

const NOTE = `Body: shingles of four words; precision and recall a page, their means, F1 of the means; on the English pages of newspaper and newspaper4k
whose text is an article. Of Hearsay all is compared from the first paragraph on, captions among them, since the gold has most of them:
title, dek, byline and caption above it are not. A page that is refused counts as an empty text. Titles, dates (to the day) and authors
(all stated names, and no other) where newspaper4k or trafilatura state them of an English page; Readability's are its title, publishedTime
and byline. Short links: blocks of less than 80 characters, at least half of them links.`

function row(name: string, { pages, precision, recall, f1, title, date, author }: PageScores): string {
  const shares = [title, date, author].map(({ right, of }) => `${right}/${of}`.padStart(12))
  return `${name.padEnd(20)}${String(pages).padStart(12)}${[precision, recall, f1].map(each => each.toFixed(4).padStart(12)).join("")}${shares.join("")}`
}

// ── The readers ─────────────────────────────────────────────────────────────────────────────────

/** Where the body begins: at the first of these. */
const BODY = new Set<Role>(["paragraph", "list-item", "blockquote", "heading"])

function hearsay({ html }: GoldPage): Taken {
  const article = extracted(html)
  if (!article) return { body: "", title: null, published: null, authors: [] }
  const first = article.blocks.findIndex(({ role }) => BODY.has(role))
  const body = article.blocks.slice(first).map(({ start, end }) => article.text.slice(start, end))
  return { body: body.join("\n"), title: article.title, published: article.published, authors: article.authors }
}

function extracted(html: Uint8Array): Article | null {
  try {
    return extract({ kind: "html", content: html })
  } catch (failure) {
    if (failure instanceof Unreadable) return null
    throw failure
  }
}

type Variant = "plain" | "without figures" | "without short links"

/**
 * Readability as its page says to use it, on linkedom; its text by our walk, so that words do not run together. The variants are what
 * a user soon adds: figures and asides taken out beforehand, blocks of less than 80 characters that are mostly links afterwards.
 */
function readability(html: Uint8Array, variant: Variant): Taken {
  const source = decode(html)
  const document = parse(/<html/i.test(source) ? source : `<html><body>${source}</body></html>`)
  if (variant !== "plain") for (const element of document.querySelectorAll("figure, aside")) element.remove()
  const found = new Readability<Element>(document as never, { serializer: root => root as unknown as Element }).parse()
  const pieces = found?.content ? blocksUnder(found.content) : []
  const kept = variant === "without short links" ? pieces.filter(({ text, linked }) => text.length >= 80 || linked < 0.5) : pieces
  return {
    body: kept.map(({ text }) => text).join("\n"),
    title: found?.title ?? null,
    published: found?.publishedTime ?? null,
    authors: found?.byline ? [found.byline] : [],
  }
}

// ── The scores ──────────────────────────────────────────────────────────────────────────────────

function scores(gold: readonly GoldPage[], taken: readonly Taken[]): PageScores {
  const bodies = gold.flatMap(({ body }, at) => (body === null ? [] : [compared(body, taken[at]!.body)]))
  const precision = mean(bodies.map(each => each.precision))
  const recall = mean(bodies.map(each => each.recall))
  const share = (judge: (page: GoldPage, taken: Taken) => boolean | null): Share => {
    const verdicts = gold.map((page, at) => judge(page, taken[at]!)).filter(verdict => verdict !== null)
    return { right: verdicts.filter(Boolean).length, of: verdicts.length }
  }
  return {
    pages: bodies.length,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    title: share((page, { title }) => (page.title ? plain(page.title) === plain(title ?? "") : null)),
    date: share((page, { published }) => (page.date ? published?.slice(0, 10) === page.date : null)),
    author: share((page, { authors }) => (page.author ? plain(page.author) === plain(authors.join(" ")) : null)),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Words of one text that are words of the other, four in a row at a time, as often as they come. */
function compared(gold: string, found: string): { readonly precision: number; readonly recall: number } {
  const [wanted, got] = [shingles(gold), shingles(found)]
  let common = 0
  for (const [shingle, count] of wanted) common += Math.min(count, got.get(shingle) ?? 0)
  const [all, taken] = [total(wanted), total(got)]
  return { precision: taken === 0 ? Number(all === 0) : common / taken, recall: all === 0 ? 1 : common / all }
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const shingle = words.slice(at, at + 4).join(" ")
    if (shingle !== "") counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

/** Letters and digits alone: quotation marks and spaces differ between a page's claims. */
function plain(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
}

/** The gold's lines that were missed and the lines that were too many, page by page, worst first. */
function reportWorst(gold: readonly GoldPage[], taken: readonly Taken[]): void {
  const judged = gold.flatMap(({ name, body }, at) => {
    if (body === null) return []
    const { precision, recall } = compared(body, taken[at]!.body)
    return [{ name, precision, recall, missed: linesBeyond(body, taken[at]!.body), extra: linesBeyond(taken[at]!.body, body) }]
  })
  for (const { name, precision, recall, missed, extra } of judged
    .sort((a, b) => a.precision + a.recall - b.precision - b.recall)
    .slice(0, 40)) {
    console.log(`\n${name}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`)
    for (const [sign, lines] of [
      ["-", missed],
      ["+", extra],
    ] as const)
      for (const line of lines.slice(0, 12)) console.log(`  ${sign} ${line.slice(0, 140)}`)
  }
  for (const [at, { name, title, date, author }] of gold.entries()) {
    const got = taken[at]!
    if (title && plain(title) !== plain(got.title ?? "")) console.log(`title   ${name}: ${got.title} for ${title}`)
    if (date && got.published?.slice(0, 10) !== date) console.log(`date    ${name}: ${got.published} for ${date}`)
    if (author && plain(author) !== plain(got.authors.join(" "))) console.log(`author  ${name}: ${got.authors.join(" + ")} for ${author}`)
  }
}

function linesBeyond(text: string, other: string): string[] {
  const known = plain(other)
  return text.split("\n").filter(line => plain(line) !== "" && !known.includes(plain(line)))
}

// ── The pages ───────────────────────────────────────────────────────────────────────────────────

function goldPages(): GoldPage[] {
  const folder = corpus("pages")
  return [
    ...newspaper(join(folder, "codelucas+newspaper")),
    ...newspaper4k(join(folder, "AndyTheFactory+newspaper4k")),
    ...trafilatura(join(folder, "trafilatura-en")),
  ]
}

function newspaper(folder: string): GoldPage[] {
  const texts = htmlFiles(join(folder, "html")).map(file => ({ file, text: join(folder, "text", file.replace(/html$/, "txt")) }))
  return texts
    .filter(({ text }) => existsSync(text))
    .map(({ file, text }) => ({ file, body: readFileSync(text, "utf8") }))
    .filter(({ body }) => isEnglishArticle(body))
    .map(({ file, body }) => ({
      name: file,
      html: readFileSync(join(folder, "html", file)),
      body,
      title: null,
      date: null,
      author: null,
    }))
}

/**
 * newspaper's texts are what its makers got and looked through: where they got nothing, the file holds their remark in capitals
 * (“MISSED LAST PARAGRAPH”) or some line of the page's frame. Such texts, and those in German, are no measure.
 */
function isEnglishArticle(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? []
  if (words.length < FEWEST_GOLD_WORDS || words.filter(word => word === word.toUpperCase()).length > words.length / 2) return false
  return !isForeign(text)
}

function isForeign(text: string): boolean {
  try {
    return extract({ kind: "text", content: text }) === null
  } catch (failure) {
    if (failure instanceof Unreadable) return failure.rule === "language"
    throw failure
  }
}

const FEWEST_GOLD_WORDS = 60

/** Pages in other languages are left out, as are front pages and feeds, which have no text beside them. */
function newspaper4k(folder: string): GoldPage[] {
  return htmlFiles(join(folder, "html")).flatMap(file => {
    const [text, meta] = [join(folder, "txt", file.replace(/html$/, "txt")), join(folder, "metadata", file.replace(/html$/, "json"))]
    if (!existsSync(text) || !existsSync(meta)) return []
    const known = JSON.parse(readFileSync(meta, "utf8")) as {
      language?: string
      title?: string
      authors?: readonly string[]
      publish_date?: string | null
    }
    if (known.language !== "en") return []
    return [
      {
        name: file,
        html: readFileSync(join(folder, "html", file)),
        body: readFileSync(text, "utf8"),
        title: known.title || null,
        date: known.publish_date?.slice(0, 10) || null,
        author: known.authors?.join(" ") || null,
      },
    ]
  })
}

function trafilatura(folder: string): GoldPage[] {
  const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as Readonly<
    Record<string, { readonly file: string; readonly title: string; readonly date: string; readonly author: string | readonly string[] }>
  >
  return Object.values(truth)
    .filter(({ file }) => existsSync(join(folder, file)))
    .map(page => ({ ...page, html: readFileSync(join(folder, page.file)) }))
    .filter(({ html }) => !isForeign(readability(html, "plain").body))
    .map(({ file, html, title, date, author }) => ({
      name: file,
      html,
      body: null,
      title: title || null,
      date: date?.slice(0, 10) || null,
      author: [author].flat().join(" ") || null,
    }))
}

function htmlFiles(folder: string): string[] {
  return readdirSync(folder).filter(file => file.endsWith(".html"))
}
