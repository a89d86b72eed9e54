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
/** A store that another is about to take the place of. */
const REPLACED = "store.old"

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

/** A store made anew beside the one that a folder has. */
export interface Beside<Tables> extends Store<Tables> {
  /** Closes it and puts it in the place of the other, which goes. Until then the other is untouched, and `close` leaves it as it is. */
  readonly replace: () => Promise<void>
}

/** Makes an empty store beside that of a folder, over the same journal. What is broken off before `replace` leaves the folder's ledger whole. Throws `Unavailable`. */
export async function openBeside<Tables>(folder: string, doing: string): Promise<Beside<Tables>> {
  try {
    refuseForeign(folder)
    const lock = await lockFolder(folder, doing)
    try {
      settle(folder)
      await make(folder)
      const store = await storeAt<Tables>(folder, join(folder, MAKING), lock)
      return { ...store, replace: () => store.close(() => swap(folder)), close: () => store.close(() => leave(folder)) }
    } catch (error) {
      leave(folder)
      await lock.release()
      throw error
    }
  } catch (error) {
    throw unavailable(folder, error) ?? error
  }
}

function swap(folder: string): void {
  if (existsSync(join(folder, STORE))) renameSync(join(folder, STORE), join(folder, REPLACED))
  renameSync(join(folder, MAKING), join(folder, STORE))
  rmSync(join(folder, REPLACED), { recursive: true, force: true })
}

function leave(folder: string): void {
  rmSync(join(folder, MAKING), { recursive: true, force: true })
}

/** What a process left that ended while it made or replaced a store: the whole one stays, or goes back to its place. */
function settle(folder: string): void {
  leave(folder)
  if (!existsSync(join(folder, REPLACED))) return
  if (existsSync(join(folder, STORE))) rmSync(join(folder, REPLACED), { recursive: true })
  else renameSync(join(folder, REPLACED), join(folder, STORE))
}

/** Whether a folder holds a ledger, or at least its journal. */
export function holdsLedger(folder: string): boolean {
  return [JOURNAL, STORE, REPLACED].some(name => existsSync(join(folder, name)))
}

/** A folder with other things in it is somebody's, and not ours to fill. */
function refuseForeign(folder: string): void {
  if (!existsSync(folder)) return
  const others = readdirSync(folder).filter(name => !OURS.test(name))
  if (others.length > 0 && !holdsLedger(folder))
    throw new Unavailable(folder, `it is no ledger, and holds other things (${others[0]})`, { remedy: "name an empty or a new folder" })
}

const OURS = /^(?:journal\.jsonl\.gz.*|store(?:\.new|\.old|\.broken.*)?|lock-.*|owner\.json)$/

async function opened<Tables>(folder: string, lock: Lock): Promise<Store<Tables>> {
  settle(folder)
  const path = join(folder, STORE)
  if (!existsSync(path)) {
    await make(folder)
    renameSync(join(folder, MAKING), path)
  }
  const store = await storeAt<Tables>(folder, path, lock)
  return { ...store, close: () => store.close() }
}

interface Closing<Tables> extends Omit<Store<Tables>, "close"> {
  /** `last` is done when all files are closed, before the folder is let go. */
  readonly close: (last?: () => void) => Promise<void>
}

async function storeAt<Tables>(folder: string, path: string, lock: Lock): Promise<Closing<Tables>> {
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
    async close(last = () => {}) {
      await db.destroy()
      await lite.close()
      await journal?.close()
      last()
      await lock.release()
    },
  }
}

/** An empty store under a passing name, so that a process killed meanwhile leaves nothing half made in the place of a store. */
async function make(folder: string): Promise<void> {
  const making = join(folder, MAKING)
  leave(folder)
  const lite = await PGlite.create(making)
  await lite.exec("checkpoint")
  await lite.close()
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
