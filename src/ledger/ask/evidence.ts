import { type RawBuilder, sql } from "kysely"
import { type Crowd, crowdOf } from "../agents.ts"
import type { AgentLine, ArticleLine, Evidence } from "../data.ts"
import { type Db, list, rows } from "../db.ts"
import { agentsOfRow, type Row } from "../told.ts"
import { pastAt } from "./when.ts"

/** A statement's row with what showing it needs besides. */
export interface Shown extends Row {
  readonly sentence_start: number
  readonly sentence_end: number
  /** Who the article's own agents are. */
  readonly members: Readonly<Record<string, string>>
}

/** Rows to show, of statements `s` and their articles `a`, as things stood at a moment. */
export function shown(where: RawBuilder<unknown>, until: string | null): RawBuilder<Shown> {
  return sql`
    select s.id, s.article, s.place, s.claim, s.agent, s.stance, s.moment, s.shown, ${pastAt(until)} as past, s.told, s.body,
      a.outlet_agent as outlet, a.outlet as house, a.published, a.place as "order", s.sentence_start, s.sentence_end,
      (select coalesce(jsonb_object_agg(c.local, c.agent), '{}') from cast_member c where c.article = s.article and c.local = any(array(
        select jsonb_array_elements_text(coalesce(s.body -> 'relayedBy', '[]')) union
        select jsonb_array_elements_text(coalesce(nullif(s.body -> 'citing', 'null') -> 'agents', '[]')) union
        select s.body #>> '{askedBy,agent}'))) as members
    from statement s join article a on a.id = s.article
    where not s.dismissed ${until === null ? sql`` : sql`and s.shown <= ${until}`} and ${where}`
}

/** All agents that showing these rows may name. */
export function crowdFor(db: Db, found: readonly Shown[]): Promise<Crowd> {
  return crowdOf(
    db,
    found.flatMap(row => [...agentsOfRow(row), ...Object.values(row.members)]),
  )
}

/** Rows as evidence, in the order given. */
export async function evidenceOf(db: Db, found: readonly Shown[], crowd: Crowd): Promise<readonly Evidence[]> {
  const articles = await articleLines(
    db,
    found.map(({ article }) => article),
  )
  const texts = await textsFor(db, found)
  const judged = await judgedBy(
    db,
    found.map(({ id }) => id),
  )
  return found.map(row =>
    evidence(row, { crowd, article: articles.get(row.article)!, text: texts.get(row.article) ?? "", judged: judged.get(row.id) ?? [] }),
  )
}

interface Beside {
  readonly crowd: Crowd
  readonly article: ArticleLine
  readonly text: string
  readonly judged: readonly string[]
}

function evidence(row: Shown, { crowd, article, text, judged }: Beside): Evidence {
  const { body, told } = row
  const member = (local: string): AgentLine[] => (row.members[local] ? [crowd.line(row.members[local])] : [])
  const words = <T extends { start: number; end: number }>(span: T) => ({ ...span, words: text.slice(span.start, span.end) })
  const { source, citing, to, venue, askedBy } = body
  return {
    id: row.id,
    claim: row.claim,
    article,
    past: row.past,
    agent: row.agent ? crowd.line(row.agent) : null,
    stance: row.stance,
    act: told.act,
    certainty: told.certainty,
    polarity: told.polarity,
    form: body.form,
    source: source && source.start !== null && source.end !== null ? { start: source.start, end: source.end } : null,
    cue: body.cue && { start: body.cue.start, end: body.cue.end },
    content: body.content,
    words: body.words,
    sentence: { start: row.sentence_start, end: row.sentence_end, text: body.sentence },
    relayedBy: body.relayedBy.flatMap(member),
    citing: citing && { ...words({ start: citing.start, end: citing.end }), kind: citing.kind, agents: citing.agents.flatMap(member) },
    to: to && words({ start: to.start, end: to.end }),
    venue: venue && words({ start: venue.start, end: venue.end }),
    askedBy: askedBy ? (member(askedBy.agent)[0] ?? null) : null,
    said: told.said,
    when: row.moment,
    confidence: told.confidence,
    judged,
  }
}

/** Texts of the articles of which words outside the sentence are shown. */
async function textsFor(db: Db, found: readonly Shown[]): Promise<ReadonlyMap<string, string>> {
  const wanted = found.filter(({ body }) => body.citing || body.to || body.venue).map(({ article }) => article)
  if (wanted.length === 0) return new Map()
  const texts = await rows(
    db,
    sql<{ id: string; text: string }>`select id, text from article where id = any(${list([...new Set(wanted)])})`,
  )
  return new Map(texts.map(({ id, text }) => [id, text]))
}

async function judgedBy(db: Db, statements: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await rows(
    db,
    sql<{ target: string; judgements: string[] }>`
      select target, array_agg(judgement order by place) as judgements from effect
      where active and target = any(${list(statements)}) group by target`,
  )
  return new Map(found.map(({ target, judgements }) => [target, judgements]))
}

/** Articles with their place among the versions of their pages. */
export async function articleLines(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, ArticleLine>> {
  const found = await rows(
    db,
    sql<ArticleLine>`
      select v.* from (
        select id, url, outlet, title, published, modified, read,
          (row_number() over (partition by page order by moment, place))::int as version,
          (count(*) over (partition by page))::int as versions
        from article where page in (select page from article where id = any(${list([...new Set(ids)])}))
      ) v where v.id = any(${list([...new Set(ids)])})`,
  )
  return new Map(found.map(line => [line.id, line]))
}
