import { best, one, type Scorer, three, two } from "./linear.ts"
import { TAGS, tagIndex } from "./tagset.ts"
import type { Piece, Words } from "./words.ts"

/** Room for the features of one token. */
export const TAG_FEATURES = 48

/** Class that stands for "no token there" among the tags. */
const EDGE = TAGS.length

/**
 * What the tagger looks at: the word, its letters, how it is written, its neighbours, and the two tags before it.
 * Writes hashes into `out` and gives their number.
 */
export function tagFeatures(words: Words, { first, last, style }: Piece, at: number, tags: Uint8Array, out: Int32Array): number {
  const { lower, form, ending, capitals, tagClass, cluster, none } = words
  const word = words.vocabulary[words.wordOf[at]!]!
  const before = at > first ? at - 1 : none
  const before2 = at > first + 1 ? at - 2 : none
  const after = at + 1 < last ? at + 1 : none
  const after2 = at + 2 < last ? at + 2 : none
  const tag1 = at > first ? tags[at - 1]! : EDGE
  const tag2 = at > first + 1 ? tags[at - 2]! : EDGE
  const self = lower[at]!
  const written = capitals[at]! + (at === first ? 64 : 0)
  const group = tagClass[at]!
  const next = tagClass[after]!
  const kin = cluster[at]!
  let n = 0
  out[n++] = one(1, 0)
  out[n++] = one(2, self)
  out[n++] = two(3, form[at]!, written)
  out[n++] = one(4, word.endings[0])
  out[n++] = one(5, word.endings[1])
  out[n++] = one(6, word.endings[2])
  out[n++] = one(7, word.endings[3])
  out[n++] = one(8, word.beginnings[0])
  out[n++] = one(9, word.beginnings[1])
  out[n++] = one(10, word.beginnings[2])
  out[n++] = two(11, word.shape, style)
  out[n++] = two(12, word.endings[2], written)
  out[n++] = one(13, group)
  out[n++] = one(14, kin)
  out[n++] = two(15, kin, tag1)
  out[n++] = one(16, tag1)
  out[n++] = two(17, tag1, tag2)
  out[n++] = two(18, tag1, self)
  out[n++] = three(19, tag1, tag2, self)
  out[n++] = one(20, lower[before]!)
  out[n++] = one(21, lower[before2]!)
  out[n++] = one(22, lower[after]!)
  out[n++] = one(23, lower[after2]!)
  out[n++] = one(24, ending[before]!)
  out[n++] = one(25, ending[after]!)
  out[n++] = two(26, group, next)
  out[n++] = two(27, group, tag1)
  out[n++] = three(28, group, tag1, next)
  out[n++] = three(29, tag1, group, tag2)
  out[n++] = two(30, self, lower[after]!)
  out[n++] = two(31, lower[before]!, self)
  out[n++] = two(32, self, next)
  out[n++] = three(33, group, next, tagClass[after2]!)
  out[n++] = two(34, cluster[before]!, kin)
  out[n++] = two(35, kin, cluster[after]!)
  out[n++] = two(36, written, capitals[after]!)
  out[n++] = two(37, tag1, lower[after]!)
  out[n++] = two(38, word.endings[1], tag1)
  return n
}

/** Tags the tokens of one piece, from left to right. Marks keep the tags they have, words with one tag in the lexicon take it. */
export function tagPiece(words: Words, piece: Piece, settled: readonly (string | null)[], model: Scorer, tags: Uint8Array): void {
  const features = new Int32Array(TAG_FEATURES)
  const scores = new Int32Array(model.classes)
  for (let at = piece.first; at < piece.last; at++) {
    const known = knownTag(words, at, settled)
    if (known >= 0) {
      tags[at] = known
      continue
    }
    model.score(features, tagFeatures(words, piece, at, tags, features), scores)
    tags[at] = best(scores, model.classes)
  }
}

/** The tag of a token that needs no look at its neighbours; -1 when it does. */
export function knownTag(words: Words, at: number, settled: readonly (string | null)[]): number {
  const mark = settled[at]
  return mark != null ? tagIndex(mark) : words.vocabulary[words.wordOf[at]!]!.onlyTag
}
