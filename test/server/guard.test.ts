import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Problem } from "../../src/server/index.ts"
import { type Fresh, STORES } from "../ledger/given.ts"
import { Client, WRITING, withStory, worldWith } from "./given.ts"

const [[, embedded]] = STORES as [(typeof STORES)[number]]

let own: Fresh
let client: Client
beforeAll(async () => {
  own = await embedded()
  client = new Client(worldWith(await withStory(own)))
}, 60_000)
afterAll(() => own.drop())

const JUDGEMENT = { who: "Ana", why: "a test", ruling: { kind: "dismiss", id: "claim_00" } }

describe("who may do what", () => {
  test("everyone reads an open server, and nobody writes without the token", async () => {
    expect((await client.ask("/api/claims")).status).toBe(200)
    for (const [path, body] of [
      ["/api/judgements", JUDGEMENT],
      ["/api/articles", { sources: [] }],
      ["/api/judgements/x/undo", { who: "a", why: "b" }],
    ] as const) {
      expect((await client.send(path, body, {})).status, path).toBe(401)
      expect((await client.send(path, body, { authorization: "Bearer hearsay_other" })).status, path).toBe(401)
    }
  })

  test("a closed server tells only that it is closed", async () => {
    const closed = new Client(worldWith(own.ledger, { readingOpen: false }))
    for (const path of ["/api/claims", "/api/agents?name=Ruiz", "/api/export", "/api/events", "/feeds/claims", "/api/nothing", "/mcp"])
      expect((await closed.ask(path)).status, path).toBe(401)
    const about = await closed.json<{ extent: unknown; readingOpen: boolean }>("/api")
    expect([about.extent, about.readingOpen]).toEqual([null, false])
    expect((await closed.ask("/api/claims", { headers: WRITING })).status).toBe(200)
  })

  test("the token buys a cookie that scripts cannot read, until it is given back", async () => {
    const closed = new Client(worldWith(own.ledger, { readingOpen: false }))
    expect((await closed.send("/api/session", { token: "hearsay_wrong" }, {})).status).toBe(401)
    const given = await closed.send("/api/session", { token: WRITING.authorization.slice(7) }, {})
    const set = given.headers.get("set-cookie")!
    expect(set).toMatch(/^hearsay=[\w-]{40,}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/)
    const cookie = set.split(";")[0]!
    expect((await closed.ask("/api/claims", { headers: { cookie } })).status).toBe(200)
    await closed.ask("/api/session", { method: "DELETE", headers: { cookie } })
    expect((await closed.ask("/api/claims", { headers: { cookie } })).status).toBe(401)
  })

  test("answers kept for one who may read are not given to one who may not", async () => {
    const closed = new Client(worldWith(own.ledger, { readingOpen: false }))
    const tag = (await closed.ask("/api/claims", { headers: WRITING })).headers.get("etag")!
    expect((await closed.ask("/api/claims")).status).toBe(401)
    expect((await closed.ask("/api/claims", { headers: { "if-none-match": tag } })).status).toBe(401)
  })
})

describe("what is turned away", () => {
  const asked = (host: string, init: RequestInit = {}) => client.app.fetch(new Request(`http://${host}/api/claims`, init))

  test.each([
    ["evil.example", 421],
    ["localhost.evil.example", 421],
    ["127.0.0.1.evil.example", 421],
    ["ledger.example", 200],
    ["127.0.0.1:4177", 200],
    ["[::1]:4177", 200],
  ])("asked for as %s: %i", async (host, status) => {
    expect((await asked(host)).status).toBe(status)
  })

  test.each([
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{ origin: "http://localhost:1" }, 403],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ origin: "http://localhost:4177" }, 422],
    [{}, 422],
  ])("a judgement sent with %j: %i", async (headers, status) => {
    const response = await client.send("/api/judgements", JUDGEMENT, { ...WRITING, ...(headers as Record<string, string>) })
    expect(response.status).toBe(status)
  })

  test("who asks too often is told how long to wait, and served then", async () => {
    let now = Date.UTC(2025, 10, 25)
    const rate = { burst: 3, perSecond: 1 }
    const limited = new Client(
      worldWith(own.ledger, { rates: { read: rate, write: rate, login: rate }, now: () => new Date(now).toISOString() }),
    )
    const statuses = async (count: number) => {
      const all: number[] = []
      for (let at = 0; at < count; at++) all.push((await limited.ask("/api/openapi.json")).status)
      return all
    }
    expect(await statuses(4)).toEqual([200, 200, 200, 429])
    expect((await limited.ask("/api/openapi.json")).headers.get("retry-after")).toBe("1")
    now += 2000
    expect(await statuses(3)).toEqual([200, 200, 429])
  })

  test("bodies that are large, or unpack to something large, are refused", async () => {
    const headers = { ...WRITING, "content-type": "application/json" }
    const large = await client.ask("/api/articles", { method: "POST", headers, body: "x".repeat(25_000_000) })
    const bomb = await client.ask("/api/articles", {
      method: "POST",
      headers: { ...headers, "content-encoding": "gzip" },
      body: gzipSync(Buffer.alloc(100_000_000)),
    })
    const packed = await client.ask("/api/judgements", {
      method: "POST",
      headers: { ...headers, "content-encoding": "gzip" },
      body: gzipSync(JSON.stringify(JUDGEMENT)),
    })
    expect([large.status, bomb.status, packed.status]).toEqual([413, 413, 422])
  })
})

