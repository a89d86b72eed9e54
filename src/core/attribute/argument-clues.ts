import { type Anchor, type Grounds, type Places, placesOf, RIVAL } from "./argument-place.ts"
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
  const places = placesOf(grounds, anchor)
  unary.begin(last - first)
  edge.begin(last - first)
  const seen: Seen = { grounds, anchor, places }
  let turn: Turn | null = null
  for (let at = 0; at < last - first; at++) {
    tellUnary(seen, at)
    turn = tellEdge(seen, at, turn)
  }
  return { length: last - first, unary, edge }
}

/** A window as seen from its cue. Its tokens are meant by their entries among the places. */
interface Seen {
  readonly grounds: Grounds
  readonly anchor: Anchor
  readonly places: Places
}

function tellUnary(seen: Seen, at: number): void {
  const { places, grounds } = seen
  const { rows } = unary
  if (at > 0 && standsAlike(places, at - 1, at)) unary.again()
  else unary.told(standing(seen, at, rows, unary.from))
  if (at > 0 && hangsAlike(places, at - 1, at)) unary.again()
  else unary.told(grounds.sight.hasGrammar ? branching(seen, at, rows, unary.from) : unary.from)
  const n = words(seen, at, rows, unary.from)
  unary.told(grounds.sight.hasGrammar ? structure(seen, at, rows, n) : n)
}

/** Whether two places differ in nothing that `standing` looks at. */
function standsAlike({ away, side, quoted, pauses, rivals, quoteGap }: Places, a: number, b: number): boolean {
  return (
    away[a] === away[b] &&
    side[a] === side[b] &&
    quoted[a] === quoted[b] &&
    pauses[a] === pauses[b] &&
    rivals[a] === rivals[b] &&
    quoteGap[a] === quoteGap[b]
  )
}

/** Whether two places differ in nothing that `branching` looks at. */
function hangsAlike({ branch, depth, side }: Places, a: number, b: number): boolean {
  return branch[a] === branch[b] && depth[a] === depth[b] && side[a] === side[b]
}

function tellEdge(seen: Seen, at: number, lastTurn: Turn | null): Turn | null {
  if (at === 0) {
    edge.told(edge.from)
    edge.told(edge.from)
    return null
  }
  const turn = turnOf(seen, at)
  if (lastTurn && turnsAlike(lastTurn, turn)) edge.again()
  else edge.told(turning(seen, turn, edge.rows, edge.from))
  edge.told(edgeAt(seen, at, turn, edge.rows, edge.from))
  return turn
}

/** On which side of the cue, and how far from it, a token stands: the same for many in a row. */
function standing({ grounds, anchor: { cue, head }, places }: Seen, at: number, out: Int32Array, from: number): number {
  const { lemma, form, tag, count } = grounds.hashes
  const side = places.side[at]!
  const away = places.away[at]!
  const quoted = places.quoted[at]!
  const pauses = places.pauses[at]!
  const between = places.rivals[at]!
  const quoteGap = places.quoteGap[at]!
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
function words({ grounds, anchor, places }: Seen, at: number, out: Int32Array, from: number): number {
  const { sight, rivals } = grounds
  const { lemma, form, tag, name, role, count } = grounds.hashes
  const t = anchor.window.first + at
  const side = places.side[at]!
  const away = places.away[at]!
  const quoted = places.quoted[at]!
  const pauses = places.pauses[at]!
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
  out[n++] = three(15, side, name[t]!, away)
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
function branching({ grounds, anchor: { head }, places }: Seen, at: number, out: Int32Array, from: number): number {
  const { lemma, form, tag, label, name } = grounds.hashes
  const { tree } = grounds.sight
  const branch = places.branch[at]!
  const kind = tag[head]!
  const tie = tieAt(grounds, places, at)
  const opens = form[tree.left[branch]!]!
  let n = from
  out[n++] = one(41, tie)
  out[n++] = two(43, tie, kind)
  out[n++] = two(44, tie, opens)
  out[n++] = three(46, tie, opens, kind)
  out[n++] = two(47, tie, lemma[branch]!)
  out[n++] = two(49, tie, tag[branch]!)
  out[n++] = two(53, tie, label[head]!)
  out[n++] = three(56, tie, name[branch]!, tag[branch]!)
  out[n++] = three(59, tie, sized(branch - tree.left[branch]! + tree.right[branch]! - branch), kind)
  return n
}

/** How the token hangs together with the cue. */
function structure({ grounds, anchor, places }: Seen, at: number, out: Int32Array, from: number): number {
  const { tag, label, name } = grounds.hashes
  const t = anchor.window.first + at
  const pauses = places.pauses[at]!
  const tie = tieAt(grounds, places, at)
  const isTop = t === places.branch[at]! ? 1 : 0
  let n = from
  out[n++] = three(50, tie, tag[t]!, isTop)
  out[n++] = three(51, tie, label[t]!, isTop)
  out[n++] = three(52, tie, pauses, places.quoted[at]!)
  out[n++] = three(55, tie, name[t]!, tag[t]!)
  out[n++] = three(58, tie, places.rivals[at]!, pauses)
  out[n++] = three(60, label[t]!, places.side[at]!, pauses)
  return n
}

/** How the branch of a token is tied to the cue: how far up, on which side, by which relation. */
function tieAt({ hashes: { label } }: Grounds, { depth, side, branch }: Places, at: number): number {
  return one(depth[at]! * 8 + side[at]!, label[branch[at]!]!)
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

/** The boundary before a token of the window that is not its first. */
function turnOf({ grounds, anchor, places }: Seen, at: number): Turn {
  const { quoteOf, tree } = grounds.sight
  const t = anchor.window.first + at
  const b = t - 1
  return {
    turn: places.side[at]! * 8 + places.side[at - 1]!,
    side: places.side[at]!,
    marks: (quoteOf[t] === quoteOf[b] ? 0 : 1) + (tree.sentenceOf[t] === tree.sentenceOf[b] ? 0 : 2),
    quoted: places.quoted[at]! * 4 + places.quoted[at - 1]!,
    branches: places.branch[at] === places.branch[at - 1] ? 0 : 1,
    pauses: places.pauses[at]!,
    rivals: places.rivals[at]!,
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
function turning({ grounds, anchor: { head } }: Seen, where: Turn, out: Int32Array, from: number): number {
  const { lemma } = grounds.hashes
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
function edgeAt({ grounds, anchor, places }: Seen, at: number, { turn, side, branches }: Turn, out: Int32Array, from: number): number {
  const { form, tag, label, lemma } = grounds.hashes
  const { head } = anchor
  const t = anchor.window.first + at
  const b = t - 1
  const tie = one(places.depth[at]! * 2 + branches, label[places.branch[at]!]!)
  const tieBefore = one(places.depth[at - 1]! * 2 + branches, label[places.branch[at - 1]!]!)
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
