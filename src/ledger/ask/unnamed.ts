import { sql } from "kysely"
import { crowdOf } from "../agents.ts"
import type { Evidence, Page, Paging, UnnamedLine, Wording } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { crowdFor, evidenceOf, type Shown, shown } from "./evidence.ts"
import { cursorOf, limitOf, pageOf } from "./page.ts"

interface Row {
  readonly outlet: string
  readonly articles: number
  readonly statements: number
  readonly claims: number
  readonly of: number
}

/** How outlets use sources that they do not name, those with the most such statements first. */
export async function unnamed(db: Db, paging: Paging = {}): Promise<Page<UnnamedLine>> {
  const limit = limitOf(paging)
  const from = cursorOf(paging)
  const after = from ? sql`where (statements, outlet) < (${Number(from.value) || 0}, ${from.id})` : sql``
  const found = await rows(
    db,
    sql<Row>`
      select u.outlet, u.articles, u.statements, u.claims, (
        select coalesce(sum(t.count), 0)::int from agent g join tally t on t.what = 'articles' and t.subject = g.id where g.root = u.outlet) as of
      from unnamed_outlet u ${after} order by statements desc, outlet desc limit ${limit + 1}`,
  )
  const page = pageOf(found, limit, ({ statements, outlet }) => ({ value: String(statements), id: outlet }))
  const ids = page.items.map(({ outlet }) => outlet)
  const crowd = await crowdOf(db, ids)
  const [described, reasons] = [await wordingsOf(db, ids, "described"), await wordingsOf(db, ids, "reason")]
  const items = page.items.map(row => ({
    ...row,
    outlet: crowd.line(row.outlet),
    described: described.get(row.outlet) ?? [],
    reasons: reasons.get(row.outlet) ?? [],
  }))
  return { items, next: page.next }
}

/** How the sources of these outlets are described, or why they are not named, the most frequent first. */
async function wordingsOf(
  db: Db,
  outlets: readonly string[],
  kind: "described" | "reason",
): Promise<ReadonlyMap<string, readonly Wording[]>> {
  const found = await rows(
    db,
    sql<Wording & { readonly outlet: string }>`
      select w.outlet, w.words, w.statements, w.example from unnest(${list(outlets)}) as wanted(outlet) cross join lateral (
        select * from unnamed_wording where outlet = wanted.outlet and kind = ${kind} order by statements desc, key limit ${MOST_WORDINGS}) w
      order by w.outlet, w.statements desc, w.key`,
  )
  const byOutlet = new Map<string, Wording[]>()
  for (const { outlet, ...wording } of found) byOutlet.set(outlet, [...(byOutlet.get(outlet) ?? []), wording])
  return byOutlet
}

const MOST_WORDINGS = 20

/** Statements of an outlet's unnamed sources, the newest first. `outlet` is its agent. */
export async function unnamedOf(db: Db, outlet: string, paging: Paging = {}): Promise<Page<Evidence>> {
  const limit = limitOf(paging)
  const from = cursorOf(paging)
  const after = from ? sql`and (moment, statement) < (${from.value}, ${from.id})` : sql``
  const own = sql`select statement from unnamed where outlet = (select root from agent where id = ${outlet}) ${after}
    order by moment desc, statement desc limit ${limit + 1}`
  const found = await rows(db, sql<Shown>`${shown(sql`s.id in (${own})`, null)} order by s.moment desc, s.id desc`)
  const page = pageOf(found, limit, ({ moment, id }) => ({ value: moment, id }))
  return { items: await evidenceOf(db, page.items, await crowdFor(db, page.items)), next: page.next }
}

/** The agents named in a list, by their ids; for those who ask for an outlet that is not there. */
export async function isAgent(db: Db, id: string): Promise<boolean> {
  return (await rows(db, sql<{ id: string }>`select id from agent where id = any(${list([id])})`)).length > 0
}
