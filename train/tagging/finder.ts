import {
  bestClass,
  classesOf,
  type Elsewhere,
  elsewhereOf,
  follows,
  Linear,
  NAME_CLASSES,
  NAME_FEATURES,
  NO_NAME,
  nameFeatures,
  namePiece,
  possibleNames,
  runsOf,
  type Scorer,
} from "../../src/core/tag/index.ts"
import { chance, shuffled } from "../chance.ts"
import type { Exercise } from "./exercise.ts"
import { Perceptron } from "./perceptron.ts"
import { foldsByName, type Pace } from "./tagger.ts"

/** An exercise with the tags that reading would give it. */
export interface Tagged {
  readonly exercise: Exercise
  readonly tags: Uint8Array
}

interface NameSections {
  readonly names: Uint8Array
  readonly namesAgain: Uint8Array
}

const FOLDS = 3

/** Learns to find names at first sight; then once more with what a first sight that has not seen the document says of its other names. */
export function trainNames(lessons: readonly Tagged[], pace: Pace): NameSections {
  const blank = lessons.map(({ exercise }) => new Uint8Array(exercise.words.count))
  const folds = foldsByName(
    lessons.map(({ exercise }) => exercise),
    FOLDS,
  )
  const elsewhere: Elsewhere[] = [...blank]
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = (_: unknown, at: number) => folds[at] !== fold
    const model = new Linear(trainOnce(lessons.filter(seen), blank.filter(seen), pace))
    lessons.forEach((each, at) => {
      if (folds[at] === fold) elsewhere[at] = firstSight(each, blank[at]!, model)
    })
  }
  return { names: trainOnce(lessons, blank, pace), namesAgain: trainOnce(lessons, elsewhere, pace) }
}

function firstSight({ exercise: { words }, tags }: Tagged, blank: Elsewhere, model: Scorer): Elsewhere {
  const classes = new Uint8Array(words.count)
  const possible = possibleNames(words, tags)
  for (const piece of words.pieces) namePiece(words, piece, possible, tags, blank, model, classes)
  return elsewhereOf(
    words,
    words.pieces.flatMap(piece => runsOf(classes, piece)),
  )
}

interface Lesson extends Tagged {
  readonly elsewhere: Elsewhere
  readonly possible: Uint8Array
  readonly right: Uint8Array
}

function trainOnce(tagged: readonly Tagged[], elsewhere: readonly Elsewhere[], pace: Pace): Uint8Array {
  const model = new Perceptron(NAME_CLASSES, pace.bits)
  const random = chance(pace.seed)
  const lessons = tagged.map(({ exercise, tags }, at): Lesson => {
    const { words, lesson } = exercise
    return { exercise, tags, elsewhere: elsewhere[at]!, possible: possibleNames(words, tags), right: classesOf(lesson.names, words.count) }
  })
  for (let epoch = 0; epoch < pace.epochs; epoch++) for (const each of shuffled(lessons, random)) practise(each, model)
  return model.pack(pace.prune)
}

/** Goes on from its own classes. Where these have made the right one impossible there is nothing to learn. */
function practise({ exercise: { words }, tags, elsewhere, possible, right }: Lesson, model: Perceptron): void {
  const features = new Int32Array(NAME_FEATURES)
  const scores = new Int32Array(NAME_CLASSES)
  const classes = new Uint8Array(words.count)
  for (const piece of words.pieces)
    for (let at = piece.first; at < piece.last; at++) {
      if (possible[at] !== 1) continue
      const before = at > piece.first ? classes[at - 1]! : NO_NAME
      const ahead = at + 1 < piece.last && possible[at + 1] === 1
      const count = nameFeatures(words, piece, at, tags, classes, elsewhere, features)
      model.score(features, count, scores)
      const guess = bestClass(scores, before, ahead)
      model.tick()
      if (guess !== right[at] && follows(before, right[at]!)) model.update(features, count, right[at]!, guess)
      classes[at] = guess
    }
}
