import { sql } from "kysely"
import { idOf } from "../../core/index.ts"
import type { CorrectedField, Ruling } from "../data.ts"
import { list, rows, type Tx } from "../db.ts"
import { agentKeys } from "../match/index.ts"
import { Refused } from "../refused.ts"

/** One thing that a judgement does: from now on this field of this agent, claim or statement has this value. */
export interface Deed {
  readonly target: string
  readonly field: string
  readonly value: string
}

/** What a ruling does. Throws `Refused` when what it names is not in the ledger, or the ruling makes no sense. */
export async function deedsOf(tx: Tx, ruling: Exclude<Ruling, { kind: "undo" }>): Promise<readonly Deed[]> {
  switch (ruling.kind) {
    case "unite":
      return unite(tx, ruling)
    case "part":
      return part(tx, ruling)
    case "cut":
      await mustHold(tx, [ruling.claim], ["claim"])
      await mustHold(tx, ruling.articles, ["article"])
      return [{ target: ruling.claim, field: `cut ${[...ruling.articles].sort().join(" ")}`, value: "true" }]
    case "correct":
      return correct(tx, ruling)
    case "dismiss":
    case "confirm":
      await mustHold(tx, [ruling.id], ["statement", "claim"])
      return [{ target: ruling.id, field: ruling.kind === "dismiss" ? "dismissed" : "confirmed", value: "true" }]
  }
}

async function unite(tx: Tx, { what, ids }: Extract<Ruling, { kind: "unite" }>): Promise<readonly Deed[]> {
  const [first, ...others] = [...new Set(ids)]
  if (!first || others.length === 0) throw new Refused("to unite takes two that differ", "name two or more ids")
  await mustHold(tx, ids, [what === "agents" ? "agent" : "claim"])
  return others.map(target => ({ target, field: what === "agents" ? "root" : "claim", value: first }))
}

async function part(tx: Tx, { what, ids }: Extract<Ruling, { kind: "part" }>): Promise<readonly Deed[]> {
  if (ids.length === 0) throw new Refused("to part takes an id", "name one or more ids")
  await mustHold(tx, ids, [what === "agents" ? "agent" : "statement"])
  if (what === "agents") return ids.map(target => ({ target, field: "root", value: target }))
  const claim = idOf("claim", "part", ...[...ids].sort())
  return ids.map(target => ({ target, field: "claim", value: claim }))
}

async function correct(tx: Tx, { statement, field, value }: Extract<Ruling, { kind: "correct" }>): Promise<readonly Deed[]> {
  await mustHold(tx, [statement], ["statement"])
  const allowed = VALUES[field]
  if (!allowed) throw new Refused(`there is no field ${field} to correct`, `choose one of ${Object.keys(VALUES).join(", ")}`)
  if (Array.isArray(allowed) && !allowed.includes(value))
    throw new Refused(`${value} is no ${field}`, `choose one of ${allowed.join(", ")}`)
  if (field === "claim") await mustHold(tx, [value], ["claim"])
  if (field === "said" && !EDTF.test(value))
    throw new Refused(`${value} is no date of EDTF`, "write it as 2024-11-10, 2024-10 or XXXX-11-10")
  return [{ target: statement, field, value: field === "source" ? await agentNamed(tx, value) : value }]
}

const VALUES: Readonly<Record<CorrectedField, readonly string[] | "any">> = {
  source: "any",
  stance: ["asserts", "confirms", "denies", "declines", "unanswered"],
  act: ["assertive", "directive", "commissive", "expressive", "attitude"],
  certainty: ["certain", "probable", "possible"],
  polarity: ["positive", "negative"],
  said: "any",
  claim: "any",
}

