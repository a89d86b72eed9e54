import { Kysely, PostgresDialect, sql } from "kysely"
import { Pool, type PoolClient } from "pg"
import { Unavailable, unavailable } from "./failure.ts"
import type { Store } from "./store.ts"

/** PostgreSQL 15 came out in 2022, and is what Debian 12 has. */
const LEAST_VERSION = 150000

/** Opens a ledger in PostgreSQL at “postgres://user:password@host:port/database”. Throws `Unavailable`. */
export async function openServer<Tables>(url: string): Promise<Store<Tables>> {
  const place = withoutPassword(url)
  const pool = new Pool({ connectionString: url, max: MOST_CONNECTIONS, connectionTimeoutMillis: PATIENCE_MS, application_name: "hearsay" })
  // A connection that breaks while nobody uses it is replaced by the next; without a listener it would end the process.
  pool.on("error", () => {})
  pool.on("connect", (client: PoolClient) => client.on("error", () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await refuseOld(db, place)
  } catch (error) {
    await db.destroy()
    throw unavailable(place, error) ?? error
  }
  return {
    place,
    db,
    openJournal: null,
    async tidy() {
      await sql`analyze`.execute(db)
    },
    close: () => db.destroy(),
  }
}

const MOST_CONNECTIONS = 10
const PATIENCE_MS = 10_000

async function refuseOld<Tables>(db: Kysely<Tables>, place: string): Promise<void> {
  const { rows } = await sql<{ version: number; encoding: string }>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`.execute(db)
  const { version = 0, encoding = "" } = rows[0] ?? {}
  if (version < LEAST_VERSION)
    throw new Unavailable(place, `it is PostgreSQL ${Math.floor(version / 10000)}`, { remedy: "Hearsay needs PostgreSQL 15 or newer" })
  if (encoding !== "UTF8")
    throw new Unavailable(place, `its database is in ${encoding}`, { remedy: "create one in UTF-8: createdb -T template0 -E UTF8 NAME" })
}

function withoutPassword(url: string): string {
  try {
    const address = new URL(url)
    address.password = ""
    address.search = ""
    return address.href
  } catch {
    throw new Unavailable("--ledger", "the address of the database cannot be read", {
      remedy: "write it as postgres://user:password@host:port/database",
    })
  }
}
