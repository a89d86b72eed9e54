import type { Merge, OriginNode } from "../contract.ts"

/** A node of the picture: a box at its place. Units are those of the picture's own square. */
export interface Box {
  readonly node: OriginNode
  readonly x: number
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
  readonly small: string
}

/** Two articles that were taken for one, and why. `number` is how the list beside the picture calls it. */
export interface Tie {
  readonly number: number
  readonly why: string
  readonly articles: readonly [string, string]
  readonly merges: readonly Merge[]
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly edges: readonly (readonly [from: Box, to: Box])[]
}

export const BOX_WIDTH = 212
export const LINE_HEIGHT = 16
const COLUMN = 268
const GAP = 12
/** Characters that fit into a box's line, of an average letter. */
const LINE_CHARACTERS = 26
const MOST_LINES = 3
/** Room at the right for what ties articles together. */
export const MARGIN = 96

/** Lays the tree out from left to right: first hands, what carries them, and at the right edge the articles, one beneath the other. */
export function pictureOf(roots: readonly OriginNode[], smallOf: (node: OriginNode) => string): Picture {
  const depth = Math.max(1, ...roots.map(depthOf))
  const boxes: Box[] = []
  const edges: [Box, Box][] = []
  let bottom = 0
  const place = (node: OriginNode, column: number): Box => {
    const at = node.carriedBy.length === 0 && node.kind === "article" ? depth - 1 : column
    const top = bottom
    const children = node.carriedBy.map(child => place(child, column + 1))
    const lines = wrapped(wordsOf(node))
    const height = lines.length * LINE_HEIGHT + LINE_HEIGHT + 10
    const y = children.length > 0 ? Math.max(centreOf(children) - height / 2, top) : bottom
    if (children.length === 0) bottom += height + GAP
    const box = { node, x: at * COLUMN + 1, y: y + 1, height, lines, small: smallOf(node) }
    boxes.push(box)
    for (const child of children) edges.push([box, child])
    bottom = Math.max(bottom, y + height + GAP)
    return box
  }
  for (const root of roots) place(root, 0)
  return { width: (depth - 1) * COLUMN + BOX_WIDTH + MARGIN, height: Math.max(bottom - GAP + 2, 40), boxes, edges }
}

/** Between the first and the last of those it leads to. */
function centreOf(boxes: readonly Box[]): number {
  const [first, last] = [boxes[0]!, boxes.at(-1)!]
  return (first.y + last.y + last.height) / 2
}

function depthOf(node: OriginNode): number {
  return 1 + Math.max(0, ...node.carriedBy.map(depthOf))
}

function wordsOf({ article, words }: OriginNode): string {
  return article ? (article.outlet ?? words) : words
}

/** Words in lines of a box; what does not fit ends in “…”. */
function wrapped(words: string): readonly string[] {
  const lines: string[] = [""]
  for (const word of words.split(/\s+/)) {
    const line = lines.at(-1)!
    if (line === "") lines[lines.length - 1] = word
    else if (line.length + 1 + word.length <= LINE_CHARACTERS) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  const kept = lines.slice(0, MOST_LINES).map(line => (line.length > LINE_CHARACTERS + 4 ? `${line.slice(0, LINE_CHARACTERS)}…` : line))
  return lines.length > MOST_LINES ? [...kept.slice(0, -1), `${kept.at(-1)}…`] : kept
}

/** Every reason for which two articles were taken for one, each pair and reason once. */
export function tiesOf(roots: readonly OriginNode[]): readonly Tie[] {
  const ties = new Map<string, { why: string; articles: [string, string]; merges: Merge[] }>()
  for (const merge of roots.flatMap(mergesOf)) {
    const [one, ...others] = [...new Set(merge.articles)].sort()
    for (const other of others) {
      const key = `${one} ${other} ${merge.why}`
      const tie = ties.get(key) ?? { why: merge.why, articles: [one!, other], merges: [] }
      tie.merges.push(merge)
      ties.set(key, tie)
    }
  }
  return [...ties.values()].map((tie, at) => ({ ...tie, number: at + 1 }))
}

function mergesOf(node: OriginNode): readonly Merge[] {
  return [...node.merges, ...node.carriedBy.flatMap(mergesOf)]
}