const EDTF = /^(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?(?:\/\d{4}(?:-\d\d(?:-\d\d)?)?)?$/

/** An agent by its id, or by a name that one alone has; a name that nobody has makes a new one. */
async function agentNamed(tx: Tx, name: string): Promise<string> {
  const [byId] = await rows(tx, sql<{ id: string }>`select id from agent where id = ${name}`)
  if (byId) return byId.id
  if (/^agent_[0-9a-f]+$/.test(name)) throw unknown(name)
  const same = await rows(
    tx,
    sql<{ root: string }>`
      select distinct a.root from agent_key k join agent a on a.id = k.agent
      where k.key = any(${list(agentKeys({ name, kind: "person" }).slice(0, 1))}) and a.body -> 'names' ? ${name}`,
  )
  if (same.length > 1) throw new Refused(`several are called ${name}`, `give the id of one: ${same.map(({ root }) => root).join(", ")}`)
  return same[0]?.root ?? newAgent(tx, name)
}

async function newAgent(tx: Tx, name: string): Promise<string> {
  const id = idOf("agent", "judged", name)
  const body = { kind: "person", names: [name], roles: [], actsFor: null, owner: null, company: [] }
  await sql`insert into agent values (${id}, ${id}, ${name}, 'person', ${JSON.stringify(body)}::jsonb) on conflict do nothing`.execute(tx)
  for (const key of agentKeys({ name, kind: "person" }))
    await sql`insert into agent_key values (${key}, ${id}, 0) on conflict do nothing`.execute(tx)
  return id
}

type Kind = "agent" | "claim" | "statement" | "article"

async function mustHold(tx: Tx, ids: readonly string[], kinds: readonly Kind[]): Promise<void> {
  const held = new Set<string>()
  for (const kind of kinds)
    for (const { id } of await rows(tx, sql<{ id: string }>`select id from ${sql.table(kind)} where id = any(${list(ids)})`)) held.add(id)
  for (const id of ids) if (!held.has(id)) throw unknown(id, kinds)
}

function unknown(id: string, kinds: readonly Kind[] = ["agent"]): Refused {
  return new Refused(`the ledger holds no ${kinds.join(" or ")} ${id}`, "copy the id from what claims, claim or who print")
}

/** Takes back what a judgement did. Gives its deeds, so that what they touched is worked out anew. */
export async function undone(tx: Tx, judgement: string, by: string): Promise<readonly Deed[]> {
  const [found] = await rows(
    tx,
    sql<{ undone_by: string | null; kind: string }>`select undone_by, kind from judgement where id = ${judgement}`,
  )
  if (!found) throw new Refused(`the ledger holds no judgement ${judgement}`, "copy its id from the history: hearsay judge history")
  if (found.undone_by) throw new Refused(`the judgement ${judgement} is undone already`, "see the history: hearsay judge history")
  const deeds = await rows(tx, sql<Deed>`select target, field, value from effect where judgement = ${judgement} order by target, field`)
  await sql`update effect set active = false where judgement = ${judgement}`.execute(tx)
  await sql`update judgement set undone_by = ${by} where id = ${judgement}`.execute(tx)
  if (found.kind === "undo") await redo(tx, judgement)
  return found.kind === "undo" ? redoneDeeds(tx, judgement) : deeds
}

/** An undo that is undone lets what it took back hold again. */
async function redo(tx: Tx, undo: string): Promise<void> {
  await sql`update effect set active = true where judgement = (select id from judgement where undone_by = ${undo})`.execute(tx)
}

async function redoneDeeds(tx: Tx, undo: string): Promise<readonly Deed[]> {
  const deeds = await rows(
    tx,
    sql<Deed>`select target, field, value from effect where judgement = (select id from judgement where undone_by = ${undo}) order by target, field`,
  )
  await sql`update judgement set undone_by = null where undone_by = ${undo}`.execute(tx)
  return deeds
}

/** A ruling in words, with the names that things have when it is made. */
export async function sayingOf(tx: Tx, ruling: Ruling): Promise<string> {
  const name = (id: string) => nameOf(tx, id)
  const names = async (ids: readonly string[]) => {
    const out: string[] = []
    for (const id of ids) out.push(await name(id))
    return out
  }
  switch (ruling.kind) {
    case "unite":
      return `${(await names(ruling.ids)).join(" and ")} are one`
    case "part":
      return `${(await names(ruling.ids)).join(", ")}: ${ruling.what === "agents" ? "apart from the others" : "a claim of its own"}`
    case "cut":
      return `${(await names(ruling.articles)).join(" and ")} do not go back to one origin`
    case "correct":
      return `${await name(ruling.statement)}: ${ruling.field} is ${await name(ruling.value)}`
    case "dismiss":
      return `${await name(ruling.id)}: dismissed`
    case "confirm":
      return `${await name(ruling.id)}: confirmed`
    case "undo":
      return `takes back ${ruling.judgement}`
  }
}

async function nameOf(tx: Tx, id: string): Promise<string> {
  const [found] = await rows(
    tx,
    sql<{ name: string | null }>`
      select name from agent where id = ${id} union all select '“' || text || '”' from claim where id = ${id}
      union all select '“' || (body ->> 'words') || '”' from statement where id = ${id}
      union all select coalesce(outlet, title, id) from article where id = ${id}`,
  )
  return found?.name ?? id
}
