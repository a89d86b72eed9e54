import { gzipSync } from "node:zlib"
import { type Attempt, type SitePage, statusOf, type Target } from "./target.ts"

const SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
const TEXT = `Mayor Elena Ruiz denied on Friday that the north gate was locked. Martin Brask, a spokesman for the ferry line, said the gate “was never locked ${SCRIPT}.”`

/** Answers in which an article's words could do something, if any could. */
async function told({ ask }: Target, article: string | null): Promise<readonly Response[]> {
  const paths = [
    "/api/claims",
    "/api/articles",
    "/api/unnamed",
    "/api/judgements",
    "/api/agents?name=Ruiz",
    "/feeds/claims",
    "/api/export",
    "/api/export?format=csv",
  ]
  return Promise.all([...paths, ...(article ? [`/api/articles/${article}`] : [])].map(path => ask(path)))
}

/** Words of an article are data everywhere: JSON that no browser takes for a page, XML in which they are escaped, or a file to keep. */
async function isTame(target: Target, article: string | null): Promise<string | null> {
  for (const response of await told(target, article)) {
    const type = response.headers.get("content-type") ?? ""
    const path = new URL(response.url).pathname
    const body = await response.text()
    if (!response.ok) return `${path} answered ${response.status}`
    if (response.headers.get("x-content-type-options") !== "nosniff") return `${path} lets browsers guess its type`
    if (/html|svg|javascript/.test(type)) return `${path} is ${type}`
    if (type.includes("xml") && /<script|<img|onerror=[^&]*>/.test(body.replace(/&lt;/g, ""))) return `${path} holds a tag of an article`
  }
  return null
}

const record = (field: string, fields: object): Attempt => ({
  family: "script",
  name: `in a text's ${field}`,
  attempt: async target => {
    const job = await target.add({ sources: [{ kind: "text", text: TEXT, ...fields }] })
    return isTame(target, job.items[0]!.article)
  },
})

const html = (field: string, page: string): Attempt => ({
  family: "script",
  name: `in a page's ${field}`,
  attempt: async target => {
    const form = new FormData()
    form.append("file", new File([page], "story.html"))
    const response = await target.ask("/api/articles", { method: "POST", body: form, headers: { authorization: `Bearer ${target.token}` } })
    const job = await target.done(response)
    return isTame(target, job.items[0]!.article)
  },
})

const escaped = SCRIPT.replaceAll("<", "&lt;")
const page = (head: string, body = `<p>${TEXT}</p>`) =>
  `<html><head>${head}</head><body><article><h1>Gate</h1>${body}</article></body></html>`

const SCRIPTS: readonly Attempt[] = [
  record("words", { text: TEXT }),
  record("title", { title: SCRIPT }),
  record("address", { url: `javascript:alert(1)//${SCRIPT}` }),
  record("authors", { authors: [SCRIPT, "By </name><script>"] }),
  html("title", page(`<title>${escaped}</title><meta property="og:title" content="${escaped}">`)),
  html("publisher", page(`<meta property="og:site_name" content="${escaped}">`)),
  html("byline", page(`<meta name="author" content="${escaped}">`, `<p class="byline">By ${escaped}</p><p>${TEXT}</p>`)),
  html("dates", page(`<meta property="article:published_time" content="2024-11-10${escaped}">`)),
  html("canonical address", page(`<link rel="canonical" href="javascript:alert(1)">`)),
  html(
    "JSON-LD",
    page(
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(escaped)},"publisher":{"name":"]]>${escaped}"}}</script>`,
    ),
  ),
  html(
    "paragraphs, escaped",
    page("", `<p>Mayor Elena Ruiz said “${escaped}” on Friday.</p><p>${escaped} was not open, Martin Brask said.</p>`),
  ),
  html("captions and alternatives", page("", `<p>${TEXT}</p><figure><img alt="${escaped}"><figcaption>${escaped}</figcaption></figure>`)),
  {
    family: "script",
    name: "in a file's name",
    attempt: async target => {
      const form = new FormData()
      form.append("file", new File([TEXT], `"><svg onload=alert(1)>../../x.txt`))
      const job = await target.done(
        await target.ask("/api/articles", { method: "POST", body: form, headers: { authorization: `Bearer ${target.token}` } }),
      )
      return isTame(target, job.items[0]!.article)
    },
  },
  {
    family: "script",
    name: "in a judgement",
    attempt: async target => {
      const { items } = (await (await target.ask("/api/claims")).json()) as { items: { id: string }[] }
      const body = JSON.stringify({ who: SCRIPT, why: `]]>${SCRIPT}`, ruling: { kind: "confirm", id: items[0]!.id } })
      return statusOf(await target.send("/api/judgements", body), 201) ?? isTame(target, null)
    },
  },
  {
    family: "script",
    name: "in a search, told back in its feed",
    attempt: async ({ ask }) => {
      const xml = await (await ask(`/feeds/claims?about=${encodeURIComponent(SCRIPT)}`)).text()
      return /<script|<img/.test(xml) ? "the feed holds a tag of the search" : null
    },
  },
]

