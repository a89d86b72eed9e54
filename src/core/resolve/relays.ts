import type { Citing } from "../data.ts"
import type { Span } from "../span.ts"
import { child, type Run } from "../tree.ts"
import type { Actor } from "./cast.ts"
import { describedOutlet, isProgrammeOf, outletMeant, ownProgramme, quotedProgramme } from "./outlets.ts"
import type { Place } from "./place.ts"
import { type Scene, spanOf, wordsOf } from "./scene.ts"
import { meant } from "./who.ts"
import { DOCUMENTS, PUBLICATION_NOUNS, UNNAMED_PEOPLE } from "./words.ts"

/** Who carried some words, and the token that names the carrier. */
export interface Carrier {
  readonly actor: Actor
  readonly token: number
}

/** “in remarks published by *the Coast news agency*”, “on *Coast Radio*’s Morning Call”: who carried the words, nearest to the cue first. */
export function carriersOf(place: Place): Carrier[] {
  const { scene, cast, source } = place
  const found: Carrier[] = quoterOf(place).map(actor => ({ actor, token: place.head }))
  const add = (actor: Actor, token: number) => {
    if (actor !== cast.publisher && !found.some(each => each.actor === actor)) found.push({ actor, token })
  }
  for (const token of [...tokensOf(place.cue), ...place.outside]) {
    const named = quotedProgramme(scene, cast, token) ?? ownProgramme(scene, cast, token) ?? described(place, token)
    if (named) add(named, token)
    const name = scene.nameOf[token]!
    if (name < 0 || scene.names[name]!.last - 1 !== token || isProgrammeOf(scene, cast, token)) continue
    const actor = cast.byName[name]!
    if (source && source.first <= token && token < source.last) {
      if (actor.kind !== "person" && token > source.first && isCarriedBy(place, token)) add(actor, token)
      continue
    }
    if (isCarriedBy(place, token) || (actor.kind === "publication" && (isChannel(scene, token) || isReporting(place, token))))
      add(actor, token)
  }
  return found
}

/** “admitted *to the newspaper*” may all be cue. */
function tokensOf({ first, last }: Run): number[] {
  return Array.from({ length: last - first }, (_, at) => first + at)
}

/** “the Post quoted an official as *saying*”, “the Post reported, *quoting* an official”: the one who quotes passes it on. */
function quoterOf({ scene, cast, head, memory, cue }: Place): Actor[] {
  const { tagged, tree } = scene
  const above = tagged.heads[head]!
  const isQuoting = /^quoting$/i.test(scene.forms[head]!)
  const quotes = isQuoting || (above >= 0 && above < cue.first && tagged.lemmas[above] === "quote")
  if (!quotes || above < 0) return []
  // “was quoted *by Coast Radio* as saying”: the passive names the outlet behind “by”, which `isCarriedBy` finds.
  if (child(tree, tagged, above, "auxpass", "nsubjpass") !== null) return []
  const subject = child(tree, tagged, above, "nsubj")
  if (subject === null) return []
  const run = { first: tree.left[subject]!, last: subject + 1 }
  const { actor } = meant(scene, cast, memory, run)
  return actor && actor !== cast.publisher ? [actor] : []
}

/** “admitted *to the newspaper*”, “in an interview *with the magazine*” */
function described(place: Place, token: number): Actor | null {
  const { scene } = place
  if (!/^(to|with|on|by)$/i.test(scene.forms[token]!)) return null
  const run = describedOutlet(scene, token)
  return run && outletMeant(place, run)
}

const CARRY = new Set(
  "publish carry report quote cite broadcast air print release obtain post see review view examine interview".split(" "),
)

/** The name, no mere owner, stands after “by” and hangs, over nouns of publishing, from a verb of carrying: “carried *by the state-run Coast news agency*”. */
function isCarriedBy({ scene, cast }: Place, token: number): boolean {
  const isOutlet = cast.byName[scene.nameOf[token]!]!.kind === "publication"
  const { heads, lemmas, tags } = scene.tagged
  if (tags[token + 1] === "POS") return false
  let by = false
  for (let at = token, step = 0; at >= 0 && step < 5; at = heads[at]!, step++) {
    by ||= scene.tree.children[at]!.some(each => scene.forms[each]!.toLowerCase() === "by")
    // “were interviewed *by the port police*”: who questions people without being an outlet passes nothing on.
    if (at !== token && /^(interview|examine)$/.test(lemmas[at]!) && !isOutlet) return false
    if (at !== token && (CARRY.has(lemmas[at]!) || isQuotedSaying(lemmas, at, heads[at]!))) return by
    if (at !== token && !/^NN|^POS|^JJ/.test(tags[at]!)) return false
  }
  return false
}

/** “was quoted as *saying* by Coast Radio” */
function isQuotedSaying(lemmas: readonly string[], token: number, above: number): boolean {
  return lemmas[token] === "say" && above >= 0 && lemmas[above] === "quote"
}

/** “said *on* Coast Radio”, “told her *on* the Post’s podcast”, “in an interview *with* the Post”, “contacted *by* the Post”, “the Post *interview*”. */
export function isChannel({ forms, tagged, names, nameOf }: Scene, token: number): boolean {
  let before = names[nameOf[token]!]!.first - 1
  while (before >= 0 && /^(DT|JJ|NN|VBN|POS|PRP\$)/.test(tagged.tags[before]!) && !/^(published|carried)$/i.test(forms[before]!)) before--
  const noun = /^(interview|podcast|program|programme|show|column|op-ed|appearance)$/i
  if (/^with$/i.test(forms[before] ?? "")) return WITH_OUTLET.test(forms[before - 1] ?? "")
  if (/^(on|via)$/i.test(forms[before] ?? "") || forms[before - 1]?.toLowerCase() === "according") return true
  if (/^(to|by)$/i.test(forms[before] ?? ""))
    return /^(spoke|speaking|spoken|talking|statement|told|contacted|reached|asked|interviewed|email|obtained)$/i.test(
      forms[before - 1] ?? "",
    )
  if (/^(in|for|during|from)$/i.test(forms[before] ?? ""))
    return (
      noun.test(forms[token + 1] ?? "") ||
      noun.test(forms[token + 2] ?? "") ||
      noun.test(forms[before - 1] ?? "") ||
      /^(wrote|writes|writing|written|say|says|said|article|essay|editorial|piece|letter)$/i.test(forms[before - 1] ?? "")
    )
  return false
}

/** “an *interview* with Coast Radio”; “had no contact with Coast Radio” passes nothing on. */
const WITH_OUTLET =
  /^(interviews?|spoke|speaking|spoken|talk|talked|talking|conversation|call|chat|appearance|session|meeting|shared|discussion|briefing)$/i

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
  const { scene, head, clauses } = place
  const around = clauses(head).filter(({ first, last }) => first <= head && head < last)
  for (const token of place.outside)
    if (isCiting(scene, token) && around.every(({ first, last }) => first <= token && token < last)) return citedAt(place, token)
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
