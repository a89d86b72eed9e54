import { boardOf, changes, type News as Entered, type Ledger, newestPlace, newsAfter, revision } from "../../ledger/index.ts"
import type { Frozen } from "../answer.ts"
import type { News } from "../contract/index.ts"

/** An event of the news desk. `place` is that of the article in the journal, by which a listener goes on after a break. */
export interface Told {
  readonly place: number
  readonly news: Frozen<News>
}

const LOOK_MS = 2000
const MOST_CAUGHT_UP = 200

/**
 * Tells new denials and changed articles to whoever listens. It looks into the ledger rather than at what this server enters, so that what
 * others enter in the same database is told too; and it looks only while someone listens.
 */
export class Desk {
  readonly #ledger: Ledger
  readonly #now: () => string
  readonly #heard = new Set<(told: readonly Told[]) => void>()
  #place = -1
  #revision = ""
  #looking: Promise<void> | null = null
  #timer: ReturnType<typeof setInterval> | null = null

  constructor(ledger: Ledger, now: () => string) {
    this.#ledger = ledger
    this.#now = now
  }

  /** Tells everything after a place, or from now on where it is null. Gives what ends it. */
  hear(after: number | null, heard: (told: readonly Told[]) => void): () => void {
    let gone = false
    const begin = async () => {
      await this.look()
      if (gone) return
      if (after !== null) heard(await this.#toldAfter(after, this.#place))
      if (!gone) this.#heard.add(heard)
    }
    if (this.#heard.size === 0) this.#watch()
    void begin().catch(() => {})
    return () => {
      gone = true
      this.#heard.delete(heard)
      if (this.#heard.size === 0) this.stop()
    }
  }

  /** Looks for news now. Those that look at once look once. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
  }

  #watch(): void {
    this.#timer ??= setInterval(() => void this.look().catch(() => {}), LOOK_MS)
    this.#timer.unref?.()
  }

  async #look(): Promise<void> {
    const { db } = this.#ledger
    const now = await revision(db)
    if (now === this.#revision) return
    const newest = await newestPlace(db)
    const told = this.#heard.size === 0 ? [] : await this.#toldAfter(this.#place, newest)
    const first = this.#revision === ""
    this.#revision = now
    this.#place = newest
    const changed: Told = { place: newest, news: { kind: "revision", at: this.#now(), revision: now } }
    if (!first) for (const heard of this.#heard) heard([...told, changed])
  }

  async #toldAfter(place: number, upTo: number): Promise<readonly Told[]> {
    const entered = (await newsAfter(this.#ledger.db, place, MOST_CAUGHT_UP)).filter(each => each.place <= upTo)
    const told: Told[] = []
    for (const each of entered) told.push(...(await this.#newsOf(each)))
    return told
  }

  async #newsOf({ place, article, denials }: Entered): Promise<readonly Told[]> {
    const { db } = this.#ledger
    const at = this.#now()
    const lines = new Map(
      (
        await boardOf(
          db,
          denials.flatMap(({ claim }) => claim ?? []),
        )
      ).map(line => [line.id, line]),
    )
    const told: Told[] = denials.map(evidence => ({
      place,
      news: { kind: "denial", at, claim: lines.get(evidence.claim ?? "") ?? null, evidence },
    }))
    if (article.versions < 2) return told
    const steps = (await changes(db, article.id))?.steps.find(({ to }) => to === article.id)
    return [...told, { place, news: { kind: "change", at, article, says: steps?.changes.map(({ says }) => says) ?? [] } }]
  }
}
