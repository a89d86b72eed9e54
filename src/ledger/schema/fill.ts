import { sql } from "kysely"
import { rows, type Tx } from "../db.ts"
import { refresh } from "../record/summary.ts"
import { recountUnnamed } from "../unnamed.ts"

/** Works out for every claim and article what tables of an earlier release did not keep. Takes as long as the ledger is large. */
export async function fill(tx: Tx): Promise<void> {
  for await (const claims of idsOf(tx, "claim")) await refresh(tx, claims)
  for await (const articles of idsOf(tx, "article")) await recountUnnamed(tx, articles)
}

/** All ids of a table, a few at a time. */
async function* idsOf(tx: Tx, table: "claim" | "article"): AsyncGenerator<readonly string[]> {
  for (let after = ""; ; ) {
    const found = await rows(tx, sql<{ id: string }>`select id from ${sql.table(table)} where id > ${after} order by id limit ${AT_ONCE}`)
    if (found.length === 0) return
    yield found.map(({ id }) => id)
    after = found.at(-1)!.id
  }
}

const AT_ONCE = 100
