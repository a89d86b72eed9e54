import type { Run } from "../tree.ts"
import { argumentClues, CONTENT, SOURCE } from "./argument-clues.ts"
import { anchorOf, type Grounds } from "./argument-place.ts"
import { type ChainWeights, logSumOf, scored } from "./chain.ts"
import { headIn, type PossibleCue } from "./cues.ts"
import { ln } from "./exponential.ts"
import { bestLabellings } from "./labellings.ts"
import { type Odds, type Option, without } from "./option.ts"
import { FULL, type Pace } from "./pace.ts"
import type { Sight } from "./sight.ts"

/** Readings behind those that are so likely together are hardly ever chosen: a sure cue has one reading, an unsure one all that are weighed. */
const ENOUGH = 0.99

/** All readings of one possible cue that are worth weighing. Empty where no reading has a content. */
export function candidatesOf(grounds: Grounds, cue: PossibleCue, weights: ChainWeights, pace: Pace = FULL): Option[] {
  const { sight } = grounds
  const anchor = anchorOf(sight, cue.spans[0]!.run, pace)
  const scores = scored(weights, argumentClues(grounds, anchor))
  const logSum = logSumOf(scores)
  const labellings = bestLabellings(scores, { count: pace.readings, logSum, enough: ENOUGH })
  const any = ln(cue.probability + 1e-6) - ln(Math.max(1e-6, 1 - cue.probability))
  const best = labellings[0]?.score ?? 0
  const readings = labellings.map(({ labels }) => labelled(sight, labels, anchor.window.first))
  const options: Option[] = []
  cue.spans.forEach(({ run, probability }, extentRank) => {
    const extent = ln(probability / cue.probability)
    const cueHead = headIn(sight, run)
    const first = options.length
    const most = extentRank === 0 ? pace.readings : pace.readingsOfOthers
    for (let readingRank = 0; readingRank < labellings.length && readingRank < most; readingRank++) {
      const { score } = labellings[readingRank]!
      const odds: Odds = { any, extent, reading: score - logSum, behind: best - score, extentRank, readingRank }
      const option = optionFrom(run, cueHead, readings[readingRank]!, odds)
      if (option && !isAmong(options, first, option)) options.push(option)
    }
  })
  return options
}

interface Labelled {
  readonly source: Run | null
  readonly sourceHead: number | null
  readonly content: readonly Run[]
}

function labelled(sight: Sight, labels: Uint8Array, offset: number): Labelled {
  const sources = runsOf(labels, SOURCE, offset)
  const source = sources.reduce<Run | null>((longest, run) => (longest && size(longest) >= size(run) ? longest : run), null)
  return { source, sourceHead: source && headIn(sight, source), content: runsOf(labels, CONTENT, offset) }
}

function size({ first, last }: Run): number {
  return last - first
}

function runsOf(labels: Uint8Array, wanted: number, offset: number): Run[] {
  const runs: Run[] = []
  for (let t = 0; t < labels.length; t++) {
    if (labels[t] !== wanted) continue
    const first = t
    while (t + 1 < labels.length && labels[t + 1] === wanted) t++
    runs.push({ first: offset + first, last: offset + t + 1 })
  }
  return runs
}

function optionFrom(cue: Run, cueHead: number, { source, sourceHead, content }: Labelled, odds: Odds): Option | null {
  const isClear = source !== null && (source.last <= cue.first || cue.last <= source.first)
  const pieces = without(content, cue)
  if (pieces.length === 0) return null
  return {
    rule: "chain",
    cue,
    cueHead,
    source: isClear ? source : null,
    sourceHead: isClear ? sourceHead : null,
    content: pieces,
    odds,
  }
}

/** Whether one of the options of the same extent, from the `first` on, covers just the same words. */
function isAmong(options: readonly Option[], first: number, { source, content }: Option): boolean {
  for (let at = first; at < options.length; at++) {
    const other = options[at]!
    if (
      isSame(other.source, source) &&
      other.content.length === content.length &&
      content.every((run, n) => isSame(run, other.content[n]!))
    )
      return true
  }
  return false
}

function isSame(a: Run | null, b: Run | null): boolean {
  return a === b || (a !== null && b !== null && a.first === b.first && a.last === b.last)
}
