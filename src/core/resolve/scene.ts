import type { Article, Prose, Tagged } from "../data.ts"
import { firstEndingAfter, type Span } from "../span.ts"
import { type Run, type Tree, treeOf } from "../tree.ts"

/** The article with its grammar: what every rule of this stage looks at. */
export interface Scene {
  readonly article: Article
  readonly prose: Prose
  readonly tagged: Tagged
  readonly tree: Tree
  /** Form of each token as it stands. */
  readonly forms: readonly string[]
  /** Index into `tagged.names` of the name each token stands in; -1 outside names. */
  readonly nameOf: Int32Array
  /** Index into `prose.quotations` of the outer quotation each token stands in; -1 outside. */
  readonly quotedBy: Int32Array
}

export function sceneOf(article: Article, prose: Prose, tagged: Tagged): Scene {
  const forms = prose.tokens.map(({ start, end }) => prose.text.slice(start, end))
  const nameOf = new Int32Array(forms.length).fill(-1)
  tagged.names.forEach(({ first, last }, name) => {
    nameOf.fill(name, first, last)
  })
  const quotedBy = new Int32Array(forms.length).fill(-1)
  prose.quotations.forEach((quotation, index) => {
    if (quotation.depth > 0) return
    const { first, last } = tokensIn(prose, quotation)
    quotedBy.fill(index, first, last)
  })
  return { article, prose, tagged, tree: treeOf(prose, tagged), forms, nameOf, quotedBy }
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

/** The token of a run that carries it: the one whose own head lies outside. Of several the first. */
export function headOf({ tagged: { heads, tags } }: Scene, { first, last }: Run): number {
  for (let token = first; token < last; token++) {
    const head = heads[token]!
    if ((head < first || head >= last) && /^[A-Z]/.test(tags[token]!) && tags[token] !== "IN" && tags[token] !== "DT") return token
  }
  return last - 1
}

export function sentenceAt({ prose, tree }: Scene, token: number): Run {
  const { first, last } = prose.sentences[tree.sentenceOf[token]!]!
  return { first, last }
}

export function blockAt({ prose, tree }: Scene, token: number): number {
  return prose.sentences[tree.sentenceOf[token]!]!.block
}
