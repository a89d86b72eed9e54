import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely"

/** Tables are written out in SQL, in `schema`; each query names the rows it gives. */
// biome-ignore lint/complexity/noBannedTypes: no table is known to the query builder
export type Tables = {}

/** A database handed in: a pool, or the transaction at hand. Inside a transaction only its own handle is used: an embedded database has one connection. */
export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** The rows of a query, read only. */
export async function rows<Row>(db: Db, query: RawBuilder<Row>): Promise<readonly Row[]> {
  return (await query.execute(db)).rows
}

/** Many rows in one parameter, whatever their number: `select * from ${table(rows, "id text, count int")}`. */
export function table(records: readonly object[], columns: string): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given(${sql.raw(columns)})`
}

/** Words in one parameter, as a set for `= any(…)`. */
export function list(words: readonly string[]): RawBuilder<unknown> {
  return sql`${words}::text[]`
}
