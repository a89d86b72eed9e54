import { best, type Scorer } from "./linear.ts"
import { TAGS, tagIndex } from "./tagset.ts"
import { Templates } from "./templates.ts"
import type { Piece, Words } from "./words.ts"

/** Class that stands for "no token there" among the tags. */
const EDGE = TAGS.length

const AT = {
  nothing: 0,
  word: 1,
  form: 2,
  written: 3,
  end1: 4,
  end2: 5,
  end3: 6,
  end4: 7,
  begin1: 8,
  begin2: 9,
  begin3: 10,
  shape: 11,
  style: 12,
  group: 13,
  tag1: 14,
  tag2: 15,
  before: 16,
  before2: 17,
  after: 18,
  after2: 19,
  beforeEnd: 20,
  afterEnd: 21,
  afterGroup: 22,
  after2Group: 23,
  afterWritten: 24,
} as const

/** What the tagger looks at: the word, its letters, how it is written, its neighbours, and the two tags before it. */
const TEMPLATES = new Templates(
  AT,
  `nothing | word | form written | end1 | end2 | end3 | end4 | begin1 | begin2 | begin3 | shape style | end3 written | group |
  tag1 | tag1 tag2 | tag1 word | tag1 tag2 word | before | before2 | after | after2 | beforeEnd | afterEnd |
  group afterGroup | group tag1 | group tag1 afterGroup | group tag1 tag2 | word after | before word | word afterGroup |
  group afterGroup after2Group | written afterWritten | tag1 after | end2 tag1`,
)

export const TAG_FEATURES = TEMPLATES.count

const VALUES = Object.keys(AT).length

/** Room to work in, used again from token to token. */
export class TagScratch {
  readonly values = new Int32Array(VALUES)
  readonly features = new Int32Array(TAG_FEATURES)
  readonly scores = new Int32Array(TAGS.length)
}

/** Writes the features of the token into `scratch.features`. */
export function tagFeatures(
  words: Words,
  { first, last, style }: Piece,
  at: number,
  tags: Uint8Array,
  { values, features }: TagScratch,
): void {
  const { lower, form, ending, capitals, tagClass, none } = words
  const word = words.vocabulary[words.wordOf[at]!]!
  const before = at > first ? at - 1 : none
  const after = at + 1 < last ? at + 1 : none
  const after2 = at + 2 < last ? at + 2 : none
  values[AT.word] = lower[at]!
  values[AT.form] = form[at]!
  values[AT.written] = capitals[at]! + (at === first ? 64 : 0)
  values[AT.end1] = word.endings[0]
  values[AT.end2] = word.endings[1]
  values[AT.end3] = word.endings[2]
  values[AT.end4] = word.endings[3]
  values[AT.begin1] = word.beginnings[0]
  values[AT.begin2] = word.beginnings[1]
  values[AT.begin3] = word.beginnings[2]
  values[AT.shape] = word.shape
  values[AT.style] = style
  values[AT.group] = tagClass[at]!
  values[AT.tag1] = at > first ? tags[at - 1]! : EDGE
  values[AT.tag2] = at > first + 1 ? tags[at - 2]! : EDGE
  values[AT.before] = lower[before]!
  values[AT.before2] = lower[at > first + 1 ? at - 2 : none]!
  values[AT.after] = lower[after]!
  values[AT.after2] = lower[after2]!
  values[AT.beforeEnd] = ending[before]!
  values[AT.afterEnd] = ending[after]!
  values[AT.afterGroup] = tagClass[after]!
  values[AT.after2Group] = tagClass[after2]!
  values[AT.afterWritten] = capitals[after]!
  TEMPLATES.write(values, features)
}

/** Tags the tokens of one piece, from left to right. Marks keep the tags they have, words with one tag in the lexicon take it. */
export function tagPiece(
  words: Words,
  piece: Piece,
  settled: readonly (string | null)[],
  model: Scorer,
  tags: Uint8Array,
  scratch = new TagScratch(),
): void {
  for (let at = piece.first; at < piece.last; at++) {
    const known = knownTag(words, at, settled)
    if (known >= 0) {
      tags[at] = known
      continue
    }
    tagFeatures(words, piece, at, tags, scratch)
    model.score(scratch.features, TAG_FEATURES, scratch.scores)
    tags[at] = best(scratch.scores, TAGS.length)
  }
}

/** The tag of a token that needs no look at its neighbours; -1 when it does. */
export function knownTag(words: Words, at: number, settled: readonly (string | null)[]): number {
  const mark = settled[at]
  return mark != null ? tagIndex(mark) : words.vocabulary[words.wordOf[at]!]!.onlyTag
}
