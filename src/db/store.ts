import type { Kysely } from "kysely"
import type { FileJournal } from "./journal.ts"

/** An opened database, and the journal beside it. */
export interface Store<Tables> {
  /** As messages name it, without a password. */
  readonly place: string
  readonly db: Kysely<Tables>
  /** The journal in a file; null where the database itself keeps what it acknowledged safe. `known` is a position found whole before. */
  readonly openJournal: ((known: number) => Promise<FileJournal>) | null
  /** What an embedded database does not do by itself: gives back dead rows, counts anew, and shortens its log. After bulk loads. */
  readonly tidy: () => Promise<void>
  readonly close: () => Promise<void>
}
