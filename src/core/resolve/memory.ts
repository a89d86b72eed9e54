import type { Known, Said } from "../data.ts"
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
  /** Token at which the last of `speakers` spoke; −1 before anyone has. */
  spokeAt: number
  /** Whom each pronoun means that has been read; null for no one. By token. */
  readonly pronouns: Map<number, Actor | null>
  /** The pronouns before this token have been read. */
  caughtUp: number
  /** The occasion of the last statement; null when it told none. */
  passage: Passage | null
}

/** “said *in a statement on Tuesday* … She added …”: when and where the one who speaks now was last heard. */
interface Passage {
  readonly actor: Actor
  readonly said: Said | null
  readonly venue: Span | null
  /** Block of the last statement of that occasion. */
  readonly block: number
}

/** Nothing has been said yet. */
export function newMemory(): Memory {
  return {
    speakers: [],
    quoted: new Map(),
    described: new Map(),
    descriptions: [],
    means: new Map(),
    channel: null,
    passage: null,
    spokeAt: -1,
    pronouns: new Map(),
    caughtUp: 0,
  }
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

/** How many sentences back “the newspaper” looks for an outlet that has been named. */
const NAMED_SENTENCES = 3

/** The last name before a token, within the same look back, of an actor that is wanted. */
export function lastNamed({ scene, cast, head }: Look, wanted: (actor: Actor) => boolean): Actor | undefined {
  const sentence = scene.tree.sentenceOf[head]!
  const from = scene.prose.sentences[Math.max(0, sentence - NAMED_SENTENCES)]!.first
  for (let at = head - 1; at >= from; at--) {
    const name = scene.nameOf[at]!
    if (name >= 0 && wanted(cast.byName[name]!)) return cast.byName[name]!
  }
  return undefined
}
