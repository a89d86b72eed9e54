import { sql } from "kysely"
import type { ArticleLine, ArticleSheet, Page, Paging } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { articleLines, crowdFor, evidenceOf, type Shown, shown } from "./evidence.ts"
import { cursorOf, limitOf, pageOf } from "./page.ts"

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

/** Articles, those handed in last first. */
export async function articles(db: Db, { outlet, about }: ArticleFilter = {}, paging: Paging = {}): Promise<Page<ArticleLine>> {
  const limit = limitOf(paging)
  const from = cursorOf(paging)
  const after = from ? sql`place < ${Number(from.value) || 0}` : sql`true`
  const where = outlet === undefined ? sql`true` : sql`lower(outlet) = lower(${outlet})`
  const titled =
    about === undefined ? sql`true` : sql`to_tsvector('english', coalesce(title, '')) @@ websearch_to_tsquery('english', ${about})`
  const found = await rows(
    db,
    sql<{
      id: string
      place: string | number
    }>`select id, place from article where ${after} and ${where} and ${titled} order by place desc limit ${limit + 1}`,
  )
  const page = pageOf(found, limit, ({ id, place }) => ({ value: String(place), id }))
  const lines = await articleLines(
    db,
    page.items.map(({ id }) => id),
  )
  return { items: page.items.map(({ id }) => lines.get(id)!), next: page.next }
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
