import { execFileSync, spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { type Damage, FileJournal, lockFolder } from "../../src/db/index.ts"
import { ROOT } from "../../train/corpora.ts"

const LINES = ["the first", "“the second”, with a \u{1f6a2}", "", "x".repeat(5000)]

let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-journal-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function read(path: string): Promise<{ lines: string[]; damage: Damage[] }> {
  const journal = await FileJournal.open(path)
  const [lines, damage]: [string[], Damage[]] = [[], []]
  for await (const { line } of journal.lines(0, each => damage.push(each))) lines.push(line)
  await journal.close()
  return { lines, damage }
}

async function written(path: string, lines: readonly string[] = LINES): Promise<number[]> {
  const journal = await FileJournal.open(path)
  const ends: number[] = []
  for (const line of lines) ends.push(await journal.append([line]))
  await journal.close()
  return ends
}

describe("the journal", () => {
  test("gives back what was put down, also to zcat", async () => {
    const path = join(folder, "journal.jsonl.gz")
    await written(path)
    expect(await read(path)).toEqual({ lines: LINES, damage: [] })
    expect(execFileSync("gzip", ["-dc", path], { encoding: "utf8" })).toBe(LINES.map(line => `${line}\n`).join(""))
  })

  test("cut off at any byte, gives back every whole line, and goes on from there", async () => {
    const path = join(folder, "journal")
    const lines = ["a", "“b”", "c"]
    const ends = await written(path, lines)
    const whole = readFileSync(path)
    for (let size = 0; size <= whole.length; size++) {
      writeFileSync(path, whole.subarray(0, size))
      rmSync(`${path}.torn`, { force: true })
      const kept = lines.filter((_, at) => ends[at]! <= size)
      expect((await read(path)).lines, `${size} bytes`).toEqual(kept)
      await written(path, ["next"])
      expect(await read(path), `${size} bytes`).toEqual({ lines: [...kept, "next"], damage: [] })
    }
  })

  test("damaged at any byte, gives back all other lines, and tells what is lost", async () => {
    const path = join(folder, "journal")
    const lines = ["a", "“b”", "c"]
    const ends = await written(path, lines)
    const whole = readFileSync(path)
    for (let at = 0; at < ends[1]!; at++) {
      const bytes = Buffer.from(whole)
      bytes[at] = bytes[at]! ^ 0xff
      writeFileSync(path, bytes)
      const hit = ends.findIndex(end => at < end)
      const { lines: back, damage } = await read(path)
      // Four bytes of a member hold when it was made and by what system, and one how it was packed: no line is lost by them.
      expect(back.length === lines.length || damage.length > 0, `byte ${at}`).toBe(true)
      expect(back, `byte ${at}`).toEqual(expect.arrayContaining(lines.filter((_, each) => each !== hit)))
    }
  })

  test("an append that fails leaves nothing behind", async () => {
    const journal = await FileJournal.open(join(folder, "journal"))
    const end = await journal.append(["a"])
    await journal.close()
    await expect(journal.append(["b"])).rejects.toThrow()
    expect(journal.end).toBe(end)
  })

  test("positions hold after what was damaged before them", async () => {
    const path = join(folder, "journal")
    const [, second] = await written(path)
    truncateSync(path, (await written(path, ["more"]))[0])
    const journal = await FileJournal.open(path, second)
    const lines: string[] = []
    for await (const { line } of journal.lines(second)) lines.push(line)
    expect(lines).toEqual([...LINES.slice(2), "more"])
    await journal.close()
  })
})

const HOLDER = `
  const { lockFolder } = await import(${JSON.stringify(join(ROOT, "dist/src/db/index.js"))})
  await lockFolder(process.argv[1], "holding it")
  console.log("held")
  setInterval(() => {}, 1000)`

describe("the lock of a folder", () => {
  test("is one process's, told by name, and free as soon as that is dead", async () => {
    const holder = spawn(process.execPath, ["--input-type=module", "-e", HOLDER, folder])
    await new Promise(resolve => holder.stdout.once("data", resolve))
    await expect(lockFolder(folder, "a test")).rejects.toThrow(`the ledger is in use by process ${holder.pid} (holding it)`)
    const gone = new Promise(resolve => holder.once("exit", resolve))
    holder.kill("SIGKILL")
    await gone
    await (await lockFolder(folder, "a test")).release()
  }, 30_000)

  test("of many who find a dead lock at once, one at most gets it", async () => {
    for (let round = 0; round < 10; round++) {
      const tried = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder, "a test")))
      const won = tried.filter(each => each.status === "fulfilled")
      expect(won.length).toBeLessThanOrEqual(1)
      for (const each of won) await each.value.release()
    }
    await (await lockFolder(folder, "a test")).release()
  }, 30_000)

  test("works in a folder whose path is longer than a socket's may be", async () => {
    const deep = join(folder, "a".repeat(120))
    execFileSync("mkdir", [deep])
    const lock = await lockFolder(deep, "a test")
    await expect(lockFolder(deep, "a test")).rejects.toThrow("in use")
    await lock.release()
  })
})
