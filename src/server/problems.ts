import { Unreadable } from "../core/index.ts"
import { Refused } from "../ledger/index.ts"
import type { Problem } from "./contract/index.ts"

/** A request that is answered with a problem. `reason` and `remedy` are whole phrases without a full stop. */
export class Wrong extends Error {
  readonly kind: Kind
  readonly remedy: string
  readonly errors: Problem["errors"]
  readonly headers: Readonly<Record<string, string>>
  constructor(kind: Kind, reason: string, remedy: string, { errors, headers = {} }: More = {}) {
    super(reason)
    this.name = "Wrong"
    this.kind = kind
    this.remedy = remedy
    this.errors = errors
    this.headers = headers
  }
}

interface More {
  readonly errors?: Problem["errors"]
  readonly headers?: Readonly<Record<string, string>>
}

/** Every kind of problem, with its status and title (RFC 9110, RFC 6585). */
const KINDS = {
  malformed: [400, "The request is malformed"],
  "token-missing": [401, "A token is needed"],
  forbidden: [403, "Not allowed"],
  "not-found": [404, "Not found"],
  "method-not-allowed": [405, "Not done that way"],
  timeout: [408, "Too slow"],
  "too-large": [413, "Too large"],
  "address-too-long": [414, "The address is too long"],
  "wrong-type": [415, "Not a type that is read here"],
  misdirected: [421, "Asked under a foreign name"],
  refused: [422, "The ledger does not do that"],
  unreadable: [422, "It cannot be read"],
  "too-many": [429, "Too many requests"],
  fault: [500, "A fault in Hearsay"],
  unavailable: [503, "Not now"],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>

export type Kind = keyof typeof KINDS

/** An error as the answer to whoever asked. Of our own faults it tells nothing but that they are. */
export function problemOf(error: unknown, method: string): Response {
  const wrong = wrongOf(error, method)
  const [status, title] = KINDS[wrong.kind]
  const body: Problem = {
    type: `urn:hearsay:problem:${wrong.kind}`,
    title,
    status,
    detail: wrong.message,
    remedy: wrong.remedy,
    ...(wrong.errors && { errors: wrong.errors }),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...wrong.headers },
  })
}

/** Whether an error is our own fault, for the server's own screen. */
export function isFault(error: unknown): boolean {
  return wrongOf(error, "GET").kind === "fault"
}

function wrongOf(error: unknown, method: string): Wrong {
  if (error instanceof Wrong) return error
  if (error instanceof Refused) return new Wrong(method === "GET" ? "malformed" : "refused", error.message, error.remedy)
  if (error instanceof Unreadable) return new Wrong("unreadable", error.message, error.remedy)
  if (isOutOfRange(error)) return new Wrong("malformed", "a value is outside of what the ledger can hold", "check numbers and cursors")
  if (isUnavailable(error)) return new Wrong("unavailable", error.message, error.remedy, { headers: { "retry-after": "5" } })
  return new Wrong(
    "fault",
    "Hearsay failed on this request",
    "this is a fault in Hearsay, please report it with the address that was asked for",
  )
}

/** A number too large, a text that no column takes (PostgreSQL's manual, appendix A, class 22). */
function isOutOfRange(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^22...$/.test(String(error.code))
}

/** A store that is full or away says so with a remedy, whatever room it comes from. */
function isUnavailable(error: unknown): error is Error & { readonly remedy: string } {
  return error instanceof Error && error.name === "Unavailable" && "remedy" in error && typeof error.remedy === "string"
}

/** What went wrong with one source, in words. */
export function troubleOf(error: unknown): { readonly reason: string; readonly remedy: string } {
  const { message, remedy } = wrongOf(error, "POST")
  return { reason: message, remedy }
}
