import { sql } from "kysely"
import type { AsOf, ClaimSheet, Evidence, Page, Paging } from "../data.ts"
import { type Db, rows } from "../db.ts"
import { claimsNow, effectsOn } from "../effects.ts"
import { summaryOf } from "../record/index.ts"
import { toldOfRow } from "../told.ts"
import { crowdFor, evidenceOf, type Shown, shown } from "./evidence.ts"
import { judgementsOn } from "./judgements.ts"
import { CLAIM_LINE, type ClaimRow, lineOfRow, lineOfSummary, nobodysOf, positionOf } from "./lines.ts"
import { nearOf } from "./near.ts"
import { originSheet } from "./origins.ts"
import { type Cursor, cursorIn, cursorOf, limitOf, pageOf } from "./page.ts"
import { untilOf } from "./when.ts"

/**
 * A claim with what stands behind it; null when the ledger holds none of that id, or held none then. A claim united with another is that one.
 * A claim told very often is shown by its newest statements, and counted whole; `saidOn` gives the others.
 */
export async function claim(db: Db, id: string, asOf: AsOf = {}): Promise<ClaimSheet | null> {
  const until = untilOf(asOf)
  const now = (await claimsNow(db, [id]))(id)
  const newest = sql`select s.id from statement s where s.claim = ${now} and not s.dismissed
    ${until === null ? sql`` : sql`and s.shown <= ${until}`} order by s.moment desc, s.id desc limit ${MOST_SHOWN}`
  const found = await rows(db, sql<Shown>`${shown(sql`s.id in (${newest})`, until)} order by s.moment, a.place, s.place`)
  if (found.length === 0) return null
  const crowd = await crowdFor(db, found)
  const current = found.some(({ past }) => !past) ? found.filter(({ past }) => !past) : found
  const evidence = await evidenceOf(db, found, crowd)
  const summary = summaryOf(found, crowd)
  const told = current.map(row => toldOfRow(row, crowd.rootOf))
  const effects = (await effectsOn(db, [now])).get(now) ?? new Map()
  const counted = until === null && found.length >= MOST_SHOWN ? await countedLine(db, now) : null
  return {
    ...lineOfSummary(now, summary),
    ...counted,
    positions: [...summary.stands.map(stand => positionOf(stand, crowd)), ...nobodysOf(current)],
    origins: await originSheet(db, told, evidence, { crowd, effects }),
    evidence,
    earlier: found.length < MOST_SHOWN ? null : cursorIn(earliest(found)),
    judgements: await judgementsOn(db, [id, now, ...found.map(each => each.id)]),
    near: until === null ? await nearOf(db, now) : [],
  }
}

/** The most statements by which a claim is shown. */
const MOST_SHOWN = 400

/** The place of the first of these in the list of a claim's statements. */
function earliest(found: readonly Shown[]): Cursor {
  const places = found.map(({ moment, id }) => ({ value: moment, id }))
  return places.reduce((a, b) => (a.value < b.value || (a.value === b.value && a.id < b.id) ? a : b))
}

async function countedLine(db: Db, id: string) {
  const [row] = await rows(db, sql<ClaimRow>`select ${CLAIM_LINE} from claim c where c.id = ${id}`)
  return row ? lineOfRow(row) : null
}

/** What is said on a claim, the newest first; versions that were replaced are marked. */
export async function saidOn(db: Db, id: string, asOf: AsOf = {}, paging: Paging = {}): Promise<Page<Evidence>> {
  const limit = limitOf(paging)
  const from = cursorOf(paging)
  const until = untilOf(asOf)
  const now = (await claimsNow(db, [id]))(id)
  const after = from ? sql`and (s.moment, s.id) < (${from.value}, ${from.id})` : sql``
  const found = await rows(
    db,
    sql<Shown>`${shown(sql`s.claim = ${now} ${after}`, until)} order by s.moment desc, s.id desc limit ${limit + 1}`,
  )
  const page = pageOf(found, limit, ({ moment, id: last }) => ({ value: moment, id: last }))
  return { items: await evidenceOf(db, page.items, await crowdFor(db, page.items)), next: page.next }
}
