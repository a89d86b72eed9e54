import { connect } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Listening, listen, makeApp } from "../../src/server/index.ts"
import { type Fresh, STORES } from "../ledger/given.ts"
import { withStory, worldWith } from "./given.ts"

const [[, embedded]] = STORES as [(typeof STORES)[number]]

let own: Fresh
let server: Listening
beforeAll(async () => {
  own = await embedded()
  server = await listen(makeApp(worldWith(await withStory(own))), "127.0.0.1", 0, { headerMs: 1000, requestMs: 1500 })
}, 60_000)
afterAll(async () => {
  await server.stop()
  await own.drop()
})

/** Sends words as they are, and gives what comes back until the end. */
function raw(words: string): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1")
    let heard = ""
    socket.on("data", data => (heard += data))
    socket.on("error", () => resolve(heard))
    socket.on("close", () => resolve(heard))
    socket.write(words)
  })
}

test("answers over a socket as it does without", async () => {
  const response = await fetch(`${server.url}/api/claims`)
  expect(response.status).toBe(200)
  expect(((await response.json()) as { items: unknown[] }).items.length).toBeGreaterThan(0)
  expect((await fetch(`${server.url}/api/claims`, { method: "HEAD" })).headers.get("etag")).toBe(response.headers.get("etag"))
})

test.each([
  ["a foreign name", "GET /api/claims HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421],
  ["no name at all", "GET /api/claims HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
  ["a name that is none", "GET /api/claims HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n", 400],
  ["a huge header", `GET /api HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(40_000)}\r\n\r\n`, 431],
  ["no HTTP", "\x16\x03\x01\x02\x00\x01\r\n\r\n", 400],
])("%s is turned away", async (_, words, status) => {
  expect((await raw(words)).slice(0, 13)).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`))
})

test("who sends slowly is let go, and others are served meanwhile", async () => {
  const header = raw("GET /api HTTP/1.1\r\nHost: localhost\r\nX-")
  const body = raw("POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
  expect((await fetch(`${server.url}/api`)).status).toBe(200)
  expect(await header).toMatch(/^HTTP\/1\.1 408/)
  expect(await body).toMatch(/^(?:HTTP\/1\.1 408|$)/)
}, 15_000)

test("stops with streams open, and lets the port go", async () => {
  const other = await listen(makeApp(worldWith(own.ledger)), "127.0.0.1", 0)
  const events = await fetch(`${other.url}/api/events`)
  await other.stop()
  await events.text()
  await expect(fetch(`${other.url}/api`)).rejects.toThrow()
})
