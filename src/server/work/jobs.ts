import type { Page } from "../../core/index.ts"
import { type Entered, enter } from "../../ledger/index.ts"
import type { Job } from "../contract/index.ts"
import { troubleOf, Wrong } from "../problems.ts"
import type { Found, World } from "../world.ts"

/** What is handed in: an address still to be fetched, or pages at hand. */
export type Source =
  | { readonly kind: "url"; readonly name: string; readonly url: string }
  | { readonly kind: "pages"; readonly name: string; readonly pages: () => AsyncIterable<Found> }

/** Said by the person for all that is handed in at once. */
export interface Given {
  readonly publisher?: string
  readonly published?: string
}

type Item = { -readonly [Field in keyof Job["items"][number]]: Job["items"][number][Field] }

interface Running {
  readonly id: string
  readonly at: string
  readonly items: Item[]
  state: Job["state"]
  readonly heard: Set<(job: Job) => void>
}

const MOST_WAITING = 20
const MOST_KEPT = 200
const MOST_ITEMS_KEPT = 2000

/**
 * Work that goes on after its answer: fetch, read, enter, one page after another, so that neither a busy news site nor a thousand files
 * handed in at once make others wait. What is entered stays; the list of jobs is forgotten when the server stops.
 */
export class Jobs {
  readonly #world: World
  readonly #entered: () => void
  readonly #jobs = new Map<string, Running>()
  #last: Promise<void> = Promise.resolve()
  #waiting = 0
  #count = 0
  #stopped = false

  /** `entered` is told whenever the ledger has changed. */
  constructor(world: World, entered: () => void) {
    this.#world = world
    this.#entered = entered
  }

  /** Puts a job at the end of the line. Throws `Wrong` where the line is long. */
  add(sources: readonly Source[], given: Given): Job {
    if (this.#stopped) throw new Wrong("unavailable", "the server is stopping", "try again when it is back")
    if (this.#waiting >= MOST_WAITING)
      throw new Wrong("unavailable", "too many jobs are waiting", "wait until some are done", { headers: { "retry-after": "30" } })
    const items = sources.map(({ name }) => waiting(name))
    const job: Running = { id: `job_${++this.#count}`, at: this.#world.now(), items, state: "running", heard: new Set() }
    this.#jobs.set(job.id, job)
    this.#forget()
    this.#waiting++
    this.#last = this.#last.then(() => this.#run(job, sources, given))
    return shown(job)
  }

  get(id: string): Job | null {
    const job = this.#jobs.get(id)
    return job ? shown(job) : null
  }

  /** Tells a job at every step; gives what ends that. */
  hear(id: string, heard: (job: Job) => void): () => void {
    const job = this.#jobs.get(id)
    job?.heard.add(heard)
    return () => job?.heard.delete(heard)
  }

  /** Takes no more, leaves out what has not begun, and waits for what has. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#last
  }

  async #run(job: Running, sources: readonly Source[], given: Given): Promise<void> {
    for (const [at, source] of sources.entries()) {
      const item = job.items[at]!
      if (this.#stopped) fail(item, new Wrong("unavailable", "the server stopped before it came to this", "hand it in again"))
      else await this.#source(job, item, source, given)
    }
    job.state = "done"
    this.#waiting--
    tell(job)
  }

  /** A source of several pages becomes as many items, as they are found. */
  async #source(job: Running, item: Item, source: Source, given: Given): Promise<void> {
    let own = item
    let first = true
    try {
      for await (const found of this.#pagesOf(job, item, source)) {
        if (!first) {
          own = waiting(found.name)
          job.items.push(own)
        }
        first = false
        own.source = found.name
        if ("failure" in found) fail(own, found.failure)
        else await this.#page(job, own, { ...found.page, ...given })
        tell(job)
        if (this.#stopped || job.items.length >= MOST_ITEMS_KEPT) break
      }
      if (first) fail(item, new Wrong("unreadable", "it holds nothing", "hand in a page, a text, or records"))
    } catch (error) {
      fail(own, error)
    }
    tell(job)
  }

  async *#pagesOf(job: Running, item: Item, source: Source): AsyncIterable<Found> {
    if (source.kind === "pages") return yield* source.pages()
    step(job, item, "fetching")
    yield { name: source.name, page: await this.#world.fetchPage(source.url) }
  }

  async #page(job: Running, item: Item, page: Page): Promise<void> {
    try {
      step(job, item, "reading")
      const reading = await this.#world.read(page)
      step(job, item, "entering")
      const { ledger, now, version } = this.#world
      const [entered] = await enter(ledger, [{ entry: "reading", at: now(), reader: version, reading }])
      finish(item, entered!, reading.statements.length)
      this.#entered()
    } catch (error) {
      fail(item, error)
      this.#world.note(`${item.source}: ${item.problem!.reason}; ${item.problem!.remedy}`)
    }
  }

  #forget(): void {
    for (const [id, { state }] of this.#jobs) {
      if (this.#jobs.size <= MOST_KEPT) return
      if (state === "done") this.#jobs.delete(id)
    }
  }
}

function waiting(source: string): Item {
  return { source, state: "waiting", article: null, outcome: null, statements: null, problem: null }
}

function finish(item: Item, entered: Entered, statements: number): void {
  if ("failure" in entered) throw entered.failure
  Object.assign(item, { state: "done", article: entered.id, outcome: entered.outcome, statements })
}

function fail(item: Item, error: unknown): void {
  Object.assign(item, { state: "failed", problem: troubleOf(error) })
}

function step(job: Running, item: Item, state: Item["state"]): void {
  item.state = state
  tell(job)
}

function tell(job: Running): void {
  for (const heard of job.heard) heard(shown(job))
}

function shown({ id, at, state, items }: Running): Job {
  const ended = items.filter(item => item.state === "done" || item.state === "failed")
  const failed = ended.filter(item => item.state === "failed").length
  return { id, at, state, done: ended.length, total: items.length, failed, items: items.map(item => ({ ...item })) }
}
