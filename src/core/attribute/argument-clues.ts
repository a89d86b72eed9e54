import { type Anchor, type Grounds, type Place, placeOf, RIVAL, tiesOf } from "./argument-place.ts"
import type { Clues } from "./chain.ts"
import { one, sized, three, two } from "./hashes.ts"
import { Telling } from "./telling.ts"

/** Labels of the chain that finds source and content of one cue; 0 for all other tokens, those of the cue among them. */
export const SOURCE = 1
export const CONTENT = 2
export const ARGUMENT_LABELS = 3

/** Rows of its weight tables: 2^20 for labels, 2^16 for pairs. */
export const ARGUMENT_UNARY_BITS = 20
export const ARGUMENT_EDGE_BITS = 16

/** Room for what speaks for one token. */
const MOST_UNARY = 80
const MOST_EDGE = 24

/** What is told of a token: of where it stands, of the branch it hangs in, of the token itself. Of a boundary: of where it lies, of the boundary itself. */
const unary = new Telling(3, MOST_UNARY, ARGUMENT_UNARY_BITS)
const edge = new Telling(2, MOST_EDGE, ARGUMENT_EDGE_BITS)

/** What speaks for each token of the window belonging to the cue as its source or content. Holds until it is asked for the next cue. */
export function argumentClues(grounds: Grounds, anchor: Anchor): Clues {
  const { first, last } = anchor.window
  const length = last - first
  const ties = tiesOf(grounds.sight, anchor)
  unary.begin(length)
  edge.begin(length)
  let before: Place | null = null
  let turn: Turn | null = null
  for (let t = first; t < last; t++) {
    const place = placeOf(grounds, anchor, ties, t)
    tellUnary(grounds, anchor, before, place)
    turn = tellEdge(grounds, anchor, before, place, turn)
    before = place
  }
  return { length, unary, edge }
}

function tellUnary(grounds: Grounds, anchor: Anchor, before: Place | null, place: Place): void {
  const { rows } = unary
  if (before && standsAlike(before, place)) unary.again()
  else unary.told(standing(grounds, anchor, place, rows, unary.from))
  if (before && hangsAlike(before, place)) unary.again()
  else unary.told(branching(grounds, anchor, place, rows, unary.from))
  const n = words(grounds, anchor, place, rows, unary.from)
  unary.told(structure(grounds, place, rows, n))
}

/** Whether two places differ in nothing that `standing` looks at. */
function standsAlike(a: Place, b: Place): boolean {
  return (
    a.away === b.away &&
    a.side === b.side &&
    a.quoted === b.quoted &&
    a.pauses === b.pauses &&
    a.rivals === b.rivals &&
    a.quoteGap === b.quoteGap
  )
}

/** Whether two places differ in nothing that `branching` looks at. */
function hangsAlike(a: Place, b: Place): boolean {
  return a.branch === b.branch && a.depth === b.depth && a.side === b.side
}

function tellEdge(grounds: Grounds, anchor: Anchor, before: Place | null, place: Place, lastTurn: Turn | null): Turn | null {
  if (!before) {
    edge.told(edge.from)
    edge.told(edge.from)
    return null
  }
  const turn = turnOf(grounds, before, place)
  if (lastTurn && turnsAlike(lastTurn, turn)) edge.again()
  else edge.told(turning(grounds, anchor, turn, edge.rows, edge.from))
  edge.told(edgeAt(grounds, anchor, before, place, turn, edge.rows, edge.from))
  return turn
}

