import { sql } from "kysely"
import { crowdOf } from "./agents.ts"
import { articleLines, crowdFor, evidenceOf, type Shown, shown } from "./ask/evidence.ts"
import { judgements } from "./ask/judgements.ts"
import { type ClaimRow, lineOfRow, nobodysOf, positionOf } from "./ask/lines.ts"
import { originSheet } from "./ask/origins.ts"
import { tiesAmong } from "./copies.ts"
import type { AgentLine, ArticleLine, ClaimSheet, Evidence, JudgementLine } from "./data.ts"
import { type Db, list, rows } from "./db.ts"
import { effectsOn } from "./effects.ts"
import { summaryOf } from "./record/index.ts"
import { toldOfRow } from "./told.ts"

/*
 * Everything a ledger holds, one thing after another, in an order that does not change. A few are looked up at a time, each page of them beginning
 * behind the last, so that a ledger of any size is read in the memory of one page.
 */

/** An agent with all its names. */
export interface EveryAgent extends AgentLine {
  readonly names: readonly string[]
}

/** An article with the statements in it, in text order; dismissed ones are left out. */
export interface EveryArticle extends ArticleLine {
  readonly authors: readonly string[]
  readonly language: string
  readonly text: string
  /** The outlet, as an agent. */
  readonly publisher: AgentLine | null
  /** Version of the Hearsay that read it. */
  readonly reader: string | null
  /** Its page, and the version of it that came before this one. */
  readonly page: string
  readonly before: string | null
  readonly evidence: readonly Evidence[]
  /** The claims that its statements belong to, by id. */
  readonly claims: ReadonlyMap<string, { readonly text: string; readonly contested: boolean }>
}

/** A claim with all that stands behind it but what was judged of it. */
export type EveryClaim = Omit<ClaimSheet, "judgements" | "near" | "earlier">

/** The ledger as it stands now, whatever is entered meanwhile; `end` lets it go. An embedded ledger answers nobody else until then. */
export async function snapshot(db: Db): Promise<{ readonly db: Db; readonly end: () => Promise<void> }> {
  const held = await db.startTransaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute()
  return { db: held, end: () => held.rollback().execute() }
}

/** Every agent, by id; those united are one. */
export async function* everyAgent(db: Db): AsyncGenerator<EveryAgent> {
  for (let last = ""; ; ) {
    const found = await rows(
      db,
      sql<{ root: string; names: string[] }>`
        select a.root, (
          select coalesce(jsonb_agg(distinct name), '[]') from agent own, jsonb_array_elements_text(own.body -> 'names') name where own.root = a.root
        ) as names
        from agent a where a.id > ${last} and a.root = a.id order by a.id limit ${AGENTS_AT_ONCE}`,
    )
    if (found.length === 0) return
    const crowd = await crowdOf(
      db,
      found.map(({ root }) => root),
    )
    for (const { root, names } of found) yield { ...crowd.line(root), names }
    last = found.at(-1)!.root
  }
}

const AGENTS_AT_ONCE = 500

interface ArticleRow extends Pick<EveryArticle, "authors" | "language" | "text" | "reader" | "page" | "before"> {
  readonly id: string
  readonly place: string | number
  readonly outlet_agent: string | null
}

/** Every version of every page, in the order they were entered. */
export async function* everyArticle(db: Db): AsyncGenerator<EveryArticle> {
  for (let last = -1; ; ) {
    const found = await rows(
      db,
      sql<ArticleRow>`
        select id, place, authors, language, text, reader, page, outlet_agent, (
          select v.id from article v where v.page = a.page and (v.moment, v.place) < (a.moment, a.place) order by v.moment desc, v.place desc limit 1
        ) as before
        from article a where place > ${last} order by place limit ${ARTICLES_AT_ONCE}`,
    )
    if (found.length === 0) return
    yield* await wholeArticles(db, found)
    last = Number(found.at(-1)!.place)
  }
}

const ARTICLES_AT_ONCE = 48

