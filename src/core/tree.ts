import type { Prose, Tagged } from "./data.ts"

/** A run of tokens of the prose, `first` up to and not including `last`. */
export interface Run {
  readonly first: number
  readonly last: number
}

/** The dependency trees of all sentences, walked downward: what hangs from a token, and how far it reaches. */
export interface Tree {
  /** Dependents of each token, in text order. */
  readonly children: readonly (readonly number[])[]
  /** First token of what hangs from each token, itself included. */
  readonly left: Int32Array
  /** Last token of what hangs from each token, itself included. */
  readonly right: Int32Array
  /** Sentence of each token. */
  readonly sentenceOf: Int32Array
}

const NONE: readonly number[] = []

export function treeOf(prose: Prose, { heads }: Tagged): Tree {
  const count = prose.tokens.length
  const children: number[][] = new Array(count)
  const left = new Int32Array(count)
  const right = new Int32Array(count)
  const sentenceOf = new Int32Array(count)
  for (let token = 0; token < count; token++) left[token] = right[token] = token
  prose.sentences.forEach(({ first, last }, sentence) => {
    for (let token = first; token < last; token++) {
      sentenceOf[token] = sentence
      const head = heads[token]!
      if (head >= 0) hang(children, head, token)
      widenAncestors(token, heads, left, right)
    }
  })
  return { children: Array.from(children, list => list ?? NONE), left, right, sentenceOf }
}

function hang(children: number[][], head: number, token: number): void {
  const list = children[head]
  if (list) list.push(token)
  else children[head] = [token]
}

/** A token stretches all it hangs from. Stops at the first that reaches as far already, so the walk is short. */
function widenAncestors(token: number, heads: Int32Array, left: Int32Array, right: Int32Array): void {
  for (let head = heads[token]!; head >= 0; head = heads[head]!) {
    if (left[head]! <= token && right[head]! >= token) break
    if (token < left[head]!) left[head] = token
    if (token > right[head]!) right[head] = token
  }
}

/** What hangs from `token`, itself included. */
export function subtree(tree: Tree, token: number): Run {
  return { first: tree.left[token]!, last: tree.right[token]! + 1 }
}

/** The first dependent of `token` with one of the labels. */
export function child(tree: Tree, { labels }: Tagged, token: number, ...wanted: readonly string[]): number | null {
  return tree.children[token]!.find(each => wanted.includes(labels[each]!)) ?? null
}
