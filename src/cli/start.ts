import { mkdtempSync, readdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { lookOf } from "./look.ts"
import { asking } from "./place.ts"
import { runAdd } from "./run-add.ts"

/** The bundled story, seen from the folder that `npm start` runs in. */
const STORY = "examples"

/** How many claims are shown: what fits a few screens. */
const SHOWN = 8

/** `npm start`: records the bundled story in a ledger of its own among the temporary files, shows what is claimed in it, and tells how to go on. */
const ledger = mkdtempSync(join(tmpdir(), "hearsay-story-"))
const pages = readdirSync(STORY)
  .filter(file => file.endsWith(".html"))
  .map(file => join(STORY, file))

process.exitCode = await runAdd(pages, { ledger, format: "text" })
const first = await show()
console.log(`
The story is in ${ledger}. To go on:

  npx hearsay serve --ledger ${ledger}   the same as pages, on http://127.0.0.1:4177
  npx hearsay claim ${first} --ledger ${ledger}   who says so, and every sentence
  npx hearsay read ${pages[0]}   one article
  npx hearsay add PAGE…   your own pages, in ~/.hearsay
  npx hearsay --help`)

/** Prints the most contested claims; gives the id of the first. */
async function show(): Promise<string> {
  const { claims } = await import("../ledger/index.ts")
  const { drawClaims } = await import("./boards/claims.ts")
  const page = await asking(ledger, "a question", db => claims(db, { order: "weight" }, { limit: SHOWN }))
  console.log(`\n${drawClaims(page, lookOf(process.stdout))}`)
  return page.items[0]?.id ?? "ID"
}