async function wholeArticles(db: Db, found: readonly ArticleRow[]): Promise<readonly EveryArticle[]> {
  const ids = found.map(({ id }) => id)
  const lines = await articleLines(db, ids)
  const statements = await rows(db, sql<Shown>`${shown(sql`s.article = any(${list(ids)})`, null)} order by a.place, s.place`)
  const evidence = grouped(await evidenceOf(db, statements, await crowdFor(db, statements)), ({ article }) => article.id)
  const outlets = await crowdOf(
    db,
    found.flatMap(({ outlet_agent }) => outlet_agent ?? []),
  )
  const claims = await claimsNamed(
    db,
    statements.flatMap(({ claim }) => claim ?? []),
  )
  return found.map(({ outlet_agent, place: _, ...row }) => ({
    ...lines.get(row.id)!,
    ...row,
    publisher: outlet_agent === null ? null : outlets.line(outlet_agent),
    evidence: evidence.get(row.id) ?? [],
    claims,
  }))
}

async function claimsNamed(db: Db, ids: readonly string[]): Promise<EveryArticle["claims"]> {
  const found = await rows(
    db,
    sql<{ id: string; text: string; contested: boolean }>`
      select id, text, contested from claim where id = any(${list([...new Set(ids)])})`,
  )
  return new Map(found.map(({ id, text, contested }) => [id, { text, contested }]))
}

/** Every claim that was not dismissed, by id. */
export async function* everyClaim(db: Db): AsyncGenerator<EveryClaim> {
  for (let last = ""; ; ) {
    const found = await rows(
      db,
      sql<ClaimRow>`
        select id, text, contested, unnamed, weight, voices, statements, articles, outlets, first_asserted, first_denied, last
        from claim where id > ${last} and not dismissed order by id limit ${CLAIMS_AT_ONCE}`,
    )
    if (found.length === 0) return
    const few = fewOf(found)
    yield* await wholeClaims(db, few)
    last = few.at(-1)!.id
  }
}

const CLAIMS_AT_ONCE = 200
const STATEMENTS_AT_ONCE = 1000

/** As many from the front as have few statements together; at least one. */
function fewOf(found: readonly ClaimRow[]): readonly ClaimRow[] {
  let sum = 0
  const over = found.findIndex(({ statements }) => {
    sum += statements
    return sum > STATEMENTS_AT_ONCE
  })
  return over < 0 ? found : found.slice(0, Math.max(1, over))
}

async function wholeClaims(db: Db, found: readonly ClaimRow[]): Promise<readonly EveryClaim[]> {
  const ids = found.map(({ id }) => id)
  const statements = await rows(db, sql<Shown>`${shown(sql`s.claim = any(${list(ids)})`, null)} order by s.moment, a.place, s.place`)
  const crowd = await crowdFor(db, statements)
  const evidence = grouped(await evidenceOf(db, statements, crowd), ({ claim }) => claim)
  const own = grouped(statements, ({ claim }) => claim)
  const effects = await effectsOn(db, ids)
  const ties = await tiesAmong(db, [...new Set(statements.map(({ article }) => article))])
  const whole: EveryClaim[] = []
  for (const row of found) {
    const all = own.get(row.id) ?? []
    const current = all.some(({ past }) => !past) ? all.filter(({ past }) => !past) : all
    const articles = new Set(current.map(({ article }) => article))
    const shownOf = evidence.get(row.id) ?? []
    const origins = await originSheet(
      db,
      current.map(each => toldOfRow(each, crowd.rootOf)),
      shownOf,
      {
        crowd,
        effects: effects.get(row.id) ?? new Map(),
        ties: { ...ties, copies: ties.copies.filter(({ a, b }) => articles.has(a) && articles.has(b)) },
      },
    )
    const positions = [...summaryOf(all, crowd).stands.map(stand => positionOf(stand, crowd)), ...nobodysOf(current)]
    whole.push({ ...lineOfRow(row), positions, origins, evidence: shownOf })
  }
  return whole
}

function grouped<Key, T>(items: readonly T[], keyOf: (item: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const own = groups.get(key)
    if (own) own.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** Every judgement, the newest first. */
export async function* everyJudgement(db: Db): AsyncGenerator<JudgementLine> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await judgements(db, { limit: 500, ...(cursor !== undefined && { cursor }) })
    yield* page.items
    cursor = page.next
  }
}
