/**
 * The place where a ledger is kept cannot be used: locked, full, foreign, away. `message` is the reason, `remedy` what the person can do;
 * both are whole phrases without a full stop. `passing` where trying again may help.
 */
export class Unavailable extends Error {
  readonly place: string
  readonly remedy: string
  readonly passing: boolean
  constructor(place: string, reason: string, { remedy, cause, passing = false }: Remedy) {
    super(reason, { cause })
    this.name = "Unavailable"
    this.place = place
    this.remedy = remedy
    this.passing = passing
  }
}

interface Remedy {
  readonly remedy: string
  readonly cause?: unknown
  /** Defaults to false. */
  readonly passing?: boolean
}

/** An error of the operating system or of the database at this place, in words; null for one that is our own fault. */
export function unavailable(place: string, cause: unknown): Unavailable | null {
  if (cause instanceof Unavailable) return cause
  const code = codeOf(cause)
  const [reason, remedy] = FAULTS[code] ?? FAULTS[code.slice(0, 2)] ?? cutOff(cause) ?? []
  return reason && remedy ? new Unavailable(place, reason, { remedy, cause, passing: PASSING.test(code) || code === "" }) : null
}

/** Errors without a code that `pg` gives when a connection breaks. */
function cutOff(cause: unknown): readonly [string, string] | null {
  const words = cause instanceof Error ? cause.message : ""
  return /connection (?:terminated|ended)|client has encountered a connection error|timeout exceeded when trying to connect/i.test(words)
    ? GONE
    : null
}

const GONE = ["the connection to the database broke", "run the same command again; what was acknowledged is kept"] as const
const AWAY = ["no database answers there", "start PostgreSQL, or check host and port"] as const

/** Codes of the system, and of PostgreSQL (its manual, appendix A), whole or by class. */
const FAULTS: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  ENOSPC: ["its disk is full", "make room, and run the same command again"],
  EDQUOT: ["your share of its disk is full", "make room, and run the same command again"],
  EACCES: ["it may not be written to", "choose a folder of yours with --ledger"],
  EPERM: ["it may not be written to", "choose a folder of yours with --ledger"],
  EROFS: ["it may only be read", "choose another folder with --ledger"],
  ENOTDIR: ["it leads through a file", "choose a folder with --ledger"],
  EEXIST: ["it is a file", "choose a folder with --ledger"],
  ENAMETOOLONG: ["its path is too long", "choose a shorter one with --ledger"],
  ECONNREFUSED: AWAY,
  ETIMEDOUT: AWAY,
  EHOSTUNREACH: AWAY,
  ENETUNREACH: AWAY,
  ENOTFOUND: ["there is no such host", "check the address after postgres://"],
  EAI_AGAIN: ["there is no such host", "check the address after postgres://"],
  ECONNRESET: GONE,
  EPIPE: GONE,
  "28": ["it does not let this user in", "check user and password in the address"],
  "3D000": ["there is no such database", "create it: createdb NAME"],
  "42501": ["this user may not create or change tables there", "grant it the rights, or use a database of its own"],
  "08": GONE,
  "57P01": GONE,
  "57P02": GONE,
  "57P03": ["the database is starting or stopping", "wait a little and run the same command again"],
  "53100": ["its disk is full", "make room, and run the same command again"],
  "53300": ["it has no connection left", "close other programs that use it, or raise max_connections"],
}

const PASSING = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|08...|57P0.|53300)$/

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : ""
}
