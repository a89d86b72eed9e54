import { sql } from "kysely"
import type { Statement } from "../../core/index.ts"
import { rows, type Tx } from "../db.ts"
import type { Body } from "../told.ts"

/** A statement, or its claim, on which a judgement holds, as an earlier reading had it. */
export interface Judged {
  readonly id: string
  readonly claim: string | null
  readonly body: Body
}

/** Statements of an article that judgements speak of, or whose claims they speak of. */
export function judgedOf(tx: Tx, article: string): Promise<readonly Judged[]> {
  return rows(
    tx,
    sql<Judged>`
      select id, claim, body from statement s where article = ${article}
      and exists (select from effect where target = s.id or target = s.claim or value = s.claim) order by place`,
  )
}

/**
 * Lets judgements on statements of an earlier reading hold on those of a later one that stand in the same place: with the same cue, or where
 * there is none, with contents that overlap. Those that find no place stay with what they spoke of, and have no effect.
 */
export async function carryOver(tx: Tx, before: readonly Judged[], now: readonly Statement[]): Promise<void> {
  for (const old of before) {
    const same = now.find(({ id }) => id === old.id) ?? now.find(each => isSamePlace(old.body, each))
    if (same && same.id !== old.id) await copyEffects(tx, old.id, same.id)
  }
}

function isSamePlace(a: Pick<Statement, "cue" | "content">, b: Pick<Statement, "cue" | "content">): boolean {
  if (a.cue && b.cue) return a.cue.start < b.cue.end && b.cue.start < a.cue.end && contentsMeet(a, b)
  return contentsMeet(a, b) && a.content.length > 0
}

function contentsMeet(a: Pick<Statement, "content">, b: Pick<Statement, "content">): boolean {
  if (a.content.length === 0 && b.content.length === 0) return true
  return a.content.some(one => b.content.some(other => one.start < other.end && other.start < one.end))
}

async function copyEffects(tx: Tx, from: string, to: string): Promise<void> {
  await sql`
    insert into effect select ${to}, field, value, judgement, place, active from effect where target = ${from} on conflict do nothing`.execute(
    tx,
  )
}
