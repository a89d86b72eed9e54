import { distance, type Parse } from "./parse.ts"
import { Templates } from "./templates.ts"

/**
 * s: the stack from its top, b: what comes next, p: the last tokens before that; then w the word, t its tag, l and r its outermost dependents,
 * l2 and r2 the second outermost, k the relations that hang on it to the left, kr to the right, v how many do.
 */
const AT = {
  nothing: 0,
  s0w: 1,
  s0t: 2,
  s1w: 3,
  s1t: 4,
  s2w: 5,
  s2t: 6,
  b0w: 7,
  b0t: 8,
  b1w: 9,
  b1t: 10,
  b2w: 11,
  b2t: 12,
  s0b0: 13,
  s1s0: 14,
  s0lw: 15,
  s0lt: 16,
  s0l2t: 17,
  s0rw: 18,
  s0rt: 19,
  s1lt: 20,
  s1rw: 21,
  s1rt: 22,
  s1r2t: 23,
  b0lt: 24,
  s0rLabel: 25,
  b0lLabel: 26,
  s1rLabel: 27,
  s0lLabel: 28,
  s0k: 29,
  s0kr: 30,
  s1k: 31,
  s1kr: 32,
  b0k: 33,
  s0v: 34,
  s1v: 35,
  b0v: 36,
  gap: 37,
  gap1: 38,
  between: 39,
  between1: 40,
  speech: 41,
  p0w: 42,
  p0t: 43,
  p1t: 44,
  b1b2: 45,
} as const

/** What the parser looks at before a move: words and tags around the gap, what hangs on them already, commas and quotation marks between. */
const TEMPLATES = new Templates(
  AT,
  `nothing | s0w s0t | s0w | s0t | b0w b0t | b0w | b0t | b1w b1t | b1t | b2w b2t | s1w s1t | s1t | s2w s2t |
  s0w b0w s0b0 | s0w s0b0 | b0w s0b0 | s0w b0w | s0b0 | b0t b1t | s0b0 b1t | b0t b1b2 | s0b0 b1b2 |
  s1s0 | s1w s0w | s1w s1s0 | s0w s1s0 | s1s0 b0t | s1w s0t b0t | s1t s0w b0t | s1s0 b0w | s2t s1s0 | s1s0 b0t b1t | s1t b0t | s1w b0w |
  s0b0 s0lt | s0b0 s0rt | s0b0 b0lt | s1s0 s1rt | s1s0 s0lt | s1s0 s0rt | s1s0 s1lt |
  s0w gap | s0t gap | b0w gap | b0t gap | s0b0 between | s1s0 between1 | s1w s0w gap1 |
  s0w s0v | s0t s0v | s1w s1v | s1t s1v | b0t b0v | b0w b0v |
  s0t s0k | s0w s0k | s0t s0kr | s0w s0kr | s1t s1kr | s1w s1kr | b0t b0k | b0w b0k | s0b0 s0k b0k | s1s0 s1k s0k | s1s0 s1kr s0k |
  s0b0 speech | s1s0 speech | s0w s0lw | s0w s0rw | s1w s1rw | s0b0 s0rLabel b0lLabel | s1s0 s1rLabel s0lLabel | s1s0 s1rt s1r2t |
  s0b0 s0lt s0l2t | s1s0 s0lw | s1w s0lw | s0b0 b1t s1t | s0w b1w | s0b0 p0w b1t |
  s0b0 p0t p1t | s1s0 p0t b0t | s1w s0k between1 | s0w between b0t | s1t s1k s0b0`,
)

export const MOVE_FEATURES = TEMPLATES.count

/** Longest way from zero of a weight of the moves: with it in every feature, scores still fit the 16 bits that `Triple` has for each. */
export const MOST_MOVE_STEPS = Math.floor((2 ** 15 - 1) / (3 * MOVE_FEATURES))

/** Room to work in, used again from move to move. */
export class MoveScratch {
  readonly values = new Int32Array(Object.keys(AT).length)
  readonly features = new Int32Array(MOVE_FEATURES)
  readonly scores = new Int32Array(3)
}

/** Writes the features of the parse as it stands into `scratch.features`. */
export function moveFeatures(parse: Parse, { values, features }: MoveScratch): void {
  const s0 = parse.top(0)
  const s1 = parse.top(1)
  const b0 = parse.front(0)
  ownValues(parse, s0, s1, b0, values)
  hangingValues(parse, s0, s1, b0, values)
  betweenValues(parse, s0, s1, b0, values)
  TEMPLATES.write(values, features)
}

