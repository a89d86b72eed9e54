import { type Anchor, type Grounds, type Place, placeOf, RIVAL, tiesOf } from "./argument-place.ts"
import type { Clues } from "./chain.ts"
import { one, sized, three, two } from "./hashes.ts"

/** Labels of the chain that finds source and content of one cue; 0 for all other tokens, those of the cue among them. */
export const SOURCE = 1
export const CONTENT = 2
export const ARGUMENT_LABELS = 3

/** Rows of its weight tables: 2^20 for labels, 2^16 for pairs. */
export const ARGUMENT_UNARY_BITS = 20
export const ARGUMENT_EDGE_BITS = 16
const UNARY_MASK = (1 << ARGUMENT_UNARY_BITS) - 1
const EDGE_MASK = (1 << ARGUMENT_EDGE_BITS) - 1

const MOST_UNARY = 80
const MOST_EDGE = 24

/** What speaks for each token of the window belonging to the cue as its source or content. */
export function argumentClues(grounds: Grounds, anchor: Anchor): Clues {
  const { first, last } = anchor.window
  const length = last - first
  const ties = tiesOf(grounds.sight, anchor)
  const unaryRows = new Int32Array(length * MOST_UNARY)
  const edgeRows = new Int32Array(length * MOST_EDGE)
  const unaryStarts = new Int32Array(length + 1)
  const edgeStarts = new Int32Array(length + 1)
  let unary = 0
  let edge = 0
  let before: Place | null = null
  for (let t = first; t < last; t++) {
    const place = placeOf(grounds, anchor, ties, t)
    unary = unaryAt(grounds, anchor, place, unaryRows, unary)
    if (before) edge = edgeAt(grounds, anchor, before, place, edgeRows, edge)
    unaryStarts[t - first + 1] = unary
    edgeStarts[t - first + 1] = edge
    before = place
  }
  for (let at = 0; at < unary; at++) unaryRows[at]! &= UNARY_MASK
  for (let at = 0; at < edge; at++) edgeRows[at]! &= EDGE_MASK
  return { length, unaryRows, unaryStarts, edgeRows, edgeStarts }
}

function unaryAt(grounds: Grounds, anchor: Anchor, place: Place, out: Int32Array, from: number): number {
  const n = words(grounds, anchor, place, out, from)
  return structure(grounds, anchor, place, out, n)
}

/** The words at the token and beside it, on which side of the cue, and how far from it. */
function words({ hashes, rivals, sight }: Grounds, { cue, head }: Anchor, place: Place, out: Int32Array, from: number): number {
  const { lemma, form, tag, name, role, count } = hashes
  const { t, side, away, quoted, pauses, rivals: between } = place
  const own = lemma[head]!
  const kind = tag[head]!
  const b = t > 0 ? t - 1 : count
  const a = t + 1
  const here = side * 4 + quoted
  const isRival = rivals.begins[t]! >= RIVAL ? 1 : 0
  const sentence = sight.prose.sentences[sight.tree.sentenceOf[t]!]!
  let n = from
  out[n++] = one(1, side)
  out[n++] = two(2, side, away)
  out[n++] = three(3, side, away, tag[t]!)
  out[n++] = two(4, here, pauses)
  out[n++] = three(5, here, pauses, between)
  out[n++] = two(6, side, between)
  out[n++] = three(7, side, away, between)
  out[n++] = two(8, side, lemma[t]!)
  out[n++] = two(9, side, form[t]!)
  out[n++] = two(10, here, tag[t]!)
  out[n++] = three(11, side, tag[b]!, tag[t]!)
  out[n++] = three(12, side, tag[t]!, tag[a]!)
  out[n++] = three(13, side, form[b]!, form[t]!)
  out[n++] = three(14, side, form[t]!, form[a]!)
  out[n++] = three(15, side, name[t]!, away)
  out[n++] = three(16, here, own, pauses)
  out[n++] = two(17, here, own)
  out[n++] = two(18, here, kind)
  out[n++] = three(19, side, own, tag[t]!)
  out[n++] = three(20, side, own, form[t]!)
  out[n++] = three(21, side, own, away)
  out[n++] = three(22, side, kind, away)
  out[n++] = three(23, side, away, form[cue.last]!)
  out[n++] = three(24, side, away, tag[cue.last]!)
  out[n++] = three(25, side, away, tag[cue.first > 0 ? cue.first - 1 : count]!)
  out[n++] = three(26, side, isRival, tag[t]!)
  out[n++] = three(27, side * 16 + sized(t - sentence.first), quoted, pauses)
  out[n++] = three(28, side * 16 + sized(sentence.last - t), quoted, pauses)
  out[n++] = three(29, side, form[sentence.first]!, quoted)
  out[n++] = three(30, side, role[t]!, tag[t]!)
  out[n++] = three(31, side * 16 + place.quoteGap, between, pauses)
  out[n++] = three(32, side * 16 + place.quoteGap, own, between)
  out[n++] = three(33, side * 16 + place.quoteGap, quoted, kind)
  out[n++] = three(34, side, lemma[b]!, pauses)
  out[n++] = three(35, side, lemma[a]!, pauses)
  out[n++] = three(36, here, form[cue.last]!, pauses)
  return n
}

