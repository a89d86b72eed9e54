import { mkdtempSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:http"
import { type AddressInfo, connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { makeReader, pagesInFile } from "../../src/cli/index.ts"
import { fetchPage } from "../../src/fetch/index.ts"
import { hashOf, type Job, listen, makeApp } from "../../src/server/index.ts"
import { openAt } from "../ledgers.ts"

/** One thing that somebody may try. `attempt` gives null where it was turned away as it should be, else what went wrong, in words. */
export interface Attempt {
  readonly family: string
  readonly name: string
  readonly attempt: (target: Target) => Promise<string | null>
}

/** A server to try things on, with a ledger of its own, and a site that means no good. */
export interface Target {
  readonly url: string
  readonly token: string
  /** A server on this machine that nobody may be made to open; how often somebody did. */
  readonly secret: { readonly url: string; readonly port: number; readonly visits: () => number }
  /** A site that may be fetched from. */
  readonly site: string
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>
  /** With the token. */
  readonly send: (path: string, body: NonNullable<RequestInit["body"]>, headers?: Readonly<Record<string, string>>) => Promise<Response>
  /** Hands articles in, and waits until they are done. */
  readonly add: (body: unknown) => Promise<Job>
  readonly done: (response: Response) => Promise<Job>
  /** Sends words as they are; gives what comes back until the end, or until it is quiet for too long. */
  readonly raw: (words: string | Uint8Array) => Promise<string>
  readonly stop: () => Promise<void>
}

export const HEADER_MS = 2000
const TOKEN = "hearsay_for-this-measure-alone"
/** An address of this machine that the site alone has: it stands for the outside. */
const OUTSIDE = "127.0.0.2"

export async function startTarget(pages: (path: string) => SitePage | null): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-hostile-"))
  const { ledger, store } = await openAt(join(folder, "ledger"))
  const reader = makeReader()
  const app = makeApp({
    ledger,
    read: reader.read,
    fetchPage: url => fetchPage(url, { allowPrivate: address => address === OUTSIDE, totalMs: 5000, quietMs: 2000 }),
    pagesIn: pagesInFile,
    now: () => new Date().toISOString(),
    version: "measure",
    tokenHash: hashOf(TOKEN),
    readingOpen: true,
    names: [],
    pages: new Map([
      ["/index.html", { type: "text/html; charset=utf-8", bytes: new TextEncoder().encode("<!doctype html><title>Hearsay</title>") }],
    ]),
    rates: null,
    note: () => {},
  })
  const server = await listen(app, "127.0.0.1", 0, { headerMs: HEADER_MS, requestMs: 2 * HEADER_MS })
  let visits = 0
  const secret = await started("127.0.0.1", () => {
    visits++
    return { body: "<html><body><p>Secret.</p></body></html>" }
  })
  const site = await started(OUTSIDE, pages)
  const { port } = secret.address() as AddressInfo
  const authorization = `Bearer ${TOKEN}`
  const ask: Target["ask"] = (path, init = {}) =>
    fetch(`${server.url}${path}`, { redirect: "manual", signal: AbortSignal.timeout(30_000), ...init })
  const done: Target["done"] = async response => {
    const { id } = (await response.json()) as Job
    const events = await (await ask(`/api/jobs/${id}/events`, { signal: AbortSignal.timeout(120_000) })).text()
    return JSON.parse([...events.matchAll(/^data: (.*)$/gm)].at(-1)![1]!) as Job
  }
  const send: Target["send"] = (path, body, headers = {}) =>
    ask(path, { method: "POST", body, headers: { authorization, "content-type": "application/json", ...headers } })
  return {
    url: server.url,
    token: TOKEN,
    secret: { url: `http://127.0.0.1:${port}/`, port, visits: () => visits },
    site: `http://${OUTSIDE}:${(site.address() as AddressInfo).port}`,
    ask,
    send,
    done,
    add: async body => done(await send("/api/articles", JSON.stringify(body))),
    raw: words => raw(server.url, words),
    async stop() {
      await server.stop()
      for (const each of [secret, site]) each.closeAllConnections()
      for (const each of [secret, site]) each.close()
      await reader.stop()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What the site answers at a path. */
export interface SitePage {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

function started(host: string, pages: (path: string) => SitePage | null): Promise<Server> {
  const server = createServer((request, response) => {
    const { status = 200, headers = {}, body } = pages(request.url ?? "/") ?? { status: 404, body: "" }
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body)
  })
  return new Promise(resolve => server.listen(0, host, () => resolve(server)))
}

const QUIET_MS = 3 * HEADER_MS

function raw(url: string, words: string | Uint8Array): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1")
    let heard = ""
    socket.setTimeout(QUIET_MS, () => socket.destroy())
    socket.on("data", data => (heard += data))
    socket.on("error", () => {})
    socket.on("close", () => resolve(heard))
    socket.write(words)
  })
}

/** Null where the status is one of those that are right. */
export function statusOf(response: Response, ...right: readonly number[]): string | null {
  return right.includes(response.status) ? null : `answered ${response.status}, not ${right.join(" or ")}`
}
