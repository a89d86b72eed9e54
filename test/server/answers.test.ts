import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { EXPORTS, TABLES } from "../../src/export/index.ts"
import type { AgentSheet, ArticleSheet, Board, ClaimSheet, Evidence, EvidencePage, History, UnnamedPage } from "../../src/server/index.ts"
import { ROUTES, type Route } from "../../src/server/index.ts"
import { type Fresh, STORES } from "../ledger/given.ts"
import { Client, withStory, worldWith } from "./given.ts"

describe.each(STORES)("answers from a ledger on %s", (_, fresh) => {
  let own: Fresh
  let client: Client
  beforeAll(async () => {
    own = await fresh()
    client = new Client(worldWith(await withStory(own)))
  }, 60_000)
  afterAll(() => own.drop())

  const locked = async () => (await client.json<Board>("/api/claims?contested")).items.find(({ text }) => text.includes("locked"))!

  /** Each answer has the shape that the contract tells of. */
  async function fits<T>(route: Route, path: string): Promise<T> {
    const response = await client.ask(path)
    expect(response.status, path).toBe(200)
    const body: unknown = await response.json()
    expect(route.answer.safeParse(body).error, path).toBeUndefined()
    return body as T
  }

  test("the board shows who stands where, first hands and days", async () => {
    await fits(ROUTES.board, "/api/claims")
    const claim = await locked()
    expect(claim.who.map(({ agent, stance }) => `${agent?.name} ${stance}`).join()).toMatch(/Martin Brask (?:denies|declines)/)
    expect(claim.outlets).toEqual(["Coast Radio", "Sternholm Gazette", "The Harbor Post"])
    expect(claim.timeline.every(({ day }) => /^2025-11-2\d$/.test(day))).toBe(true)
    expect(claim.independent.least).toBeGreaterThanOrEqual(1)
  })

  test("a claim as of a day holds what was known then", async () => {
    const { id } = await locked()
    const sheet = await fits<ClaimSheet>(ROUTES.claimSheet, `/api/claims/${id}`)
    expect(sheet.evidence.every(({ sentence }) => sentence.text.length > 0)).toBe(true)
    const before = await fits<ClaimSheet>(ROUTES.claimSheet, `/api/claims/${id}?at=2025-11-20`)
    expect(before.evidence.length).toBeLessThan(sheet.evidence.length)
  })

  test("an article's statements lie where its text has them", async () => {
    const { items } = await fits<{ items: { id: string; versions: number }[] }>(ROUTES.articles, "/api/articles")
    expect(items).toHaveLength(4)
    for (const { id } of items) {
      const sheet = await fits<ArticleSheet>(ROUTES.articleSheet, `/api/articles/${id}`)
      for (const { sentence } of sheet.evidence) expect(sheet.text.slice(sentence.start, sentence.end)).toBe(sentence.text)
    }
    const later = items.find(({ versions }) => versions === 2)!
    const history = await fits<History>(ROUTES.history, `/api/articles/${later.id}/history`)
    expect(history.versions).toHaveLength(2)
    expect(history.steps[0]!.changes.length).toBeGreaterThan(0)
  })

  test("an agent's statements are those of its sheet", async () => {
    const { items } = await fits<{ items: { id: string; name: string }[] }>(ROUTES.agents, "/api/agents?name=Ruiz")
    expect(items[0]!.name).toContain("Ruiz")
    const sheet = await fits<AgentSheet>(ROUTES.agentSheet, `/api/agents/${items[0]!.id}`)
    expect(sheet.turned.length).toBeGreaterThan(0)
    const said = await fits<{ items: Evidence[] }>(ROUTES.saidBy, `/api/agents/${items[0]!.id}/statements?limit=200`)
    expect(said.items).toHaveLength(sheet.statements)
  })

  test("unnamed sources are counted by outlet, with their descriptions", async () => {
    const { items } = await fits<UnnamedPage>(ROUTES.unnamed, "/api/unnamed")
    const post = items.find(({ outlet }) => outlet.name === "The Harbor Post")!
    expect(post.described.map(({ words }) => words)).toContain("two harbor officials")
    const told = await fits<{ items: Evidence[] }>(ROUTES.unnamedOf, `/api/unnamed/${post.outlet.id}`)
    expect(told.items.every(({ article }) => article.outlet === "The Harbor Post")).toBe(true)
    expect(told.items).toHaveLength(post.statements)
  })

  test.each([
    ["/api/claims", 2],
    ["/api/articles", 1],
    ["/api/claims?order=newest", 2],
    ["/api/unnamed", 1],
  ])("%s is the same in pages as at once", async (path, limit) => {
    const join = path.includes("?") ? "&" : "?"
    const whole = await client.json<{ items: { id?: string }[] }>(`${path}${join}limit=200`)
    const pieces: unknown[] = []
    for (let next: string | null = ""; next !== null; ) {
      const page: { items: unknown[]; next: string | null } = await client.json(
        `${path}${join}limit=${limit}${next && `&cursor=${encodeURIComponent(next)}`}`,
      )
      pieces.push(...page.items)
      next = page.next
    }
    expect(pieces).toEqual(whole.items)
  })

  test("what has not changed is not sent again, and an entry changes it", async () => {
    const first = await client.ask("/api/claims")
    const tag = first.headers.get("etag")!
    const again = await client.ask("/api/claims", { headers: { "if-none-match": tag } })
    expect([again.status, await again.text()]).toEqual([304, ""])
    const { id } = await locked()
    await client.send("/api/judgements", { who: "Ana", why: "as a test", ruling: { kind: "confirm", id } })
    const changed = await client.ask("/api/claims", { headers: { "if-none-match": tag } })
    expect(changed.status).toBe(200)
    expect(changed.headers.get("etag")).not.toBe(tag)
  })

  test("feeds are XML in which nothing of an article is more than words", async () => {
    const { id } = await locked()
    for (const path of [`/feeds/claims/${id}`, "/feeds/claims?about=gate", "/feeds/claims?about=%3Cscript%3E%26%22"]) {
      const response = await client.ask(path)
      expect(response.headers.get("content-type")).toContain("application/atom+xml")
      const xml = await response.text()
      expect(xml).toContain("http://localhost:4177/")
      expect(xml).not.toMatch(/<script|&(?!(?:amp|lt|gt|quot);)/)
    }
  })

  test("the export holds every entry, and a table every statement", async () => {
    const lines = (await (await client.ask("/api/export")).text()).trim().split("\n")
    expect(lines.filter(line => JSON.parse(line).entry === "reading")).toHaveLength(4)
    const csv = await (await client.ask("/api/export?format=csv")).text()
    expect(csv.split("\n")[0]).toContain("stance")
    expect(csv).toContain("Martin Brask")
  })

  test.each(EXPORTS)("the export as $name is a stream of its type, and is not sent again", async ({ name, mediaType, extension }) => {
    const response = await client.ask(`/api/export?format=${name}`)
    expect(response.headers.get("content-type")).toBe(mediaType)
    expect(response.headers.get("content-disposition")).toContain(extension)
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000)
    const again = await client.ask(`/api/export?format=${name}`, { headers: { "if-none-match": response.headers.get("etag")! } })
    expect([again.status, await again.text()]).toEqual([304, ""])
  })

  test("the export has every table, and says where there is none", async () => {
    for (const { name, columns } of TABLES) {
      const csv = Buffer.from(await (await client.ask(`/api/export?format=csv&table=${name}`)).arrayBuffer()).toString()
      expect(csv.split("\r\n")[0]).toBe(`\ufeff${columns.map(column => column.name).join(",")}`)
    }
    for (const query of ["format=prov&table=claims", "format=csv&table=none", "format=xml"])
      expect((await client.ask(`/api/export?${query}`)).status, query).toBe(400)
  })

  test("a listener who goes away ends the export", async () => {
    const reader = (await client.ask("/api/export?format=prov")).body!.getReader()
    await reader.read()
    await reader.cancel()
    expect((await client.ask("/api/claims")).status).toBe(200)
  })

  test("a claim told very often comes with its newest statements, and the list goes on with every other once", async () => {
    const { id } = await locked()
    await sql`insert into statement (id, article, place, matched, why, claim, agent, stance, moment, shown, past, dismissed, sentence_start, sentence_end, body, told)
      select 'statement_' || lpad(to_hex(n), 16, '0'), s.article, 1000 + n, s.matched, s.why, s.claim, s.agent, s.stance,
        '2024-' || lpad((1 + n % 12)::text, 2, '0') || '-01', s.shown, s.past, false, s.sentence_start, s.sentence_end, s.body, s.told
      from (select * from statement where claim = ${id} and not past order by id limit 1) s, generate_series(1, 500) n`.execute(
      own.ledger.db,
    )
    const sheet = await fits<ClaimSheet>(ROUTES.claimSheet, `/api/claims/${id}`)
    expect(sheet.evidence.length).toBe(400)
    const seen = sheet.evidence.map(each => each.id)
    for (let cursor = sheet.earlier; cursor !== null; ) {
      const page = await fits<EvidencePage>(ROUTES.saidOn, `/api/claims/${id}/statements?limit=60&cursor=${encodeURIComponent(cursor)}`)
      seen.push(...page.items.map(each => each.id))
      cursor = page.next
    }
    const { rows } = await sql<{ count: string }>`select count(*) as count from statement where claim = ${id} and not dismissed`.execute(
      own.ledger.db,
    )
    expect([seen.length, new Set(seen).size]).toEqual([Number(rows[0]!.count), Number(rows[0]!.count)])
  }, 60_000)
})
