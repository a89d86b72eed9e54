import type { Article, Name, Prose, Tagged } from "../data.ts"
import { firstEndingAfter, type Span } from "../span.ts"
import { type Run, type Tree, treeOf } from "../tree.ts"
import { cutAtVerbs } from "./headline-names.ts"
import { allNames } from "./names.ts"

/** The article with its grammar: what every rule of this stage looks at. */
export interface Scene {
  readonly article: Article
  readonly prose: Prose
  readonly tagged: Tagged
  readonly tree: Tree
  /** Form of each token as it stands. */
  readonly forms: readonly string[]
  /** Proper names in text order: those of the tagger, and proper nouns that it left out. */
  readonly names: readonly Name[]
  /** Index into `names` of the name each token stands in; -1 outside names. */
  readonly nameOf: Int32Array
  /** Index into `prose.quotations` of the outer quotation each token stands in; -1 outside. */
  readonly quotedBy: Int32Array
}

export function sceneOf(article: Article, prose: Prose, tagged: Tagged): Scene {
  const forms = prose.tokens.map(({ start, end }) => prose.text.slice(start, end))
  const names = allNames(prose, { ...tagged, names: cutAtVerbs(prose, tagged, forms) }, forms)
  const nameOf = new Int32Array(forms.length).fill(-1)
  names.forEach(({ first, last }, name) => {
    nameOf.fill(name, first, last)
  })
  const quotedBy = new Int32Array(forms.length).fill(-1)
  prose.quotations.forEach((quotation, index) => {
    if (quotation.depth > 0) return
    const { first, last } = tokensIn(prose, quotation)
    quotedBy.fill(index, first, last)
  })
  return { article, prose, tagged, tree: treeOf(prose, tagged), forms, names, nameOf, quotedBy }
}

/** The tokens that a span covers or touches. */
export function tokensIn({ tokens }: Prose, { start, end }: Span): Run {
  const first = firstEndingAfter(tokens, start)
  let last = firstEndingAfter(tokens, end)
  if (last < tokens.length && tokens[last]!.start < end) last++
  return { first, last }
}

export function spanOf({ prose: { tokens } }: Scene, { first, last }: Run): Span {
  return { start: tokens[first]!.start, end: tokens[last - 1]!.end }
}

export function wordsOf(scene: Scene, run: Run): string {
  const { start, end } = spanOf(scene, run)
  return scene.prose.text.slice(start, end).replace(/\s+/g, " ")
}

/**
 * The token of a run that carries it: the one whose own head lies outside, a noun or pronoun before any other word, the subject before any
 * other noun, and never a date (“*Ruiz* Friday said”). Of equals the first.
 */
export function headOf({ tagged: { heads, tags, labels, lemmas } }: Scene, { first, last }: Run): number {
  let best = last - 1
  let most = -1
  for (let token = first; token < last; token++) {
    const head = heads[token]!
    if (head >= first && head < last && head !== token) continue
    const noun = /^(NN|PRP|WP|CD)/.test(tags[token]!) ? 2 : /^(WDT|DT|JJ|VBG)/.test(tags[token]!) ? 1 : 0
    const worth = DAY.test(lemmas[token]!) ? 0 : noun * 2 + (labels[token]!.startsWith("nsubj") ? 1 : 0)
    if (worth > most) [best, most] = [token, worth]
  }
  if (tags[best] === "JJ" && tags[best - 1] === "DT" && best > first && !/^(NN|JJ|CD|HYPH|,)/.test(tags[best + 1] ?? "")) return best
  if (DAY.test(lemmas[best]!)) return lastNoun(tags, lemmas, { first, last }) ?? best
  return /^(NN|PRP|W|CD|DT)/.test(tags[best]!) ? best : (firstNoun(tags, { first, last }) ?? best)
}

function lastNoun(tags: readonly string[], lemmas: readonly string[], { first, last }: Run): number | null {
  for (let token = last - 1; token >= first; token--) if (tags[token]!.startsWith("NN") && !DAY.test(lemmas[token]!)) return token
  return null
}

/** “two *officials* familiar with the talks”: the last of the first nouns that stand together. */
function firstNoun(tags: readonly string[], { first, last }: Run): number | null {
  for (let token = first; token < last; token++) if (tags[token]!.startsWith("NN") && !tags[token + 1]?.startsWith("NN")) return token
  return null
}

/** Words for a time, which no one is called. */
export const DAY =
  /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|day|week|month|year|morning|afternoon|evening|today|yesterday)$/i

export function sentenceAt({ prose, tree }: Scene, token: number): Run {
  const { first, last } = prose.sentences[tree.sentenceOf[token]!]!
  return { first, last }
}

export function blockAt({ prose, tree }: Scene, token: number): number {
  return prose.sentences[tree.sentenceOf[token]!]!.block
}
