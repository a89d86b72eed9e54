import type { AgentKind } from "../data.ts"
import type { Run } from "../tree.ts"
import { type Actor, type Cast, newActor } from "./cast.ts"
import { type Scene, wordsOf } from "./scene.ts"
import { OFFICES } from "./words.ts"

/** Bodies that bear the name of the one they work for: “the Ruiz *campaign*”, “Ruiz’s *office*”. Both wordings are one actor. */
const NAMED_FOR_OWNER = new Set(["campaign", "office", "team", "camp"])

/** “the Northland *team*” is no one's camp. */
const PERSONAL = new Set(["team", "camp"])

/** Bodies that an attribute makes one of a kind: “the *health* ministry”, “the *Northland* government”, “the *Ruiz* team”. */
const BODIES = new Set(
  "military navy ministry government administration department team police council commission committee authority agency court army embassy parliament party palace union foundation company hospital university jail board".split(
    " ",
  ),
)

/**
 * The body a run of words names through its owner or attribute, when its last noun is one: “Mr. Ruiz’s office”, “the health ministry”.
 * Null for anything else.
 */
export function owned(scene: Scene, cast: Cast, run: Run): Actor | null {
  const core = coreOf(scene, run)
  const head = core.last - 1
  if (core.last - core.first < 2 || scene.nameOf[head]! >= 0) return null
  const lemma = scene.tagged.lemmas[head]!.toLowerCase().split("-")[0]!
  if (lemma === "agency" && scene.forms[head - 1]!.toLowerCase() === "news") return null
  if (NAMED_FOR_OWNER.has(lemma)) {
    const owner = ownerIn(scene, cast, core) ?? bearerIn(scene, cast, core)
    if (PERSONAL.has(lemma) && owner?.kind !== "person") return BODIES.has(lemma) ? bodyNamed(cast, wordsOf(scene, core)) : null
    const actor = owner && ownedBy(cast, owner, scene.forms[head]!, "organization")
    if (actor && PERSONAL.has(lemma) && actor.mentions.length === 0) actor.name = wordsOf(scene, core)
    return actor
  }
  return BODIES.has(lemma) ? bodyNamed(cast, wordsOf(scene, core)) : null
}

/** “*Ruiz’s* campaign”, “*his* spokesman”: one actor for an owner and a noun, acting for the owner. */
export function ownedBy(cast: Cast, owner: Actor, noun: string, kind: AgentKind): Actor {
  const name = `${owner.name}'s ${noun}`
  const known = cast.owned.get(name.toLowerCase())
  if (known) return known
  const actor = newActor(cast.actors, name, kind)
  actor.pronoun = kind === "organization" ? "it" : /[^s]s$/.test(noun) ? "they" : null
  if (owner.kind !== "group") actor.actsFor = owner
  cast.owned.set(name.toLowerCase(), actor)
  return actor
}

/** The body of a name that is made of common words: “the *health ministry*”. */
export function bodyNamed(cast: Cast, name: string): Actor {
  const known = cast.owned.get(name.toLowerCase())
  if (known) return known
  const actor = newActor(cast.actors, name, /^(police|military|army|navy|coastguard)$/i.test(name) ? "group" : "organization")
  actor.pronoun = "it"
  cast.owned.set(name.toLowerCase(), actor)
  return actor
}

/** The words without article before and clause or phrase behind. */
function coreOf({ forms, tagged }: Scene, { first, last }: Run): Run {
  let from = first
  while (from < last - 1 && /^(the|a|an|this|that|its)$/i.test(forms[from]!)) from++
  // “a *top* port ministry official”: the rank is the official's, not the ministry's.
  while (from < last - 2 && /^(top|senior|high-ranking|high-level|unnamed|unidentified|anonymous|former|retired)$/i.test(forms[from]!))
    from++
  let end = from
  while (end < last && /^(NN|JJ|POS|CD|HYPH|VB[NG])/.test(tagged.tags[end]!)) end++
  return { first: from, last: Math.max(from, end) }
}

/** “the *port minister’s* campaign”: the one whom the article names as such. */
function bearerIn({ tagged: { tags, lemmas } }: Scene, cast: Cast, { first, last }: Run): Actor | null {
  if (last - first < 3 || tags[last - 2] !== "POS" || !OFFICES.has(lemmas[last - 3]!.toLowerCase())) return null
  const bearers = cast.bearers.get(lemmas[last - 3]!.toLowerCase()) ?? []
  return bearers.length === 1 ? bearers[0]! : null
}

/** The name right before the noun: “Mr. *Ruiz* ’s office”, or before a place that tells which: “*Ruiz* ’s Port Salloway office”. */
function ownerIn({ nameOf, names, tagged }: Scene, cast: Cast, { first, last }: Run): Actor | null {
  let before = tagged.tags[last - 2] === "POS" ? last - 3 : last - 2
  const nearest = before >= first ? nameOf[before]! : -1
  const behindOwner = nearest >= 0 && names[nearest]!.first - 2 >= first && tagged.tags[names[nearest]!.first - 1] === "POS"
  if (behindOwner && nameOf[names[nearest]!.first - 2]! >= 0) before = names[nearest]!.first - 2
  const name = before >= first ? nameOf[before]! : -1
  return name >= 0 ? cast.byName[name]! : null
}
