import type { AgentKind, Span } from "../../core/index.ts"
import type { Copy } from "./copies.ts"
import type { Credit } from "./credits.ts"
import type { VoiceOf } from "./positions.ts"
import type { Told } from "./told.ts"

/** What besides the statements tells where a claim comes from. */
export interface Surroundings {
  readonly kindOf: (agent: string) => AgentKind | null
  readonly voiceOf: VoiceOf
  /** What an agent is called; without it no crowd is known to be vague. */
  readonly nameOf?: (agent: string) => string
  /** Articles that carry the same copy. */
  readonly copies: readonly Copy[]
  /** The agency that an article credits, by the article's id. */
  readonly credits?: ReadonlyMap<string, Credit>
  /** Which statements link to another article. */
  readonly leads?: readonly Lead[]
  /** Merges that a person has cut, by `keyOf`. */
  readonly cut?: ReadonlySet<string>
}

/** A statement whose sentence links to another article, and the words that do. */
export interface Lead extends Span {
  readonly statement: string
  /** The article it links to. */
  readonly to: string
}

/**
 * How a claim enters the record: by a `named` speaker, a `document`, `unnamed` sources of an outlet, an outlet's `own` observation, or by
 * `nobody`, where it is only said that it is said.
 */
export type FirstHand = "named" | "document" | "unnamed" | "own" | "nobody"

/** How one statement enters the record. */
export function firstHand({ source, kind, citing }: Told, kindOf: Surroundings["kindOf"]): FirstHand {
  if (source === null) return "nobody"
  const is = kindOf(source) ?? kind
  if (is === "unnamed" || citing === "anonymous") return "unnamed"
  if (is === "document") return "document"
  return is === "publication" ? "own" : "named"
}

/** Whose unnamed sources they are: the outlet that is said to have heard them, or the article's own. */
export function ownerOf({ kind, citing, source, relays, outlet }: Told): string | null {
  if (citing === "anonymous" && kind !== "unnamed") return source
  return relays[0] ?? outlet
}
