import type { Citing } from "../data.ts"
import type { Span } from "../span.ts"
import { child, type Run } from "../tree.ts"
import type { Actor } from "./cast.ts"
import { outside, type Place } from "./place.ts"
import { type Scene, spanOf, wordsOf } from "./scene.ts"
import { DOCUMENTS, PUBLICATION_NOUNS, UNNAMED_PEOPLE } from "./words.ts"

/** “in remarks published by *the Coast news agency*”, “on *Coast Radio*’s Morning Call”: who carried the words, nearest to the cue first. */
export function carriersOf(place: Place): Actor[] {
  const { scene, cast, source } = place
  const found: Actor[] = []
  for (const token of outside(place)) {
    const name = scene.nameOf[token]!
    if (name < 0 || scene.names[name]!.last - 1 !== token) continue
    if (source && source.first <= token && token < source.last) continue
    const actor = cast.byName[name]!
    if (found.includes(actor) || actor === cast.publisher) continue
    if (isCarriedBy(place, token) || (actor.kind === "publication" && (isChannel(scene, token) || isReporting(place, token))))
      found.push(actor)
  }
  return found
}

const CARRY = new Set("publish carry report quote cite broadcast air print release obtain run post".split(" "))

/** The name, no mere owner, stands after “by” and hangs, over nouns of publishing, from a verb of carrying: “carried *by the state-run Coast news agency*”. */
function isCarriedBy({ scene }: Place, token: number): boolean {
  const { heads, lemmas, tags } = scene.tagged
  if (tags[token + 1] === "POS") return false
  let by = false
  for (let at = token, step = 0; at >= 0 && step < 5; at = heads[at]!, step++) {
    by ||= scene.tree.children[at]!.some(each => scene.forms[each]!.toLowerCase() === "by")
    if (at !== token && CARRY.has(lemmas[at]!)) return by
    if (at !== token && !/^NN|^POS|^JJ/.test(tags[at]!)) return false
  }
  return false
}

/** “said *on* Coast Radio”, “told her *on* the Post’s podcast”, “in an interview *with* the Post”, “contacted *by* the Post”, “the Post *interview*”. */
function isChannel({ forms, tagged, names, nameOf }: Scene, token: number): boolean {
  let before = names[nameOf[token]!]!.first - 1
  while (before >= 0 && /^(DT|JJ|NN|VBN|POS|PRP\$)/.test(tagged.tags[before]!) && !/^(published|carried)$/i.test(forms[before]!)) before--
  const noun = /^(interview|podcast|program|programme|show|column|op-ed|appearance)$/i
  if (/^(on|with|via)$/i.test(forms[before] ?? "") || forms[before - 1]?.toLowerCase() === "according") return true
  if (/^(to|by)$/i.test(forms[before] ?? ""))
    return /^(spoke|speaking|spoken|talking|statement|told|contacted|reached|asked|interviewed|email|obtained)$/i.test(
      forms[before - 1] ?? "",
    )
  if (/^(in|for|during|from)$/i.test(forms[before] ?? ""))
    return (
      noun.test(forms[token + 1] ?? "") ||
      noun.test(forms[token + 2] ?? "") ||
      noun.test(forms[before - 1] ?? "") ||
      /^writing$/i.test(forms[before - 1] ?? "")
    )
  return false
}

/** “…, *Coast Radio reported*.” beside another's cue: who passed it on. */
function isReporting({ scene, head, cue }: Place, token: number): boolean {
  const verb = token + 1
  if (verb === head || (cue.first <= verb && verb < cue.last)) return false
  return (
    /^(said|says|reported|reports|wrote)$/i.test(scene.forms[verb] ?? "") && scene.tree.sentenceOf[verb] === scene.tree.sentenceOf[head]
  )
}

/** What a source leans on, while those cited are still actors. */
export interface Cited extends Span {
  readonly kind: Citing["kind"]
  readonly actors: readonly Actor[]
}

/** “reported, *citing two officials*”, “… , *quoting the memo*”: what the source itself leans on. */
export function citingOf(place: Place): Cited | null {
  const { scene } = place
  for (const token of outside(place)) if (isCiting(scene, token)) return citedAt(place, token)
  return null
}

/** “*citing* two officials”, the participle that names who is leant on. */
export function isCiting({ forms }: Scene, token: number): boolean {
  return /^(citing|quoting)$/i.test(forms[token]!)
}

function citedAt({ scene, cast }: Place, token: number): Cited | null {
  const object = child(scene.tree, scene.tagged, token, "dobj") ?? nounAfter(scene, token)
  if (object === null) return null
  const run = { first: Math.max(token + 1, scene.tree.left[object]!), last: endOfNoun(scene, object) }
  const kind = citedKind(scene, run, object)
  const name = scene.nameOf[object]!
  return { ...spanOf(scene, run), kind, actors: kind === "named" && name >= 0 ? [cast.byName[name]!] : [] }
}

function nounAfter({ tagged }: Scene, token: number): number | null {
  for (let at = token + 1; at < Math.min(tagged.tags.length, token + 8); at++)
    if (tagged.tags[at]!.startsWith("NN") && !tagged.tags[at + 1]?.startsWith("NN")) return at
  return null
}

function endOfNoun({ tree, forms }: Scene, object: number): number {
  let end = object + 1
  while (end <= tree.right[object]! && !/^([,;:.]|that|as)$/i.test(forms[end]!)) end++
  return end
}

function citedKind(scene: Scene, run: Run, head: number): Citing["kind"] {
  const lemma = scene.tagged.lemmas[head]!
  if (scene.nameOf[head]! >= 0) return "named"
  if (UNNAMED_PEOPLE.has(lemma) || /\b(sources?|people|officials?)\b/i.test(wordsOf(scene, run))) return "anonymous"
  if (DOCUMENTS.has(lemma)) return "document"
  return PUBLICATION_NOUNS.has(lemma) ? "named" : "anonymous"
}
