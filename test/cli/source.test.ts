import { execFileSync } from "node:child_process"
import { truncateSync } from "node:fs"
import fc from "fast-check"
import { afterAll, describe, expect, test } from "vitest"
import {
  type Found,
  type Given,
  kindByContent,
  kindByName,
  linesOf,
  nameOf,
  pageOfRecord,
  pagesOf,
  stemOf,
  type World,
} from "../../src/cli/index.ts"
import { Unreadable } from "../../src/core/data.ts"
import { folderWith, worldWith } from "./given.ts"

const RECORD = {
  url: "https://news.example/1",
  publisher: "The Bell",
  title: "Quay shut",
  authors: ["Ida Munk"],
  published: "2024-11-10",
  text: "The quay is shut, she said.",
}
const line = (text: string) => `${JSON.stringify({ ...RECORD, text })}\n`

const given = folderWith({
  "page.html": "<p>One.</p>",
  "page.HTM": "<p>One.</p>",
  "plain.txt": "<p>Not a tag.",
  "page.php": "  <!DOCTYPE html><p>One.</p>",
  story: "The quay is shut.",
  "update.log": "[UPDATED, 5 p.m.] The quay is shut.",
  "records.jsonl": `${line("One.")}\n{"text": \n${line("Two.")}\n[1]\n${line("Three.").trimEnd()}`,
  "record.json": JSON.stringify(RECORD, null, 2),
  "list.json": JSON.stringify([RECORD, 7, RECORD], null, 2),
  "one-line-list.json": JSON.stringify([RECORD, RECORD]),
  "lines.json": line("One.") + line("Two."),
  "list.jsonl": JSON.stringify([RECORD, RECORD], null, 1),
  "nested.jsonl": JSON.stringify(RECORD, null, 2),
  "broken.json": '{"text": "On',
  "empty.jsonl": "\n\n",
  "empty.json": "[]",
  "latin1.jsonl": Buffer.from('{"text": "caf\xe9"}\n', "latin1"),
  "separator.jsonl": '{"text": "One\u2028Two"}\n',
  "bom.jsonl": `\ufeff${line("One.")}`,
  "report.pdf": "%PDF-1.7 …",
  "pdf.txt": "%PDF-1.7 …",
  "archive.jsonl.gz": Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0),
  "huge.html": "",
  "huge.odd": "",
})
truncateSync(given.at("huge.html"), 60_000_000)
truncateSync(given.at("huge.odd"), 60_000_000)
execFileSync("mkfifo", [given.at("pipe")])
afterAll(given.remove)

async function found(source: string, options: Given = {}, world: World = worldWith()): Promise<readonly Found[]> {
  const all: Found[] = []
  for await (const each of pagesOf(source, options, world)) all.push(each)
  return all
}

/** Name and text of each page, or name and reason of what failed. */
async function told(source: string, world?: World): Promise<readonly string[]> {
  return (await found(source, {}, world)).map(
    each =>
      `${nameOf(each).replace(/.*\//, "")} ${"page" in each ? wordsOf(each.page) : "failure" in each ? reasonOf(each.failure) : "other JSON"}`,
  )
}

const wordsOf = (page: { kind: string; text?: string; content?: string | Uint8Array }) =>
  `${page.kind} ${page.text ?? Buffer.from(page.content as Uint8Array)}`
const reasonOf = (failure: unknown) => (failure instanceof Unreadable ? failure.message : String((failure as { code?: string }).code))

describe("a source is known by its name, and else by what it holds", () => {
  test.each([
    ["page.html", ["page.html html <p>One.</p>"]],
    ["page.HTM", ["page.HTM html <p>One.</p>"]],
    ["plain.txt", ["plain.txt text <p>Not a tag."]],
    ["page.php", ["page.php html   <!DOCTYPE html><p>One.</p>"]],
    ["story", ["story text The quay is shut."]],
    ["update.log", ["update.log text [UPDATED, 5 p.m.] The quay is shut."]],
    ["record.json", [`record.json record ${RECORD.text}`]],
    ["lines.json", ["lines.json:1 record One.", "lines.json:2 record Two."]],
    ["one-line-list.json", [`one-line-list.json:1 record ${RECORD.text}`, `one-line-list.json:2 record ${RECORD.text}`]],
    ["list.jsonl", [`list.jsonl:1 record ${RECORD.text}`, `list.jsonl:2 record ${RECORD.text}`]],
    ["nested.jsonl", [`nested.jsonl record ${RECORD.text}`]],
    ["separator.jsonl", ["separator.jsonl:1 record One\u2028Two"]],
    ["bom.jsonl", ["bom.jsonl:1 record One."]],
  ])("%s", async (name, expected) => expect(await told(given.at(name))).toEqual(expected))

  test.each([
    ["<p>One.</p>", "html <p>One.</p>"],
    ["One.", "text One."],
    [JSON.stringify(RECORD), `record ${RECORD.text}`],
  ])("standard input: %s", async (content, expected) => expect((await told("-", worldWith(content)))[0]).toContain(expected))

  test("by HTML in UTF-16", () => expect(kindByContent(Buffer.from("\ufeff<html lang='en'>", "utf16le"))).toBe("html"))
  test("by an ending in capitals", () => expect(kindByName("A.HTML")).toBe("html"))
})

