import { sql } from "kysely"
import { idOf } from "../../core/index.ts"
import type { JudgementEntry } from "../data.ts"
import { type Tx, table } from "../db.ts"
import { Refused } from "../refused.ts"
import { apply } from "./apply.ts"
import { type Deed, deedsOf, sayingOf, undone } from "./deeds.ts"

/** A judgement's id: the same person, moment and ruling are one judgement. */
function judgementId({ at, who, why, ruling }: JudgementEntry): string {
  return idOf("judgement", at, who, why, JSON.stringify(ruling))
}

/** Enters a judgement and makes of the ledger what it says. Gives its id. Throws `Refused` when it speaks of what is not there. */
export async function enterJudgement(tx: Tx, entry: JudgementEntry, place: number): Promise<string> {
  if (entry.who.trim() === "" || entry.why.trim() === "")
    throw new Refused("a judgement needs who made it and why", "give --who NAME and --why REASON")
  const id = judgementId(entry)
  const { at, who, why, ruling } = entry
  const says = await sayingOf(tx, ruling)
  const row = { id, place, at, who, why, kind: ruling.kind, ruling, says, orphan: false }
  await sql`
    insert into judgement (id, place, at, who, why, kind, ruling, says, orphan)
    select * from ${table([row], "id text, place bigint, at text, who text, why text, kind text, ruling jsonb, says text, orphan boolean")}
    on conflict do nothing`.execute(tx)
  const deeds = ruling.kind === "undo" ? await undone(tx, ruling.judgement, id) : await deedsOf(tx, ruling)
  if (ruling.kind !== "undo") await putEffects(tx, deeds, id, place)
  await apply(tx, deeds)
  return id
}

async function putEffects(tx: Tx, deeds: readonly Deed[], judgement: string, place: number): Promise<void> {
  const records = deeds.map(({ target, field, value }) => ({ target, field, value, judgement, place, active: true }))
  await sql`
    insert into effect select * from ${table(records, "target text, field text, value text, judgement text, place bigint, active boolean")}
    on conflict do nothing`.execute(tx)
}
