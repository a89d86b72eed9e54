import { loadModel } from "../model/index.ts"
import { extract } from "../src/core/article/index.ts"
import { attribute } from "../src/core/attribute/index.ts"
import { gather } from "../src/core/claim/index.ts"
import type { Agent, Attribution, Prose, Statement } from "../src/core/data.ts"
import { type Model, type Page, type Reading, read, type Span, Unreadable } from "../src/core/index.ts"
import { resolve } from "../src/core/resolve/index.ts"
import { segment } from "../src/core/segment/index.ts"
import { tag } from "../src/core/tag/index.ts"
import type { Event, Marked, MarkedAgent } from "./events.ts"

let opened: Model | null = null

function model(): Model {
  opened ??= loadModel()
  return opened
}

/** A page read as anyone would read it; null where it holds no article. */
export function readingOf(page: Page): Reading | null {
  try {
    return read(page, model())
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

export interface PerfectOptions {
  /** The article's own claims are the marked ones too, so that only what crosses articles is left to find. */
  readonly tied?: boolean
  /** With what is found besides the marked statements, as it is. */
  readonly besides?: boolean
}

/**
 * The reading of a perfect reader: the marked statements with their sources and stances, the rest made of them by the core. What is lost with
 * it is lost after reading.
 */
export function perfectReading(event: Event, key: string, { tied = false, besides = false }: PerfectOptions = {}): Reading {
  const { page } = event.articles.find(each => each.key === key)!
  const article = extract(page)
  const shift = page.kind === "record" && !event.isInvented ? article.text.length - page.text.length : 0
  const prose = segment(article)
  const tagged = tag(prose, model().tagging)
  const marked = event.statements.filter(({ doc }) => doc === key)
  const attributions = marked.map(each => attributionOf(each, prose, shift))
  const free = besides ? attribute(prose, tagged, model().attribution).filter(each => isFree(each, attributions)) : []
  const resolved = resolve(article, prose, tagged, [...attributions, ...free])
  const marksAt = new Map<string, Marked[]>()
  marked.forEach((each, at) => {
    const place = placeOf(attributions[at]!.cue, attributions[at]!.content[0])
    marksAt.set(place, [...(marksAt.get(place) ?? []), each])
  })
  const cast = new Cast(article.id, event.agents, resolved.agents)
  const statements = resolved.statements.flatMap(statement => {
    // Two sources of one verb are two statements of the same words; each takes one.
    const mark = marksAt.get(placeOf(statement.cue, statement.content[0]))?.shift()
    return mark
      ? statementOf(mark, statement, cast)
      : besides && !marksAt.has(placeOf(statement.cue, statement.content[0]))
        ? statement
        : []
  })
  const gathered = gather(article, { agents: cast.agents, statements, doubts: [] })
  const claimOf = new Map(marked.map(({ id, claim }) => [id, claim]))
  const told = tied ? statements.map(each => ({ ...each, about: { statement: null, claim: claimOf.get(each.id)! } })) : gathered.statements
  return { article, agents: cast.agents, statements: told, claims: gathered.claims, doubts: [] }
}

/** Whether it touches no marked statement. */
function isFree({ cue, content, continues }: Attribution, marked: readonly Attribution[]): boolean {
  const meets = (a: Span | null, b: Span | null) => a !== null && b !== null && a.start < b.end && b.start < a.end
  if (continues !== null) return false
  return !marked.some(each => meets(each.cue, cue) || (each.content[0] !== undefined && each.content[0].start === content[0]?.start))
}

function placeOf(cue: Span | null, content: Span | undefined): string {
  return `${cue?.start} ${content?.start} ${content?.end}`
}

function attributionOf({ cue, content }: Marked, { tokens }: Prose, shift: number): Attribution {
  const moved = (span: Span | null) => span && { start: span.start + shift, end: span.end + shift }
  const [at, words] = [moved(cue), moved(content)]
  const head = at ? tokens.findIndex(({ start, end }) => start < at.end && end > at.start) : null
  return { source: null, cue: at, cueHead: head, content: words ? [words] : [], continues: null, confidence: 1, rule: "marked" }
}

function statementOf({ id, source, stance, relayedBy, citing }: Marked, statement: Statement, cast: Cast): Statement {
  return {
    ...statement,
    id,
    source: source === null ? null : { agent: cast.idOf(source), start: null, end: null },
    stance,
    relayedBy: relayedBy.map(name => cast.idOf(name)),
    citing: citing ? { kind: citing, agents: [], start: 0, end: 0 } : statement.citing,
  }
}

/** The agents of one article, with those that were marked; the same where one of their names is. */
class Cast {
  readonly agents: Agent[]
  constructor(
    private readonly article: string,
    private readonly marked: readonly MarkedAgent[],
    found: readonly Agent[],
  ) {
    this.agents = [...found]
  }

  idOf(name: string): string {
    const marked = this.marked.find(each => each.name === name)
    const names = [name, ...(marked?.aliases ?? [])].map(plain)
    const actsFor = marked?.actsFor ? this.idOf(marked.actsFor) : null
    const at = this.agents.findIndex(agent => names.includes(plain(agent.name)))
    const known = this.agents[at]
    if (!known) {
      const fresh = { id: `${this.article}-${name}`, name, kind: marked?.kind ?? "organization", roles: [], actsFor, mentions: [] } as const
      this.agents.push(fresh)
      return fresh.id
    }
    this.agents[at] = { ...known, kind: marked?.kind ?? known.kind, actsFor: actsFor ?? known.actsFor }
    return known.id
  }
}

function plain(name: string): string {
  const words =
    name
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? []
  const kept = words.filter(word => !TITLES.has(word))
  return (kept.length > 0 ? kept : words).join(" ")
}

const TITLES = new Set("the a an mr mrs ms miss dr sir lord dame rep sen senator representative congressman president mp mk".split(" "))