describe("what fails is told, and the others are done", () => {
  test("a broken line, and a value that is no record", async () =>
    expect(await told(given.at("records.jsonl"))).toEqual([
      "records.jsonl:1 record One.",
      expect.stringMatching(/^records.jsonl:3 the line is no JSON \(/),
      "records.jsonl:4 record Two.",
      "records.jsonl:6 it is no record but a list",
      "records.jsonl:7 record Three.",
    ]))

  test("a number in a list", async () =>
    expect(await told(given.at("list.json"))).toEqual([
      `list.json:1 record ${RECORD.text}`,
      "list.json:2 it is no record but a number",
      `list.json:3 record ${RECORD.text}`,
    ]))

  test.each([
    ["missing.html", "ENOENT"],
    ["story/under", "ENOTDIR"],
    [".", "it is a folder"],
    ["pipe", "it is a named pipe"],
    ["huge.html", "it is 60 MB large, and one page may hold 20 MB"],
    ["huge.odd", "it is larger than 20 MB"],
    ["broken.json", /^it is no JSON/],
    ["empty.jsonl", "it holds no records"],
    ["empty.json", "its list of records is empty"],
    ["latin1.jsonl", "it is not UTF-8, as JSON is"],
    ["report.pdf", "it is a PDF"],
    ["pdf.txt", "it is a PDF"],
    ["archive.jsonl.gz", "it is packed with gzip"],
  ])("%s", async (name, reason) => {
    const all = await found(given.at(name))
    expect(all).toHaveLength(1)
    expect(reasonOf((all[0] as { failure: unknown }).failure)).toMatch(reason)
  })

  test("a device", async () => expect(await told("/dev/zero")).toEqual(["zero it is no file but a device"]))
  test("an address", async () => expect(await told("https://news.example/x")).toEqual(["x refused"]))
})

describe("what the person says is stronger", () => {
  const said: Given = { publisher: "The Tide", published: "2024-01-02", url: "https://tide.example/1" }

  test("than a record", async () => expect((await found(given.at("record.json"), said))[0]).toMatchObject({ page: said }))
  test("but the address of a fetched page is where it was found", async () => {
    const world = worldWith("", async url => ({ kind: "html", content: "", url: `${url}/found` }))
    expect((await found("http://a.example", said, world))[0]).toMatchObject({ page: { ...said, url: "http://a.example/found" } })
  })
})

describe("a record", () => {
  test.each([
    ["By Ida Munk, Sol Okoro Jr. and Ana Prieto", ["Ida Munk", "Sol Okoro Jr.", "Ana Prieto"]],
    ["Ida Munk; Sol Okoro, Jr.", ["Ida Munk", "Sol Okoro, Jr."]],
    ["", []],
    [null, []],
    [[" Ida Munk ", ""], ["Ida Munk"]],
  ])("by %j", (authors, expected) => expect(pageOfRecord({ ...RECORD, authors }).authors).toEqual(expected))

  test.each([
    ["2024-11-10 17:32:00", "2024-11-10T17:32:00"],
    ["", undefined],
    [null, undefined],
  ])("of %j", (published, expected) => expect(pageOfRecord({ ...RECORD, published }).published).toBe(expected))

  test.each([
    [{ ...RECORD, published: "11/10/24" }, /not a date/],
    [{ ...RECORD, published: 2024 }, /"published" is a number/],
    [{ ...RECORD, text: undefined }, /no "text"/],
    [{ ...RECORD, text: null }, /no "text"/],
    [{ ...RECORD, title: {} }, /"title" is a object|"title" is an object/],
    [{ ...RECORD, authors: [1] }, /"authors"/],
    [null, /no record but null/],
    ["text", /no record but a string/],
  ])("%j is refused", (value, reason) => expect(() => pageOfRecord(value)).toThrow(reason))
})

describe("lines", () => {
  const cut = async (chunks: readonly string[], limit = 1000) => {
    const lines: (string | null)[] = []
    for await (const { bytes } of linesOf(worldWith(chunks.map(chunk => Buffer.from(chunk))).stdin, limit))
      lines.push(bytes && String(bytes))
    return lines
  }

  test("however the stream is chunked, they are those of split", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.stringMatching(/^[a\n\r\u2028é]{0,6}$/)), async chunks => {
        const expected = chunks.join("").split("\n")
        if (expected.at(-1) === "") expected.pop()
        expect(await cut(chunks.filter(chunk => chunk !== ""))).toEqual(expected)
      }),
    ))

  test("one too long is let go, and the next is read", async () => expect(await cut(["aaa", "aaa", "aa\nb\n"], 5)).toEqual([null, "b"]))
})

describe("a name for what is written", () => {
  test.each([
    ["pages/story.html", "story"],
    ["story", "story"],
    ["../../etc/passwd", "passwd"],
    ["..", "page"],
    [".hidden.html", "hidden"],
    ["a\u0000b\nc.txt", "a-b-c"],
    ["zoë’s story.txt", "zoë’s story"],
    ["-", "stdin"],
    ["https://news.example/2024/quay-shut.html?page=2", "quay-shut"],
    ["https://news.example/2024/quay-shut/", "quay-shut"],
    ["https://news.example/", "news.example"],
    ["https://news.example/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "etc-passwd"],
    ["https://news.example/%ff", "%ff"],
    [`${"a".repeat(5000)}.txt`, "a".repeat(230)],
    [`${"long-".repeat(30)}name.txt`, `${"long-".repeat(30)}name`],
  ])("%s", (source, stem) => expect(stemOf({ source })).toBe(stem))

  test("never leads out of the folder, and fits in a directory entry", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), source => {
        const stem = stemOf({ source })
        expect(stem).not.toMatch(/[/\\\0]|^\./)
        expect(stem).not.toBe("")
        expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(230)
      }),
    ))
})