/** How the token hangs together with the cue. */
function structure({ hashes, sight }: Grounds, { head }: Anchor, place: Place, out: Int32Array, from: number): number {
  const { lemma, form, tag, label, name } = hashes
  const { tree } = sight
  const { t, side, depth, branch, quoted, pauses } = place
  const own = lemma[head]!
  const kind = tag[head]!
  const relation = label[branch]!
  const tie = one(depth * 8 + side, relation)
  const opens = form[tree.left[branch]!]!
  const isTop = t === branch ? 1 : 0
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
  out[n++] = three(50, tie, tag[t]!, isTop)
  out[n++] = three(51, tie, label[t]!, isTop)
  out[n++] = three(52, tie, pauses, quoted)
  out[n++] = two(53, tie, label[head]!)
  out[n++] = three(54, tie, label[head]!, own)
  out[n++] = three(55, tie, name[t]!, tag[t]!)
  out[n++] = three(56, tie, name[branch]!, tag[branch]!)
  out[n++] = two(57, tie, form[t]!)
  out[n++] = three(58, tie, place.rivals, pauses)
  out[n++] = three(59, tie, sized(branch - tree.left[branch]! + tree.right[branch]! - branch), kind)
  out[n++] = three(60, label[t]!, side, pauses)
  return n
}

/** What speaks for a boundary between the token before and this one. */
function edgeAt({ hashes, sight }: Grounds, { head }: Anchor, before: Place, place: Place, out: Int32Array, from: number): number {
  const { form, tag, label, lemma } = hashes
  const { t, side } = place
  const b = before.t
  const { quoteOf, tree } = sight
  const turn = side * 8 + before.side
  const marks = (quoteOf[t] === quoteOf[b] ? 0 : 1) + (tree.sentenceOf[t] === tree.sentenceOf[b] ? 0 : 2)
  const branches = place.branch === before.branch ? 0 : 1
  const tie = one(place.depth * 2 + branches, label[place.branch]!)
  const tieBefore = one(before.depth * 2 + branches, label[before.branch]!)
  let n = from
  out[n++] = one(1, turn)
  out[n++] = three(2, turn, marks, place.quoted * 4 + before.quoted)
  out[n++] = two(3, side, form[t]!)
  out[n++] = two(4, side, form[b]!)
  out[n++] = three(5, side, tag[b]!, tag[t]!)
  out[n++] = two(6, turn, tie)
  out[n++] = two(7, turn, tieBefore)
  out[n++] = three(8, turn, tie, tieBefore)
  out[n++] = three(9, turn, tie, form[t]!)
  out[n++] = three(10, turn, lemma[head]!, branches)
  out[n++] = three(11, turn, form[b]!, form[t]!)
  out[n++] = three(12, turn, place.pauses, branches * 4 + marks)
  out[n++] = three(13, turn, place.rivals, marks)
  out[n++] = three(14, turn, tie, tag[t]!)
  out[n++] = three(15, side, label[t]!, label[b]!)
  out[n++] = three(16, turn, lemma[head]!, tag[t]!)
  return n
}
