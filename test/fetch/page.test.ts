import type { IncomingMessage, ServerResponse } from "node:http"
import { createServer } from "node:net"
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { FetchFailed, type FetchOptions, fetchPage } from "../../src/fetch/index.ts"
import { serve, type TestServer } from "./servers.ts"

const PAGE = "<!doctype html><title>Ferry</title><p>The harbour master said the ferry was late. Zoë Quillfeather disagreed.</p>"

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** What the test server does at each path. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  "/page": response => html(response).end(PAGE),
  "/plain": response => response.setHeader("content-type", 'text/plain; charset="ISO-8859-1"').end(Buffer.from("Zoë", "latin1")),
  "/xhtml": response => response.setHeader("content-type", "Application/XHTML+XML").end(PAGE),
  "/untyped": response => response.end(`\n ${PAGE}`),
  "/untyped-text": response => response.end("The ferry was late."),
  "/gzip": response => html(response, "gzip").end(gzipSync(PAGE)),
  "/deflate": response => html(response, "deflate").end(deflateSync(PAGE)),
  "/br": response => html(response, "br").end(brotliCompressSync(PAGE)),
  "/twice": response => html(response, "gzip, br").end(brotliCompressSync(gzipSync(PAGE))),
  "/moved": response => response.writeHead(301, { location: "/moved-again" }).end("gone"),
  "/moved-again": response => response.writeHead(307, { location: "page?x=1#part" }).end(),
  "/page?x=1": response => html(response).end(PAGE),
  "/ring-a": response => response.writeHead(302, { location: "/ring-b" }).end(),
  "/ring-b": response => response.writeHead(302, { location: "/ring-a" }).end(),
  "/self": response => response.writeHead(302, { location: "/self" }).end(),
  "/nowhere": response => response.writeHead(302).end(),
  "/to-file": response => response.writeHead(302, { location: "file:///etc/hostname" }).end(),
  "/bomb": response => html(response, "gzip").end(gzipSync(Buffer.alloc(5_000_000, 32))),
  "/large": response => html(response).end(Buffer.alloc(300_000, 32)),
  "/endless": response => endless(html(response)),
  "/damaged": response => html(response, "gzip").end("this is not gzip"),
  "/cut-gzip": response => html(response, "gzip").end(gzipSync(PAGE).subarray(0, 60)),
  "/odd-packing": response => html(response, "rot13").end(PAGE),
  "/json": response => response.setHeader("content-type", "application/json").end("{}"),
  "/pdf": response => response.setHeader("content-type", "application/pdf").end("%PDF-1.7"),
  "/image": response => response.setHeader("content-type", "image/png").end("png"),
  "/silent": () => {},
  "/stalls": response => html(response).write("<p>The ferry"),
  "/drips": response => drips(html(response)),
  "/breaks": response => html(response).write("<p>The ferry", () => response.socket?.destroy()),
  "/short": response =>
    html(response)
      .writeHead(200, { "content-length": 500 })
      .write("<p>", () => response.socket?.end()),
  "/hangs-up": response => response.socket?.destroy(),
}

let server: TestServer
beforeAll(async () => {
  server = await serve((request, response) => {
    const path = request.url ?? ""
    const status = /^\/status\/(\d+)$/.exec(path)?.[1]
    const hops = /^\/hops\/(\d+)$/.exec(path)?.[1]
    if (status) response.writeHead(Number(status), { "content-type": "text/html", "retry-after": "120" }).end("<p>No.</p>")
    else if (hops) response.writeHead(302, { location: hops === "0" ? "/page" : `/hops/${Number(hops) - 1}` }).end()
    else (ANSWERS[path] ?? ANSWERS["/page"]!)(response, request)
  })
})
afterAll(() => server.close())

function html(response: ServerResponse, encoding?: string): ServerResponse {
  if (encoding) response.setHeader("content-encoding", encoding)
  return response.setHeader("content-type", "text/html; charset=utf-8")
}

function endless(response: ServerResponse): void {
  const more = () => void (response.destroyed || response.write(Buffer.alloc(65_536, 32), () => setImmediate(more)))
  more()
}

function drips(response: ServerResponse): void {
  const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write(".")), 20)
  response.on("close", () => clearInterval(timer))
}

const get = (path: string, options: FetchOptions = {}) => fetchPage(server.at + path, { allowPrivate: true, ...options })

async function failure(url: string, options: FetchOptions = {}): Promise<FetchFailed> {
  const error = await fetchPage(url, { allowPrivate: true, ...options }).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(FetchFailed)
  return error as FetchFailed
}

