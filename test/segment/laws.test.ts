import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Block, Prose, Role } from "../../src/core/data.ts"
import { LONGEST_TOKEN, segment } from "../../src/core/segment/index.ts"
import { type Span, trim, within } from "../../src/core/span.ts"
import { cut, lines } from "./given.ts"

/** Pieces that news and its enemies are made of. */
const PIECES = [
  "“",
  "”",
  '"',
  "''",
  "``",
  "'",
  "‘",
  "’",
  "«",
  "»",
  "„",
  ". ",
  ".",
  "...",
  ". . .",
  "…",
  "!",
  "?",
  " ",
  "\n",
  "\u00a0",
  "\u200b",
  "(",
]
const WORDS = [
  ")",
  "--",
  "—",
  "Ruiz",
  "said",
  "he",
  "U.S",
  "Sen",
  "p.m",
  "n't",
  "s",
  "5",
  "6'2\"",
  "$",
  "@",
  "#",
  "https://",
  "-",
  "/",
  "\ud83d",
  "\udc4d",
  "👍🏽",
]
const hostile = fc.array(fc.constantFrom(...PIECES, ...WORDS), { maxLength: 60 }).map(pieces => pieces.join(""))
const anyText = fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 80 }), fc.string({ unit: "grapheme", maxLength: 80 }))
const ROLES: readonly Role[] = [
  "title",
  "dek",
  "byline",
  "caption",
  "credit",
  "heading",
  "paragraph",
  "list-item",
  "blockquote",
  "leftover",
]

/** Lines as blocks, each of any role. */
const anyArticle = fc.tuple(anyText, fc.array(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 5 })).map(([text, roles]) => {
  const blocks: Block[] = lines(text).map((block, index) => ({ ...block, role: roles[index % roles.length]! }))
  return { text, blocks }
})

/** Whether the spans follow one another with nothing but white space around them. */
function tiles(text: string, spans: readonly Span[], { start, end }: Span): boolean {
  const gaps = [start, ...spans.flatMap(span => [span.start, span.end]), end]
  return gaps.every((at, index) => index % 2 === 1 || (at <= gaps[index + 1]! && text.slice(at, gaps[index + 1]).trim() === ""))
}

function inBlock({ sentences }: Prose, block: number): readonly Span[] {
  return sentences.filter(sentence => sentence.block === block)
}

function law(name: string, holds: (prose: Prose) => void): void {
  test(name, () =>
    fc.assert(
      fc.property(anyArticle, article => holds(segment(article))),
      { numRuns: 400 },
    ),
  )
}

describe("whatever the text", () => {
  law("sentences tile their blocks", prose => {
    for (const [index, block] of prose.blocks.entries()) expect(tiles(prose.text, inBlock(prose, index), block)).toBe(true)
    for (const { start, end } of prose.sentences) expect(trim(prose.text, { start, end })).toEqual({ start, end })
  })

  law("tokens tile their sentences, and the sentences count them", ({ text, sentences, tokens }) => {
    for (const { first, last, ...sentence } of sentences) {
      expect(last).toBeGreaterThan(first)
      expect(tiles(text, tokens.slice(first, last), sentence)).toBe(true)
    }
    expect(sentences.map(({ first }) => first)).toEqual([0, ...sentences.map(({ last }) => last)].slice(0, sentences.length))
    expect(sentences.at(-1)?.last ?? 0).toBe(tokens.length)
  })

  law("no token is empty, begins or ends with white space, is too long, or halves a character", ({ text, tokens }) => {
    for (const token of tokens) {
      expect(token.end - token.start).toBeGreaterThan(0)
      expect(token.end - token.start).toBeLessThanOrEqual(LONGEST_TOKEN)
      expect(trim(text, token)).toEqual({ start: token.start, end: token.end })
      expect(/[\ud800-\udbff]$/.test(text.slice(token.start, token.end)) && /^[\udc00-\udfff]/.test(text.slice(token.end))).toBe(false)
    }
  })

  law("quotations lie in their blocks, in order, and nest", ({ blocks, quotations }) => {
    const around: Span[] = []
    for (const [index, quotation] of quotations.entries()) {
      expect(within(quotation, blocks[quotation.block]!)).toBe(true)
      expect(within(quotation.inside, quotation)).toBe(true)
      while (around.length > 0 && around.at(-1)!.end <= quotation.start) around.pop()
      expect(quotation.depth).toBe(around.length)
      if (around.length > 0) expect(within(quotation, around.at(-1)!)).toBe(true)
      if (index > 0) expect(quotation.start).toBeGreaterThanOrEqual(quotations[index - 1]!.start)
      around.push(quotation)
    }
  })

  law("a quotation continues one that an earlier block left open", ({ quotations }) => {
    for (const { continues, block } of quotations) {
      if (continues === null) continue
      expect(quotations[continues]!.closed).toBe(false)
      expect(quotations[continues]!.block).toBeLessThan(block)
    }
  })
})

/** These would take minutes if any step looked back over all that came before it. */
describe("a great deal of one thing", () => {
  const MANY = 1_000_000
  const cases: readonly (readonly [string, string])[] = [
    ["straight marks", '"'],
    ["curly marks that open", "“"],
    ["single marks", "'"],
    ["straight marks with spaces", '" '],
    ["words in single marks", "s' "],
    ["full stops", "."],
    ["full stops with spaces", ". "],
    ["brackets and stops", "(.)"],
    ["letters", "a"],
    ["digits and commas", "1,"],
    ["hyphens and letters", "a-"],
    ["abbreviations", "U.S."],
    ["lone halves of characters", "\ud83d"],
    ["spaces", " "],
    ["newlines", "\n"],
  ]

  test.each(cases)("%s", (_, piece) => {
    const text = piece.repeat(Math.floor(MANY / 4 / piece.length))
    const prose = segment({ text, blocks: [{ role: "paragraph", start: 0, end: text.length }] })
    expect(tiles(text, prose.sentences, { start: 0, end: text.length })).toBe(true)
  })

  test("a million quotation marks", () => {
    const text = '"'.repeat(MANY)
    expect(cut(text).tokens).toHaveLength(MANY)
  })

  test("a token of 100,000 letters is cut", () => {
    expect(cut("a".repeat(100_000)).tokens).toHaveLength(100_000 / LONGEST_TOKEN)
  })

  test("40,000 paragraphs that each leave a quotation open", () => {
    const { quotations } = cut("“We will win.\n".repeat(40_000))
    expect(quotations.filter(({ continues }) => continues !== null).length).toBe(39_999)
  })
})

describe("odd articles", () => {
  test("no text", () => {
    expect(segment({ text: "", blocks: [] })).toMatchObject({ quotations: [], sentences: [], tokens: [] })
  })

  test("blocks of white space have no sentence", () => {
    expect(segment({ text: " \n ", blocks: [{ role: "paragraph", start: 0, end: 3 }] }).sentences).toEqual([])
  })

  test("a quotation steps over the caption between its paragraphs", () => {
    const text = "“We came.\nThe harbor\n“We left,” she said."
    const blocks = lines(text).map((block, index): Block => ({ ...block, role: index === 1 ? "caption" : "paragraph" }))
    expect(segment({ text, blocks }).quotations.map(({ continues }) => continues)).toEqual([null, 0])
  })
})
