import type { NameKind } from "../data.ts"
import { best, type Scorer } from "./linear.ts"
import { TAGS, tagIndex } from "./tagset.ts"
import { Templates } from "./templates.ts"
import { CAPITALS, type Piece, type Words } from "./words.ts"

/** A name by its tokens, from `first` up to and not including `last`. */
export interface NamedRun {
  readonly first: number
  readonly last: number
  readonly kind: NameKind
}

export const NAME_KINDS: readonly NameKind[] = ["person", "organization", "place", "other"]

/** Classes of a token: in no name, or for each kind the beginning, the inside, the end of a name, or a whole one. */
export const NO_NAME = 0
const PARTS = 4
export const NAME_CLASSES = 1 + PARTS * NAME_KINDS.length
const BEGINS = 0
const GOES_ON = 1
const ENDS = 2
const WHOLE = 3

const PROPER = new Set([tagIndex("NNP"), tagIndex("NNPS")])
const EDGE = NAME_CLASSES

function nameClass(kind: NameKind, part: number): number {
  return 1 + PARTS * NAME_KINDS.indexOf(kind) + part
}

/** The class of every token of the runs. */
export function classesOf(runs: readonly NamedRun[], count: number): Uint8Array {
  const classes = new Uint8Array(count)
  for (const { first, last, kind } of runs)
    for (let at = first; at < last; at++) {
      const part = last - first === 1 ? WHOLE : at === first ? BEGINS : at === last - 1 ? ENDS : GOES_ON
      classes[at] = nameClass(kind, part)
    }
  return classes
}

/** The runs that classes spell out. A name that does not end well ends where it breaks off. */
export function runsOf(classes: Uint8Array, { first, last }: Piece): NamedRun[] {
  const runs: NamedRun[] = []
  let begun = -1
  for (let at = first; at < last; at++) {
    const own = classes[at]!
    if (own === NO_NAME) {
      begun = -1
      continue
    }
    const part = (own - 1) % PARTS
    if (begun < 0 || part === BEGINS || part === WHOLE) begun = at
    const next = at + 1 < last ? classes[at + 1]! : NO_NAME
    const goesOn = next !== NO_NAME && Math.floor((next - 1) / PARTS) === Math.floor((own - 1) / PARTS) && follows(own, next)
    if (goesOn) continue
    runs.push({ first: begun, last: at + 1, kind: NAME_KINDS[Math.floor((own - 1) / PARTS)]! })
    begun = -1
  }
  return runs
}

/** Whether a class may come right after another: what begins goes on or ends, in the same kind. */
export function follows(before: number, next: number): boolean {
  const open = before !== NO_NAME && before !== EDGE && (before - 1) % PARTS < ENDS
  const inside = next !== NO_NAME && ((next - 1) % PARTS === GOES_ON || (next - 1) % PARTS === ENDS)
  if (open !== inside) return false
  return !open || Math.floor((before - 1) / PARTS) === Math.floor((next - 1) / PARTS)
}

const FOLLOWS = Uint8Array.from({ length: NAME_CLASSES ** 2 }, (_, pair) =>
  follows(Math.floor(pair / NAME_CLASSES), pair % NAME_CLASSES) ? 1 : 0,
)

/**
 * Tokens that could be part of a name: written with a capital or tagged as a proper noun, or a small word or mark between two of those
 * (“Bank of the West”). The others are never looked at: most tokens of a page.
 */
export function possibleNames(words: Words, tags: Uint8Array): Uint8Array {
  const possible = new Uint8Array(words.count)
  for (const { first, last } of words.pieces) {
    let before = -10
    for (let at = first; at < last; at++) {
      if (!raised(words, tags, at)) continue
      possible[at] = 1
      if (at - before <= 3) for (let between = before + 1; between < at; between++) possible[between] = 1
      before = at
    }
  }
  return possible
}

function raised(words: Words, tags: Uint8Array, at: number): boolean {
  const kind = words.capitals[at]! & 7
  return PROPER.has(tags[at]!) || kind === CAPITALS.first || kind === CAPITALS.all || kind === CAPITALS.inner
}

/** What the rest of the document says of a word: its likeliest kind where it stands in names elsewhere; 0 when it does not. */
export type Elsewhere = Uint8Array

const AT = {
  nothing: 0,
  class1: 1,
  word: 2,
  style: 3,
  form: 4,
  written: 5,
  tag: 6,
  tagBefore: 7,
  tagAfter: 8,
  before: 9,
  before2: 10,
  after: 11,
  after2: 12,
  end2: 13,
  end3: 14,
  end4: 15,
  begin3: 16,
  shape: 17,
  writtenBefore: 18,
  writtenAfter: 19,
  nameBefore: 20,
  afterEnd: 21,
  here: 22,
  hereNext: 23,
} as const

/** What the finder of names looks at; `here` and `hereNext`: what kind of name the word and the next are in the rest of the document. */
const TEMPLATES = new Templates(
  AT,
  `class1 | word style | form class1 | written class1 | tag class1 | tag tagBefore tagAfter | tag tagAfter | before | after | before2 | after2 |
  before word | word after | end2 | end3 | end4 | begin3 | shape class1 | writtenBefore written writtenAfter | nameBefore class1 |
  before class1 | after written | afterEnd class1 | tagBefore class1 | tagAfter class1 | after after2 | before2 before |
  here class1 | here hereNext class1 | here written | after class1`,
)