describe("a page arrives", () => {
  test("with its kind, charset and address", async () => {
    const page = await get("/page")
    expect(page).toMatchObject({ kind: "html", charset: "utf-8", url: `${server.at}/page` })
    expect(new TextDecoder().decode(page.content as Uint8Array)).toBe(PAGE)
  })

  test("as bytes still undecoded, with the charset of the header", async () => {
    const page = await get("/plain")
    expect(page).toMatchObject({ kind: "text", charset: "ISO-8859-1" })
    expect([...(page.content as Uint8Array)]).toEqual([0x5a, 0x6f, 0xeb])
  })

  test.each([
    ["/xhtml", "html"],
    ["/untyped", "html"],
    ["/untyped-text", "text"],
  ])("%s is %s", async (path, kind) => expect((await get(path)).kind).toBe(kind))

  test.each(["/gzip", "/deflate", "/br", "/twice"])("packed: %s", async path =>
    expect(new TextDecoder().decode((await get(path)).content as Uint8Array)).toBe(PAGE),
  )

  test("through redirects, under the address at their end", async () => expect((await get("/moved")).url).toBe(`${server.at}/page?x=1`))

  test("to one who says who is asking", async () => {
    await get("/page")
    expect(server.requests.at(-1)?.headers["user-agent"]).toMatch(/^Hearsay\//)
  })

  test("from the tenth redirect, not from the eleventh", async () => {
    expect((await get("/hops/9")).url).toBe(`${server.at}/page`)
    expect((await failure(`${server.at}/hops/10`)).rule).toBe("redirects")
  })
})

describe("a page that does not arrive says why, and what to do", () => {
  test.each([
    ["/status/401", "http-401", /login/, /browser/],
    ["/status/402", "http-402", /paywall/, /browser/],
    ["/status/403", "http-403", /refuses/, /browser/],
    ["/status/404", "http-404", /no page/, /archive/],
    ["/status/410", "http-410", /taken down/, /archive/],
    ["/status/418", "http-418", /HTTP 418/, /browser/],
    ["/status/429", "http-429", /too many/, /later, in 120 seconds/],
    ["/status/451", "http-451", /legal/, /place/],
    ["/status/500", "http-500", /fault \(HTTP 500\)/, /later/],
    ["/status/503", "http-503", /fault \(HTTP 503\)/, /later/],
    ["/ring-a", "redirect-ring", /in a ring \(http.*ring-a → http.*ring-b → http.*ring-a\)/, /browser/],
    ["/self", "redirect-ring", /to itself/, /browser/],
    ["/nowhere", "redirect", /nowhere/, /browser/],
    ["/to-file", "address", /only http and https/, /path/],
    ["/damaged", "damaged", /damaged/, /later/],
    ["/cut-gzip", "damaged", /damaged/, /later/],
    ["/odd-packing", "encoding", /rot13/, /browser/],
    ["/json", "content-type", /application\/json/, /records/],
    ["/pdf", "content-type", /application\/pdf/, /pdftotext/],
    ["/image", "content-type", /image\/png/, /article/],
    ["/breaks", "broken-off", /broke off/, /later/],
    ["/short", "broken-off", /broke off|less than/, /later/],
    ["/hangs-up", "broken-off", /broke off/, /later/],
  ])("%s: %s", async (path, rule, reason, remedy) => {
    const error = await failure(server.at + path)
    expect(error).toMatchObject({ rule, message: expect.stringMatching(reason), remedy: expect.stringMatching(remedy) })
  })

  test.each([
    "ftp://example.com/x",
    "file:///etc/hostname",
    "javascript:alert(1)",
    "data:text/html,hello",
    "http://",
    "http://user:secret@example.com/",
  ])("%s is not fetched", async url => expect((await failure(url)).rule).toBe("address"))

  test("a name that does not exist", async () => {
    const error = await failure("http://no-such-host.invalid/")
    expect(["no-such-host", "no-names"]).toContain(error.rule)
    expect(error.message).toContain("no-such-host.invalid")
  })

  test("a port where nobody listens", async () => {
    const closed = await serve(() => {})
    await closed.close()
    expect((await failure(closed.at)).rule).toBe("refused")
  })

  test("a server that does not speak HTTP, and https to one that speaks only http", async () => {
    const odd = createServer(socket => socket.end("220 mail.example ready\r\n"))
    await new Promise<void>(resolve => odd.listen(0, "127.0.0.1", resolve))
    const { port } = odd.address() as { port: number }
    expect((await failure(`http://127.0.0.1:${port}/`)).rule).toBe("not-http")
    expect((await failure(server.at.replace("http:", "https:"))).rule).toBe("tls")
    odd.close()
  })
})

describe("what a server sends is bounded", () => {
  const maxBytes = 100_000
  test.each(["/bomb", "/large", "/endless"])("in size: %s", async path => {
    const error = await failure(server.at + path, { maxBytes })
    expect(error.rule).toBe("too-large")
  })

  test.each(["/silent", "/stalls"])("in silence: %s", async path =>
    expect((await failure(server.at + path, { quietMs: 100 })).rule).toBe("timeout"),
  )

  test.each(["/silent", "/stalls", "/drips", "/endless"])("in time from beginning to end: %s", async path =>
    expect((await failure(server.at + path, { totalMs: 150, maxBytes: Number.POSITIVE_INFINITY })).rule).toBe("timeout"),
  )
})
