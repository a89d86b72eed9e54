import { loadModel } from "../../model/index.ts"
import { type Model, type Page, type Reading, read } from "../core/index.ts"
import { unavailable } from "../db/index.ts"
import {
  checkedEntry,
  checkedReading,
  type Entered,
  type Entry,
  enter,
  looksLikeEntry,
  looksLikeReading,
  type Outcome,
  Refused,
} from "../ledger/index.ts"
import { complaint, remark, troubleOf } from "./complaint.ts"
import { type Opened, openAt, placeOf, troubleAt } from "./place.ts"
import { noProgress, type Progress, progressOn } from "./progress.ts"
import type { ReadOptions } from "./run-read.ts"
import { type Found, nameOf, pagesOf, type World } from "./source.ts"
import { version } from "./version.ts"

/** The options of `hearsay add`, as the command line gives them. */
export interface AddOptions extends ReadOptions {
  readonly ledger?: string
  readonly again?: true
}

/** An article at hand: where it was found, and what is to be entered. */
interface Waiting {
  readonly name: string
  readonly entry: Entry
}

/** Runs `hearsay add` for a command line already checked; gives the exit status. */
export async function runAdd(sources: readonly string[], options: AddOptions): Promise<0 | 1> {
  const progress = process.stderr.isTTY ? progressOn(process.stderr) : noProgress
  try {
    const opened = await openAt(placeOf(options.ledger), "hearsay add", {
      damaged: damaged(options),
      failed: fault => console.error(remark(`an entry was left out: ${String(fault)}`)),
    })
    try {
      return await new Adding(opened, options, progress).all(sources)
    } finally {
      await opened.close().catch(() => {})
    }
  } catch (error) {
    progress.clear()
    const { name, ...trouble } = await troubleAt(options.ledger, error)
    console.error(complaint(name, trouble))
    return 1
  }
}

function damaged({ ledger }: AddOptions) {
  return ({ start, end }: { start: number; end: number }) =>
    console.error(remark(`${placeOf(ledger)}: bytes ${start} to ${end} of its journal are damaged; all other entries are whole`))
}

/** So many articles are entered at once, or as many as come in so many milliseconds: one wait for the disk for all of them. */
const BATCH = 16
const PATIENCE_MS = 1000
/** After so many articles an embedded database is tidied. */
const TIDY_EVERY = 2000
const TIDY_LEAST = 200

class Adding {
  readonly #opened: Opened
  readonly #options: AddOptions
  readonly #progress: Progress
  readonly #tally: Record<Outcome | "failed" | "statements", number> = { new: 0, version: 0, again: 0, known: 0, failed: 0, statements: 0 }
  /** Opened when the first page comes; readings made elsewhere need none. */
  #model: Model | null = null
  #waiting: Waiting[] = []
  #since = 0
  #untidy = 0
  #told = 0
  #stopping = false

  constructor(opened: Opened, options: AddOptions, progress: Progress) {
    this.#opened = opened
    this.#options = options
    this.#progress = progress
  }

