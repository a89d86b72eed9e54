import { sql } from "kysely"
import type { ReadingEntry } from "../data.ts"
import { rows, type Tx } from "../db.ts"
import { toldOf, withOutlet } from "../match/index.ts"
import { dayNumber } from "../moments.ts"
import { recountUnnamed } from "../unnamed.ts"
import { insertArticle, placeArticle } from "./article.ts"
import { carryOver, judgedOf } from "./carry.ts"
import { enterCast } from "./cast.ts"
import { matchClaims, partUnited, statementsIn } from "./claims.ts"
import { findShared, keepShared } from "./copies.ts"
import { insertStatements, settle, withOwnIds } from "./statements.ts"
import { refresh } from "./summary.ts"

export { pageKey } from "./page.ts"
export { MOST_SUMMED, type Summary, summaryOf } from "./summary.ts"

/** What became of an article that was handed in. */
export type Outcome = "new" | "version" | "again" | "known"

/** Enters a reading in the tables. `place` is its number among all entries. Nothing changes where the article is known already. */
export async function enterReading(tx: Tx, entry: ReadingEntry, place: number): Promise<Outcome> {
  const known = await isKnown(tx, entry.reading.article.id)
  if (known && !entry.again) return "known"
  const before = known ? await judgedOf(tx, entry.reading.article.id) : []
  if (known) await removeReading(tx, entry.reading.article.id)
  const whole = withOutlet(withOwnIds(entry.reading))
  const { reading } = whole
  const shared = await findShared(tx, reading.article) //                       whose text it shares
  const placed = await placeArticle(tx, reading.article, entry.at, shared) //   which version of which page
  const cast = await enterCast(tx, whole, place) //                             who its agents are
  const outlet = whole.outlet && (cast.get(whole.outlet) ?? null)
  const told = toldOf(reading, cast, outlet, place)
  await insertArticle(tx, { ...entry, reading }, placed, place, outlet)
  await keepShared(tx, reading.article.id, shared)
  const { matches, united } = await matchClaims(tx, told, dayNumber(placed.moment)) // which claims its statements belong to
  await insertStatements(tx, reading, told, matches, placed)
  await carryOver(tx, before, reading.statements)
  const own = known ? reading.statements.map(({ id }) => id) : []
  const moving = await statementsIn(tx, united)
  const judged = await settle(tx, [...own, ...moving])
  await refresh(tx, [...new Set([...matches.map(({ claim }) => claim), ...(await claimsIn(tx, placed.replaces)), ...united, ...judged])])
  await recountUnnamed(tx, [...new Set([reading.article.id, ...(await articlesOf(tx, moving))])])
  return known ? "again" : placed.past || placed.replaces.length > 0 ? "version" : "new"
}

async function isKnown(tx: Tx, article: string): Promise<boolean> {
  return (await rows(tx, sql<{ id: string }>`select id from article where id = ${article}`)).length > 0
}

async function claimsIn(tx: Tx, articles: readonly string[]): Promise<readonly string[]> {
  if (articles.length === 0) return []
  const found = await rows(
    tx,
    sql<{ claim: string }>`select distinct claim from statement where article = any(${articles}::text[]) and claim is not null`,
  )
  return found.map(({ claim }) => claim)
}

async function articlesOf(tx: Tx, statements: readonly string[]): Promise<readonly string[]> {
  if (statements.length === 0) return []
  const found = await rows(
    tx,
    sql<{ article: string }>`select distinct article from statement where id = any(${statements}::text[]) order by article`,
  )
  return found.map(({ article }) => article)
}

/** Takes out what an earlier reading of an article said; the entry itself stays in the journal. */
async function removeReading(tx: Tx, article: string): Promise<void> {
  const claims = await claimsIn(tx, [article])
  for (const name of ["statement", "cast_member", "copy_band", "article_credit", "article_link"])
    await sql`delete from ${sql.table(name)} where article = ${article}`.execute(tx)
  await sql`delete from copy where a = ${article} or b = ${article}`.execute(tx)
  await sql`delete from article where id = ${article}`.execute(tx)
  const parted = await partUnited(tx, article)
  const moving = await statementsIn(tx, parted)
  const moved = await settle(tx, moving)
  await refresh(tx, [...new Set([...claims, ...parted, ...moved])])
  await recountUnnamed(tx, await articlesOf(tx, moving))
}
