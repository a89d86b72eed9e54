import { sql } from "kysely"
import type { ArticleLine, Change, Evidence, History } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { pageKey } from "../record/index.ts"
import { changesBetween } from "./differences.ts"
import { articleLines, crowdFor, evidenceOf, type Shown, shown } from "./evidence.ts"

/** A page through its versions, told as what became of its statements. By its address, or the id of any version; null when it is not in the ledger. */
export async function changes(db: Db, source: string): Promise<History | null> {
  const found = await rows(
    db,
    sql<{ id: string; page: string }>`
      select id, page from article where page = coalesce(
        (select page from page_key where key = ${pageKey(source) ?? ""}), (select page from article where id = ${source}))
      order by moment, place`,
  )
  if (found.length === 0) return null
  const ids = found.map(({ id }) => id)
  const lines = await articleLines(db, ids)
  const told = await evidenceIn(db, ids)
  const versions = ids.map(id => lines.get(id)!)
  return { page: found[0]!.page, versions, steps: versions.slice(1).map((to, at) => stepOf(versions[at]!, to, told)) }
}

async function evidenceIn(db: Db, articles: readonly string[]): Promise<readonly Evidence[]> {
  const found = await rows(db, sql<Shown>`${shown(sql`s.article = any(${list(articles)})`, null)} order by a.place, s.place`)
  return evidenceOf(db, found, await crowdFor(db, found))
}

function stepOf(from: ArticleLine, to: ArticleLine, told: readonly Evidence[]): { from: string; to: string; changes: readonly Change[] } {
  const of = ({ id }: ArticleLine) => told.filter(({ article }) => article.id === id)
  return { from: from.id, to: to.id, changes: changesBetween(of(from), of(to)) }
}
