import type { Run } from "../tree.ts"
import type { Actor, Cast } from "./cast.ts"
import { bodyNamed } from "./owned.ts"
import { bodyAbove, principalOf } from "./principal.ts"
import type { Scene } from "./scene.ts"

/** “the river board’s *engineer*”, “Harbor Lines’ operations *chief*”, “its *keeper*”: those whom a body employs or is led by. */
const STAFF = new Set(
  "director manager chief engineer keeper head chair chairman chairwoman president superintendent principal dean curator executive editor editor-in-chief founder owner coordinator organizer organiser treasurer secretary author producer ceo".split(
    " ",
  ),
)

/** Bodies whose members speak for themselves: “Senate *leader*”, “*chairman* of the Northern Party”. */
const MANY_VOICES =
  /\b(senate|house|congress|parliament|assembly|party|caucus|committee|government|administration|cabinet|republicans?|democrats?|conservatives?|state|nation|union of)\b/i

/** “*Detective* Lars Brask” */
const POLICE = /^(detective|inspector|constable|superintendent|det\.|supt\.)$/i

const EDITOR = /^editor(-in-chief)?$/

interface Asking {
  readonly scene: Scene
  readonly cast: Cast
  /** Whether a role without a word for whom may take the body spoken of. */
  readonly bare: boolean
}

/** For whom someone on a body's staff speaks: the body that owns the role, stands before it or behind “of”; a bare “chief executive” the one spoken of. */
export function employerOf({ scene, cast, bare }: Asking, run: Run, head: number, self: Actor): Actor | null {
  const lemma = scene.tagged.lemmas[head]!.toLowerCase()
  if (POLICE.test(lemma) && run.last - run.first === 1) return bodyNamed(cast, "police")
  if (!STAFF.has(lemma)) return null
  const body = principalOf(scene, run, head, self, cast)
  // “*Coast Radio’s* editor-in-chief”: of outlets only those who answer for them.
  if (body?.kind === "publication") return EDITOR.test(lemma) ? body : null
  if (body) return body.kind === "organization" && !isPlace(scene, cast, body) && !MANY_VOICES.test(body.name) ? body : null
  return bare && isBare(scene, run, head) ? bodyAbove(scene, { first: head, last: head + 1 }, cast) : null
}

function isPlace({ names }: Scene, { byName }: Cast, body: Actor): boolean {
  return names.some(({ kind }, at) => kind === "place" && byName[at] === body)
}

/** “*chief executive* Lena Ott”, “*the director*, Lena Ott”, “*its keeper*”: no other word tells for whom. */
function isBare({ tagged, nameOf }: Scene, { first, last }: Run, head: number): boolean {
  for (let token = first; token < last; token++) if (nameOf[token]! >= 0) return false
  return head === last - 1 && last - first <= 3 && /^(PRP\$|DT|JJ|NN)/.test(tagged.tags[first]!)
}
