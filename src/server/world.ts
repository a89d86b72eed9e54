import type { Page, Reading } from "../core/index.ts"
import type { Ledger } from "../ledger/index.ts"
import type { Rates } from "./guard/rates.ts"

/** A page found in what was handed in, or why it is none. */
export type Found = { readonly name: string } & ({ readonly page: Page } | { readonly failure: unknown })

/** A file of the pages that people see, at its path: "/index.html", "/assets/board-8f3a.js". */
export interface PageFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** All that the server needs of the world, handed in. */
export interface World {
  readonly ledger: Ledger
  /** Reads a page away from this thread, so that answers go on meanwhile. Rejects with an `Unreadable`. */
  readonly read: (page: Page) => Promise<Reading>
  /** Fetches one page by way of the guard. Rejects with an `Unreadable`. */
  readonly fetchPage: (url: string) => Promise<Page>
  /** The pages in a file that was handed in: HTML, text, or records. What fails is found too; nothing is thrown. */
  readonly pagesIn: (name: string, bytes: Uint8Array) => AsyncIterable<Found>
  /** ISO 8601 in UTC. */
  readonly now: () => string
  /** Of this Hearsay; null when it does not know. */
  readonly version: string | null
  /** SHA-256 of the token for writing, in hex. */
  readonly tokenHash: string
  readonly readingOpen: boolean
  /** Names under which the server may be asked for, besides "localhost" and addresses written in numbers. */
  readonly names: readonly string[]
  /** The built pages by path; empty where there are none. */
  readonly pages: ReadonlyMap<string, PageFile>
  /** How many requests of one address are answered; null for any number. */
  readonly rates: Rates | null
  /** Told what a person should see on the server's own screen, in one line. */
  readonly note: (line: string) => void
}
