import { type RawBuilder, sql } from "kysely"
import { crowdOf } from "../agents.ts"
import type { Evidence, Page, Paging, UnnamedLine, Wording } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { crowdFor, evidenceOf, type Shown, shown } from "./evidence.ts"
import { cursorOf, limitOf, pageOf } from "./page.ts"

/** A statement on the word of someone whom the article does not name, or one that leans on such. */
const UNNAMED = sql`not s.dismissed and (s.told ->> 'kind' = 'unnamed' or s.told ->> 'citing' = 'anonymous')`

interface Row {
  readonly outlet: string
  readonly articles: number
  readonly statements: number
  readonly claims: number
  readonly of: number
}

/** How outlets use sources that they do not name, those with the most such statements first. */
export async function unnamed(db: Db, paging: Paging = {}): Promise<Page<UnnamedLine>> {
  const limit = limitOf(paging)
  const from = cursorOf(paging)
  const after = from ? sql`where (statements, outlet) < (${Number(from.value) || 0}, ${from.id})` : sql``
  const found = await rows(
    db,
    sql<Row>`
      with counted as (
        select g.root as outlet, count(distinct s.article)::int as articles, count(*)::int as statements, count(distinct s.claim)::int as claims
        from statement s join article a on a.id = s.article join agent g on g.id = a.outlet_agent where ${UNNAMED} group by g.root
      )
      select counted.*, (select count(*)::int from article where outlet_agent in (select id from agent where root = outlet)) as of
      from counted ${after} order by statements desc, outlet desc limit ${limit + 1}`,
  )
  const page = pageOf(found, limit, ({ statements, outlet }) => ({ value: String(statements), id: outlet }))
  const crowd = await crowdOf(
    db,
    page.items.map(({ outlet }) => outlet),
  )
  const items: UnnamedLine[] = []
  for (const row of page.items) items.push({ ...row, outlet: crowd.line(row.outlet), ...(await wordingsOf(db, row.outlet)) })
  return { items, next: page.next }
}

async function wordingsOf(db: Db, outlet: string): Promise<Pick<UnnamedLine, "described" | "reasons">> {
  const found = await rows(
    db,
    sql<{ id: string; described: string | null; sentence: string }>`
      select s.id, s.told ->> 'unnamed' as described, s.body ->> 'sentence' as sentence from statement s join article a on a.id = s.article
      where ${UNNAMED} and ${ofOutlet(outlet)} order by s.moment desc, s.id limit ${MOST_READ}`,
  )
  const described = found.map(({ id, described: words }) => ({ id, words }))
  const reasons = found.map(({ id, sentence }) => ({ id, words: reasonIn(sentence) }))
  return { described: counted(described), reasons: counted(reasons) }
}

const MOST_READ = 5000
const MOST_WORDINGS = 20

function ofOutlet(outlet: string): RawBuilder<unknown> {
  return sql`a.outlet_agent in (select id from agent where root = (select root from agent where id = ${outlet}))`
}

function counted(all: readonly { readonly id: string; readonly words: string | null }[]): readonly Wording[] {
  const counts = new Map<string, Wording>()
  for (const { id, words } of all) {
    const key = words?.trim().toLowerCase()
    if (!key) continue
    const known = counts.get(key)
    counts.set(key, known ? { ...known, statements: known.statements + 1 } : { words: words!.trim(), statements: 1, example: id })
  }
  return [...counts.values()].sort((a, b) => b.statements - a.statements || (a.words < b.words ? -1 : 1)).slice(0, MOST_WORDINGS)
}

/** Why a source is not named, in the words of the sentence; null when it gives no reason. */
function reasonIn(sentence: string): string | null {
  for (const reason of REASONS) {
    const found = reason.exec(sentence)?.[0]
    if (found) return found.replace(/\s+/g, " ").slice(0, LONGEST_REASON)
  }
  return null
}

const LONGEST_REASON = 200

const REASONS: readonly RegExp[] = [
  // “two clerks, who asked not to be named because the audit is not public”
  /\b(?:anonymity|anonymously|not to be (?:named|identified)|(?:names?|identit(?:y|ies)) (?:to )?(?:not )?be(?:ing)? (?:withheld|used|published))\b,? ((?:because|since|as|for fear|fearing|in order|citing|to (?:discuss|speak|describe|talk|share|avoid|protect))\b[^.;”"]{3,})/i,
  // “a pilot who was not authorized to speak to reporters”
  /\b(?:(?:was|were|is|are|had) not (?:been )?|(?:wasn|weren|isn|aren)['’]t |not |un)(?:authori[sz]ed|allowed|permitted|cleared)(?: to [^,.;”"]{3,}?(?= (?:said|says|told|tells|added|adds)\b|[,.;”"]|$))?/i,
  // “a nurse, speaking on condition of anonymity”
  /\b(?:on|under) (?:the )?condition of anonymity\b|\b(?:asked|asking|requested|requesting|declined) (?:not to be (?:named|identified)|anonymity|to be (?:named|identified))\b/i,
]

/** Statements of an outlet's unnamed sources, the newest first. `outlet` is its agent. */
export async function unnamedOf(db: Db, outlet: string, paging: Paging = {}): Promise<Page<Evidence>> {
  const limit = limitOf(paging)
  const from = cursorOf(paging)
  const after = from ? sql`and (s.moment, s.id) < (${from.value}, ${from.id})` : sql``
  const where = sql`${UNNAMED} and ${ofOutlet(outlet)} ${after}`
  const found = await rows(db, sql<Shown>`${shown(where, null)} order by s.moment desc, s.id desc limit ${limit + 1}`)
  const page = pageOf(found, limit, ({ moment, id }) => ({ value: moment, id }))
  return { items: await evidenceOf(db, page.items, await crowdFor(db, page.items)), next: page.next }
}

/** The agents named in a list, by their ids; for those who ask for an outlet that is not there. */
export async function isAgent(db: Db, id: string): Promise<boolean> {
  return (await rows(db, sql<{ id: string }>`select id from agent where id = any(${list([id])})`)).length > 0
}
