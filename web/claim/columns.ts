import type { ClaimSheet, Evidence, Position } from "../contract.ts"
import { dayOf } from "../words.ts"

/** A voice with its statements, column by column of the grid. */
export interface Row {
  readonly position: Position
  readonly cells: readonly (readonly Evidence[])[]
}

export interface Columns {
  /** “2025-10-14”, “2025-10” or “2025”; “undated” at the end. */
  readonly names: readonly string[]
  readonly rows: readonly Row[]
}

/** More columns than these are no longer taken in at a glance: days become months, months years. */
const MOST_COLUMNS = 24
const UNDATED = "undated"

/** Who said what when, as a grid. Those who said something first come first. */
export function columnsOf({ positions, evidence }: ClaimSheet): Columns {
  const byId = new Map(evidence.map(each => [each.id, each]))
  const unit = unitFor(evidence)
  const names = [...new Set(evidence.map(unit))].sort(inTime)
  const rows = positions.map(position => {
    const own = position.statements.flatMap(id => byId.get(id) ?? [])
    return { position, cells: names.map(name => own.filter(each => unit(each) === name)) }
  })
  return { names, rows: [...rows].sort((a, b) => firstOf(a) - firstOf(b)) }
}

function firstOf({ cells }: Row): number {
  const at = cells.findIndex(cell => cell.length > 0)
  return at < 0 ? cells.length : at
}

/** Days, unless they are too many. */
function unitFor(evidence: readonly Evidence[]): (each: Evidence) => string {
  const cut = [10, 7].find(length => new Set(evidence.map(each => cutTo(each, length))).size <= MOST_COLUMNS) ?? 4
  return each => cutTo(each, cut)
}

function cutTo({ when }: Evidence, length: number): string {
  return /^\d{4}/.test(when) ? dayOf(when.split("/")[0]!).slice(0, length) : UNDATED
}

function inTime(one: string, other: string): number {
  if (one === UNDATED || other === UNDATED) return one === other ? 0 : one === UNDATED ? 1 : -1
  return one < other ? -1 : one > other ? 1 : 0
}
