import { execFileSync, spawnSync } from "node:child_process"
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { ROOT } from "../../train/corpora.ts"
import { GAZETTE, POST, POST_LATER, RADIO } from "../ledger/story.ts"

const MAIN = join(ROOT, "dist/src/cli/main.js")

interface Run {
  readonly status: number | null
  readonly out: string
  readonly complaint: string
}

let folder = ""
let ledger = ""

function hearsay(args: readonly string[], input?: string): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: "utf8",
    input,
    env: { ...process.env, HEARSAY_LEDGER: ledger, NO_COLOR: "1" },
  })
  return { status, out: stdout, complaint: stderr }
}

const lines = (...pages: readonly object[]) => pages.map(page => `${JSON.stringify(page)}\n`).join("")

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-cli-"))
  ledger = join(folder, "ledger")
  writeFileSync(join(folder, "story.jsonl"), lines(POST, RADIO, GAZETTE))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("the ledger from the command line", () => {
  test("before anything is recorded, says how to begin", () => {
    expect(hearsay(["claims"])).toEqual({
      status: 1,
      out: "",
      complaint: `hearsay: ${ledger}: there is no ledger yet; record something first: hearsay add SOURCE\n`,
    })
  }, 180_000)

  test("records, and tells what is known already", () => {
    expect(hearsay(["add", join(folder, "story.jsonl")]).out).toMatch(/^3 new; \d+ statements recorded in /)
    expect(hearsay(["add", "-"], lines(POST, RADIO)).out).toMatch(/^2 known already; 0 statements/)
  }, 180_000)

  test("takes readings made elsewhere", () => {
    const printed = hearsay(["read", "--format", "jsonl", "-"], lines(POST_LATER))
    expect(hearsay(["add", "--format", "jsonl", "-"], printed.out).out).toContain('"outcome":"version"')
  }, 180_000)

  test("broken records are told one by one, and the others recorded", () => {
    const told = hearsay(
      ["add", "-"],
      `{"text": 7}\n${lines({ article: { text: "x" }, statements: [] })}{"entry":"judgement"}\n${lines(POST)}`,
    )
    expect(told.status).toBe(1)
    expect(told.complaint.trim().split("\n")).toHaveLength(3)
    expect(told.out).toMatch(/^1 known already, 3 failed/)
  }, 180_000)

  test("answers within 80 columns, and asks on with the ids it prints", () => {
    const list = hearsay(["claims", "--at", "2025-11-22", "--contested"])
    expect(list.out).toContain("CONTESTED CLAIMS")
    const [id] = /claim_[0-9a-f]{16}/.exec(list.out)!
    const sheet = hearsay(["claim", id])
    expect(sheet.out).toContain("WHERE IT COMES FROM")
    const who = hearsay(["who", "Elena", "Ruiz"])
    expect(who.out).toContain("CHANGED POSITION")
    const history = hearsay(["changes", POST.url!])
    expect(history.out).toContain("FROM VERSION 1 TO 2")
    for (const { out } of [list, sheet, who, history]) for (const line of out.split("\n")) expect([...line].length).toBeLessThanOrEqual(80)
    expect(JSON.parse(hearsay(["claim", id, "--json"]).out)).toMatchObject({ id })
  }, 120_000)

  test("an article of the future is recorded, and remarked on", () => {
    const told = hearsay(["add", "-"], lines({ ...RADIO, published: "2199-01-01" }))
    expect(told.complaint).toContain("it is dated in the future (2199-01-01)")
    expect(told.out).toMatch(/^1 (?:new|as versions)/)
  }, 180_000)

  test("a judgement needs a reason, and is in the history", () => {
    const [id] = /claim_[0-9a-f]{16}/.exec(hearsay(["claims"]).out)!
    expect(hearsay(["judge", "confirm", id]).status).toBe(2)
    expect(hearsay(["judge", "confirm", id, "--why", "looked at it", "--who", "Ida Munk"]).status).toBe(0)
    expect(hearsay(["judge", "history"]).out).toContain("Ida Munk")
    expect(hearsay(["judge", "dismiss", "claim_0000000000000000", "--why", "no"]).complaint).toContain(
      "the ledger holds no statement or claim",
    )
  }, 120_000)

  test("is the same after a rebuild, and when its entries are put into another", () => {
    const before = hearsay(["claims", "--json", "--limit", "500"]).out
    const entries = hearsay(["export"]).out
    expect(hearsay(["rebuild"]).status).toBe(0)
    expect(hearsay(["claims", "--json", "--limit", "500"]).out).toBe(before)
    const other = join(folder, "other")
    expect(hearsay(["add", "--ledger", other, "-"], entries).status).toBe(0)
    expect(hearsay(["claims", "--json", "--limit", "500", "--ledger", other]).out).toBe(before)
    expect(hearsay(["export", "--ledger", other]).out).toBe(entries)
  }, 180_000)

  test("is written to files, whole or not at all", () => {
    const out = join(folder, "tables")
    expect(hearsay(["export", "--format", "csv", "--table", "all", "--out", out])).toEqual({ status: 0, out: "", complaint: "" })
    expect(readdirSync(out).sort()).toEqual(
      ["agents", "articles", "claims", "origins", "positions", "statements"].map(name => `${name}.csv`),
    )
    expect(readFileSync(join(out, "claims.csv"), "utf8")).toBe(hearsay(["export", "--format", "csv", "--table", "claims"]).out)
    const parquet = join(out, "all.parquet")
    expect(hearsay(["export", "--format", "parquet", "--out", parquet]).status).toBe(0)
    expect(readFileSync(parquet).subarray(-4).toString()).toBe("PAR1")
    const away = hearsay(["export", "--format", "prov", "--out", join(folder, "away", "prov.jsonld")])
    expect([away.status, away.complaint.trim().split("\n").length]).toEqual([1, 1])
    expect(away.complaint).toContain("its folder is not there")
    expect(hearsay(["export", "--out", out]).complaint).toContain("it is a folder")
    expect(hearsay(["export", "--format", "prov", "--table", "claims"]).status).toBe(2)
    expect(hearsay(["export", "--format", "csv", "--table", "all"]).status).toBe(2)
  }, 180_000)

  test("a journal damaged in the middle is told of, and the rest of it kept", () => {
    const path = join(folder, "other/journal.jsonl.gz")
    const bytes = readFileSync(path)
    bytes[60] = bytes[60]! ^ 0xff
    writeFileSync(path, bytes)
    appendFileSync(path, bytes.subarray(0, 100))
    const told = hearsay(["rebuild", "--ledger", join(folder, "other")])
    expect(told.status).toBe(1)
    expect(told.complaint).toContain("of its journal are damaged; all other entries are whole")
    expect(hearsay(["claims", "--ledger", join(folder, "other")]).status).toBe(0)
  }, 180_000)

  test.each([
    ["a folder with other things in it", () => ROOT, "it is no ledger, and holds other things"],
    ["a path that leads through a file", () => join(folder, "story.jsonl", "x"), "it leads through a file"],
    ["a PostgreSQL that is away", () => "postgres://nobody:secret@127.0.0.1:1/none", "no database answers there"],
    ["an address that is none", () => "postgres://[", "cannot be read"],
  ])(
    "%s is one clear line, and no secret is in it",
    (_, place, words) => {
      const told = hearsay(["add", "--ledger", place(), join(folder, "story.jsonl")])
      expect(told.status).toBe(1)
      expect(told.complaint.trim().split("\n")).toHaveLength(1)
      expect(told.complaint).toContain(words)
      expect(told.complaint).not.toContain("secret")
    },
    60_000,
  )

  test.skipIf(process.getuid?.() === 0)(
    "a folder that may only be read is one clear line",
    () => {
      const closed = join(folder, "closed")
      mkdirSync(closed)
      chmodSync(closed, 0o500)
      expect(hearsay(["add", "--ledger", closed, join(folder, "story.jsonl")]).complaint).toContain("it may not be written to")
    },
    60_000,
  )

  test("the help of every command is within 80 columns", () => {
    const help = (...args: string[]) =>
      execFileSync(process.execPath, [MAIN, ...args, "--help"], { encoding: "utf8", env: { ...process.env, COLUMNS: "80" } })
    for (const command of ["add", "claims", "claim", "who", "changes", "judge", "export", "rebuild"])
      for (const line of help(command).split("\n")) expect(line.length, line).toBeLessThanOrEqual(80)
  }, 180_000)
})