/** On which side of the cue, and how far from it, a token stands: the same for many in a row. */
function standing({ hashes }: Grounds, { cue, head }: Anchor, place: Omit<Place, "t">, out: Int32Array, from: number): number {
  const { lemma, form, tag, count } = hashes
  const { side, away, quoted, pauses, rivals: between, quoteGap } = place
  const own = lemma[head]!
  const kind = tag[head]!
  const here = side * 4 + quoted
  let n = from
  out[n++] = one(1, side)
  out[n++] = two(2, side, away)
  out[n++] = two(4, here, pauses)
  out[n++] = three(5, here, pauses, between)
  out[n++] = two(6, side, between)
  out[n++] = three(7, side, away, between)
  out[n++] = three(16, here, own, pauses)
  out[n++] = two(17, here, own)
  out[n++] = two(18, here, kind)
  out[n++] = three(21, side, own, away)
  out[n++] = three(22, side, kind, away)
  out[n++] = three(23, side, away, form[cue.last]!)
  out[n++] = three(24, side, away, tag[cue.last]!)
  out[n++] = three(25, side, away, tag[cue.first > 0 ? cue.first - 1 : count]!)
  out[n++] = three(31, side * 16 + quoteGap, between, pauses)
  out[n++] = three(32, side * 16 + quoteGap, own, between)
  out[n++] = three(33, side * 16 + quoteGap, quoted, kind)
  out[n++] = three(36, here, form[cue.last]!, pauses)
  return n
}

/** The words at the token and beside it. */
function words({ hashes, rivals, sight }: Grounds, { head }: Anchor, place: Place, out: Int32Array, from: number): number {
  const { lemma, form, tag, name, role, count } = hashes
  const { t, side, away, quoted, pauses } = place
  const own = lemma[head]!
  const b = t > 0 ? t - 1 : count
  const a = t + 1
  const here = side * 4 + quoted
  const isRival = rivals.begins[t]! >= RIVAL ? 1 : 0
  const sentence = sight.prose.sentences[sight.tree.sentenceOf[t]!]!
  let n = from
  out[n++] = three(3, side, away, tag[t]!)
  out[n++] = two(8, side, lemma[t]!)
  out[n++] = two(9, side, form[t]!)
  out[n++] = two(10, here, tag[t]!)
  out[n++] = three(11, side, tag[b]!, tag[t]!)
  out[n++] = three(12, side, tag[t]!, tag[a]!)
  out[n++] = three(13, side, form[b]!, form[t]!)
  out[n++] = three(14, side, form[t]!, form[a]!)
  out[n++] = three(15, side, name[t]!, away)
  out[n++] = three(19, side, own, tag[t]!)
  out[n++] = three(20, side, own, form[t]!)
  out[n++] = three(26, side, isRival, tag[t]!)
  out[n++] = three(27, side * 16 + sized(t - sentence.first), quoted, pauses)
  out[n++] = three(28, side * 16 + sized(sentence.last - t), quoted, pauses)
  out[n++] = three(29, side, form[sentence.first]!, quoted)
  out[n++] = three(30, side, role[t]!, tag[t]!)
  out[n++] = three(34, side, lemma[b]!, pauses)
  out[n++] = three(35, side, lemma[a]!, pauses)
  return n
}

/** How the branch that the token hangs in leaves the way up from the cue: the same for all its tokens. */
function branching({ hashes, sight: { tree } }: Grounds, { head }: Anchor, place: Omit<Place, "t">, out: Int32Array, from: number): number {
  const { lemma, form, tag, label, name } = hashes
  const { side, depth, branch } = place
  const own = lemma[head]!
  const kind = tag[head]!
  const tie = one(depth * 8 + side, label[branch]!)
  const opens = form[tree.left[branch]!]!
  let n = from
  out[n++] = one(41, tie)
  out[n++] = two(42, tie, own)
  out[n++] = two(43, tie, kind)
  out[n++] = two(44, tie, opens)
  out[n++] = three(45, tie, opens, own)
  out[n++] = three(46, tie, opens, kind)
  out[n++] = two(47, tie, lemma[branch]!)
  out[n++] = three(48, tie, lemma[branch]!, own)
  out[n++] = two(49, tie, tag[branch]!)
  out[n++] = two(53, tie, label[head]!)
  out[n++] = three(54, tie, label[head]!, own)
  out[n++] = three(56, tie, name[branch]!, tag[branch]!)
  out[n++] = three(59, tie, sized(branch - tree.left[branch]! + tree.right[branch]! - branch), kind)
  return n
}

