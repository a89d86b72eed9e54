import { type RawBuilder, sql } from "kysely"
import type { Stance } from "../../core/index.ts"
import type { ClaimFilter } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { Refused } from "../refused.ts"
import { CLAIM_LINE, type ClaimRow } from "./lines.ts"
import type { Cursor } from "./page.ts"

/** Claims found, and where the search goes on; null at the end. */
export interface Found {
  readonly found: readonly ClaimRow[]
  readonly next: Cursor | null
}

interface Part {
  readonly limit: number
  readonly from: Cursor | null
}

/**
 * Claims that a filter lets through, in its order. Two ways, neither of which grows with the ledger: where few claims pass, all of them are
 * fetched by the indexes of words, outlets and agents, and put in order; where many do, the claims are walked in order until the page is full. As of
 * a moment (`at`) only those conditions count that do not change with time. Throws `Refused` for a filter that makes no sense.
 */
export async function foundClaims(db: Db, filter: ClaimFilter, part: Part): Promise<Found> {
  if (part.limit < 1) return { found: [], next: part.from }
  const narrow = narrowOf(filter)
  return (narrow.length > 0 ? await fetched(db, filter, part) : null) ?? walked(db, filter, part)
}

/** Puts in order what few enough pass; null where more do. */
async function fetched(db: Db, filter: ClaimFilter, { limit, from }: Part): Promise<Found | null> {
  const { by, value } = orderOf(filter)
  const conditions = [...wideOf(filter), ...narrowOf(filter).map(({ found }) => found)]
  const after = from ? sql`where (f.by, f.id) < (${value(from)}, ${from.id})` : sql``
  const passing = sql`select ${by} as by, c.id from claim c where not c.dismissed and ${all(conditions)}`
  if ((await expectedRows(db, passing)) > MOST_FETCHED * FAR_MORE) return null
  // A materialized part is planned as if all of it were wanted, so that its rows come by the narrowest index, and is read only up to the limit.
  const rowsFound = await rows(
    db,
    sql<Fetched>`
      with passing as materialized (${passing}),
      few as materialized (select by, id from passing limit ${MOST_FETCHED + 1}),
      page as (select f.by, f.id from few f ${after} order by f.by desc, f.id desc limit ${limit + 1})
      select n.many, page.by, ${CLAIM_LINE} from (select count(*)::int as many from few) n
      left join page on true left join claim c on c.id = page.id order by page.by desc, page.id desc`,
  )
  if (rowsFound[0]!.many > MOST_FETCHED) return null
  return pageOf(
    rowsFound.filter(({ id }) => id !== null).map(({ many: _m, by: _b, ...row }) => row),
    limit,
    filter,
  )
}

/** How many rows the database expects of a query, without asking it. */
async function expectedRows(db: Db, query: RawBuilder<unknown>): Promise<number> {
  const [plan] = await rows(db, sql<{ "QUERY PLAN": readonly [{ Plan: { "Plan Rows": number } }] }>`explain (format json) ${query}`)
  return plan!["QUERY PLAN"][0].Plan["Plan Rows"]
}

/** Expectations are wrong at times, but seldom so far. */
const FAR_MORE = 4

type Fetched = ClaimRow & { readonly many: number; readonly by: unknown }

/** So many claims are put in order at once; of more, a page is found sooner by walking. */
const MOST_FETCHED = 4000

/** Goes through the claims in order, by the index of the narrowest condition that has one, until the page is full or so many were seen. */
async function walked(db: Db, filter: ClaimFilter, { limit, from }: Part): Promise<Found> {
  const { by, id, value } = orderOf(filter)
  const after = from ? sql`and (${by}, ${id}) < (${value(from)}, ${from.id})` : sql``
  const way = (columns: RawBuilder<unknown>, count: RawBuilder<unknown>) => sql<ClaimRow>`
    select ${columns} from claim c ${joined(filter)} where not c.dismissed and ${all(wideOf(filter))} ${after}
    order by ${by} desc, ${id} desc ${count}`
  const checks = narrowOf(filter).map(({ checked }) => checked)
  if (checks.length === 0) return pageOf(await rows(db, way(CLAIM_LINE, sql`limit ${limit + 1}`)), limit, filter)
  const found = await rows(
    db,
    sql<ClaimRow>`
      select ${CLAIM_LINE} from (${way(sql`c.*`, sql`limit ${MOST_WALKED}`)}) c where ${all(checks)}
      order by ${by} desc, ${id} desc limit ${limit + 1}`,
  )
  if (found.length > limit) return pageOf(found, limit, filter)
  const [last] = await rows(db, way(CLAIM_LINE, sql`limit 1 offset ${MOST_WALKED - 1}`))
  return { found, next: last ? placeOf(last, filter) : null }
}

