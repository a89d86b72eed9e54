import { sql } from "kysely"
import { type Db, list, rows } from "./db.ts"
import type { Copy, Credit } from "./match/index.ts"

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
}

/** Which of these articles share text, and which agencies they credit. */
export async function tiesAmong(db: Db, articles: readonly string[]): Promise<Ties> {
  const found = await rows(
    db,
    sql<
      Credit & { article: string }
    >`select article, agency, whole, start, "end" from article_credit where article = any(${list(articles)})`,
  )
  return { copies: await copiesAmong(db, articles), credits: new Map(found.map(({ article, ...credit }) => [article, credit])) }
}
