import { sql } from "kysely"
import { type Agent, idOf } from "../../core/index.ts"
import { list, rows, type Tx, table } from "../db.ts"
import { type AgentMatch, agentKeys, agentsFor, type KnownAgent, ownerOf, type WithOutlet, withSeen } from "../match/index.ts"

/** Who an article's agents are in the ledger: the ledger's id for each of the article's own. */
export type Cast = ReadonlyMap<string, string>

/** Finds or makes the ledger's agents for those of an article, and keeps what the article tells of them. */
export async function enterCast(tx: Tx, whole: WithOutlet, place: number): Promise<Cast> {
  const { agents, article } = whole.reading
  const known = await knownBy(tx, [...new Set(agents.flatMap(agentKeys))])
  const matches = agentsFor(whole, known)
  const cast = castOf(matches)
  await keep(tx, seenIn(whole, cast, known), place)
  await keepKeys(tx, agents, cast, place)
  await keepSuggestions(tx, matches, cast)
  const members = agents.map(({ id: local, ...body }) => ({ article: article.id, local, agent: cast.get(local)!, body }))
  await sql`insert into cast_member select * from ${table(members, "article text, local text, agent text, body jsonb")}`.execute(tx)
  return cast
}

function castOf(matches: readonly AgentMatch[]): Cast {
  const ids = new Map(matches.map(({ agent, known }) => [agent, known ?? newId(agent)]))
  for (const { agent, twin } of matches) if (twin) ids.set(agent, ids.get(twin)!)
  return ids
}

/** A new agent is named after the one in the article where it is first met. */
function newId(local: string): string {
  return /^agent_[0-9a-f]+$/.test(local) ? local : idOf("agent", local)
}

/** Agents under any of these keys, those met first and those met last where there are many; the united ones as one. */
async function knownBy(tx: Tx, keys: readonly string[]): Promise<readonly KnownAgent[]> {
  const found = await rows(
    tx,
    sql<{ id: string; root: string; body: Omit<KnownAgent, "id"> }>`
      with found as (
        select distinct near.agent from unnest(${list(keys)}) as wanted(key)
        cross join lateral (
          (select agent from agent_key where key = wanted.key order by place limit ${MOST_A_SIDE})
          union (select agent from agent_key where key = wanted.key order by place desc limit ${MOST_A_SIDE})
        ) near
      )
      select id, root, body from agent where root in (select root from agent where id in (select agent from found)) order by root, id`,
  )
  return united(found.map(({ id, root, body }) => ({ root, known: { ...body, id } })))
}

/** Of those who share a key, this many that were met first, and as many that were met last. */
const MOST_A_SIDE = 16

/** Those that were united, as one under their root's id. */
export function united(found: readonly { readonly root: string; readonly known: KnownAgent }[]): readonly KnownAgent[] {
  const roots = new Map<string, KnownAgent>()
  for (const { root, known } of found) {
    const other = roots.get(root)
    const [first, second] = !other || known.id === root ? [known, other] : [other, known]
    roots.set(root, {
      ...first,
      id: root,
      names: [...new Set([...first.names, ...(second?.names ?? [])])],
      roles: [...new Set([...first.roles, ...(second?.roles ?? [])])],
      actsFor: first.actsFor ?? second?.actsFor ?? null,
      company: [...new Set([...first.company, ...(second?.company ?? [])])],
    })
  }
  return [...roots.values()]
}

function seenIn(whole: WithOutlet, cast: Cast, known: readonly KnownAgent[]): readonly KnownAgent[] {
  const seen = new Map(known.map(each => [each.id, each]))
  const company = [...new Set(cast.values())]
  const met = new Set<string>()
  for (const agent of whole.reading.agents) {
    const id = cast.get(agent.id)!
    const owner = ownerOf(whole, agent)
    const actsFor = agent.actsFor ? (cast.get(agent.actsFor) ?? null) : null
    const fresh: KnownAgent = {
      id,
      kind: agent.kind,
      names: [],
      roles: [],
      actsFor: null,
      owner: owner && (cast.get(owner) ?? null),
      company: [],
    }
    seen.set(id, withSeen(seen.get(id) ?? fresh, agent, actsFor === id ? null : actsFor, company))
    met.add(id)
  }
  return [...met].map(id => seen.get(id)!)
}

async function keep(tx: Tx, agents: readonly KnownAgent[], _place: number): Promise<void> {
  const records = agents.map(({ id, ...body }) => ({ id, root: id, name: fullest(body.names), kind: body.kind, body }))
  await sql`
    insert into agent select * from ${table(records, "id text, root text, name text, kind text, body jsonb")}
    on conflict (id) do update set name = excluded.name, kind = excluded.kind, body = excluded.body`.execute(tx)
}

/** The name with the most words, of these the one met first: “Elena Ruiz” before “Ruiz”. */
function fullest(names: readonly string[]): string {
  const words = (name: string) => Math.min(name.split(/\s+/).length, MOST_NAME_WORDS)
  return names.reduce((best, name) => (words(name) > words(best) ? name : best), names[0] ?? "")
}

/** A longer name is a description. */
const MOST_NAME_WORDS = 3

async function keepKeys(tx: Tx, agents: readonly Agent[], cast: Cast, place: number): Promise<void> {
  const records = agents.flatMap(agent => agentKeys(agent).map(key => ({ key, agent: cast.get(agent.id)!, place })))
  await sql`insert into agent_key select distinct on (key, agent) * from ${table(records, "key text, agent text, place bigint")} on conflict do nothing`.execute(
    tx,
  )
}

async function keepSuggestions(tx: Tx, matches: readonly AgentMatch[], cast: Cast): Promise<void> {
  const records = matches.flatMap(({ agent, suggests }) =>
    suggests.map(({ known, why }) => ({ what: "agent", a: cast.get(agent)!, b: known, why })).filter(({ a, b }) => a !== b),
  )
  if (records.length === 0) return
  await sql`
    insert into suggestion select distinct on (what, a, b) * from ${table(records, "what text, a text, b text, why text")}
    on conflict do nothing`.execute(tx)
}