/** So many claims are looked at for one page. */
const MOST_WALKED = 20_000

function pageOf(found: readonly ClaimRow[], limit: number, filter: ClaimFilter): Found {
  const page = found.slice(0, limit)
  return { found: page, next: found.length > limit ? placeOf(page.at(-1)!, filter) : null }
}

function placeOf({ weight, last, id }: ClaimRow, { order }: ClaimFilter): Cursor {
  return { value: order === "newest" ? (last ?? "") : String(weight), id }
}

interface Order {
  /** Columns of one index, so that a page is read off it and nothing is sorted. */
  readonly by: RawBuilder<unknown>
  readonly id: RawBuilder<unknown>
  readonly value: (from: Cursor) => RawBuilder<unknown>
}

function orderOf(filter: ClaimFilter): Order {
  if (filter.order === "newest") return { by: sql`c.last`, id: sql`c.id`, value: from => sql`${from.value}` }
  const value = (from: Cursor) => sql`${Number(from.value) || 0}::int`
  return byPosition(filter) ? { by: sql`p.weight`, id: sql`p.claim`, value } : { by: sql`c.weight`, id: sql`c.id`, value }
}

/** Positions stand by agent, in the order of the claims' weight: who asks for an agent alone has them off one index. */
function byPosition({ agent, order, ...rest }: ClaimFilter): boolean {
  const { contested, unnamed, stance, outlet, since, about } = rest
  return (
    agent !== undefined && order !== "newest" && !contested && !unnamed && ![stance, outlet, since, about].some(each => each !== undefined)
  )
}

function joined(filter: ClaimFilter): RawBuilder<unknown> {
  if (!byPosition(filter)) return sql``
  return sql`join position p on p.claim = c.id and p.agent = (select root from agent where id = ${filter.agent})`
}

/** Conditions that an index of the order has, or that many claims pass. */
function wideOf({ contested, unnamed, stance, agent, at, since, order }: ClaimFilter): readonly RawBuilder<unknown>[] {
  if (since !== undefined && !/^\d{4}(-\d\d(-\d\d)?)?/.test(since)) throw new Refused(`${since} is no date`, "write it as 2024-11-10")
  const out: RawBuilder<unknown>[] = []
  if (contested && at === undefined) out.push(sql`c.contested`)
  if (unnamed && at === undefined) out.push(sql`c.unnamed`)
  if (stance && agent === undefined && at === undefined) out.push(sql`${sql.raw(HELD[stance])} > 0`)
  if (since !== undefined && order === "newest") out.push(sql`c.last >= ${since}`)
  return out
}

/** As the indexes word it. */
const HELD: Readonly<Record<Stance, string>> = {
  asserts: "(c.voices ->> 'asserts')::int",
  confirms: "(c.voices ->> 'confirms')::int",
  denies: "(c.voices ->> 'denies')::int",
  declines: "(c.voices ->> 'declines')::int",
  unanswered: "(c.voices ->> 'unanswered')::int",
}

/** A condition that few claims may pass: as an index finds them, and as a claim at hand is checked by it. */
interface Narrow {
  readonly found: RawBuilder<unknown>
  readonly checked: RawBuilder<unknown>
}

function narrowOf(filter: ClaimFilter): readonly Narrow[] {
  const { agent, stance, outlet, since, about, at, order } = filter
  const out: Narrow[] = []
  if (agent !== undefined && !byPosition(filter)) {
    const standing = stance && at === undefined ? sql`and p.stance = ${stance}` : sql``
    const own = sql`p.agent = (select root from agent where id = ${agent}) ${standing}`
    out.push({
      found: sql`c.id in (select p.claim from position p where ${own})`,
      // Not as a join, which would lose the order, or put all in order first.
      checked: sql`coalesce((select true from position p where p.claim = c.id and ${own}), false)`,
    })
  }
  if (outlet !== undefined) {
    // Outlets stand under the names of their agents, however these are capitalized where they are asked for.
    const names = sql`(select array_agg(name) || ${list([outlet])} from agent
      where kind in ('publication', 'organization') and lower(left(name, 80)) = lower(left(${outlet}, 80)) and lower(name) = lower(${outlet}))`
    out.push({ found: sql`c.outlets && ${names}`, checked: sql`coalesce(c.outlets && ${names}, false)` })
  }
  if (since !== undefined && order !== "newest")
    out.push({ found: sql`c.last >= ${since}`, checked: sql`coalesce(c.last >= ${since}, false)` })
  if (about !== undefined) {
    const words = sql`c.words @@ websearch_to_tsquery('english', ${about})`
    out.push({ found: words, checked: sql`coalesce(${words}, false)` })
  }
  return out
}

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}
