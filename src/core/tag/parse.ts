import { RELATIONS, TAGS } from "./tagset.ts"
import type { Piece, Words } from "./words.ts"

/** The three moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez & Satta 2011; Goldberg & Nivre 2013). */
export const SHIFT = 0
/** The word on top of the stack leans on the next word, and leaves. */
export const LEFT = 1
/** The word on top of the stack leans on the one beneath, and leaves. */
export const RIGHT = 2
export const MOVES = 3

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

  /** The one move that is allowed where there is no choice: at the beginning and the end of a sentence; -1 where there is one. */
  onlyMove(): number {
    if (this.next === this.last) return this.size === 1 ? LEFT : RIGHT
    return this.size === 0 ? SHIFT : -1
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
const TELLING =
  "nsubj nsubjpass aux auxpass cop mark case det dobj ccomp xcomp cc conj punct nmod advcl nmod:poss amod compound advmod parataxis".split(
    " ",
  )
const KIND_BITS = Int32Array.from(RELATIONS, relation => 1 << (TELLING.indexOf(relation) + 1))

const FAR = 10

/** How far apart two tokens are, in eight steps. */
export function distance(from: number, to: number): number {
  const apart = to - from
  return apart < 6 ? apart : apart < FAR ? 6 : 7
}
