import {
  bestLabel,
  bestMove,
  LEFT,
  labelFeatures,
  MOVES,
  moveFeatures,
  PARSE_FEATURES,
  Parse,
  type Piece,
  RELATIONS,
  RIGHT,
  relationIndex,
  SHIFT,
} from "../../src/core/tag/index.ts"
import { chance, shuffled } from "../chance.ts"
import type { Exercise } from "./exercise.ts"
import { Perceptron } from "./perceptron.ts"

export interface ParserPace {
  readonly epochs: number
  readonly moveBits: number
  readonly labelBits: number
  readonly seed: number
  /** From this epoch on the parser follows its own move, right or wrong, with the chance `follow`. */
  readonly exploreFrom: number
  readonly follow: number
  readonly prune: number
}

export interface ParserSections {
  readonly moves: Uint8Array
  readonly labels: Uint8Array
}

interface Learner {
  readonly moves: Perceptron
  readonly labels: Perceptron
  readonly features: Int32Array
  readonly moveScores: Int32Array
  readonly labelScores: Int32Array
  readonly random: () => number
  follow: number
}

/** Greedy arc-hybrid parsing with a dynamic oracle (Goldberg & Nivre 2013), and a labeller that learns beside it. */
export function trainParser(exercises: readonly Exercise[], tags: readonly Uint8Array[], pace: ParserPace, onEpoch?: () => void): ParserSections {
  const learner: Learner = {
    moves: new Perceptron(MOVES, pace.moveBits),
    labels: new Perceptron(RELATIONS.length, pace.labelBits),
    features: new Int32Array(PARSE_FEATURES),
    moveScores: new Int32Array(MOVES),
    labelScores: new Int32Array(RELATIONS.length),
    random: chance(pace.seed),
    follow: 0,
  }
  const order = exercises.map((_, at) => at)
  for (let epoch = 0; epoch < pace.epochs; epoch++) {
    learner.follow = epoch >= pace.exploreFrom ? pace.follow : 0
    for (const at of shuffled(order, learner.random)) practise(exercises[at]!, tags[at]!, learner)
    onEpoch?.()
  }
  return { moves: learner.moves.pack(pace.prune), labels: learner.labels.pack(pace.prune) }
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
  const { moves, features, moveScores } = learner
  const count = moveFeatures(parse, features)
  moves.score(features, count, moveScores)
  moves.tick()
  const guess = bestMove(parse, moveScores)
  const right = bestCheapest(parse, piece, gold, moveScores)
  if (right !== guess && right >= 0) moves.update(features, count, right, guess)
  const taken = right < 0 || learner.random() < learner.follow ? guess : right
  if (taken === SHIFT) parse.shift()
  else attach(parse, taken === LEFT ? parse.front(0) : parse.top(1), piece, gold, learner)
}

/** The label is learnt where the head is right; where it is wrong there is none to learn. */
function attach(parse: Parse, head: number, piece: Piece, gold: Gold, { labels, features, labelScores }: Learner): void {
  const dependent = parse.top(0)
  const count = labelFeatures(parse, head, dependent, features)
  labels.score(features, count, labelScores)
  const guess = bestLabel(parse, head, labelScores)
  if (goldHead(gold, piece, dependent) === head && head !== gold.root) {
    const right = relationIndex(gold.labels[dependent]!)
    labels.tick()
    if (right !== guess) labels.update(features, count, right, guess)
  }
  parse.attach(head, guess)
}

/** Of the moves that lose the fewest gold arcs the one that scores best; the guess itself when it is among them. */
function bestCheapest(parse: Parse, piece: Piece, gold: Gold, scores: Int32Array): number {
  let winner = -1
  let cheapest = Number.POSITIVE_INFINITY
  for (let move = 0; move < MOVES; move++) {
    if (!parse.allowed(move)) continue
    const price = cost(parse, piece, gold, move)
    if (price > cheapest || (price === cheapest && scores[move]! <= scores[winner]!)) continue
    cheapest = price
    winner = move
  }
  return winner
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
