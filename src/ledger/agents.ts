import { sql } from "kysely"
import type { AgentKind } from "../core/index.ts"
import type { AgentLine } from "./data.ts"
import { type Db, list, rows } from "./db.ts"
import { type KnownAgent, type VoiceOf, voices } from "./match/index.ts"
import { united } from "./record/cast.ts"

/** Agents as the ledger knows them, by any of their ids: those united as one, with all for whom they speak, over any number of steps. */
export interface Crowd {
  /** The id by which an agent goes now. */
  readonly rootOf: (id: string) => string
  readonly voiceOf: VoiceOf
  readonly kindOf: (id: string) => AgentKind | null
  readonly line: (id: string) => AgentLine
}

/** Looks agents up by their ids. */
export async function crowdOf(db: Db, ids: Iterable<string>): Promise<Crowd> {
  const wanted = [...new Set(ids)]
  const found = wanted.length === 0 ? [] : await upward(db, wanted)
  const roots = new Map(found.map(({ id, root }) => [id, root]))
  const names = new Map(found.map(({ id, name }) => [id, name]))
  const rootOf = (id: string) => roots.get(id) ?? id
  const known = new Map(united(found.map(({ id, root, body }) => ({ root, known: { ...body, id } }))).map(each => [each.id, each]))
  const actsFor = new Map([...known].map(([id, each]) => [id, each.actsFor && rootOf(each.actsFor)]))
  const voice = voices(actsFor)
  return {
    rootOf,
    voiceOf: id => voice(rootOf(id)),
    kindOf: id => known.get(rootOf(id))?.kind ?? null,
    line: id => lineOf(rootOf(id), known, names, rootOf),
  }
}

interface Row {
  readonly id: string
  readonly root: string
  readonly name: string
  readonly body: Omit<KnownAgent, "id">
}

function upward(db: Db, ids: readonly string[]): Promise<readonly Row[]> {
  return rows(
    db,
    // Each step is looked up by its index: left to plan it as a join, the database reads all agents rather than a few hundred.
    sql<Row>`
      with recursive up as (
        select root from agent where id = any(${list(ids)})
        union
        select next.root from up cross join lateral (select body ->> 'actsFor' as id from agent where root = up.root offset 0) principal
        cross join lateral (select root from agent where id = principal.id offset 0) next
      )
      select own.* from up cross join lateral (select id, root, name, body from agent where root = up.root offset 0) own order by own.root, own.id`,
  )
}

function lineOf(
  id: string,
  known: ReadonlyMap<string, KnownAgent>,
  names: ReadonlyMap<string, string>,
  rootOf: (id: string) => string,
): AgentLine {
  const agent = known.get(id)
  if (!agent) return { id, name: id, kind: "person", roles: [], actsFor: null }
  const principal = agent.actsFor && rootOf(agent.actsFor)
  return {
    id,
    name: names.get(id) ?? agent.names[0] ?? id,
    kind: agent.kind,
    roles: agent.roles.slice(0, MOST_ROLES),
    actsFor:
      principal && principal !== id ? { id: principal, name: names.get(principal) ?? known.get(principal)?.names[0] ?? principal } : null,
  }
}

const MOST_ROLES = 8
