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

/** All readings of one possible cue that are worth weighing. Empty where no reading has a content. */
export function candidatesOf(grounds: Grounds, cue: PossibleCue, weights: ChainWeights, pace: Pace = FULL): Option[] {
  const { sight } = grounds
  const anchor = anchorOf(sight, cue.spans[0]!.run, pace)
  const scores = scored(weights, argumentClues(grounds, anchor))
  const logSum = logSumOf(scores)
  const readings = bestLabellings(scores, pace.readings)
  const any = ln(cue.probability + 1e-6) - ln(Math.max(1e-6, 1 - cue.probability))
  const best = readings[0]?.score ?? 0
  const options = cue.spans.flatMap(({ run, probability }, extentRank) =>
    readings.slice(0, extentRank === 0 ? pace.readings : pace.readingsOfOthers).flatMap(({ labels, score }, readingRank) => {
      const odds: Odds = {
        any,
        extent: ln(probability / cue.probability),
        reading: score - logSum,
        behind: best - score,
        extentRank,
        readingRank,
      }
      return optionFrom(sight, run, labelled(labels, anchor.window.first), odds)
    }),
  )
  return unlike(options)
}

interface Labelled {
  readonly source: Run | null
  readonly content: readonly Run[]
}

function labelled(labels: Uint8Array, offset: number): Labelled {
  const sources = runsOf(labels, SOURCE, offset)
  const source = sources.reduce<Run | null>((longest, run) => (longest && size(longest) >= size(run) ? longest : run), null)
  return { source, content: runsOf(labels, CONTENT, offset) }
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

function optionFrom(sight: Sight, cue: Run, { source, content }: Labelled, odds: Odds): Option[] {
  const clear = source && (source.last <= cue.first || cue.last <= source.first) ? source : null
  const pieces = without(content, cue)
  if (pieces.length === 0) return []
  const cueHead = headIn(sight, cue)
  return [{ rule: "chain", cue, cueHead, source: clear, sourceHead: clear && headIn(sight, clear), content: pieces, odds }]
}

/** Options that differ in what they cover; of those alike the first. */
function unlike(options: readonly Option[]): Option[] {
  const seen = new Set<string>()
  return options.filter(({ cue, source, content }) => {
    const key = [cue.first, cue.last, source?.first, source?.last, ...content.flatMap(run => [run.first, run.last])].join()
    return !seen.has(key) && seen.add(key)
  })
}
