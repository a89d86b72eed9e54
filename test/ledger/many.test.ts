import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { board, type ClaimFilter, claims, type Db } from "../../src/ledger/index.ts"
import { type Fresh, STORES } from "./given.ts"

/** More than are put in order at once, so that lists are found by walking. */
const MANY = 9000

describe.each(STORES)("lists of many claims on %s", (_, fresh) => {
  let at: Fresh
  beforeAll(async () => {
    at = await fresh()
    await fill(at.ledger.db)
  }, 120_000)
  afterAll(() => at.drop())
  const db = () => at.ledger.db

  /** Every page of a list, by its cursors. */
  async function whole(filter: ClaimFilter, limit: number): Promise<readonly string[]> {
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await claims(db(), filter, { limit, ...(cursor && { cursor }) })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next
    }
    return seen
  }

  async function expected(where: string, order: "weight" | "last"): Promise<readonly string[]> {
    const { rows } = await sql<{ id: string }>`
      select c.id from claim c where ${sql.raw(where)} order by c.${sql.raw(order)} desc, c.id desc`.execute(db())
    return rows.map(({ id }) => id)
  }

  test.each<readonly [name: string, filter: ClaimFilter, where: string]>([
    ["words that many claims have", { about: "bridge" }, "c.text like '%bridge%'"],
    ["words that few have", { about: "lantern" }, "c.text like '%lantern%'"],
    ["words that many have, contested", { about: "bridge", contested: true }, "c.text like '%bridge%' and c.contested"],
    ["an outlet of many claims", { outlet: "Harbor Post" }, "c.outlets && array['Harbor Post']"],
    ["an outlet of few", { outlet: "Coast Radio" }, "c.outlets && array['Coast Radio']"],
    ["days that many claims reach", { since: "2025-01-02" }, "c.last >= '2025-01-02'"],
    ["a stance", { stance: "declines" }, "(c.voices ->> 'declines')::int > 0"],
    ["an agent who is everywhere", { agent: "agent_01" }, "c.id in (select claim from position where agent = 'agent_01')"],
    [
      "an agent who is everywhere, by his stance",
      { agent: "agent_01", stance: "denies" },
      "c.id in (select claim from position where agent = 'agent_01' and stance = 'denies')",
    ],
    [
      "an agent with an outlet and words",
      { agent: "agent_02", outlet: "harbor post", about: "bridge" },
      "c.outlets && array['Harbor Post'] and c.text like '%bridge%' and c.id in (select claim from position where agent = 'agent_02')",
    ],
  ])(
    "%s: all that pass, once and in order",
    async (_, filter, where) => {
      for (const [order, by] of [
        ["weight", "weight"],
        ["newest", "last"],
      ] as const) {
        const all = await expected(where, by)
        expect(all.length).toBeGreaterThan(0)
        expect(await whole({ ...filter, order }, 500)).toEqual(all)
        expect((await claims(db(), { ...filter, order }, { limit: 3 })).items.map(({ id }) => id)).toEqual(all.slice(0, 3))
      }
    },
    60_000,
  )

  test("a board whose claims have no statements shows none of them as of a day, and goes on", async () => {
    const page = await board(db(), { at: "2025-06-01" }, { limit: 10 })
    expect(page.items).toEqual([])
    expect(page.next).not.toBeNull()
  })
})

/** Claims by the thousand: all of one bridge, some of a lantern, by one outlet or another. */
async function fill(db: Db): Promise<void> {
  const part = JSON.stringify({ who: [], independent: { least: 1, most: 1, count: 1 }, alarms: [], timeline: [] })
  await sql`
    insert into claim (id, text, words, contested, unnamed, dismissed, weight, voices, statements, articles, outlets, first, last, board)
    select 'claim_' || lpad(to_hex(n), 16, '0'), told.text, to_tsvector('english', told.text), n % 7 = 0, n % 5 = 0, false, (n * 37) % 4001,
      jsonb_build_object('asserts', 1, 'confirms', 0, 'denies', case when n % 7 = 0 then 1 else 0 end, 'declines', case when n % 900 = 0 then 1 else 0 end, 'unanswered', 0),
      1, 1, array[case when n % 500 = 0 then 'Coast Radio' else 'Harbor Post' end], '2025-01-01', to_char(date '2025-01-01' + (n % 300), 'YYYY-MM-DD'), ${part}::jsonb
    from generate_series(1, ${MANY}::int) n
    cross join lateral (select case when n % 700 = 0 then 'the lantern on the bridge ' || n else 'the bridge ' || n end as text) told`.execute(
    db,
  )
  await sql`insert into agent select 'agent_0' || n, 'agent_0' || n, 'Ida Munk', 'person', '{"names": ["Ida Munk"]}' from generate_series(1, 2) n`.execute(
    db,
  )
  await sql`insert into agent select 'agent_03', 'agent_03', 'Harbor Post', 'publication', '{"names": ["Harbor Post"]}'`.execute(db)
  await sql`
    insert into position select id, 'agent_01', case when contested then 'denies' else 'asserts' end, false, weight, null from claim`.execute(
    db,
  )
  await sql`insert into position select id, 'agent_02', 'asserts', false, weight, null from claim where weight % 11 = 0`.execute(db)
  await sql`analyze`.execute(db)
}
