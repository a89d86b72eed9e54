import { one, type Scorer, three, two } from "./linear.ts"
import { RELATIONS, TAGS } from "./tagset.ts"
import type { Piece, Words } from "./words.ts"

/** The three moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez & Satta 2011; Goldberg & Nivre 2013). */
export const SHIFT = 0
/** The word on top of the stack leans on the next word, and leaves. */
export const LEFT = 1
/** The word on top of the stack leans on the one beneath, and leaves. */
export const RIGHT = 2
export const MOVES = 3

/** Room for the features of one move or one label. */
export const PARSE_FEATURES = 112

const NO_RELATION = RELATIONS.length

/** A sentence halfway through. Arrays are as long as the document's and are used again from piece to piece. */
export class Parse {
  readonly words: Words
  readonly heads: Int32Array
  readonly labels: Uint8Array
  /** Of each token: the outermost and the second outermost dependent on either side; `none` where there is none. */
  readonly left: Int32Array
  readonly left2: Int32Array
  readonly right: Int32Array
  readonly right2: Int32Array
  readonly leftCount: Uint8Array
  readonly rightCount: Uint8Array
  /** Which relations hang on a token to its left and to its right, a bit each. */
  readonly leftKinds: Int32Array
  readonly rightKinds: Int32Array
  readonly tags: Uint8Array
  readonly stack: Int32Array
  size = 0
  next = 0
  first = 0
  last = 0

  constructor(words: Words, tags: Uint8Array) {
    const room = words.count + 2
    this.words = words
    this.tags = new Uint8Array(room).fill(TAGS.length)
    this.tags.set(tags.subarray(0, words.count))
    this.tags[words.none] = TAGS.length + 1
    this.heads = new Int32Array(room).fill(-1)
    this.labels = new Uint8Array(room).fill(NO_RELATION)
    this.left = new Int32Array(room).fill(words.none)
    this.left2 = new Int32Array(room).fill(words.none)
    this.right = new Int32Array(room).fill(words.none)
    this.right2 = new Int32Array(room).fill(words.none)
    this.leftCount = new Uint8Array(room)
    this.rightCount = new Uint8Array(room)
    this.leftKinds = new Int32Array(room)
    this.rightKinds = new Int32Array(room)
    this.stack = new Int32Array(room)
  }

  begin({ first, last }: Piece): void {
    const { root, none } = this.words
    this.size = 0
    this.next = first
    this.first = first
    this.last = last
    this.left[root] = this.left2[root] = none
    this.leftCount[root] = 0
    this.leftKinds[root] = 0
  }

  /** The token that comes next: one of the sentence, then the root, which stands at its end. */
  front(ahead: number): number {
    const at = this.next + ahead
    if (at < this.last) return at
    return at === this.last ? this.words.root : this.words.none
  }

  top(below: number): number {
    return this.size > below ? this.stack[this.size - 1 - below]! : this.words.none
  }

  done(): boolean {
    return this.next === this.last && this.size === 0
  }

  /** Only one word leans on the root: while there are several on the stack at the end, they lean on one another. */
  allowed(move: number): boolean {
    if (move === SHIFT) return this.next < this.last
    if (move === LEFT) return this.size > 0 && (this.next < this.last || this.size === 1)
    return this.size > 1
  }

  shift(): void {
    this.stack[this.size++] = this.next++
  }

  /** The word on top of the stack leans on `head` and leaves the stack. */
  attach(head: number, label: number): void {
    const dependent = this.stack[--this.size]!
    this.heads[dependent] = head
    this.labels[dependent] = label
    if (head > dependent) {
      this.left2[head] = this.left[head]!
      this.left[head] = dependent
      if (this.leftCount[head]! < 7) this.leftCount[head]!++
      this.leftKinds[head]! |= KIND_BITS[label]!
    } else {
      this.right2[head] = this.right[head]!
      this.right[head] = dependent
      if (this.rightCount[head]! < 7) this.rightCount[head]!++
      this.rightKinds[head]! |= KIND_BITS[label]!
    }
  }
}

