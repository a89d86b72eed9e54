import { sql } from "kysely"
import { type Crowd, crowdOf } from "../agents.ts"
import { type BoardPart, boardPartOf, MOST_WEIGHED } from "../board.ts"
import { tiesAmong } from "../copies.ts"
import type { BoardLine, ClaimFilter, ClaimLine, Page, Paging } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { effectsOn } from "../effects.ts"
import { newestOf } from "../newest.ts"
import { agentsOfRow } from "../told.ts"
import { claims } from "./claims.ts"
import { CLAIM_LINE, type ClaimRow, lineOfRow } from "./lines.ts"
import { pastAt, untilOf } from "./when.ts"

/** Claims as `claims` lists them, each with who stands where, how many first hands it has, and when it was spoken of. */
export async function board(db: Db, filter: ClaimFilter = {}, paging: Paging = {}): Promise<Page<BoardLine>> {
  const { items, next } = await claims(db, filter, paging)
  const until = untilOf(filter)
  const ids = items.map(({ id }) => id)
  return { items: await withParts(db, items, until === null ? await keptParts(db, ids) : await partsAt(db, ids, until)), next }
}

/** Claims by their ids, in no order; those that are not there, or dismissed, are left out. */
export async function boardOf(db: Db, ids: readonly string[]): Promise<readonly BoardLine[]> {
  if (ids.length === 0) return []
  const found = await rows(db, sql<ClaimRow>`select ${CLAIM_LINE} from claim c where id = any(${list(ids)}) and not dismissed order by id`)
  const lines = found.map(lineOfRow)
  return withParts(
    db,
    lines,
    await keptParts(
      db,
      lines.map(({ id }) => id),
    ),
  )
}

type Parts = ReadonlyMap<string, BoardPart>

async function keptParts(db: Db, ids: readonly string[]): Promise<Parts> {
  const found = await rows(db, sql<{ id: string; board: BoardPart }>`select id, board from claim where id = any(${list(ids)})`)
  return new Map(found.map(({ id, board }) => [id, board]))
}

/** What was not kept: as it stood at a moment. */
async function partsAt(db: Db, ids: readonly string[], until: string): Promise<Parts> {
  const own = await newestOf(db, ids, { most: MOST_WEIGHED, shownBy: until, past: pastAt(until) })
  const all = [...own.values()].flat()
  const crowd = await crowdOf(db, all.flatMap(agentsOfRow))
  const ties = await tiesAmong(db, [...new Set(all.map(({ article }) => article))])
  const effects = await effectsOn(db, ids)
  return new Map(ids.map(id => [id, boardPartOf(own.get(id) ?? [], { crowd, ties, effects: effects.get(id) ?? new Map() })]))
}

async function withParts(db: Db, lines: readonly ClaimLine[], parts: Parts): Promise<readonly BoardLine[]> {
  const crowd = await crowdOf(
    db,
    [...parts.values()].flatMap(({ who }) => who.flatMap(({ agent }) => agent ?? [])),
  )
  return lines.flatMap(line => {
    const part = parts.get(line.id)
    return part ? [boardLine(line, part, crowd)] : []
  })
}

function boardLine(line: ClaimLine, { who, independent, alarms, timeline }: BoardPart, crowd: Crowd): BoardLine {
  return {
    ...line,
    who: who.map(voice => ({ ...voice, agent: voice.agent === null ? null : crowd.line(voice.agent) })),
    independent,
    alarms,
    timeline,
  }
}
