import { createHash, randomBytes, timingSafeEqual } from "node:crypto"
import type { Right } from "../contract/index.ts"
import { Wrong } from "../problems.ts"

/** A new token for writing: 256 bits that nobody guesses. */
export function makeToken(): string {
  return `hearsay_${randomBytes(32).toString("base64url")}`
}

/** What is kept of a token. A random token of 256 bits needs no slow hash. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex")
}

export interface Allowed {
  readonly reading: boolean
  readonly writing: boolean
}

const COOKIE = "hearsay"
const SESSION_S = 12 * 60 * 60
const MOST_SESSIONS = 1000

/** Who may read and write: whoever holds the token, or a cookie that was given for it. */
export class Rights {
  readonly #tokenHash: string
  readonly #readingOpen: boolean
  readonly #now: () => number
  /** Hashes of the cookies given, and when each ends, in milliseconds. */
  readonly #sessions = new Map<string, number>()

  constructor({ tokenHash, readingOpen, now }: { readonly tokenHash: string; readonly readingOpen: boolean; readonly now: () => number }) {
    this.#tokenHash = tokenHash
    this.#readingOpen = readingOpen
    this.#now = now
  }

  of(request: Request): Allowed {
    const token = /^Bearer ([\w-]{1,200})$/i.exec(request.headers.get("authorization") ?? "")?.[1]
    const writing = token !== undefined ? this.#isToken(token) : this.#isSession(request)
    return { writing, reading: writing || this.#readingOpen }
  }

  /** Throws `Wrong` where the one who asks may not do that. */
  check(request: Request, right: Right): void {
    const { reading, writing } = this.of(request)
    if (right === "none" || (right === "read" && reading) || writing) return
    const reason = right === "read" ? "this server is not open to all" : "only the holder of the token may change the ledger"
    throw new Wrong("token-missing", reason, REMEDY, { headers: { "www-authenticate": 'Bearer realm="hearsay"' } })
  }

  /** The header that sets a cookie for a right token. Throws `Wrong` for a wrong one. */
  logIn(token: string, secure: boolean): string {
    if (!this.#isToken(token)) throw new Wrong("token-missing", "that is not the token", REMEDY)
    const session = randomBytes(32).toString("base64url")
    this.#sessions.set(hashOf(session), this.#now() + SESSION_S * 1000)
    const [oldest] = this.#sessions.keys()
    if (this.#sessions.size > MOST_SESSIONS) this.#sessions.delete(oldest!)
    return cookie(session, SESSION_S, secure)
  }

  logOut(request: Request): string {
    const session = sessionOf(request)
    if (session) this.#sessions.delete(hashOf(session))
    return cookie("", 0, false)
  }

  #isToken(token: string): boolean {
    return timingSafeEqual(Buffer.from(hashOf(token), "hex"), Buffer.from(this.#tokenHash, "hex"))
  }

  #isSession(request: Request): boolean {
    const session = sessionOf(request)
    const ends = session === null ? undefined : this.#sessions.get(hashOf(session))
    return ends !== undefined && ends > this.#now()
  }
}

const REMEDY = "give the token that was printed when the server was first started; hearsay serve --new-token makes a new one"

function sessionOf(request: Request): string | null {
  return new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{1,100})(?:;|$)`).exec(request.headers.get("cookie") ?? "")?.[1] ?? null
}

function cookie(value: string, seconds: number, secure: boolean): string {
  return `${COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`
}
