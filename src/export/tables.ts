import {
  type AgentLine,
  type ArticleLine,
  type Db,
  type EveryAgent,
  type EveryArticle,
  type EveryClaim,
  type Evidence,
  everyAgent,
  everyArticle,
  everyClaim,
  type OriginNode,
  type PositionLine,
} from "../ledger/index.ts"

/** What a column holds. `moment`: ISO 8601 in UTC, exact; dates as far as an article tells them are `text`. */
export type Kind = "text" | "integer" | "number" | "boolean" | "moment" | "texts"

export type Value = string | number | boolean | readonly string[] | null | undefined

export interface Column {
  readonly name: string
  readonly kind: Kind
  readonly about: string
}

/** One table of a ledger, as CSV and Parquet have it. A row holds a value for each column. */
export interface Table {
  readonly name: string
  readonly about: string
  readonly columns: readonly Column[]
  readonly rows: (db: Db) => AsyncGenerator<readonly Value[]>
}

type Columns<Row> = readonly (readonly [name: string, kind: Kind, about: string, value: (row: Row) => Value])[]

function tableOf<Row>(name: string, about: string, things: (db: Db) => AsyncGenerator<Row>, columns: Columns<Row>): Table {
  return {
    name,
    about,
    columns: columns.map(([name, kind, about]) => ({ name, kind, about })),
    async *rows(db) {
      for await (const thing of things(db)) yield columns.map(([, , , value]) => value(thing))
    },
  }
}

// ── Statements ──────────────────────────────────────────────────────────────────────────────────

interface StatementRow {
  readonly number: number
  readonly said: Evidence
  readonly article: EveryArticle
}

async function* statementRows(db: Db): AsyncGenerator<StatementRow> {
  for await (const article of everyArticle(db)) for (const [at, said] of article.evidence.entries()) yield { number: at + 1, said, article }
}

const names = (agents: readonly AgentLine[]) => agents.map(({ name }) => name)
const words = ({ article }: StatementRow, span: { readonly start: number; readonly end: number } | null) =>
  span && article.text.slice(span.start, span.end).replace(/\s+/g, " ").trim()

const STATEMENTS = tableOf("statements", "One agent taking one stance, in one place of one version of an article", statementRows, [
  ["number", "integer", "place among the statements of its article, from 1", ({ number }) => number],
  ["source", "text", "who says it: the name by which the ledger knows him, or the words of the article", row => sourceOf(row)],
  ["role", "text", "what he is, as articles word it most often", ({ said }) => said.agent?.roles[0]],
  ["kind", "text", "person, organization, group, publication, document or unnamed", ({ said }) => said.agent?.kind],
  ["stance", "text", "asserts, confirms, denies, declines or unanswered", ({ said }) => said.stance],
  ["content", "text", "the words attributed, pieces joined by “…”", ({ said }) => said.words],
  ["relayed_by", "texts", "who passed it on, nearest to the speaker first", ({ said }) => names(said.relayedBy)],
  ["said", "text", "when it was said: EDTF", ({ said }) => said.said],
  ["to", "text", "to whom, in the words of the article", ({ said }) => said.to?.words],
  ["venue", "text", "where, in the words of the article", ({ said }) => said.venue?.words],
  ["asked_by", "text", "who asked", ({ said }) => said.askedBy?.name],
  ["citing", "text", "what the source leans on, in the words of the article", ({ said }) => said.citing?.words],
  ["form", "text", "direct, indirect or mixed speech", ({ said }) => said.form],
  ["act", "text", "assertive, directive, commissive, expressive or attitude", ({ said }) => said.act],
  ["certainty", "text", "as the source presents it: certain, probable or possible", ({ said }) => said.certainty],
  ["polarity", "text", "of the content: positive or negative", ({ said }) => said.polarity],
  ["cue", "text", "the words that attribute", row => words(row, row.said.cue)],
  ["claim", "text", "the claim it belongs to", ({ said, article }) => article.claims.get(said.claim ?? "")?.text],
  ["contested", "boolean", "whether that claim is contested", ({ said, article }) => article.claims.get(said.claim ?? "")?.contested],
  ["confidence", "number", "from 0 to 1: that source, cue and content are those of a statement", ({ said }) => said.confidence],
  ["start", "integer", "first code unit (UTF-16) of the content in the text of the article", ({ said }) => said.content[0]?.start],
  ["end", "integer", "code unit after the last of the content", ({ said }) => said.content.at(-1)?.end],
  ["sentence", "text", "the sentence or sentences it stands in, to the letter", ({ said }) => said.sentence.text],
  ["when", "text", "by which it stands in time: said, else published, else read", ({ said }) => said.when],
  ["past", "boolean", "whether a later version of the page has replaced the one it stands in", ({ said }) => said.past],
  ["judged", "texts", "ids of the judgements that changed or confirmed it", ({ said }) => said.judged],
  ["publisher", "text", "the outlet", ({ article }) => article.outlet],
  ["published", "text", "ISO 8601, as far as it is known", ({ article }) => article.published],
  ["title", "text", "of the article", ({ article }) => article.title],
  ["url", "text", "of the article", ({ article }) => article.url],
  ["statement_id", "text", "", ({ said }) => said.id],
  ["source_id", "text", "into agents", ({ said }) => said.agent?.id],
  ["claim_id", "text", "into claims", ({ said }) => said.claim],
  ["article_id", "text", "into articles", ({ article }) => article.id],
])

