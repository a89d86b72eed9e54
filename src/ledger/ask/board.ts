import { sql } from "kysely"
import { type Crowd, crowdOf } from "../agents.ts"
import type { Alarm, BoardLine, ClaimFilter, ClaimLine, Page, Paging } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { type Effects, effectsOn } from "../effects.ts"
import { type Copy, originsOf, standsOf } from "../match/index.ts"
import { newestOf } from "../newest.ts"
import { agentsOfRow, type Row, toldOfRow } from "../told.ts"
import { claims } from "./claims.ts"
import { type ClaimRow, lineOfRow, nobodysOf, positionOf } from "./lines.ts"
import { copiesAmong, cutAmong } from "./origins.ts"
import { pastAt, untilOf } from "./when.ts"

/** Claims as `claims` lists them, each with who stands where, how many first hands it has, and when it was spoken of. */
export async function board(db: Db, filter: ClaimFilter = {}, paging: Paging = {}): Promise<Page<BoardLine>> {
  const { items, next } = await claims(db, filter, paging)
  return { items: await boardLines(db, items, untilOf(filter)), next }
}

/** The same for claims at hand. */
async function boardLines(db: Db, lines: readonly ClaimLine[], until: string | null = null): Promise<readonly BoardLine[]> {
  if (lines.length === 0) return []
  const ids = lines.map(({ id }) => id)
  const own = await newestOf(db, ids, { most: MOST_WEIGHED, shownBy: until, past: pastAt(until) })
  const all = [...own.values()].flat()
  const crowd = await crowdOf(db, all.flatMap(agentsOfRow))
  const copies = await copiesAmong(db, [...new Set(all.map(({ article }) => article))])
  const effects = await effectsOn(db, ids)
  return lines.map(line => withBoard(line, own.get(line.id) ?? [], { crowd, copies, effects: effects.get(line.id) ?? new Map() }))
}

/** Claims by their ids, in no order; those that are not there, or dismissed, are left out. */
export async function boardOf(db: Db, ids: readonly string[]): Promise<readonly BoardLine[]> {
  if (ids.length === 0) return []
  const found = await rows(
    db,
    sql<ClaimRow>`
      select id, text, contested, unnamed, weight, voices, statements, articles, outlets, first_asserted, first_denied, last
      from claim where id = any(${list(ids)}) and not dismissed order by id`,
  )
  return boardLines(db, found.map(lineOfRow))
}

/** Of a claim told oftener, the newest statements stand for all. */
const MOST_WEIGHED = 200

interface Around {
  readonly crowd: Crowd
  readonly copies: readonly Copy[]
  readonly effects: Effects
}

function withBoard(line: ClaimLine, own: readonly Row[], { crowd, copies, effects }: Around): BoardLine {
  const current = own.some(({ past }) => !past) ? own.filter(({ past }) => !past) : own
  const told = current.map(row => toldOfRow(row, crowd.rootOf))
  const tree = originsOf(told, {
    kindOf: crowd.kindOf,
    voiceOf: crowd.voiceOf,
    copies: amongTold(copies, current),
    cut: cutAmong(told, effects),
  })
  const articles = new Map(current.map(({ id, article }) => [id, article]))
  const alarms = tree.alarms.map(
    ({ rule, says, statements }): Alarm => ({ rule, says, articles: [...new Set(statements.flatMap(id => articles.get(id) ?? []))] }),
  )
  return {
    ...line,
    who: whoOf(current, crowd),
    independent: { least: tree.range[0], most: tree.range[1], count: tree.independent },
    alarms,
    timeline: timelineOf(current),
  }
}

function amongTold(copies: readonly Copy[], own: readonly Row[]): readonly Copy[] {
  const articles = new Set(own.map(({ article }) => article))
  return copies.filter(({ a, b }) => articles.has(a) && articles.has(b))
}

/** Those who deny come first, for they are what a reader looks for. */
const BY_STANCE = ["denies", "declines", "unanswered", "confirms", "asserts"] as const

function whoOf(own: readonly Row[], crowd: Crowd): BoardLine["who"] {
  const stands = standsOf(
    own.map(row => toldOfRow(row, crowd.rootOf)),
    crowd.voiceOf,
  )
  const named = stands.map(stand => {
    const { agent, words, stance, turns } = positionOf(stand, crowd)
    return { agent, words, stance, turned: turns.length > 1 }
  })
  const nobodys = nobodysOf(own).map(({ words, stance }) => ({ agent: null, words, stance, turned: false }))
  return [...named, ...nobodys].sort((a, b) => BY_STANCE.indexOf(a.stance) - BY_STANCE.indexOf(b.stance)).slice(0, MOST_SHOWN)
}

const MOST_SHOWN = 12

function timelineOf(own: readonly Row[]): BoardLine["timeline"] {
  const counts = new Map<string, BoardLine["timeline"][number]>()
  for (const { moment, stance } of own) {
    const day = moment.slice(0, 10)
    const key = `${day} ${stance}`
    counts.set(key, { day, stance, statements: (counts.get(key)?.statements ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).slice(-MOST_DAYS)
}

const MOST_DAYS = 60
