import {
  bestMove,
  LEFT,
  MOST_MOVE_STEPS,
  MOVE_FEATURES,
  MOVES,
  MoveScratch,
  moveFeatures,
  Parse,
  type Piece,
  RELATION_FEATURES,
  RELATIONS,
  RelationScratch,
  RIGHT,
  relationFeatures,
  relationIndex,
  SHIFT,
} from "../../src/core/tag/index.ts"
import { chance, shuffled } from "../chance.ts"
import type { Exercise } from "./exercise.ts"
import { Perceptron } from "./perceptron.ts"
import { bestBut, type Pace } from "./tagger.ts"

export interface ParserPace {
  readonly moves: Pace
  readonly relations: Omit<Pace, "epochs" | "seed">
  /** From this epoch on the parser follows its own move, right or wrong, with the chance `follow`. */
  readonly exploreFrom: number
  readonly follow: number
  /**
   * From this epoch on only the silver is practised: the gold teaches what grammar there is, the silver has the last word where habits differ
   * (what punctuation leans on, dates, money). Learning both to the end costs 0.7 of UAS on the silver, leaving out the gold 1 of ccomp.
   */
  readonly silverFrom: number
}

export interface ParserSections {
  readonly moves: Uint8Array
  readonly relations: Uint8Array
}

interface Learner {
  readonly pace: ParserPace
  readonly moves: Perceptron
  readonly relations: Perceptron
  readonly move: MoveScratch
  readonly relation: RelationScratch
  readonly random: () => number
  follow: number
}

/** Greedy arc-hybrid parsing with a dynamic oracle (Goldberg & Nivre 2013), and a labeller that learns beside it. */
export function trainParser(
  exercises: readonly Exercise[],
  tags: readonly Uint8Array[],
  pace: ParserPace,
  onEpoch?: () => void,
): ParserSections {
  const learner: Learner = {
    pace,
    moves: new Perceptron(MOVES, pace.moves.bits),
    relations: new Perceptron(RELATIONS.length, pace.relations.bits),
    move: new MoveScratch(),
    relation: new RelationScratch(),
    random: chance(pace.moves.seed),
    follow: 0,
  }
  const order = exercises.map((_, at) => at)
  for (let epoch = 0; epoch < pace.moves.epochs; epoch++) {
    if (epoch === pace.moves.thinAt) learner.moves.thin(pace.moves.thin)
    if (epoch === pace.relations.thinAt) learner.relations.thin(pace.relations.thin)
    learner.follow = epoch >= pace.exploreFrom ? pace.follow : 0
    const left = epoch < pace.silverFrom ? order : order.filter(at => exercises[at]!.lesson.isSilver)
    for (const at of shuffled(left, learner.random)) practise(exercises[at]!, tags[at]!, learner)
    onEpoch?.()
  }
  // A correction takes from one move what it gives to another, so the weights of SHIFT are the other two's, turned round.
  return { moves: learner.moves.pack(pace.moves, LEFT, MOST_MOVE_STEPS), relations: learner.relations.pack(pace.relations) }
}

function practise({ words, lesson }: Exercise, tags: Uint8Array, learner: Learner): void {
  const parse = new Parse(words, tags)
  const gold: Gold = { heads: lesson.heads, labels: lesson.labels, root: words.root }
  for (const piece of words.pieces) {
    parse.begin(piece)
    while (!parse.done()) step(parse, piece, gold, learner)
  }
}

interface Gold {
  readonly heads: Int32Array
  readonly labels: readonly string[]
  readonly root: number
}

function goldHead({ heads, root }: Gold, { first, last }: Piece, at: number): number {
  const head = heads[at]!
  return head < first || head >= last ? root : head
}

function step(parse: Parse, piece: Piece, gold: Gold, learner: Learner): void {
  const { moves, pace } = learner
  const { features, scores } = learner.move
  moveFeatures(parse, learner.move)
  moves.score(features, MOVE_FEATURES, scores)
  moves.tick()
  const guess = bestMove(parse, scores)
  const { right, wrong } = rightAndWrong(parse, piece, gold, scores)
  if (wrong >= 0 && scores[right]! - scores[wrong]! < pace.moves.margin) moves.update(features, MOVE_FEATURES, right, wrong)
  const taken = learner.random() < learner.follow ? guess : right
  if (taken === SHIFT) parse.shift()
  else attach(parse, taken === LEFT ? parse.front(0) : parse.top(1), piece, gold, learner)
}

/** The relation is learnt where the head is right; where it is wrong there is none to learn. */
function attach(parse: Parse, head: number, piece: Piece, gold: Gold, learner: Learner): void {
  const dependent = parse.top(0)
  if (head === gold.root) {
    parse.attach(head, ROOT)
    return
  }
  const { relations, pace } = learner
  const { features, scores } = learner.relation
  relationFeatures(parse, head, dependent, learner.relation)
  relations.score(features, RELATION_FEATURES, scores)
  const guess = bestBut(ROOT, scores)
  if (goldHead(gold, piece, dependent) === head) {
    const right = relationIndex(gold.labels[dependent]!)
    const rival = bestBut(right, scores)
    relations.tick()
    if (scores[right]! - scores[rival]! < pace.relations.margin) relations.update(features, RELATION_FEATURES, right, rival)
  }
  parse.attach(head, guess)
}

const ROOT = relationIndex("root")

/** The best of the moves that lose the fewest gold arcs, and the best of those that lose more; -1 where there is none. */
function rightAndWrong(parse: Parse, piece: Piece, gold: Gold, scores: Int32Array): { right: number; wrong: number } {
  let right = -1
  let wrong = -1
  let cheapest = Number.POSITIVE_INFINITY
  const better = (move: number, than: number) => than < 0 || scores[move]! > scores[than]!
  for (let move = 0; move < MOVES; move++) {
    if (!parse.allowed(move)) continue
    const price = cost(parse, piece, gold, move)
    if (price < cheapest) {
      if (right >= 0 && better(right, wrong)) wrong = right
      // Of equally dear moves passed over before, the best is already the one kept.
      right = move
      cheapest = price
    } else if (price > cheapest) {
      if (better(move, wrong)) wrong = move
    } else if (better(move, right)) right = move
  }
  return { right, wrong }
}

/** How many gold arcs can no longer be made after a move. */
function cost(parse: Parse, piece: Piece, gold: Gold, move: number): number {
  if (move === SHIFT) return costOfShift(parse, piece, gold)
  const dependent = parse.top(0)
  const head = goldHead(gold, piece, dependent)
  const lostChildren = dependentsAhead(parse, gold, dependent)
  const front = parse.front(0)
  if (move === RIGHT) return lostChildren + (head >= front ? 1 : 0)
  return lostChildren + (head === parse.top(1) || head > front ? 1 : 0)
}

/** The next word loses what lies deeper in the stack: as its head (save the top), or as its dependents. */
function costOfShift(parse: Parse, piece: Piece, gold: Gold): number {
  const next = parse.front(0)
  const head = goldHead(gold, piece, next)
  let lost = 0
  for (let below = 0; below < parse.size; below++) {
    const at = parse.top(below)
    if (below > 0 && head === at) lost++
    if (gold.heads[at] === next) lost++
  }
  return lost
}

function dependentsAhead({ next, last }: Parse, { heads }: Gold, dependent: number): number {
  let lost = 0
  for (let at = next; at < last; at++) if (heads[at] === dependent) lost++
  return lost
}