function sourceOf(row: StatementRow): string {
  return row.said.agent?.name ?? (words(row, row.said.source) || "Nobody named")
}

// ── Claims ──────────────────────────────────────────────────────────────────────────────────────

const CLAIMS = tableOf("claims", "What is asserted, once, however many assert or deny it", everyClaim, [
  ["claim", "text", "in the words of one of its statements", ({ text }) => text],
  [
    "contested",
    "boolean",
    "someone asserts it, and someone denies it, declines to speak of it or did not answer",
    ({ contested }) => contested,
  ],
  ["asserts", "integer", "voices that assert it now", ({ voices }) => voices.asserts],
  ["confirms", "integer", "voices that confirm it now", ({ voices }) => voices.confirms],
  ["denies", "integer", "voices that deny it now", ({ voices }) => voices.denies],
  ["declines", "integer", "voices that will not comment on it", ({ voices }) => voices.declines],
  ["unanswered", "integer", "voices that were asked and did not answer", ({ voices }) => voices.unanswered],
  ["statements", "integer", "statements of it in newest versions", ({ statements }) => statements],
  ["articles", "integer", "articles that tell it", ({ articles }) => articles],
  ["origins", "integer", "first hands that are independent of one another, as a careful reader would say", ({ origins }) => origins.count],
  ["origins_least", "integer", "the same at least, where it cannot be told", ({ origins }) => origins.independent.least],
  ["origins_most", "integer", "the same at most", ({ origins }) => origins.independent.most],
  ["unnamed", "boolean", "nobody who stands at its beginning is named", ({ unnamed }) => unnamed],
  ["alarms", "texts", "what should make a reader wary", ({ origins }) => origins.alarms.map(({ says }) => says)],
  ["outlets", "texts", "outlets that tell it", ({ outlets }) => outlets],
  ["first_asserted", "text", "ISO 8601, as far as it is known", ({ firstAsserted }) => firstAsserted],
  ["first_denied", "text", "ISO 8601, as far as it is known", ({ firstDenied }) => firstDenied],
  ["last", "text", "when it was last spoken of", ({ last }) => last],
  ["claim_id", "text", "", ({ id }) => id],
])

// ── Positions ───────────────────────────────────────────────────────────────────────────────────

interface PositionRow {
  readonly claim: EveryClaim
  readonly position: PositionLine
}

async function* positionRows(db: Db): AsyncGenerator<PositionRow> {
  for await (const claim of everyClaim(db)) for (const position of claim.positions) yield { claim, position }
}

const POSITIONS = tableOf("positions", "Where a voice stands on a claim now", positionRows, [
  ["agent", "text", "who was heard: the one who spoke in person, where one did", ({ position }) => position.agent?.name ?? position.words],
  ["voice", "text", "for whom he spoke, or himself", ({ position }) => position.voice?.name],
  ["stance", "text", "asserts, confirms, denies, declines or unanswered", ({ position }) => position.stance],
  ["since", "text", "when he took this stance", ({ position }) => position.turns.at(-1)?.when],
  ["turned", "boolean", "whether it is not his first", ({ position }) => position.turns.length > 1],
  ["before", "texts", "stances he took before, in time order", ({ position }) => position.turns.slice(0, -1).map(({ stance }) => stance)],
  ["statements", "integer", "statements it was read from", ({ position }) => position.statements.length],
  ["claim", "text", "", ({ claim }) => claim.text],
  ["claim_id", "text", "into claims", ({ claim }) => claim.id],
  ["agent_id", "text", "into agents", ({ position }) => position.agent?.id],
  ["voice_id", "text", "into agents", ({ position }) => position.voice?.id],
  ["statement_ids", "texts", "into statements", ({ position }) => position.statements],
])

