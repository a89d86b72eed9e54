import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { Writable } from "node:stream"
import { afterEach, describe, expect, test } from "vitest"
import { complaint, isDate, misuse, type ReadOptions, toFolder, toStream, troubleOf } from "../../src/cli/index.ts"
import { folderWith, LINES, PAIRS, paper, readText, run, worldWith } from "./given.ts"

let given = folderWith({})
afterEach(() => given.remove())

describe("readings onto a stream", () => {
  test("in the order of the sources, failures left out and told", async () => {
    given = folderWith({ "a.txt": "A", "b.txt": " ", "c.jsonl": '{"text":"C1"}\n{"text":"C2"}' })
    const { stream, written } = paper()
    const { status, complaints } = await run(["a.txt", "b.txt", "none.txt", "c.jsonl"].map(given.at), toStream(LINES, stream))
    expect(status).toBe(1)
    expect(written()).toBe("<A|C1|C2>")
    expect(complaints).toEqual([
      `hearsay: ${given.at("b.txt")}: it is empty; give a page with an article in it`,
      `hearsay: ${given.at("none.txt")}: there is no such file; check its path; an address begins with https://`,
    ])
  })

  test("nothing at all where nothing could be read", async () => {
    const { stream, written } = paper()
    expect((await run(["/none"], toStream(LINES, stream))).status).toBe(1)
    expect(written()).toBe("")
  })

  test("standard input under its own name", async () => {
    const { stream } = paper()
    const { complaints } = await run(["-"], toStream(LINES, stream), { world: worldWith(" ") })
    expect(complaints).toEqual(["hearsay: standard input: it is empty; give a page with an article in it"])
  })

  test("our own fault is told with the source, and the others are done", async () => {
    given = folderWith({ "a.txt": "A", "b.txt": "B" })
    const { stream, written } = paper()
    const read = (page: Parameters<typeof readText>[0]) => {
      const reading = readText(page)
      if (reading.article.text === "A") throw new RangeError("A span runs forward")
      return reading
    }
    const { status, complaints } = await run([given.at("a.txt"), given.at("b.txt")], toStream(LINES, stream), { read })
    expect({ status, written: written() }).toEqual({ status: 1, written: "<B>" })
    expect(complaints[0]).toMatch(/Hearsay failed on it \(RangeError: A span runs forward\); this is a fault in Hearsay/)
  })

  test("a reader that goes away ends it quietly; a full disk does not", async () => {
    given = folderWith({ "a.txt": "A" })
    const failing = (code: string) =>
      new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) }).on("error", () => {})
    expect(await run([given.at("a.txt")], toStream(LINES, failing("EPIPE")))).toEqual({ status: 0, complaints: [] })
    expect(await run([given.at("a.txt")], toStream(LINES, failing("ENOSPC")))).toEqual({
      status: 1,
      complaints: ["hearsay: standard output: its disk is full; make room, or choose another place"],
    })
  })

  test("a format that holds one reading says what to do with two", async () => {
    const { stream } = paper()
    const { status, complaints } = await run(["-"], toStream(PAIRS, stream), { world: worldWith('{"text":"A"}\n{"text":"B"}\n') })
    expect(status).toBe(1)
    expect(complaints).toEqual(["hearsay: standard output: it can hold only one reading as pairs; give --out DIR, for a file for each"])
  })
})