/** Relations that tell a head what it still lacks; a bit each, the rest share one. */
const TELLING = ["nsubj", "nsubjpass", "aux", "auxpass", "cop", "mark", "case", "det", "dobj", "ccomp", "xcomp", "cc", "conj", "punct", "nmod", "advcl", "nmod:poss", "amod", "compound", "advmod"]
const KIND_BITS = Int32Array.from(RELATIONS, relation => 1 << (TELLING.indexOf(relation) + 1))

const FAR = 10

function distance(from: number, to: number): number {
  const apart = to - from
  return apart < 6 ? apart : apart < FAR ? 6 : 7
}

/** What the parser looks at before a move: words and tags around the gap, what already hangs on them, commas and quotation marks between. */
export function moveFeatures(parse: Parse, out: Int32Array): number {
  const { words, tags, labels, left, left2, right, right2, leftCount, rightCount, leftKinds, rightKinds } = parse
  const { lower, cluster, commas, quoted, none, root } = words
  const s0 = parse.top(0)
  const s1 = parse.top(1)
  const s2 = parse.top(2)
  const b0 = parse.front(0)
  const b1 = parse.front(1)
  const b2 = parse.front(2)
  const s0t = tags[s0]!
  const s1t = tags[s1]!
  const s2t = tags[s2]!
  const b0t = tags[b0]!
  const b1t = tags[b1]!
  const b2t = tags[b2]!
  const s0w = lower[s0]!
  const s1w = lower[s1]!
  const b0w = lower[b0]!
  const b1w = lower[b1]!
  const s0tb0t = s0t * 64 + b0t
  const s1ts0t = s1t * 64 + s0t
  const gap = s0 === none ? 0 : b0 === root ? 8 : distance(s0, b0)
  const gap1 = s1 === none ? 0 : distance(s1, s0)
  const end = b0 === root ? parse.last : b0
  const between = s0 === none ? 0 : Math.min(3, commas[end - 1]! - commas[s0]!)
  const between1 = s1 === none || s0 === none ? 0 : Math.min(3, commas[s0]! - commas[s1]!)
  const speech = quoted[s1]! * 4 + quoted[s0]! * 2 + quoted[b0]!
  const s0l = left[s0]!
  const s0r = right[s0]!
  const s1l = left[s1]!
  const s1r = right[s1]!
  const b0l = left[b0]!
  const s0kinds = leftKinds[s0]!
  const s0kindsRight = rightKinds[s0]!
  const s1kinds = leftKinds[s1]!
  const s1kindsRight = rightKinds[s1]!
  const b0kinds = leftKinds[b0]!
  let n = 0
  out[n++] = one(101, 0)
  out[n++] = two(102, s0w, s0t)
  out[n++] = one(103, s0w)
  out[n++] = one(104, s0t)
  out[n++] = two(105, b0w, b0t)
  out[n++] = one(106, b0w)
  out[n++] = one(107, b0t)
  out[n++] = two(108, b1w, b1t)
  out[n++] = one(109, b1t)
  out[n++] = two(110, lower[b2]!, b2t)
  out[n++] = two(111, s1w, s1t)
  out[n++] = one(112, s1t)
  out[n++] = two(113, lower[s2]!, s2t)
  out[n++] = three(114, s0w, b0w, s0tb0t)
  out[n++] = two(115, s0w, s0tb0t)
  out[n++] = two(116, b0w, s0tb0t)
  out[n++] = two(117, s0w, b0w)
  out[n++] = one(118, s0tb0t)
  out[n++] = two(119, b0t, b1t)
  out[n++] = three(120, s0t, b0t, b1t)
  out[n++] = three(121, b0t, b1t, b2t)
  out[n++] = two(122, s0tb0t, b1t * 64 + b2t)
  out[n++] = one(123, s1ts0t)
  out[n++] = two(124, s1w, s0w)
  out[n++] = two(125, s1w, s1ts0t)
  out[n++] = two(126, s0w, s1ts0t)
  out[n++] = two(127, s1ts0t, b0t)
  out[n++] = three(128, s1w, s0t, b0t)
  out[n++] = three(129, s1t, s0w, b0t)
  out[n++] = three(130, s1t, s0t, b0w)
  out[n++] = two(131, s2t, s1ts0t)
  out[n++] = two(132, s1ts0t, b0t * 64 + b1t)
  out[n++] = two(133, s1t, b0t)
  out[n++] = two(134, s1w, b0w)
  out[n++] = three(135, s0t, tags[s0l]!, b0t)
  out[n++] = three(136, s0t, tags[s0r]!, b0t)
  out[n++] = two(137, s0tb0t, tags[b0l]!)
  out[n++] = two(138, s1ts0t, tags[s1r]!)
  out[n++] = two(139, s1ts0t, tags[s0l]!)
  out[n++] = two(140, s1ts0t, tags[s0r]!)
  out[n++] = two(141, s1ts0t, tags[s1l]!)
  out[n++] = two(142, s0w, gap)
  out[n++] = two(143, s0t, gap)
  out[n++] = two(144, b0w, gap)
  out[n++] = two(145, b0t, gap)
  out[n++] = two(146, s0tb0t, gap + between * 16)
  out[n++] = two(147, s1ts0t, gap1 + between1 * 16)
  out[n++] = three(148, s1w, s0w, gap1)
  out[n++] = two(149, s0w, leftCount[s0]! * 8 + rightCount[s0]!)
  out[n++] = two(150, s0t, leftCount[s0]! * 8 + rightCount[s0]!)
  out[n++] = two(151, s1w, rightCount[s1]!)
  out[n++] = two(152, s1t, leftCount[s1]! * 8 + rightCount[s1]!)
  out[n++] = two(153, b0t, leftCount[b0]!)
  out[n++] = two(154, b0w, leftCount[b0]!)
  out[n++] = two(155, s0t, s0kinds)
  out[n++] = two(156, s0w, s0kinds)
  out[n++] = two(157, s0t, s0kindsRight)
  out[n++] = two(158, s0w, s0kindsRight)
  out[n++] = two(159, s1t, s1kindsRight)
  out[n++] = two(160, s1w, s1kindsRight)
  out[n++] = two(161, b0t, b0kinds)
  out[n++] = two(162, b0w, b0kinds)
  out[n++] = three(163, s0tb0t, s0kinds, b0kinds)
  out[n++] = three(164, s1ts0t, s1kinds, s0kinds)
  out[n++] = two(165, s0tb0t, speech)
  out[n++] = two(166, s1ts0t, speech)
  out[n++] = two(167, s0w, lower[s0l]!)
  out[n++] = two(168, s0w, lower[s0r]!)
  out[n++] = two(169, s1w, lower[s1r]!)
  out[n++] = three(170, s0tb0t, labels[s0r]!, labels[b0l]!)
  out[n++] = three(171, s1ts0t, labels[s1r]!, labels[s0l]!)
  out[n++] = three(172, s1ts0t, tags[s1r]!, tags[right2[s1]!]!)
  out[n++] = three(173, s0tb0t, tags[s0l]!, tags[left2[s0]!]!)
  out[n++] = two(174, cluster[s0]!, cluster[b0]!)
  out[n++] = two(175, cluster[s1]!, cluster[s0]!)
  out[n++] = two(176, cluster[s0]!, b0t)
  out[n++] = two(177, s1ts0t, lower[s0l]!)
  out[n++] = two(178, s1w, lower[s0l]!)
  out[n++] = two(179, s0tb0t, tags[b1]! * 256 + s1t)
  out[n++] = two(180, s0w, b1w)
  out[n++] = three(181, s0tb0t, lower[s0 === none ? none : before(parse, end)]!, b1t)
  return n
}

