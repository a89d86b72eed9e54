import type { OriginNode } from "../contract.ts"
import { type Knot, knotsOf } from "./knots.ts"
import { wrapped } from "./wrapped.ts"

/** A box of the picture at its place. Units are those of the picture's own square. */
export interface Box {
  readonly knot: Knot
  readonly x: number
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
}

/** How large the parts are. */
export interface Measure {
  readonly box: number
  readonly gap: number
  /** Characters that fit into a box's line, of an average letter. */
  readonly characters: number
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly edges: readonly (readonly [from: Box, to: Box])[]
}

export const LINE_HEIGHT = 16
/** Room between boxes, one above the other. */
const BETWEEN = 17
const PADDING = 10
/** Of the numbers at a box's lower edge. */
const BELOW = 15

/** How wide a box is where there is room, and the least that it needs. */
const BOX = { most: 232, least: 92 }
/** Room between columns. */
const GAP = { most: 64, least: 22, share: 1 / 18 }
const LETTER = 7.9

/** Boxes as wide as the room allows for so many columns. */
function measureFor(columns: number, whole: number): Measure {
  const gap = Math.max(GAP.least, Math.min(GAP.most, Math.floor(whole * GAP.share)))
  const room = Math.floor((whole - 2 - gap * (columns - 1)) / columns)
  const box = Math.max(BOX.least, Math.min(BOX.most, room))
  return { box, gap: spread(columns, whole - 2, { box, gap }), characters: Math.floor((box - 2 * PADDING) / LETTER) }
}

/** What boxes do not fill is between them, so that the articles stand at the right edge; to a limit, beyond which lines are long for nothing. */
function spread(columns: number, whole: number, { box, gap }: Pick<Measure, "box" | "gap">): number {
  return columns < 2 ? gap : Math.max(gap, Math.min(3 * GAP.most, Math.floor((whole - columns * box) / (columns - 1))))
}

/**
 * Lays the origins out in a room so many pixels wide, from left to right: first hands, what carries them, and at the right edge the articles, each once, however many hands it leads
 * back to. What stands at the left stands at the height of what it leads to.
 */
export function pictureOf(roots: readonly OriginNode[], whole: number): Picture & { readonly measure: Measure } {
  const knots = knotsOf(roots)
  const columns = 1 + Math.max(0, ...knots.map(({ column }) => column))
  const measure = measureFor(columns, whole)
  const all = Array.from({ length: columns }, (_, column) => knots.filter(knot => knot.column === column).map(knot => boxOf(knot, measure)))
  const tallest = Math.max(...all.map(heightOf))
  const placed = new Map<Knot, Box>()
  for (const own of all.toReversed()) {
    const top = own === all.at(-1) ? (tallest - heightOf(own)) / 2 : 0
    for (const box of stacked(own, placed, top)) placed.set(box.knot, box)
  }
  const above = Math.min(...[...placed.values()].map(({ y }) => y)) - 1
  for (const [knot, box] of placed) placed.set(knot, { ...box, y: box.y - above })
  const boxes = knots.map(knot => placed.get(knot)!)
  const edges = boxes.flatMap(from => from.knot.leadsTo.map(to => [from, placed.get(to)!] as const))
  const height = Math.max(40, ...boxes.map(box => box.y + box.height + BELOW))
  return { measure, boxes, edges, height, width: columns * measure.box + (columns - 1) * measure.gap + 2 }
}

function boxOf(knot: Knot, { box, gap, characters }: Measure): Box {
  const lines = wrapped(knot.words, characters)
  return { knot, lines, x: 1 + knot.column * (box + gap), y: 1, height: (lines.length + 1) * LINE_HEIGHT + PADDING }
}

function heightOf(boxes: readonly Box[]): number {
  return boxes.reduce((sum, { height }) => sum + height + BETWEEN, 0)
}

/** One column: articles as they come, from `top` on; others as near as can be to the middle of what they lead to. */
function stacked(boxes: readonly Box[], placed: ReadonlyMap<Knot, Box>, top: number): readonly Box[] {
  const wished = boxes.map(box => ({ box, at: wish(box, placed) })).sort((a, b) => a.at - b.at)
  const out: Box[] = []
  let over = 0
  let bottom = 1 + top
  for (const { box, at } of wished) {
    const y = Math.max(bottom, at)
    out.push({ ...box, y })
    over += y - at
    bottom = y + box.height + BETWEEN
  }
  const lift = Math.min((out[0]?.y ?? 0) - 1 - top, over / out.length)
  return out.map(box => ({ ...box, y: box.y - lift }))
}

function wish({ knot, height }: Box, placed: ReadonlyMap<Knot, Box>): number {
  const centres = knot.leadsTo.flatMap(to => placed.get(to) ?? []).map(({ y, height: own }) => y + own / 2)
  return centres.length === 0 ? 0 : centres.reduce((sum, centre) => sum + centre, 0) / centres.length - height / 2
}
