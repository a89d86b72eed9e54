import { connect } from "node:net"
import { gzipSync } from "node:zlib"
import { type Attempt, HEADER_MS, statusOf, type Target } from "./target.ts"

const get = (family: string, path: string, ...right: readonly number[]): Attempt => ({
  family,
  name: path.length > 60 ? `${path.slice(0, 57)}…` : path,
  attempt: async ({ raw }) => {
    const told = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(told)?.[1])
    if (/root:.*:0:0:|"name": "hearsay",\n/.test(told)) return "gave a file away"
    return right.includes(status) ? null : `answered ${status}, not ${right.join(" or ")}`
  },
})

const PATHS: readonly Attempt[] = [
  "/../../../../etc/passwd",
  "/assets/../../../../etc/passwd",
  "/assets/..%2f..%2f..%2f..%2fetc%2fpasswd",
  "/assets/%2e%2e/%2e%2e/package.json",
  "/assets/..%5c..%5cpackage.json",
  "/assets/....//....//package.json",
  "/assets/%252e%252e%252fpackage.json",
  "/package.json",
  "/.git/config",
  "/assets//etc/passwd",
].map(path => get("paths", path, 404))

const ENCODED: readonly Attempt[] = [
  get("encodings", "/api/claims?about=%00", 400),
  get("encodings", "/api/claims?about=%ff%fe", 400),
  get("encodings", "/api/claims?about=%c0%ae%c0%ae", 400),
  get("encodings", "/api/claims/%ed%a0%80", 400),
  get("encodings", "/api/claims/%", 400),
  get("encodings", "/api/claims?at=%E2%80%AE2024-11-10", 400),
]

const json = (
  family: string,
  name: string,
  body: NonNullable<RequestInit["body"]>,
  right: readonly number[],
  headers: Readonly<Record<string, string>> = {},
  path = "/api/judgements",
): Attempt => ({
  family,
  name,
  attempt: async ({ send }) => statusOf(await send(path, body, headers), ...right),
})

const JUDGEMENT = (why: string) => `{"who":"Ana","why":"${why}","ruling":{"kind":"dismiss","id":"claim_00"}}`

const BODIES: readonly Attempt[] = [
  json("encodings", "JSON that is no UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), [400]),
  json("encodings", "JSON in UTF-16", new Uint8Array(Buffer.from(JUDGEMENT("x"), "utf16le")), [400]),
  json("encodings", "a NUL in a reason", JUDGEMENT("\\u0000"), [400]),
  json("encodings", "half a character in a reason", JUDGEMENT("\\ud800"), [400]),
  json("bodies", "JSON nested 200,000 deep", "[".repeat(200_000) + "]".repeat(200_000), [400]),
  json("bodies", "an object with __proto__", '{"__proto__":{"who":"Ana"},"constructor":{"prototype":{"x":1}}}', [400]),
  json("bodies", "25 MB of JSON", `"${"x".repeat(25_000_000)}"`, [413]),
  json(
    "bodies",
    "201 sources",
    JSON.stringify({ sources: Array.from({ length: 201 }, () => ({ kind: "url", url: "https://a.example" })) }),
    [400],
    {},
    "/api/articles",
  ),
  json(
    "bodies",
    "a text of 3 million characters",
    JSON.stringify({ sources: [{ kind: "text", text: "x".repeat(3_000_000) }] }),
    [400],
    {},
    "/api/articles",
  ),
  json("bodies", "a form without a boundary", "x", [400], { "content-type": "multipart/form-data" }, "/api/articles"),
  json(
    "bodies",
    "a form that never ends",
    "--b\r\nContent-Disposition: form-data; name=x\r\n\r\n",
    [400],
    { "content-type": "multipart/form-data; boundary=b" },
    "/api/articles",
  ),
  json(
    "bodies",
    "XML with an entity that opens a file",
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    [415],
    { "content-type": "application/xml" },
    "/api/articles",
  ),
  json("bombs", "gzip of 1 GB", bomb(), [413], { "content-encoding": "gzip" }),
  json("bombs", "gzip of gzip", gzipSync(gzipSync(Buffer.alloc(1_000_000))), [400], { "content-encoding": "gzip" }),
  json("bombs", "gzip that breaks off", gzipSync(Buffer.from(JUDGEMENT("x"))).subarray(0, 30), [400], { "content-encoding": "gzip" }),
  json("bombs", "an encoding nobody knows", "x", [415], { "content-encoding": "br, gzip, zstd" }),
  {
    family: "bodies",
    name: "25 MB in chunks of unknown number",
    attempt: async ({ url, token, raw: _ }) => {
      const piece = new Uint8Array(250_000)
      let left = 100
      const body = new ReadableStream<Uint8Array>({ pull: out => (left-- > 0 ? out.enqueue(piece) : out.close()) })
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
      const init = { method: "POST", body, headers, duplex: "half" }
      try {
        return statusOf(await fetch(`${url}/api/judgements`, init as RequestInit), 413)
      } catch {
        return null // Cut off in the middle is right as well.
      }
    },
  },
]

/** Ten gigabytes could be had as easily; one is enough to see. */
function bomb(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(Buffer.alloc(1_000_000_000), { level: 9 }))
}

