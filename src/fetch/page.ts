import { Agent, type Dispatcher, request } from "undici"
import type { HtmlPage, TextPage } from "../core/index.ts"
import { bodyOf, ENCODINGS } from "./body.ts"
import { explained, FetchFailed, refusedBy } from "./failure.ts"
import { type Allows, guardedConnector } from "./guard.ts"

/** How far fetching goes. Times in milliseconds. */
export interface FetchOptions {
  /**
   * Whether addresses of this machine and of private networks are connected to: a yes to all of them, or a function that
   * says yes to some, by address. Default: none.
   */
  readonly allowPrivate?: boolean | Allows
  /** Default 20,000,000: of what is sent, and again of what that unpacks to. */
  readonly maxBytes?: number
  /** Default 10: hops from the first address to the page. */
  readonly maxRedirects?: number
  /** Default 10,000: from the look-up of the name to an open connection, at each hop. */
  readonly connectMs?: number
  /** Default 15,000: from the request to the header of the answer, and between two pieces of the body. */
  readonly quietMs?: number
  /** Default 30,000: from beginning to end, all redirects and every slow drop included. */
  readonly totalMs?: number
}

/** Says who asks; not a browser, and not a crawler: one page, because a person asked for it. */
const USER_AGENT = "Hearsay/0.1 (reads one news page at a person's request)"

const DEFAULTS: Required<FetchOptions> = {
  allowPrivate: false,
  maxBytes: 20_000_000,
  maxRedirects: 10,
  connectMs: 10_000,
  quietMs: 15_000,
  totalMs: 30_000,
}

/**
 * Fetches one page, once: no second try, no cookies, no scripts. Redirects are followed by hand, so that the guard sees each
 * hop. The page's `url` is where it was found in the end. HTML, XHTML and plain text are pages; all else throws, as does every
 * failure on the way: always a `FetchFailed`. Proxies set in the environment are not used: the guard could not see past them.
 */
export async function fetchPage(url: string, options: FetchOptions = {}): Promise<HtmlPage | TextPage> {
  const limits = { ...DEFAULTS, ...options }
  const signal = AbortSignal.timeout(limits.totalMs)
  const agent = guardedAgent(limits)
  let hop = addressOf(url)
  try {
    const passed: string[] = []
    for (;;) {
      const answer = await request(hop, { dispatcher: agent, signal, headers: HEADERS })
      const next = redirectOf(answer, hop)
      if (!next) return await pageOf(answer, hop, limits.maxBytes)
      answer.body.on("error", () => {}).destroy()
      passed.push(hop.href)
      checkRedirect(next, passed, limits.maxRedirects)
      hop = next
    }
  } catch (error) {
    throw explained(error, hop.host)
  } finally {
    await agent.destroy()
  }
}

const HEADERS = {
  "user-agent": USER_AGENT,
  accept: "text/html, application/xhtml+xml, text/plain;q=0.8",
  "accept-language": "en",
  "accept-encoding": ENCODINGS,
}

function guardedAgent({ allowPrivate, connectMs, quietMs }: Required<FetchOptions>): Agent {
  const allows = typeof allowPrivate === "function" ? allowPrivate : () => allowPrivate
  return new Agent({
    connect: guardedConnector(connectMs, allows),
    headersTimeout: quietMs,
    bodyTimeout: quietMs,
    // News sites send long Content-Security-Policy headers; the default is 16 kB.
    maxHeaderSize: 65_536,
  })
}

/** The address as the URL standard reads it, without the fragment, which servers never see. Throws for all but http and https. */
function addressOf(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new FetchFailed("address", "this is no address", { remedy: "check its spelling" })
  const url = new URL(text, base)
  if (url.protocol !== "http:" && url.protocol !== "https:") throw notWeb(url)
  if (url.username || url.password)
    throw new FetchFailed("address", "the address holds a name or password, which is not sent", { remedy: "leave it out of the address" })
  url.hash = ""
  return url
}

function notWeb({ protocol }: URL): FetchFailed {
  const remedy = protocol === "file:" ? "give the path of the file instead" : "save the page and read the file"
  return new FetchFailed("address", `only http and https addresses are fetched, not ${protocol.slice(0, 20)}`, { remedy })
}

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData, from: URL): URL | null {
  if (!REDIRECTS.has(statusCode)) return null
  const location = only(headers.location)
  if (location) return addressOf(location, from)
  throw new FetchFailed("redirect", `${from.host} redirects to nowhere (HTTP ${statusCode})`, {
    remedy: "open it in a browser and give the address you end at",
  })
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

function checkRedirect(next: URL, passed: readonly string[], maxRedirects: number): void {
  const remedy = "open it in a browser, save the page, and read the file"
  const seen = passed.indexOf(next.href)
  if (seen >= 0) throw new FetchFailed("redirect-ring", `the address redirects in a ring (${ringOf(passed.slice(seen))})`, { remedy })
  if (passed.length > maxRedirects) throw new FetchFailed("redirects", `the address redirects more than ${maxRedirects} times`, { remedy })
}

/** “to itself”, or the hops; a long ring by its beginning. */
function ringOf(hops: readonly string[]): string {
  if (hops.length === 1) return "to itself"
  const shown = hops.slice(0, 3).join(" → ")
  return hops.length > 3 ? `${shown} → … → ${hops[0]}` : `${shown} → ${hops[0]}`
}

async function pageOf({ statusCode, headers, body }: Dispatcher.ResponseData, url: URL, maxBytes: number): Promise<HtmlPage | TextPage> {
  if (statusCode < 200 || statusCode > 299) throw refusedBy(statusCode, only(headers["retry-after"]))
  const type = contentTypeOf(only(headers["content-type"]) ?? "")
  const length = Number.parseInt(only(headers["content-length"]) ?? "", 10)
  const packing = { encoding: [headers["content-encoding"] ?? []].flat().join(","), length: Number.isNaN(length) ? null : length }
  const content = await bodyOf(body, packing, maxBytes)
  const kind = type.kind ?? kindOf(content)
  return { kind, content, url: url.href, ...(type.charset && { charset: type.charset }) }
}

/** “text/html; charset=iso-8859-1”. The kind is null where the server names no type; a type that is no page throws. */
function contentTypeOf(header: string): { readonly kind: "html" | "text" | null; readonly charset: string | null } {
  const name = (header.split(/[;,]/, 1)[0] ?? "").trim().toLowerCase()
  const charset = /charset\s*=\s*["']?([\w.:+-]{1,40})/i.exec(header)?.[1] ?? null
  if (name === "") return { kind: null, charset }
  if (name === "text/html" || name === "application/xhtml+xml") return { kind: "html", charset }
  if (name === "text/plain") return { kind: "text", charset }
  throw new FetchFailed("content-type", `it is no page but ${name.slice(0, 60)}`, {
    remedy: REMEDIES[name] ?? "give the address of an article",
  })
}

const REMEDIES: Readonly<Record<string, string>> = {
  "application/pdf": "save its text (pdftotext FILE) and read the file",
  "application/json": "write records {url, publisher, title, authors, published, text}, one a line, and read the file",
  "application/rss+xml": "give the addresses of the articles in this feed",
  "application/atom+xml": "give the addresses of the articles in this feed",
  "application/xml": "give the address of an article",
}

/** For servers that name no type: what begins with a tag is HTML. */
function kindOf(content: Uint8Array): "html" | "text" {
  const start = new TextDecoder().decode(content.subarray(0, 512))
  return /^\s*</.test(start) ? "html" : "text"
}

function only(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}
