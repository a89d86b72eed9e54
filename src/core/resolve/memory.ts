import type { Known } from "../data.ts"
import type { Span } from "../span.ts"
import type { Run } from "../tree.ts"
import type { Actor, Cast } from "./cast.ts"
import type { Scene } from "./scene.ts"

/** Whom some words mean, how that came to be known, and who else they could mean. */
export interface Meant {
  readonly actor: Actor | null
  readonly known: Known
  readonly candidates: readonly Actor[]
}

/** A doubt whose candidates are still actors. */
export interface OpenDoubt extends Span {
  readonly rule: string
  readonly says: string
  readonly candidates: readonly Actor[]
}

/** What has been said up to here: the memory that pronouns and descriptions look into. */
export interface Memory {
  /** Speakers of the statements before this one, the latest last. */
  readonly speakers: Actor[]
  /** Who speaks in the quotation (index) that is being read; for “I” and “we”. */
  readonly quoted: Map<number, Actor>
  /** Descriptions met before: “the memo” is the same memo further down. */
  readonly described: Map<string, Actor>
  /** The same actors in the order they came, for “the official” after “a port official”. */
  readonly descriptions: { readonly lemma: string; readonly plural: boolean; readonly actor: Actor }[]
  /** Who spoke by a means: “the *statement* said” after “Ott said in a statement”. By dictionary form. */
  readonly means: Map<string, Actor>
  /** Through whom the one who speaks now was last heard; null when the text has turned elsewhere. */
  channel: Channel | null
}

/** “told *Coast Radio* … He said …”: the next sentence of the same speaker came the same way. */
export interface Channel {
  readonly actor: Actor
  readonly hops: readonly Actor[]
  /** Block of the last statement that came this way. */
  readonly block: number
}

/** The words that stand for someone, and all that can tell for whom. */
export interface Look {
  readonly scene: Scene
  readonly cast: Cast
  readonly memory: Memory
  readonly run: Run
  readonly head: number
}

export const stated = (actor: Actor): Meant => ({ actor, known: "stated", candidates: [] })
export const inferred = (actor: Actor): Meant => ({ actor, known: "inferred", candidates: [] })
export const unresolved = (candidates: readonly Actor[] = []): Meant => ({ actor: null, known: "unresolved", candidates })

/** How many speakers and descriptions back “the minister”, “the newspaper”, “the official” look. */
const LOOK_BACK = 60

/** The last of a list that is wanted, among its latest. */
export function lastOf<T>(list: readonly T[], wanted: (each: T) => boolean): T | undefined {
  for (let at = list.length - 1; at >= 0 && at >= list.length - LOOK_BACK; at--) if (wanted(list[at]!)) return list[at]
  return undefined
}

/** How many sentences back a pronoun looks for a name that has not spoken. */
const LOOK_BACK_SENTENCES = 3

/** What a word for someone known can be: a pronoun, or “the candidate”, which may be he or she. */
export type Referent = "he" | "she" | "it" | "they" | "person"

/** The one a pronoun means: the weightiest candidate; nobody when two weigh the same. */
export function recalled(look: Look, referent: Referent): Meant {
  const [first, second] = candidatesFor(look, referent)
  if (!first) return unresolved()
  return second && first.weight - second.weight < CLEAR_LEAD ? unresolved([first.actor, second.actor]) : inferred(first.actor)
}

/** A lead smaller than this is none. In units of the weights below. */
const CLEAR_LEAD = 0.01

interface Candidate {
  readonly actor: Actor
  readonly weight: number
}

/** Those the pronoun could mean, the weightiest first: the subject of the sentence before the last speaker, he before one merely named. */
function candidatesFor(look: Look, referent: Referent): Candidate[] {
  const { scene, cast, memory, head } = look
  const weights = new Map<Actor, number>()
  const raise = (actor: Actor | undefined, weight: number) => {
    if (actor && fits(actor, referent)) weights.set(actor, Math.max(weights.get(actor) ?? Number.NEGATIVE_INFINITY, weight))
  }
  const sentence = scene.tree.sentenceOf[head]!
  for (let back = 0; back <= LOOK_BACK_SENTENCES && back <= sentence; back++) {
    const { first, last } = scene.prose.sentences[sentence - back]!
    const limit = back === 0 ? Math.min(head, look.run.first) : last
    for (let token = first; token < limit; token++) {
      const name = scene.nameOf[token]!
      if (name < 0 || scene.names[name]!.last - 1 !== token) continue
      raise(cast.byName[name], weightOf(scene, token, back, head))
    }
  }
  raise(memory.speakers.at(-1), SPOKE_LAST)
  const own = [...weights].map(([actor, weight]) => ({ actor, weight: weight + (actor.pronoun === referent ? KNOWN_GENDER : 0) }))
  return own.sort((a, b) => b.weight - a.weight)
}

const SPOKE_LAST = 7
const KNOWN_GENDER = 1

/** Subjects weigh more than objects, near more than far, and what stands in another's words least. Between equals the later. */
function weightOf({ tagged, quotedBy }: Scene, token: number, back: number, pronoun: number): number {
  const label = tagged.labels[token]!
  const grammar = label.startsWith("nsubj") ? 4.5 : label === "dobj" ? 2 : label === "nmod:poss" ? 1 : 1.5
  const elsewhere = quotedBy[token]! >= 0 && quotedBy[token] !== quotedBy[pronoun] ? -3 : 0
  const owner = label === "compound" ? -2 : 0
  const nearness = 4 - 2 * back
  return grammar + nearness + elsewhere + owner + token * 1e-4
}

function fits({ kind, pronoun }: Actor, referent: Referent): boolean {
  const human = kind === "person" || kind === "unnamed"
  if (referent === "person") return human && pronoun !== "they"
  if (referent === "he" || referent === "she") return human && (pronoun === null || pronoun === referent)
  if (referent === "it") return !human
  return kind !== "person" || pronoun === "they"
}

/** The last name before a token, within the same look back, of an actor that is wanted. */
export function lastNamed({ scene, cast, head }: Look, wanted: (actor: Actor) => boolean): Actor | undefined {
  const sentence = scene.tree.sentenceOf[head]!
  const from = scene.prose.sentences[Math.max(0, sentence - LOOK_BACK_SENTENCES)]!.first
  for (let at = head - 1; at >= from; at--) {
    const name = scene.nameOf[at]!
    if (name >= 0 && wanted(cast.byName[name]!)) return cast.byName[name]!
  }
  return undefined
}
