import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Worker } from "node:worker_threads"
import { makeReader, pagesInFile, type Reader } from "../../src/cli/index.ts"
import type { Reading } from "../../src/core/index.ts"
import { enter } from "../../src/ledger/index.ts"
import { type Board, hashOf, type Job, type Listening, listen, makeApp } from "../../src/server/index.ts"
import type { Load, Loaded } from "../api/load.ts"
import { type Open, openAt, realReadings } from "../ledgers.ts"
import { startPostgres } from "../postgres.ts"

export const about =
  "requests a second, p50 and p95 of board, claim and article at 50 connections, alone and beside a writer, on both stores [SECONDS] [ARTICLES]"

const CONNECTIONS = 50
const TOKEN = "hearsay_for-this-measure-alone"
const AT_ONCE = 16
/** Without a writer answers are kept, and more seconds tell nothing more. */
const MOST_ALONE = 60

export async function measure([seconds = "20", articles = "300"]: readonly string[]): Promise<void> {
  const readings = [...realReadings(Number(articles) * 2)]
  const folder = mkdtempSync(join(tmpdir(), "hearsay-api-"))
  console.log(`${CONNECTIONS} connections, ${seconds} s each, ${Math.floor(readings.length / 2)} articles recorded, as many to write`)
  await onStore("embedded", join(folder, "ledger"), readings, Number(seconds))
  rmSync(folder, { recursive: true, force: true })
  const server = await startPostgres()
  if (!server) return console.log("PostgreSQL is not installed: the embedded store alone was measured")
  await onStore("PostgreSQL", await server.database("api"), readings, Number(seconds))
  server.stop()
}

async function onStore(name: string, place: string, readings: readonly Reading[], seconds: number): Promise<void> {
  const half = Math.floor(readings.length / 2)
  const open = await openAt(place)
  for (let at = 0; at < half; at += AT_ONCE) await enter(open.ledger, readings.slice(at, Math.min(half, at + AT_ONCE)).map(entryOf))
  await open.store.tidy()
  const reader = makeReader()
  const server = await serve(open, reader.read)
  const paths = await pathsOf(server.url)
  const alone = await loaded({ url: server.url, connections: CONNECTIONS, seconds: Math.min(seconds, MOST_ALONE), paths })
  const writer = write(server.url, readings.slice(half))
  const watch = watchMemory()
  const beside = await loaded({ url: server.url, connections: CONNECTIONS, seconds, paths })
  const memory = watch.stop()
  const written = await writer.stop()
  print(name, { alone, beside, seconds, written })
  console.log(`  memory meanwhile, in MB, ten times: ${memory.join(" ")}`)
  await server.stop()
  await reader.stop()
  await open.store.close()
}

function entryOf(reading: Reading) {
  return { entry: "reading", at: new Date().toISOString(), reader: "measure", reading } as const
}

function serve({ ledger }: Open, read: Reader["read"]): Promise<Listening> {
  const app = makeApp({
    ledger,
    read,
    fetchPage: () => Promise.reject(new Error("nothing is fetched")),
    pagesIn: pagesInFile,
    now: () => new Date().toISOString(),
    version: "measure",
    tokenHash: hashOf(TOKEN),
    readingOpen: true,
    names: [],
    pages: new Map(),
    rates: null,
    note: line => console.error(line),
  })
  return listen(app, "127.0.0.1", 0)
}

/** Pages of the board, claims on it, and articles. */
async function pathsOf(url: string): Promise<Load["paths"]> {
  const ids = async (path: string) => ((await (await fetch(url + path)).json()) as Board).items.map(({ id }) => id)
  const claims = await ids("/api/claims?limit=100")
  const articles = await ids("/api/articles?limit=100")
  return {
    board: ["/api/claims", "/api/claims?contested", "/api/claims?order=newest", "/api/claims?about=president", "/api/claims?unnamed"],
    claim: claims.map(id => `/api/claims/${id}`),
    article: articles.map(id => `/api/articles/${id}`),
  }
}

function loaded(load: Load): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    new Worker(new URL("../api/load.js", import.meta.url), { workerData: load }).once("message", resolve).once("error", reject)
  })
}

interface Writer {
  readonly stop: () => Promise<number>
}

/** Hands articles in, one after another, as a person's program does: each is read and entered before the next. */
function write(url: string, readings: readonly Reading[]): Writer {
  let going = true
  const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" }
  const run = async () => {
    let count = 0
    for (const { article } of readings) {
      if (!going) break
      const { text, title, url: address } = article
      const source = { kind: "text", text, ...(title && { title }), ...(address && { url: address }) }
      const response = await fetch(`${url}/api/articles`, { method: "POST", headers, body: JSON.stringify({ sources: [source] }) })
      const { id } = (await response.json()) as Job
      await (await fetch(`${url}/api/jobs/${id}/events`)).text()
      count++
    }
    return count
  }
  const running = run()
  return {
    stop() {
      going = false
      return running
    },
  }
}

interface Figures {
  readonly alone: Loaded
  readonly beside: Loaded
  readonly seconds: number
  readonly written: number
}

function print(name: string, { alone, beside, seconds, written }: Figures): void {
  console.log(
    `${name}${" ".repeat(14 - name.length)}${"req/s".padStart(8)}${"p50 ms".padStart(9)}${"p95 ms".padStart(9)}   beside a writer${"req/s".padStart(8)}${"p50 ms".padStart(9)}${"p95 ms".padStart(9)}${"ratio".padStart(8)}${"errors".padStart(8)}`,
  )
  for (const path of Object.keys(alone.took)) {
    const [quiet, busy] = [alone.took[path]!, beside.took[path]!]
    const errors = alone.errors[path]! + beside.errors[path]!
    const cells = [
      (quiet.length / Math.min(seconds, MOST_ALONE)).toFixed(1).padStart(8),
      quantile(quiet, 0.5).padStart(9),
      quantile(quiet, 0.95).padStart(9),
      " ".repeat(18),
      (busy.length / seconds).toFixed(1).padStart(8),
      quantile(busy, 0.5).padStart(9),
      quantile(busy, 0.95).padStart(9),
    ]
    console.log(
      `  ${path.padEnd(12)}${cells.join("")}${(busy.length / seconds / Math.max(1, quiet.length / Math.min(seconds, MOST_ALONE))).toFixed(2).padStart(8)}${String(errors).padStart(8)}`,
    )
  }
  console.log(`  ${written} articles written meanwhile, ${(written / seconds).toFixed(1)} a second`)
}

function quantile(took: readonly number[], share: number): string {
  const sorted = [...took].sort((a, b) => a - b)
  return (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(0)
}

/** The memory of this process, every second; at the end the mean of each tenth of the time, so that growth would show. */
function watchMemory(): { readonly stop: () => readonly number[] } {
  const seen: number[] = []
  const timer = setInterval(() => seen.push(process.memoryUsage().rss / 1e6), 1000)
  return {
    stop() {
      clearInterval(timer)
      const tenth = Math.max(1, Math.floor(seen.length / 10))
      const parts = Array.from({ length: Math.ceil(seen.length / tenth) }, (_, at) => seen.slice(at * tenth, (at + 1) * tenth))
      return parts.map(part => Math.round(part.reduce((a, b) => a + b, 0) / part.length))
    },
  }
}
