import { type Actor, newActor } from "./cast.ts"
import type { Look } from "./memory.ts"
import { bodySubject } from "./principal.ts"
import { type Scene, spanOf, wordsOf } from "./scene.ts"

/** How far back a pair may have been named. */
const LOOK_BACK_SENTENCES = 2
const LOOK_BACK_TOKENS = 120

/** “Ruiz and Brask met. *They* said …”, “*The two* said …”: the last two who were named together, as one. */
export function pairAbove({ scene, cast, memory, run, head }: Look): Actor | null {
  const { prose, tree } = scene
  const first = prose.sentences[Math.max(0, tree.sentenceOf[head]! - LOOK_BACK_SENTENCES)]!.first
  for (let token = head - 1; token >= first && token > head - LOOK_BACK_TOKENS; token--) {
    const other = partnerOf(scene, token)
    if (other === null) continue
    const pair = { first: scene.names[scene.nameOf[token]!]!.first, last: scene.names[scene.nameOf[other]!]!.last }
    const words = wordsOf(scene, pair)
    const known = memory.described.get(words.toLowerCase()) ?? newActor(cast.actors, words, "group")
    known.pronoun = "they"
    known.mentions.push(spanOf(scene, run))
    memory.described.set(words.toLowerCase(), known)
    return known
  }
  return null
}

/** “Ruiz *and* Brask”: the name tied to a person's name by “and”; null without. */
function partnerOf({ nameOf, names, tagged, tree }: Scene, token: number): number | null {
  const isPerson = (at: number) => nameOf[at]! >= 0 && names[nameOf[at]!]!.kind === "person"
  if (!isPerson(token)) return null
  const others = tree.children[token]!.filter(each => tagged.labels[each] === "conj" && each > token)
  return others.length === 1 && isPerson(others[0]!) ? others[0]! : null
}

/** “The *bank* shut. *It* said …”: the body that the sentence before is about, though it has no name. */
export function bodyAsIt({ scene, cast, head }: Look): Actor | null {
  const sentence = scene.tree.sentenceOf[head]!
  return sentence > 0 ? bodySubject(scene, scene.prose.sentences[sentence - 1]!, cast) : null
}
