import { knownTag, Linear, type Scorer, TAG_FEATURES, TAGS, TagScratch, tagFeatures, tagIndex, tagPiece } from "../../src/core/tag/index.ts"
import { chance, shuffled } from "../chance.ts"
import type { Exercise } from "./exercise.ts"
import { type Packing, Perceptron } from "./perceptron.ts"

export interface Pace extends Packing {
  readonly epochs: number
  /** Buckets are 2 to this power. */
  readonly bits: number
  readonly seed: number
  /** A lesson is learnt too when the right answer was ahead by less than this. */
  readonly margin: number
  /** Before this epoch (from 0) weights nearer to zero than `thin` are given up. */
  readonly thinAt: number
  readonly thin: number
}

/** Learns to tag from left to right, with the tags it gives itself before the word. */
export function trainTagger(exercises: readonly Exercise[], pace: Pace): Uint8Array {
  const model = new Perceptron(TAGS.length, pace.bits)
  const random = chance(pace.seed)
  const scratch = new TagScratch()
  for (let epoch = 0; epoch < pace.epochs; epoch++) {
    if (epoch === pace.thinAt) model.thin(pace.thin)
    for (const each of shuffled(exercises, random)) practise(each, model, pace.margin, scratch)
  }
  return model.pack(pace)
}

function practise({ words, settled, lesson }: Exercise, model: Perceptron, margin: number, scratch: TagScratch): void {
  const tags = new Uint8Array(words.count)
  for (const piece of words.pieces)
    for (let at = piece.first; at < piece.last; at++) {
      const known = knownTag(words, at, settled)
      if (known >= 0) {
        tags[at] = known
        continue
      }
      tagFeatures(words, piece, at, tags, scratch)
      const { features, scores } = scratch
      model.score(features, TAG_FEATURES, scores)
      const right = tagIndex(lesson.tags[at]!)
      const rival = bestBut(right, scores)
      model.tick()
      if (scores[right]! - scores[rival]! < margin) model.update(features, TAG_FEATURES, right, rival)
      tags[at] = scores[right]! > scores[rival]! ? right : rival
    }
}

/** The class with the highest score apart from one. */
export function bestBut(but: number, scores: Int32Array): number {
  let winner = but === 0 ? 1 : 0
  for (let each = winner + 1; each < scores.length; each++) if (each !== but && scores[each]! > scores[winner]!) winner = each
  return winner
}

/** The tags that a trained model gives. */
function tagsBy(model: Scorer, { words, settled }: Exercise): Uint8Array {
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
