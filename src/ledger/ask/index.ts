import { sql } from "kysely"
import type { Extent } from "../data.ts"
import { type Db, rows } from "../db.ts"

export { article, articles, type News, newestPlace, newsAfter } from "./article.ts"
export { board, boardOf } from "./board.ts"
export { changes } from "./changes.ts"
export { claim } from "./claim.ts"
export { claims } from "./claims.ts"
export { judgements } from "./judgements.ts"
export { isAgent, unnamed, unnamedOf } from "./unnamed.ts"
export { agent, agents, type Named, saidBy } from "./who.ts"

/** Changes with every entry, and only then: what was answered under one revision is answered again the same. An ETag. */
export async function revision(db: Db): Promise<string> {
  const found = await rows(db, sql<{ value: string }>`select value from meta where key in ('applied', 'place', 'version') order by key`)
  return found.map(({ value }) => value).join("-")
}

/** How much a ledger holds. Counts every row: for a person who waits, not for every page. */
export async function extent(db: Db): Promise<Extent> {
  const [counts] = await rows(
    db,
    sql<Omit<Extent, "revision">>`
      select (select count(*) from article)::int as articles, (select count(*) from statement)::int as statements,
        (select count(*) from claim)::int as claims, (select count(distinct root) from agent)::int as agents,
        (select count(*) from judgement)::int as judgements`,
  )
  return { ...counts!, revision: await revision(db) }
}
