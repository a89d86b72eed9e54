import { sql } from "kysely"
import { crowdOf } from "../agents.ts"
import type { AgentLine, AgentSheet, AsOf, Evidence, Page, Paging } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { agentKeys, type KnownAgent, standsOf } from "../match/index.ts"
import { toldOfRow } from "../told.ts"
import { crowdFor, evidenceOf, type Shown, shown } from "./evidence.ts"
import { judgementsOn } from "./judgements.ts"
import { positionOf } from "./lines.ts"
import { cursorOf, limitOf, pageOf } from "./page.ts"
import { untilOf } from "./when.ts"

/** An agent that answers to a name, and how much of it there is. */
export interface Named extends AgentLine {
  readonly statements: number
}

/** Agents that answer to a name or an id, those with the most statements first. */
export async function agents(db: Db, name: string): Promise<readonly Named[]> {
  const keys = [...new Set(KINDS.flatMap(kind => agentKeys({ name, kind })))]
  const found = await rows(
    db,
    sql<{ root: string; statements: number; exact: boolean }>`
      with roots as (
        select distinct a.root from agent a where a.id = ${name} or a.id in (
          select near.agent from unnest(${list(keys)}) as wanted(key)
          cross join lateral (select agent from agent_key k where k.key = wanted.key order by place limit ${MOST_UNDER_KEY}) near)
      )
      select roots.root, counted.statements, exists (
          select from agent a where a.root = roots.root and (a.id = ${name} or exists (
            select from jsonb_array_elements_text(a.body -> 'names') n where lower(n) = lower(${name})))) as exact
      from roots cross join lateral (
        select count(*)::int as statements from (
          select from statement s where s.agent in (select id from agent where root = roots.root) and not s.dismissed limit ${MOST_COUNTED}) few
      ) counted order by exact desc, statements desc, root limit ${MOST_NAMED}`,
  )
  const crowd = await crowdOf(
    db,
    found.map(({ root }) => root),
  )
  const fitting = found.some(({ exact }) => exact) ? found.filter(({ exact }) => exact) : found
  return fitting.map(({ root, statements }) => ({ ...crowd.line(root), statements }))
}

const KINDS = ["person", "organization", "publication", "unnamed"] as const
const MOST_UNDER_KEY = 50
const MOST_COUNTED = 10_000
const MOST_NAMED = 20

/** Everything about an agent but what he said; null when there is none of that id. */
export async function agent(db: Db, id: string, asOf: AsOf = {}): Promise<AgentSheet | null> {
  const until = untilOf(asOf)
  const found = await rows(
    db,
    sql<{
      id: string
      root: string
      body: KnownAgent
    }>`select id, root, body from agent where root = (select root from agent where id = ${id}) order by id`,
  )
  const root = found[0]?.root
  if (!root) return null
  const crowd = await crowdOf(db, [root])
  const ids = found.map(each => each.id)
  const [counts] = await rows(
    db,
    sql<{ statements: number; claims: number }>`
      select count(*)::int as statements, count(distinct claim)::int as claims from statement s
      where agent = any(${list(ids)}) and not dismissed ${until === null ? sql`` : sql`and shown <= ${until}`}`,
  )
  return {
    ...crowd.line(root),
    names: [...new Set(found.flatMap(({ body }) => body.names))],
    statements: counts?.statements ?? 0,
    claims: counts?.claims ?? 0,
    turned: await turnedOf(db, root, until),
    spokenForBy: await spokesmenOf(db, ids),
    suggests: await suggestionsOf(db, ids),
    judgements: await judgementsOn(db, ids),
  }
}

/** Claims on which the voice changed its stance. */
async function turnedOf(db: Db, root: string, until: string | null): Promise<AgentSheet["turned"]> {
  const turned = await rows(
    db,
    sql<{ claim: string; text: string }>`
      select p.claim, c.text from position p join claim c on c.id = p.claim
      where p.agent = ${root} and p.turned and not c.dismissed order by c.weight desc, c.id limit ${MOST_TURNED}`,
  )
  if (turned.length === 0) return []
  const found = await rows(
    db,
    sql<Shown>`${shown(sql`s.claim = any(${list(turned.map(({ claim }) => claim))})`, until)} order by s.moment, a.place, s.place`,
  )
  const crowd = await crowdFor(db, found)
  return turned.flatMap(({ claim, text }) => {
    const told = found.filter(row => row.claim === claim && !row.past).map(row => toldOfRow(row, crowd.rootOf))
    const stand = standsOf(told, crowd.voiceOf).find(({ voice }) => voice === root)
    return stand && stand.history.length > 1 ? [{ claim, text, position: positionOf(stand, crowd) }] : []
  })
}

const MOST_TURNED = 50

async function spokesmenOf(db: Db, ids: readonly string[]): Promise<readonly AgentLine[]> {
  const found = await rows(
    db,
    sql<{ root: string }>`select distinct root from agent where body ->> 'actsFor' = any(${list(ids)}) order by root limit ${MOST_TURNED}`,
  )
  const crowd = await crowdOf(
    db,
    found.map(({ root }) => root),
  )
  return found.map(({ root }) => crowd.line(root))
}

/** Who it may be besides; those united with it since, or kept apart by a judgement, left out. */
async function suggestionsOf(db: Db, ids: readonly string[]): Promise<AgentSheet["suggests"]> {
  const found = await rows(
    db,
    sql<{ other: string; why: string }>`
      select case when a = any(${list(ids)}) then b else a end as other, why from suggestion
      where what = 'agent' and (a = any(${list(ids)}) or b = any(${list(ids)})) order by a, b limit ${MOST_TURNED}`,
  )
  const crowd = await crowdOf(
    db,
    found.map(({ other }) => other),
  )
  const [own] = ids
  return found
    .filter(({ other }) => crowd.rootOf(other) !== own && !ids.includes(other))
    .map(({ other, why }) => ({ agent: crowd.line(other), why }))
}

/** What an agent said, the newest first; versions that were replaced are marked. */
export async function saidBy(db: Db, id: string, asOf: AsOf = {}, paging: Paging = {}): Promise<Page<Evidence>> {
  const limit = limitOf(paging)
  const from = cursorOf(paging)
  const ids = (await rows(db, sql<{ id: string }>`select id from agent where root = (select root from agent where id = ${id})`)).map(
    each => each.id,
  )
  const own = ids.length === 1 ? sql`s.agent = ${ids[0]}` : sql`s.agent = any(${list(ids)})`
  const after = from ? sql`and (s.moment, s.id) < (${from.value}, ${from.id})` : sql``
  const found = await rows(
    db,
    sql<Shown>`${shown(sql`${own} ${after}`, untilOf(asOf))} order by s.moment desc, s.id desc limit ${limit + 1}`,
  )
  const page = pageOf(found, limit, ({ moment, id }) => ({ value: moment, id }))
  return { items: await evidenceOf(db, page.items, await crowdFor(db, page.items)), next: page.next }
}
