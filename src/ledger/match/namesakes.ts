import { agentKeys, descriptionOf, type KnownAgent, type Seen } from "./known.ts"
import { initialsOf, isDomain, nameWords, sameGiven } from "./names.ts"

/** Whether two are one. `perhaps` is shown to a person and not acted upon. */
export interface Judged {
  readonly verdict: "same" | "perhaps" | "apart"
  /** In words, for the one who looks it over. */
  readonly why: string
  /** How much speaks for it; of several that are the same the greatest is meant. */
  readonly weight: number
}

const APART: Judged = { verdict: "apart", why: "", weight: 0 }

/** Whether an article's agent is one of the ledger's. */
export function judge(seen: Seen, known: KnownAgent): Judged {
  const { kind } = seen.agent
  if ((kind === "person") !== (known.kind === "person") || (kind === "unnamed") !== (known.kind === "unnamed")) return APART
  if (kind === "person") return person(seen, known)
  if (kind === "unnamed") return unnamed(seen, known)
  if (kind === "group" || kind === "document" || known.kind === "group" || known.kind === "document") return described(seen, known)
  return body(seen, known)
}

// ── Persons ─────────────────────────────────────────────────────────────────────────────────────

interface Evidence {
  /** Words that roles have in common; null when one side has no role. */
  readonly role: boolean | null
  readonly principal: boolean
  /** How many others both were seen with. */
  readonly company: number
}

function person(seen: Seen, known: KnownAgent): Judged {
  const name = nearest(seen, known)
  if (!name) return APART
  const evidence = evidenceOf(seen, known)
  if (name !== "surname") return name === "full" ? fullName(evidence) : shortName(evidence)
  const { weight, ...judged } = surname(evidence)
  return { ...judged, weight: weight + (known.names.some(each => nameWords(each).length > 1) ? 1 : 0) }
}

/** “Elena Ruiz”, a minister, and “Elena Ruiz”, a goalkeeper in a story with nobody in common, are two until somebody says otherwise. */
function fullName({ role, principal, company }: Evidence): Judged {
  const weight = 4 + (role ? 2 : 0) + (principal ? 2 : 0) + Math.min(company, 4) / 2
  if (role === false && !principal && company < 1)
    return { verdict: "perhaps", why: "same full name, but other roles and other company", weight }
  return { verdict: "same", why: because("same full name", { role, principal, company }), weight }
}

/** “Bob Lind” and “Robert Lind”, “R. Lind”: one where role, principal or company agree. */
function shortName(evidence: Evidence): Judged {
  const { role, principal, company } = evidence
  const weight = 2 + (role ? 2 : 0) + (principal ? 2 : 0) + Math.min(company, 4) / 2
  const sure = principal || (role === true && company > 0) || (role !== false && company >= LEAST_COMPANY)
  return { verdict: sure ? "same" : "perhaps", why: because("same surname, given name cut short", evidence), weight }
}

/** “Ruiz”, never named in full here: the Ruiz of this story where several others of the story are named too. */
function surname(evidence: Evidence): Judged {
  const { role, principal, company } = evidence
  const weight = 1 + (role ? 2 : 0) + (principal ? 2 : 0) + Math.min(company, 4) / 2
  const sure = (role !== false && company >= LEAST_COMPANY) || company >= MUCH_COMPANY || (company > 0 && (role === true || principal))
  return { verdict: sure ? "same" : company > 0 ? "perhaps" : "apart", why: because("same surname", evidence), weight }
}

/** How many others two bearers of a bare surname must both be seen with. */
const LEAST_COMPANY = 2
/** … even where their roles are worded without a word in common. */
const MUCH_COMPANY = 4

/** How near the nearest of all their names are. Two whole names that differ keep two apart, whatever else they are called. */
function nearest(seen: Seen, known: KnownAgent): "full" | "short" | "surname" | null {
  const all = (names: readonly string[]) => names.map(nameWords).filter(words => words.length > 0)
  const whole = (names: readonly string[]) => all(names).filter(words => words.length > 1)
  const [mine, theirs] = [whole(seen.names), whole(known.names)]
  const pairs = mine.flatMap(a => theirs.map(b => nearness(a, b)))
  if (pairs.includes("full")) return "full"
  if (pairs.includes("short")) return "short"
  if (mine.length > 0 && theirs.length > 0) return null
  const lasts = new Set(all(known.names).map(words => words.at(-1)!))
  return all(seen.names).some(words => lasts.has(words.at(-1)!)) ? "surname" : null
}

/** “Elena M. Ruiz” and “Elena Ruiz” are the same full name; “Elena M. Ruiz” and “Elena B. Ruiz” are not. */
function nearness(a: readonly string[], b: readonly string[]): "full" | "short" | null {
  if (a.at(-1) !== b.at(-1)) return a.join(" ").endsWith(b.join(" ")) || b.join(" ").endsWith(a.join(" ")) ? "short" : null
  if (Math.min(a.length, b.length) > 1 && (a.join(" ").endsWith(b.join(" ")) || b.join(" ").endsWith(a.join(" ")))) return "full"
  const [middleA, middleB] = [a.slice(1, -1), b.slice(1, -1)]
  if (middleA.length > 0 && middleB.length > 0 && !middleA.some(x => middleB.some(y => sameGiven(x, y)))) return null
  if (a[0] === b[0]) return "full"
  return sameGiven(a[0]!, b[0]!) || middleA.includes(b[0]!) || middleB.includes(a[0]!) ? "short" : null
}

