import { homedir } from "node:os"
import { join } from "node:path"
import type { Db, Ledger, Replay, Tables } from "../ledger/index.ts"
import type { Trouble } from "./complaint.ts"

/** Where the ledger is kept: as the command line says, else the environment, else a folder in the person's home. */
export function placeOf(given: string | undefined): string {
  return given || process.env.HEARSAY_LEDGER || join(homedir(), ".hearsay")
}

/** The option that every command about the ledger has. */
export const LEDGER_OPTION = [
  "--ledger <place>",
  "where the ledger is: a folder, or postgres://user@host/database (default: $HEARSAY_LEDGER, else ~/.hearsay)",
] as const

/** A ledger in use, and what its place needs besides. */
export interface Opened {
  readonly ledger: Ledger
  readonly place: string
  readonly tidy: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the ledger at a place, or makes it. Entries of its journal that its tables lack are entered first. Throws what `troubleOf` can tell. */
export async function openAt(place: string, doing: string, replay: Replay = {}): Promise<Opened> {
  const [{ openStore }, { inFile, inTable, openLedger }] = await Promise.all([import("../db/index.ts"), import("../ledger/index.ts")])
  const store = await openStore<Tables>(place, doing)
  try {
    const { openJournal } = store
    const ledger = await openLedger(store.db, async applied => (openJournal ? inFile(await openJournal(applied)) : inTable), replay)
    return { ledger, place: store.place, tidy: store.tidy, close: store.close }
  } catch (error) {
    await store.close().catch(() => {})
    throw error
  }
}

/** Asks a ledger that must be there, and closes it. */
export async function asking<T>(given: string | undefined, doing: string, work: (db: Db) => Promise<T>): Promise<T> {
  const place = placeOf(given)
  const { mayHoldLedger, Unavailable } = await import("../db/index.ts")
  if (!mayHoldLedger(place))
    throw new Unavailable(place, "there is no ledger yet", { remedy: "record something first: hearsay add SOURCE" })
  const { ledger, close } = await openAt(place, doing)
  try {
    return await work(ledger.db)
  } finally {
    await close()
  }
}

/** What went wrong with a ledger, told of its place. */
export async function troubleAt(given: string | undefined, error: unknown): Promise<{ readonly name: string } & Trouble> {
  const [{ troubleOf }, { Unavailable, unavailable }, { Refused }] = await Promise.all([
    import("./complaint.ts"),
    import("../db/index.ts"),
    import("../ledger/index.ts"),
  ])
  const place = placeOf(given).replace(/:[^:@/]*@/, "@")
  const known = error instanceof Refused ? error : (unavailable(place, error) ?? error)
  if (known instanceof Unavailable || known instanceof Refused)
    return { name: known instanceof Unavailable ? known.place : place, reason: known.message, remedy: known.remedy }
  return { name: place, ...troubleOf(error) }
}
