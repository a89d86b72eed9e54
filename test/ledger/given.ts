import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import { Client } from "pg"
import { loadModel } from "../../model/index.ts"
import { type RecordPage, read } from "../../src/core/index.ts"
import { openStore, type Store } from "../../src/db/index.ts"
import { type Db, inFile, inTable, type Ledger, openLedger, type ReadingEntry, type Tables } from "../../src/ledger/index.ts"
import { ROOT } from "../../train/corpora.ts"

const model = loadModel()

/** An entry as `add` makes it, at a minute of 24 November 2025. */
export function entryOf(page: Omit<RecordPage, "kind">, minute = 0): ReadingEntry {
  const at = new Date(Date.UTC(2025, 10, 24, 10, minute)).toISOString()
  return { entry: "reading", at, reader: "test", reading: read({ kind: "record", ...page }, model) }
}

/** A ledger of its own for a test, in one of the databases that Hearsay runs on. */
export interface Fresh {
  readonly ledger: Ledger
  readonly store: Store<Tables>
  /** Closes it, and opens it again as another process would; `meanwhile` it is nobody's. */
  readonly reopen: (meanwhile?: () => unknown) => Promise<Fresh>
  readonly drop: () => Promise<void>
}

/** Where a PostgreSQL for tests answers; null where there is none. `.ci/run` starts one. */
const POSTGRES = process.env.HEARSAY_TEST_POSTGRES ?? null

if (!POSTGRES) console.warn("HEARSAY_TEST_POSTGRES names no server: the ledger is tested on the embedded database alone")

export const STORES: readonly (readonly [name: string, fresh: () => Promise<Fresh>])[] = [
  ["embedded", embedded],
  ...(POSTGRES ? [["PostgreSQL", onServer] as const] : []),
]

/** Making an empty database takes seconds, copying one a moment: it is made once for each release of PGlite. */
async function template(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(ROOT, "node_modules/@electric-sql/pglite/package.json"), "utf8")) as { version: string }
  const kept = join(ROOT, "node_modules/.cache", `hearsay-empty-${version}`)
  if (existsSync(kept)) return kept
  const making = `${kept}-${process.pid}`
  await (await openStore(making, "a test")).close()
  if (existsSync(kept)) rmSync(making, { recursive: true })
  else renameSync(making, kept)
  return kept
}

async function embedded(): Promise<Fresh> {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-ledger-"))
  cpSync(join(await template(), "store"), join(folder, "store"), { recursive: true })
  return open(folder, async () => rmSync(folder, { recursive: true, force: true }))
}

let databases = 0

async function onServer(): Promise<Fresh> {
  const name = `hearsay_test_${process.pid}_${databases++}`
  await onMain(`create database ${name} template template0 encoding 'UTF8'`)
  const url = new URL(POSTGRES!)
  url.pathname = `/${name}`
  return open(url.href, () => onMain(`drop database ${name} with (force)`))
}

async function onMain(statement: string): Promise<void> {
  const client = new Client(POSTGRES!)
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function open(place: string, remove: () => Promise<void>): Promise<Fresh> {
  const store = await openStore<Tables>(place, "a test")
  const { openJournal } = store
  const ledger = await openLedger(store.db, async applied => (openJournal ? inFile(await openJournal(applied)) : inTable))
  return {
    ledger,
    store,
    async reopen(meanwhile = () => {}) {
      await store.close()
      await meanwhile()
      return open(place, remove)
    },
    async drop() {
      await store.close()
      await remove()
    },
  }
}

const TABLES =
  "page_key article article_credit article_link cast_member agent agent_key suggestion statement claim claim_key position copy_band copy term judgement effect tally unnamed unnamed_outlet unnamed_wording".split(
    " ",
  )

/** Everything that tables hold, sorted, as text. Stems differ between versions of PostgreSQL, so the index of words is left out. */
export async function dump(db: Db, tables: readonly string[] = TABLES): Promise<Readonly<Record<string, readonly string[]>>> {
  const out: Record<string, readonly string[]> = {}
  for (const name of tables) {
    const { rows } = await sql<{ row: string }>`select (to_jsonb(t) - 'words')::text as row from ${sql.table(name)} t`.execute(db)
    out[name] = rows.map(({ row }) => row).sort()
  }
  return out
}
