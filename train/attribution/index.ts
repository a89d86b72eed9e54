import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import {
  ARGUMENT_EDGE_BITS,
  ARGUMENT_LABELS,
  ARGUMENT_UNARY_BITS,
  type AttributionModel,
  amongNeighbours,
  attribute,
  type Belief,
  type Calibration,
  type ChainWeights,
  CUE_EDGE_BITS,
  CUE_LABELS,
  CUE_UNARY_BITS,
  candidatesOf,
  chosenOf,
  cueMarginals,
  firstLook,
  type Judged,
  judge,
  type Known,
  knownOf,
  packAttributionModel,
  possibleCues,
  type Weighed,
  type Weights,
  weighed,
} from "../../src/core/attribute/index.ts"
import type { Attribution } from "../../src/core/data.ts"
import { codePoints } from "../../src/core/formats/points.ts"
import { ROOT } from "../corpora.ts"
import { jackknifedModels } from "../tagging/index.ts"
import { agrees, rightness, rightOptions } from "./agreement.ts"
import { type FactLesson, trainBoosted } from "./boosted.ts"
import { calibrate, type Trial } from "./calibrate.ts"
import { type ChainPace, trainChain } from "./chain.ts"
import { argumentLessons, cueLessons, groundsWith } from "./lessons.ts"
import { ratesOf } from "./rates.ts"
import { type Study, study } from "./study.ts"
import { optionLessons, trainWeights } from "./weights.ts"

type Say = (line: string) => void

const FOLDS = 4
const SEEDS = [1]
const CUES: ChainPace = {
  labels: CUE_LABELS,
  unaryBits: CUE_UNARY_BITS,
  edgeBits: CUE_EDGE_BITS,
  epochs: 6,
  dropout: 4,
  damping: 1,
  grain: { largest: 1.5, least: 0.02 },
  seeds: SEEDS,
}
const ARGUMENTS: ChainPace = {
  labels: ARGUMENT_LABELS,
  unaryBits: ARGUMENT_UNARY_BITS,
  edgeBits: ARGUMENT_EDGE_BITS,
  epochs: 6,
  dropout: 8,
  damping: 4,
  grain: { largest: 2, least: 0.02 },
  seeds: SEEDS,
}

/** What was found in an article by a model that has not learnt from it. */
export interface OutOfFold {
  readonly name: string
  readonly text: string
  readonly found: readonly Attribution[]
}

/**
 * Learns `model/attribution.bin` from PolNeAR train. Everything that a later stage learns from is made by earlier stages that have not seen the
 * article (jackknifing over four folds). Calls `outOfFold` with what four models, each without a fold, find in the articles of their fold.
 */
export function trainAttribution(say: Say, outOfFold: (found: readonly OutOfFold[]) => void): void {
  const models = jackknifedModels(FOLDS, say).map(({ model }) => model)
  const { whole, plain } = study(models)
  const all = [...whole, ...plain]
  say(`  ${whole.length} articles, ${plain.length} of them also without grammar`)

  const cues = withoutEachFold(all, cueLessons, lessons => trainChain(lessons, CUES), say)
  const marginals = all.map(each => cueMarginals(each.sight, each.hashes, cues.folds[each.fold]!))
  say("  cues")

  const place = new Map(all.map((each, at) => [each, at]))
  const lessonsOf = (each: Study) => argumentLessons(each, marginals[place.get(each)!]!)
  const args = withoutEachFold(all, lessonsOf, lessons => trainChain(lessons, ARGUMENTS), say)
  say("  arguments")

  const options = all.map((each, at) => optionsOf(each, marginals[at]!, args.folds[each.fold]!))
  const right = all.map((each, at) => rightOptions(each, options[at]!))
  const firstLessons = (each: Study) => optionLessons(options[place.get(each)!]!, right[place.get(each)!]!)
  const first = withoutEachFold(all, firstLessons, lessons => trainWeights(lessons, SEEDS), say)
  say(`  first look at ${options.reduce((sum, list) => sum + list.length, 0)} possible cues`)

  const seen = all.map((each, at) => firstLook(options[at]!, first.folds[each.fold]!))
  const again = all.map(({ hashes }, at) => amongNeighbours(hashes, seen[at]!))
  const rightAgain = all.map((each, at) => rightOptions(each, again[at]!))
  const secondLessons = (each: Study) => optionLessons(again[place.get(each)!]!, rightAgain[place.get(each)!]!)
  const second = withoutEachFold(all, secondLessons, lessons => trainWeights(lessons, SEEDS), say)
  say("  second look")

  const looks = all.map((each, at) => ({
    first: seen[at]!.judged,
    second: again[at]!.map(cue => judge(cue, second.folds[each.fold]!)),
  }))
  const { beliefs, known } = believe(all, looks, say)
  say("  trees")

  const calibration = calibrate(
    whole.flatMap((each, at) => trialsOf(each, known[at]!, beliefs.folds[each.fold]!)),
    whole.reduce((sum, { gold }) => sum + gold.length, 0),
  )
  const of = (fold: number): AttributionModel => modelOf(calibration, [cues, args, first, second, beliefs], fold)
  outOfFold(
    whole.map(each => ({ name: each.marked.name, text: each.marked.text, found: attribute(each.prose, each.tagged, of(each.fold)) })),
  )
  const bytes = packAttributionModel(of(FOLDS))
  writeFileSync(join(ROOT, "model/attribution.bin"), bytes)
  say(
    `  model/attribution.bin: ${bytes.length} bytes; points ${calibration.least.balanced.toFixed(3)}, ${calibration.least.precise.toFixed(3)}`,
  )
}

