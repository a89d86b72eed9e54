import { sql } from "kysely"
import { expect, test } from "vitest"
import { loadModel } from "../../model/index.ts"
import { read } from "../../src/core/index.ts"
import { claim, claims, type Entry, enter, rebuild } from "../../src/ledger/index.ts"
import { dump, STORES } from "./given.ts"

const model = loadModel()

const SAID = "the northern gate of the harbor had stood open for nine hours before the ferry Corrin sailed"

function entry(at: string, publisher: string, url: string, [sentence, filling]: readonly [string, string]): Entry {
  const content = `<html lang="en"><head><title>Gate of the harbor: ${publisher}</title></head><body><article><h1>Gate of the harbor: ${publisher}</h1><p>${sentence}</p><p>${filling}</p></article></body></html>`
  return {
    entry: "reading",
    at,
    reader: "test",
    reading: read({ kind: "html", content, url, publisher, published: at.slice(0, 10) }, model),
  }
}

const POST = entry("2025-11-24T10:00:00.000Z", "The Harbor Post", "https://post.example/gate", [
  `Two officials said on Monday that ${SAID}.`,
  "The ferry was built twenty years ago and has sailed between the islands since. It was in the dock for repairs in spring, and came back in May with a new engine.",
])
const RADIO = entry("2025-11-24T11:00:00.000Z", "Coast Radio", "https://radio.example/7", [
  `An engineer who asked not to be named <a href="https://www.post.example/gate/?utm_source=radio">said on Monday</a> that ${SAID}.`,
  "Passengers waited in the rain until noon, when buses took them to the southern pier. Tickets stay valid for a week, and the kiosk on the quay gives out hot tea.",
])

test.each(STORES)(
  "an article that links to another goes back to it, and a rebuilt ledger says the same: %s",
  async (_, fresh) => {
    const { ledger, drop } = await fresh()
    for (const entered of await enter(ledger, [POST, RADIO])) expect(entered).toMatchObject({ outcome: "new" })
    const { rows } = await sql<{ key: string }>`select key from article_link`.execute(ledger.db)
    expect(rows).toEqual([{ key: "post.example/gate" }])
    const [line] = (await claims(ledger.db)).items
    const sheet = await claim(ledger.db, line!.id)
    const whys = sheet!.origins.roots.flatMap(({ merges }) => merges.map(({ why }) => why))
    expect([sheet!.origins.count, whys]).toEqual([1, ["links to it"]])
    const before = await dump(ledger.db)
    await rebuild(ledger)
    expect(await dump(ledger.db)).toEqual(before)
    await drop()
  },
  60_000,
)
