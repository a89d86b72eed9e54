import { sql } from "kysely"
import { type Db, list, rows } from "./db.ts"
import type { Copy, Credit, Lead } from "./match/index.ts"

/** Which of these articles share text. */
function copiesAmong(db: Db, articles: readonly string[]): Promise<readonly Copy[]> {
  return rows(
    db,
    sql<Copy>`select a, b, share, body as passages from copy where a = any(${list(articles)}) and b = any(${list(articles)}) order by a, b`,
  )
}

/** What ties articles to one another besides what is said in them. */
export interface Ties {
  readonly copies: readonly Copy[]
  readonly credits: ReadonlyMap<string, Credit>
  readonly leads: readonly Lead[]
}

/** The statements of these articles whose sentence links to the page of another of them. */
function leadsAmong(db: Db, articles: readonly string[]): Promise<readonly Lead[]> {
  return rows(
    db,
    sql<Lead>`
      select s.id as statement, target.id as "to", l.start, l."end" from article_link l
      join page_key k on k.key = l.key
      join article target on target.page = k.page and target.id = any(${list(articles)})
      join article own on own.id = l.article and own.page <> target.page
      join statement s on s.article = l.article and s.sentence_start < l."end" and l.start < s.sentence_end
      where l.article = any(${list(articles)}) order by s.article, s.place, l.start, target.place`,
  )
}

/** Which of these articles share text, which agencies they credit, and which link to one another. */
export async function tiesAmong(db: Db, articles: readonly string[]): Promise<Ties> {
  const found = await rows(
    db,
    sql<
      Credit & { article: string }
    >`select article, agency, whole, start, "end" from article_credit where article = any(${list(articles)})`,
  )
  return {
    copies: await copiesAmong(db, articles),
    credits: new Map(found.map(({ article, ...credit }) => [article, credit])),
    leads: await leadsAmong(db, articles),
  }
}
