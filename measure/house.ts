import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { loadModel } from "../model/index.ts"
import { builtPages, pagesInFile } from "../src/cli/index.ts"
import { type Page, read, Unreadable } from "../src/core/index.ts"
import { type Entry, enter } from "../src/ledger/index.ts"
import { hashOf, listen, makeApp } from "../src/server/index.ts"
import { ROOT } from "../train/corpora.ts"
import { openAt } from "./ledgers.ts"

/** A server with its pages and a ledger of its own, as `hearsay serve` puts it together, on this machine alone. */
export interface House {
  /** "http://127.0.0.1:40123". */
  readonly at: string
  /** Enters something as another program would that shares the ledger. */
  readonly enter: (entry: Entry) => Promise<void>
  readonly close: () => Promise<void>
}

/** Whoever holds it may write. */
export const TOKEN = "hearsay_token-of-the-measured-house"

/** Opens a house on a folder, empty or with a ledger in it. `pages` is where the built pages lie. Entries are entered first. */
export async function openHouse(folder: string, pages: URL, entries: readonly Entry[], port = 0): Promise<House> {
  const { ledger, store } = await openAt(folder)
  const model = loadModel()
  for (const entry of entries) await enter(ledger, [entry])
  const app = makeApp({
    ledger,
    read: async page => read(page, model),
    fetchPage: url => Promise.reject(new Unreadable("no-such-host", `no server is called ${new URL(url).host}`, "check the address")),
    pagesIn: pagesInFile,
    now: () => new Date().toISOString(),
    version: null,
    tokenHash: hashOf(TOKEN),
    readingOpen: true,
    names: [],
    pages: builtPages(pages),
    rates: null,
    note: console.error,
  })
  const listening = await listen(app, "127.0.0.1", port)
  const close = async () => {
    await listening.stop()
    await store.close()
  }
  return { at: listening.url, enter: async entry => void (await enter(ledger, [entry])), close }
}

/** The bundled story, article by article, and after it one of them as its newsroom changed it. */
export function storyEntries(): readonly Entry[] {
  const folder = join(ROOT, "examples")
  const pages = readdirSync(folder).filter(name => name.endsWith(".html"))
  const contents = pages.map(name => readFileSync(join(folder, name), "utf8"))
  return [...contents, revised(readFileSync(join(folder, "harbor-post.html"), "utf8"))].map((content, at) =>
    entryOf({ kind: "html", content }, at),
  )
}

/** A page as it is entered, some hours after the first. */
export function entryOf(page: Page, hours: number): Entry {
  return { entry: "reading", at: new Date(Date.UTC(2025, 9, 20, hours)).toISOString(), reader: null, reading: read(page, loadModel()) }
}

/** What newsrooms do after the first hour: two officials become one, a voice vanishes, and a denial comes in. */
function revised(page: string): string {
  return page
    .replace("two government officials told The Harbor Post", "a government official told The Harbor Post")
    .replace(/<p>“They knew, we knew.*?<\/p>/, "")
    .replace(
      "<p>It is not clear whether the repair",
      "<p>Tomas Redfern denied that his office had been told.</p><p>It is not clear whether the repair",
    )
}