/** The token just before `end`, wherever it has gone. */
function before({ first, words }: Parse, end: number): number {
  return end > first ? end - 1 : words.none
}

/** What the labeller looks at when the word on top of the stack is about to lean on `head`. */
export function labelFeatures(parse: Parse, head: number, dependent: number, out: Int32Array): number {
  const { words, tags, labels, left, right, right2, leftKinds, rightKinds, leftCount } = parse
  const { lower, cluster, commas, quoted, ending, none, root } = words
  const ht = tags[head]!
  const dt = tags[dependent]!
  const hw = lower[head]!
  const dw = lower[dependent]!
  const side = head === root ? 2 : head > dependent ? 1 : 0
  const pair = (ht * 64 + dt) * 4 + side
  const gap = head === root ? 0 : distance(Math.min(head, dependent), Math.max(head, dependent))
  const apart = head === root ? 0 : Math.min(3, Math.abs(commas[head]! - commas[dependent]!))
  const dl = left[dependent]!
  const dr = right[dependent]!
  const hl = left[head]!
  const hr = right[head]!
  const prior = dependent > parse.first ? dependent - 1 : none
  const after = dependent + 1 < parse.last ? dependent + 1 : none
  const dkinds = leftKinds[dependent]!
  const hkinds = leftKinds[head]!
  let n = 0
  out[n++] = one(201, pair)
  out[n++] = two(202, pair, gap)
  out[n++] = three(203, hw, dw, side)
  out[n++] = two(204, hw, pair)
  out[n++] = two(205, dw, pair)
  out[n++] = two(206, hw, side)
  out[n++] = two(207, dw, side)
  out[n++] = two(208, pair, dkinds)
  out[n++] = two(209, pair, rightKinds[dependent]!)
  out[n++] = two(210, pair, hkinds)
  out[n++] = two(211, pair, rightKinds[head]!)
  out[n++] = three(212, pair, hkinds, dkinds)
  out[n++] = two(213, dw, dkinds)
  out[n++] = two(214, hw, hkinds + side)
  out[n++] = two(215, pair, lower[dl]!)
  out[n++] = three(216, hw, side, lower[dl]!)
  out[n++] = two(217, pair, tags[dl]! * 64 + tags[dr]!)
  out[n++] = two(218, pair, tags[hl]! * 64 + tags[hr]!)
  out[n++] = two(219, pair, labels[hl]! * 64 + labels[hr]!)
  out[n++] = two(220, pair, tags[prior]! * 64 + tags[after]!)
  out[n++] = two(221, pair, lower[prior]!)
  out[n++] = two(222, pair, lower[after]!)
  out[n++] = two(223, pair, apart * 16 + gap)
  out[n++] = two(224, pair, quoted[head]! * 2 + quoted[dependent]!)
  out[n++] = two(225, cluster[head]! * 256 + cluster[dependent]!, side)
  out[n++] = two(226, pair, ending[dependent]!)
  out[n++] = two(227, pair, labels[right2[head]!]!)
  out[n++] = two(228, hw, dt * 4 + side)
  out[n++] = two(229, dw, ht * 4 + side)
  out[n++] = two(230, pair, leftCount[head]!)
  out[n++] = two(231, pair, lower[dr]!)
  out[n++] = two(232, cluster[dependent]!, pair)
  return n
}

