import { distance, type Parse } from "./parse.ts"
import { RELATIONS } from "./tagset.ts"
import { Templates } from "./templates.ts"

/**
 * h: the head, d: the dependent; then w the word, t its tag, l and r its outermost dependents, r2 the second on the right, k the relations that
 * hang on it to the left, kr to the right. `pair`: both tags and on which side the head stands.
 */
const AT = {
  nothing: 0,
  pair: 1,
  gap: 2,
  hw: 3,
  dw: 4,
  side: 5,
  dk: 6,
  dkr: 7,
  hk: 8,
  hkr: 9,
  hkSide: 10,
  dlw: 11,
  drw: 12,
  dTags: 13,
  hTags: 14,
  hLabels: 15,
  aroundTags: 16,
  beforeW: 17,
  afterW: 18,
  apart: 19,
  speech: 20,
  end: 21,
  hr2Label: 22,
  dtSide: 23,
  htSide: 24,
  hv: 25,
  beyond: 26,
} as const

/** What the labeller looks at when the word on top of the stack is about to lean on `head`. */
const TEMPLATES = new Templates(
  AT,
  `pair | pair gap | hw dw side | hw pair | dw pair | hw side | dw side | pair dk | pair dkr | pair hk | pair hkr | pair hk dk | dw dk |
  hw hkSide | pair dlw | hw side dlw | pair dTags | pair hTags | pair hLabels | pair aroundTags | pair beforeW | pair afterW | pair apart |
  pair speech | pair end | pair hr2Label | hw dtSide | dw htSide | pair hv | pair drw | pair beyond dk | hw apart dk | hw speech pair`,
)

export const RELATION_FEATURES = TEMPLATES.count

/** Room to work in, used again from arc to arc. */
export class RelationScratch {
  readonly values = new Int32Array(Object.keys(AT).length)
  readonly features = new Int32Array(RELATION_FEATURES)
  readonly scores = new Int32Array(RELATIONS.length)
}

const TAG_STEP = 64
const SIDES = 4
const HEAD_AFTER = 1
const HEAD_IS_ROOT = 2
const GAP_STEP = 16
const MOST_COMMAS = 3

/** Writes the features of an arc that is about to be made into `scratch.features`. */
export function relationFeatures(parse: Parse, head: number, dependent: number, { values, features }: RelationScratch): void {
  const { tags, labels, left, right, right2, leftKinds, rightKinds, leftCount } = parse
  const { lower, ending } = parse.words
  const side = head === parse.words.root ? HEAD_IS_ROOT : head > dependent ? HEAD_AFTER : 0
  values[AT.pair] = (tags[head]! * TAG_STEP + tags[dependent]!) * SIDES + side
  values[AT.hw] = lower[head]!
  values[AT.dw] = lower[dependent]!
  values[AT.side] = side
  values[AT.dk] = leftKinds[dependent]!
  values[AT.dkr] = rightKinds[dependent]!
  values[AT.hk] = leftKinds[head]!
  values[AT.hkr] = rightKinds[head]!
  values[AT.hkSide] = leftKinds[head]! * SIDES + side
  values[AT.dlw] = lower[left[dependent]!]!
  values[AT.drw] = lower[right[dependent]!]!
  values[AT.dTags] = tags[left[dependent]!]! * TAG_STEP + tags[right[dependent]!]!
  values[AT.hTags] = tags[left[head]!]! * TAG_STEP + tags[right[head]!]!
  values[AT.hLabels] = labels[left[head]!]! * TAG_STEP + labels[right[head]!]!
  values[AT.end] = ending[dependent]!
  values[AT.hr2Label] = labels[right2[head]!]!
  values[AT.dtSide] = tags[dependent]! * SIDES + side
  values[AT.htSide] = tags[head]! * SIDES + side
  values[AT.hv] = leftCount[head]!
  placeValues(parse, head, dependent, values)
  TEMPLATES.write(values, features)
}

function placeValues(parse: Parse, head: number, dependent: number, values: Int32Array): void {
  const { tags, first, last } = parse
  const { lower, commas, quoted, none, root } = parse.words
  const before = dependent > first ? dependent - 1 : none
  const after = dependent + 1 < last ? dependent + 1 : none
  const beyond = dependent + 2 < last ? dependent + 2 : none
  const gap = head === root ? 0 : distance(Math.min(head, dependent), Math.max(head, dependent))
  const apart = head === root ? 0 : Math.min(MOST_COMMAS, Math.abs(commas[head]! - commas[dependent]!))
  values[AT.gap] = gap
  values[AT.aroundTags] = tags[before]! * TAG_STEP + tags[after]!
  values[AT.beforeW] = lower[before]!
  values[AT.afterW] = lower[after]!
  values[AT.apart] = apart * GAP_STEP + gap
  values[AT.speech] = quoted[head]! * 2 + quoted[dependent]!
  values[AT.beyond] = tags[after]! * TAG_STEP + tags[beyond]!
}
