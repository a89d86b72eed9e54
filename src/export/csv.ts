import { type Cell, CSV_BEGINS, csvLine } from "../core/index.ts"
import type { Db } from "../ledger/index.ts"
import type { Table, Value } from "./tables.ts"

/** A table as CSV (RFC 4180) for spreadsheets: lists within a cell are parted by “; ”, and no cell begins like a formula. */
export async function* csvOf(db: Db, { columns, rows }: Table): AsyncGenerator<string> {
  yield CSV_BEGINS + csvLine(columns.map(({ name }) => name))
  for await (const row of rows(db)) yield csvLine(row.map(cellOf))
}

function cellOf(value: Value): Cell {
  return typeof value === "object" && value !== null ? value.join("; ") : value
}
