import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { createPgConfig } from "@electric-sql/pglite/node-postgres"
import { Kysely, PostgresDialect, sql } from "kysely"
import { Pool } from "pg"
import { Unavailable, unavailable } from "./failure.ts"
import { FileJournal } from "./journal.ts"
import { type Lock, lockFolder } from "./lock.ts"
import type { Store } from "./store.ts"

/** What stands in a ledger's folder. `STORE` can be made again from `JOURNAL` alone. */
export const JOURNAL = "journal.jsonl.gz"
const STORE = "store"
/** A store while it is made; it is there whole or not at all. */
const MAKING = "store.new"

/**
 * Opens the embedded ledger in a folder, or makes it. One process at a time: our own lock is taken before anything is opened. `doing` tells
 * others what holds it. Throws `Unavailable`.
 */
export async function openFolder<Tables>(folder: string, doing: string): Promise<Store<Tables>> {
  try {
    refuseForeign(folder)
    mkdirSync(folder, { recursive: true })
    const lock = await lockFolder(folder, doing)
    try {
      return await opened(folder, lock)
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    throw unavailable(folder, error) ?? error
  }
}

/** Takes away the store of a folder, so that the next opening makes an empty one. The journal stays. */
export async function dropStore(folder: string, doing: string): Promise<void> {
  try {
    refuseForeign(folder)
    const lock = await lockFolder(folder, doing)
    rmSync(join(folder, STORE), { recursive: true, force: true })
    await lock.release()
  } catch (error) {
    throw unavailable(folder, error) ?? error
  }
}

/** Whether a folder holds a ledger, or at least its journal. */
export function holdsLedger(folder: string): boolean {
  return existsSync(join(folder, JOURNAL)) || existsSync(join(folder, STORE))
}

/** A folder with other things in it is somebody's, and not ours to fill. */
function refuseForeign(folder: string): void {
  if (!existsSync(folder)) return
  const others = readdirSync(folder).filter(name => !OURS.test(name))
  if (others.length > 0 && !holdsLedger(folder))
    throw new Unavailable(folder, `it is no ledger, and holds other things (${others[0]})`, { remedy: "name an empty or a new folder" })
}

const OURS = /^(?:journal\.jsonl\.gz.*|store(?:\.new|\.broken.*)?|lock-.*|owner\.json)$/

async function opened<Tables>(folder: string, lock: Lock): Promise<Store<Tables>> {
  const path = join(folder, STORE)
  if (!existsSync(path)) await make(folder)
  const lite = await start(folder, path)
  const pool = new Pool({ ...createPgConfig(lite), max: 1 })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  let journal: FileJournal | null = null
  return {
    place: folder,
    db,
    async openJournal(known) {
      journal = await FileJournal.open(join(folder, JOURNAL), known)
      return journal
    },
    async tidy() {
      await sql`vacuum (analyze)`.execute(db)
      await sql`checkpoint`.execute(db)
    },
    async close() {
      await db.destroy()
      await lite.close()
      await journal?.close()
      await lock.release()
    },
  }
}

/** Made under a passing name and moved into place, so that a process killed meanwhile leaves nothing half made. */
async function make(folder: string): Promise<void> {
  const making = join(folder, MAKING)
  rmSync(making, { recursive: true, force: true })
  const lite = await PGlite.create(making)
  await lite.exec("checkpoint")
  await lite.close()
  renameSync(making, join(folder, STORE))
}

async function start(folder: string, path: string): Promise<PGlite> {
  try {
    return await PGlite.create(path)
  } catch (cause) {
    const known = unavailable(folder, cause)
    if (known) throw known
    throw new Unavailable(folder, `its store does not open (${oneLine(cause)})`, {
      remedy: `make it again from its journal: hearsay rebuild --ledger ${folder}`,
      cause,
    })
  }
}

function oneLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split("\n")[0]!
}