/** How the token hangs together with the cue. */
function structure({ hashes }: Grounds, place: Place, out: Int32Array, from: number): number {
  const { form, tag, label, name } = hashes
  const { t, side, depth, branch, quoted, pauses } = place
  const tie = one(depth * 8 + side, label[branch]!)
  const isTop = t === branch ? 1 : 0
  let n = from
  out[n++] = three(50, tie, tag[t]!, isTop)
  out[n++] = three(51, tie, label[t]!, isTop)
  out[n++] = three(52, tie, pauses, quoted)
  out[n++] = three(55, tie, name[t]!, tag[t]!)
  out[n++] = two(57, tie, form[t]!)
  out[n++] = three(58, tie, place.rivals, pauses)
  out[n++] = three(60, label[t]!, side, pauses)
  return n
}

/** Where a boundary lies: between which sides of the cue, at what marks. */
interface Turn {
  readonly turn: number
  readonly side: number
  readonly marks: number
  readonly quoted: number
  readonly branches: number
  readonly pauses: number
  readonly rivals: number
}

function turnOf({ sight: { quoteOf, tree } }: Grounds, before: Place, place: Place): Turn {
  const { side, pauses, rivals, t } = place
  const b = before.t
  return {
    turn: side * 8 + before.side,
    side,
    marks: (quoteOf[t] === quoteOf[b] ? 0 : 1) + (tree.sentenceOf[t] === tree.sentenceOf[b] ? 0 : 2),
    quoted: place.quoted * 4 + before.quoted,
    branches: place.branch === before.branch ? 0 : 1,
    pauses,
    rivals,
  }
}

function turnsAlike(a: Turn, b: Turn): boolean {
  return (
    a.turn === b.turn &&
    a.marks === b.marks &&
    a.quoted === b.quoted &&
    a.branches === b.branches &&
    a.pauses === b.pauses &&
    a.rivals === b.rivals
  )
}

/** What speaks for a boundary by where it lies. */
function turning({ hashes: { lemma } }: Grounds, { head }: Anchor, where: Turn, out: Int32Array, from: number): number {
  const { turn, marks, quoted, branches, pauses, rivals } = where
  let n = from
  out[n++] = one(1, turn)
  out[n++] = three(2, turn, marks, quoted)
  out[n++] = three(10, turn, lemma[head]!, branches)
  out[n++] = three(12, turn, pauses, branches * 4 + marks)
  out[n++] = three(13, turn, rivals, marks)
  return n
}

/** What speaks for a boundary between the token before and this one, by the two. */
function edgeAt(
  { hashes }: Grounds,
  { head }: Anchor,
  before: Place,
  place: Place,
  { turn, side, branches }: Turn,
  out: Int32Array,
  from: number,
): number {
  const { form, tag, label, lemma } = hashes
  const { t } = place
  const b = before.t
  const tie = one(place.depth * 2 + branches, label[place.branch]!)
  const tieBefore = one(before.depth * 2 + branches, label[before.branch]!)
  let n = from
  out[n++] = two(3, side, form[t]!)
  out[n++] = two(4, side, form[b]!)
  out[n++] = three(5, side, tag[b]!, tag[t]!)
  out[n++] = two(6, turn, tie)
  out[n++] = two(7, turn, tieBefore)
  out[n++] = three(8, turn, tie, tieBefore)
  out[n++] = three(9, turn, tie, form[t]!)
  out[n++] = three(11, turn, form[b]!, form[t]!)
  out[n++] = three(14, turn, tie, tag[t]!)
  out[n++] = three(15, side, label[t]!, label[b]!)
  out[n++] = three(16, turn, lemma[head]!, tag[t]!)
  return n
}
