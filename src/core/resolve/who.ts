import type { AgentKind, Known } from "../data.ts"
import type { Run } from "../tree.ts"
import { type Actor, type Cast, newActor } from "./cast.ts"
import { headOf, type Scene, spanOf, wordsOf } from "./scene.ts"
import { DOCUMENTS, FEMALE_NOUNS, GROUPS, MALE_NOUNS, PUBLICATION_NOUNS, SPEAKS_FOR, UNNAMED_PEOPLE } from "./words.ts"

/** Whom some words mean, how that came to be known, and who else they could mean. */
export interface Meant {
  readonly actor: Actor | null
  readonly known: Known
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
}

/** How many sentences back a pronoun looks for a name that has not spoken. */
const LOOK_BACK_SENTENCES = 3

const stated = (actor: Actor): Meant => ({ actor, known: "stated", candidates: [] })
const inferred = (actor: Actor): Meant => ({ actor, known: "inferred", candidates: [] })
const unresolved = (candidates: readonly Actor[] = []): Meant => ({ actor: null, known: "unresolved", candidates })

/** Whom a source means. The first reader with an opinion decides. */
export function meant(scene: Scene, cast: Cast, memory: Memory, run: Run): Meant {
  const head = headOf(scene, run)
  for (const read of READERS) {
    const found = read({ scene, cast, memory, run, head })
    if (found) return found
  }
  return stated(describedActor(scene, cast, memory, run, head))
}

interface Look {
  readonly scene: Scene
  readonly cast: Cast
  readonly memory: Memory
  readonly run: Run
  readonly head: number
}

type Reader = (look: Look) => Meant | null

/** “Port Minister *Elena Ruiz*, who opened the bridge”. */
function named({ scene, cast, run, head }: Look): Meant | null {
  const name = nameAt(scene, head)
  if (name === null || isJoined(scene, run, head)) return null
  const actor = cast.byName[name]!
  if (actor.kind === "person" || scene.tagged.names[name]!.last >= head + 1) return stated(actor)
  return null
}

/** “the minister, *Elena Ruiz*,”: the name stands behind the noun. */
function namedBeside({ scene, cast, run, head }: Look): Meant | null {
  for (const each of scene.tree.children[head]!) {
    if (each <= head || each >= run.last || scene.tagged.labels[each] !== "appos") continue
    const name = nameAt(scene, each)
    if (name !== null && cast.byName[name]!.kind === "person") return stated(cast.byName[name]!)
  }
  return null
}

/** “*He* said”, “*they* said”. */
function pronoun(look: Look): Meant | null {
  const { scene, head, run } = look
  if (run.last - run.first > 2) return null
  const word = scene.forms[head]!.toLowerCase()
  if (/^(i|we|me|us|my|our|you|your)$/.test(word)) return speaksHere(look)
  if (/^(he|him|his)$/.test(word)) return recalled(look, "he")
  if (/^(she|her)$/.test(word)) return recalled(look, "she")
  if (/^(it|its)$/.test(word)) return recalled(look, "it")
  if (/^(they|them|their|both|the two|two)$/.test(word)) return recalled(look, "they")
  return null
}

/** “‘*We* never saw it,’ Ruiz said *I* told him”: the speaker of the quotation; outside of quotation marks the publisher. */
function speaksHere({ scene, cast, memory, head }: Look): Meant {
  const quotation = scene.quotedBy[head]!
  if (quotation >= 0) {
    const speaker = memory.quoted.get(quotation)
    return speaker ? inferred(speaker) : unresolved()
  }
  return cast.publisher ? inferred(cast.publisher) : unresolved()
}

type Referent = "he" | "she" | "it" | "they"

function recalled(look: Look, pronoun: Referent): Meant {
  const near = candidatesFor(look, pronoun)
  const [first, second] = near
  if (!first) return unresolved()
  const tie = second && second.weight === first.weight && second.actor !== first.actor
  return tie ? unresolved([first.actor, second.actor]) : inferred(first.actor)
}

interface Candidate {
  readonly actor: Actor
  readonly weight: number
}

/** Those the pronoun could mean, the weightiest first: the subject of the sentence before the last speaker, he before one merely named. */
function candidatesFor(look: Look, pronoun: Referent): Candidate[] {
  const { scene, cast, memory, head } = look
  const weights = new Map<Actor, number>()
  const raise = (actor: Actor | undefined, weight: number) => {
    if (actor && fits(actor, pronoun)) weights.set(actor, Math.max(weights.get(actor) ?? 0, weight))
  }
  const sentence = scene.tree.sentenceOf[head]!
  for (let back = 0; back <= LOOK_BACK_SENTENCES && back <= sentence; back++) {
    const { first, last } = scene.prose.sentences[sentence - back]!
    const limit = back === 0 ? head : last
    for (let token = first; token < limit; token++) {
      const name = nameAt(scene, token)
      if (name === null || scene.tagged.names[name]!.last - 1 !== token) continue
      raise(cast.byName[name], weightOf(scene, token, back, head))
    }
  }
  raise(memory.speakers.at(-1), SPOKE_LAST)
  const own = [...weights].map(([actor, weight]) => ({ actor, weight: weight + (actor.pronoun === pronoun ? KNOWN_GENDER : 0) }))
  return own.sort((a, b) => b.weight - a.weight)
}

