import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import { FileJournal, JOURNAL } from "../../src/db/index.ts"
import { entriesOf } from "../../src/ledger/index.ts"
import { chance } from "../../train/chance.ts"
import { ROOT } from "../../train/corpora.ts"
import { openAt, realReadings } from "../ledgers.ts"
import { type Server, startPostgres } from "../postgres.ts"

export const about =
  "kill -9 at random moments of `add`, and a PostgreSQL that restarts: acknowledged and lost, doubled: crash [KILLS] [RESTARTS]"

const KILLS = 200
const RESTARTS = 20
/** Articles a ledger gets before the next one is begun; some ten kills in each. */
const ARTICLES = 200
/** Characters of each: short ones, so that what is measured is being killed, and not adding. */
const LONGEST = 1200
const SEED = 11
/** An `add` that takes longer hangs, and is counted as not clean. */
const HANGS_MS = 180_000

interface Tally {
  kills: number
  acknowledged: number
  lost: number
  doubled: number
  unclean: number
}

/** `npm run measure -- crash [KILLS] [RESTARTS]` */
export async function measure([kills = String(KILLS), restarts = String(RESTARTS)]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-crash-"))
  const server = await startPostgres()
  try {
    const readings = join(folder, "readings.jsonl")
    writeFileSync(readings, [...realReadings(ARTICLES, { longest: LONGEST })].map(reading => `${JSON.stringify(reading)}\n`).join(""))
    const random = chance(SEED)
    const [embedded, served] = [made(name => join(folder, name)), made(name => server!.database(name))]
    await Promise.all([
      killed(Number(kills), readings, random, embedded).then(tally => report("embedded, kill -9", tally)),
      server && killed(Number(kills), readings, random, served).then(tally => report("PostgreSQL, kill -9", tally)),
    ])
    if (server) report("PostgreSQL restarted", await restarted(Number(restarts), readings, random, server))
    else console.log("PostgreSQL is not installed: apt-get install postgresql")
    if (Number(kills) > 0) await truncated(join(folder, "ledger_0", JOURNAL), random)
  } finally {
    server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Places for ledgers, each with a name of its own. */
function made(place: (name: string) => string | Promise<string>): () => Promise<string> {
  let count = 0
  return async () => place(`ledger_${count++}`)
}

function report(name: string, { kills, acknowledged, lost, doubled, unclean }: Tally): void {
  console.log(
    `${name.padEnd(24)}${kills} times; ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled; ${unclean} reopenings not clean`,
  )
}

/**
 * Kills `add` again and again, at a random moment after it first told of something new, or one time in five after its first word, or before; runs
 * it again on the same ledger, to its end at last. What was told of in one run must be known in the next: what is new again was lost.
 */
async function killed(kills: number, readings: string, random: () => number, place: () => Promise<string>): Promise<Tally> {
  const tally: Tally = { kills: 0, acknowledged: 0, lost: 0, doubled: 0, unclean: 0 }
  while (tally.kills < kills) {
    const at = await place()
    const told = new Set<string>()
    for (let done = false; !done; ) {
      const adds = adding(at, readings, told, tally)
      const last = tally.kills >= kills
      if (!last) void killAtRandom(adds, random)
      const code = await adds.end
      if (code === null) tally.kills++
      else if (code !== 0) tally.unclean++
      done = last || code !== null
    }
    await inspect(at, told, tally)
    tally.acknowledged += told.size
    console.error(`${at}: ${tally.kills} killed so far; ${tally.acknowledged} acknowledged, ${tally.lost} lost, ${tally.doubled} doubled`)
  }
  return tally
}

async function killAtRandom({ child, spoken, news }: Adding, random: () => number): Promise<void> {
  const early = random() < EARLY
  if (!early) await news
  else if (random() < EARLY_SPOKEN) await spoken
  await new Promise(resolve => setTimeout(resolve, random() * WINDOW_MS))
  child.kill("SIGKILL")
}

/** How many are killed while they open the ledger, or just after. */
const EARLY = 0.2
const EARLY_SPOKEN = 0.5
const WINDOW_MS = 1500

interface Adding {
  readonly child: ChildProcess
  /** When it ends: its status, or null where it was killed. */
  readonly end: Promise<number | null>
  /** When it first tells of something, or ends. */
  readonly spoken: Promise<void>
  /** When it first tells of something new, or ends. */
  readonly news: Promise<void>
}

/** Runs `add`. What it tells of goes into `told`; what was told of before and is not known any more counts as lost. */
function adding(place: string, readings: string, told: Set<string>, tally: Tally): Adding {
  const child = spawn(process.execPath, [join(ROOT, "dist/src/cli/main.js"), "add", "--format", "jsonl", "--ledger", place, readings], {
    stdio: ["ignore", "pipe", "pipe"],
  })
  let rest = ""
  let tellNews = () => {}
  const news = new Promise<void>(resolve => {
    tellNews = resolve
    child.once("close", () => resolve())
  })
  child.stdout!.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split("\n")
    rest = lines.pop() ?? ""
    for (const line of lines.filter(each => each !== "")) {
      const { id, outcome } = JSON.parse(line) as { id: string; outcome: string }
      if (told.has(id) && outcome !== "known") tally.lost++
      told.add(id)
      if (outcome !== "known") tellNews()
    }
  })
  child.stderr!.on("data", (chunk: Buffer) => process.stderr.write(chunk))
  const spoken = new Promise<void>(resolve => {
    child.stdout!.once("data", () => resolve())
    child.once("close", () => resolve())
  })
  return { child, spoken, news, end: ended(child, tally) }
}