export const NAME_FEATURES = TEMPLATES.count

const VALUES = Object.keys(AT).length

/** Room to work in, used again from token to token. */
export class NameScratch {
  readonly values = new Int32Array(VALUES)
  readonly features = new Int32Array(NAME_FEATURES)
  readonly scores = new Int32Array(NAME_CLASSES)
}

/** A document on its way to its names. */
export interface Naming {
  readonly words: Words
  readonly tags: Uint8Array
  readonly possible: Uint8Array
  readonly elsewhere: Elsewhere
  /** Class of each token, as far as it is found. */
  readonly classes: Uint8Array
}

/** Writes the features of the token into `scratch.features`. */
export function nameFeatures(naming: Naming, { first, last, style }: Piece, at: number, { values, features }: NameScratch): void {
  const { words, tags, classes, elsewhere } = naming
  const { lower, form, capitals, ending, none } = words
  const word = words.vocabulary[words.wordOf[at]!]!
  const before = at > first ? at - 1 : none
  const after = at + 1 < last ? at + 1 : none
  const class1 = at > first ? classes[at - 1]! : EDGE
  values[AT.class1] = class1
  values[AT.word] = lower[at]!
  values[AT.style] = style
  values[AT.form] = form[at]!
  values[AT.written] = capitals[at]! + (at === first ? 64 : 0)
  values[AT.tag] = tags[at]!
  values[AT.tagBefore] = before === none ? TAGS.length : tags[before]!
  values[AT.tagAfter] = after === none ? TAGS.length : tags[after]!
  values[AT.before] = lower[before]!
  values[AT.before2] = lower[at > first + 1 ? at - 2 : none]!
  values[AT.after] = lower[after]!
  values[AT.after2] = lower[at + 2 < last ? at + 2 : none]!
  values[AT.end2] = word.endings[1]
  values[AT.end3] = word.endings[2]
  values[AT.end4] = word.endings[3]
  values[AT.begin3] = word.beginnings[2]
  values[AT.shape] = word.shape
  values[AT.writtenBefore] = capitals[before]!
  values[AT.writtenAfter] = capitals[after]!
  values[AT.nameBefore] = class1 === NO_NAME || class1 === EDGE ? 0 : lower[before]!
  values[AT.afterEnd] = ending[after]!
  values[AT.here] = elsewhere[at]!
  values[AT.hereNext] = after === none ? 0 : elsewhere[after]!
  TEMPLATES.write(values, features)
}

/** Classes of the tokens of one piece, from left to right; a class that cannot follow the one before is passed over. */
export function namePiece(naming: Naming, piece: Piece, model: Scorer, scratch: NameScratch): void {
  const { possible, classes } = naming
  for (let at = piece.first; at < piece.last; at++) {
    if (possible[at] !== 1) {
      classes[at] = NO_NAME
      continue
    }
    const before = at > piece.first ? classes[at - 1]! : NO_NAME
    const ahead = at + 1 < piece.last && possible[at + 1] === 1
    nameFeatures(naming, piece, at, scratch)
    model.score(scratch.features, NAME_FEATURES, scratch.scores)
    classes[at] = bestClass(scratch.scores, before, ahead)
  }
}

/** The best class that may follow the one before, and that does not wait for a next token where there can be none. */
export function bestClass(scores: Int32Array, before: number, ahead: boolean): number {
  let winner = -1
  for (let each = 0; each < NAME_CLASSES; each++) {
    if (FOLLOWS[before * NAME_CLASSES + each] !== 1) continue
    if (!ahead && each !== NO_NAME && (each - 1) % PARTS < ENDS) continue
    if (winner < 0 || scores[each]! > scores[winner]!) winner = each
  }
  return winner < 0 ? best(scores, NAME_CLASSES) : winner
}

/**
 * For every token, the kind of name that its word is elsewhere in the document: 1 + the kind with the most votes, of names that hold the word,
 * longer names counting more (“Elena Ruiz” says more about “Ruiz” than “Ruiz” does); 0 when it stands in no name. The vote of the name that
 * the token itself stands in is left out, so that training and reading see the same.
 */
export function elsewhereOf(words: Words, runs: readonly NamedRun[]): Elsewhere {
  const kinds = NAME_KINDS.length
  const votes = new Int32Array(words.vocabulary.length * kinds)
  const own = new Int32Array(words.count * 2)
  for (const { first, last, kind } of runs) {
    const weight = last - first > 1 ? 3 : 1
    const column = NAME_KINDS.indexOf(kind)
    for (let at = first; at < last; at++) {
      const cell = words.wordOf[at]! * kinds + column
      votes[cell]! += weight
      own[2 * at] = column + 1
      own[2 * at + 1] = weight
    }
  }
  const out = new Uint8Array(words.count)
  for (let at = 0; at < words.count; at++) {
    let most = 0
    for (let column = 0; column < kinds; column++) {
      const mine = own[2 * at] === column + 1 ? own[2 * at + 1]! : 0
      const count = votes[words.wordOf[at]! * kinds + column]! - mine
      if (count > most) {
        most = count
        out[at] = column + 1
      }
    }
  }
  return out
}