const SPOKE_LAST = 7
const KNOWN_GENDER = 3

/** Subjects weigh more than objects, near more than far, and what stands in another's words least. */
function weightOf({ tagged, quotedBy, tree }: Scene, token: number, back: number, pronoun: number): number {
  const label = tagged.labels[token]!
  const grammar = label.startsWith("nsubj") ? 4 : label === "dobj" ? 2 : label === "nmod:poss" ? 1 : 1.5
  const elsewhere = quotedBy[token]! >= 0 && quotedBy[token] !== quotedBy[pronoun] ? -3 : 0
  const owner = tagged.labels[token] === "compound" ? -2 : 0
  const nearness = 4 - 2 * back
  const order = (token - tree.left[token]!) * 0 + token * 1e-6
  return grammar + nearness + elsewhere + owner + order
}

function fits(actor: Actor, pronoun: Referent): boolean {
  if (pronoun === "he" || pronoun === "she")
    return (actor.kind === "person" || actor.kind === "unnamed") && (actor.pronoun === null || actor.pronoun === pronoun)
  if (pronoun === "it") return actor.kind !== "person" && actor.kind !== "unnamed"
  return actor.kind !== "person" || actor.pronoun === "they"
}

/** “Ruiz, *who* opened the bridge”: the noun that the clause hangs from. */
function relative(look: Look): Meant | null {
  const { scene, head, cast, memory } = look
  if (!/^(who|which|that|whom)$/i.test(scene.forms[head]!)) return null
  let verb = scene.tagged.heads[head]!
  for (let step = 0; step < 4 && verb >= 0; step++) {
    const above = scene.tagged.heads[verb]!
    if (scene.tagged.labels[verb]!.startsWith("acl") && above >= 0 && above < verb) {
      const run = { first: scene.tree.left[above]!, last: Math.max(above + 1, Math.min(scene.tree.left[verb]!, head)) }
      return meant(scene, cast, memory, run)
    }
    verb = above
  }
  return unresolved()
}

/** “the *newspaper* said”, “the *report* stated”: who published last, when one has. */
function carrier(look: Look): Meant | null {
  const { scene, cast, head, run } = look
  if (!/^(the|this|that|its)$/i.test(scene.forms[run.first]!) || run.last - run.first > 3) return null
  const lemma = scene.tagged.lemmas[head]!
  if (!PUBLICATION_NOUNS.has(lemma) && !REPORTS.has(lemma)) return null
  const last = lastSpeaker(look, ({ kind }) => kind === "publication") ?? lastNamed(scene, cast, head, ({ kind }) => kind === "publication")
  return last ? inferred(last) : null
}

/** “the *report* said”: what an outlet reported just before. */
const REPORTS = new Set(["report", "story", "article"])

/** “the *minister* said”: the one whose role says so, when only one does. */
function byRole(look: Look): Meant | null {
  const { scene, cast, head, run, memory } = look
  if (!/^(the|this|that)$/i.test(scene.forms[run.first]!) || run.last - run.first > 4) return null
  const lemma = scene.tagged.lemmas[head]!
  const bearers = cast.actors.filter(
    ({ kind, roles, mentions }) =>
      kind === "person" && mentions[0] && mentions[0].start < scene.prose.tokens[head]!.start && roles.some(role => hasWord(role, lemma)),
  )
  const recent = memory.speakers.findLast(each => bearers.includes(each))
  if (bearers.length === 1) return inferred(bearers[0]!)
  if (bearers.length > 1) return recent ? inferred(recent) : unresolved(bearers)
  return null
}

function hasWord(role: string, lemma: string): boolean {
  return role
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .includes(lemma)
}

/** “*Kremlin-style palace* spokesman”: who speaks for whom, without a name, is described, and acts for the one named. */
const READERS: readonly Reader[] = [relative, pronoun, named, namedBeside, carrier, byRole]

function nameAt({ nameOf }: Scene, token: number): number | null {
  const name = nameOf[token]!
  return name >= 0 ? name : null
}

/** “Ruiz and Ott said”: two who speak as one. */
function isJoined({ tagged, tree }: Scene, run: Run, head: number): boolean {
  return tree.children[head]!.some(each => tagged.labels[each] === "conj" && each < run.last && tagged.tags[each]!.startsWith("NN"))
}

