import { sql } from "kysely"
import type { Entry } from "./data.ts"
import type { Db, Tx } from "./db.ts"
import type { Damage, Journal, Kept } from "./journal.ts"
import { enterJudgement } from "./judge/index.ts"
import { enterReading, type Outcome } from "./record/index.ts"
import { meta, migrate, setMeta } from "./schema/index.ts"

/** An open ledger. */
export interface Ledger {
  readonly db: Db
  readonly journal: Journal
}

/** What became of an entry; where it could not be entered, why. */
export type Entered = { readonly outcome: Outcome; readonly id: string } | { readonly failure: unknown }

/** Told while a journal is read back. */
export interface Replay {
  readonly done?: (entries: number) => void
  readonly damaged?: (damage: Damage) => void
  /** An entry that this Hearsay cannot enter, though an earlier one could. */
  readonly failed?: (failure: unknown) => void
}

/**
 * Makes a database a ledger: brings its tables up to date, and enters what its journal holds and it does not. Throws `Refused` for a ledger of
 * a newer Hearsay.
 */
export async function openLedger(db: Db, openJournal: (applied: number) => Promise<Journal>, replay: Replay = {}): Promise<Ledger> {
  await migrate(db)
  const journal = await openJournal(Number((await meta(db, "applied")) ?? 0))
  const ledger = { db, journal }
  await catchUp(ledger, replay)
  return ledger
}

/**
 * Enters readings and judgements, all in one transaction. When it resolves, every entry that is not a failure is in the journal for good, and
 * in the tables. What the ledger knows already changes nothing. A reading that fails leaves the others as they are.
 */
export async function enter(ledger: Ledger, entries: readonly Entry[]): Promise<readonly Entered[]> {
  const { db, journal } = ledger
  if ((await journal.end(db)) !== Number((await meta(db, "applied")) ?? 0)) await catchUp(ledger)
  return db.transaction().execute(async tx => {
    await alone(tx)
    const entered = await enterAll(tx, entries)
    const lines = entries.filter((_, at) => changed(entered[at]!)).map(entry => JSON.stringify(entry))
    if (lines.length > 0) await setMeta(tx, "applied", String(await journal.append(tx, lines)))
    return entered
  })
}

function changed(entered: Entered): boolean {
  return "outcome" in entered && entered.outcome !== "known"
}

/** One writer at a time, so that the order of entries is the order in which they were matched. */
async function alone(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${WRITER})`.execute(tx)
}

/** Any number no one else uses. */
const WRITER = 0x68656173

async function enterAll(tx: Tx, entries: readonly Entry[]): Promise<readonly Entered[]> {
  const out: Entered[] = []
  let place = Number((await meta(tx, "place")) ?? 0)
  for (const entry of entries) {
    await sql`savepoint entry`.execute(tx)
    try {
      const entered = await enterOne(tx, entry, place)
      if (changed(entered)) place++
      out.push(entered)
      await sql`release savepoint entry`.execute(tx)
    } catch (failure) {
      if (isOfDatabase(failure)) throw failure
      await sql`rollback to savepoint entry`.execute(tx)
      out.push({ failure })
    }
  }
  await setMeta(tx, "place", String(place))
  return out
}

/** A lost connection, a full disk, a database that stops (PostgreSQL's manual, appendix A): no fault of the entry's. */
function isOfDatabase(failure: unknown): boolean {
  return failure instanceof Error && "code" in failure && /^(?:08|53|57|58|40)|^E[A-Z]+$/.test(String(failure.code))
}

async function enterOne(tx: Tx, entry: Entry, place: number): Promise<Entered> {
  if (entry.entry === "judgement") return { outcome: "new", id: await enterJudgement(tx, entry, place) }
  return { outcome: await enterReading(tx, entry, place), id: entry.reading.article.id }
}

/** Enters what the journal holds beyond what the tables do. */
async function catchUp({ db, journal }: Ledger, { done = () => {}, damaged = () => {}, failed = () => {} }: Replay = {}): Promise<void> {
  let count = 0
  let applied = Number((await meta(db, "applied")) ?? 0)
  const end = await journal.end(db)
  if (applied > end) await setMeta(db, "applied", String(end))
  for await (const batch of batches(journal.lines(db, applied, damaged))) {
    const from = applied
    applied = batch.at(-1)!.end
    await db.transaction().execute(async tx => {
      await alone(tx)
      // Another may have entered them meanwhile.
      if (Number((await meta(tx, "applied")) ?? 0) === from) await replayed(tx, batch, failed)
    })
    count += batch.length
    done(count)
  }
  if (applied < end) await setMeta(db, "applied", String(end))
}

async function* batches(lines: AsyncIterable<Kept>): AsyncGenerator<readonly Kept[]> {
  let batch: Kept[] = []
  for await (const kept of lines) {
    batch.push(kept)
    if (batch.length < AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Entries read back together. */
const AT_ONCE = 32

/** Enters lines of the journal. */
async function replayed(tx: Tx, batch: readonly Kept[], failed: (failure: unknown) => void): Promise<void> {
  const entered = await enterAll(
    tx,
    batch.map(({ line }) => JSON.parse(line) as Entry),
  )
  for (const each of entered) if ("failure" in each) failed(each.failure)
  await setMeta(tx, "applied", String(batch.at(-1)!.end))
}

/**
 * Enters everything that the journal holds again, into tables that are empty: the same entries in the same order make the same ledger. It is one
 * transaction: who reads meanwhile sees the ledger as it was, and where it is broken off at whatever moment, the ledger is as it was. Rows are deleted
 * and not cut off (`truncate`), for that would keep readers waiting to the end.
 */
export async function rebuild(
  { db, journal }: Ledger,
  { done = () => {}, damaged = () => {}, failed = () => {} }: Replay = {},
): Promise<void> {
  await db.transaction().execute(async tx => {
    await alone(tx)
    for (const name of MADE) await sql`delete from ${sql.table(name)}`.execute(tx)
    // What is counted is known from the beginning, as in a new ledger: counts begin at nothing.
    await sql`delete from tally where what <> 'rows'`.execute(tx)
    await sql`update tally set count = 0`.execute(tx)
    await setMeta(tx, "place", "0")
    let count = 0
    for await (const batch of batches(journal.lines(tx, 0, damaged))) {
      await replayed(tx, batch, failed)
      count += batch.length
      done(count)
    }
    await setMeta(tx, "applied", String(await journal.end(tx)))
  })
}

/** The tables that are made from the journal. */
const MADE: readonly string[] =
  "page_key article article_credit article_link cast_member agent agent_key suggestion statement claim claim_key claim_union position copy_band copy term judgement effect unnamed unnamed_outlet unnamed_wording".split(
    " ",
  )

/** The entries of the journal, oldest first, as they were put down. */
export async function* entriesOf({ db, journal }: Ledger, damaged: (damage: Damage) => void = () => {}): AsyncGenerator<Entry> {
  for await (const { line } of journal.lines(db, 0, damaged)) yield JSON.parse(line) as Entry
}
