import { type RawBuilder, sql } from "kysely"
import type { Crowd } from "../agents.ts"
import { heardOf, nobodysIn } from "../board.ts"
import type { ClaimLine, PositionLine } from "../data.ts"
import type { Stand } from "../match/index.ts"
import type { Summary } from "../record/index.ts"
import type { Row } from "../told.ts"

/** A row of `claim`. */
export interface ClaimRow {
  readonly id: string
  readonly text: string
  readonly contested: boolean
  readonly unnamed: boolean
  readonly weight: number
  readonly voices: ClaimLine["voices"]
  readonly statements: number
  readonly articles: number
  readonly outlets: readonly string[]
  readonly first_asserted: string | null
  readonly first_denied: string | null
  readonly last: string | null
}

/** The columns of `ClaimRow`, from `claim c`. */
export const CLAIM_LINE: RawBuilder<ClaimRow> = sql`
  c.id, c.text, c.contested, c.unnamed, c.weight, c.voices, c.statements, c.articles, c.outlets, c.first_asserted, c.first_denied, c.last`

export function lineOfRow({ first_asserted, first_denied, weight: _, ...row }: ClaimRow): ClaimLine {
  return { ...row, firstAsserted: first_asserted, firstDenied: first_denied }
}

export function lineOfSummary(id: string, summary: Summary): ClaimLine {
  const { text, contested, voices, statements, articles, outlets, unnamed, firstAsserted, firstDenied, last } = summary
  return { id, text, contested, voices, statements, articles, outlets, unnamed, firstAsserted, firstDenied, last }
}

/** Where a voice stands. */
export function positionOf(stand: Stand, crowd: Crowd): PositionLine {
  return {
    agent: crowd.line(heardOf(stand, crowd)),
    voice: crowd.line(stand.voice),
    words: null,
    stance: stand.stance,
    turns: stand.history.map(({ stance, when, statements }) => ({ stance, when, statement: statements[0]! })),
    statements: stand.history.flatMap(({ statements }) => statements),
  }
}

/** Those whom nobody names, by stance. */
export function nobodysOf(own: readonly Row[]): readonly PositionLine[] {
  return nobodysIn(own).map(rows => ({
    agent: null,
    voice: null,
    words: rows[0]!.told.unnamed,
    stance: rows[0]!.stance,
    turns: [{ stance: rows[0]!.stance, when: rows[0]!.moment.slice(0, 10), statement: rows[0]!.id }],
    statements: rows.map(({ id }) => id),
  }))
}
