import { execFileSync } from "node:child_process"
import { closeSync, createReadStream, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { sql } from "kysely"
import type { Reading } from "../../src/core/index.ts"
import { agent, agents, claim, claims, enter, type Ledger, saidBy } from "../../src/ledger/index.ts"
import { chance } from "../../train/chance.ts"
import { ROOT } from "../../train/corpora.ts"
import { type Open, openAt, realReadings } from "../ledgers.ts"
import { startPostgres } from "../postgres.ts"
import { varied } from "../vary.ts"

export const about = "How time, bytes and memory grow with the ledger, on both databases: scale [STATEMENTS…]"

const SIZES = ["10000", "100000", "1000000"]
/** Real articles; what is more is made of them by `varied`. */
const REAL = 5000
/** Articles set aside: they are added one by one at each size. */
const PROBES = 40
const QUESTIONS = 100
const SEED = 5

/** `npm run measure -- scale [STATEMENTS…]`; with `--at PLACE FILE` it measures one database, which the first call does for both. */
export async function measure(args: readonly string[]): Promise<void> {
  if (args[0] === "--at") return one(args[1]!, args[2]!, args.slice(3).map(Number))
  const sizes = args.length > 0 ? args : SIZES
  const folder = mkdtempSync(join(tmpdir(), "hearsay-scale-"))
  const file = join(folder, "readings.jsonl")
  const { articles, statements } = keepReadings(file, Math.max(...sizes.map(Number)))
  console.log(`${articles} real articles with ${statements} statements; the others are varied from them`)
  const server = await startPostgres()
  run("embedded", join(folder, "ledger"), file, sizes)
  if (server) run("PostgreSQL", await server.database("scale"), file, sizes)
  else console.log("PostgreSQL is not installed: apt-get install postgresql")
  server?.stop()
  rmSync(folder, { recursive: true, force: true })
}

function run(name: string, place: string, file: string, sizes: readonly string[]): void {
  console.log(`\n${name}`)
  execFileSync(process.execPath, [join(ROOT, "dist/measure/main.js"), "scale", "--at", place, file, ...sizes], { stdio: "inherit" })
}

function keepReadings(file: string, most: number): { articles: number; statements: number } {
  const out = openSync(file, "w")
  let [articles, statements] = [0, 0]
  for (const reading of realReadings(REAL)) {
    writeSync(out, `${JSON.stringify(reading)}\n`)
    articles++
    statements += reading.statements.length
    if (statements > most && articles > 2 * PROBES) break
  }
  closeSync(out)
  return { articles, statements }
}

async function* readingsOf(file: string): AsyncGenerator<Reading> {
  for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line) as Reading
}

/** Every reading, and then every one varied, round after round. */
async function* endless(file: string): AsyncGenerator<Reading> {
  for (let round = 0; ; round++) for await (const reading of readingsOf(file)) yield varied(reading, round)
}

async function one(place: string, file: string, sizes: readonly number[]): Promise<void> {
  const open = await openAt(place)
  const probes: Reading[] = []
  for await (const reading of readingsOf(file)) if (probes.push(reading) >= PROBES) break
  const feed = endless(file)
  const empty = await bytesOf(open.ledger, place)
  let [statements, articles] = [0, 0]
  for (const [step, size] of sizes.entries()) {
    const begun = performance.now()
    const before = articles
    while (statements < size) {
      const batch: Reading[] = []
      while (batch.length < BATCH && statements < size) {
        const { value } = (await feed.next()) as { value: Reading }
        batch.push(value)
        statements += value.statements.length
      }
      await add(open.ledger, batch, articles)
      articles += batch.length
      if (articles % TIDY_EVERY < BATCH) await open.store.tidy()
    }
    await open.store.tidy()
    const rate = (articles - before) / ((performance.now() - begun) / 1000)
    await report(open, { place, empty, statements, articles, rate, probes: probes.map(each => varied(each, -1 - step)) })
  }
  await open.store.close()
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
  /** Bytes of the ledger before anything was in it. */
  readonly empty: number
  readonly statements: number
  readonly articles: number
  /** Articles a second while the ledger grew to this size. */
  readonly rate: number
  readonly probes: readonly Reading[]
}

async function report({ ledger, store }: Open, { place, empty, statements, articles, rate, probes }: Stage): Promise<void> {
  const single: number[] = []
  for (const [at, probe] of probes.entries()) single.push(await timed(() => add(ledger, [probe], articles + at)))
  await store.tidy()
  const asked = await questions(ledger)
  const bytes = (await bytesOf(ledger, place)) - empty
  console.log(
    `${statements} statements, ${articles} articles: one article ${quantile(single, 0.5)} ms (p95 ${quantile(single, 0.95)}); in batches ${rate.toFixed(1)} a second`,
  )
  for (const [name, times] of asked) console.log(`  ${name.padEnd(8)} p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`)
  console.log(`  ${Math.round(bytes / statements)} bytes a statement; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
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

/** Questions as people ask them: lists by weight, by time, by words, by outlet and by agent; claims of many and of few statements; agents who say much and little. */
async function questions({ db }: Ledger): Promise<ReadonlyMap<string, readonly number[]>> {
  const random = chance(SEED)
  const { rows } = await sql<{
    id: string
  }>`(select id from claim order by weight desc limit 50) union all (select id from claim where id > ${"claim_8"} order by id limit 50)`.execute(
    db,
  )
  const people = await sql<{ name: string; id: string }>`select name, id from agent where id > ${"agent_8"} order by id limit 100`.execute(
    db,
  )
  const busy = await sql<{
    name: string
    id: string
  }>`select a.name, a.id from agent a join (select agent from position order by weight desc limit 100) p on p.agent = a.id`.execute(db)
  const named = [...people.rows, ...busy.rows]
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!
  const words = ["president", "police", "climate", "court ruling", "election", "vaccine", "budget", "hospital"]
  const kinds = [
    () => claims(db, { contested: true }),
    () => claims(db, { order: "newest" }),
    () => claims(db, { about: pick(words) }),
    () => claims(db, { about: pick(words), contested: true }),
    () => claims(db, { agent: pick(named).id }),
    () => claims(db, { unnamed: true, since: "2021-01-01" }),
  ]
  const times = new Map<string, number[]>([
    ["claims", []],
    ["claim", []],
    ["who", []],
  ])
  for (let at = 0; at < QUESTIONS; at++) {
    times.get("claims")!.push(await timed(kinds[at % kinds.length]!))
    times.get("claim")!.push(await timed(() => claim(db, pick(rows).id)))
    times.get("who")!.push(
      await timed(async () => {
        const [found] = await agents(db, pick(named).name)
        if (!found) return
        await agent(db, found.id)
        await saidBy(db, found.id, {}, { limit: 20 })
      }),
    )
  }
  return times
}

/** On the disk, journal and indexes included; the database's own log is not. */
async function bytesOf({ db }: Ledger, place: string): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(db)
  const journal = place.startsWith("postgres") ? 0 : sizeOf(join(place, "journal.jsonl.gz"))
  return Number(rows[0]!.bytes) + journal
}

function sizeOf(path: string): number {
  const found = statSync(path)
  return found.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : found.size
}
