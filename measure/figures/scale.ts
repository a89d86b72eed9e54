import { execFileSync } from "node:child_process"
import { closeSync, createReadStream, existsSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { sql } from "kysely"
import type { Reading } from "../../src/core/index.ts"
import { isServer } from "../../src/db/index.ts"
import { type Db, enter, extent, type Ledger } from "../../src/ledger/index.ts"
import { ROOT } from "../../train/corpora.ts"
import { copyUpTo } from "../bulk.ts"
import { type Open, openAt, realReadings } from "../ledgers.ts"
import { watched } from "../plans.ts"
import { startPostgres } from "../postgres.ts"
import { questionsFor } from "../questions.ts"
import { varied } from "../vary.ts"

export const about =
  "How time, bytes and memory grow with the ledger, on both databases, and what every question of the board reads: scale [STATEMENTS…]"

const SIZES = ["10000", "100000", "1000000"]
/** Real articles, each recorded as `add` records it: as many as the figure needs. */
const REAL = 5000
/** From there on the ledger grows by copies made inside the database (`measure/bulk.ts`), and the timed articles are recorded on top of them. */
const MOST_RECORDED = 10_000
/** Articles that are added one by one at each size. */
const PROBES = 40

/**
 * `npm run measure -- scale [STATEMENTS…]`; with `--in FOLDER` readings and ledgers are kept there, and a later call goes on with them; with
 * `--at PLACE FILE` it measures one database, which the first call does for both.
 */
export async function measure(args: readonly string[]): Promise<void> {
  if (args[0] === "--at") return one(args[1]!, args[2]!, args.slice(3).map(Number))
  const kept = args[0] === "--in" ? args[1]! : null
  const given = kept === null ? args : args.slice(2)
  const sizes = given.length > 0 ? given : SIZES
  const folder = kept ?? mkdtempSync(join(tmpdir(), "hearsay-scale-"))
  const file = join(folder, "readings.jsonl")
  if (!existsSync(file)) keepReadings(file, Math.min(MOST_RECORDED, Math.max(...sizes.map(Number))))
  const server = await startPostgres()
  run("embedded", join(folder, "ledger"), file, sizes)
  if (server) run("PostgreSQL", await server.database("scale"), file, sizes)
  else console.log("PostgreSQL is not installed: apt-get install postgresql")
  server?.stop()
  if (kept === null) rmSync(folder, { recursive: true, force: true })
}

function run(name: string, place: string, file: string, sizes: readonly string[]): void {
  console.log(`\n${name}`)
  execFileSync(process.execPath, [join(ROOT, "dist/measure/main.js"), "scale", "--at", place, file, ...sizes], { stdio: "inherit" })
}

function keepReadings(file: string, most: number): void {
  const out = openSync(file, "w")
  let [articles, statements] = [0, 0]
  for (const reading of realReadings(REAL)) {
    writeSync(out, `${JSON.stringify(reading)}\n`)
    articles++
    statements += reading.statements.length
    if (statements > most && articles > PROBES) break
  }
  closeSync(out)
}

async function* readingsOf(file: string): AsyncGenerator<Reading> {
  for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line) as Reading
}

/** Grows one ledger to each size, from what it holds, and measures it there. */
async function one(place: string, file: string, sizes: readonly number[]): Promise<void> {
  const open = await openAt(place)
  const probes: Reading[] = []
  for await (const reading of readingsOf(file)) if (probes.push(reading) >= PROBES) break
  for (const size of sizes) {
    const how = size <= MOST_RECORDED ? await recorded(open, file, size) : await copiedUpTo(open, size)
    await open.store.tidy()
    await report(open, { place, how, probes: probes.map(each => varied(each, -Math.round(Math.log10(size)))) })
  }
  await open.store.close()
}

