import { sql } from "kysely"
import { list, rows, type Tx } from "./db.ts"

/** Of a claim, what counting all its statements gives. */
export interface Whole {
  readonly statements: number
  readonly articles: number
  readonly first: string | null
  readonly firstAsserted: string | null
  readonly firstDenied: string | null
}

/**
 * Counts claims that are told so often that not all of their statements are read. Takes as long as the claims are large, and not the ledger.
 * Statements of earlier versions count only for when it was first told.
 */
export async function countedWhole(tx: Tx, claims: readonly string[]): Promise<ReadonlyMap<string, Whole>> {
  if (claims.length === 0) return new Map()
  const found = await rows(
    tx,
    sql<Whole & { readonly claim: string }>`
      select claim, count(*) filter (where not past)::int as statements, count(distinct article) filter (where not past)::int as articles,
        min(shown) as first, min(moment) filter (where stance in ('asserts', 'confirms')) as "firstAsserted",
        min(moment) filter (where stance = 'denies') as "firstDenied"
      from statement where claim = any(${list(claims)}) and not dismissed group by claim`,
  )
  return new Map(found.map(({ claim, ...whole }) => [claim, whole]))
}
