import { type RawBuilder, sql } from "kysely"
import { crowdOf } from "../agents.ts"
import type { ClaimFilter, ClaimLine, Page, Paging } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { type Summary, summaryOf } from "../record/index.ts"
import { Refused } from "../refused.ts"
import { agentsOfRow } from "../told.ts"
import { type Shown, shown } from "./evidence.ts"
import { type ClaimRow, lineOfRow, lineOfSummary } from "./lines.ts"
import { type Cursor, cursorOf, limitOf, pageOf } from "./page.ts"
import { untilOf } from "./when.ts"

/** Claims, those that matter most first. All that is given in the filter must hold. Throws `Refused` for a filter that makes no sense. */
export async function claims(db: Db, filter: ClaimFilter = {}, paging: Paging = {}): Promise<Page<ClaimLine>> {
  const limit = limitOf(paging)
  const until = untilOf(filter)
  const from = cursorOf(paging)
  if (until !== null) return claimsAt(db, filter, { limit, until, from })
  const found = await rows(db, query(filter, from, limit + 1))
  const page = pageOf(found, limit, row => placeOf(row, filter))
  return { items: page.items.map(lineOfRow), next: page.next }
}

function placeOf({ weight, last, id }: ClaimRow, { order }: ClaimFilter): Cursor {
  return { value: order === "newest" ? (last ?? "") : String(weight), id }
}

function query(filter: ClaimFilter, from: Cursor | null, limit: number): RawBuilder<ClaimRow> {
  const { by, id } = orderOf(filter)
  const value = from && (filter.order === "newest" ? sql`${from.value}` : sql`${Number(from.value) || 0}`)
  const after = from ? sql`and (${by}, ${id}) < (${value}, ${from.id})` : sql``
  return sql`
    select c.id, c.text, c.contested, c.unnamed, c.weight, c.voices, c.statements, c.articles, c.outlets, c.first_asserted, c.first_denied, c.last
    from claim c ${joined(filter)}
    where not c.dismissed and ${sql.join(conditions(filter), sql` and `)} ${after}
    order by ${by} desc, ${id} desc limit ${limit}`
}

/** Columns of one index, so that a page is read off it and nothing is sorted. */
function orderOf({ order, agent }: ClaimFilter): { readonly by: RawBuilder<unknown>; readonly id: RawBuilder<unknown> } {
  if (order === "newest") return { by: sql`c.last`, id: sql`c.id` }
  return agent === undefined ? { by: sql`c.weight`, id: sql`c.id` } : { by: sql`p.weight`, id: sql`p.claim` }
}

/** Positions are found by agent, in the order of the claims' weight. */
function joined({ agent, stance, at }: ClaimFilter): RawBuilder<unknown> {
  if (agent === undefined) return sql``
  const standing = stance && at === undefined ? sql`and p.stance = ${stance}` : sql``
  return sql`join position p on p.claim = c.id and p.agent = (select root from agent where id = ${agent}) ${standing}`
}

function conditions({ contested, unnamed, agent, stance, outlet, since, about, at }: ClaimFilter): readonly RawBuilder<unknown>[] {
  if (since !== undefined && !/^\d{4}(-\d\d(-\d\d)?)?/.test(since)) throw new Refused(`${since} is no date`, "write it as 2024-11-10")
  const out: RawBuilder<unknown>[] = [sql`true`]
  if (contested && at === undefined) out.push(sql`c.contested`)
  if (unnamed && at === undefined) out.push(sql`c.unnamed`)
  if (stance && agent === undefined && at === undefined)
    out.push(sql`exists (select from position p where p.claim = c.id and p.stance = ${stance})`)
  if (outlet !== undefined)
    out.push(sql`c.outlets && (select array_agg(name) || ${list([outlet])} from agent where lower(name) = lower(${outlet}))`)
  if (since !== undefined) out.push(sql`c.last >= ${since}`)
  if (about !== undefined) out.push(sql`c.words @@ websearch_to_tsquery('english', ${about})`)
  return out
}

/** Claims as they stood: candidates by what does not change with time, then each worked out for that moment. */
async function claimsAt(
  db: Db,
  filter: ClaimFilter,
  { limit, until, from }: { limit: number; until: string; from: Cursor | null },
): Promise<Page<ClaimLine>> {
  const out: { readonly line: ClaimLine; readonly row: ClaimRow }[] = []
  let next = from
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = await rows(db, query({ ...filter, at: until }, next, limit + 1))
    const lines = await linesAt(
      db,
      found.map(({ id }) => id),
      until,
    )
    for (const row of found) {
      const made = lines.get(row.id)
      if (made && holds(made, filter)) out.push({ line: lineOfSummary(row.id, made), row })
    }
    const last = found.at(-1)
    if (found.length <= limit || out.length > limit || !last) break
    next = placeOf(last, filter)
  }
  const page = pageOf(out, limit, ({ row }) => placeOf(row, filter))
  return { items: page.items.map(({ line }) => line), next: page.next }
}

/** A page as of a day that few claims reach is given up after so many look-ups. */
const MOST_ROUNDS = 40

async function linesAt(db: Db, claims: readonly string[], until: string): Promise<ReadonlyMap<string, Summary>> {
  const found = await rows(
    db,
    sql<Shown>`${shown(sql`s.claim = any(${list(claims)})`, until)} order by s.claim, s.moment, a.place, s.place`,
  )
  const crowd = await crowdOf(db, found.flatMap(agentsOfRow))
  const byClaim = new Map<string, Shown[]>()
  for (const row of found) byClaim.set(row.claim!, [...(byClaim.get(row.claim!) ?? []), row])
  return new Map([...byClaim].map(([id, own]) => [id, summaryOf(own, crowd)]))
}

function holds({ contested, unnamed, stands, last }: Summary, filter: ClaimFilter): boolean {
  if (filter.contested && !contested) return false
  if (filter.unnamed && !unnamed) return false
  if (filter.since && (last ?? "") < filter.since) return false
  return !filter.stance || stands.some(({ stance, voice }) => stance === filter.stance && (!filter.agent || voice === filter.agent))
}
