import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Lexicon, packTaggingModel } from "../../src/core/tag/index.ts"
import { chance } from "../chance.ts"
import { ROOT } from "../corpora.ts"
import { exerciseOf, headlines } from "./exercise.ts"
import { trainNames } from "./finder.ts"
import { trainLemmas } from "./lemmas.ts"
import { type ParserPace, trainParser } from "./parser.ts"
import { jackknifedTags, type Pace, trainTagger } from "./tagger.ts"
import { ewtLessons, gumLessons, polnearLessons } from "./treebanks.ts"
import { lexiconOf } from "./words.ts"

const SEED = 20161108
const TAGS: Pace = { epochs: 6, bits: 17, seed: SEED, prune: 0.6 }
const PARSE: ParserPace = { epochs: 7, moveBits: 19, labelBits: 17, seed: SEED, exploreFrom: 1, follow: 0.9, prune: 1 }
const NAMES: Pace = { epochs: 6, bits: 16, seed: SEED, prune: 0.6 }
const FOLDS = 4
const SHARE_AS_HEADLINES = 0.06

/** Learns `model/tagging.bin` from the silver of PolNeAR and the gold of GUM and EWT, train sides only. */
export function trainTagging(say: (line: string) => void): void {
  const silver = polnearLessons("train")
  const gold = [...gumLessons("train"), ...ewtLessons("train")]
  const lessons = [...silver, ...gold, ...headlines(silver, chance(SEED), SHARE_AS_HEADLINES)]
  say(`  ${silver.length} articles of silver, ${gold.length} documents of gold`)
  const lexicon = lexiconOf([...silver, ...gold], new Map())
  const exercises = lessons.map(lesson => exerciseOf(lesson, new Lexicon(lexicon)))
  const tags = trainTagger(exercises, TAGS)
  say(`  tagger: ${tags.length} bytes`)
  const seen = jackknifedTags(exercises, FOLDS, { ...TAGS, epochs: 3 })
  say("  tags by models that have not seen the document")
  const { moves, labels } = trainParser(exercises, seen, PARSE, () => say("  parser: one more time through"))
  say(`  parser: ${moves.length} + ${labels.length} bytes`)
  // EWT marks no names, so it would teach that there are none.
  const named = exercises.flatMap((exercise, at) => (exercise.lesson.names.length > 0 ? [{ exercise, tags: seen[at]! }] : []))
  const { names, namesAgain } = trainNames(named, NAMES)
  say(`  names: ${names.length} + ${namesAgain.length} bytes`)
  const lemmas = trainLemmas([...silver, ...gold])
  say(`  lemmas: ${lemmas.length} bytes`)
  const bytes = packTaggingModel({ lexicon, tags, moves, relations: labels, names, namesAgain, lemmas })
  writeFileSync(join(ROOT, "model/tagging.bin"), bytes)
  say(`  model/tagging.bin: ${bytes.length} bytes`)
}
