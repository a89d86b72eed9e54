import { sql } from "kysely"
import { type Db, list, rows } from "./db.ts"

/** What judgements make of something: per field the value that holds now. */
export type Effects = ReadonlyMap<string, string>

/** The effects that hold on each of these ids; of several on one field the latest judgement's. */
export async function effectsOn(db: Db, targets: readonly string[]): Promise<ReadonlyMap<string, Effects>> {
  const found = await rows(
    db,
    sql<{ target: string; field: string; value: string }>`
      select distinct on (target, field) target, field, value from effect
      where active and target = any(${list(targets)}) order by target, field, place desc`,
  )
  const all = new Map<string, Map<string, string>>()
  for (const { target, field, value } of found) {
    const own = all.get(target) ?? new Map<string, string>()
    all.set(target, own.set(field, value))
  }
  return all
}

/** Where each of these claims has gone, over any number of unions. */
export async function claimsNow(db: Db, claims: readonly string[]): Promise<(claim: string) => string> {
  const into = new Map<string, string>()
  for (let asked = [...new Set(claims)]; asked.length > 0; ) {
    const found = await effectsOn(db, asked)
    const gone = [...found].flatMap(([id, effects]) => (effects.has("claim") ? [[id, effects.get("claim")!] as const] : []))
    for (const [id, to] of gone) into.set(id, to)
    asked = gone.map(([, to]) => to).filter(to => !into.has(to))
  }
  return claim => {
    let at = claim
    for (const seen = new Set<string>(); into.has(at) && !seen.has(at); at = into.get(at)!) seen.add(at)
    return at
  }
}
