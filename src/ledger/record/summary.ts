import { sql } from "kysely"
import type { Stance } from "../../core/index.ts"
import { type Crowd, crowdOf } from "../agents.ts"
import { type BoardPart, boardPartOf } from "../board.ts"
import { tiesAmong } from "../copies.ts"
import { list, type Tx, table } from "../db.ts"
import { effectsOn } from "../effects.ts"
import { countedWhole } from "../large.ts"
import { type Stand, standsOf } from "../match/index.ts"
import { newestOf } from "../newest.ts"
import { agentsOfRow, type Row, toldOfRow } from "../told.ts"

/** A claim as lists show it, worked out from its statements. */
export interface Summary {
  readonly text: string
  readonly contested: boolean
  readonly unnamed: boolean
  readonly weight: number
  readonly voices: Readonly<Record<Stance, number>>
  readonly statements: number
  readonly articles: number
  readonly outlets: readonly string[]
  readonly first: string | null
  readonly firstAsserted: string | null
  readonly firstDenied: string | null
  readonly last: string | null
  readonly stands: readonly Stand[]
}

/** Works the summaries and positions of these claims out anew. A claim without statements goes. */
export async function refresh(tx: Tx, claims: readonly string[]): Promise<void> {
  const byClaim = await newestOf(tx, claims, { most: MOST_SUMMED })
  const all = [...byClaim.values()].flat()
  const crowd = await crowdOf(tx, all.flatMap(agentsOfRow))
  const ties = await tiesAmong(tx, [...new Set(all.map(({ article }) => article))])
  const judged = await effectsOn(tx, claims)
  const whole = await countedWhole(
    tx,
    [...byClaim].filter(([, own]) => own.length >= MOST_SUMMED).map(([id]) => id),
  )
  const made = [...byClaim].map(([id, own]) => {
    const effects = judged.get(id) ?? new Map()
    const board = boardPartOf(own, { crowd, ties, effects })
    return { id, dismissed: effects.has("dismissed"), ...summaryOf(own, crowd), ...whole.get(id), words: wordsOf(own, crowd), board }
  })
  await removeClaims(tx, claims)
  await putClaims(tx, made)
}

/** Of a claim told oftener, the newest statements stand for all, and the others are counted. */
export const MOST_SUMMED = 1000

/** The summary of a claim from its statements, in time order. Statements of earlier versions count only where there are no others. */
export function summaryOf(own: readonly Row[], crowd: Crowd): Summary {
  const current = own.some(({ past }) => !past) ? own.filter(({ past }) => !past) : own
  const stands = standsOf(
    current.map(row => toldOfRow(row, crowd.rootOf)),
    crowd.voiceOf,
  )
  const nobodys = new Set(current.filter(({ agent }) => agent === null).map(({ stance, told }) => `${stance} ${told.unnamed ?? ""}`))
  const voices = countVoices(
    stands,
    [...nobodys].map(key => key.split(" ")[0] as Stance),
  )
  const moments = (...stances: Stance[]) => own.filter(({ stance }) => stances.includes(stance)).map(({ moment }) => moment)
  return {
    text: textOf(own),
    contested: isContested(voices),
    unnamed: isUnnamed(current, crowd),
    weight: weightOf(voices),
    voices,
    statements: current.length,
    articles: new Set(current.map(({ article }) => article)).size,
    outlets: [...new Set(current.flatMap(({ outlet, house }) => (outlet ? crowd.line(outlet).name : house) ?? []))].sort(),
    first: least(own.map(({ shown }) => shown)),
    firstAsserted: least(moments("asserts", "confirms")),
    firstDenied: least(moments("denies")),
    last:
      own
        .map(({ moment }) => moment)
        .sort()
        .at(-1) ?? null,
    stands,
  }
}

function least(moments: readonly string[]): string | null {
  return [...moments].sort()[0] ?? null
}

function countVoices(stands: readonly Stand[], nobodys: readonly Stance[]): Record<Stance, number> {
  const voices = { asserts: 0, confirms: 0, denies: 0, declines: 0, unanswered: 0 }
  for (const { stance } of stands) voices[stance]++
  for (const stance of nobodys) voices[stance]++
  return voices
}

/** A denial contests what someone asserts; so does who will not comment on it, or did not answer. */
function isContested({ asserts, confirms, denies, declines, unanswered }: Readonly<Record<Stance, number>>): boolean {
  return denies > 0 || (asserts + confirms > 0 && declines + unanswered > 0)
}

