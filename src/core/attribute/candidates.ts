import type { Run } from "../tree.ts"
import { argumentClues, CONTENT, SOURCE } from "./argument-clues.ts"
import { anchorOf, type Grounds } from "./argument-place.ts"
import { bestLabellings, type ChainWeights, logSumOf, scored } from "./chain.ts"
import { headIn, type PossibleCue } from "./cues.ts"
import { ln } from "./exponential.ts"
import { type Odds, type Option, without } from "./option.ts"
import type { Sight } from "./sight.ts"

/** How many readings of source and content are weighed for the likeliest extent of a cue, and for each other extent. */
const READINGS = 9
const READINGS_OF_OTHERS = 3

/** All readings of one possible cue that are worth weighing. Empty where no reading has a content. */
export function candidatesOf(grounds: Grounds, cue: PossibleCue, weights: ChainWeights): Option[] {
  const { sight } = grounds
  const anchor = anchorOf(sight, cue.spans[0]!.run)
  const scores = scored(weights, argumentClues(grounds, anchor))
  const logSum = logSumOf(scores)
  const readings = bestLabellings(scores, READINGS)
  const any = ln(cue.probability + 1e-6) - ln(Math.max(1e-6, 1 - cue.probability))
  const best = readings[0]?.score ?? 0
  const options = cue.spans.flatMap(({ run, probability }, extentRank) =>
    readings.slice(0, extentRank === 0 ? READINGS : READINGS_OF_OTHERS).flatMap(({ labels, score }, readingRank) => {
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
