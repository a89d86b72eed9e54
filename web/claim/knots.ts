import type { Merge, OriginNode } from "../contract.ts"

/** A place of the picture: a first hand, what carries it on, or an article, which stands once however many hands it leads back to. */
export interface Knot {
  readonly node: OriginNode
  /** 0 for first hands; articles stand in the last one. */
  readonly column: number
  readonly words: string
  readonly leadsTo: readonly Knot[]
}

type Growing = Omit<Knot, "leadsTo" | "column"> & { column: number; leadsTo: Growing[] }

/** The trees of the origins as one net. What one thing leads to is in time order. */
export function knotsOf(roots: readonly OriginNode[]): readonly Knot[] {
  const known = new Map<string, Growing>()
  const grow = (node: OriginNode, column: number, root: number): Growing => {
    const key = keyOf(node, root)
    const knot = known.get(key) ?? { node, column, words: wordsOf(node), leadsTo: [] }
    known.set(key, knot)
    knot.column = Math.max(knot.column, column)
    for (const child of [...node.carriedBy].sort(inTime)) {
      const next = grow(child, column + 1, root)
      if (!knot.leadsTo.includes(next)) knot.leadsTo.push(next)
    }
    return knot
  }
  roots.forEach((root, at) => void grow(root, 0, at))
  const all = [...known.values()]
  const last = Math.max(1, ...all.map(({ column }) => column))
  for (const knot of all) if (knot.node.kind === "article") knot.column = last
  return all.sort((a, b) => a.column - b.column)
}

/** Relays of one first hand stay with it: what one tells of two people are two things. */
function keyOf({ kind, article, agent, words }: OriginNode, root: number): string {
  if (article && kind === "article") return article.id
  return kind === "relay" ? `${root} ${agent?.id ?? words}` : `root ${root}`
}

function wordsOf({ article, words }: OriginNode): string {
  return article ? (article.outlet ?? words) : words
}

function inTime(one: OriginNode, other: OriginNode): number {
  const [a, b] = [one, other].map(({ article }) => article?.published ?? article?.read ?? "")
  return a! < b! ? -1 : a! > b! ? 1 : 0
}

/** Two articles that were taken for one, and why. `number` is how the list beside the picture calls it. */
export interface Tie {
  readonly number: number
  readonly why: string
  readonly articles: readonly [string, string]
  readonly merges: readonly Merge[]
  /** Where they come together. */
  readonly under: readonly OriginNode[]
}

/** Every reason for which two articles were taken for one, each pair and reason once. */
export function tiesOf(roots: readonly OriginNode[]): readonly Tie[] {
  const ties = new Map<string, { why: string; articles: [string, string]; merges: Merge[]; under: Set<OriginNode> }>()
  for (const { merge, node } of roots.flatMap(mergesOf)) {
    const [one, ...others] = [...new Set(merge.articles)].sort()
    for (const other of others) {
      const key = `${one} ${other} ${merge.why}`
      const tie = ties.get(key) ?? { why: merge.why, articles: [one!, other], merges: [], under: new Set() }
      tie.merges.push(merge)
      tie.under.add(node)
      ties.set(key, tie)
    }
  }
  return [...ties.values()].map((tie, at) => ({ ...tie, under: [...tie.under], number: at + 1 }))
}

function mergesOf(node: OriginNode): readonly { readonly merge: Merge; readonly node: OriginNode }[] {
  return [...node.merges.map(merge => ({ merge, node })), ...node.carriedBy.flatMap(mergesOf)]
}
