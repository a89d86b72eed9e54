import type { Scorer } from "./linear.ts"
import { MOVE_FEATURES, MoveScratch, moveFeatures } from "./moves.ts"
import { LEFT, MOVES, type Parse, SHIFT } from "./parse.ts"
import { RELATION_FEATURES, RelationScratch, relationFeatures } from "./relations.ts"
import { RELATIONS } from "./tagset.ts"
import type { Piece } from "./words.ts"

/** The best of the moves that are allowed. */
export function bestMove(parse: Parse, scores: Int32Array): number {
  let winner = -1
  for (let move = 0; move < MOVES; move++) if (parse.allowed(move) && (winner < 0 || scores[move]! > scores[winner]!)) winner = move
  return winner
}

/** Room to work in, used again from sentence to sentence. */
export class ParseScratch {
  readonly move = new MoveScratch()
  readonly relation = new RelationScratch()
}

/** Head and relation of each token of one piece, into `parse`. Greedy: each move once, so the time is linear in the tokens. */
export function parsePiece(parse: Parse, piece: Piece, moves: Scorer, relations: Scorer, { move, relation }: ParseScratch): void {
  parse.begin(piece)
  while (!parse.done()) {
    const only = parse.onlyMove()
    const taken = only >= 0 ? only : chosenMove(parse, moves, move)
    if (taken === SHIFT) {
      parse.shift()
      continue
    }
    const head = taken === LEFT ? parse.front(0) : parse.top(1)
    parse.attach(head, relationTo(parse, head, relations, relation))
  }
}

function chosenMove(parse: Parse, moves: Scorer, scratch: MoveScratch): number {
  moveFeatures(parse, scratch)
  moves.score(scratch.features, MOVE_FEATURES, scratch.scores)
  return bestMove(parse, scratch.scores)
}

const ROOT_RELATION = RELATIONS.indexOf("root")

function relationTo(parse: Parse, head: number, relations: Scorer, scratch: RelationScratch): number {
  if (head === parse.words.root) return ROOT_RELATION
  relationFeatures(parse, head, parse.top(0), scratch)
  relations.score(scratch.features, RELATION_FEATURES, scratch.scores)
  return bestRelation(scratch.scores)
}

/** `root` is for what leans on the root, and for nothing else. */
function bestRelation(scores: Int32Array): number {
  let winner = 0
  for (let each = 1; each < RELATIONS.length; each++) if (each !== ROOT_RELATION && scores[each]! > scores[winner]!) winner = each
  return winner
}
