import { type RawBuilder, sql } from "kysely"
import type { Span } from "../core/index.ts"
import { type Db, list, rows, type Tx, table } from "./db.ts"

/** A statement on the word of someone whom the article does not name, or one that leans on such; with what the outlet says of the source. */
interface Unnamed {
  readonly statement: string
  readonly article: string
  /** The root of the outlet's agent. */
  readonly outlet: string
  readonly claim: string | null
  readonly moment: string
  readonly described: string | null
  readonly reason: string | null
}

/**
 * Works out anew which statements of these articles lean on unnamed sources, and keeps the counts of outlets with what changed. To be called
 * after anything in the articles did: their statements, whose they are, or under which name their outlets go.
 */
export async function recountUnnamed(tx: Tx, articles: readonly string[]): Promise<void> {
  const before = await rows(tx, sql<Unnamed>`select * from unnamed where article = any(${list(articles)}) order by moment, statement`)
  const now = await unnamedIn(tx, articles)
  if (JSON.stringify(before) === JSON.stringify(now)) return
  const pairs = pairsOf([...before, ...now])
  const held = await heldAmong(tx, pairs)
  await sql`delete from unnamed where article = any(${list(articles)})`.execute(tx)
  await sql`insert into unnamed select * from ${table(now, UNNAMED_COLUMNS)}`.execute(tx)
  const holds = await heldAmong(tx, pairs)
  await countOutlets(tx, [
    ...countsOf(before, -1),
    ...countsOf(now, 1),
    ...[...held].map(pair => ({ outlet: pair.split(" ")[0]!, articles: 0, statements: 0, claims: -1 })),
    ...[...holds].map(pair => ({ outlet: pair.split(" ")[0]!, articles: 0, statements: 0, claims: 1 })),
  ])
  await countWordings(tx, [...wordingsOf(before, -1), ...wordingsOf(now, 1)])
}

const UNNAMED_COLUMNS = "statement text, article text, outlet text, claim text, moment text, described text, reason text"

/** Of the statements of these articles as the ledger has them. */
async function unnamedIn(tx: Tx, articles: readonly string[]): Promise<readonly Unnamed[]> {
  const found = await rows(
    tx,
    sql<Omit<Unnamed, "reason"> & { readonly why: Span | null }>`
      select s.id as statement, s.article, g.root as outlet, s.claim, s.moment, s.told ->> 'unnamed' as described,
        coalesce(nullif(s.body #> '{unnamed,reason}', 'null'), nullif(s.body #> '{unnamed,terms}', 'null')) as why
      from statement s join article a on a.id = s.article join agent g on g.id = a.outlet_agent
      where s.article = any(${list(articles)}) and ${IS_UNNAMED} order by s.moment, s.id`,
  )
  const texts = await textsOf(
    tx,
    found.filter(({ why }) => why).map(({ article }) => article),
  )
  return found.map(({ why, described, ...rest }) => ({
    ...rest,
    described: worded(described),
    reason: worded(why && (texts.get(rest.article) ?? "").slice(why.start, why.end)),
  }))
}

const IS_UNNAMED: RawBuilder<boolean> = sql`not s.dismissed and (s.told ->> 'kind' = 'unnamed' or s.told ->> 'citing' = 'anonymous')`

async function textsOf(db: Db, articles: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (articles.length === 0) return new Map()
  const found = await rows(
    db,
    sql<{ id: string; text: string }>`select id, text from article where id = any(${list([...new Set(articles)])})`,
  )
  return new Map(found.map(({ id, text }) => [id, text]))
}

/** On one line, and not longer than a list can show. */
function worded(words: string | null): string | null {
  return words?.replace(/\s+/g, " ").trim().slice(0, LONGEST_WORDING) || null
}

const LONGEST_WORDING = 200

/** Each outlet with each claim that its unnamed sources speak of. */
function pairsOf(all: readonly Unnamed[]): readonly string[] {
  return [...new Set(all.flatMap(({ outlet, claim }) => (claim === null ? [] : [`${outlet} ${claim}`])))].sort()
}