/** Records real articles until the ledger holds so many statements. */
async function recorded(open: Open, file: string, size: number): Promise<string> {
  const begun = performance.now()
  const before = await extent(open.ledger.db)
  let { statements, articles } = before
  let batch: Reading[] = []
  const flush = async () => {
    await add(open.ledger, batch, articles)
    articles += batch.length
    if (articles % TIDY_EVERY < BATCH) await open.store.tidy()
    batch = []
  }
  for await (const reading of readingsOf(file)) {
    if (statements >= size) break
    if (await holds(open, reading)) continue
    batch.push(reading)
    statements += reading.statements.length
    if (batch.length >= BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  return `recorded, ${((articles - before.articles) / ((performance.now() - begun) / 1000)).toFixed(1)} articles a second`
}

async function holds({ ledger: { db } }: Open, { article }: Reading): Promise<boolean> {
  return (await sql`select id from article where id = ${article.id}`.execute(db)).rows.length > 0
}

/** Copies until the ledger holds so many statements. */
async function copiedUpTo({ ledger: { db } }: Open, size: number): Promise<string> {
  const begun = performance.now()
  await copyUpTo(db, size)
  return `the last ones copied, in ${Math.round((performance.now() - begun) / 1000)} s`
}

const BATCH = 16
const TIDY_EVERY = 2000

async function add(ledger: Ledger, readings: readonly Reading[], from: number): Promise<void> {
  const at = (place: number) => new Date(Date.UTC(2025, 0, 1) + (from + place) * 1000).toISOString()
  const entered = await enter(
    ledger,
    readings.map((reading, place) => ({ entry: "reading", at: at(place), reader: null, reading })),
  )
  for (const each of entered) if ("failure" in each) throw each.failure
}

interface Stage {
  readonly place: string
  readonly how: string
  readonly probes: readonly Reading[]
}

async function report({ ledger, store }: Open, { place, how, probes }: Stage): Promise<void> {
  const { statements, articles } = await extent(ledger.db)
  const bytes = await bytesOf(ledger, place)
  const single: number[] = []
  for (const [at, probe] of probes.entries()) single.push(await timed(() => add(ledger, [probe], articles + at)))
  console.log(`${statements} statements, ${articles} articles (${how})`)
  console.log(`  one article ${quantile(single, 0.5)} ms, p95 ${quantile(single, 0.95)} ms`)
  await store.tidy()
  for (const [name, times] of await timesOf(ledger.db))
    console.log(`  ${name.padEnd(30)} p50 ${quantile(times, 0.5).padStart(7)} ms, p95 ${quantile(times, 0.95).padStart(7)} ms`)
  if (isServer(place)) await tellPlans(place)
  console.log(
    `  ${Math.round(bytes / statements)} bytes a statement${how.startsWith("recorded") ? "" : ", the journal of the copies not counted"}; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function quantile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)
}

/** Asks every question so many times, in turn. Gives how long each took, in milliseconds. */
async function timesOf(db: Db): Promise<ReadonlyMap<string, readonly number[]>> {
  const questions = await questionsFor(db)
  const times = new Map(questions.map(({ name }) => [name, [] as number[]]))
  for (const { name, ask } of questions) for (let at = 0; at < timesFor(name); at++) times.get(name)!.push(await timed(ask))
  return times
}

function timesFor(name: string): number {
  return HEADLINES.includes(name) ? QUESTIONS : FEW_QUESTIONS
}

const HEADLINES = ["claims", "claim", "who"]
const QUESTIONS = 200
const FEW_QUESTIONS = 40

/** The most that any query of each question reads, and tables it reads whole: what does not grow from size to size has no scan in it. */
async function tellPlans(url: string): Promise<void> {
  const { db, take, close } = watched(url)
  for (const { name, ask } of await questionsFor(db)) {
    take()
    for (let at = 0; at < PLANNED; at++) await ask()
    const plans = take()
    const most = plans.reduce((best, plan) => (plan.pages > best.pages ? plan : best))
    const whole = new Map(plans.flatMap(plan => plan.whole.map(({ table, rows }): [string, number] => [table, rows])))
    const told = [...whole].filter(([, rows]) => rows > FEW_ROWS).map(([table, rows]) => `${table} (${rows} rows)`)
    console.log(
      `    ${name.padEnd(28)} at most ${String(most.pages).padStart(6)} pages${told.length > 0 ? `, whole: ${told.join(", ")}` : ""}`,
    )
  }
  await close()
}

const PLANNED = 20
const FEW_ROWS = 1000

/** On the disk, journal and indexes included; the database's own log is not. */
async function bytesOf({ db }: Ledger, place: string): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(db)
  const journal = isServer(place) ? 0 : sizeOf(join(place, "journal.jsonl.gz"))
  return Number(rows[0]!.bytes) + journal
}

function sizeOf(path: string): number {
  const found = statSync(path)
  return found.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : found.size
}
