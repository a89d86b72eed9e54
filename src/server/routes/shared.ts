import type { Ledger } from "../../ledger/index.ts"
import type { Desk } from "../desk/desk.ts"
import type { Rights } from "../guard/rights.ts"
import type { Streams } from "../streams.ts"
import type { Jobs } from "../work/jobs.ts"
import type { World } from "../world.ts"

/** What the routes work with. */
export interface House {
  readonly world: World
  readonly ledger: Ledger
  readonly rights: Rights
  readonly jobs: Jobs
  readonly desk: Desk
  readonly streams: Streams
}

/** Query fields that were not given are left out, as the ledger wants it. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
