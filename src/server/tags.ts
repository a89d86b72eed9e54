import type { MiddlewareHandler } from "hono"
import { type Ledger, revision } from "../ledger/index.ts"

/** Paths whose answers follow from the ledger's entries alone, so that its revision tells whether they changed. */
const TAGGED = /^\/(?:api\/(?:claims|articles|agents|unnamed|judgements)(?:\/|$)|feeds\/)/

/**
 * An ETag of the ledger's revision on what follows from the ledger: who has an answer of this revision is told that nothing changed, before
 * anything is looked up. Answers of the same revision are kept and given again.
 */
export function tags(ledger: Ledger): MiddlewareHandler {
  const kept = new Kept(MOST_KEPT_CHARACTERS)
  const current = shared(() => revision(ledger.db))
  return async (context, next) => {
    const { req } = context
    if (req.method !== "GET" || !TAGGED.test(req.path)) return next()
    const now = await current()
    const tag = `"${now}"`
    const headers = { etag: tag, "cache-control": "no-cache", vary: "cookie, authorization" }
    if (isTag(req.header("if-none-match"), tag)) return new Response(null, { status: 304, headers })
    const address = req.url
    const known = kept.get(now, address)
    if (known) return new Response(known.body, { headers: { ...headers, "content-type": known.type } })
    await next()
    if (context.res.status !== 200) return
    const body = await context.res.text()
    const type = context.res.headers.get("content-type") ?? ""
    // Entries that came meanwhile may or may not be in it: only an answer of one revision is tagged and kept.
    const same = (await current()) === now
    if (same) kept.set(now, address, { body, type })
    context.res = new Response(body, {
      headers: same ? { ...headers, "content-type": type } : { "content-type": type, "cache-control": "no-cache" },
    })
  }
}

/**
 * Work that many ask for at once, done once for all who asked before it began; who asks while it is under way waits for the next. So everyone
 * is told what held after he asked.
 */
function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve()
  let waiting: Promise<T> | null = null
  return () => {
    waiting ??= running.then(() => {
      waiting = null
      const begun = work()
      running = begun.catch(() => {})
      return begun
    })
    return waiting
  }
}

/** Whether a header “If-None-Match” names a tag (RFC 9110, 13.1.2). */
export function isTag(header: string | undefined, tag: string): boolean {
  return (header ?? "").split(",").some(each => each.trim().replace(/^W\//, "") === tag || each.trim() === "*")
}

interface Body {
  readonly body: string
  readonly type: string
}

const MOST_KEPT_CHARACTERS = 16_000_000

/** Answers of one revision, up to so many characters; those used least lately go first. */
class Kept {
  readonly #most: number
  #revision = ""
  #characters = 0
  readonly #answers = new Map<string, Body>()

  constructor(most: number) {
    this.#most = most
  }

  get(revision: string, address: string): Body | undefined {
    if (revision !== this.#revision) return undefined
    const known = this.#answers.get(address)
    if (known) {
      this.#answers.delete(address)
      this.#answers.set(address, known)
    }
    return known
  }

  set(revision: string, address: string, answer: Body): void {
    if (revision !== this.#revision) {
      this.#answers.clear()
      this.#characters = 0
      this.#revision = revision
    }
    if (answer.body.length > this.#most / 4 || this.#answers.has(address)) return
    this.#answers.set(address, answer)
    this.#characters += answer.body.length
    for (const [oldest, { body }] of this.#answers) {
      if (this.#characters <= this.#most) return
      this.#answers.delete(oldest)
      this.#characters -= body.length
    }
  }
}
