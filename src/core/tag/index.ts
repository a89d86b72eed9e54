export { type Entry, Lexicon, packLexicon } from "./lexicon.ts"
export { best, Linear, packLinear, type Scorer } from "./linear.ts"
export { marksOf } from "./marks.ts"
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
export { knownTag, TAG_FEATURES, tagFeatures, tagPiece } from "./tagger.ts"
export { RELATIONS, relationIndex, TAGS, tagIndex } from "./tagset.ts"
export { type Piece, type Word, type Words, wordFrom, wordsOf } from "./words.ts"
