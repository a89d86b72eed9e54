import { sql } from "kysely"
import type { Statement } from "../../core/index.ts"
import { list, rows, type Tx } from "../db.ts"
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
 * there is none, with contents that overlap. A claim that nobody tells any more is, for its judgements, the one that holds most of what it held.
 * Those that find no place stay with what they spoke of, have no effect, and are listed as without object.
 */
export async function carryOver(tx: Tx, before: readonly Judged[], now: readonly Statement[]): Promise<void> {
  const places = before.flatMap(old => {
    const same = now.find(({ id }) => id === old.id) ?? now.find(each => isSamePlace(old.body, each))
    return same ? [{ old, id: same.id }] : []
  })
  for (const { old, id } of places) if (id !== old.id) await copyEffects(tx, old.id, id)
  for (const claim of new Set(before.flatMap(({ claim }) => claim ?? [])))
    await carryClaim(
      tx,
      claim,
      places.filter(({ old }) => old.claim === claim).map(({ id }) => id),
    )
}

/** `statements` are those of the later reading in the places of those that the claim held. */
async function carryClaim(tx: Tx, claim: string, statements: readonly string[]): Promise<void> {
  const [heir] = await rows(
    tx,
    sql<{ claim: string }>`
      select claim from statement where id = any(${list(statements)}) and claim is not null
      and not exists (select from statement s where s.claim = ${claim}) group by claim order by count(*) desc, claim limit 1`,
  )
  if (!heir) return
  await copyEffects(tx, claim, heir.claim)
  await sql`
    insert into claim_union values (${claim}, ${heir.claim}, '', 'the same statements, read anew')
    on conflict (claim) do update set into_claim = excluded.into_claim, article = '', why = excluded.why`.execute(tx)
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
