import { sql } from "kysely"
import { type Db, rows } from "../db.ts"
import { Refused } from "../refused.ts"
import { fill } from "./fill.ts"
import { FIRST } from "./first.ts"
import { FOURTH } from "./fourth.ts"
import { SECOND } from "./second.ts"
import { THIRD } from "./third.ts"

/** Each brings the tables from one release to the next; forward only, and never changed once released. */
const MIGRATIONS: readonly string[] = [FIRST, SECOND, THIRD, FOURTH]

/** The first version of which the tables hold what lists show. */
const FILLED = 2

/** The version of the tables that this Hearsay writes. */
export const NEWEST = MIGRATIONS.length

/** Brings the tables up to date, all or nothing. Two who try at once wait for one another. Throws `Refused` for tables of a newer Hearsay. */
export async function migrate(db: Db, upTo = NEWEST): Promise<void> {
  await db.transaction().execute(async tx => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
    await sql`create table if not exists meta (key text collate "C" primary key, value text not null)`.execute(tx)
    const version = Number((await meta(tx, "version")) ?? 0)
    if (version > NEWEST)
      throw new Refused(
        `the ledger was made by a newer Hearsay (tables of version ${version}, this one knows ${NEWEST})`,
        "install the newest Hearsay",
      )
    for (const migration of MIGRATIONS.slice(version, upTo)) await sql.raw(migration).execute(tx)
    if (version > 0 && version < FILLED && upTo >= FILLED) await fill(tx)
    if (version < upTo) await setMeta(tx, "version", String(upTo))
  })
}

/** Any number no one else uses: the letters of the name. */
const LOCK = 0x68656172

/** One of the few things a ledger knows of itself: `version`, `applied`, `place`. */
export async function meta(db: Db, key: string): Promise<string | null> {
  return (await rows(db, sql<{ value: string }>`select value from meta where key = ${key}`))[0]?.value ?? null
}

export async function setMeta(db: Db, key: string, value: string): Promise<void> {
  await sql`insert into meta values (${key}, ${value}) on conflict (key) do update set value = excluded.value`.execute(db)
}
