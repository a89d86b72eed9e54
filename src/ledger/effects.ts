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

/** Where each of these claims has gone, over any number of unions: those that persons made, and those that statements made. A person's word comes first. */
export async function claimsNow(db: Db, claims: readonly string[]): Promise<(claim: string) => string> {
  const [judged, found] = [new Map<string, string>(), new Map<string, string>()]
  const seen = new Set<string>()
  for (let asked = [...new Set(claims)]; asked.length > 0; ) {
    for (const id of asked) seen.add(id)
    for (const [id, effects] of await effectsOn(db, asked)) if (effects.has("claim")) judged.set(id, effects.get("claim")!)
    for (const { claim, into } of await unionsOf(db, asked)) found.set(claim, into)
    asked = [...new Set(asked.flatMap(id => [judged.get(id), found.get(id)].filter(to => to !== undefined)))].filter(to => !seen.has(to))
  }
  // What a person united stays so, even where statements had united the same two the other way round.
  for (const [from, into] of found) if (judged.has(from) || endOf(into, judged) === from) found.delete(from)
  const into = new Map([...found, ...judged])
  return claim => endOf(claim, into)
}

function unionsOf(db: Db, claims: readonly string[]): Promise<readonly { readonly claim: string; readonly into: string }[]> {
  return rows(
    db,
    sql<{ claim: string; into: string }>`select claim, into_claim as into from claim_union where claim = any(${list(claims)})`,
  )
}

function endOf(claim: string, into: ReadonlyMap<string, string>): string {
  let at = claim
  for (const seen = new Set<string>(); into.has(at) && !seen.has(at); at = into.get(at)!) seen.add(at)
  return at
}
