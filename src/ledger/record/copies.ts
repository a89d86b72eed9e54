import { sql } from "kysely"
import type { Article } from "../../core/index.ts"
import { list, rows, type Tx, table } from "../db.ts"
import { bodyOf, type Copy, copyKeys, copyOf, type Printed } from "../match/index.ts"

/** What an article shares with those recorded before it. */
export interface Shared {
  readonly keys: readonly string[]
  readonly copies: readonly SharedCopy[]
}

/** A copy, with what tells whether it is the same page. */
export interface SharedCopy extends Copy {
  /** Share of the longer one. */
  readonly ofLonger: number
  readonly page: string
  readonly url: string | null
  readonly published: string | null
}

/** Finds the articles that carry the same text. Looks up by keys: its time does not grow with the ledger. */
export async function findShared(tx: Tx, { id, text, publisher }: Article): Promise<Shared> {
  const own = { id, house: publisher, body: bodyOf(text) }
  const keys = copyKeys(own.body)
  const near = await articlesUnder(tx, keys)
  return { keys, copies: near.flatMap(each => sharedWith(own, each)) }
}

function sharedWith(own: Printed, { id, text, house, page, url, published }: Near): SharedCopy[] {
  const body = bodyOf(text)
  const copy = copyOf({ id, house, body }, own)
  if (!copy) return []
  const [short, long] = [body.words.length, own.body.words.length].sort((a, b) => a - b) as [number, number]
  return [{ ...copy, ofLonger: (copy.share * short) / Math.max(1, long), page, url, published }]
}

/** Keeps by what it can be found, and which passages it shares. */
export async function keepShared(tx: Tx, id: string, { keys, copies }: Shared): Promise<void> {
  const found = copies.map(({ a, b, share, passages }) => ({ a, b, share, body: passages }))
  if (found.length > 0)
    await sql`insert into copy select * from ${table(found, "a text, b text, share real, body jsonb")} on conflict do nothing`.execute(tx)
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
  readonly page: string
  readonly url: string | null
  readonly published: string | null
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
      select a.id, a.text, a.publisher as house, a.page, a.url, a.published, best.shared from best join article a on a.id = best.article order by a.place`,
  )
}

const MOST_UNDER_KEY = 20
const MOST_COMPARED = 6
