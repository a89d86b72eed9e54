import { holdsLedger, openFolder } from "./folder.ts"
import { openServer } from "./server.ts"
import type { Store } from "./store.ts"

export { Unavailable, unavailable } from "./failure.ts"
export { JOURNAL, openBeside } from "./folder.ts"
export { type Damage, FileJournal } from "./journal.ts"
export { lockFolder } from "./lock.ts"
export type { Store } from "./store.ts"

/** Whether a place is a database server's address; any other is a folder. */
export function isServer(place: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(place)
}

/**
 * Opens the database at a place: a folder (embedded; made where there is none) or “postgres://…”. `doing` is what others are told who find
 * a folder in use. Throws `Unavailable`, with what the person can do.
 */
export function openStore<Tables>(place: string, doing: string): Promise<Store<Tables>> {
  return isServer(place) ? openServer(place) : openFolder(place, doing)
}

/** Whether there is a ledger at a place, as far as can be told without opening it. */
export function mayHoldLedger(place: string): boolean {
  return isServer(place) || holdsLedger(place)
}
