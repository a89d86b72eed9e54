import { type RawBuilder, sql } from "kysely"
import type { ArticleLine, ArticleSheet, Page, Paging } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { articleLines, crowdFor, evidenceOf, type Shown, shown } from "./evidence.ts"
import { type Cursor, cursorIn, cursorOf, limitOf, pageOf } from "./page.ts"

type Body = Pick<ArticleSheet, "authors" | "language" | "text" | "blocks" | "doubts"> & { readonly page: string }

/** An article with everything found in it; null when the ledger holds none of that id. */
export async function article(db: Db, id: string): Promise<ArticleSheet | null> {
  const [body] = await rows(db, sql<Body>`select page, authors, language, text, blocks, doubts from article where id = ${id}`)
  if (!body) return null
  const { page, ...rest } = body
  const found = await rows(db, sql<Shown>`${shown(sql`s.article = ${id}`, null)} order by s.place limit ${MOST_SHOWN}`)
  const copies = await rows(
    db,
    sql<{ other: string; share: number }>`
    select case when a = ${id} then b else a end as other, share from copy where a = ${id} or b = ${id} order by share desc, other limit ${MOST_COPIES}`,
  )
  const versions = await rows(db, sql<{ id: string }>`select id from article where page = ${page} order by moment, place`)
  const lines = await articleLines(db, [id, ...versions.map(each => each.id), ...copies.map(({ other }) => other)])
  return {
    ...lines.get(id)!,
    ...rest,
    evidence: await evidenceOf(db, found, await crowdFor(db, found)),
    history: versions.map(each => lines.get(each.id)!),
    copies: copies.flatMap(({ other, share }) => (lines.has(other) ? [{ article: lines.get(other)!, share }] : [])),
  }
}

const MOST_SHOWN = 3000
const MOST_COPIES = 50

/** Which articles: `outlet` by its name, `about` words of the title. */
export interface ArticleFilter {
  readonly outlet?: string
  readonly about?: string
}

/** Articles, those handed in last first. A page may hold fewer than asked for, and still go on. */
export async function articles(db: Db, filter: ArticleFilter = {}, paging: Paging = {}): Promise<Page<ArticleLine>> {
  const limit = limitOf(paging)
  const from = cursorOf(paging)
  const found =
    (filter.about === undefined ? null : await titled(db, filter, { limit, from })) ?? (await walked(db, filter, { limit, from }))
  const page = pageOf(found.items, limit, placeOf)
  const lines = await articleLines(
    db,
    page.items.map(({ id }) => id),
  )
  return { items: page.items.map(({ id }) => lines.get(id)!), next: page.next ?? (found.last && cursorIn(placeOf(found.last))) }
}

interface Placed {
  readonly id: string
  readonly place: string | number
}

interface Part {
  readonly limit: number
  readonly from: Cursor | null
}

interface Found {
  readonly items: readonly Placed[]
  /** The last article that was looked at, where there are more. */
  readonly last: Placed | null
}

function placeOf({ id, place }: Placed): Cursor {
  return { value: String(place), id }
}

function ofOutlet({ outlet }: ArticleFilter): RawBuilder<unknown> {
  return outlet === undefined ? sql`true` : sql`lower(left(outlet, 80)) = lower(left(${outlet}, 80)) and lower(outlet) = lower(${outlet})`
}

const TITLE = sql`to_tsvector('english', coalesce(title, ''))`

/** Puts in order those whose titles hold the words, where few enough do; null where more do. */
async function titled(db: Db, filter: ArticleFilter, { limit, from }: Part): Promise<Found | null> {
  const found = await rows(
    db,
    sql<Placed & { readonly many: number }>`
      with passing as materialized (
        select id, place from article where ${ofOutlet(filter)} and ${TITLE} @@ websearch_to_tsquery('english', ${filter.about})),
      few as materialized (select * from passing limit ${MOST_FETCHED + 1})
      select n.many, page.* from (select count(*)::int as many from few) n left join (
        select * from few where ${afterPlace(from)} order by place desc limit ${limit + 1}) page on true order by page.place desc`,
  )
  return found[0]!.many > MOST_FETCHED ? null : { items: found.filter(({ id }) => id !== null), last: null }
}

/** So many articles are put in order at once; of more, a page is found sooner by going through the newest. */
const MOST_FETCHED = 4000

async function walked(db: Db, filter: ArticleFilter, { limit, from }: Part): Promise<Found> {
  const { about } = filter
  const way = sql`select id, place, title from article where ${ofOutlet(filter)} and ${afterPlace(from)} order by place desc`
  if (about === undefined) return { items: await rows(db, sql<Placed>`${way} limit ${limit + 1}`), last: null }
  const checked = sql`coalesce(${TITLE} @@ websearch_to_tsquery('english', ${about}), false)`
  const items = await rows(
    db,
    sql<Placed>`select id, place from (${way} limit ${MOST_WALKED}) a where ${checked} order by place desc limit ${limit + 1}`,
  )
  if (items.length > limit) return { items, last: null }
  const [last] = await rows(db, sql<Placed>`${way} limit 1 offset ${MOST_WALKED - 1}`)
  return { items, last: last ?? null }
}

/** So many articles are looked at for one page. */
const MOST_WALKED = 5000

function afterPlace(from: Cursor | null): RawBuilder<unknown> {
  return from ? sql`place < ${Number(from.value) || 0}` : sql`true`
}

/** Articles entered after a place of the journal, the first first, with the statements in them that deny. */
export async function newsAfter(db: Db, place: number, limit = 50): Promise<readonly News[]> {
  const found = await rows(
    db,
    sql<{ id: string; place: string | number }>`select id, place from article where place > ${place} order by place limit ${limit}`,
  )
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const lines = await articleLines(db, ids)
  const denials = await rows(
    db,
    sql<Shown>`${shown(sql`s.article = any(${list(ids)}) and s.stance = 'denies'`, null)} order by a.place, s.place`,
  )
  const evidence = await evidenceOf(db, denials, await crowdFor(db, denials))
  return found.map(({ id, place: own }) => ({
    place: Number(own),
    article: lines.get(id)!,
    denials: evidence.filter(each => each.article.id === id),
  }))
}

/** What an article brought. */
export interface News {
  readonly place: number
  readonly article: ArticleLine
  readonly denials: ArticleSheet["evidence"]
}

/** The place of the newest article; -1 where there is none. */
export async function newestPlace(db: Db): Promise<number> {
  const [found] = await rows(db, sql<{ place: string | number | null }>`select max(place) as place from article`)
  return Number(found?.place ?? -1)
}
