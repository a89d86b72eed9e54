import type { Form } from "../data.ts"
import type { Run } from "../tree.ts"
import type { Scene } from "./scene.ts"

/** What stands around a cue: its verb, its negation, its words. */
export interface CueSight {
  readonly scene: Scene
  readonly cue: Run
  /** The token that carries the cue. */
  readonly head: number
  readonly content: readonly Run[]
  readonly form: Form
  /** The cue with a few words on either side, lower case. */
  readonly near: string
  /** The first words of the content, lower case. */
  readonly opening: string
}

/** Many rules look at the same words, so they are cut once. */
export function cueSight(scene: Scene, cue: Run, head: number, content: readonly Run[], form: Form): CueSight {
  return { scene, cue, head, content, form, near: around(scene, cue, head), opening: openingWords(scene, content) }
}

/** The sight of one piece of the content alone. */
export function pieceOf(sight: CueSight, run: Run): CueSight {
  return { ...sight, content: [run], opening: openingWords(sight.scene, [run]) }
}

function openingWords(scene: Scene, [first]: readonly Run[]): string {
  return first ? lower(scene, openingOf(first, OPENING_TOKENS)) : ""
}

/** As far as any rule looks into a content. */
const OPENING_TOKENS = 40

/** So many words of a text. */
export function firstWords(text: string, words: number): string {
  let at = -1
  for (let count = 0; count < words; count++) {
    at = text.indexOf(" ", at + 1)
    if (at < 0) return text
  }
  return text.slice(0, at)
}

/** “did *not* confirm”, “has *neither* confirmed …” */
export function isNegated({ scene, cue, head }: CueSight): boolean {
  const { tree, tagged, forms } = scene
  if (tree.children[head]!.some(each => tagged.labels[each] === "neg" && each < cue.last)) return true
  // “admitted not telling”: what stands behind the verb belongs to what it says.
  return forms.slice(cue.first, Math.max(cue.first + 1, head)).some(word => /^(not|n[’']t|never|neither|nor|no)$/i.test(word))
}

/** Dictionary forms of the cue's words. */
export function cueLemmas({ scene, cue }: CueSight): readonly string[] {
  return scene.tagged.lemmas.slice(cue.first, cue.last)
}

/** Whether a word of the run is one of those wanted, by its dictionary form. */
export function someLemma({ tagged }: Scene, { first, last }: Run, wanted: ReadonlySet<string>): boolean {
  for (let token = first; token < last; token++) if (wanted.has(tagged.lemmas[token]!)) return true
  return false
}

/** The first tokens of a run. */
export function openingOf({ first, last }: Run, tokens: number): Run {
  return { first, last: Math.min(last, first + tokens) }
}

function around(scene: Scene, cue: Run, head: number): string {
  const { first, last } = scene.prose.sentences[scene.tree.sentenceOf[head]!]!
  return lower(scene, { first: Math.max(first, cue.first - 2), last: Math.min(last, cue.last + 6) })
}

/** The sentence of the cue, lower case. */
export function sentenceWords({ scene, head }: CueSight): string {
  const { first, last } = scene.prose.sentences[scene.tree.sentenceOf[head]!]!
  return lower(scene, { first, last })
}

/** The words of a run, lower case, with single blanks. */
export function lower({ prose: { text, tokens } }: Scene, { first, last }: Run): string {
  if (first >= last) return ""
  const words = text.slice(tokens[first]!.start, tokens[last - 1]!.end).toLowerCase()
  return LONG_BLANK.test(words) ? words.replace(/\s+/g, " ") : words
}

/** White space that is not one blank. */
const LONG_BLANK = /[^\S ]|\s\s/
