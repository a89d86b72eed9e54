import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import type { RecordPage, Stance } from "../../src/core/data.ts"
import type { Span } from "../../src/core/span.ts"
import { corpus, ROOT, SHARED } from "../corpora.ts"

/** An article in which a careful reader has marked statements and which of them speak of one claim. */
export interface Annotated {
  readonly name: string
  /** Articles of one event are learnt from together or not at all. */
  readonly fold: string
  readonly record: RecordPage
  /** Whether all statements are marked, or only those around contested claims. */
  readonly complete: boolean
  readonly marks: readonly Mark[]
}

export interface Mark {
  readonly cue: Span | null
  readonly content: readonly Span[]
  readonly source: string | null
  readonly stance: Stance
  /** The claims it speaks of; empty when no other statement of the article speaks of the same. */
  readonly claims: readonly string[]
  readonly optional: boolean
}

type Given = Omit<RecordPage, "kind">

/** All annotated articles: those of the stance set, those of the claim set, and the invented ones. Offsets count in the record's own text. */
export function annotated(): Annotated[] {
  for (const name of ["galaxy", "basil", "polnear"]) corpus(name)
  const folder = mkdtempSync(join(tmpdir(), "annotated-"))
  try {
    const claims = ofClaims()
    const eventOf = new Map(claims.map(({ record, fold }) => [record.url, fold]))
    return [...ofStances(folder, eventOf), ...claims, ...invented()]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const GOLD = join(SHARED, "gold")
const CORPORA = () => dirname(corpus("polnear"))
const OUTPUT = { encoding: "utf8", maxBuffer: 1 << 26 } as const

interface StanceDoc {
  readonly id: string
  readonly corpus: string
  readonly key: { readonly file: string; readonly event?: number; readonly url?: string }
  readonly complete: boolean
  readonly statements: readonly {
    readonly source: { readonly name: string | null } | null
    readonly stance: Stance
    readonly about?: string | null
    readonly optional?: boolean
    readonly at: { readonly cue?: readonly [number, number] | null; readonly content: readonly (readonly [number, number])[] }
  }[]
}

function ofStances(folder: string, eventOf: ReadonlyMap<string | undefined, string>): Annotated[] {
  execFileSync(process.execPath, [join(GOLD, "make_inputs.mjs"), CORPORA(), folder], OUTPUT)
  const { docs } = JSON.parse(readFileSync(join(GOLD, "stance.json"), "utf8")) as { docs: StanceDoc[] }
  const named = new Map<string, string>()
  for (const { key } of docs) if (eventOf.has(key.url)) named.set(eventKey(key), eventOf.get(key.url)!)
  return docs.map(({ id, key, complete, statements }) => {
    const given = JSON.parse(readFileSync(join(folder, `${id}.jsonl`), "utf8")) as Given
    return {
      name: id,
      fold: eventOf.get(given.url) ?? named.get(eventKey(key)) ?? eventKey(key),
      record: { ...given, kind: "record" },
      complete,
      marks: statements.map(({ source, stance, about, optional, at }) => ({
        cue: at.cue ? spanOf(at.cue) : null,
        content: at.content.map(spanOf),
        source: source?.name ?? null,
        stance,
        claims: about ? [about] : [],
        optional: optional ?? false,
      })),
    }
  })
}

interface InventedDoc {
  readonly id: string
  readonly publisher: string
  readonly published: string | null
  readonly text: string
  readonly statements: readonly {
    readonly source: { readonly name: string } | null
    readonly stance: Stance
    readonly about?: string
    readonly optional?: boolean
    readonly at: { readonly cue: readonly [number, number] | null; readonly content: readonly (readonly [number, number])[] }
  }[]
}

/** Every statement is marked in them; each is an event of its own. */
function invented(): Annotated[] {
  const folder = join(ROOT, "test/articles")
  const files = readdirSync(folder).filter(file => file.endsWith(".json"))
  return files.sort().map(file => {
    const { id, publisher, published, text, statements } = JSON.parse(readFileSync(join(folder, file), "utf8")) as InventedDoc
    return {
      name: `invented ${id}`,
      fold: `invented ${id}`,
      record: { kind: "record", publisher, ...(published ? { published } : {}), text },
      complete: true,
      marks: statements.map(({ source, stance, about, optional, at }) => ({
        cue: at.cue && spanOf(at.cue),
        content: at.content.map(spanOf),
        source: source?.name ?? null,
        stance,
        claims: about ? [about] : [],
        optional: optional ?? false,
      })),
    }
  })
}

const spanOf = ([start, end]: readonly [number, number]): Span => ({ start, end })

/** BASIL's files are named by the event first. */
function eventKey({ file, event }: StanceDoc["key"]): string {
  return event === undefined ? file.replace(/_\d\.json$/, "") : `${file} ${event}`
}

interface ClaimEvent {
  readonly id: string
  readonly articles: readonly { readonly key: string; readonly url: string }[]
  readonly claims: readonly { readonly id: string; readonly statements: readonly ClaimStatement[] }[]
}

interface ClaimStatement {
  readonly doc: string
  readonly source: string | null
  readonly stance: Stance
  readonly cue: string | null
  readonly cueStart: number
  readonly start: number
  readonly end: number
}

function ofClaims(): Annotated[] {
  const { events } = JSON.parse(readFileSync(join(GOLD, "claims.json"), "utf8")) as { events: ClaimEvent[] }
  return events.flatMap(event => {
    const lines = execFileSync(process.execPath, [join(GOLD, "make_event.mjs"), CORPORA(), event.id], OUTPUT)
    const records = lines
      .trim()
      .split("\n")
      .map(line => JSON.parse(line) as Given)
    return event.articles.map(({ key, url }) => ({
      name: key,
      fold: event.id,
      record: { ...records.find(each => each.url === url)!, kind: "record" as const },
      complete: false,
      marks: marksIn(event, key),
    }))
  })
}

/** Two sources of one verb are marked as two statements of the same words: one here. */
function marksIn({ claims }: ClaimEvent, doc: string): Mark[] {
  const marks = new Map<string, Mark>()
  for (const { id, statements } of claims)
    for (const each of statements) {
      if (each.doc !== doc) continue
      const cue = each.cue === null ? null : { start: each.cueStart, end: each.cueStart + each.cue.length }
      const key = `${cue?.start} ${each.start} ${each.end}`
      const claimsOf = new Set([...(marks.get(key)?.claims ?? []), id])
      marks.set(key, { cue, content: around(each, cue), source: each.source, stance: each.stance, claims: [...claimsOf], optional: false })
    }
  return [...marks.values()]
}

/** A content that a cue interrupts is two pieces. */
function around({ start, end }: ClaimStatement, cue: Span | null): Span[] {
  if (!cue || cue.end <= start || cue.start >= end) return [{ start, end }]
  return [
    { start, end: cue.start },
    { start: cue.end, end },
  ].filter(piece => piece.end - piece.start > 1)
}
