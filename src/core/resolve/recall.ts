import type { Actor } from "./cast.ts"
import { inferred, type Look, type Meant, unresolved } from "./memory.ts"
import type { Scene } from "./scene.ts"

/** What a word for someone known can be: a pronoun, or “the candidate”, which may be he or she. */
export type Referent = "he" | "she" | "it" | "they" | "person"

/** How many sentences back a pronoun looks for one who has been named. `npm run measure -- names` */
const LOOK_BACK_SENTENCES = 5

/** However long the sentences are. Keeps the work linear in the text. */
const LOOK_BACK_TOKENS = 400

/**
 * The one a pronoun means: the weightiest candidate; nobody when two weigh the same. The pronouns before it are read first, so that
 * “She … Her lawyer … She” is a chain, which goes on though no name is near.
 */
export function recalled(look: Look, referent: Referent): Meant {
  catchUp(look)
  const [first, second] = candidatesFor(look, referent)
  const clear = first && !(second && first.weight - second.weight < CLEAR_LEAD) ? first.actor : null
  if (referent === "he" || referent === "she") settle(look, referent, clear, second)
  if (clear) return inferred(clear)
  return unresolved(first && second ? [first.actor, second.actor] : [])
}

/** A lead smaller than this is none. In units of the weights below. */
const CLEAR_LEAD = 0.01

/** Remembers whom a pronoun meant; the only one it could mean is of its gender from here on. */
function settle({ memory, head }: Look, referent: "he" | "she", actor: Actor | null, second: Candidate | undefined): void {
  memory.pronouns.set(head, actor)
  if (actor && !second && actor.kind === "person") actor.pronoun ??= referent
}

/** Reads the pronouns between the last one read and this one. */
function catchUp(look: Look): void {
  const { scene, memory, head } = look
  const from = Math.max(memory.caughtUp, head - LOOK_BACK_TOKENS)
  for (let token = from; token < head; token++) {
    const referent = pronounAt(scene, token)
    if (!referent || memory.pronouns.has(token)) continue
    const own = { ...look, head: token, run: { first: token, last: token + 1 } }
    const [first, second] = candidatesFor(own, referent)
    settle(own, referent, first?.actor ?? null, second)
  }
  memory.caughtUp = Math.max(memory.caughtUp, head)
}

function pronounAt({ forms, tagged }: Scene, token: number): "he" | "she" | null {
  if (!tagged.tags[token]!.startsWith("PRP")) return null
  if (/^(he|him|his|himself)$/i.test(forms[token]!)) return "he"
  return /^(she|her|hers|herself)$/i.test(forms[token]!) ? "she" : null
}

interface Candidate {
  readonly actor: Actor
  readonly weight: number
}

/** Those the pronoun could mean, the weightiest first. */
function candidatesFor(look: Look, referent: Referent): Candidate[] {
  const { scene, cast, memory, head } = look
  const weights = new Map<Actor, number>()
  const barred = barredFor(look)
  const raise = (actor: Actor | null | undefined, weight: number) => {
    if (!actor || !fits(actor, referent) || barred.includes(actor)) return
    weights.set(actor, Math.max(weights.get(actor) ?? Number.NEGATIVE_INFINITY, weight))
  }
  const sentence = scene.tree.sentenceOf[head]!
  for (let back = 0; back <= LOOK_BACK_SENTENCES && back <= sentence; back++) {
    const { first, last } = scene.prose.sentences[sentence - back]!
    const limit = back === 0 ? Math.min(head, look.run.first) : last
    for (let token = Math.max(first, head - LOOK_BACK_TOKENS); token < limit; token++) {
      const name = scene.nameOf[token]!
      if (name >= 0 && scene.names[name]!.last - 1 === token) raise(cast.byName[name], weightOf(scene, token, back, head))
      else if (memory.pronouns.has(token)) raise(memory.pronouns.get(token), weightOf(scene, token, back, head) + WEIGHTS.pronoun)
    }
  }
  raise(memory.speakers.at(-1), spokeLast(look, referent))
  const own = [...weights].map(([actor, weight]) => ({ actor, weight: weight + standing(actor, referent) }))
  return own.sort((a, b) => b.weight - a.weight)
}

