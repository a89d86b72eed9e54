export { openTaggingModel, type TaggingModel, type TagOptions, tag } from "./tag.ts"

// For those who train and measure the models: the very features that reading uses.

export { BitReader, BitWriter } from "../bits.ts"
export { type LemmaRule, LONGEST_ENDING, lemmaKey, packLemmas, WHOLE_WORD } from "./lemmas.ts"
export { type Entry, Lexicon, packLexicon } from "./lexicon.ts"
export { Linear, MOST_STEPS, packLinear, type Scorer, Triple } from "./linear.ts"
export { marksOf } from "./marks.ts"
export { MOST_MOVE_STEPS, MOVE_FEATURES, MoveScratch, moveFeatures } from "./moves.ts"
export {
  bestClass,
  classesOf,
  type Elsewhere,
  elsewhereOf,
  follows,
  NAME_CLASSES,
  NAME_FEATURES,
  type NamedRun,
  NameScratch,
  type Naming,
  NO_NAME,
  nameFeatures,
  namePiece,
  possibleNames,
  runsOf,
} from "./names.ts"
export { LEFT, MOVES, Parse, RIGHT, SHIFT } from "./parse.ts"
export { bestMove } from "./parser.ts"
export { RELATION_FEATURES, RelationScratch, relationFeatures } from "./relations.ts"
export { openSections, packSections } from "./sections.ts"
export { packTaggingModel } from "./tag.ts"
export { knownTag, TAG_FEATURES, TagScratch, tagFeatures, tagPiece } from "./tagger.ts"
export { RELATIONS, relationIndex, TAGS, tagIndex } from "./tagset.ts"
export { Templates } from "./templates.ts"
export { type Piece, type Words, wordFrom, wordsOf } from "./words.ts"
