import type { Span } from "../span.ts"
import { isDigit } from "./characters.ts"
import { type Kind, type Mark, marksIn } from "./marks.ts"

/** An opening mark and the closing one that answers it. */
export interface Pair {
  readonly open: Mark
  readonly close: Mark
}

/** The marks of one block, matched. */
export interface Paired {
  readonly marks: readonly Mark[]
  /** In the order in which they close. */
  readonly pairs: readonly Pair[]
  /** The outermost opening that nothing answers and that no later quotation in such marks contradicts. */
  readonly left: Mark | null
  /** A closing double mark before any opening one: it may end what an earlier paragraph left open. */
  readonly firstClose: Mark | null
}

/** The marks met so far: those still open, innermost last, and how many of each kind. */
interface Progress {
  readonly stack: Mark[]
  readonly open: Record<Kind, number>
  readonly pairs: Pair[]
  firstClose: Mark | null
}

/** “the ‘workers’ union’”: how far a mark that may be an apostrophe reaches back for its opening. */
const WEAK_REACH_CHARACTERS = 60

/** Matches the marks of one block, in one pass with a stack. */
export function pair(text: string, block: Span): Paired {
  const marks = marksIn(text, block)
  const progress: Progress = { stack: [], open: { double: 0, single: 0, angle: 0 }, pairs: [], firstClose: null }
  const answered = singlesAnswered(marks)
  const nextDouble = followingDoubles(marks)
  for (const [index, mark] of marks.entries()) {
    if (isMeasure(text, mark, nextDouble[index]!, progress)) continue
    if (sideOf(mark, progress) === "opens") open(mark, progress)
    else close(mark, answered[index] === 1, progress)
  }
  return { marks, pairs: progress.pairs, left: leftOpen(text, block.end, progress), firstClose: progress.firstClose }
}

/** Which way a mark faces here: by its shape, then by what stands around it, then by whether one of its kind is open. */
function sideOf({ shape, context, kind }: Mark, { open }: Progress): "opens" | "closes" {
  const isOpen = open[kind] > 0
  if (shape === "opens") return context === "closes" && isOpen ? "closes" : "opens"
  if (shape === "closes") return context === "opens" && !isOpen && kind !== "single" ? "opens" : "closes"
  if (context !== "either") return context
  return isOpen || kind === "single" ? "closes" : "opens"
}

function open(mark: Mark, { stack, open }: Progress): void {
  if (mark.context === "closes") return
  stack.push(mark)
  open[mark.kind]++
}

/** A double mark closes over singles left open inside it, which were apostrophes; a single one only closes what is innermost. */
function close(mark: Mark, answeredLater: boolean, progress: Progress): void {
  const { stack, open, pairs } = progress
  if (open[mark.kind] === 0) {
    if (mark.kind !== "single" && pairs.length === 0 && stack.length === 0) progress.firstClose ??= mark
    return
  }
  if (mark.kind === "single" && (stack.at(-1)!.kind !== "single" || isPossessive(mark, stack.at(-1)!, answeredLater))) return
  let opening = stack.pop()!
  open[opening.kind]--
  while (opening.kind !== mark.kind) {
    opening = stack.pop()!
    open[opening.kind]--
  }
  if (opening.end < mark.start) pairs.push({ open: opening, close: mark })
}

/** “‘The workers’ rights are safe,’ he said”: a weak mark is an apostrophe when a better one is still to come, or its opening is far. */
function isPossessive(mark: Mark, opening: Mark, answeredLater: boolean): boolean {
  return mark.weak && (answeredLater || mark.start - opening.end > WEAK_REACH_CHARACTERS)
}

/** For each mark, 1 when after it a single mark that surely closes comes before another opens or the double around it closes. */
function singlesAnswered(marks: readonly Mark[]): Uint8Array {
  const answered = new Uint8Array(marks.length)
  let isAnswered: 0 | 1 = 0
  for (let index = marks.length - 1; index >= 0; index--) {
    answered[index] = isAnswered
    const { kind, shape, context, weak } = marks[index]!
    if (kind !== "single" && context === "closes") isAnswered = 0
    else if (kind === "single" && !weak) isAnswered = shape === "opens" || context === "opens" ? 0 : 1
  }
  return answered
}

/** For each mark the next double one after it. */
function followingDoubles(marks: readonly Mark[]): (Mark | null)[] {
  const following = new Array<Mark | null>(marks.length).fill(null)
  let next: Mark | null = null
  for (let index = marks.length - 1; index >= 0; index--) {
    following[index] = next
    if (marks[index]!.kind === "double") next = marks[index]!
  }
  return following
}

/** "We laid a 5" pipe," he said: a stroke after a number measures when the quotation closes later. */
function isMeasure(text: string, { start, kind, shape, context }: Mark, next: Mark | null, { open }: Progress): boolean {
  if (kind !== "double" || shape !== "either" || context !== "closes" || !isDigit(text.charCodeAt(start - 1))) return false
  return open.double === 0 || next?.context === "closes"
}

/** An open mark with less behind it is a slip of the pen. */
const SHORTEST_OPEN_CHARACTERS = 3

/** Later quotations with the same mark show that an open one was a slip; an outer mark counts before one inside it. */
function leftOpen(text: string, end: number, { stack, pairs }: Progress): Mark | null {
  const latest = new Map<string, number>()
  for (const { open } of pairs) latest.set(text[open.start]!, Math.max(open.start, latest.get(text[open.start]!) ?? -1))
  const candidates = stack.filter(mark => mark.start > (latest.get(text[mark.start]!) ?? -1) && end - mark.end >= SHORTEST_OPEN_CHARACTERS)
  return candidates.find(({ kind }) => kind !== "single") ?? candidates[0] ?? null
}
