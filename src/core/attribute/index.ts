import type { Attribution, Prose, Tagged } from "../data.ts"
import type { Span } from "../span.ts"
import { type Run, treeOf } from "../tree.ts"
import { groundsOf, rivalsOf } from "./argument-place.ts"
import { candidatesOf } from "./candidates.ts"
import { continued } from "./continued.ts"
import { BEGINS, CUE_LABELS } from "./cue-clues.ts"
import { cueMarginals, isQuiet, type PossibleCue, possibleCues } from "./cues.ts"
import { type Hashes, hashesOf } from "./hashes.ts"
import { introducedOf } from "./introduced.ts"
import { labelsOf } from "./labels.ts"
import { type AttributionModel, calibrated, type Point } from "./model.ts"
import { nestedOf } from "./nested.ts"
import { nounsOf } from "./nouns.ts"
import { meets, type Option, tokensOf, touches } from "./option.ts"
import { type Sight, sightOf } from "./sight.ts"
import { SURE, silence } from "./silence.ts"
import { isIdiom } from "./verbs.ts"
import { amongNeighbours, bestOf, type Judged, judge, weighed } from "./weigh.ts"

export type { Run } from "../tree.ts"
// For those who train and measure the models: the very code that reading uses.
export { ARGUMENT_EDGE_BITS, ARGUMENT_LABELS, ARGUMENT_UNARY_BITS, argumentClues, CONTENT, SOURCE } from "./argument-clues.ts"
export { anchorOf, type Grounds, groundsOf, rivalsOf } from "./argument-place.ts"
export { candidatesOf } from "./candidates.ts"
export { type ChainWeights, type Clues, likely, type Scores, scored } from "./chain.ts"
export { BEGINS, CUE_EDGE_BITS, CUE_LABELS, CUE_UNARY_BITS, cueClues, GOES_ON } from "./cue-clues.ts"
export { cueMarginals, possibleCues } from "./cues.ts"
export { type Hashes, hashesOf } from "./hashes.ts"
export {
  type AttributionModel,
  CALIBRATION_STEPS,
  type Calibration,
  calibrated,
  openAttributionModel,
  type Point,
  packAttributionModel,
} from "./model.ts"
export type { Option } from "./option.ts"
export { OPTION_BITS } from "./rows.ts"
export { type Sight, sightOf } from "./sight.ts"
export { amongNeighbours, judge, type Weighed, type Weights, weighed } from "./weigh.ts"

/** Grammar → source, cue and content. In text order of the cues; quotations that go on without a cue come last. */
export function attribute(prose: Prose, tagged: Tagged, model: AttributionModel, point: Point = "balanced"): readonly Attribution[] {
  const sight = sightOf(prose, tagged, treeOf(prose, tagged))
  const hashes = hashesOf(sight)
  const marginals = cueMarginals(sight, hashes, model.cues)
  const labels = labelsOf(sight)
  const ruled = [...silencesOf(sight), ...labels.transcript]
  const settled = cueTokens(sight, ruled)
  const possible = possibleCues(sight, marginals).filter(({ spans }) => !spans.some(({ run }) => meets(run, settled)))
  const found = judgedTwice({ sight, hashes, marginals, possible }, model)
    .map(judged => chosenFrom(judged, model))
    .filter(({ option, confidence }) => confidence >= model.calibration.least.balanced && !isIdiom(sight, option))
  const options = [...found.map(({ option }) => option), ...ruled]
  const missed = [...labels.headline, ...nounsOf(sight), ...introducedOf(sight, options), ...nestedOf(sight, options)]
  const taken = cueTokens(sight, options)
  const rest = missed.filter(({ cue }) => !meets(cue, taken))
  const all = [...found, ...ruled.map(option => ({ option, confidence: SURE })), ...rest.map(option => ({ option, confidence: RULED }))]
    .filter(({ confidence }) => confidence >= model.calibration.least[point])
    .sort((a, b) => a.option.cue.first - b.option.cue.first)
  const attributions = all.map(({ option, confidence }) => attributionOf(sight, option, confidence))
  const lastTokens = all.map(({ option }) => (option.content.at(-1) ?? option.cue).last - 1)
  return [...attributions, ...continued(sight, attributions, lastTokens)]
}

/** The confidence of what rules find where the model found nothing: about as often right as that, by the cases in `test/cases`. */
const RULED = 0.8

/** “Ott did not respond”, “would neither confirm nor deny”: read by rules, one for each cue. */
function silencesOf(sight: Sight): Option[] {
  const options: Option[] = []
  for (const { first, last, block } of sight.prose.sentences) {
    if (isQuiet(sight.prose, block)) continue
    for (let token = first; token < last; token++) {
      const option = silence(sight, token)
      const before = options.at(-1)
      if (option && !(before && touches(before.cue, option.cue))) options.push(option)
    }
  }
  return options
}

function cueTokens({ forms }: Sight, options: readonly Option[]): Uint8Array {
  const cues = options.map(({ cue }) => cue)
  return tokensOf(forms.length, cues)
}

interface Found {
  readonly sight: Sight
  readonly hashes: Hashes
  readonly marginals: Float64Array
  readonly possible: readonly PossibleCue[]
}

function judgedTwice({ sight, hashes, marginals, possible }: Found, model: AttributionModel): Judged[] {
  const begins = Float64Array.from({ length: sight.forms.length }, (_, token) => marginals[token * CUE_LABELS + BEGINS]!)
  const grounds = groundsOf(sight, hashes, rivalsOf(begins))
  const options = possible.map(cue => candidatesOf(grounds, cue, model.arguments)).filter(list => list.length > 0)
  const cues = options.map(list => weighed(sight, hashes, list))
  const first = cues.map(cue => judge(cue, model.first))
  return amongNeighbours(hashes, cues, first).map(cue => judge(cue, model.second))
}

interface Chosen {
  readonly option: Option
  readonly confidence: number
}

function chosenFrom(judged: Judged, { calibration }: AttributionModel): Chosen {
  return { option: bestOf(judged), confidence: calibrated(judged.confidence, calibration) }
}

function attributionOf(sight: Sight, { source, cue, cueHead, content, rule }: Option, confidence: number): Attribution {
  return {
    source: source && spanOf(sight, source),
    cue: spanOf(sight, cue),
    cueHead,
    content: content.map(run => spanOf(sight, run)),
    continues: null,
    confidence,
    rule,
  }
}

function spanOf({ prose: { tokens } }: Sight, { first, last }: Run): Span {
  return { start: tokens[first]!.start, end: tokens[last - 1]!.end }
}