function lastSpeaker({ memory }: Look, wanted: (actor: Actor) => boolean): Actor | undefined {
  return memory.speakers.findLast(wanted)
}

/** The last name before a token, among `LOOK_BACK_SENTENCES`, of an actor that is wanted. */
function lastNamed(scene: Scene, cast: Cast, token: number, wanted: (actor: Actor) => boolean): Actor | undefined {
  const sentence = scene.tree.sentenceOf[token]!
  const from = scene.prose.sentences[Math.max(0, sentence - LOOK_BACK_SENTENCES)]!.first
  for (let at = token - 1; at >= from; at--) {
    const name = nameAt(scene, at)
    if (name !== null && wanted(cast.byName[name]!)) return cast.byName[name]!
  }
  return undefined
}

/** “two people familiar with the report”, “the port authority”, “critics”: an actor made of its description. */
function describedActor(scene: Scene, cast: Cast, memory: Memory, run: Run, head: number): Actor {
  const words = wordsOf(scene, coreOf(scene, run, head)).replace(/^(the|this|that|these|those)\s+/i, "")
  const key = words.toLowerCase()
  const known = memory.described.get(key)
  if (known) {
    known.mentions.push(spanOf(scene, run))
    return known
  }
  const actor = newActor(cast.actors, words, kindOfDescription(scene, run, head))
  actor.mentions.push(spanOf(scene, run))
  actor.pronoun = pronounOf(scene, head, actor.kind)
  actor.actsFor = principal(scene, cast, run, head)
  memory.described.set(key, actor)
  return actor
}

/** The description without clauses that hang from it after a comma. */
function coreOf({ forms }: Scene, { first, last }: Run, head: number): Run {
  let end = head + 1
  while (end < last && !/^[,;:(–—]$/.test(forms[end]!)) end++
  return { first, last: end }
}

function kindOfDescription(scene: Scene, run: Run, head: number): AgentKind {
  const { tagged, forms } = scene
  const lemma = tagged.lemmas[head]!
  const plural = tagged.tags[head] === "NNS" || tagged.tags[head] === "NNPS"
  if (DOCUMENTS.has(lemma) && !plural) return "document"
  if (PUBLICATION_NOUNS.has(lemma)) return "publication"
  if (forms.slice(run.first, run.last).some(word => /^(source|sources)$/i.test(word))) return "unnamed"
  if (GROUPS.has(lemma) && !UNNAMED_PEOPLE.has(lemma)) return isNamedBody(scene, run, head) ? "organization" : "group"
  if (UNNAMED_PEOPLE.has(lemma)) return plural && isClass(scene, run, head) ? "group" : "unnamed"
  if (DOCUMENTS.has(lemma)) return "document"
  if (tagged.tags[head]!.startsWith("NNP")) return "organization"
  return plural ? "group" : FEMALE_NOUNS.has(lemma) || MALE_NOUNS.has(lemma) ? "unnamed" : "group"
}

/** “the Ruiz campaign”, “the Northland government”: a body that a name in its description makes one of a kind. */
function isNamedBody({ nameOf, tagged }: Scene, { first }: Run, head: number): boolean {
  for (let token = first; token < head; token++) if (nameOf[token]! >= 0 || tagged.tags[token]!.startsWith("NNP")) return true
  return false
}

/** “Critics”, “supporters”, “experts”, “voters” without a number or description mean a class, not persons in hiding. */
function isClass({ tagged }: Scene, { first, last }: Run, head: number): boolean {
  return CLASSES.has(tagged.lemmas[head]!) && last - first <= 2
}

const CLASSES = new Set([
  "critic",
  "supporter",
  "opponent",
  "voter",
  "activist",
  "expert",
  "analyst",
  "economist",
  "scientist",
  "researcher",
  "lawmaker",
  "resident",
  "observer",
  "prosecutor",
  "investigator",
  "student",
  "teacher",
  "doctor",
  "worker",
  "people",
])

function pronounOf({ tagged }: Scene, head: number, kind: AgentKind): Actor["pronoun"] {
  const lemma = tagged.lemmas[head]!
  if (FEMALE_NOUNS.has(lemma)) return "she"
  if (MALE_NOUNS.has(lemma)) return "he"
  if (tagged.tags[head] === "NNS") return "they"
  return kind === "unnamed" ? null : "it"
}

/** “a *Port Authority* spokeswoman”, “a lawyer for *Ruiz*”. */
function principal(scene: Scene, cast: Cast, run: Run, head: number): Actor | null {
  if (!SPEAKS_FOR.has(scene.tagged.lemmas[head]!)) return null
  for (let token = run.first; token < run.last; token++) {
    const name = nameAt(scene, token)
    if (name !== null) return cast.byName[name]!
  }
  return null
}