function evidenceOf(seen: Seen, known: KnownAgent): Evidence {
  const [mine, theirs] = [roleWords(seen.agent.roles), roleWords(known.roles)]
  const role = mine.size === 0 || theirs.size === 0 ? null : [...mine].some(word => theirs.has(word))
  const company = known.company.filter(id => id !== known.id && seen.company.has(id)).length
  return { role, principal: seen.actsFor !== null && seen.actsFor === known.actsFor, company }
}

function roleWords(roles: readonly string[]): ReadonlySet<string> {
  const words = roles.flatMap(role => role.toLowerCase().match(/[\p{L}-]{3,}/gu) ?? [])
  return new Set(words.filter(word => !EMPTY_ROLE.test(word)))
}

/** Words that are no role by themselves: how one is addressed, and what joins words. */
const EMPTY_ROLE = /^(mr|mrs|miss|dame|lady|sir|lord|the|and|for|who|former|late|then|new|old|senior|his|her|its|their|with|from)$/

function because(name: string, { role, principal, company }: Evidence): string {
  const reasons = [name, role ? "same role" : "", principal ? "same principal" : "", company > 0 ? `seen with ${company} of the same` : ""]
  return reasons.filter(each => each !== "").join(", ")
}

// ── Bodies, groups, documents ───────────────────────────────────────────────────────────────────

/** “the Harbor Post” and “harborpost.example”; “Port Workers’ Union” and “PWU” in one story. */
function body(seen: Seen, known: KnownAgent): Judged {
  const { company } = evidenceOf(seen, known)
  const mine = seen.names.map(name => nameWords(name).join(" "))
  const theirs = known.names.map(name => nameWords(name).join(" "))
  if (mine.some(name => theirs.includes(name))) return { verdict: "same", why: "same name", weight: 4 + Math.min(company, 4) / 2 }
  if (sharesOutlet(seen, known)) return { verdict: "same", why: "an outlet and its address", weight: 4 }
  const short = seen.agent.kind === known.kind && mine.some(a => theirs.some(b => isShortOf(a, b) || isShortOf(b, a)))
  const initials = mine.some(a => theirs.some(b => initialsOf(a.split(" ")) === b || initialsOf(b.split(" ")) === a))
  if (!short && !initials) return APART
  const why = initials ? "one has the other’s initials" : "one name cut short"
  const verdict = company >= LEAST_COMPANY ? "same" : "perhaps"
  return { verdict, why: `${why}, seen with ${company} of the same`, weight: (initials ? 2.5 : 1) + Math.min(company, 4) / 4 }
}

/** “Calder” for “Calder Ferries”, “the union” for “the Seafarers’ Union”, “the Transport Ministry” for “the Marran Transport Ministry”. */
function isShortOf(short: string, long: string): boolean {
  const words = long.split(" ").length
  const isFirst = !short.includes(" ") && words < MOST_WORDS && long.startsWith(`${short} `)
  return isFirst || (words <= MOST_WORDS && long.endsWith(` ${short}`))
}

const MOST_WORDS = 4

/** An address and a name that share a key by which outlets are looked up. */
function sharesOutlet({ names, agent }: Seen, known: KnownAgent): boolean {
  if (![...names, ...known.names].some(isDomain)) return false
  const keys = (all: readonly string[], kind: KnownAgent["kind"]) =>
    all.flatMap(name => agentKeys({ name, kind }).filter(key => key.startsWith("outlet ")))
  const theirs = new Set(keys(known.names, known.kind))
  return keys(names, agent.kind).some(key => theirs.has(key))
}

/** “the memo”, “local residents”: what is only described is one where the story is; “Republicans”, a name, everywhere. */
function described(seen: Seen, known: KnownAgent): Judged {
  const mine = seen.names.map(name => nameWords(name).join(" "))
  if (!known.names.some(name => mine.includes(nameWords(name).join(" ")))) return APART
  const { company, principal } = evidenceOf(seen, known)
  if (/^(?:the\s+)?\p{Lu}/u.test(seen.agent.name) && seen.agent.kind !== "document") return { verdict: "same", why: "same name", weight: 4 }
  if (principal || company >= LEAST_COMPANY)
    return { verdict: "same", why: because("same description", { role: null, principal, company }), weight: 2 + company }
  return APART
}

/** “a senior official” of one outlet is one man in one story, as far as anyone can tell; another outlet’s is another. */
function unnamed(seen: Seen, known: KnownAgent): Judged {
  const { company } = evidenceOf(seen, known)
  if (company < LEAST_COMPANY || !known.names.some(name => descriptionOf(name) === descriptionOf(seen.agent.name))) return APART
  const own = seen.owner !== null && seen.owner === known.owner
  const why = own ? "same unnamed source of one outlet" : "described alike, by another outlet"
  return { verdict: own ? "same" : "perhaps", why, weight: 1 + company }
}
