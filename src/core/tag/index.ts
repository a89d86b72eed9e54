export { type TaggingModel, openTaggingModel, tag } from "./tag.ts"

// For those who train and measure the models: the very features that reading uses.
export { consistent } from "./consistency.ts"
export { LONGEST_ENDING, Lemmas, type LemmaRule, lemmaKey, packLemmas, WHOLE_WORD } from "./lemmas.ts"
export { type Entry, Lexicon, packLexicon } from "./lexicon.ts"
export { best, GREATEST_WEIGHT, Linear, packLinear, type Scorer, weightByte } from "./linear.ts"
export { marksOf } from "./marks.ts"
export {
  bestClass,
  classesOf,
  type Elsewhere,
  elsewhereOf,
  follows,
  NAME_CLASSES,
  NAME_FEATURES,
  NAME_KINDS,
  type NamedRun,
  nameFeatures,
  namePiece,
  NO_NAME,
  possibleNames,
  runsOf,
} from "./names.ts"
export {
  bestLabel,
  bestMove,
  LEFT,
  labelFeatures,
  MOVES,
  moveFeatures,
  PARSE_FEATURES,
  Parse,
  parsePiece,
  RIGHT,
  SHIFT,
} from "./parser.ts"
export { openSections, packSections } from "./sections.ts"
export { namesOf, packTaggingModel, type TaggingSections } from "./tag.ts"
export { knownTag, TAG_FEATURES, tagFeatures, tagPiece } from "./tagger.ts"
export { RELATIONS, relationIndex, TAGS, tagIndex } from "./tagset.ts"
export { type Piece, type Word, type Words, wordFrom, wordsOf } from "./words.ts"
