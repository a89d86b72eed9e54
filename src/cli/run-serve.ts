import { Unavailable } from "../db/index.ts"
import { fetchPage } from "../fetch/index.ts"
import { type Db, meta, setMeta } from "../ledger/index.ts"
import { hashOf, type Listening, listen, makeApp, makeToken, USUAL_RATES, type World } from "../server/index.ts"
import { builtPages } from "./built-pages.ts"
import { complaint, remark } from "./complaint.ts"
import { type Opened, openAt, placeOf, troubleAt } from "./place.ts"
import { makeReader, type Reader } from "./reader.ts"
import { pagesInFile } from "./source.ts"
import { version } from "./version.ts"

/** The options of `hearsay serve`, as the command line gives them. */
export interface ServeOptions {
  readonly ledger?: string
  readonly host: string
  readonly port: number
  readonly name: readonly string[]
  readonly closed?: true
  readonly newToken?: true
  readonly allowPrivate?: true
}

/** Runs `hearsay serve` until it is told to stop; gives the exit status. */
export async function runServe(options: ServeOptions): Promise<0 | 1> {
  try {
    const opened = await openAt(placeOf(options.ledger), "hearsay serve")
    const reader = makeReader()
    try {
      await serve(opened, reader, options)
      return 0
    } finally {
      await reader.stop()
      await opened.close().catch(() => {})
    }
  } catch (error) {
    const { name, ...trouble } = await troubleAt(options.ledger, error)
    console.error(complaint(name, trouble))
    return 1
  }
}

async function serve(opened: Opened, reader: Reader, options: ServeOptions): Promise<void> {
  const { host, port } = options
  const { hash, token } = await tokenOf(opened.ledger.db, options.newToken === true)
  const app = makeApp(worldOf(opened, reader, hash, options))
  const stopping = signalled()
  const listening = await listen(app, host, port).catch((cause: unknown) => {
    throw cannotListen(host, port, cause)
  })
  greet(listening, opened.place, token, options)
  await stopping
  console.log("hearsay: stopping; what is under way is finished first")
  await listening.stop()
  await opened.tidy()
}

function worldOf({ ledger }: Opened, reader: Reader, tokenHash: string, { name, closed, allowPrivate }: ServeOptions): World {
  return {
    ledger,
    read: reader.read,
    fetchPage: url => fetchPage(url, { allowPrivate: allowPrivate === true }),
    pagesIn: pagesInFile,
    now: () => new Date().toISOString(),
    version: version(),
    tokenHash,
    readingOpen: closed !== true,
    names: name.map(each => each.toLowerCase()),
    pages: builtPages(),
    rates: USUAL_RATES,
    note: line => console.error(remark(line)),
  }
}

/** The token's hash, and the token itself where it was made just now. */
async function tokenOf(db: Db, renew: boolean): Promise<{ readonly hash: string; readonly token: string | null }> {
  const known = renew ? null : await meta(db, TOKEN)
  if (known) return { hash: known, token: null }
  const token = makeToken()
  await setMeta(db, TOKEN, hashOf(token))
  return { hash: hashOf(token), token }
}

const TOKEN = "token"

function greet({ url }: Listening, place: string, token: string | null, { host, closed }: ServeOptions): void {
  console.log(`Hearsay serves ${place} at ${url}`)
  if (token) console.log(`To add and correct, log in with this token. It is shown only now:\n  ${token}`)
  else console.log("To add and correct, log in with the token that was shown when the ledger was first served.")
  if (!isLoopback(host))
    console.log(
      closed
        ? "Others can reach it, and read with the token."
        : "Others can reach it, and read. To let only the holder of the token read: --closed",
    )
  console.log("Stop it with Ctrl-C.")
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host)
}

function signalled(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve())
  })
}

function cannotListen(host: string, port: number, cause: unknown): Unavailable {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : ""
  const [reason, remedy] = FAULTS[code] ?? [`it cannot be listened on (${code || String(cause)})`, "choose another with --host and --port"]
  return new Unavailable(`${host}:${port}`, reason, { remedy, cause })
}

const FAULTS: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  EADDRINUSE: ["the port is taken by another program", "choose another with --port, or --port 0 for any that is free"],
  EACCES: ["this port may not be used", "choose one above 1023 with --port"],
  EADDRNOTAVAIL: ["it is no address of this machine", "give one of its own with --host"],
  ENOTFOUND: ["there is no such address", "give one of this machine with --host"],
}
