import { sql } from "kysely"
import type { Extent } from "../data.ts"
import { type Db, rows } from "../db.ts"

export { article, articles, type News, newestPlace, newsAfter } from "./article.ts"
export { board, boardOf } from "./board.ts"
export { changes } from "./changes.ts"
export { claim, saidOn } from "./claim.ts"
export { claims } from "./claims.ts"
export { judgements } from "./judgements.ts"
export { isAgent, unnamed, unnamedOf } from "./unnamed.ts"
export { agent, agents, type Named, saidBy } from "./who.ts"

/** Changes with every entry, and only then: what was answered under one revision is answered again the same. An ETag. */
export async function revision(db: Db): Promise<string> {
  const found = await rows(db, sql<{ value: string }>`select value from meta where key in ('applied', 'place', 'version') order by key`)
  return found.map(({ value }) => value).join("-")
}

/** How much a ledger holds. */
export async function extent(db: Db): Promise<Extent> {
  const found = await rows(db, sql<{ subject: string; count: number }>`select subject, count from tally where what = 'rows'`)
  const counts = new Map(found.map(({ subject, count }) => [subject, count]))
  const of = (kind: string) => counts.get(kind) ?? 0
  return {
    articles: of("article"),
    statements: of("statement"),
    claims: of("claim"),
    agents: of("agent"),
    judgements: of("judgement"),
    revision: await revision(db),
  }
}
