import { spawn, spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { serve, type TestServer } from "./fetch/servers.ts"

/** The command as a person runs it, built from the sources at hand. */
const ROOT = resolve(import.meta.dirname, "..")
const MAIN = join(ROOT, "dist/src/cli/main.js")

interface Run {
  readonly status: number | null
  readonly out: string
  readonly err: readonly string[]
}

/** Runs `hearsay` in `folder`; not by `spawnSync`, since the servers it asks live in this process. */
function hearsay(folder: string, args: readonly string[], stdin: string | Uint8Array = ""): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env: { ...process.env, NO_COLOR: "1" } })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on("data", chunk => out.push(chunk))
  child.stderr.on("data", chunk => err.push(chunk))
  child.stdin.on("error", () => {}).end(stdin)
  return new Promise(done => {
    child.on("close", status =>
      done({
        status,
        out: String(Buffer.concat(out)),
        err: String(Buffer.concat(err))
          .split("\n")
          .filter(line => line !== ""),
      }),
    )
  })
}

/** An article anybody can read, to stand between the bad ones. */
const STORY = `Harbour bridge to close

The bridge over the Salt Channel will close on Monday, the city engineer said.

“It is safe, but it is tired,” Marta Quill, the engineer, told reporters at the town hall. She denied that a crack had been found.

Neither the mayor nor his office would comment on the report. According to a letter seen by the Bell, the council had been warned in May.
`
const page = (body: string, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge</title>${head}</head><body>${body}</body></html>`
const paragraphs = STORY.split("\n\n")
  .map(words => `<p>${words}</p>`)
  .join("")

const GERMAN =
  "Die Brücke über den Salzkanal wird am Montag gesperrt, sagte die Stadtingenieurin. Sie wies zurück, dass ein Riss gefunden worden sei. ".repeat(
    12,
  )
const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7919 + (index >> 5) * 104729) % 256)

/** Sources that cannot be read as articles: each must say so in one line. */
const BAD: Readonly<Record<string, string | Uint8Array>> = {
  "empty.html": "",
  "empty.txt": "",
  "blank.txt": " \n\t\n",
  "binary.html": bytes(50_000),
  "binary.txt": bytes(50_000),
  binary: bytes(50_000),
  "nothing.html": page("<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><footer>© 2024</footer>"),
  "consent.html": page(
    "<div id='consent'><h1>Before you continue</h1><p>We and our partners use cookies. Accept all or manage your choices.</p><button>Accept all</button></div>",
  ),
  "paywall.html": page(
    "<article><h1>Harbour bridge to close</h1><p>The bridge over the Salt Channel will close on Monday…</p><div class='paywall'><p>Subscribe to continue reading. Already a subscriber? Log in.</p></div></article>",
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>',
  ),
  "german.txt": GERMAN,
  "story.pdf": "%PDF-1.7\n%âãÏÓ",
  "empty.jsonl": "",
  "broken.json": '{"text": "The bridge',
}

/** Sources that may be read or refused, in bounded time, but never in silence and never with a crash. */
const ODD: Readonly<Record<string, string | Uint8Array>> = {
  "deep.html": page(`${"<div>".repeat(100_000)}${paragraphs}`),
  "deep-inline.html": page(`<article>${paragraphs}<p>${"<b>".repeat(100_000)}bold</p></article>`),
  "long-token.txt": `${STORY}\n${"a".repeat(100_000)}\n`,
  "quotes.txt": `${STORY}\n${'"'.repeat(1_000_000)}\n`,
  "curly.txt": `${STORY}\n${"“".repeat(500_000)}${"”".repeat(500_000)}\n`,
  "quotes.html": page(`<article>${paragraphs}<p>${'"'.repeat(1_000_000)}</p></article>`),
  "wrong-charset.html": Buffer.from(page(`<article>${paragraphs.replaceAll("“", "\u0093").replaceAll("”", "\u0094")}</article>`), "latin1"),
  "utf16.html": Buffer.from(`\ufeff${page(`<article>${paragraphs}</article>`).replace("utf-8", "utf-16")}`, "utf16le"),
  "unclosed.html": `<p>${paragraphs}<div><table><td><script>alert("`,
  "nul.txt": STORY.replaceAll(" ", "\u0000 "),
  "controls.txt": `${STORY}\u001b[2J\u001b]0;title\u0007\u202e`,
}

let folder: string
let server: TestServer
beforeAll(async () => {
  spawnSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-b", "src/cli"], { cwd: ROOT })
  folder = mkdtempSync(join(tmpdir(), "hearsay-hostile-"))
  for (const [name, content] of Object.entries({ ...BAD, ...ODD, "story.txt": STORY })) writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, "huge.html"), "")
  truncateSync(join(folder, "huge.html"), 60_000_000)
  mkdirSync(join(folder, "folder.html"))
  server = await serve((request, response) => {
    const [, path = "", rest = ""] = (request.url ?? "").split("/")
    if (path === "ring") response.writeHead(302, { location: "/ring" }).end()
    else if (path === "status") response.writeHead(Number(rest)).end()
    else if (path === "json") response.setHeader("content-type", "application/json").end("{}")
    else response.setHeader("content-type", "text/html").end(page(`<article><h1>Harbour bridge to close</h1>${paragraphs}</article>`))
  })
}, 120_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.close()
})

