import type { Run } from "../tree.ts"
import type { Sight } from "./sight.ts"

/** One way to read an attribution around a cue. Several options are made for each cue; the model chooses one, or none. */
export interface Option {
  /** The construction it was read by. */
  readonly rule: string
  readonly cue: Run
  /** The token that carries the cue: the verb of "has also denied", the noun of "his claim". */
  readonly cueHead: number
  readonly source: Run | null
  readonly sourceHead: number | null
  /** In text order; empty only where nothing is said: “Ott did not respond.” */
  readonly content: readonly Run[]
  /** What the chains thought of it. */
  readonly odds?: Odds
}

/** What the chains thought of an option, in logarithms. */
export interface Odds {
  /** Log-odds that a cue lies here at all. */
  readonly any: number
  /** Log-probability of this extent among the cue's extents. */
  readonly extent: number
  /** Log-probability of this source and content, and how far it is behind the likeliest. */
  readonly reading: number
  readonly behind: number
  /** Rank of the extent, and of the reading among all that are weighed. */
  readonly extentRank: number
  readonly readingRank: number
}

/** One who speaks: the words, and the token that carries them. */
export interface Speaker {
  readonly run: Run
  readonly head: number
}

/** Marks that stand around content without belonging to it. */
const EDGE_MARKS = new Set([",", ";", ":", ".", "--", "—", "–", "-", "...", "…"])

/** Words that join a sentence to the one before it: “And the bridge is safe, Ruiz said.” */
const JOINERS = new Set(["and", "but", "or", "so", "yet"])

/** The run less marks at its edges; marks inside quotation marks stay. Null when nothing is left. */
export function trimmed(sight: Sight, run: Run): Run | null {
  let { first, last } = run
  while (first < last && (isEdgeMark(sight, first) || (startsSentence(sight, first) && JOINERS.has(sight.forms[first]!)))) first++
  while (first < last && isEdgeMark(sight, last - 1)) last--
  return first < last ? { first, last } : null
}

function isEdgeMark({ forms, quoteOf }: Sight, token: number): boolean {
  return quoteOf[token]! < 0 && EDGE_MARKS.has(forms[token]!)
}

function startsSentence({ prose, tree }: Sight, token: number): boolean {
  return prose.sentences[tree.sentenceOf[token]!]!.first === token
}

/** Runs without what `hole` covers. */
export function without(runs: readonly Run[], hole: Run): readonly Run[] {
  if (!runs.some(run => touches(run, hole))) return runs
  return runs.flatMap(run => {
    if (hole.last <= run.first || run.last <= hole.first) return [run]
    return [
      { first: run.first, last: hole.first },
      { first: hole.last, last: run.last },
    ].filter(({ first, last }) => first < last)
  })
}

/**
 * A run that begins or ends inside a quotation takes the whole of it, unless the cue speaks inside that quotation too:
 * “It was closed. It is safe now,” said Ruiz.
 */
function grown({ quotes, quoteOf }: Sight, run: Run, cueHead: number): Run {
  const own = quoteOf[cueHead]!
  const start = quoteOf[run.first]!
  const end = quoteOf[run.last - 1]!
  return {
    first: start >= 0 && start !== own ? quotes[start]!.first : run.first,
    last: end >= 0 && end !== own ? quotes[end]!.last : run.last,
  }
}

export function length(runs: readonly Run[]): number {
  return runs.reduce((sum, { first, last }) => sum + last - first, 0)
}

/** Which tokens stand in any of the runs, so that many runs can be asked for at a cost that does not grow with their number. */
export function tokensOf(count: number, runs: readonly Run[]): Uint8Array {
  const marked = new Uint8Array(count)
  for (const { first, last } of runs) marked.fill(1, first, last)
  return marked
}

/** Whether a token of the run is marked. */
export function meets({ first, last }: Run, marked: Uint8Array): boolean {
  for (let token = first; token < last; token++) if (marked[token] === 1) return true
  return false
}

export function inRuns(runs: readonly Run[], token: number): boolean {
  return runs.some(({ first, last }) => first <= token && token < last)
}

export function touches(a: Run, b: Run): boolean {
  return a.first < b.last && b.first < a.last
}

/** Makes the content fit to be one: grown to its quotations, cut where source and cue interrupt, trimmed. Null when nothing is left. */
export function contentOf(sight: Sight, runs: readonly Run[], cue: Run, cueHead: number, source: Run | null): readonly Run[] | null {
  let pieces: readonly Run[] = runs.map(run => grown(sight, run, cueHead))
  pieces = without(pieces, cue)
  if (source) pieces = without(pieces, source)
  const kept = pieces.map(piece => trimmed(sight, piece)).filter(piece => piece !== null)
  return kept.length ? joined(kept) : null
}

/** In text order, and what overlaps or touches made one. */
function joined(runs: readonly Run[]): readonly Run[] {
  const sorted = [...runs].sort((a, b) => a.first - b.first || a.last - b.last)
  const out: Run[] = []
  for (const run of sorted) {
    const before = out.at(-1)
    if (before && run.first <= before.last) out[out.length - 1] = { first: before.first, last: Math.max(before.last, run.last) }
    else out.push(run)
  }
  return out
}