function ended(child: ChildProcess, tally: Tally): Promise<number | null> {
  const hangs = setTimeout(() => {
    tally.unclean++
    child.kill("SIGKILL")
  }, HANGS_MS)
  return new Promise(resolve =>
    child.once("close", code => {
      clearTimeout(hangs)
      resolve(code)
    }),
  )
}

/** Opens what was left, and looks whether everything told of is there, in the tables and in the journal, and there once. */
async function inspect(place: string, told: ReadonlySet<string>, tally: Tally): Promise<void> {
  try {
    let damaged = 0
    const { ledger, store } = await openAt(place, { damaged: () => damaged++, failed: () => damaged++ })
    const { rows } = await sql<{ id: string }>`select id from article`.execute(ledger.db)
    const tables = new Set(rows.map(({ id }) => id))
    const journal = new Map<string, number>()
    for await (const entry of entriesOf(ledger, () => damaged++))
      if (entry.entry === "reading") journal.set(entry.reading.article.id, (journal.get(entry.reading.article.id) ?? 0) + 1)
    await store.close()
    tally.lost += [...told].filter(id => !tables.has(id) || !journal.has(id)).length
    tally.doubled += [...journal.values()].filter(count => count > 1).length + (tables.size === journal.size ? 0 : 1)
    if (damaged > 0) tally.unclean++
  } catch (error) {
    console.error(error)
    tally.unclean++
  }
}

/** Restarts the server again and again while `add` is at work; `add` waits for it and goes on, or says so and is run again. */
async function restarted(restarts: number, readings: string, random: () => number, server: Server): Promise<Tally> {
  const tally: Tally = { kills: 0, acknowledged: 0, lost: 0, doubled: 0, unclean: 0 }
  for (let round = 0; tally.kills < restarts; round++) {
    const place = await server.database(`restart_${round}`)
    const told = new Set<string>()
    for (let done = false; !done; ) {
      const last = tally.kills >= restarts
      const { child, news, end } = adding(place, readings, told, tally)
      for (await news; tally.kills < restarts && child.exitCode === null; ) {
        await Promise.race([end, new Promise(resolve => setTimeout(resolve, random() * WINDOW_MS))])
        if (child.exitCode !== null) break
        server.restart()
        tally.kills++
      }
      done = (await end) === 0 || last
    }
    await inspect(place, told, tally)
    tally.acknowledged += told.size
  }
  return tally
}

/** A journal of real entries, cut off at random bytes: every whole entry before comes back. */
async function truncated(path: string, random: () => number): Promise<void> {
  const whole = readFileSync(path)
  const ends: number[] = []
  const journal = await FileJournal.open(path)
  for await (const { end } of journal.lines()) ends.push(end)
  await journal.close()
  const cut = `${path}.cut`
  let missing = 0
  for (let time = 0; time < CUTS; time++) {
    const size = Math.floor(random() * whole.length)
    writeFileSync(cut, whole.subarray(0, size))
    rmSync(`${cut}.torn`, { force: true })
    const open = await FileJournal.open(cut)
    let count = 0
    for await (const _ of open.lines()) count++
    await open.close()
    if (count !== ends.filter(end => end <= size).length) missing++
  }
  console.log(`journal of ${ends.length} entries cut at ${CUTS} random bytes: ${missing} times not all whole entries came back`)
}

const CUTS = 200
