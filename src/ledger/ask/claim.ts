import { sql } from "kysely"
import type { AsOf, ClaimSheet } from "../data.ts"
import { type Db, rows } from "../db.ts"
import { claimsNow, effectsOn } from "../effects.ts"
import { summaryOf } from "../record/index.ts"
import { toldOfRow } from "../told.ts"
import { crowdFor, evidenceOf, type Shown, shown } from "./evidence.ts"
import { judgementsOn } from "./judgements.ts"
import { lineOfSummary, nobodysOf, positionOf } from "./lines.ts"
import { originSheet } from "./origins.ts"
import { untilOf } from "./when.ts"

/** A claim with all that stands behind it; null when the ledger holds none of that id, or held none then. A claim united with another is that one. */
export async function claim(db: Db, id: string, asOf: AsOf = {}): Promise<ClaimSheet | null> {
  const until = untilOf(asOf)
  const now = (await claimsNow(db, [id]))(id)
  const found = await rows(db, sql<Shown>`${shown(sql`s.claim = ${now}`, until)} order by s.moment, a.place, s.place limit ${MOST_SHOWN}`)
  if (found.length === 0) return null
  const crowd = await crowdFor(db, found)
  const current = found.some(({ past }) => !past) ? found.filter(({ past }) => !past) : found
  const evidence = await evidenceOf(db, found, crowd)
  const summary = summaryOf(found, crowd)
  const told = current.map(row => toldOfRow(row, crowd.rootOf))
  const effects = (await effectsOn(db, [now])).get(now) ?? new Map()
  return {
    ...lineOfSummary(now, summary),
    positions: [...summary.stands.map(stand => positionOf(stand, crowd)), ...nobodysOf(current)],
    origins: await originSheet(db, told, evidence, { crowd, effects }),
    evidence,
    judgements: await judgementsOn(db, [id, now, ...found.map(each => each.id)]),
    near: [],
  }
}

/** A claim told oftener is shown by its first statements. */
const MOST_SHOWN = 2000