const SQL: readonly Attempt[] = [
  ["/api/claims?about=", 200, "'; drop table claim; --"],
  ["/api/claims?about=", 200, "x' union select value from meta --"],
  ["/api/claims?about=", 200, "!!! & | <-> ((( :*\\"],
  ["/api/claims?about=", 200, '"'.repeat(199)],
  ["/api/claims?outlet=", 200, "') or true --"],
  ["/api/claims?agent=", 200, "agent_00' or '1'='1"],
  ["/api/claims?order=", 400, "weight; drop table claim"],
  ["/api/claims?limit=", 400, "1; drop table claim"],
  ["/api/claims?since=", 400, "' or 1=1"],
  ["/api/claims?since=", 200, "2024' or 1=1"],
  ["/api/claims?at=", 400, "2024-11-10'; drop table claim"],
  ["/api/claims?cursor=", 200, "1e999'; drop table claim~claim_00"],
  ["/api/claims?cursor=", 400, "1e999~claim_00"],
  ["/api/articles?cursor=", 400, "99999999999999999999~article_00"],
  ["/api/agents?name=", 200, "%' or name like '%"],
  ["/api/claims/", 404, "claim_00' or '1'='1"],
].map(([path, right, words]) => ({
  family: "SQL",
  name: `${path}${words}`,
  attempt: async ({ ask }: Target) => {
    const response = await ask(`${path}${encodeURIComponent(String(words))}`)
    const told = await response.text()
    if (/syntax|postgres|pg_|token|SELECT/i.test(told) && response.status >= 400) return "told of the database"
    if (path === "/api/claims?agent=" && (JSON.parse(told) as { items: unknown[] }).items.length > 0) return "found what it should not"
    return statusOf(response, Number(right))
  },
}))

const HOST = "Host: localhost\r\n"
const headers = (name: string, words: string, ...right: readonly (number | null)[]): Attempt => ({
  family: "headers",
  name,
  attempt: async ({ raw }) => {
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(await raw(words))?.[1] ?? Number.NaN)
    return right.includes(Number.isNaN(status) ? null : status) ? null : `answered ${status}, not ${right.join(" or ")}`
  },
})