/** Every way to write this very machine, and others nearby. PORT is the secret server's. */
const PRIVATE = [
  "http://127.0.0.1:PORT/",
  "http://localhost:PORT/",
  "http://LOCALHOST.:PORT/",
  "http://127.1:PORT/",
  "http://2130706433:PORT/",
  "http://0x7f000001:PORT/",
  "http://0177.0.0.1:PORT/",
  "http://127.0.0.1.:PORT/",
  "http://127。0。0。1:PORT/",
  "http://①②⑦.⓪.⓪.①:PORT/",
  "http://%31%32%37.0.0.1:PORT/",
  "http://0.0.0.0:PORT/",
  "http://0:PORT/",
  "http://[::1]:PORT/",
  "http://[::]:PORT/",
  "http://[::ffff:127.0.0.1]:PORT/",
  "http://[::ffff:7f00:1]:PORT/",
  "http://[64:ff9b::7f00:1]:PORT/",
  "http://evil.example@127.0.0.1:PORT/",
  "http://127.0.0.1:PORT#@evil.example/",
  "http://127.0.0.1:PORT\\@evil.example/",
  "http://169.254.169.254/latest/meta-data/",
  "http://10.0.0.1/",
  "http://172.16.0.1/",
  "http://192.168.0.1/",
  "http://100.64.0.1/",
  "http://[fe80::1]/",
  "http://[fd00::1]/",
  "file:///etc/passwd",
  "ftp://127.0.0.1:PORT/",
  "gopher://127.0.0.1:PORT/_GET",
  "data:text/html,<p>x</p>",
  "javascript:alert(1)",
  "//127.0.0.1:PORT/",
]

const unopened = (family: string, name: string, address: (target: Target) => string): Attempt => ({
  family,
  name,
  attempt: async target => {
    const before = target.secret.visits()
    const job = await target.add({ sources: [{ kind: "url", url: address(target) }] })
    if (target.secret.visits() !== before) return "the secret server was opened"
    return job.failed === 1 && job.items[0]!.problem?.remedy ? null : `the job ended as ${JSON.stringify(job.items)}`
  },
})

const ADDRESSES: readonly Attempt[] = PRIVATE.map(address =>
  unopened("private addresses", address, ({ secret }) => address.replace("PORT", String(secret.port))),
)

const REDIRECTS: readonly Attempt[] = ["to-secret", "to-number", "to-mapped", "to-file", "in-two-hops", "ring"].map(path =>
  unopened("redirects", path, ({ site }) => `${site}/${path}`),
)

const BOMBS: readonly Attempt[] = ["bomb", "bomb-deflate", "endless"].map(path =>
  unopened("bombs", `a page: ${path}`, ({ site }) => `${site}/${path}`),
)

const heavy = (name: string, content: string): Attempt => ({
  family: "heavy pages",
  name,
  attempt: async target => {
    const form = new FormData()
    form.append("file", new File([content], "story.html"))
    const response = await target.ask("/api/articles", { method: "POST", body: form, headers: { authorization: `Bearer ${target.token}` } })
    if (response.status !== 202) return statusOf(response, 413)
    const job = target.done(response)
    const begun = Date.now()
    const meanwhile = await target.ask("/api/openapi.json")
    if (!meanwhile.ok || Date.now() - begun > MOST_WAIT_MS) return `others waited ${Date.now() - begun} ms`
    return (await job).done === 1 ? null : "the job did not end"
  },
})

const MOST_WAIT_MS = 3000

const HEAVY: readonly Attempt[] = [
  heavy("elements nested 50,000 deep", page("", "<div>".repeat(50_000) + TEXT)),
  heavy("300,000 elements", page("", "<p>x</p>".repeat(300_000))),
  heavy("one word of 2 million letters", page("", `<p>${"x".repeat(2_000_000)}</p>`)),
  heavy("200,000 quotation marks", page("", `<p>Elena Ruiz said ${"“".repeat(100_000)}${"”".repeat(100_000)}</p>`)),
  heavy("100,000 attributes", page("", `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=b`).join(" ")}>${TEXT}</p>`)),
]

/** What is tried with what a page holds, and with where it is. */
export const PAGES: readonly Attempt[] = [...SCRIPTS, ...ADDRESSES, ...REDIRECTS, ...BOMBS, ...HEAVY]

/** What the site that means no good answers. */
export function evilSite(secretPort: () => number): (path: string) => SitePage | null {
  const to = (location: string): SitePage => ({ status: 302, headers: { location }, body: "" })
  return path => {
    const port = secretPort()
    if (path === "/to-secret") return to(`http://127.0.0.1:${port}/`)
    if (path === "/to-number") return { ...to(`http://2130706433:${port}/`), status: 307 }
    if (path === "/to-mapped") return { ...to(`http://[::ffff:127.0.0.1]:${port}/`), status: 308 }
    if (path === "/to-file") return to("file:///etc/passwd")
    if (path === "/in-two-hops") return to("/to-secret")
    if (path === "/ring") return to("/ring")
    if (path === "/bomb") return { headers: { "content-encoding": "gzip" }, body: gzipSync(Buffer.alloc(200_000_000)) }
    if (path === "/bomb-deflate")
      return { headers: { "content-encoding": "gzip, gzip" }, body: gzipSync(gzipSync(Buffer.alloc(200_000_000))) }
    if (path === "/endless") return { body: `<p>${"x".repeat(30_000_000)}` }
    return null
  }
}
