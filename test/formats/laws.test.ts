import fc from "fast-check"
import { parseHTML } from "linkedom"
import stringWidth from "string-width"
import { describe, expect, test } from "vitest"
import { draw, FORMATS, type Reading, type Span } from "../../src/core/index.ts"
import { anyReading, format } from "./given.ts"

const check = (law: (reading: Reading) => void) =>
  fc.assert(
    fc.property(anyReading, reading => void law(reading)),
    { numRuns: 100 },
  )
/** As a file holds it: a half of a surrogate pair is no character. */
const onDisk = (text: string) => Buffer.from(text).toString()
/** What a spreadsheet would compute. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/
/** Two halves of a surrogate pair in two pieces make no character: each piece is laid down by itself. */
const piecesOf = (reading: Reading, content: readonly Span[]) => content.map(piece => wordsOf(reading, [piece]))
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim()

describe("any reading can be laid down", () => {
  test.each(FORMATS.map(({ name }) => name))("as %s, twice the same", name =>
    check(reading => expect(format(name).write(reading)).toBe(format(name).write(structuredClone(reading)))),
  )

  test("as JSON, and taken up again", () =>
    check(reading => {
      expect(JSON.parse(format("json").write(reading))).toEqual(reading)
      const list = format("json").list!
      expect(JSON.parse(list.head + list.write(reading) + list.between + list.write(reading) + list.foot)).toEqual([reading, reading])
    }))

  test("as one line of JSON", () =>
    check(reading => {
      const line = format("jsonl").write(reading)
      expect(line.indexOf("\n")).toBe(line.length - 1)
      expect(JSON.parse(line)).toEqual(reading)
    }))
})

describe("a table", () => {
  test("has a row for each statement, with its words, and no formula", () =>
    check(reading => {
      const csv = format("csv")
      const [head, ...rows] = parsed((csv.head + csv.write(reading)).slice(1))
      expect(rows.map(row => row.length)).toEqual(reading.statements.map(() => head!.length))
      for (const cell of rows.flat()) expect(cell).not.toMatch(FORMULA)
      const contents = reading.statements.map(({ content }) =>
        content.map(({ start, end }) => oneLine(reading.article.text.slice(start, end))).join(" … "),
      )
      expect(rows.map(row => row[head!.indexOf("content")])).toEqual(contents.map(words => (FORMULA.test(words) ? `'${words}` : words)))
    }))
})

describe("standoff", () => {
  test("its offsets, in code points of the text beside it, are those of its words", () =>
    check(reading => {
      const characters = [...onDisk(format("brat").beside!.write(reading))]
      for (const { places, words } of spansOf(onDisk(format("brat").write(reading))))
        expect(places.map(([start, end]) => characters.slice(start, end).join("")).join(" ")).toBe(words)
    }))

  test("the words of each content are all there, but for white space", () =>
    check(reading => {
      const contents = spansOf(onDisk(format("brat").write(reading))).filter(({ role }) => /^(Nested)?Content$/.test(role))
      const expected = reading.statements.flatMap(({ content }) => piecesOf(reading, content).map(onDisk).join("").replace(/\s/g, "") || [])
      expect(contents.map(({ words }) => words.replace(/\s/g, ""))).toEqual(expected)
    }))
})

describe("a page", () => {
  const parse = (reading: Reading) => parseHTML(format("html").write(reading)).document
  // biome-ignore lint/suspicious/noControlCharactersInRegex: HTML cannot hold them
  const visible = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Cs}]/gu, "\ufffd")

  test("holds the article’s words, every one", () =>
    check(reading => {
      const document = parse(reading)
      for (const number of document.querySelectorAll(".words .ref")) number.remove()
      const told = [...document.querySelectorAll(".words")].map(each => each.textContent)
      expect(told).toEqual(
        (reading.article.blocks.length > 0 ? reading.article.blocks : [{ start: 0, end: reading.article.text.length }]).map(
          ({ start, end }) => visible(reading.article.text.slice(start, end)),
        ),
      )
    }))

  test("marks the words of each content, however contents nest and cross", () =>
    check(reading => {
      const document = parse(reading)
      for (const number of document.querySelectorAll(".words .ref")) number.remove()
      reading.statements.forEach(({ content }, index) => {
        const marked = [...document.querySelectorAll(`.words .s${index + 1}.content`)].map(each => each.textContent).join("")
        expect(marked.replace(/[\s\ufffd]/g, "")).toBe(
          piecesOf(reading, content)
            .map(visible)
            .join("")
            .replace(/[\s\ufffd]/g, ""),
        )
      })
    }))

  test("leads nowhere but to its own parts and the article’s address", () =>
    check(reading => {
      const document = parse(reading)
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const link of document.querySelectorAll("a")) {
        const href = link.getAttribute("href")!
        if (href.startsWith("#")) expect(ids).toContain(href.slice(1))
        else expect(href).toBe(reading.article.url)
      }
    }))

  test("holds nothing that runs or loads", () =>
    check(reading => {
      const document = parse(reading)
      expect([...document.querySelectorAll("script, img, iframe, object, embed, link, form, base, svg")]).toEqual([])
      for (const element of document.querySelectorAll("*"))
        for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^style$|^src$/)
      for (const link of document.querySelectorAll("a")) expect(link.getAttribute("href")).toMatch(/^(#|https:)/)
    }))
})

describe("a drawing", () => {
  test.each([40, 61, 80])("keeps within %i columns, and moves no cursor", columns =>
    check(reading => {
      const drawn = draw(reading, { columns, colour: false })
      for (const line of drawn.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(columns)
      expect(drawn).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028]/u)
    }),
  )

  test("is the same in colour, but for the colour", () =>
    check(reading => {
      const coloured = draw(reading, { columns: 80, colour: true })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
      expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(draw(reading, { columns: 80, colour: false }))
    }))
})

function wordsOf({ article }: Reading, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => article.text.slice(start, end)).join("")
}

interface Standoff {
  readonly role: string
  readonly places: readonly (readonly [start: number, end: number])[]
  readonly words: string
}

function spansOf(standoff: string): readonly Standoff[] {
  const lines = standoff.split("\n").filter(line => line.startsWith("T"))
  return lines.map(line => {
    const [, place = "", ...words] = line.split("\t")
    const [role = "", ...offsets] = place.split(" ")
    const places = offsets
      .join(" ")
      .split(";")
      .map(each => each.split(" ").map(Number) as [number, number])
    return { role, places, words: words.join("\t") }
  })
}

/** RFC 4180, read to the letter. */
function parsed(table: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of table.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (end === "\r\n") rows.push([])
  }
  return rows.slice(0, -1)
}
