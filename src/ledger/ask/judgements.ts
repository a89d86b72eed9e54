import { type RawBuilder, sql } from "kysely"
import type { JudgementLine, Page, Paging } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { cursorOf, limitOf, pageOf } from "./page.ts"

/** Every judgement, the newest first. */
export async function judgements(db: Db, paging: Paging = {}): Promise<Page<JudgementLine>> {
  const limit = limitOf(paging)
  const from = cursorOf(paging)
  const after = from ? sql`(at, id) < (${from.value}, ${from.id})` : sql`true`
  const found = await rows(db, sql<JudgementLine>`${select(after)} order by at desc, id desc limit ${limit + 1}`)
  return pageOf(found, limit, ({ at, id }) => ({ value: at, id }))
}

/** Those that speak of any of these, or take such back, the oldest first. */
export function judgementsOn(db: Db, targets: readonly string[]): Promise<readonly JudgementLine[]> {
  const ids = list(targets)
  const about = sql`select judgement from effect where target = any(${ids}) union select judgement from effect where value = any(${ids})`
  const undoing = sql`select j.id from judgement j where j.ruling ->> 'judgement' in (${about})`
  return rows(db, sql<JudgementLine>`${select(sql`id in (${about} union ${undoing})`)} order by place`)
}

/** A judgement is an orphan when nothing that it speaks of is in the ledger. */
function select(where: RawBuilder<unknown>): RawBuilder<JudgementLine> {
  return sql`
    select id, at, who, why, ruling, says, undone_by as "undoneBy",
      (select json_build_object('article', s.article, 'statement', s.id) from effect e join statement s on s.id = e.target
        where e.judgement = judgement.id order by e.place, s.id limit 1) as "where",
      (exists (select from effect e where e.judgement = judgement.id) and not exists (
        select from effect e where e.judgement = judgement.id and (
          exists (select from statement s where s.id = e.target) or exists (select from agent g where g.id = e.target)
          or exists (select from claim c where c.id in (e.target, e.value))))) as orphan
    from judgement where ${where}`
}