const escaped = (name: string) => name.replace(/[.[\]/\\]/g, "\\$&")
/** “hearsay: NAME: reason; remedy”. */
const complaintAbout = (name: string) => new RegExp(`^hearsay: ${escaped(name)}: [^;]+; .+[^.]$`)

describe("one line for each bad source, and the others are done", () => {
  test("files", async () => {
    const bad = [...Object.keys(BAD), "huge.html", "folder.html", "missing.html", "story.txt/under.html"]
    const { status, out, err } = await hearsay(folder, ["read", "--format", "jsonl", ...bad, "story.txt"])
    expect(err).toHaveLength(bad.length)
    for (const [index, name] of bad.entries()) expect(err[index]).toMatch(complaintAbout(name))
    expect(out.split("\n")).toHaveLength(2)
    expect(JSON.parse(out).article.text).toBe(STORY)
    expect(status).toBe(1)
  }, 120_000)

  test("addresses, none of which is connected to", async () => {
    const private_ = [
      server.at,
      `http://localhost:${server.port}/`,
      `http://2130706433:${server.port}/`,
      `http://[::ffff:127.0.0.1]:${server.port}/`,
    ]
    const bad = [
      ...private_,
      "http://169.254.169.254/latest/meta-data/",
      "http://no-such-host.invalid/",
      "ftp://news.example/story",
      "https://",
    ]
    const { status, out, err } = await hearsay(folder, ["read", "--format", "jsonl", ...bad])
    expect(err).toHaveLength(bad.length)
    for (const [index, name] of bad.entries()) expect(err[index]).toMatch(complaintAbout(name))
    for (const line of err.slice(0, private_.length)) expect(line).toContain("--allow-private")
    expect({ status, out, connections: server.connections() }).toEqual({ status: 1, out: "", connections: 0 })
  }, 120_000)

  test("addresses, allowed", async () => {
    const bad = ["ring", "status/402", "status/404", "status/503", "json"].map(path => `${server.at}/${path}`)
    const { status, out, err } = await hearsay(folder, ["read", "--allow-private", "--format", "jsonl", ...bad, `${server.at}/story`])
    expect(err).toHaveLength(bad.length)
    for (const [index, name] of bad.entries()) expect(err[index]).toMatch(complaintAbout(name))
    expect(JSON.parse(out).article.url).toBe(`${server.at}/story`)
    expect(status).toBe(1)
  }, 120_000)

  test("records on standard input, a broken line and a lone surrogate among them", async () => {
    const record = (text: string) => `{"url": "https://bell.example/1", "published": "2024-11-10", "text": ${JSON.stringify(text)}}\n`
    const lines = [record(STORY), '{"text": \n', record(""), "7\n", record(`${STORY}\n“\ud800 no,” she said. \udc00`), record(STORY)]
    const { status, out, err } = await hearsay(folder, ["read", "--format", "jsonl", "-"], lines.join(""))
    expect(err).toHaveLength(3)
    for (const [index, line] of [2, 3, 4].entries()) expect(err[index]).toMatch(complaintAbout(`standard input:${line}`))
    expect(
      out
        .trimEnd()
        .split("\n")
        .map(line => JSON.parse(line).article.published),
    ).toEqual(["2024-11-10", "2024-11-10", "2024-11-10"])
    expect(status).toBe(1)
  }, 120_000)
})

