import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { extract } from "../../src/core/article/index.ts"
import { type Article, type Page, Unreadable } from "../../src/core/data.ts"

function extracted(page: Page): Article | null {
  try {
    return extract(page)
  } catch (failure) {
    if (failure instanceof Unreadable) return null
    throw failure
  }
}

/** Blocks follow one another, hold no white space at their ends, and leave out only white space. */
function expectTiled({ text, blocks }: Article): void {
  expect(blocks.length).toBeGreaterThan(0)
  let end = 0
  for (const block of blocks) {
    expect(text.slice(end, block.start)).toMatch(/^\s*$/)
    expect(text.slice(block.start, block.end)).toMatch(/^\S(?:.*\S)?$/s)
    end = block.end
  }
  expect(text.slice(end)).toMatch(/^\s*$/)
}

const piece = fc.oneof(
  fc.constantFrom(
    "By Lena Ott",
    "Updated:",
    "0:00",
    "Advertisement",
    "AP",
    "(Photo by Tom Pell)",
    "The bridge is safe, Ruiz said.",
    "\n",
    "\r\n",
    "\u2028",
    "  ",
    "“",
    '"',
    "<p>",
    "</p>",
    "<div>",
    "<!--",
    "<li>",
    "<blockquote>",
    "&lt;",
    "<",
    "\ud800",
    "<script>",
    "<figcaption>",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
)
const any = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(""))
const sentences = "<p>The bridge over the Salt Channel will close on Monday, the city engineer said at the town hall.</p>".repeat(3)

describe("any string is read, or refused with a reason", () => {
  test("text: to the letter, tiled", () => {
    fc.assert(
      fc.property(any, content => {
        const article = extracted({ kind: "text", content })
        if (!article) return
        expect(article.text).toBe(content)
        expectTiled(article)
      }),
    )
  })
  test("records: tiled, and the title once", () => {
    fc.assert(
      fc.property(any, any, (title, text) => {
        const article = extracted({ kind: "record", title, text })
        if (article) expectTiled(article)
      }),
    )
  })
  test("pages: tiled", () => {
    fc.assert(
      fc.property(any, soup => {
        const article = extracted({ kind: "html", content: `<html><body><article>${soup}${sentences}</article>` })
        if (article) expectTiled(article)
      }),
      { numRuns: 60 },
    )
  })
  test("the same page gives the same article", () => {
    fc.assert(
      fc.property(any, content => {
        expect(extracted({ kind: "html", content: content + sentences })).toEqual(extracted({ kind: "html", content: content + sentences }))
      }),
      { numRuns: 30 },
    )
  })
})

describe("time is bounded", () => {
  const page = (body: string): Page => ({
    kind: "html",
    content: `<html><head><title>Bridge to close on Monday</title></head><body><article>${sentences}${body}</article></body></html>`,
  })
  const text = (content: string): Page => ({ kind: "text", content: `The bridge is safe, Ruiz said.\n\n${content}` })
  test.each<readonly [string, Page]>([
    ["100,000 levels of blocks", page("<div>".repeat(100_000))],
    ["100,000 levels of letters", page(`<p>${"<b>".repeat(100_000)}`)],
    ["100,000 lists in lists", page("<ul><li>".repeat(100_000))],
    ["a token of 100,000 characters", page(`<p>${"a".repeat(100_000)}</p>`)],
    ["a token of 100,000 characters, bare", text("a".repeat(100_000))],
    ["1,000,000 quotation marks", page(`<p>${'"'.repeat(1_000_000)}</p>`)],
    ["1,000,000 quotation marks, bare", text('"'.repeat(1_000_000))],
    ["1,000,000 signs that open no tag", page("<".repeat(1_000_000))],
    ["1,000,000 spaces", page(`<p>${" ".repeat(1_000_000)}x</p>`)],
    ["a class of 1,000,000 characters", page(`<div class="${"a-".repeat(500_000)}">x</div>`)],
    ["20,000 dates and headings", page("<time>Nov. 1, 2024</time><h1>Bridge</h1>".repeat(20_000))],
    ["200,000 lines", text("Ruiz\n".repeat(200_000))],
    ["a JSON-LD of 100,000 brackets", page(`<script type="application/ld+json">${"[".repeat(100_000)}</script>`)],
  ])("%s", (_, given) => {
    const start = performance.now()
    const article = extracted(given)
    // A machine under load is slow; what grows with the square takes minutes.
    expect(performance.now() - start).toBeLessThan(15_000)
    if (article) expect(article.blocks.length).toBeGreaterThan(0)
  })
})
