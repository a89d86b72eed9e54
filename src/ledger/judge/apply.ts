import { sql } from "kysely"
import { list, rows, type Tx } from "../db.ts"
import { effectsOn } from "../effects.ts"
import { settle } from "../record/statements.ts"
import { refresh } from "../record/summary.ts"
import { recountUnnamed } from "../unnamed.ts"
import type { Deed } from "./deeds.ts"

/** Works out anew what these deeds touch, from what was read and from the judgements that hold. */
export async function apply(tx: Tx, deeds: readonly Deed[]): Promise<void> {
  const agents = deeds.filter(({ field }) => field === "root").map(({ target }) => target)
  const claims = deeds.filter(({ field }) => field === "claim").flatMap(({ target, value }) => [target, value])
  const targets = deeds.map(({ target }) => target)
  const touched = await statementsTouched(tx, targets, claims)
  const moved = await settle(tx, touched)
  const rerooted = agents.length > 0 ? await reroot(tx, agents) : []
  const spoken = rerooted.length > 0 ? await claimsOfAgents(tx, rerooted) : []
  await refresh(tx, [...new Set([...moved, ...claims, ...spoken, ...targets.filter(id => id.startsWith("claim_"))])])
  await recountUnnamed(tx, await articlesTouched(tx, touched, rerooted))
}

/** Articles that these statements stand in, or that have an outlet among these agents. */
async function articlesTouched(tx: Tx, statements: readonly string[], agents: readonly string[]): Promise<readonly string[]> {
  const found = await rows(
    tx,
    sql<{ article: string }>`
      select article from statement where id = any(${list(statements)}) union
      select id from article where ${agents.length > 0} and outlet_agent = any(${list(agents)})`,
  )
  return found.map(({ article }) => article)
}

async function statementsTouched(tx: Tx, targets: readonly string[], claims: readonly string[]): Promise<readonly string[]> {
  const found = await rows(
    tx,
    sql<{ id: string }>`
      select id from statement where id = any(${list(targets)}) or claim = any(${list(claims)}) order by id`,
  )
  return found.map(({ id }) => id)
}

/** Gives each agent the root that judgements say, and those under it with it. Gives all agents whose root may have changed. */
async function reroot(tx: Tx, agents: readonly string[]): Promise<readonly string[]> {
  const near = await rows(
    tx,
    sql<{ id: string }>`
      select id from agent where root in (select root from agent where id = any(${list(agents)})) or id = any(${list(agents)})
      or id in (select value from effect where active and field = 'root' and target = any(${list(agents)})) order by id`,
  )
  const ids = near.map(({ id }) => id)
  const into = new Map(
    [...(await effectsOn(tx, ids))].flatMap(([id, effects]) => (effects.has("root") ? [[id, effects.get("root")!]] : [])),
  )
  for (const id of ids) await sql`update agent set root = ${topOf(id, into)} where id = ${id}`.execute(tx)
  return ids
}

function topOf(id: string, into: ReadonlyMap<string, string>): string {
  const seen = new Set<string>()
  let at = id
  for (; into.has(at) && into.get(at) !== at && !seen.has(at); at = into.get(at)!) seen.add(at)
  return at
}

/** Claims of which any of these speaks, or one who speaks for any of them. */
async function claimsOfAgents(tx: Tx, agents: readonly string[]): Promise<readonly string[]> {
  const found = await rows(
    tx,
    sql<{ claim: string }>`
      select distinct claim from statement where claim is not null and agent in (
        select id from agent where id = any(${list(agents)}) or body ->> 'actsFor' = any(${list(agents)}))`,
  )
  return found.map(({ claim }) => claim)
}