const TAG_STEP = 64

function ownValues(parse: Parse, s0: number, s1: number, b0: number, values: Int32Array): void {
  const { tags } = parse
  const { lower } = parse.words
  const s2 = parse.top(2)
  const b1 = parse.front(1)
  const b2 = parse.front(2)
  values[AT.s0w] = lower[s0]!
  values[AT.s0t] = tags[s0]!
  values[AT.s1w] = lower[s1]!
  values[AT.s1t] = tags[s1]!
  values[AT.s2w] = lower[s2]!
  values[AT.s2t] = tags[s2]!
  values[AT.b0w] = lower[b0]!
  values[AT.b0t] = tags[b0]!
  values[AT.b1w] = lower[b1]!
  values[AT.b1t] = tags[b1]!
  values[AT.b2w] = lower[b2]!
  values[AT.b2t] = tags[b2]!
  values[AT.s0b0] = tags[s0]! * TAG_STEP + tags[b0]!
  values[AT.s1s0] = tags[s1]! * TAG_STEP + tags[s0]!
  values[AT.b1b2] = tags[b1]! * TAG_STEP + tags[b2]!
}

function hangingValues(parse: Parse, s0: number, s1: number, b0: number, values: Int32Array): void {
  const { tags, labels, left, left2, right, right2, leftCount, rightCount, leftKinds, rightKinds } = parse
  const { lower } = parse.words
  values[AT.s0lw] = lower[left[s0]!]!
  values[AT.s0lt] = tags[left[s0]!]!
  values[AT.s0l2t] = tags[left2[s0]!]!
  values[AT.s0rw] = lower[right[s0]!]!
  values[AT.s0rt] = tags[right[s0]!]!
  values[AT.s1lt] = tags[left[s1]!]!
  values[AT.s1rw] = lower[right[s1]!]!
  values[AT.s1rt] = tags[right[s1]!]!
  values[AT.s1r2t] = tags[right2[s1]!]!
  values[AT.b0lt] = tags[left[b0]!]!
  values[AT.s0rLabel] = labels[right[s0]!]!
  values[AT.b0lLabel] = labels[left[b0]!]!
  values[AT.s1rLabel] = labels[right[s1]!]!
  values[AT.s0lLabel] = labels[left[s0]!]!
  values[AT.s0k] = leftKinds[s0]!
  values[AT.s0kr] = rightKinds[s0]!
  values[AT.s1k] = leftKinds[s1]!
  values[AT.s1kr] = rightKinds[s1]!
  values[AT.b0k] = leftKinds[b0]!
  values[AT.s0v] = leftCount[s0]! * 8 + rightCount[s0]!
  values[AT.s1v] = leftCount[s1]! * 8 + rightCount[s1]!
  values[AT.b0v] = leftCount[b0]!
}

const ROOT_GAP = 8
const GAP_STEP = 16
const MOST_COMMAS = 3

function betweenValues(parse: Parse, s0: number, s1: number, b0: number, values: Int32Array): void {
  const { tags, first, last } = parse
  const { lower, commas, quoted, none, root } = parse.words
  const end = b0 === root ? last : b0
  const gap = s0 === none ? 0 : b0 === root ? ROOT_GAP : distance(s0, b0)
  const gap1 = s1 === none ? 0 : distance(s1, s0)
  const apart = s0 === none ? 0 : Math.min(MOST_COMMAS, commas[end - 1]! - commas[s0]!)
  const apart1 = s1 === none ? 0 : Math.min(MOST_COMMAS, commas[s0]! - commas[s1]!)
  const p0 = end > first ? end - 1 : none
  values[AT.gap] = gap
  values[AT.gap1] = gap1
  values[AT.between] = gap + apart * GAP_STEP
  values[AT.between1] = gap1 + apart1 * GAP_STEP
  values[AT.speech] = quoted[s1]! * 4 + quoted[s0]! * 2 + quoted[b0]!
  values[AT.p0w] = lower[s0 === none ? none : p0]!
  values[AT.p0t] = tags[p0]!
  values[AT.p1t] = tags[end > first + 1 ? end - 2 : none]!
}
