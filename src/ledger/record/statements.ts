import { sql } from "kysely"
import { idOf, type Reading, type Sentence, type Statement, segment } from "../../core/index.ts"
import { list, rows, type Tx, table } from "../db.ts"
import { claimsNow, type Effects, effectsOn } from "../effects.ts"
import type { ClaimMatch, Told } from "../match/index.ts"
import { whenSaid } from "../moments.ts"
import { type Body, extentOf, toldBodyOf } from "../told.ts"
import type { Placed } from "./article.ts"

/** Two statements of one place (“police and doctors said …”) have one id in a reading; in the ledger each has its own. */
export function withOwnIds(reading: Reading): Reading {
  const seen = new Map<string, number>()
  const statements = reading.statements.map(statement => {
    const before = seen.get(statement.id) ?? 0
    seen.set(statement.id, before + 1)
    return before === 0 ? statement : { ...statement, id: idOf("statement", statement.id, before) }
  })
  return { ...reading, statements }
}

/** The rows of `statement`: as they were read, and as judgements have them. */
export async function insertStatements(
  tx: Tx,
  reading: Reading,
  told: readonly Told[],
  matches: readonly ClaimMatch[],
  placed: Placed,
): Promise<void> {
  const { article, statements } = reading
  const sentences = segment(article).sentences
  const matchOf = new Map(matches.map(match => [match.statement, match]))
  const records = statements.map((statement, place) => {
    const body = bodyOf(article.text, statement, sentences)
    const match = matchOf.get(statement.id)
    return {
      id: statement.id,
      article: article.id,
      place,
      matched: match?.claim ?? null,
      why: match?.why ?? null,
      claim: match?.claim ?? null,
      agent: told[place]!.source,
      stance: statement.stance,
      moment: whenSaid(statement.said?.value ?? null, placed.moment),
      shown: placed.moment,
      past: placed.past,
      dismissed: false,
      ...body,
      told: toldBodyOf(told[place]!, statement.certainty),
    }
  })
  await sql`insert into statement select * from ${table(records, STATEMENT_COLUMNS)}`.execute(tx)
}

const STATEMENT_COLUMNS = `id text, article text, place int, matched text, why text, claim text, agent text, stance text, moment text, shown text,
  past boolean, dismissed boolean, sentence_start int, sentence_end int, body jsonb, told jsonb`

function bodyOf(
  text: string,
  statement: Statement,
  sentences: readonly Sentence[],
): { sentence_start: number; sentence_end: number; body: Body } {
  const { id: _id, gist: _gist, ...read } = statement
  const extent = extentOf(statement)
  const own = sentences.filter(({ start, end }) => start < extent.end && end > extent.start)
  const [start, end] = [own[0]?.start ?? extent.start, own.at(-1)?.end ?? extent.end]
  const words = statement.content.map(piece => text.slice(piece.start, piece.end).replace(/\s+/g, " ").trim()).join(" … ")
  return { sentence_start: start, sentence_end: end, body: { ...read, words, sentence: text.slice(start, end) } }
}

/** Makes of statements what the judgements that hold on them say; what none speaks of is as it was read. Gives the claims they left and came to. */
export async function settle(tx: Tx, statements: readonly string[]): Promise<readonly string[]> {
  if (statements.length === 0) return []
  const effects = await effectsOn(tx, statements)
  const facts = await rows(
    tx,
    sql<Fact>`
      select s.id, s.matched, s.claim, s.body, s.told, a.moment as shown, c.agent, coalesce(p.agent, c.agent) as voice
      from statement s join article a on a.id = s.article
      left join cast_member c on c.article = s.article and c.local = s.body #>> '{source,agent}'
      left join cast_member p on p.article = s.article and p.local = c.body ->> 'actsFor'
      where s.id = any(${list(statements)})`,
  )
  const now = await claimsNow(
    tx,
    facts.flatMap(({ id, matched }) => effects.get(id)?.get("claim") ?? matched ?? []),
  )
  const records = facts.map(fact => settled(fact, effects.get(fact.id) ?? new Map(), now))
  await sql`
    update statement s set claim = n.claim, agent = n.agent, stance = n.stance, moment = n.moment, dismissed = n.dismissed, told = n.told
    from (select * from ${table(records, "id text, claim text, agent text, stance text, moment text, dismissed boolean, told jsonb")}) n where s.id = n.id`.execute(
    tx,
  )
  return [...new Set([...facts.map(({ claim }) => claim), ...records.map(({ claim }) => claim)].filter(claim => claim !== null))]
}

interface Fact {
  readonly id: string
  readonly matched: string | null
  readonly claim: string | null
  readonly body: Body
  readonly told: Omit<Told, "source">
  readonly shown: string
  readonly agent: string | null
  readonly voice: string | null
}

function settled({ id, matched, body, told, shown, agent, voice }: Fact, effects: Effects, now: (claim: string) => string) {
  const claim = effects.get("claim") ?? matched
  const said = effects.get("said") ?? body.said?.value ?? null
  const source = effects.get("source") ?? agent
  return {
    id,
    claim: claim && now(claim),
    agent: source,
    stance: effects.get("stance") ?? body.stance,
    moment: whenSaid(said, shown),
    dismissed: effects.has("dismissed"),
    told: {
      ...told,
      said,
      voice: effects.has("source") ? source : voice,
      act: effects.get("act") ?? body.act,
      polarity: effects.get("polarity") ?? body.polarity,
      certainty: effects.get("certainty") ?? body.certainty,
    },
  }
}
