import type { Agent, AgentKind } from "../../core/index.ts"
import { domainWord, fullGiven, initialsOf, isDomain, nameWords, outletKeys } from "./names.ts"

/** An agent of the ledger, as far as telling it from others needs it. */
export interface KnownAgent {
  readonly id: string
  readonly kind: AgentKind
  /** Every name it was given, the first first. */
  readonly names: readonly string[]
  readonly roles: readonly string[]
  readonly actsFor: string | null
  /** Of an unnamed source: the outlet that heard it. */
  readonly owner: string | null
  /** Ids of agents named in the same articles, the latest last, at most `MOST_COMPANY`. */
  readonly company: readonly string[]
}

/** Who an article's agent is in the ledger. */
export interface AgentMatch {
  /** The article's own id of it. */
  readonly agent: string
  /** The ledger's; null when it is new there. */
  readonly known: string | null
  /** Of a new one: the article's own id of another that it is the same as, told before it; “harborpost.example” and “the Harbor Post”. */
  readonly twin: string | null
  /** The reason, in words: “same full name, same role”. Empty for a new one. */
  readonly why: string
  /** Whom it may be, too uncertain to be taken for granted. */
  readonly suggests: readonly { readonly known: string; readonly why: string }[]
}

/** How many of an agent's company are kept. */
const MOST_COMPANY = 64

/** By what an agent is looked up: the same for all names that one agent may have. At most ten. */
export function agentKeys({ name, kind }: Pick<Agent, "name" | "kind">): readonly string[] {
  if (kind !== "person" && isDomain(name)) {
    const word = domainWord(name)
    return [...new Set([`outlet ${word}`, `outlet ${word.replace(/^the/, "")}`, `body ${nameWords(name).join(" ")}`])]
  }
  const words = nameWords(name)
  if (words.length === 0) return []
  if (kind === "person") return personKeys(words)
  if (kind === "unnamed") return [`unnamed ${descriptionOf(name)}`]
  const initials = initialsOf(words)
  const outlets = kind === "publication" || kind === "organization" ? outletKeys(words).map(key => `outlet ${key}`) : []
  const short = [words[0]!, words.at(-1)!, ...(words.length > 1 ? [words.slice(-2).join(" ")] : [])].map(part => `short ${part}`)
  return [...new Set([`body ${words.join(" ")}`, ...(initials ? [`body ${initials}`] : []), ...short, ...outlets])]
}

function personKeys(words: readonly string[]): readonly string[] {
  const [first = "", last = ""] = [words[0], words.at(-1)]
  if (words.length === 1) return [`surname ${first}`]
  return [`person ${fullGiven(first)} ${last}`, `person ${first[0]} ${last}`, `surname ${last}`]
}

/** What an unnamed source is called, without count and article: “two senior officials” → “senior officials”. */
export function descriptionOf(name: string): string {
  return nameWords(name)
    .filter(
      word => !/^(a|an|another|the|one|two|three|four|five|six|some|several|many|unnamed|anonymous|unidentified|who|other)$/.test(word),
    )
    .join(" ")
}

/** An article's agent with what the article tells of it. */
export interface Seen {
  readonly agent: Agent
  readonly names: readonly string[]
  /** In the ledger's ids, where they are known already. */
  readonly actsFor: string | null
  readonly owner: string | null
  readonly company: ReadonlySet<string>
}

/** A known agent with what another article tells of it. */
export function withSeen(known: KnownAgent, { name, kind, roles }: Agent, actsFor: string | null, company: readonly string[]): KnownAgent {
  const beside = [...new Set([...known.company, ...company])].filter(id => id !== known.id)
  return {
    ...known,
    kind: known.kind === "organization" && kind === "publication" ? kind : known.kind,
    names: known.names.includes(name) ? known.names : [...known.names, name],
    roles: [...new Set([...known.roles, ...roles])],
    actsFor: known.actsFor ?? actsFor,
    company: beside.slice(-MOST_COMPANY),
  }
}