// ── Origins ─────────────────────────────────────────────────────────────────────────────────────

interface OriginRow {
  readonly claim: EveryClaim
  readonly origin: OriginNode
  readonly number: number
}

async function* originRows(db: Db): AsyncGenerator<OriginRow> {
  for await (const claim of everyClaim(db))
    for (const [at, origin] of claim.origins.roots.entries()) yield { claim, origin, number: at + 1 }
}

const ORIGINS = tableOf("origins", "Where a claim enters the record first-hand", originRows, [
  ["number", "integer", "place among the origins of its claim, from 1", ({ number }) => number],
  ["origin", "text", "in words: “unnamed sources of The Harbor Post”", ({ origin }) => origin.words],
  ["kind", "text", "named, document, unnamed, own (the outlet itself) or nobody", ({ origin }) => origin.kind],
  ["articles", "texts", "ids of the articles that go back to it: into articles", ({ claim, origin }) => articlesOf(claim, origin)],
  ["merges", "texts", "why tellings were taken for one", ({ origin }) => [...new Set(origin.merges.map(({ why }) => why))]],
  ["claim", "text", "", ({ claim }) => claim.text],
  ["claim_id", "text", "into claims", ({ claim }) => claim.id],
  ["agent_id", "text", "into agents", ({ origin }) => origin.agent?.id],
  ["statement_ids", "texts", "into statements", ({ origin }) => origin.statements],
])

function articlesOf({ evidence }: EveryClaim, { statements }: OriginNode): readonly string[] {
  const own = new Set(statements)
  return [...new Set(evidence.filter(({ id }) => own.has(id)).map(({ article }) => article.id))]
}

// ── Articles, agents ────────────────────────────────────────────────────────────────────────────

const ARTICLES = tableOf<EveryArticle>("articles", "A version of a page", everyArticle, [
  ["title", "text", "", ({ title }) => title],
  ["outlet", "text", "its publisher, or else the host of its address", ({ outlet }: ArticleLine) => outlet],
  ["authors", "texts", "", ({ authors }) => authors],
  ["published", "text", "ISO 8601, as far as it is known", ({ published }) => published],
  ["modified", "text", "ISO 8601, as far as it is known", ({ modified }) => modified],
  ["read", "moment", "when it was handed in", ({ read }) => read],
  ["language", "text", "BCP 47", ({ language }) => language],
  ["version", "integer", "which version of its page, from 1", ({ version }) => version],
  ["versions", "integer", "how many there are", ({ versions }) => versions],
  ["statements", "integer", "statements in it", ({ evidence }) => evidence.length],
  ["url", "text", "", ({ url }) => url],
  ["text", "text", "what the offsets of statements count in", ({ text }) => text],
  ["article_id", "text", "", ({ id }) => id],
  ["before_id", "text", "the version of the page before this one: into articles", ({ before }) => before],
  ["outlet_id", "text", "into agents", ({ publisher }) => publisher?.id],
])

const AGENTS = tableOf<EveryAgent>("agents", "Someone who says, or is spoken of", everyAgent, [
  ["name", "text", "", ({ name }) => name],
  ["kind", "text", "person, organization, group, publication, document or unnamed", ({ kind }) => kind],
  ["names", "texts", "all names", ({ names }) => names],
  ["roles", "texts", "as articles word them, the most frequent first", ({ roles }) => roles],
  ["acts_for", "text", "for whom he speaks", ({ actsFor }) => actsFor?.name],
  ["agent_id", "text", "", ({ id }) => id],
  ["acts_for_id", "text", "into agents", ({ actsFor }) => actsFor?.id],
])

/** Every table, the one a person looks for first in front. */
export const TABLES: readonly Table[] = [STATEMENTS, CLAIMS, POSITIONS, ORIGINS, ARTICLES, AGENTS]

/** All tables and columns in words, for people: Markdown. */
export function tablesInWords(): string {
  return TABLES.map(({ name, about, columns }) => {
    const lines = columns.map(column => `| \`${column.name}\` | ${column.kind} | ${column.about} |`)
    return `## ${name}\n\n${about}.\n\n| column | holds | |\n|---|---|---|\n${lines.join("\n")}\n`
  }).join("\n")
}
