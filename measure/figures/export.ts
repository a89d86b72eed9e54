import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import { EXPORTS, TABLES } from "../../src/export/index.ts"
import { enter } from "../../src/ledger/index.ts"
import { ROOT } from "../../train/corpora.ts"
import { openAt, realReadings } from "../ledgers.ts"
import { startPostgres } from "../postgres.ts"

export const about = "Exporting a ledger in every format: rows a second, bytes a statement, peak memory: export [ARTICLES]"

const ARTICLES = "300"
const BATCH = 16

/** `npm run measure -- export [ARTICLES]`; each export is a process of its own, so that its memory is its own. */
export async function measure([articles = ARTICLES]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-export-"))
  const server = await startPostgres()
  const places = [["embedded", join(folder, "ledger")], ...(server ? [["PostgreSQL", await server.database("export")]] : [])]
  for (const [name, place] of places) {
    const counts = await record(place!, Number(articles))
    console.log(`\n${name}: ${articles} articles, ${counts.get("statements")} statements`)
    console.log(`${"format".padEnd(24)}    rows    seconds   rows/s   bytes/statement   peak MB`)
    const idle = run(place!, ["claims", "--limit", "1"])
    for (const { name, ofTable } of EXPORTS)
      for (const table of ofTable ? TABLES.map(each => each.name) : [null]) {
        const out = join(folder, "out")
        const { seconds, megabytes } = run(place!, ["export", "--format", name, ...(table ? ["--table", table] : []), "--out", out])
        const rows = counts.get(ROWS[table ?? name] ?? table ?? "statements") ?? 0
        const own = Math.max(0.01, seconds - idle.seconds)
        const bytes = statSync(out).size / counts.get("statements")!
        const figures = [rows, own.toFixed(2), Math.round(rows / own), Math.round(bytes), megabytes]
        console.log(`${[name, table].filter(Boolean).join(" ").padEnd(24)}${figures.map(each => String(each).padStart(10)).join("")}`)
      }
    console.log(`(a command that does little takes ${idle.seconds.toFixed(2)} s, taken off, and ${idle.megabytes} MB)`)
  }
  server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** What is counted as rows; else statements, or what the table is called. */
const ROWS: Readonly<Record<string, string>> = { jsonl: "articles" }

async function record(place: string, articles: number): Promise<ReadonlyMap<string, number>> {
  const { ledger, store } = await openAt(place)
  const readings = [...realReadings(articles)]
  for (let at = 0; at < readings.length; at += BATCH) {
    const entries = readings.slice(at, at + BATCH).map((reading, place) => ({
      entry: "reading" as const,
      at: new Date(Date.UTC(2025, 0, 1) + (at + place) * 1000).toISOString(),
      reader: null,
      reading,
    }))
    for (const each of await enter(ledger, entries)) if ("failure" in each) throw each.failure
  }
  await store.tidy()
  const { rows } = await sql<{ name: string; count: number }>`
    select 'statements' as name, count(*)::int as count from statement union all select 'claims', count(*)::int from claim
    union all select 'positions', count(*)::int from position union all select 'articles', count(*)::int from article
    union all select 'origins', count(*)::int from claim union all select 'agents', count(*)::int from agent where id = root`.execute(
    ledger.db,
  )
  await store.close()
  return new Map(rows.map(({ name, count }) => [name, count]))
}

/** Runs a command in a process of its own; its peak of memory as the kernel counts it, where that can be asked. */
function run(place: string, args: readonly string[]): { readonly seconds: number; readonly megabytes: number } {
  const script = `process.argv = [process.argv[0], ...process.argv.slice(1)]
    process.on("exit", () => console.error("peak " + process.resourceUsage().maxRSS))
    await import(${JSON.stringify(join(ROOT, "dist/src/cli/main.js"))})`
  const begun = performance.now()
  const told = execFileSync(
    "bash",
    ["-c", '"$0" "$@" 2>&1 >/dev/null', process.execPath, "--input-type=module", "-e", script, "hearsay", ...args, "--ledger", place],
    {
      encoding: "utf8",
    },
  )
  const seconds = (performance.now() - begun) / 1000
  return { seconds, megabytes: Math.round(Number(/peak (\d+)/.exec(told)?.[1] ?? 0) / 1024) }
}
