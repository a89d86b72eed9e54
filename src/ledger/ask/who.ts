import { sql } from "kysely"
import { crowdOf } from "../agents.ts"
import type { AgentLine, AgentSheet, AsOf, Evidence, Page, Paging } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { agentKeys, type KnownAgent, type Stand, standsOf } from "../match/index.ts"
import { newestOf } from "../newest.ts"
import { MOST_SUMMED } from "../record/index.ts"
import { agentsOfRow, toldOfRow } from "../told.ts"
import { crowdFor, evidenceOf, type Shown, shown } from "./evidence.ts"
import { judgementsOn } from "./judgements.ts"
import { positionOf } from "./lines.ts"
import { cursorOf, limitOf, pageOf } from "./page.ts"
import { pastAt, untilOf } from "./when.ts"

/** An agent that answers to a name, and how much of it there is. */
export interface Named extends AgentLine {
  readonly statements: number
}

/** Agents that answer to a name or an id, those with the most statements first. A surname is answered to by all who bear it. */
export async function agents(db: Db, name: string): Promise<readonly Named[]> {
  const keys = [...new Set(KINDS.flatMap(kind => agentKeys({ name, kind })))]
  const found = await rows(
    db,
    sql<{ root: string; statements: number; exact: boolean }>`
      with named as (
        select near.agent from unnest(${list(keys)}) as wanted(key)
        cross join lateral (select agent from agent_key k where k.key = wanted.key order by place limit ${MOST_UNDER_KEY}) near
        union select id from agent where id = ${name}
      ), roots as (
        select distinct own.root from named cross join lateral (select root from agent where id = named.agent offset 0) own
      )
      select roots.root, (
          select coalesce(sum(t.count), 0)::int from agent a join tally t on t.what = 'said' and t.subject = a.id where a.root = roots.root
        ) as statements, exists (
          select from agent a where a.root = roots.root and (a.id = ${name} or exists (
            select from jsonb_array_elements_text(a.body -> 'names') n where lower(n) = lower(${name})))) as exact
      from roots order by ${isOneWord(name) ? sql`` : sql`exact desc, `} statements desc, root limit ${MOST_NAMED}`,
  )
  const crowd = await crowdOf(
    db,
    found.map(({ root }) => root),
  )
  const fitting = found.some(({ exact }) => exact) && !isOneWord(name) ? found.filter(({ exact }) => exact) : found
  return fitting.map(({ root, statements }) => ({ ...crowd.line(root), statements }))
}

function isOneWord(name: string): boolean {
  return !/\s/.test(name.trim()) && !name.startsWith("agent_")
}

const KINDS = ["person", "organization", "publication", "unnamed"] as const
const MOST_UNDER_KEY = 50
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
  const counts = await countsOf(db, ids, until)
  return {
    ...crowd.line(root),
    names: [...new Set(found.flatMap(({ body }) => body.names))],
    ...counts,
    turned: await turnedOf(db, root, until),
    spokenForBy: await spokesmenOf(db, ids),
    suggests: await suggestionsOf(db, ids),
    judgements: await judgementsOn(db, ids),
  }
}

/** How much these agents said, on how many claims. */
async function countsOf(db: Db, ids: readonly string[], until: string | null): Promise<Pick<AgentSheet, "statements" | "claims">> {
  const [counts] = await rows(
    db,
    sql<Pick<AgentSheet, "statements" | "claims">>`
      select count(*)::int as statements, count(distinct claim)::int as claims from statement s
      where agent = any(${list(ids)}) and not dismissed ${until === null ? sql`` : sql`and shown <= ${until}`}`,
  )
  return counts!
}

/** Claims on which the voice changed its stance. */
async function turnedOf(db: Db, root: string, until: string | null): Promise<AgentSheet["turned"]> {
  const turned = await rows(
    db,
    sql<{ claim: string; text: string; stand: Stand }>`
      select p.claim, c.text, p.stand from position p join claim c on c.id = p.claim
      where p.agent = ${root} and p.turned and not c.dismissed order by p.weight desc, p.claim desc limit ${MOST_TURNED}`,
  )
  if (turned.length === 0) return []
  if (until !== null) return turnedAt(db, root, turned, until)
  const crowd = await crowdOf(
    db,
    turned.flatMap(({ stand }) => [stand.voice, ...stand.speakers]),
  )
  return turned.map(({ claim, text, stand }) => ({ claim, text, position: positionOf(stand, crowd) }))
}

/** The same as it stood at a moment. */
async function turnedAt(
  db: Db,
  root: string,
  turned: readonly { readonly claim: string; readonly text: string }[],
  until: string,
): Promise<AgentSheet["turned"]> {
  const claims = turned.map(({ claim }) => claim)
  const byClaim = await newestOf(db, claims, { most: MOST_SUMMED, shownBy: until, past: pastAt(until) })
  const crowd = await crowdOf(db, [...byClaim.values()].flat().flatMap(agentsOfRow))
  return turned.flatMap(({ claim, text }) => {
    const told = (byClaim.get(claim) ?? []).filter(row => !row.past).map(row => toldOfRow(row, crowd.rootOf))
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
  const until = untilOf(asOf)
  const after = from ? sql`and (moment, id) < (${from.value}, ${from.id})` : sql``
  const then = until === null ? sql`` : sql`and shown <= ${until}`
  // Those united are looked up one by one, so that each comes off the index in order.
  const own = sql`
    select s.id from unnest(${list(ids)}) as wanted(agent) cross join lateral (
      select id, moment from statement where agent = wanted.agent and agent is not null and not dismissed ${then} ${after}
      order by moment desc, id desc limit ${limit + 1}) s
    order by s.moment desc, s.id desc limit ${limit + 1}`
  const found = await rows(db, sql<Shown>`${shown(sql`s.id in (${own})`, until)} order by s.moment desc, s.id desc`)
  const page = pageOf(found, limit, ({ moment, id }) => ({ value: moment, id }))
  return { items: await evidenceOf(db, page.items, await crowdFor(db, page.items)), next: page.next }
}
