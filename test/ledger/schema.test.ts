import { sql } from "kysely"
import { describe, expect, test } from "vitest"
import { claims, enter, migrate, NEWEST } from "../../src/ledger/index.ts"
import { entryOf, STORES } from "./given.ts"
import { POST } from "./story.ts"

const VERSIONS = Array.from({ length: NEWEST }, (_, at) => at + 1)

describe.each(STORES)("tables on %s", (_, fresh) => {
  test.each(VERSIONS)(
    "of version %i are brought up to date, and take entries",
    async version => {
      const { ledger, drop } = await fresh()
      await sql`drop schema public cascade`.execute(ledger.db)
      await sql`create schema public`.execute(ledger.db)
      await migrate(ledger.db, version)
      await migrate(ledger.db)
      await migrate(ledger.db)
      expect(await enter({ ...ledger }, [entryOf(POST)])).toMatchObject([{ outcome: "new" }])
      expect((await claims(ledger.db)).items.length).toBeGreaterThan(0)
      await drop()
    },
    60_000,
  )

  test("of a newer Hearsay are refused and left as they are", async () => {
    const { ledger, drop } = await fresh()
    await sql`update meta set value = ${String(NEWEST + 1)} where key = 'version'`.execute(ledger.db)
    await expect(migrate(ledger.db)).rejects.toMatchObject({ name: "Refused", message: expect.stringContaining("newer Hearsay") })
    const { rows } = await sql<{ value: string }>`select value from meta where key = 'version'`.execute(ledger.db)
    expect(rows).toEqual([{ value: String(NEWEST + 1) }])
    await drop()
  }, 60_000)
})
