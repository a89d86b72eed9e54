import { type RawBuilder, sql } from "kysely"
import { type Db, extent, meta, setMeta } from "../src/ledger/index.ts"

/** Articles copied in one statement. */
const AT_ONCE = 200

/** Under this name the ledger knows where the copied articles end, and how many copies there are: “397 15”. */
const COPIED = "copied"

/**
 * Makes a ledger larger, to so many statements, by copying every row of its articles as of other stories, inside the database, up to 255 times. What
 * was recorded before the first copy is copied, never a copy. In each copy ids are others and days are moved; half of the agents and claims get other letters
 * in their words, and half of the keys are others; the outlets and the other half recur, as they do in the news. What rows hold of JSON stays. Nothing
 * of it is in the journal.
 */
export async function copyUpTo(db: Db, statements: number): Promise<void> {
  const before = await countOf(db)
  if (before >= statements) return
  for (const [table, column] of NEEDED)
    await sql`create index if not exists ${sql.ref(`copying_${table}`)} on ${sql.table(table)} (${sql.ref(column)})`.execute(db)
  const indexes = await dropIndexes(db)
  const known = (await meta(db, COPIED))?.split(" ").map(Number)
  const first = known?.[0] ?? (await nextPlace(db))
  let copies = known?.[1] ?? 0
  while ((await countOf(db)) < statements) {
    if (++copies >= MOST_COPIES) throw new RangeError(`${MOST_COPIES} copies make no ledger of ${statements} statements`)
    await copied(db, copies, { first, statements })
    if (Number.isInteger(Math.log2(copies))) await sql`analyze`.execute(db)
  }
  await setMeta(db, COPIED, `${first} ${copies}`)
  for (const index of indexes) await sql.raw(index).execute(db)
  for (const [table] of NEEDED) await sql`drop index ${sql.ref(`copying_${table}`)}`.execute(db)
  await sql`update term set count = (count * ${(await countOf(db)) / before}::float8)::int`.execute(db)
  await setMeta(db, "place", String(await nextPlace(db)))
  await recounted(db)
}

/** Takes away the indexes that copying does not need, for they are made sooner when all rows are there. Gives what makes them again. */
async function dropIndexes(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; made: string }>`
    select c.relname as name, pg_get_indexdef(c.oid) as made from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    where not i.indisunique and t.relname in ('claim', 'statement', 'position', 'agent', 'agent_key') and c.relname not like 'copying%'
      and c.relname <> 'statement_article_place_idx'`.execute(db)
  for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(db)
  return rows.map(({ made }) => made)
}

/** By what the rows of an article are found, where the ledger itself never asks so. */
const NEEDED = [
  ["claim_key", "claim"],
  ["copy_band", "article"],
  ["page_key", "page"],
  ["agent_key", "agent"],
] as const

/** An id has sixteen digits to be turned around, and each may stand for sixteen others. */
const TURNS = 16
const MOST_COPIES = TURNS * TURNS

async function countOf(db: Db): Promise<number> {
  return (await extent(db)).statements
}

async function nextPlace(db: Db): Promise<number> {
  const { rows } = await sql<{ next: string }>`select max(place) + 1 as next from article`.execute(db)
  return Number(rows[0]!.next)
}

async function copied(db: Db, times: number, { first, statements }: { first: number; statements: number }): Promise<void> {
  const offset = await nextPlace(db)
  for (let from = 0; from < first && (await countOf(db)) < statements; from += AT_ONCE)
    await articlesOf(db, times, { from, to: Math.min(first, from + AT_ONCE), offset })
}

/** The id as of a copy: its digits turned around, and in every sixteenth copy exchanged, so that no two copies share one. */
function turned(id: string, times: number): RawBuilder<string> {
  return sql`split_part(${sql.raw(id)}, '_', 1) || '_' || ${digits(`split_part(${id}, '_', 2)`, times)}`
}

function digits(hex: string, times: number): RawBuilder<string> {
  const [turns, shift] = [times % TURNS, Math.floor(times / TURNS)]
  const other = HEX.slice(shift) + HEX.slice(0, shift)
  return sql`translate(substr(${sql.raw(hex)}, ${turns + 1}::int) || left(${sql.raw(hex)}, ${turns}::int), ${HEX}, ${other})`
}

const HEX = "0123456789abcdef"

function agent(id: string, times: number): RawBuilder<string> {
  return sql`case when ${recurs(id)} then ${sql.raw(id)} else ${turned(id, times)} end`
}

/** Half of all. */
function recurs(id: string): RawBuilder<boolean> {
  return sql`right(${sql.raw(id)}, 1) in ('0', '2', '4', '6', '8', 'a', 'c', 'e')`
}

const CONSONANTS = "bcdfghjklmnpqrstvwxz"

/** Words with other consonants. */
function words(text: string, times: number): RawBuilder<string> {
  const by = 1 + (times % (CONSONANTS.length - 1))
  return sql`translate(${sql.raw(text)}, ${CONSONANTS}, ${CONSONANTS.slice(by) + CONSONANTS.slice(0, by)})`
}

