import type { Actor, Cast } from "./cast.ts"
import { owned } from "./owned.ts"
import type { Scene } from "./scene.ts"
import { GROUPS } from "./words.ts"

/** How far back “the ministry” looks for the ministry meant. Tokens. */
const LOOK_BACK_TOKENS = 400

/** Words that stand for any body named before: “the *company*”. */
const ANY_BODY = /^(company|firm|group|airline|club|maker|giant|startup|start-up|retailer|bank|charity)$/

/**
 * The body that a bare noun means: “the *ministry*” after “the Northland foreign ministry”, “the *board*” after “Northland Harbor Board”, “the
 * *company*” after any body. The nearest; null when none was named.
 */
export function bodyMeant(scene: Scene, cast: Cast, noun: number): Actor | null {
  const lemma = scene.tagged.lemmas[noun]!.toLowerCase()
  if (!GROUPS.has(lemma) && !ANY_BODY.test(lemma)) return null
  let any: Actor | null = null
  for (let token = noun - 1; token >= 0 && token > noun - LOOK_BACK_TOKENS; token--) {
    const named = organizationEnding(scene, cast, token)
    if (named && scene.forms[token]!.toLowerCase() === lemma) return named
    if (named && named.kind === "organization") any ??= named
    const described = named ? null : describedAt(scene, cast, token, lemma)
    if (described) return described
  }
  return ANY_BODY.test(lemma) ? any : null
}

function organizationEnding({ nameOf, names }: Scene, cast: Cast, token: number): Actor | null {
  const name = nameOf[token]!
  return name >= 0 && names[name]!.last - 1 === token && names[name]!.kind === "organization" && names[name]!.first < token
    ? cast.byName[name]!
    : null
}

/** “the *Northland foreign ministry*”: the same noun with words that make it one of a kind. */
function describedAt(scene: Scene, cast: Cast, token: number, lemma: string): Actor | null {
  const { tagged } = scene
  if (tagged.lemmas[token]!.toLowerCase() !== lemma || !/^(NN|JJ)/.test(tagged.tags[token - 1] ?? "")) return null
  let first = token
  while (first > 0 && /^(NN|JJ)/.test(tagged.tags[first - 1]!)) first--
  return owned(scene, cast, { first, last: token + 1 })
}
