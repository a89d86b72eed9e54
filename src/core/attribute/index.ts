import type { Attribution, Prose, Tagged } from "../data.ts"
import type { Span } from "../span.ts"
import { type Run, treeOf } from "../tree.ts"
import { answersOf } from "./answers.ts"
import { groundsOf, rivalsOf } from "./argument-place.ts"
import { chosenOf, knownOf } from "./believe.ts"
import { bounded } from "./bounds.ts"
import { candidatesOf } from "./candidates.ts"
import { closingOf } from "./closing.ts"
import { continued } from "./continued.ts"
import { BEGINS, CUE_LABELS } from "./cue-clues.ts"
import { cueMarginals, isQuiet, type PossibleCue, possibleCues } from "./cues.ts"
import { type Hashes, hashesOf } from "./hashes.ts"
import { introducedOf } from "./introduced.ts"
import { invertedOf } from "./inverted.ts"
import { labelsOf } from "./labels.ts"
import { type AttributionModel, calibrated, type Point } from "./model.ts"
import { nestedOf } from "./nested.ts"
import { saysNothing } from "./nothing.ts"
import { nounsOf } from "./nouns.ts"
import { meets, type Option, tokensOf, touches } from "./option.ts"
import { FULL, type Pace } from "./pace.ts"
import { performedOf } from "./performed.ts"
import { phrasesOf } from "./phrases.ts"
import { quotingOf } from "./quoting.ts"
import { type Chosen, owned, settledOf } from "./settled.ts"
import { type Sight, sightOf } from "./sight.ts"
import { SURE, silence } from "./silence.ts"
import { amongNeighbours, firstLook, judge, weighed } from "./weigh.ts"

export type { Run } from "../tree.ts"
// For those who train and measure the models: the very code that reading uses.
export { ARGUMENT_EDGE_BITS, ARGUMENT_LABELS, ARGUMENT_UNARY_BITS, argumentClues, CONTENT, SOURCE } from "./argument-clues.ts"
export { anchorOf, type Grounds, groundsOf, rivalsOf } from "./argument-place.ts"
export { type Belief, chosenOf, type Known, knownOf } from "./believe.ts"
export { type Boosted, NEVER, stepOf } from "./boosted.ts"
export { candidatesOf } from "./candidates.ts"
export { type ChainWeights, type Clues, likely, type Scores, scored, type Told } from "./chain.ts"
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
export { FAST, FULL, type Pace } from "./pace.ts"
export { RATE_BITS, type Rates, rateRows } from "./rates.ts"
export { OPTION_BITS } from "./rows.ts"
export { type Sight, sightOf } from "./sight.ts"
export { amongNeighbours, firstLook, type Judged, judge, type Weighed, type Weights, weighed } from "./weigh.ts"

export interface AttributeOptions {
  readonly point?: Point
  /** How much is looked at: all. */
  readonly pace?: Pace
}

/** Grammar → source, cue and content. In text order of the cues; quotations that go on without a cue come last. */
export function attribute(
  prose: Prose,
  tagged: Tagged,
  model: AttributionModel,
  { point = "balanced", pace = FULL }: AttributeOptions = {},
): readonly Attribution[] {
  const sight = sightOf(prose, tagged, treeOf(prose, tagged))
  const hashes = hashesOf(sight)
  const marginals = cueMarginals(sight, hashes, model.cues)
  const labels = labelsOf(sight)
  const quoting = quotingOf(sight)
  const quoted = quoting.map(({ option }) => option)
  const silences = silencesOf(sight)
  const settled = cueTokens(sight, [...silences, ...labels.transcript])
  const possible = possibleCues(sight, marginals, pace).filter(({ spans }) => !spans.some(({ run }) => meets(run, settled)))
  const nouns = nounsOf(sight)
  const atNoun = new Set(nouns.map(({ cueHead }) => cueHead))
  const chosen = chosenAll({ sight, hashes, marginals, possible }, model, pace)
    .filter(({ option, confidence }) => confidence >= model.calibration.least.balanced && !saysNothing(sight, option))
    .filter(({ option, confidence }) => confidence >= RULED || !atNoun.has(option.cueHead))
  const answers = answersOf(sight)
  const found = settledOf(sight, chosen, [...silences, ...answers], quoting)
  const ruled = [...silences.map(silence => owned(sight, chosen, silence)), ...labels.transcript]
  const options = [...found.map(({ option }) => option), ...ruled]
  const closing = [...closingOf(sight), ...invertedOf(sight)]
  const missed = [
    ...quoted,
    ...labels.headline,
    ...nouns,
    ...closing,
    ...phrasesOf(sight),
    ...performedOf(sight),
    ...introducedOf(sight, [...options, ...quoted]),
  ]
  const within = [...nestedOf(sight, [...options, ...quoted, ...closing]), ...answers.map(answer => owned(sight, chosen, answer))]
  const rest = unmet(sight, options, [...missed, ...within])
  const kept = [...found, ...ruled.map(option => ({ option, confidence: SURE })), ...rest.map(option => ({ option, confidence: RULED }))]
    .filter(({ confidence }) => confidence >= model.calibration.least[point])
    .sort((a, b) => a.option.cue.first - b.option.cue.first)
  const all = bounded(sight, kept)
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

/** Those of the options that share no word of their cues with one before them, nor with those that are settled. */
function unmet(sight: Sight, options: readonly Option[], more: readonly Option[]): Option[] {
  const taken = cueTokens(sight, options)
  return more.filter(({ cue }) => {
    if (meets(cue, taken)) return false
    taken.fill(1, cue.first, cue.last)
    return true
  })
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

/** What the model chooses for each possible cue. */
function chosenAll({ sight, hashes, marginals, possible }: Found, model: AttributionModel, pace: Pace): Chosen[] {
  const begins = new Float64Array(sight.forms.length)
  for (let token = 0; token < begins.length; token++) begins[token] = marginals[token * CUE_LABELS + BEGINS]!
  const grounds = groundsOf(sight, hashes, rivalsOf(begins))
  const options = possible.map(cue => candidatesOf(grounds, cue, model.arguments, pace)).filter(list => list.length > 0)
  const cues = options.map(list => weighed(sight, hashes, list))
  const first = firstLook(cues, model.first)
  const second = pace.twice ? amongNeighbours(hashes, first).map(cue => judge(cue, model.second)) : first.judged
  const { trees, rates } = model.belief
  return knownOf({ sight, hashes, first: first.judged, second, rates }).flatMap(known => {
    const chosen = chosenOf(known, trees)
    return chosen ? [{ option: chosen.option, confidence: calibrated(chosen.probability, model.calibration) }] : []
  })
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
