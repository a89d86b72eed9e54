import { type ChildProcess, spawn } from "node:child_process"
import { cpSync, existsSync, renameSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { enter, rebuild } from "../../src/ledger/index.ts"
import { ROOT } from "../../train/corpora.ts"
import { dump, entryOf, type Fresh, STORES } from "./given.ts"
import { GAZETTE, POST, POST_LATER, RADIO } from "./story.ts"

type Tables = Awaited<ReturnType<typeof dump>>

function rebuilding(place: string): { readonly child: ChildProcess; readonly end: Promise<string | number | null> } {
  const child = spawn(process.execPath, [join(ROOT, "dist/src/cli/main.js"), "rebuild", "--ledger", place], { stdio: "ignore" })
  return { child, end: new Promise(resolve => child.once("close", (code, signal) => resolve(signal ?? code))) }
}

describe.each(STORES)("a rebuild on %s that is broken off", (name, fresh) => {
  let at: Fresh
  let whole: Tables
  beforeAll(async () => {
    at = await fresh()
    await enter(
      at.ledger,
      [POST, RADIO, GAZETTE, POST_LATER].map((page, minute) => entryOf(page, minute)),
    )
    whole = await dump(at.ledger.db)
  }, 60_000)
  afterAll(() => at.drop())

  test("by a fault while it enters leaves the ledger as it was", async () => {
    const fault = new Error("broken off")
    const broken = rebuild(at.ledger, {
      done() {
        throw fault
      },
    })
    await expect(broken).rejects.toBe(fault)
    expect(await dump(at.ledger.db)).toEqual(whole)
  })

  test.runIf(name === "PostgreSQL")(
    "by kill -9 leaves the ledger as it was, and meanwhile it is read as it was",
    async () => {
      const { db } = at.ledger
      const held = await db.startTransaction().execute()
      await sql`lock table statement in share mode`.execute(held)
      const { child, end } = rebuilding(at.store.place)
      for (;;) {
        const waiting =
          await sql`select from pg_stat_activity where wait_event_type = 'Lock' and query like 'delete from "statement"%'`.execute(db)
        if (waiting.rows.length > 0) break
        await pause(50)
      }
      expect(await dump(db)).toEqual(whole)
      child.kill("SIGKILL")
      expect(await end).toBe("SIGKILL")
      await held.rollback().execute()
      expect(await dump(db)).toEqual(whole)
      expect(await rebuilding(at.store.place).end).toBe(0)
      expect(await dump(db)).toEqual(whole)
    },
    60_000,
  )

  test.runIf(name === "embedded")(
    "by kill -9, or between the old store and the new, leaves the ledger as it was",
    async () => {
      const { place } = at.store
      const [store, making, replaced] = ["store", "store.new", "store.old"].map(each => join(place, each)) as [string, string, string]
      const asItWasAfter = async (work: () => unknown) => {
        at = await at.reopen(work)
        expect(await dump(at.ledger.db)).toEqual(whole)
        expect([store, making, replaced].map(each => existsSync(each))).toEqual([true, false, false])
      }
      await asItWasAfter(async () => {
        const { child, end } = rebuilding(place)
        while (!existsSync(making)) await pause(20)
        await pause(300)
        child.kill("SIGKILL")
        expect(await end).toBe("SIGKILL")
        expect([existsSync(store), existsSync(making)]).toEqual([true, true])
      })
      await asItWasAfter(() => {
        cpSync(store, making, { recursive: true })
        renameSync(store, replaced)
      })
      await asItWasAfter(() => cpSync(store, replaced, { recursive: true }))
      await asItWasAfter(async () => expect(await rebuilding(place).end).toBe(0))
    },
    120_000,
  )
})
