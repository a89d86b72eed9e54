import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { extract } from "../../src/core/article/index.ts"
import { ROOT } from "../../train/corpora.ts"
import { shown } from "./given.ts"

const casesIn = (name: string) =>
  readFileSync(join(ROOT, `test/cases/${name}.txt`), "utf8")
    .split(/^# /m)
    .slice(1)

/** The lines of a drawn capture, an empty one between them; after a semicolon the next line follows at once. A credit stands behind its caption in one line where the drawing has it below one. */
function captured(drawn: string): string {
  const rows = drawn.split("\n").map(row => ({ role: row.slice(0, 11).trim(), words: row.slice(11) }))
  return rows
    .map(({ role, words }, at) =>
      at === 0
        ? words
        : role === "credit" && rows[at - 1]!.role === "caption"
          ? ` ${words}`
          : `${rows[at - 1]!.words.endsWith(";") ? "\n" : "\n\n"}${words}`,
    )
    .join("")
}

describe("plain text", () => {
  test.each(casesIn("captures").map(each => [each.split("\n")[0]!, each.split("\n").slice(1).join("\n").trim()]))("%s", (_, drawn) => {
    const text = captured(drawn)
    const article = extract({ kind: "text", content: text })
    expect(article.text).toBe(text)
    expect(shown(article)).toBe(drawn)
  })

  test.each(
    casesIn("captures-none")[0]!
      .split("\n")
      .slice(1)
      .filter(line => line !== ""),
  )("no more than a paragraph: %s", line => {
    const before =
      "The bridge over the Salt Channel will be closed on Monday for a month, the city engineer said in a letter to the council that was read aloud."
    const { blocks, text } = extract({ kind: "text", content: `Bridge to close\n\n${before}\n\n${line}\n\n${before}` })
    const role = blocks.find(({ start }) => start === text.indexOf(line))?.role
    expect(role).toBe("paragraph")
  })

  test("is the file to the letter, marks and line ends included", () => {
    const content = "\ufeffBridge to close\r\n\r\n  The bridge will close on Monday, the engineer said.  \r\n\tIt is tired, she said.\r\n"
    const { text, blocks } = extract({ kind: "text", content: new TextEncoder().encode(content) })
    expect(text).toBe(content)
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
      "Bridge to close",
      "The bridge will close on Monday, the engineer said.",
      "It is tired, she said.",
    ])
  })

  test("keeps what the person says of it", () => {
    const given = { url: "https://post.example/1", publisher: "Harbor Post", published: "2025-03-04" }
    const { url, publisher, published, language } = extract({ kind: "text", content: "The bridge is safe, Ruiz said.", ...given })
    expect({ url, publisher, published, language }).toEqual({ ...given, language: "en" })
  })
})

describe("records", () => {
  const text = "By Lena Ott\n\nThe bridge over the Salt Channel will close on Monday, the city engineer said.\n\nAdvertisement"
  const record = { kind: "record", title: "Bridge to close", authors: ["Lena Ott"], text } as const

  test("the title stands before a text that does not begin with it", () => {
    const article = extract(record)
    expect(article.text).toBe(`Bridge to close\n\n${text}`)
    expect(article.blocks.map(({ role }) => role)).toEqual(["title", "byline", "paragraph", "leftover"])
    expect([article.title, article.authors]).toEqual(["Bridge to close", ["Lena Ott"]])
  })

  test("and once where it does", () => {
    const article = extract({ ...record, text: `Bridge to close\n${text}` })
    expect(article.text).toBe(`Bridge to close\n${text}`)
    expect(article.blocks.filter(({ role }) => role === "title")).toHaveLength(1)
  })

  test("a record without a title is its text", () => {
    const article = extract({ kind: "record", text: "The bridge is safe, Ruiz said, and nobody has asked her since." })
    expect([article.title, article.blocks.map(({ role }) => role)]).toEqual([null, ["paragraph"]])
  })
})
