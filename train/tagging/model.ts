import { Lexicon, packTaggingModel } from "../../src/core/tag/index.ts"
import { chance } from "../chance.ts"
import { exerciseOf, headlines } from "./exercise.ts"
import { trainNames } from "./finder.ts"
import { trainLemmas } from "./lemmas.ts"
import { type ParserPace, trainParser } from "./parser.ts"
import { jackknifedTags, type Pace, trainTagger } from "./tagger.ts"
import type { Lesson } from "./treebanks.ts"
import { lexiconOf } from "./words.ts"

/** How long each part learns, in how many buckets, and which weights it keeps. */
export interface Paces {
  readonly seed: number
  readonly tags: Pace
  /** How the taggers learn that tag what they have not seen, for the parser to learn from. */
  readonly unseen: Pick<Pace, "epochs" | "thinAt"> & { readonly folds: number }
  readonly parse: ParserPace
  readonly names: Pace
}

const SHARE_AS_HEADLINES = 0.06

/** The bytes of a tagging model that has learnt from the silver and the gold. */
export function trainModel(silver: readonly Lesson[], gold: readonly Lesson[], paces: Paces, say: (line: string) => void): Uint8Array {
  const lessons = [...silver, ...gold, ...headlines(silver, chance(paces.seed), SHARE_AS_HEADLINES)]
  const lexicon = lexiconOf([...silver, ...gold])
  const exercises = lessons.map(lesson => exerciseOf(lesson, new Lexicon(lexicon)))
  const tags = trainTagger(exercises, paces.tags)
  say(`  tagger: ${tags.length} bytes`)
  const seen = jackknifedTags(exercises, paces.unseen.folds, { ...paces.tags, ...paces.unseen })
  say("  tags by models that have not seen the document")
  const { moves, relations } = trainParser(exercises, seen, paces.parse, () => say("  parser: one more time through"))
  say(`  parser: ${moves.length} + ${relations.length} bytes`)
  // Where no names are marked it would be learnt that there are none.
  const named = exercises.flatMap((exercise, at) => (exercise.lesson.names.length > 0 ? [{ exercise, tags: seen[at]! }] : []))
  const { names, namesAgain } = trainNames(named, paces.names)
  say(`  names: ${names.length} + ${namesAgain.length} bytes`)
  const lemmas = trainLemmas([...silver, ...gold])
  say(`  lemmas: ${lemmas.length} bytes`)
  return packTaggingModel({ lexicon, tags, moves, relations, names, namesAgain, lemmas })
}
