import { Unreadable } from "../core/index.ts"

/**
 * A page that could not be fetched. `rule` names the kind ("no-such-host", "timeout", "http-404"), `message` the reason and
 * `remedy` what the person can do, both phrases without a full stop; `cause` is the error underneath, where there is one.
 */
export class FetchFailed extends Unreadable {
  constructor(rule: string, reason: string, { remedy, cause }: { readonly remedy: string; readonly cause?: unknown }) {
    super(rule, reason, remedy)
    this.name = "FetchFailed"
    if (cause !== undefined) this.cause = cause
  }
}

/** Any error met while fetching from `host`, told as a `FetchFailed`. One that is unknown to us keeps its own words. */
export function explained(error: unknown, host: string): FetchFailed {
  if (error instanceof FetchFailed) return error
  const codes = codesOf(error)
  for (const [known, rule, reason, remedy] of TROUBLES) {
    const code = codes.find(code => known.test(code))
    if (code) return new FetchFailed(rule, reason.replace("HOST", host).replace("CODE", code), { remedy, cause: error })
  }
  const words = error instanceof Error ? error.message : String(error)
  return new FetchFailed("fetch", `${host} could not be read from (${words})`, { remedy: AGAIN, cause: error })
}

/** What an HTTP status that is no page says. `retryAfter` is the header of that name, in seconds, where the server sends it. */
export function refusedBy(status: number, retryAfter?: string): FetchFailed {
  const [reason, remedy] =
    STATUSES[status] ?? (status >= 500 ? ["the server has a fault", AGAIN] : ["the server does not hand it out", BROWSER])
  const wait = /^\d{1,9}$/.test(retryAfter ?? "") ? `, in ${retryAfter} seconds` : ""
  return new FetchFailed(`http-${status}`, `${reason} (HTTP ${status})`, { remedy: remedy === AGAIN ? `${remedy}${wait}` : remedy })
}

const AGAIN = "try again later"
const BROWSER = "open it in a browser, save the page, and read the file"
const NETWORK = "check the network connection"

const STATUSES: Readonly<Record<number, readonly [reason: string, remedy: string]>> = {
  401: ["the page asks for a login", "log in with a browser, save the page, and read the file"],
  402: ["the page is behind a paywall", "open it in a browser where you subscribe, save the page, and read the file"],
  403: ["the server refuses to hand it out, as paywalls and robot filters do", BROWSER],
  404: ["there is no page at this address", "check the address, or look for the page in a web archive"],
  407: ["the network asks for a proxy login", NETWORK],
  408: ["the server gave up waiting", AGAIN],
  410: ["the page was taken down", "look for a copy in a web archive"],
  425: ["the server is not ready", AGAIN],
  429: ["the server has had too many requests", AGAIN],
  451: ["the page is withheld for legal reasons where you are", "read it from a place where it is not, save the page, and read the file"],
}

/** Codes of Node, OpenSSL, zlib and undici, the first that fits decides. HOST and CODE stand for the host and the code. */
const TROUBLES: readonly (readonly [codes: RegExp, rule: string, reason: string, remedy: string])[] = [
  [/^ENOTFOUND$|^EAI_NONAME$/, "no-such-host", "no server is called HOST", "check the spelling of the address, and the network connection"],
  [/^EAI_/, "no-names", "the name HOST could not be looked up", NETWORK],
  [/^ECONNREFUSED$/, "refused", "HOST refuses the connection", "check the address and its port, or try again later"],
  [/^EHOSTUNREACH$|^ENETUNREACH$|^EADDRNOTAVAIL$|^ENETDOWN$/, "unreachable", "HOST cannot be reached from here", NETWORK],
  [/^UND_ERR_CONNECT_TIMEOUT$|^ETIMEDOUT$/, "timeout", "HOST did not answer the connection in time", AGAIN],
  [/^UND_ERR_HEADERS_TIMEOUT$/, "timeout", "HOST took the request but did not answer in time", AGAIN],
  [/^UND_ERR_BODY_TIMEOUT$/, "timeout", "HOST stopped sending in the middle of the page", AGAIN],
  [/^TimeoutError$/, "timeout", "HOST sends too slowly", AGAIN],
  [/^CERT_HAS_EXPIRED$/, "tls", "the certificate of HOST has expired", BROWSER],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, "tls", "the certificate shown belongs to someone other than HOST", "check the address"],
  [
    /SELF_SIGNED|^UNABLE_TO_|^CERT_|^ERR_TLS_/,
    "tls",
    "the certificate of HOST cannot be trusted (CODE)",
    "check the address, or save the page with a browser and read the file",
  ],
  [
    /^EPROTO$|^ERR_SSL_/,
    "tls",
    "no secure connection to HOST could be made (CODE)",
    "check the address: perhaps it begins with http:// and not https://",
  ],
  [/^ECONNRESET$|^EPIPE$|^UND_ERR_SOCKET$/, "broken-off", "HOST broke off the connection", AGAIN],
  [/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/, "broken-off", "HOST sent less than it announced", AGAIN],
  [/^HTTPParserError$|^UND_ERR_HEADERS_OVERFLOW$/, "not-http", "HOST does not answer as web servers do", "check the address and its port"],
  [/^Z_|^ERR__ERROR_FORMAT|^ERR_BROTLI/, "damaged", "the page arrived damaged: it cannot be unpacked", AGAIN],
]

/** The codes of an error and of its causes, outermost first. */
function codesOf(error: unknown): readonly string[] {
  const codes: string[] = []
  for (let at = error; at instanceof Error && codes.length < 20; at = at.cause) {
    if ("code" in at && typeof at.code === "string") codes.push(at.code)
    codes.push(at.name)
    if (at instanceof AggregateError) codes.push(...at.errors.map(each => String(each.code)))
  }
  return codes
}
