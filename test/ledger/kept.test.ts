import { sql } from "kysely"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import {
  agents,
  board,
  type Db,
  type Entry,
  enter,
  extent,
  judgements,
  migrate,
  type Ruling,
  saidBy,
  unnamed,
  unnamedOf,
} from "../../src/ledger/index.ts"
import { dump, entryOf, type Fresh, STORES } from "./given.ts"
import { GAZETTE, POST, POST_LATER, RADIO } from "./story.ts"

const STORY: readonly Entry[] = [entryOf(POST, 0), entryOf(RADIO, 1), entryOf(GAZETTE, 2), entryOf(POST_LATER, 3)]

const KEPT = ["claim", "position", "tally", "unnamed", "unnamed_outlet", "unnamed_wording"]

describe.each(STORES)("what is kept for lists on %s", (_, fresh) => {
  let at: Fresh
  beforeEach(async () => {
    at = await fresh()
    await enter(at.ledger, STORY)
  }, 60_000)
  afterEach(async () => {
    await at.drop()
  })
  const db = () => at.ledger.db
  const judge = async (minute: number, ruling: Ruling) => {
    const day = `2025-11-25T10:0${minute}:00.000Z`
    const [entered] = await enter(at.ledger, [{ entry: "judgement", at: day, who: "Ida Munk", why: "read it again", ruling }])
    if (entered && "failure" in entered) throw entered.failure
    return entered!.id
  }

  test("is what counting anew gives, whatever is judged and read again", async () => {
    const [ruiz] = await agents(db(), "Elena Ruiz")
    const [brask] = await agents(db(), "Martin Brask")
    const [first, second] = (await unnamed(db())).items.map(({ outlet }) => outlet.id)
    const said = (await unnamedOf(db(), first!)).items
    const [post] = await agents(db(), "The Harbor Post")
    const [radio] = await agents(db(), "Coast Radio")
    await judge(0, { kind: "unite", what: "agents", ids: [ruiz!.id, brask!.id] })
    await judge(1, { kind: "dismiss", id: said[0]!.id })
    await judge(2, { kind: "unite", what: "agents", ids: [post!.id, radio!.id] })
    await judge(3, { kind: "correct", statement: said.at(-1)!.id, field: "source", value: "Ana Solberg" })
    await enter(at.ledger, [{ ...entryOf(RADIO, 9), again: true }])
    expect(second === undefined || (await unnamed(db())).items.length <= 2).toBe(true)
    expect(await tallies(db())).toEqual(await counted(db()))
    expect(await outlets(db())).toEqual(await outletsAnew(db()))
    for (const { undoneBy, id } of (await judgements(db())).items) if (!undoneBy) await judge(5, { kind: "undo", judgement: id })
    expect(await tallies(db())).toEqual(await counted(db()))
    expect(await outlets(db())).toEqual(await outletsAnew(db()))
  }, 60_000)

  test("shows on the board what stands as of a day to come", async () => {
    const [now, then] = [await board(db()), await board(db(), { at: "2099-01-01" })]
    expect(now.items.length).toBeGreaterThan(0)
    expect(now).toEqual(then)
  })

  test("names a few of each stance on the board, whoever else is counted", async () => {
    for (const { who, voices } of (await board(db())).items)
      for (const stance of ["asserts", "confirms", "denies", "declines", "unanswered"] as const)
        expect(who.filter(each => each.stance === stance)).toHaveLength(Math.min(4, voices[stance]))
  })

  test("is filled in for a ledger of the first version", async () => {
    const [before, rows] = [await dump(db()), await firstVersion(db())]
    const { rows: known } = await sql`select * from meta where key <> 'version'`.execute(db())
    await sql`drop schema public cascade`.execute(db())
    await sql`create schema public`.execute(db())
    await migrate(db(), 1)
    for (const [table, records] of rows)
      await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(records)}::jsonb)`.execute(
        db(),
      )
    await sql`insert into meta select * from jsonb_populate_recordset(null::meta, ${JSON.stringify(known)}::jsonb)`.execute(db())
    await migrate(db())
    const after = await dump(db())
    for (const table of KEPT) expect(after[table], table).toEqual(before[table])
    expect((await enter(at.ledger, [{ ...entryOf(RADIO, 9), again: true }]))[0]).toMatchObject({ outcome: "again" })
  }, 60_000)

  test("counts without looking at every row", async () => {
    const { statements, articles, claims } = await extent(db())
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from statement union all select count(*)::int from article union all select count(*)::int from claim`.execute(
      db(),
    )
    expect([statements, articles, claims]).toEqual(rows.map(({ n }) => n))
  })

  test("a surname is answered to by those who bear it, whole names first met or not", async () => {
    const names = (await agents(db(), "Ruiz")).map(({ name }) => name)
    expect(names).toContain("Elena Ruiz")
    const [line] = await agents(db(), "Elena Ruiz")
    expect(line!.statements).toBe((await saidBy(db(), line!.id, {}, { limit: 500 })).items.length)
  })
})