/** What was learnt without each fold; the last entry of `folds`, `folds[FOLDS]`, from everything. */
interface Jackknifed<T> {
  readonly folds: readonly T[]
}

function withoutEachFold<L, T>(
  studies: readonly Study[],
  lessonsOf: (each: Study) => readonly L[],
  learn: (lessons: readonly L[]) => T,
  say: Say,
): Jackknifed<T> {
  const lessons = studies.map(lessonsOf)
  const folds = Array.from({ length: FOLDS + 1 }, (_, fold) => {
    const learnt = learn(lessons.filter((_, at) => studies[at]!.fold !== fold).flat())
    say(`    ${fold < FOLDS ? `without fold ${fold + 1} of ${FOLDS}` : "from all"}`)
    return learnt
  })
  return { folds }
}

function optionsOf(each: Study, marginals: Float64Array, weights: ChainWeights): Weighed[] {
  const grounds = groundsWith(each, marginals)
  return possibleCues(each.sight, marginals)
    .map(cue => candidatesOf(grounds, cue, weights))
    .filter(options => options.length > 0)
    .map(options => weighed(each.sight, each.hashes, options))
}

interface Looks {
  readonly first: readonly Judged[]
  readonly second: readonly Judged[]
}

/** Rates and trees without each fold. What is known of an article is told with the rates of all others. */
function believe(
  studies: readonly Study[],
  looks: readonly Looks[],
  say: Say,
): { readonly beliefs: Jackknifed<Belief>; readonly known: readonly Known[][][] } {
  const rates = Array.from({ length: FOLDS + 1 }, (_, fold) => {
    const kept = [...studies.keys()].filter(at => studies[at]!.fold !== fold)
    return ratesOf(
      kept.map(at => studies[at]!),
      kept.map(at => looks[at]!.second),
    )
  })
  const known = studies.map(({ sight, hashes, fold }, at) => knownOf({ sight, hashes, ...looks[at]!, rates: rates[fold]! }))
  const place = new Map(studies.map((each, at) => [each, at]))
  const lessonsOf = (each: Study): FactLesson[] =>
    known[place.get(each)!]!.flat().map(({ option, facts }) => ({ facts, right: rightness(option, each.gold) }))
  const trees = withoutEachFold(studies, lessonsOf, trainBoosted, say)
  return { beliefs: { folds: trees.folds.map((each, fold) => ({ trees: each, rates: rates[fold]! })) }, known }
}

function trialsOf({ gold }: Study, cues: readonly (readonly Known[])[], { trees }: Belief): Trial[] {
  return cues.flatMap(known => {
    const chosen = chosenOf(known, trees)
    return chosen ? [{ probability: chosen.probability, right: agrees(chosen.option, gold) }] : []
  })
}

type Stages = readonly [
  cues: Jackknifed<ChainWeights>,
  args: Jackknifed<ChainWeights>,
  first: Jackknifed<Weights>,
  second: Jackknifed<Weights>,
  beliefs: Jackknifed<Belief>,
]

function modelOf(calibration: Calibration, [cues, args, first, second, beliefs]: Stages, fold: number): AttributionModel {
  return {
    cues: cues.folds[fold]!,
    arguments: args.folds[fold]!,
    first: first.folds[fold]!,
    second: second.folds[fold]!,
    belief: beliefs.folds[fold]!,
    calibration,
  }
}

/**
 * Keeps what was found out of fold as standoff in `.measure/out-of-fold`, where `npm run measure -- cross-validation` scores it: the layer that
 * the corpus has, as `src/core/formats/brat.ts` lays it down: without speech within speech, quotations that go on with what they go on from.
 */
export function keepOutOfFold(found: readonly OutOfFold[]): void {
  const folder = join(ROOT, ".measure/out-of-fold")
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const each of found) writeFileSync(join(folder, `${each.name}.ann`), standoff(each))
}

function standoff({ text, found }: OutOfFold): string {
  const point = codePoints(text)
  const lines: string[] = []
  let spans = 0
  const add = (role: string, pieces: readonly { start: number; end: number }[]): string => {
    if (pieces.length === 0) return ""
    lines.push(`T${++spans}\t${role} ${pieces.map(({ start, end }) => `${point(start)} ${point(end)}`).join(";")}\t-`)
    return ` ${role}:T${spans}`
  }
  found.forEach(({ source, cue, content, continues, rule }, at) => {
    if (rule === "nested" || continues !== null) return
    const roles = add("Cue", cue ? [cue] : []) + add("Source", source ? [source] : []) + add("Content", [...content, ...goingOn(found, at)])
    lines.push(`E${at + 1}\tAttribution:T${spans}${roles}`)
  })
  return lines.map(line => `${line}\n`).join("")
}

/** What is said in later paragraphs where the speaker of one attribution goes on, and goes on once more. */
function goingOn(found: readonly Attribution[], at: number): Attribution["content"] {
  return found.flatMap(({ content, continues }, next) => (continues === at ? [...content, ...goingOn(found, next)] : []))
}
