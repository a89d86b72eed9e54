import type { AgentKind } from "../data.ts"
import type { Run } from "../tree.ts"
import { type Actor, newActor } from "./cast.ts"
import type { Look } from "./memory.ts"
import { owned } from "./owned.ts"
import { isSpeaker, principalOf } from "./roles.ts"
import { type Scene, spanOf, wordsOf } from "./scene.ts"
import { DOCUMENTS, FEMALE_NOUNS, GROUPS, MALE_NOUNS, PUBLICATION_NOUNS, UNNAMED_PEOPLE } from "./words.ts"

/** An actor made of its description: “two people familiar with the report”, “the port authority”, “critics”. The same words are the same actor. */
export function describedActor({ scene, cast, memory, run, head }: Look): Actor {
  const words = describedAs(scene, run, head)
  const key = words.toLowerCase().replace(/^(the|this|that|these|those)\s+/, "")
  const known = memory.described.get(key)
  if (known) {
    known.mentions.push(spanOf(scene, run))
    return known
  }
  const kind = kindOfDescription(scene, run, head)
  const actor = newActor(cast.actors, kind === "unnamed" ? words : words.replace(/^(the|this|that|these|those)\s+/i, ""), kind)
  actor.mentions.push(spanOf(scene, run))
  actor.pronoun = pronounOf(scene, head, kind)
  if (isSpeaker(scene, head)) actor.actsFor = principalOf(scene, run, head, null, cast)
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
  return scene.tagged.tags[first]!.startsWith("NNP") ? words : words[0]!.toLowerCase() + words.slice(1)
}

function kindOfDescription(scene: Scene, run: Run, head: number): AgentKind {
  const { tagged, forms } = scene
  const lemma = tagged.lemmas[head]!.toLowerCase()
  const plural = tagged.tags[head] === "NNS" || tagged.tags[head] === "NNPS"
  if (forms.slice(run.first, run.last).some(word => /^sources?$/i.test(word))) return "unnamed"
  if (DOCUMENTS.has(lemma)) return "document"
  if (PUBLICATION_NOUNS.has(lemma)) return "publication"
  if (UNNAMED_PEOPLE.has(lemma)) return plural && isClass(scene, run, head) ? "group" : "unnamed"
  if (GROUPS.has(lemma) || GROUPS.has(forms[head]!.toLowerCase())) return isNamedBody(scene, run, head) ? "organization" : "group"
  if (tagged.tags[head]!.startsWith("NNP")) return "organization"
  if (plural) return "group"
  return FEMALE_NOUNS.has(lemma) || MALE_NOUNS.has(lemma) || /^(an?|one|another)$/i.test(forms[run.first]!) ? "unnamed" : "group"
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

const CLASSES = new Set(
  "critic supporter opponent voter activist expert analyst economist scientist researcher lawmaker resident observer prosecutor investigator student teacher doctor worker people".split(
    " ",
  ),
)

function pronounOf({ tagged }: Scene, head: number, kind: AgentKind): Actor["pronoun"] {
  const lemma = tagged.lemmas[head]!
  if (FEMALE_NOUNS.has(lemma)) return "she"
  if (MALE_NOUNS.has(lemma)) return "he"
  if (tagged.tags[head] === "NNS") return "they"
  return kind === "unnamed" ? null : "it"
}
