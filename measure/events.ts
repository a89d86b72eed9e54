import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { Agent, Page, RecordPage, Span, Stance } from "../src/core/index.ts"
import { corpus, SHARED } from "../train/corpora.ts"
import type { Story } from "./stories/index.ts"

/** An event as several outlets tell it, with what careful readers marked in it: real ones and invented ones alike. */
export interface Event {
  readonly id: string
  readonly isInvented: boolean
  readonly articles: readonly { readonly key: string; readonly page: Page }[]
  readonly agents: readonly MarkedAgent[]
  readonly statements: readonly Marked[]
}

export interface MarkedAgent {
  readonly name: string
  readonly kind: Agent["kind"]
  readonly actsFor?: string
  readonly aliases?: readonly string[]
}

/** A statement that was marked. Spans are those of the page's own text. */
export interface Marked {
  readonly id: string
  /** Key of its article. */
  readonly doc: string
  readonly claim: string
  readonly source: string | null
  readonly stance: Stance
  readonly cue: Span | null
  readonly content: Span | null
  readonly relayedBy: readonly string[]
  readonly citing: "anonymous" | "named" | "document" | null
}

interface Written {
  readonly events: readonly {
    readonly id: string
    readonly articles: readonly { readonly key: string; readonly url: string }[]
    readonly agents: readonly MarkedAgent[]
    readonly claims: readonly { readonly id: string; readonly statements: readonly WrittenStatement[] }[]
  }[]
}

interface WrittenStatement {
  readonly id: string
  readonly doc: string
  readonly source: string | null
  readonly stance: Stance
  readonly cue: string | null
  readonly cueStart?: number
  readonly start: number
  readonly end: number
  readonly relayedBy?: readonly string[]
  readonly citing?: Marked["citing"]
}

/** The real events, written from the corpora they lie in. */
export function realEvents(): readonly Event[] {
  const { events } = JSON.parse(readFileSync(join(SHARED, "gold/claims.json"), "utf8")) as Written
  return events.map(({ id, articles, agents, claims }) => {
    const records = new Map(recordsOf(id).map(record => [record.url, record]))
    return {
      id,
      isInvented: false,
      articles: articles.map(({ key, url }) => ({ key, page: records.get(url)! })),
      agents,
      statements: claims.flatMap(claim => claim.statements.map(each => markedOf(each, claim.id))),
    }
  })
}

function recordsOf(event: string): readonly RecordPage[] {
  for (const name of ["galaxy", "basil"]) corpus(name)
  const out = execFileSync(process.execPath, [join(SHARED, "gold/make_event.mjs"), dirname(corpus("galaxy")), event], LARGE)
  const lines = out.trim().split("\n")
  return lines.map(line => ({ ...(JSON.parse(line) as Omit<RecordPage, "kind">), kind: "record" }))
}

const LARGE = { encoding: "utf8", maxBuffer: 1 << 26 } as const

function markedOf({ id, doc, source, stance, cue, cueStart, start, end, relayedBy, citing }: WrittenStatement, claim: string): Marked {
  return {
    id: `${doc}-${id}`,
    doc,
    claim,
    source,
    stance,
    cue: cue === null || cueStart === undefined ? null : { start: cueStart, end: cueStart + cue.length },
    content: { start, end },
    relayedBy: relayedBy ?? [],
    citing: citing ?? null,
  }
}

/** An invented story as an event. */
export function eventOf({ id, articles, agents, claims }: Story): Event {
  return {
    id,
    isInvented: true,
    articles: articles.map(({ key, page }) => ({ key, page })),
    agents,
    statements: claims.flatMap(claim =>
      claim.statements.map(({ id, doc, source, stance, at, relayedBy }) => ({
        id: `${doc}-${id}`,
        doc,
        claim: claim.id,
        source,
        stance,
        cue: at.cue,
        content: at.content,
        relayedBy: relayedBy ?? [],
        citing: null,
      })),
    ),
  }
}