/** Denied claims come before those met with silence, these before the uncontested; within each, more voices first. */
function weightOf(voices: Readonly<Record<Stance, number>>): number {
  const { asserts, confirms, denies } = voices
  const all = Object.values(voices).reduce((a, b) => a + b)
  const rank = denies > 0 && asserts + confirms > 0 ? 3 : isContested(voices) ? (denies > 0 ? 1 : 2) : 0
  return rank * MOST_VOICES + Math.min(all, MOST_VOICES - 1)
}

const MOST_VOICES = 1000

/** Whether nobody who asserts it is named. */
function isUnnamed(own: readonly Row[], { kindOf }: Crowd): boolean {
  const asserted = own.filter(({ stance }) => stance === "asserts" || stance === "confirms")
  return (
    asserted.length > 0 &&
    asserted.every(({ agent, told }) => agent === null || told.citing === "anonymous" || (kindOf(agent) ?? told.kind) === "unnamed")
  )
}

/** The words that say it most fully without quotation marks: of the assertions the longest of moderate length, or else of all statements. */
function textOf(own: readonly Row[]): string {
  const asserted = own.filter(({ stance, body }) => stance === "asserts" && body.words !== "")
  const pool = asserted.length > 0 ? asserted : own
  const plain = pool.filter(({ body }) => body.form === "indirect")
  const words = (plain.length > 0 ? plain : pool).map(({ body }) => body.words)
  const fit = words.filter(each => each.length <= LONGEST_CLAIM)
  return (fit.length > 0 ? fit : words).reduce((best, each) => (each.length > best.length ? each : best), "").replace(/^that /, "")
}

/** Characters. */
const LONGEST_CLAIM = 160

/** By what a claim is found: its words in a few of its tellings, and the names of all who speak of it or are in it. */
function wordsOf(own: readonly Row[], crowd: Crowd): string {
  const names = new Set(
    own.slice(-MOST_INDEXED).flatMap(row => [row.agent, ...row.told.gist.people].filter(id => id !== null).map(id => crowd.line(id).name)),
  )
  const words = new Set(own.slice(0, MOST_INDEXED).map(({ body }) => body.words.slice(0, LONGEST_INDEXED)))
  return [...words, ...names].join(" . ")
}

const MOST_INDEXED = 20
const LONGEST_INDEXED = 400

async function removeClaims(tx: Tx, claims: readonly string[]): Promise<void> {
  await sql`delete from position where claim = any(${list(claims)})`.execute(tx)
  await sql`
    delete from claim where id = any(${list(claims)})
    and not exists (select from statement where statement.claim = claim.id and not dismissed)`.execute(tx)
}

type Made = Summary & { readonly id: string; readonly dismissed: boolean; readonly words: string; readonly board: BoardPart }

async function putClaims(tx: Tx, made: readonly Made[]): Promise<void> {
  const records = made.map(({ stands: _, firstAsserted, firstDenied, ...rest }) => ({
    ...rest,
    first_asserted: firstAsserted,
    first_denied: firstDenied,
  }))
  await sql`
    insert into claim (id, text, words, contested, unnamed, dismissed, weight, voices, statements, articles, outlets, first, first_asserted, first_denied, last, board)
    select id, text, to_tsvector('english', words), contested, unnamed, dismissed, weight, voices, statements, articles, outlets, first, first_asserted, first_denied, last, board
    from ${table(records, CLAIM_COLUMNS)}
    on conflict (id) do update set text = excluded.text, words = excluded.words, contested = excluded.contested, unnamed = excluded.unnamed,
      dismissed = excluded.dismissed, weight = excluded.weight, voices = excluded.voices, statements = excluded.statements,
      articles = excluded.articles, outlets = excluded.outlets, first = excluded.first, first_asserted = excluded.first_asserted,
      first_denied = excluded.first_denied, last = excluded.last, board = excluded.board`.execute(tx)
  const positions = made.flatMap(({ id, weight, stands }) =>
    stands.map(stand => {
      const turned = stand.history.length > 1
      return { claim: id, agent: stand.voice, stance: stand.stance, turned, weight, stand: turned ? stand : null }
    }),
  )
  await sql`insert into position select * from ${table(positions, "claim text, agent text, stance text, turned boolean, weight int, stand jsonb")}`.execute(
    tx,
  )
}

const CLAIM_COLUMNS = `id text, text text, words text, contested boolean, unnamed boolean, dismissed boolean, weight int, voices jsonb, statements int,
  articles int, outlets text[], first text, first_asserted text, first_denied text, last text, board jsonb`
