import type { AgentKind } from "../data.ts"
import type { Run } from "../tree.ts"
import { type Actor, type Cast, newActor } from "./cast.ts"
import { type Scene, wordsOf } from "./scene.ts"

/** Bodies that bear the name of the one they work for: “the Ruiz *campaign*”, “Ruiz’s *office*”. Both wordings are one actor. */
const NAMED_FOR_OWNER = new Set(["campaign", "office"])

/** Bodies that an attribute makes one of a kind: “the *health* ministry”, “the *Northland* government”, “the *Ruiz* team”. */
const BODIES = new Set(
  "ministry government administration department team police council commission committee authority agency court army embassy parliament party palace union foundation company hospital university jail board".split(
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
  const lemma = scene.tagged.lemmas[head]!.toLowerCase()
  if (NAMED_FOR_OWNER.has(lemma)) {
    const owner = ownerIn(scene, cast, core)
    return owner && ownedBy(cast, owner, scene.forms[head]!, "organization")
  }
  return BODIES.has(lemma) ? bodyNamed(cast, wordsOf(scene, core)) : null
}

/** “*Ruiz’s* campaign”, “*his* spokesman”: one actor for an owner and a noun, acting for the owner. */
export function ownedBy(cast: Cast, owner: Actor, noun: string, kind: AgentKind): Actor {
  const name = `${owner.name}'s ${noun}`
  const known = cast.owned.get(name.toLowerCase())
  if (known) return known
  const actor = newActor(cast.actors, name, kind)
  actor.pronoun = kind === "organization" ? "it" : null
  if (owner.kind !== "group") actor.actsFor = owner
  cast.owned.set(name.toLowerCase(), actor)
  return actor
}

function bodyNamed(cast: Cast, name: string): Actor {
  const known = cast.owned.get(name.toLowerCase())
  if (known) return known
  const actor = newActor(cast.actors, name, "organization")
  actor.pronoun = "it"
  cast.owned.set(name.toLowerCase(), actor)
  return actor
}

/** The words without article before and clause or phrase behind. */
function coreOf({ forms, tagged }: Scene, { first, last }: Run): Run {
  let from = first
  while (from < last - 1 && /^(the|a|an|this|that|its)$/i.test(forms[from]!)) from++
  let end = from
  while (end < last && /^(NN|JJ|POS|CD|HYPH|VB[NG])/.test(tagged.tags[end]!)) end++
  return { first: from, last: Math.max(from, end) }
}

/** The name right before the noun: “Mr. *Ruiz* ’s office”. */
function ownerIn({ nameOf, tagged }: Scene, cast: Cast, { first, last }: Run): Actor | null {
  const before = tagged.tags[last - 2] === "POS" ? last - 3 : last - 2
  const name = before >= first ? nameOf[before]! : -1
  return name >= 0 ? cast.byName[name]! : null
}