  async all(sources: readonly string[]): Promise<0 | 1> {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        this.#stopping = true
      })
    for (const source of sources) await this.#source(source)
    await this.#flush()
    if (this.#untidy >= TIDY_LEAST) await this.#opened.tidy()
    this.#progress.clear()
    this.#conclude()
    return this.#tally.failed > 0 || this.#stopping ? 1 : 0
  }

  async #source(source: string): Promise<void> {
    const { published, publisher, url } = this.#options
    const given = { ...(published && { published }), ...(publisher && { publisher }), ...(url && { url }) }
    for await (const found of pagesOf(source, given, this.#world())) {
      if (this.#stopping) return
      this.#progress.at(nameOf(found))
      this.#take(found)
      if (this.#waiting.length >= BATCH || (this.#waiting.length > 0 && Date.now() - this.#since > PATIENCE_MS)) await this.#flush()
    }
  }

  #take(found: Found): void {
    try {
      const entry = this.#entryOf(found)
      if (this.#waiting.length === 0) this.#since = Date.now()
      this.#waiting.push({ name: nameOf(found), entry })
    } catch (error) {
      this.#fail(nameOf(found), error)
    }
  }

  #entryOf(found: Found): Entry {
    if ("failure" in found) throw found.failure
    if ("page" in found) return this.#fresh(this.#read(found.page))
    if (looksLikeEntry(found.value)) return checkedEntry(found.value)
    return { ...this.#fresh(checkedReading(found.value)), reader: null }
  }

  #read(page: Page): Reading {
    this.#model ??= loadModel()
    return read(page, this.#model, { fast: this.#options.fast === true, point: this.#options.precise ? "precise" : "balanced" })
  }

  #fresh(reading: Reading): Entry & { entry: "reading" } {
    return {
      entry: "reading",
      at: new Date().toISOString(),
      reader: version(),
      reading,
      ...(this.#options.again && { again: true as const }),
    }
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting
    this.#waiting = []
    if (batch.length === 0) return
    const entered = await this.#enter(batch.map(({ entry }) => entry))
    for (const [at, waiting] of batch.entries()) this.#tell(waiting, entered[at]!)
    this.#untidy += batch.length
    if (this.#untidy < TIDY_EVERY) return
    await this.#opened.tidy()
    this.#untidy = 0
  }

  /** Enters a batch; where the database goes away for a moment, again. Entering twice changes nothing. */
  async #enter(entries: readonly Entry[]): Promise<readonly Entered[]> {
    for (const pause of PAUSES_MS) {
      try {
        return await enter(this.#opened.ledger, entries)
      } catch (error) {
        if (!unavailable(this.#opened.place, error)?.passing) throw error
        await new Promise(resolve => setTimeout(resolve, pause))
      }
    }
    return enter(this.#opened.ledger, entries)
  }

  /** What is told here is in the ledger for good. */
  #tell({ name, entry }: Waiting, entered: Entered): void {
    if ("failure" in entered) {
      this.#fail(name, entered.failure)
      return
    }
    const statements = entry.entry === "reading" ? entry.reading.statements.length : 0
    this.#tally[entered.outcome]++
    if (entered.outcome !== "known") this.#tally.statements += statements
    if (entry.entry === "reading") this.#remark(name, entry)
    this.#print({ source: name, id: entered.id, outcome: entered.outcome, statements })
  }

  #remark(name: string, { at, reading: { article } }: Entry & { entry: "reading" }): void {
    if (!article.published || article.published.slice(0, 10) <= new Date(Date.parse(at) + DAY_MS).toISOString().slice(0, 10)) return
    this.#progress.clear()
    console.error(remark(`${name}: it is dated in the future (${article.published}); recorded as it says; correct it with --published`))
  }

  #print(told: object): void {
    const { format } = this.#options
    if (format === "jsonl") process.stdout.write(`${JSON.stringify(told)}\n`)
    if (format === "json") process.stdout.write(`${this.#told++ === 0 ? "[" : ","}\n  ${JSON.stringify(told)}`)
  }

  #conclude(): void {
    const { format } = this.#options
    if (format === "json") process.stdout.write(this.#told === 0 ? "[]\n" : "\n]\n")
    if (format !== "text") return
    const { new: fresh, version: versions, again, known, failed, statements } = this.#tally
    const parts = [
      [fresh, "new"],
      [versions, "as versions of pages known"],
      [again, "read anew"],
      [known, "known already"],
      [failed, "failed"],
    ] as const
    const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
    console.log(`${told.join(", ") || "nothing to add"}; ${statements} statements recorded in ${this.#opened.place}`)
    if (this.#stopping) console.log("broken off: the same command goes on from here")
  }

  #fail(name: string, error: unknown): void {
    this.#tally.failed++
    this.#progress.clear()
    const trouble = error instanceof Refused ? { reason: error.message, remedy: error.remedy } : troubleOf(error)
    console.error(complaint(name, trouble))
  }

  #world(): World {
    const allowPrivate = this.#options.allowPrivate === true
    return {
      fetchPage: async url => (await import("../fetch/index.ts")).fetchPage(url, { allowPrivate }),
      stdin: process.stdin,
      takes: value => looksLikeEntry(value) || looksLikeReading(value),
    }
  }
}

const DAY_MS = 86_400_000
const PAUSES_MS = [200, 500, 1000, 2000, 4000, 8000]