/** The best of the moves that are allowed. */
export function bestMove(parse: Parse, scores: Int32Array): number {
  let winner = -1
  for (let move = 0; move < MOVES; move++)
    if (parse.allowed(move) && (winner < 0 || scores[move]! > scores[winner]!)) winner = move
  return winner
}

/** Head and relation of each token of one piece, into `parse`. Greedy: each move once, so the time is linear in the tokens. */
export function parsePiece(parse: Parse, piece: Piece, moves: Scorer, labels: Scorer): void {
  const features = new Int32Array(PARSE_FEATURES)
  const moveScores = new Int32Array(moves.classes)
  const labelScores = new Int32Array(labels.classes)
  parse.begin(piece)
  while (!parse.done()) {
    moves.score(features, moveFeatures(parse, features), moveScores)
    const move = bestMove(parse, moveScores)
    if (move === SHIFT) {
      parse.shift()
      continue
    }
    const head = move === LEFT ? parse.front(0) : parse.top(1)
    labels.score(features, labelFeatures(parse, head, parse.top(0), features), labelScores)
    parse.attach(head, bestLabel(parse, head, labelScores))
  }
}

/** `root` is for what leans on the root, and for nothing else. */
export function bestLabel(parse: Parse, head: number, scores: Int32Array): number {
  if (head === parse.words.root) return ROOT_RELATION
  let winner = 0
  for (let each = 1; each < RELATIONS.length; each++) if (each !== ROOT_RELATION && scores[each]! > scores[winner]!) winner = each
  return winner
}

const ROOT_RELATION = RELATIONS.indexOf("root")
