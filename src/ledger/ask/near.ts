import { sql } from "kysely"
import type { ClaimSheet } from "../data.ts"
import { type Db, rows } from "../db.ts"
import { claimsNow } from "../effects.ts"

/** Claims that almost became one with this one, those with most statements first. */
export async function nearOf(db: Db, claim: string): Promise<ClaimSheet["near"]> {
  const found = await rows(
    db,
    sql<{ other: string; why: string }>`
      with all_names as (select ${claim} as id union select claim from claim_union where into_claim = ${claim})
      select case when a in (select id from all_names) then b else a end as other, why from suggestion
      where what = 'claim' and (a in (select id from all_names) or b in (select id from all_names)) order by a, b limit ${MOST_LOOKED_AT}`,
  )
  const now = await claimsNow(
    db,
    found.map(({ other }) => other),
  )
  const whys = new Map(found.map(({ other, why }) => [now(other), why]))
  whys.delete(claim)
  const lines = await rows(
    db,
    sql<{ id: string; text: string }>`
      select id, text from claim where id = any(${[...whys.keys()]}::text[]) and not dismissed order by statements desc, id limit ${MOST_SHOWN}`,
  )
  return lines.map(({ id, text }) => ({ id, text, why: whys.get(id)! }))
}

const MOST_LOOKED_AT = 64
const MOST_SHOWN = 8