describe("readings into a folder", () => {
  const into = (form: typeof LINES, sources: readonly string[], notes: string[] = []) =>
    run(
      sources.map(given.at),
      toFolder(form, { path: given.at("out/deep"), sources: sources.map(given.at), note: note => notes.push(note) }),
    )
  const files = () => (existsSync(given.at("out/deep")) ? readdirSync(given.at("out/deep")).sort() : [])
  const content = (name: string) => readFileSync(given.at(`out/deep/${name}`), "utf8")

  test("a file for each source, with all its records where the format holds many", async () => {
    given = folderWith({ "a.txt": "A", "c.jsonl": '{"text":"C1"}\n{"text":"C2"}', "bad.txt": "" })
    expect((await into(LINES, ["a.txt", "c.jsonl", "bad.txt"])).status).toBe(1)
    expect(files()).toEqual(["a.lines", "c.lines"])
    expect(content("c.lines")).toBe("<C1|C2>")
  })

  test("a file for each record, by its line, where it holds one, and its text beside it", async () => {
    given = folderWith({ "c.jsonl": '{"text":"C1"}\n\n{"text":"C2 "}' })
    await into(PAIRS, ["c.jsonl"])
    expect(files()).toEqual(["c-1.ann", "c-1.txt", "c-3.ann", "c-3.txt"])
    expect(content("c-3.txt")).toBe("C2 ")
  })

  test("names that meet are told apart, and it is said", async () => {
    given = folderWith({ "story.txt": "A", "Story.html": "B", "story.htm": "C", "story-2.txt": "D" })
    const notes: string[] = []
    await into(LINES, ["story.txt", "Story.html", "story.htm", "story-2.txt"], notes)
    expect(files()).toEqual(["Story-2.lines", "story-2-2.lines", "story-3.lines", "story.lines"])
    expect(notes).toHaveLength(3)
    expect(notes[0]).toBe(`${given.at("Story.html")} is written to Story-2.lines, because Story.lines holds ${given.at("story.txt")}`)
  })

  test("files of an earlier run are replaced, and links are not followed out", async () => {
    given = folderWith({ "a.txt": "A", "other.txt": "keep me" })
    mkdirSync(given.at("out/deep"), { recursive: true })
    symlinkSync(given.at("other.txt"), given.at("out/deep/a.lines"))
    await into(LINES, ["a.txt"])
    await into(LINES, ["a.txt"])
    expect(content("a.lines")).toBe("<A>")
    expect(readFileSync(given.at("other.txt"), "utf8")).toBe("keep me")
  })

  test("a source is never written over: its own text beside it stays, anything else fails", async () => {
    given = folderWith({})
    mkdirSync(given.at("out/deep"), { recursive: true })
    writeFileSync(given.at("out/deep/a.txt"), "A")
    writeFileSync(given.at("out/deep/b.html"), "B from HTML")
    writeFileSync(given.at("out/deep/b.txt"), "B")
    writeFileSync(given.at("out/deep/c.ann"), "C")
    linkSync(given.at("out/deep/c.ann"), given.at("d.text"))
    const { status, complaints } = await into(PAIRS, ["out/deep/a.txt", "out/deep/b.html", "out/deep/b.txt", "out/deep/c.ann", "d.text"])
    expect(status).toBe(1)
    expect(complaints).toHaveLength(2)
    for (const line of complaints) expect(line).toMatch(/would replace the source .*; choose another folder with --out$/)
    expect(content("a.txt") + content("b.txt") + content("c.ann")).toBe("ABC")
    expect(content("a.ann")).toBe("A")
  })

  test("a folder that is a file", async () => {
    given = folderWith({ "a.txt": "A", out: "" })
    const { status, complaints } = await into(LINES, ["a.txt"])
    expect(status).toBe(1)
    expect(complaints[0]).toMatch(/out\/deep: it leads through a file; choose a folder$/)
  })
})

describe("a complaint", () => {
  test("is one line, whatever the name holds", () => {
    const line = complaint("a\nb\u001b[31m\u2028.txt", { reason: "it\tis\r\nodd", remedy: "x".repeat(5000) })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028]/)
    expect(line.length).toBeLessThan(1100)
  })

  test("knows what the operating system says", () => {
    const error = Object.assign(new Error("EISDIR"), { code: "EISDIR" })
    expect(troubleOf(error).reason).toBe("it is a folder")
  })
})

describe("a command line that cannot be meant", () => {
  const wrong = (sources: readonly string[], options: Partial<ReadOptions>, formatGiven = false) =>
    misuse(sources, { format: "text", ...options }, formatGiven)

  test.each<[readonly string[], Partial<ReadOptions>, RegExp]>([
    [["a"], { published: "yesterday" }, /--published yesterday is no date/],
    [["a"], { published: "2024-02-30" }, /no date/],
    [["a"], { url: "news.example" }, /--url news.example is no address/],
    [["a", "b"], { url: "https://news.example" }, /--url goes with one/],
    [["https://a.example"], { url: "https://news.example" }, /--url goes with one/],
    [["-", "-"], {}, /only once/],
    [[""], {}, /empty/],
    [["a"], { out: "" }, /--out needs/],
    [["a", "b"], { format: "html" }, /give --out DIR/],
  ])("%j %j", (sources, options, reason) => expect(wrong(sources, options)).toMatch(reason))

  test("--json beside another format", () => expect(wrong(["a"], { json: true, format: "csv" }, true)).toMatch(/exclude each other/))
  test("all else is meant", () => expect(wrong(["a", "b"], { published: "2024-11-10", json: true, publisher: "The Bell" })).toBeNull())
})

describe("a date", () => {
  test.each([
    "2024-11-11",
    "2024-02-29",
    "2024-11-11T17:32",
    "2024-11-11T17:32:10Z",
    "2024-11-11T17:32:10.5-05:00",
    "2024-11-11T17:32:10+0530",
  ])("%s", text => expect(isDate(text)).toBe(true))
  test.each([
    "2024",
    "2024-11",
    "2024-13-01",
    "2023-02-29",
    "2024-00-10",
    "2024-01-00",
    "11/10/2024",
    "2024-11-11T25:00",
    "2024-11-11 17:32",
    "",
  ])("not %s", text => expect(isDate(text)).toBe(false))
})
