import type { NameKind } from "../data.ts"
import { best, one, type Scorer, three, two } from "./linear.ts"
import { TAGS, tagIndex } from "./tagset.ts"
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
export const PARTS = 4
export const NAME_CLASSES = 1 + PARTS * NAME_KINDS.length
const BEGINS = 0
const GOES_ON = 1
const ENDS = 2
const WHOLE = 3

/** Room for the features of one token. */
export const NAME_FEATURES = 64

const PROPER = new Set([tagIndex("NNP"), tagIndex("NNPS")])
const EDGE = NAME_CLASSES

export function nameClass(kind: NameKind, part: number): number {
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

/** What the finder of names looks at. `elsewhere` has an entry per token: what kind of name the same word is in the rest of the document. */
export function nameFeatures(
  words: Words,
  { first, last, style }: Piece,
  at: number,
  tags: Uint8Array,
  classes: Uint8Array,
  elsewhere: Elsewhere,
  out: Int32Array,
): number {
  const { lower, form, capitals, cluster, ending, none } = words
  const word = words.vocabulary[words.wordOf[at]!]!
  const before = at > first ? at - 1 : none
  const before2 = at > first + 1 ? at - 2 : none
  const after = at + 1 < last ? at + 1 : none
  const after2 = at + 2 < last ? at + 2 : none
  const class1 = at > first ? classes[at - 1]! : EDGE
  const tag = tags[at]!
  const tagBefore = before === none ? TAGS.length : tags[before]!
  const tagAfter = after === none ? TAGS.length : tags[after]!
  const self = lower[at]!
  const written = capitals[at]! + (at === first ? 64 : 0)
  const here = elsewhere[at]!
  const hereNext = after === none ? 0 : elsewhere[after]!
  const wordClass1 = class1 === NO_NAME || class1 === EDGE ? 0 : lower[before]!
  let n = 0
  out[n++] = one(301, class1)
  out[n++] = two(302, self, style)
  out[n++] = two(303, form[at]!, class1)
  out[n++] = two(304, written, class1)
  out[n++] = two(305, tag, class1)
  out[n++] = three(306, tag, tagBefore, tagAfter)
  out[n++] = two(307, tag, tagAfter)
  out[n++] = one(308, lower[before]!)
  out[n++] = one(309, lower[after]!)
  out[n++] = one(310, lower[before2]!)
  out[n++] = one(311, lower[after2]!)
  out[n++] = two(312, lower[before]!, self)
  out[n++] = two(313, self, lower[after]!)
  out[n++] = one(314, word.endings[1])
  out[n++] = one(315, word.endings[2])
  out[n++] = one(316, word.endings[3])
  out[n++] = one(317, word.beginnings[2])
  out[n++] = two(318, word.shape, class1)
  out[n++] = three(319, capitals[before]!, written, capitals[after]!)
  out[n++] = two(320, cluster[at]!, class1)
  out[n++] = one(321, cluster[at]!)
  out[n++] = two(322, cluster[before]!, cluster[at]!)
  out[n++] = two(323, cluster[at]!, cluster[after]!)
  out[n++] = one(324, cluster[after]!)
  out[n++] = one(325, cluster[before]!)
  out[n++] = two(326, wordClass1, class1)
  out[n++] = two(327, lower[before]!, class1)
  out[n++] = two(328, lower[after]!, written)
  out[n++] = two(329, ending[after]!, class1)
  out[n++] = two(330, tagBefore, class1)
  out[n++] = two(331, tagAfter, class1)
  out[n++] = two(332, lower[after]!, lower[after2]!)
  out[n++] = two(333, lower[before2]!, lower[before]!)
  out[n++] = two(334, here, class1)
  out[n++] = three(335, here, hereNext, class1)
  out[n++] = two(336, here, written)
  out[n++] = two(337, cluster[after]!, cluster[after2]!)
  out[n++] = two(338, cluster[before2]!, class1)
  out[n++] = two(339, lower[after]!, class1)
  return n
}

/** Classes of the tokens of one piece, from left to right; a class that cannot follow the one before is passed over. */
export function namePiece(
  words: Words,
  piece: Piece,
  possible: Uint8Array,
  tags: Uint8Array,
  elsewhere: Elsewhere,
  model: Scorer,
  classes: Uint8Array,
): void {
  const features = new Int32Array(NAME_FEATURES)
  const scores = new Int32Array(model.classes)
  for (let at = piece.first; at < piece.last; at++) {
    const before = at > piece.first ? classes[at - 1]! : NO_NAME
    const ahead = at + 1 < piece.last && possible[at + 1] === 1
    if (possible[at] !== 1) {
      classes[at] = NO_NAME
      continue
    }
    model.score(features, nameFeatures(words, piece, at, tags, classes, elsewhere, features), scores)
    classes[at] = bestClass(scores, before, ahead)
  }
}

/** The best class that may follow the one before, and that does not wait for a next token where there can be none. */
export function bestClass(scores: Int32Array, before: number, ahead: boolean): number {
  let winner = -1
  for (let each = 0; each < NAME_CLASSES; each++) {
    if (!follows(before, each)) continue
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