/** Tried out on GUM's train side: `npm run measure -- names --train`. */
const WEIGHTS = {
  /** By the grammar of the mention. */
  subject: 3.2,
  object: 1.5,
  owner: 1.5,
  other: 0.8,
  /** “the *Ruiz* campaign” is not she. */
  compound: -1,
  /** A pronoun that meant someone keeps him in mind. */
  pronoun: 0.5,
  /** For every sentence back. */
  sentence: -2,
  /** In the words of another. */
  elsewhere: -0.5,
  spoke: 3,
  /** And speaks again. */
  again: 2.5,
  known: 2,
  /** For each doubling of how often the article names him. */
  often: 0.5,
}

/** Subjects weigh more than objects, near more than far, and what stands in another's words least. Between equals the later. */
function weightOf({ tagged, quotedBy }: Scene, token: number, back: number, pronoun: number): number {
  const label = tagged.labels[token]!
  const grammar = label.startsWith("nsubj")
    ? WEIGHTS.subject
    : label === "dobj"
      ? WEIGHTS.object
      : label === "nmod:poss"
        ? WEIGHTS.owner
        : WEIGHTS.other
  const elsewhere = quotedBy[token]! >= 0 && quotedBy[token] !== quotedBy[pronoun] ? WEIGHTS.elsewhere : 0
  const compound = label === "compound" ? WEIGHTS.compound : 0
  return grammar + WEIGHTS.sentence * back + elsewhere + compound + token * 1e-4
}

/** The one who spoke last, the less the longer ago; most of all for one who speaks. “Lind’s *claims*” made Lind no speaker of the text. */
function spokeLast({ scene, memory, head }: Look, referent: Referent): number {
  const { sentenceOf } = scene.tree
  if (memory.spokeAt >= 0 && scene.tagged.tags[memory.spokeAt]!.startsWith("NN")) return WEIGHTS.owner
  const back = memory.spokeAt < 0 ? 0 : sentenceOf[head]! - sentenceOf[memory.spokeAt]!
  const again = referent === "person" || isSpeaking(scene, head) ? WEIGHTS.again : 0
  return WEIGHTS.spoke + again + (WEIGHTS.sentence / 2) * Math.max(0, back)
}

/** “*She* added that …” */
function isSpeaking({ tagged }: Scene, head: number): boolean {
  const verb = tagged.heads[head]!
  return verb >= 0 && tagged.labels[head]!.startsWith("nsubj") && SPEAKING.has(tagged.lemmas[verb]!)
}

const SPEAKING = new Set(
  "say add tell write tweet argue note explain continue claim insist acknowledge ask call suggest warn state declare admit deny reply respond recall joke stress conclude describe believe think know vow promise urge".split(
    " ",
  ),
)

function standing({ pronoun, mentions }: Actor, referent: Referent): number {
  let doublings = 0
  for (let count = mentions.length; count > 1 && doublings < 4; count >>= 1) doublings++
  return (pronoun === referent ? WEIGHTS.known : 0) + WEIGHTS.often * doublings
}

function fits({ kind, pronoun }: Actor, referent: Referent): boolean {
  const human = kind === "person" || kind === "unnamed"
  if (referent === "person") return human && pronoun !== "they"
  if (referent === "he" || referent === "she") return human && (pronoun === null || pronoun === referent)
  if (referent === "it") return !human
  return kind !== "person" || pronoun === "they"
}

/** “Ott asked *him*” is not Ott; “*He* lied,” said by Ott, is not Ott either. */
function barredFor({ scene, cast, memory, head }: Look): readonly Actor[] {
  const { tagged, tree, quotedBy, nameOf, forms } = scene
  const quotation = quotedBy[head]!
  const speaker = quotation >= 0 ? memory.quoted.get(quotation) : undefined
  const barred = speaker ? [speaker] : []
  const verb = tagged.heads[head]!
  if (tagged.tags[head] !== "PRP" || verb < 0 || !/^(dobj|iobj)$/.test(tagged.labels[head]!) || /self$/i.test(forms[head]!)) return barred
  const subject = tree.children[verb]!.find(each => tagged.labels[each] === "nsubj")
  if (subject === undefined) return barred
  const actor = nameOf[subject]! >= 0 ? cast.byName[nameOf[subject]!] : memory.pronouns.get(subject)
  return actor ? [...barred, actor] : barred
}
