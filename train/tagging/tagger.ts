import { best, knownTag, Linear, type Scorer, TAG_FEATURES, TAGS, tagFeatures, tagIndex, tagPiece } from "../../src/core/tag/index.ts"
import { chance, shuffled } from "../chance.ts"
import type { Exercise } from "./exercise.ts"
import { Perceptron } from "./perceptron.ts"

export interface Pace {
  readonly epochs: number
  /** Buckets are 2 to this power. */
  readonly bits: number
  readonly seed: number
  /** Weights nearer to zero are dropped. */
  readonly prune: number
}

/** Learns to tag from left to right, with the tags it gives itself before the word. */
export function trainTagger(exercises: readonly Exercise[], pace: Pace): Uint8Array {
  const model = new Perceptron(TAGS.length, pace.bits)
  const random = chance(pace.seed)
  const scratch = { features: new Int32Array(TAG_FEATURES), scores: new Int32Array(TAGS.length) }
  for (let epoch = 0; epoch < pace.epochs; epoch++) for (const each of shuffled(exercises, random)) practise(each, model, scratch)
  return model.pack(pace.prune)
}

interface Scratch {
  readonly features: Int32Array
  readonly scores: Int32Array
}

function practise({ words, settled, lesson }: Exercise, model: Perceptron, { features, scores }: Scratch): void {
  const tags = new Uint8Array(words.count)
  for (const piece of words.pieces)
    for (let at = piece.first; at < piece.last; at++) {
      const known = knownTag(words, at, settled)
      if (known >= 0) {
        tags[at] = known
        continue
      }
      const count = tagFeatures(words, piece, at, tags, features)
      model.score(features, count, scores)
      const guess = best(scores, TAGS.length)
      const right = tagIndex(lesson.tags[at]!)
      model.tick()
      if (guess !== right) model.update(features, count, right, guess)
      tags[at] = guess
    }
}

/** The tags that a trained model gives. */
export function tagsBy(model: Scorer, { words, settled }: Exercise): Uint8Array {
  const tags = new Uint8Array(words.count)
  for (const piece of words.pieces) tagPiece(words, piece, settled, model, tags)
  return tags
}

/**
 * Tags for every exercise by a model that has not seen it: what the parser learns from must err as tags do in reading.
 * Exercises of one document stay together.
 */
export function jackknifedTags(exercises: readonly Exercise[], folds: number, pace: Pace): Uint8Array[] {
  const foldOf = foldsByName(exercises, folds)
  const out: Uint8Array[] = new Array(exercises.length)
  for (let fold = 0; fold < folds; fold++) {
    const seen = exercises.filter((_, at) => foldOf[at] !== fold)
    const model = new Linear(trainTagger(seen, pace))
    exercises.forEach((each, at) => {
      if (foldOf[at] === fold) out[at] = tagsBy(model, each)
    })
  }
  return out
}

export function foldsByName(exercises: readonly Exercise[], folds: number): number[] {
  const names = [...new Set(exercises.map(({ lesson }) => lesson.name))]
  const foldOf = new Map(names.map((name, at) => [name, at % folds]))
  return exercises.map(({ lesson }) => foldOf.get(lesson.name)!)
}
