import type { Evidence } from "../contract.ts"
import { dayOf } from "../words.ts"

/** What a row of a grid stands for, with its statements. */
export interface Group<T> {
  readonly of: T
  readonly evidence: readonly Evidence[]
}

/** A row with its statements, column by column. */
export interface Row<T> {
  readonly of: T
  readonly cells: readonly (readonly Evidence[])[]
}

export interface Columns<T> {
  /** “2025-10-14”, “2025-10” or “2025”; “undated” at the end. */
  readonly names: readonly string[]
  readonly rows: readonly Row<T>[]
}

/** More columns than these are no longer taken in at a glance: days become months, months years. */
const MOST_COLUMNS = 24
const UNDATED = "undated"

/** What was said when, as a grid: the rows as they are given, the columns in time order. */
export function columnsOf<T>(groups: readonly Group<T>[]): Columns<T> {
  const all = groups.flatMap(({ evidence }) => evidence)
  const unit = unitFor(all)
  const names = [...new Set(all.map(unit))].sort(inTime)
  return { names, rows: groups.map(({ of, evidence }) => ({ of, cells: names.map(name => evidence.filter(each => unit(each) === name)) })) }
}

/** In which column a row begins. */
export function firstOf({ cells }: Row<unknown>): number {
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