describe("problems", () => {
  test.each([
    ["/api/claims/claim_00", 404, "not-found"],
    ["/api/claims?limit=0", 400, "malformed"],
    ["/api/claims?cursor=nowhere", 400, "malformed"],
    ["/api/claims?at=yesterday", 400, "malformed"],
    ["/api/claims?stance=shouts", 400, "malformed"],
    ["/api/claims?about=%00", 400, "malformed"],
    ["/api/claims?about=%ff", 400, "malformed"],
    ["/api/agents/agent_00/statements", 404, "not-found"],
    ["/api/nothing", 404, "not-found"],
    [`/api/claims?about=${"x".repeat(5000)}`, 414, "address-too-long"],
  ])("%s: %i, with what to do", async (path, status, kind) => {
    const response = await client.ask(path)
    expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"])
    const problem = (await response.json()) as Problem
    expect(problem).toMatchObject({ status, type: `urn:hearsay:problem:${kind}` })
    expect(problem.detail.length * problem.remedy.length).toBeGreaterThan(0)
  })

  test("a wrong method is told the right ones", async () => {
    const response = await client.ask("/api/claims", { method: "DELETE" })
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET"])
  })

  test("a fault of ours tells nothing of the inside", async () => {
    const noted: string[] = []
    const broken = new Client(worldWith({ ...own.ledger, db: null as never }, { note: line => void noted.push(line) }))
    const response = await broken.ask("/api/judgements")
    expect(response.status).toBe(500)
    expect(await response.text()).not.toMatch(/null|undefined|\.ts|\.js/)
    expect(noted.join()).toContain("/api/judgements")
  })

  test("every answer carries the headers that keep a page's words from doing anything", async () => {
    for (const path of ["/", "/api", "/api/claims", "/api/nothing", "/feeds/claims", "/mcp", "/api/export"]) {
      const { headers } = await client.ask(path)
      expect(headers.get("content-security-policy"), path).toContain("default-src 'none'")
      expect(headers.get("content-security-policy"), path).not.toContain("unsafe")
      expect([headers.get("x-content-type-options"), headers.get("x-frame-options"), headers.get("referrer-policy")], path).toEqual([
        "nosniff",
        "DENY",
        "no-referrer",
      ])
    }
  })
})

test("pages are found by their exact paths, and every address of a page begins at the first", async () => {
  const bytes = new TextEncoder().encode("<!doctype html>")
  const pages = new Map([
    ["/index.html", { type: "text/html", bytes }],
    ["/assets/board-8f3a0c5d.js", { type: "text/javascript", bytes }],
  ])
  const served = new Client(worldWith(own.ledger, { pages }))
  for (const path of ["/", "/claims/claim_1", "/add"]) expect((await served.ask(path)).headers.get("content-type"), path).toBe("text/html")
  expect((await served.ask("/assets/board-8f3a0c5d.js")).headers.get("cache-control")).toContain("immutable")
  for (const path of ["/assets/other.js", "/assets/..%2f..%2fpackage.json", "/.env", "/package.json"])
    expect((await served.ask(path)).status, path).toBe(404)
  const strayed = await served.ask("/nowhere", { headers: { accept: "text/html,application/xhtml+xml;q=0.9" } })
  expect([strayed.status, strayed.headers.get("content-type"), await strayed.text()]).toEqual([404, "text/html", "<!doctype html>"])
})
