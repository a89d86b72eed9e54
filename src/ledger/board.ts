import type { Stance } from "../core/index.ts"
import type { Crowd } from "./agents.ts"
import type { Ties } from "./copies.ts"
import type { Alarm, BoardLine } from "./data.ts"
import type { Effects } from "./effects.ts"
import { type Copy, originsOf, type Stand, standsOf, type Told } from "./match/index.ts"
import { type Row, toldOfRow } from "./told.ts"

/** What a board shows of a claim besides its line, as it is kept: agents by the ids they go by. */
export interface BoardPart {
  readonly who: readonly Voice[]
  readonly independent: BoardLine["independent"]
  readonly alarms: readonly Alarm[]
  readonly timeline: BoardLine["timeline"]
}

interface Voice {
  readonly agent: string | null
  readonly words: string | null
  readonly stance: Stance
  readonly turned: boolean
}

/** What besides its statements tells of a claim. */
export interface Around {
  readonly crowd: Crowd
  /** Those among articles, of other claims too. */
  readonly ties: Ties
  readonly effects: Effects
}

/** Of a claim told oftener, the newest statements stand for all: where its origins are told apart, and on the board. */
export const MOST_WEIGHED = 200

/** The board's part of a claim from its statements, in time order. Of more than `MOST_WEIGHED` the newest count. */
export function boardPartOf(own: readonly Row[], { crowd, ties, effects }: Around): BoardPart {
  const newest = own.slice(-MOST_WEIGHED)
  const current = newest.some(({ past }) => !past) ? newest.filter(({ past }) => !past) : newest
  const told = current.map(row => toldOfRow(row, crowd.rootOf))
  const tree = originsOf(told, {
    kindOf: crowd.kindOf,
    voiceOf: crowd.voiceOf,
    nameOf: agent => crowd.line(agent).name,
    copies: amongTold(ties.copies, current),
    credits: ties.credits,
    leads: ties.leads,
    cut: cutAmong(told, effects),
  })
  const articles = new Map(current.map(({ id, article }) => [id, article]))
  return {
    who: whoOf(current, standsOf(told, crowd.voiceOf), crowd),
    independent: { least: tree.range[0], most: tree.range[1], count: tree.independent },
    alarms: tree.alarms.map(({ rule, says, statements }) => ({
      rule,
      says,
      articles: [...new Set(statements.flatMap(id => articles.get(id) ?? []))],
    })),
    timeline: timelineOf(current),
  }
}

function amongTold(copies: readonly Copy[], own: readonly Row[]): readonly Copy[] {
  const articles = new Set(own.map(({ article }) => article))
  return copies.filter(({ a, b }) => articles.has(a) && articles.has(b))
}

/** A person cuts articles apart; what is cut are all merges between their statements. */
export function cutAmong(told: readonly Told[], effects: Effects): ReadonlySet<string> {
  const pairs = [...effects.keys()].filter(field => field.startsWith("cut ")).map(field => field.split(" ").slice(1))
  const cut = new Set<string>()
  for (const [a, b] of pairs)
    for (const left of told.filter(({ article }) => article === a))
      for (const right of told.filter(({ article }) => article === b)) cut.add(`${left.id} ${right.id}`).add(`${right.id} ${left.id}`)
  return cut
}

/** Those who deny come first, for they are what a reader looks for. */
const BY_STANCE = ["denies", "declines", "unanswered", "confirms", "asserts"] as const

/** A few of each stance, so that nobody who stands against another is only a number. */
function whoOf(own: readonly Row[], stands: readonly Stand[], crowd: Crowd): readonly Voice[] {
  const named = stands.map(stand => ({ agent: heardOf(stand, crowd), words: null, stance: stand.stance, turned: stand.history.length > 1 }))
  const nobodys = nobodysIn(own).map(([row]) => ({ agent: null, words: row!.told.unnamed, stance: row!.stance, turned: false }))
  const all = [...named, ...nobodys]
  return BY_STANCE.flatMap(stance => all.filter(each => each.stance === stance).slice(0, MOST_A_STANCE))
}

const MOST_A_STANCE = 4

/** Who was heard: the one who spoke in person, where one did. A reader trusts “Ott” more than “the ferry line”. */
export function heardOf(stand: Stand, crowd: Crowd): string {
  return [...new Set(stand.speakers.map(crowd.rootOf))].find(id => id !== stand.voice) ?? stand.voice
}

/** Statements of those whom nobody names, by stance and description. */
export function nobodysIn(own: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>()
  for (const row of own.filter(({ agent }) => agent === null)) {
    const key = `${row.stance} ${row.told.unnamed ?? ""}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

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
