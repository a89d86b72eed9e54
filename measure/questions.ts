import { sql } from "kysely"
import {
  agent,
  agents,
  article,
  articles,
  board,
  type ClaimFilter,
  claim,
  claims,
  type Db,
  extent,
  saidBy,
  saidOn,
  unnamed,
  unnamedOf,
} from "../src/ledger/index.ts"
import { chance } from "../train/chance.ts"

/** A kind of question, each time about something else. */
export interface Question {
  readonly name: string
  readonly ask: () => Promise<unknown>
}

const SEED = 5
const WORDS = ["president", "police", "climate", "court ruling", "election", "vaccine", "budget", "hospital", "minister", "said the mayor"]
/** Several pages on, as by a hand that asks for more. */
const PAGES = 3

/**
 * Everything that pages and programs ask: lists by weight, time, words, outlet, stance and agent, one after another and together; claims that many
 * and few speak of; agents who say much and little; articles; unnamed sources.
 */
export async function questionsFor(db: Db): Promise<readonly Question[]> {
  const random = chance(SEED)
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!
  const ids = async (query: ReturnType<typeof sql<{ id: string }>>) => (await query.execute(db)).rows.map(({ id }) => id)
  const heavy = await ids(sql`select id from claim order by weight desc, id desc limit 50`)
  const large = await ids(sql`select id from claim order by statements desc limit 20`)
  const light = await ids(sql`select id from claim where id > 'claim_8' order by id limit 50`)
  const busy = await ids(sql`select subject as id from tally where what = 'said' order by count desc limit 50`)
  const quiet = await ids(sql`select id from agent where id > 'agent_8' order by id limit 50`)
  const outlets = await ids(
    sql`select name as id from agent where id in (select outlet from unnamed_outlet order by statements desc limit 20)`,
  )
  const houses = await ids(sql`select outlet as id from unnamed_outlet order by statements desc limit 20`)
  const pages = await ids(sql`select id from article where id > 'article_8' order by id limit 50`)
  const people = [...busy, ...quiet]
  const names = new Map(
    (await sql<{ id: string; name: string }>`select id, name from agent where id = any(${people}::text[])`.execute(db)).rows.map(each => [
      each.id,
      each.name,
    ]),
  )
  const boards: readonly (readonly [string, () => ClaimFilter])[] = [
    ["first", () => ({})],
    ["contested", () => ({ contested: true })],
    ["contested, newest", () => ({ contested: true, order: "newest" })],
    ["newest", () => ({ order: "newest" })],
    ["words", () => ({ about: pick(WORDS) })],
    ["words, contested", () => ({ about: pick(WORDS), contested: true })],
    ["words, newest", () => ({ about: pick(WORDS), order: "newest" })],
    ["agent", () => ({ agent: pick(people) })],
    ["agent, newest", () => ({ agent: pick(people), order: "newest" })],
    ["agent, denies", () => ({ agent: pick(people), stance: "denies" })],
    ["outlet", () => ({ outlet: pick(outlets) })],
    ["outlet, contested", () => ({ outlet: pick(outlets), contested: true })],
    ["did not answer", () => ({ stance: "unanswered" })],
    ["confirms, newest", () => ({ stance: "confirms", order: "newest" })],
    ["unnamed", () => ({ unnamed: true, since: "2021-01-01" })],
  ]
  return [
    { name: "claims", ask: () => claims(db, pick(boards)[1]()) },
    { name: "claim", ask: () => claim(db, pick([...heavy, ...light])) },
    { name: "who", ask: () => asked(db, names.get(pick(people))!) },
    ...boards.map(([name, filter]) => ({ name: `board: ${name}`, ask: () => turnedOver(db, filter()) })),
    { name: "claim told oftenest", ask: () => claim(db, pick(large)) },
    { name: "statements of a claim", ask: () => saidOn(db, pick(large)) },
    { name: "article", ask: () => article(db, pick(pages)) },
    { name: "articles", ask: () => articles(db) },
    { name: "articles: words", ask: () => articles(db, { about: pick(WORDS) }) },
    { name: "articles: outlet", ask: () => articles(db, { outlet: pick(outlets) }) },
    { name: "unnamed", ask: () => unnamed(db, { limit: 30 }) },
    { name: "unnamed: outlet", ask: () => unnamedOf(db, pick(houses)) },
    { name: "extent", ask: () => extent(db) },
  ]
}

/** `hearsay who`: by name, the sheet, and what was said last. */
async function asked(db: Db, name: string): Promise<void> {
  const [found] = await agents(db, name)
  if (!found) return
  await agent(db, found.id)
  await saidBy(db, found.id, {}, { limit: 20 })
}

/** The board and the pages after it, each a third of the time. */
async function turnedOver(db: Db, filter: ClaimFilter): Promise<void> {
  let cursor: string | null = null
  for (let page = 0; page < PAGES; page++) {
    const { next }: { readonly next: string | null } = await board(db, filter, { limit: 30, ...(cursor && { cursor }) })
    if (next === null) return
    cursor = next
  }
}
