import {
  bestClass,
  classesOf,
  type Elsewhere,
  elsewhereOf,
  follows,
  Linear,
  NAME_CLASSES,
  NAME_FEATURES,
  NameScratch,
  type Naming,
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
  const naming: Naming = { words, tags, possible: possibleNames(words, tags), elsewhere: blank, classes }
  const scratch = new NameScratch()
  for (const piece of words.pieces) namePiece(naming, piece, model, scratch)
  return elsewhereOf(
    words,
    words.pieces.flatMap(piece => runsOf(classes, piece)),
  )
}

interface Lesson {
  readonly naming: Naming
  readonly right: Uint8Array
}

function trainOnce(tagged: readonly Tagged[], elsewhere: readonly Elsewhere[], pace: Pace): Uint8Array {
  const model = new Perceptron(NAME_CLASSES, pace.bits)
  const random = chance(pace.seed)
  const scratch = new NameScratch()
  const lessons = tagged.map(({ exercise: { words, lesson }, tags }, at): Lesson => {
    const naming = { words, tags, possible: possibleNames(words, tags), elsewhere: elsewhere[at]!, classes: new Uint8Array(words.count) }
    return { naming, right: classesOf(lesson.names, words.count) }
  })
  for (let epoch = 0; epoch < pace.epochs; epoch++) {
    if (epoch === pace.thinAt) model.thin(pace.thin)
    for (const each of shuffled(lessons, random)) practise(each, model, pace.margin, scratch)
  }
  return model.pack(pace)
}

/** Goes on from its own classes. Where these have made the right one impossible there is nothing to learn. */
function practise({ naming, right }: Lesson, model: Perceptron, margin: number, scratch: NameScratch): void {
  const { features, scores } = scratch
  const { words, possible, classes } = naming
  for (const piece of words.pieces)
    for (let at = piece.first; at < piece.last; at++) {
      if (possible[at] !== 1) continue
      const before = at > piece.first ? classes[at - 1]! : NO_NAME
      const ahead = at + 1 < piece.last && possible[at + 1] === 1
      nameFeatures(naming, piece, at, scratch)
      model.score(features, NAME_FEATURES, scores)
      const own = right[at]!
      model.tick()
      if (follows(before, own)) {
        scores[own]! -= margin
        const rival = bestClass(scores, before, ahead)
        scores[own]! += margin
        if (rival !== own) model.update(features, NAME_FEATURES, own, rival)
      }
      classes[at] = bestClass(scores, before, ahead)
    }
}
