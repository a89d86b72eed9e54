import { sql } from "kysely"
import type { Article } from "../../core/index.ts"
import { list, rows, type Tx, table } from "../db.ts"
import { bodyOf, copyKeys, copyOf, type Printed } from "../match/index.ts"

/** Finds the articles that carry the same text, and keeps which passages. Looks up by keys: its time does not grow with the ledger. */
export async function enterCopies(tx: Tx, { id, text, publisher }: Article): Promise<void> {
  const body = bodyOf(text)
  const keys = copyKeys(body)
  const near = await articlesUnder(tx, keys)
  await compare(tx, { id, house: publisher, body }, near)
  const records = keys.map(key => ({ band: numberOf(key), article: id }))
  await sql`insert into copy_band select * from ${table(records, "band bigint, article text")} on conflict do nothing`.execute(tx)
}

function numberOf(key: string): number {
  return Number.parseInt(key, 36)
}

interface Near {
  readonly id: string
  readonly text: string
  readonly house: string | null
  /** Keys they share, those that very many have left out. */
  readonly shared: readonly string[]
}

/** Articles that share the most keys. A key of more than `MOST_UNDER_KEY` articles is a phrase of a house, and finds nobody. */
async function articlesUnder(tx: Tx, keys: readonly string[]): Promise<readonly Near[]> {
  if (keys.length === 0) return []
  return rows(
    tx,
    sql<Near>`
      with found as (
        select near.article, wanted.key from unnest(${list(keys)}, ${list(keys.map(key => String(numberOf(key))))}::bigint[]) as wanted(key, band)
        cross join lateral (select array_agg(article) as articles from (select article from copy_band where band = wanted.band limit ${MOST_UNDER_KEY + 1}) c) g
        cross join lateral unnest(g.articles) as near(article)
        where cardinality(g.articles) <= ${MOST_UNDER_KEY}
      ), best as (
        select article, array_agg(key order by key) as shared from found group by article order by count(*) desc, article limit ${MOST_COMPARED}
      )
      select a.id, a.text, a.publisher as house, best.shared from best join article a on a.id = best.article order by a.place`,
  )
}

const MOST_UNDER_KEY = 20
const MOST_COMPARED = 6

async function compare(tx: Tx, own: Printed, near: readonly Near[]): Promise<void> {
  const copies = near.flatMap(({ id, text, house }) => copyOf({ id, house, body: bodyOf(text) }, own) ?? [])
  const records = copies.map(({ a, b, share, passages }) => ({ a, b, share, body: passages }))
  if (records.length === 0) return
  await sql`insert into copy select * from ${table(records, "a text, b text, share real, body jsonb")} on conflict do nothing`.execute(tx)
}