async function heldAmong(tx: Tx, pairs: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows(
    tx,
    sql<{ pair: string }>`
      select w.pair from unnest(${list(pairs)}) as w(pair)
      where exists (select from unnamed u where u.outlet = split_part(w.pair, ' ', 1) and u.claim = split_part(w.pair, ' ', 2)) order by w.pair`,
  )
  return new Set(found.map(({ pair }) => pair))
}

interface Count {
  readonly outlet: string
  readonly articles: number
  readonly statements: number
  readonly claims: number
}

function countsOf(all: readonly Unnamed[], sign: 1 | -1): readonly Count[] {
  const seen = new Set<string>()
  return all.map(({ outlet, article }) => {
    const first = !seen.has(`${outlet} ${article}`)
    seen.add(`${outlet} ${article}`)
    return { outlet, articles: first ? sign : 0, statements: sign, claims: 0 }
  })
}

async function countOutlets(tx: Tx, counts: readonly Count[]): Promise<void> {
  await sql`
    insert into unnamed_outlet
    select outlet, sum(articles), sum(statements), sum(claims) from ${table(counts, "outlet text, articles int, statements int, claims int")}
    group by outlet order by outlet
    on conflict (outlet) do update set articles = unnamed_outlet.articles + excluded.articles,
      statements = unnamed_outlet.statements + excluded.statements, claims = unnamed_outlet.claims + excluded.claims`.execute(tx)
  const outlets = list([...new Set(counts.map(({ outlet }) => outlet))])
  await sql`delete from unnamed_outlet where outlet = any(${outlets}) and statements <= 0`.execute(tx)
}

interface Wording {
  readonly outlet: string
  readonly kind: "described" | "reason"
  /** By which those that differ in capitals only are one. */
  readonly key: string
  readonly words: string
  readonly example: string
  readonly statements: number
}

function wordingsOf(all: readonly Unnamed[], sign: 1 | -1): readonly Wording[] {
  return all.flatMap(({ outlet, statement, ...said }) =>
    (["described", "reason"] as const).flatMap(kind => {
      const words = said[kind]
      return words === null ? [] : [{ outlet, kind, key: words.toLowerCase(), words, example: statement, statements: sign }]
    }),
  )
}

async function countWordings(tx: Tx, wordings: readonly Wording[]): Promise<void> {
  const given = table(wordings, "outlet text, kind text, key text, words text, example text, statements int")
  await sql`
    insert into unnamed_wording
    select outlet, kind, key, min(words), min(example), sum(statements) from ${given} group by outlet, kind, key order by outlet, kind, key
    on conflict (outlet, kind, key) do update set statements = unnamed_wording.statements + excluded.statements`.execute(tx)
  const outlets = list([...new Set(wordings.map(({ outlet }) => outlet))])
  await sql`delete from unnamed_wording where outlet = any(${outlets}) and statements <= 0`.execute(tx)
  await giveOtherExamples(tx, wordings)
}

/** A wording whose example is no longer there gets another. */
async function giveOtherExamples(tx: Tx, wordings: readonly Wording[]): Promise<void> {
  for (const { outlet, kind, key, example } of wordings.filter(({ statements }) => statements < 0)) {
    const orphans = await rows(
      tx,
      sql<{ key: string }>`
        select key from unnamed_wording w where outlet = ${outlet} and kind = ${kind} and key = ${key} and example = ${example}
        and not exists (select from unnamed u where u.statement = w.example and u.outlet = w.outlet)`,
    )
    if (orphans.length === 0) continue
    const others = await rows(tx, sql<Unnamed>`select * from unnamed where outlet = ${outlet} order by moment desc, statement`)
    const other = others.find(each => each[kind]?.toLowerCase() === key)
    if (other)
      await sql`update unnamed_wording set example = ${other.statement} where outlet = ${outlet} and kind = ${kind} and key = ${key}`.execute(
        tx,
      )
  }
}