async function tallies(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`select what || ' ' || subject || ' ' || count as row from tally where count <> 0`.execute(db)
  return rows.map(({ row }) => row).sort()
}

async function counted(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`
    select 'said ' || agent || ' ' || count(*) as row from statement where agent is not null and not dismissed group by agent
    union all select 'articles ' || outlet_agent || ' ' || count(*) from article where outlet_agent is not null group by outlet_agent
    union all select 'rows statement ' || count(*) from statement union all select 'rows article ' || count(*) from article
    union all select 'rows claim ' || count(*) from claim union all select 'rows judgement ' || count(*) from judgement
    union all select 'rows agent ' || count(distinct root) from agent`.execute(db)
  return rows.map(({ row }) => row).sort()
}

async function outlets(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`
    select outlet || ' ' || articles || ' ' || statements || ' ' || claims as row from unnamed_outlet
    union all select outlet || ' ' || kind || ' ' || key || ' ' || statements from unnamed_wording w
    where exists (select from unnamed u where u.statement = w.example and u.outlet = w.outlet)`.execute(db)
  return rows.map(({ row }) => row).sort()
}

async function outletsAnew(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`
    with own as (
      select s.id, s.article, s.claim, g.root as outlet, u.described, u.reason from statement s join article a on a.id = s.article
      join agent g on g.id = a.outlet_agent left join unnamed u on u.statement = s.id
      where not s.dismissed and (s.told ->> 'kind' = 'unnamed' or s.told ->> 'citing' = 'anonymous'))
    select outlet || ' ' || count(distinct article) || ' ' || count(*) || ' ' || count(distinct claim) as row from own group by outlet
    union all select outlet || ' described ' || lower(described) || ' ' || count(*) from own where described is not null group by outlet, lower(described)
    union all select outlet || ' reason ' || lower(reason) || ' ' || count(*) from own where reason is not null group by outlet, lower(reason)`.execute(
    db,
  )
  return rows.map(({ row }) => row).sort()
}

/** The rows of a ledger, with the columns that the first version had. */
async function firstVersion(db: Db): Promise<readonly (readonly [table: string, rows: readonly object[]])[]> {
  const later: Readonly<Record<string, readonly string[]>> = { claim: ["board"], position: ["stand"] }
  return Promise.all(
    FIRST_TABLES.map(async table => {
      const { rows } = await sql<{ row: object }>`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(db)
      return [
        table,
        rows.map(({ row }) => Object.fromEntries(Object.entries(row).filter(([name]) => !later[table]?.includes(name)))),
      ] as const
    }),
  )
}

const FIRST_TABLES =
  "page_key article cast_member agent agent_key suggestion statement claim claim_key position copy_band copy term judgement effect".split(
    " ",
  )