const HEADERS: readonly Attempt[] = [
  headers("a foreign Host", "GET /api/claims HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421),
  headers("a Host that begins as ours", "GET /api/claims HTTP/1.1\r\nHost: localhost.evil.example\r\nConnection: close\r\n\r\n", 421),
  headers("a Host with a path in it", "GET /api/claims HTTP/1.1\r\nHost: evil.example/localhost\r\nConnection: close\r\n\r\n", 400, 421),
  headers("two Hosts", "GET /api/claims HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 200, 400, 421),
  headers("no Host", "GET /api/claims HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
  headers(
    "a foreign address in the request line",
    "GET http://evil.example/api/claims HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    400,
    421,
  ),
  headers("two lengths", `POST /api/session HTTP/1.1\r\n${HOST}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x`, 400),
  headers(
    "a length and chunks",
    `POST /api/session HTTP/1.1\r\n${HOST}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
  ),
  headers("a negative length", `POST /api/session HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n`, 400),
  headers(
    "chunks without a size",
    `POST /api/session HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`,
    400,
  ),
  headers("a header of 40 kB", `GET /api HTTP/1.1\r\n${HOST}X: ${"x".repeat(40_000)}\r\n\r\n`, 431),
  headers("20,000 headers", `GET /api HTTP/1.1\r\n${HOST}${"X: y\r\n".repeat(20_000)}\r\n`, 431),
  headers("an address of 10 kB", `GET /api/claims?about=${"x".repeat(10_000)} HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`, 414),
  headers("TRACE", `TRACE /api HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`, 400, 404, 405),
  headers("CONNECT", `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}\r\n`, 400, 404, 405, null),
  headers("a method that is none", `BREW /api/claims HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`, 400, 405),
  headers("a line break in an id", `GET /api/claims/x%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`, 404),
  headers(
    "a cookie that was never given",
    `POST /api/judgements HTTP/1.1\r\n${HOST}Cookie: hearsay=${"a".repeat(43)}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
    401,
  ),
  headers(
    "a password instead of a token",
    `POST /api/judgements HTTP/1.1\r\n${HOST}Authorization: Basic YWRtaW46YWRtaW4=\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    401,
  ),
  headers("an overriding method", `GET /api/session HTTP/1.1\r\n${HOST}X-HTTP-Method-Override: DELETE\r\nConnection: close\r\n\r\n`, 405),
  headers("TLS on a plain port", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
  {
    family: "headers",
    name: "a page of another site that judges",
    attempt: async ({ send }) => statusOf(await send("/api/judgements", JUDGEMENT("x"), { origin: "https://evil.example" }), 403),
  },
]

const SLOW: readonly Attempt[] = [
  slow("a header that never ends", `GET /api HTTP/1.1\r\n${HOST}X-`, "a"),
  slow(
    "a body that never ends",
    `POST /api/session HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n`,
    " ",
  ),
  { family: "slow", name: "200 who connect and say nothing", attempt: quiet },
]

/** A drop every now and then, which would keep a careless server waiting for ever. */
function slow(name: string, begin: string, drop: string): Attempt {
  return {
    family: "slow",
    name,
    attempt: ({ url }) =>
      new Promise(resolve => {
        const begun = Date.now()
        const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(begin))
        const drops = setInterval(() => socket.write(drop), 200)
        const end = (told: string | null) => {
          clearInterval(drops)
          clearTimeout(late)
          socket.destroy()
          resolve(told)
        }
        const late = setTimeout(() => end(`was listened to for ${Date.now() - begun} ms`), 6 * HEADER_MS)
        socket.on("error", () => {})
        socket.on("close", () => end(null))
      }),
  }
}

async function quiet({ url, ask }: Target): Promise<string | null> {
  const sockets = Array.from({ length: 200 }, () => connect(Number(new URL(url).port), "127.0.0.1").on("error", () => {}))
  try {
    await new Promise(resolve => setTimeout(resolve, 300))
    return statusOf(await ask("/api"), 200)
  } finally {
    for (const socket of sockets) socket.destroy()
  }
}

/** What is tried with requests alone. */
export const REQUESTS: readonly Attempt[] = [...PATHS, ...ENCODED, ...BODIES, ...SQL, ...HEADERS, ...SLOW]