describe("odd sources", () => {
  test("are read or refused, never passed over in silence, never a fault of ours", async () => {
    const odd = Object.keys(ODD)
    const { out, err } = await hearsay(folder, ["read", "--format", "jsonl", ...odd, "story.txt"])
    const read = out
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line))
    expect(read.length + err.length).toBe(odd.length + 1)
    expect(read.at(-1).article.text).toBe(STORY)
    for (const line of err) expect(line).toMatch(/^hearsay: [a-z0-9-]+\.(html|txt): [^;]+; /)
    expect(err.filter(line => line.includes("fault in Hearsay"))).toEqual([])
  }, 300_000)
})

describe("the bundled story", () => {
  test("is read with its outlets, dates and reporters, and without what surrounds it", async () => {
    const sources = readdirSync(join(ROOT, "examples")).filter(name => name.endsWith(".html"))
    const { status, out, err } = await hearsay(folder, ["read", "--json", ...sources.map(name => join(ROOT, "examples", name))])
    const readings = JSON.parse(out)
    const facts = readings.map(({ article }: { article: Record<string, unknown> }) => [
      article.publisher,
      String(article.published).slice(0, 10),
      article.authors,
    ])
    expect(facts).toEqual([
      ["Brightwater Mail", "2025-10-15", ["Rex Dalloway"]],
      ["Coast Radio", "2025-10-15", ["Coast Radio"]],
      ["The Harbor Post", "2025-10-18", ["Lena Marchetti"]],
      ["The Harbor Post", "2025-10-14", ["Lena Marchetti", "Owen Brask"]],
      ["Meridian News Agency", "2025-10-17", ["Kofi Brandt", "Ines Mallory"]],
      ["Meridian News Agency", "2025-10-14", [expect.stringContaining("Meridian")]],
      ["The Northland Courier", "2025-10-14", ["Courier Staff"]],
      ["The Sternholm Gazette", "2025-10-16", ["Fiona Tregarth"]],
    ])
    const text = readings.map(({ article }: { article: { text: string } }) => article.text).join()
    for (const words of [
      "cookies",
      "mattress",
      "Sign up",
      "Fire at Fish Market",
      "My cousin works",
      "Most viewed",
      "letter opener",
      "Grain prices",
      "seaweed",
      "hairdresser",
      "lobsters",
      "chowder",
      "Unmissable",
    ])
      expect(text).not.toContain(words)
    for (const words of ["We always wrote it down", "two lawyers familiar", "completed on 22 April", "Tess Aldana"])
      expect(text).toContain(words)
    expect({ status, err }).toEqual({ status: 0, err: [] })
  }, 120_000)
})

describe("misuse", () => {
  test.each([
    [["read"], /missing required argument/],
    [["read", "story.txt", "--format", "pdf"], /Allowed choices are text, json, jsonl/],
    [["read", "story.txt", "--published", "last week"], /--published last week is no date/],
    [["story.txt"], /unknown command.*\n.*hearsay read/],
    [["read", "--frob", "story.txt"], /unknown option/],
  ])("%j ends with status 2 and nothing on standard output", async (args, says) => {
    const { status, out, err } = await hearsay(folder, args)
    expect({ status, out }).toEqual({ status: 2, out: "" })
    expect(err.join("\n")).toMatch(says)
    expect(err[0]).toMatch(/^hearsay: /)
  })
})
