import { sql } from "kysely"
import { type Db, rows, type Tx, table } from "./db.ts"

/** A line of the journal, and the position after it. */
export interface Kept {
  readonly line: string
  readonly end: number
}

/** What a ledger acknowledges is here first. Lines come back in the order they were put down. */
export interface Journal {
  /** The position after the last line. */
  readonly end: (db: Db) => Promise<number>
  /** Puts lines down for good, at the latest when the transaction at hand is committed. Gives the position after them. */
  readonly append: (tx: Tx, lines: readonly string[]) => Promise<number>
  /** Lines after a position. `damaged` is told of what could not be read. */
  readonly lines: (db: Db, from: number, damaged: (damage: Damage) => void) => AsyncIterable<Kept>
}

/** Bytes of a journal that could not be read back. */
export interface Damage {
  readonly start: number
  readonly end: number
}

/** A file as a journal, as the room of drivers has it. */
export interface FileOfLines {
  readonly end: number
  readonly append: (lines: readonly string[]) => Promise<number>
  readonly lines: (from: number, damaged: (damage: Damage) => void) => AsyncIterable<Kept>
}

export function inFile(file: FileOfLines): Journal {
  return {
    end: async () => file.end,
    append: (_, lines) => file.append(lines),
    lines: (_, from, damaged) => file.lines(from, damaged),
  }
}

/** For a database that keeps what it acknowledged: the journal is a table, written in the same transaction. Positions are numbers of rows. */
export const inTable: Journal = {
  async end(db) {
    return Number((await rows(db, sql<{ end: string }>`select coalesce(max(seq), 0) as end from journal`))[0]!.end)
  },
  async append(tx, lines) {
    const last = await inTable.end(tx)
    const records = lines.map((line, at) => ({ seq: last + 1 + at, line }))
    await sql`insert into journal select * from ${table(records, "seq bigint, line text")}`.execute(tx)
    return last + lines.length
  },
  async *lines(db, from) {
    for (let at = from; ; ) {
      const found = await rows(
        db,
        sql<{ seq: string; line: string }>`select seq, line from journal where seq > ${at} order by seq limit ${AT_ONCE}`,
      )
      if (found.length === 0) return
      for (const { seq, line } of found) yield { line, end: Number(seq) }
      at = Number(found.at(-1)!.seq)
    }
  },
}

const AT_ONCE = 64
