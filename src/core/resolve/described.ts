import type { AgentKind } from "../data.ts"
import type { Run } from "../tree.ts"
import { type Actor, type Cast, newActor } from "./cast.ts"
import type { Look } from "./memory.ts"
import { isListed } from "./named.ts"
import { owned } from "./owned.ts"
import { peopleKind } from "./people.ts"
import { bodyAbove, isSpeaker, principalIn, principalOf } from "./principal.ts"
import { type Scene, spanOf, wordsOf } from "./scene.ts"
import { DOCUMENTS, FEMALE_NOUNS, GROUPS, INSTITUTIONS, MALE_NOUNS, OFFICES, PUBLICATION_NOUNS, UNNAMED_PEOPLE } from "./words.ts"

/** An actor made of its description: “two people familiar with the report”, “the port authority”, “critics”. The same words are the same actor. */
export function describedActor({ scene, cast, memory, run, head }: Look): Actor {
  const words = describedAs(scene, run, head)
  const principal = isSpeaker(scene, head) ? (principalOf(scene, run, head, null, cast) ?? bodyAbove(scene, run, cast)) : null
  const key = `${bare(words).toLowerCase()} ${principal?.name ?? ""}`
  const known = memory.described.get(key)
  if (known) {
    known.mentions.push(spanOf(scene, run))
    return known
  }
  const kind = kindOfDescription(scene, run, head)
  const body = kind === "organization" ? cast.owned.get(bare(words).toLowerCase()) : undefined
  if (body) {
    body.mentions.push(spanOf(scene, run))
    memory.described.set(key, body)
    return body
  }
  const actor = newActor(cast.actors, kind === "unnamed" ? words : bare(words), kind)
  if (kind === "organization") cast.owned.set(actor.name.toLowerCase(), actor)
  actor.mentions.push(spanOf(scene, run))
  actor.pronoun = pronounOf(scene, head, kind)
  if (principal) actor.actsFor = principal
  else if (kind === "document") actor.actsFor = authorIn(scene, cast, run, head)
  else if (SERVANTS.has(scene.tagged.lemmas[head]!)) actor.actsFor = owned(scene, cast, { first: run.first, last: head })
  memory.descriptions.push({ lemma: scene.tagged.lemmas[head]!.toLowerCase(), plural: isPlural(scene, head), actor })
  memory.described.set(key, actor)
  return actor
}

/** “a statement *from Harbor Lines*”, “a letter *by the ferry union*”: for whom what is written speaks. */
function authorIn(scene: Scene, cast: Cast, { last }: Run, head: number): Actor | null {
  const isFrom = /^(from|by)$/i.test(scene.forms[head + 1] ?? "") && head + 2 < last
  return isFrom && AUTHORED.test(scene.tagged.lemmas[head]!) ? principalIn(scene, { first: head + 2, last }, null, cast) : null
}

const AUTHORED = /^(statement|letter|email|e-mail|release|message|memo|tweet|post|notice|press-release)$/

/** “a Northland government *official*”: who speaks for the body before the noun. */
const SERVANTS = new Set(["official", "aide", "adviser", "advisor", "source"])

function bare(words: string): string {
  return words.replace(/^(the|this|that|these|those)\s+/i, "")
}

function isPlural({ tagged }: Scene, head: number): boolean {
  return /^NNP?S$/.test(tagged.tags[head]!)
}

/** The description without clauses that hang from it: “*three port officials* who spoke to Coast Radio”, “*a source*, speaking on condition of anonymity”. */
function describedAs(scene: Scene, { first, last }: Run, head: number): string {
  if (isListed(scene, { first, last })) return wordsOf(scene, { first, last: scene.forms[last - 1] === "," ? last - 1 : last })
  let end = head + 1
  while (
    end < last &&
    !/^([,;:(–—]|who|which|that|whose|speaking|quoted|cited|seen|obtained|published|reviewed|viewed|carried|aired)$/i.test(
      scene.forms[end]!,
    )
  )
    end++
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
  if (isPair(scene, run, head) || isListed(scene, run)) return "group"
  if (DOCUMENTS.has(lemma) || WRITINGS.has(lemma)) return "document"
  if (PUBLICATION_NOUNS.has(lemma)) return "publication"
  const people = peopleKind(scene, run, head)
  if (people) return people
  if (tagged.tags[head] === "NN" && (INSTITUTIONS.has(lemma) || (GROUPS.has(lemma) && !COMPANIES.has(lemma)))) return "organization"
  if (GROUPS.has(lemma) || GROUPS.has(forms[head]!.toLowerCase())) return isNamedBody(scene, run, head) ? "organization" : "group"
  return tagged.tags[head]!.startsWith("NNP") ? "organization" : "group"
}

/** “the *family* said”, “the *opposition*”: people together, and no body. */
const COMPANIES = new Set(
  "police authority prosecutor army military navy nation state crew family side camp team critic supporter opponent resident".split(" "),
)

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
