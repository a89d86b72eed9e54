import type { AgentKind } from "../data.ts"
import type { Run } from "../tree.ts"
import { type Actor, newActor } from "./cast.ts"
import type { Look } from "./memory.ts"
import { owned } from "./owned.ts"
import { peopleKind } from "./people.ts"
import { bodyAbove, isSpeaker, principalOf } from "./principal.ts"
import { type Scene, spanOf, wordsOf } from "./scene.ts"
import { DOCUMENTS, FEMALE_NOUNS, GROUPS, MALE_NOUNS, OFFICES, PUBLICATION_NOUNS, UNNAMED_PEOPLE } from "./words.ts"

/** An actor made of its description: “two people familiar with the report”, “the port authority”, “critics”. The same words are the same actor. */
export function describedActor({ scene, cast, memory, run, head }: Look): Actor {
  const words = describedAs(scene, run, head)
  const principal = isSpeaker(scene, head) ? (principalOf(scene, run, head, null, cast) ?? bodyAbove(scene, run, cast)) : null
  const key = `${words.toLowerCase().replace(/^(the|this|that|these|those)\s+/, "")} ${principal?.name ?? ""}`
  const known = memory.described.get(key)
  if (known) {
    known.mentions.push(spanOf(scene, run))
    return known
  }
  const kind = kindOfDescription(scene, run, head)
  const actor = newActor(cast.actors, kind === "unnamed" ? words : words.replace(/^(the|this|that|these|those)\s+/i, ""), kind)
  actor.mentions.push(spanOf(scene, run))
  actor.pronoun = pronounOf(scene, head, kind)
  if (principal) actor.actsFor = principal
  else if (SERVANTS.has(scene.tagged.lemmas[head]!)) actor.actsFor = owned(scene, cast, { first: run.first, last: head })
  memory.descriptions.push({ lemma: scene.tagged.lemmas[head]!.toLowerCase(), plural: isPlural(scene, head), actor })
  memory.described.set(key, actor)
  return actor
}

/** “a Northland government *official*”: who speaks for the body before the noun. */
const SERVANTS = new Set(["official", "aide", "adviser", "advisor", "source"])

function isPlural({ tagged }: Scene, head: number): boolean {
  return /^NNP?S$/.test(tagged.tags[head]!)
}

/** The description without clauses that hang from it: “*three port officials* who spoke to Coast Radio”, “*a source*, speaking on condition of anonymity”. */
function describedAs(scene: Scene, { first, last }: Run, head: number): string {
  let end = head + 1
  while (end < last && !/^([,;:(–—]|who|which|that|whose|speaking|quoted|cited)$/i.test(scene.forms[end]!)) end++
  const words = wordsOf(scene, { first, last: end })
  return isCommon(scene, first) ? words[0]!.toLowerCase() + words.slice(1) : words
}

/** “*Critics*”, “*A* source”: words that bear their capital only for opening a sentence. “*FILE PHOTO*” and “*Osgrave*” keep theirs. */
function isCommon({ tagged: { tags, lemmas }, forms, nameOf }: Scene, token: number): boolean {
  const tag = tags[token]!
  if (nameOf[token]! >= 0 || tag.startsWith("NNP") || /^\p{Lu}{2}/u.test(forms[token]!)) return false
  if (!tag.startsWith("NN")) return true
  const lemma = lemmas[token]!.toLowerCase()
  return [UNNAMED_PEOPLE, GROUPS, DOCUMENTS, PUBLICATION_NOUNS, OFFICES].some(words => words.has(lemma))
}

function kindOfDescription(scene: Scene, run: Run, head: number): AgentKind {
  const { tagged, forms } = scene
  const lemma = tagged.lemmas[head]!.toLowerCase()
  if (forms.slice(run.first, run.last).some(word => /^sources?$/i.test(word))) return "unnamed"
  if (isPair(scene, run, head)) return "group"
  if (DOCUMENTS.has(lemma) || WRITINGS.has(lemma)) return "document"
  if (PUBLICATION_NOUNS.has(lemma)) return "publication"
  const people = peopleKind(scene, run, head)
  if (people) return people
  if (GROUPS.has(lemma) || GROUPS.has(forms[head]!.toLowerCase())) return isNamedBody(scene, run, head) ? "organization" : "group"
  return tagged.tags[head]!.startsWith("NNP") ? "organization" : "group"
}

/** “Both *Ruiz and the port chief* denied it” */
function isPair({ tagged, tree }: Scene, run: Run, head: number): boolean {
  return tree.children[head]!.some(each => tagged.labels[each] === "conj" && each < run.last && /^(NN|PRP)/.test(tagged.tags[each]!))
}

/** What is written or recorded and speaks, besides `DOCUMENTS`. */
const WRITINGS = new Set(
  "translation passage footage readout excerpt chapter manuscript decision spreadsheet invoice receipt screenshot".split(" "),
)

/** “the *Ruiz* campaign”, “the *Northland* government”: a body that a name in its description makes one of a kind. */
function isNamedBody({ nameOf, tagged }: Scene, { first }: Run, head: number): boolean {
  for (let token = first; token < head; token++) if (nameOf[token]! >= 0 || tagged.tags[token]!.startsWith("NNP")) return true
  return false
}

function pronounOf({ tagged }: Scene, head: number, kind: AgentKind): Actor["pronoun"] {
  const lemma = tagged.lemmas[head]!
  if (FEMALE_NOUNS.has(lemma)) return "she"
  if (MALE_NOUNS.has(lemma)) return "he"
  if (tagged.tags[head] === "NNS") return "they"
  return kind === "unnamed" ? null : "it"
}