function day(moment: string, times: number): RawBuilder<string> {
  const days = sql`to_char(left(${sql.raw(moment)}, 10)::date + ${times * DAYS_APART}::int, 'YYYY-MM-DD')`
  return sql`case when ${sql.raw(moment)} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}' then ${days} || substr(${sql.raw(moment)}, 11) else ${sql.raw(moment)} end`
}

const DAYS_APART = 3

interface Range {
  readonly from: number
  readonly to: number
  /** What is added to the places of copies. */
  readonly offset: number
}

/** Copies the rows of some articles, with the agents and claims in them. */
async function articlesOf(db: Db, times: number, { from, to, offset }: Range): Promise<void> {
  const own = sql`article in (select id from article where place >= ${from} and place < ${to})`
  const claims = sql`(select distinct claim from statement where ${own} and claim is not null)`
  const id = (column: string) => turned(column, times)
  const moved = (column: string) => day(column, times)
  const copy = (query: RawBuilder<unknown>) => sql`insert into ${query} on conflict do nothing`.execute(db)
  const met = sql`(select distinct agent from cast_member where ${own} and not ${recurs("agent")})`
  await copy(sql`agent select ${id("id")}, ${id("id")}, ${words("name", times)}, kind,
    jsonb_set(body, '{names}', to_jsonb(array(select ${words("n", times)} from jsonb_array_elements_text(body -> 'names') n)))
    from agent where id in ${met}`)
  await copy(sql`agent_key select split_part(key, ' ', 1) || ' ' || ${words("substr(key, strpos(key, ' ') + 1)", times)}, ${id("agent")}, place
    from agent_key where agent in ${met}`)
  await copy(sql`page_key select key || ${`/${times}`}, ${id("page")} from page_key
    where page in (select page from article where place >= ${from} and place < ${to})`)
  await copy(sql`article select ${id("id")}, ${id("page")}, place + ${offset}::bigint, ${moved("read")}, ${moved("moment")}, past, reader, digest,
    url || ${`/${times}`}, publisher, outlet, outlet_agent, title, authors, ${moved("published")}, ${moved("modified")}, language, text, blocks, links, doubts
    from article where place >= ${from} and place < ${to}`)
  await copy(sql`cast_member select ${id("article")}, local, ${agent("agent", times)}, body from cast_member where ${own}`)
  await copy(sql`statement select ${id("id")}, ${id("article")}, place, ${id("matched")}, why, ${id("claim")}, ${agent("agent", times)}, stance,
    ${moved("moment")}, ${moved("shown")}, past, dismissed, sentence_start, sentence_end, body, told from statement where ${own}`)
  await copy(sql`claim (id, text, words, contested, unnamed, dismissed, weight, voices, statements, articles, outlets, first, first_asserted, first_denied, last, board)
    select ${id("id")}, case when ${recurs("id")} then text else ${words("text", times)} end,
      case when ${recurs("id")} then words else ${words("words::text", times)}::tsvector end, contested, unnamed, dismissed, weight, voices, statements,
      articles, outlets, ${moved("first")}, ${moved("first_asserted")}, ${moved("first_denied")}, ${moved("last")}, board from claim where id in ${claims}`)
  await copy(
    sql`position select ${id("claim")}, ${agent("agent", times)}, stance, turned, weight, stand from position where claim in ${claims}`,
  )
  await copy(sql`copy_band select band # (${times}::bigint << 40), ${id("article")} from copy_band where ${own}`)
  await copy(sql`copy select ${id("a")}, ${id("b")}, share, body from copy
    where a in (select id from article where place >= ${from} and place < ${to})`)
  await copy(
    sql`unnamed select ${id("statement")}, ${id("article")}, outlet, ${id("claim")}, ${moved("moment")}, described, reason from unnamed where ${own}`,
  )
  await copy(sql`claim_key select case when hashint8(key) % 2 = 0 then key else key # (${times}::bigint << 40) end, day + ${times * DAYS_APART},
      ('x' || ${digits("lpad(to_hex(claim), 16, '0')", times)})::bit(64)::bigint
    from claim_key where claim in (select ('x' || split_part(claim, '_', 2))::bit(64)::bigint from ${claims} c)`)
}

/** Counts what the copies added to each outlet's unnamed sources, once they are all there. */
async function recounted(db: Db): Promise<void> {
  await sql`truncate unnamed_outlet, unnamed_wording`.execute(db)
  await sql`insert into unnamed_outlet
    select outlet, count(distinct article), count(*), count(distinct claim) from unnamed group by outlet`.execute(db)
  for (const kind of ["described", "reason"])
    await sql`insert into unnamed_wording
      select outlet, ${kind}, lower(${sql.ref(kind)}), min(${sql.ref(kind)}), min(statement), count(*) from unnamed
      where ${sql.ref(kind)} is not null group by outlet, lower(${sql.ref(kind)})`.execute(db)
}
