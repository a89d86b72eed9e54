import type { Run } from "../tree.ts"
import { exp } from "./exponential.ts"
import type { Hashes } from "./hashes.ts"
import { type Neighbourhood, neighbourRows } from "./neighbour-clues.ts"
import { inRuns, length, type Option, touches } from "./option.ts"
import { cueRows, optionRows } from "./option-clues.ts"
import type { Sight } from "./sight.ts"

/** One table of weights, 8 bits each: a weight is its entry times `scale`. */
export interface Weights {
  readonly table: Int8Array
  readonly scale: number
}

/** All options of one cue with the weight-table rows that speak for each; what training learns from and reading adds up. */
export interface Weighed {
  readonly options: readonly Option[]
  /** Rows that speak for the cue, whatever the option. */
  readonly shared: Int32Array
  /** Rows that speak for each option. */
  readonly rows: readonly Int32Array[]
  /** Rows that speak for each option among its neighbours; none before the first look. */
  readonly again: readonly Int32Array[]
}

/** The options of one cue with their probabilities; what is missing to 1 is that nothing is attributed here. */
export interface Judged {
  readonly options: readonly Option[]
  readonly shares: readonly number[]
  /** The probability of each that its source and content are right, give or take some words: the shares of all options that fit it. */
  readonly fits: readonly number[]
  /** That anything is attributed: the sum of the shares. */
  readonly any: number
  /** The option to choose, and the probability that it fits. */
  readonly best: number
  readonly confidence: number
}

export function weighed(sight: Sight, hashes: Hashes, options: readonly Option[]): Weighed {
  return { options, shared: cueRows(sight, hashes, options[0]!), rows: options.map(option => optionRows(sight, hashes, option)), again: [] }
}

/** How many cues before and after one can be its neighbours. Keeps the second look linear in a sentence without end. */
export const NEIGHBOURS = 12

/** A cue that is less likely than this has no say about its neighbours. */
const LEAST_SAY = 0.1

/** A cue that a look holds less likely to attribute anything is not looked at again: nothing would make it be kept. */
export const LEAST_ANY = 0.15

/** What a look leaves: cues, and what it thought of each. */
interface Look {
  readonly cues: readonly Weighed[]
  readonly judged: readonly Judged[]
}

/** The first look: the cues that are worth another. */
export function firstLook(cues: readonly Weighed[], weights: Weights): Look {
  const judged = cues.map(cue => judge(cue, weights))
  const isKept = (_: unknown, at: number) => judged[at]!.any >= LEAST_ANY
  return { cues: cues.filter(isKept), judged: judged.filter(isKept) }
}

/** The same cues with what their neighbours, as judged by the first look, say of each. */
export function amongNeighbours(hashes: Hashes, { cues, judged }: Look): readonly Weighed[] {
  return cues.map((cue, at) => {
    const { options } = cue
    const near: Judged[] = []
    for (let other = Math.max(0, at - NEIGHBOURS); other < cues.length && other <= at + NEIGHBOURS; other++)
      if (other !== at && judged[other]!.confidence >= LEAST_SAY) near.push(judged[other]!)
    const { shares, any } = judged[at]!
    return {
      ...cue,
      again: options.map((option, index) => neighbourRows(hashes, option, neighbourhood(option, near), { share: shares[index]!, any })),
    }
  })
}

function neighbourhood(option: Option, near: readonly Judged[]): Neighbourhood {
  let [inside, over, shared, lent, fellow] = [0, 0, 0, 0, 0]
  for (const judged of near) {
    const other = bestOf(judged)
    const say = 1 + level(judged.confidence)
    if (inRuns(other.content, option.cueHead)) inside = Math.max(inside, say)
    if (inRuns(option.content, other.cueHead)) over = Math.max(over, say)
    if (common(option.content, other.content) * 2 >= Math.min(length(option.content), length(other.content))) shared = Math.max(shared, say)
    if (option.sourceHead !== null && inRuns(other.content, option.sourceHead)) lent = Math.max(lent, say)
    if (option.source && other.source && touches(option.source, other.source)) fellow = Math.max(fellow, say)
  }
  return { inside, over, shared, lent, fellow }
}

/** How many tokens are in both. */
export function common(a: readonly Run[], b: readonly Run[]): number {
  let sum = 0
  for (const one of a) for (const other of b) sum += Math.max(0, Math.min(one.last, other.last) - Math.max(one.first, other.first))
  return sum
}

export function bestOf({ options, best }: Judged): Option {
  return options[best]!
}

/** A probability in tenths. */
function level(share: number): number {
  return Math.min(9, Math.floor(share * 10))
}

/** Softmax over the options and “nothing here”, which weighs 0. */
export function judge({ options, shared, rows, again }: Weighed, { table, scale }: Weights): Judged {
  const common = sum(table, shared)
  const weights = rows.map((list, at) => (common + sum(table, list) + (again.length ? sum(table, again[at]!) : 0)) * scale)
  const top = Math.max(0, ...weights)
  const raised = weights.map(weight => exp(weight - top))
  const total = raised.reduce((all, each) => all + each, exp(-top))
  const shares = raised.map(each => each / total)
  const any = shares.reduce((all, each) => all + each, 0)
  return { options, shares, any, ...safest(options, shares) }
}

/** An option with a share below this changes no decision. */
const LEAST_SHARE = 0.004
/** What the exact words count for besides words that fit. */
const EXACTNESS = 0.5

/**
 * The option with the highest expected worth (minimum Bayes risk): the shares of all options that fit it, and once more its own share for being
 * exactly right. Two options fit when their sources, and their contents, have half of their words in common, as `relation_soft` counts.
 */
function safest(options: readonly Option[], shares: readonly number[]): { fits: readonly number[]; best: number; confidence: number } {
  let best = 0
  const fits = options.map((option, at) => {
    if (shares[at]! < LEAST_SHARE && at > 0) return shares[at]!
    let fitting = 0
    for (let other = 0; other < options.length; other++)
      if (other === at || (shares[other]! >= LEAST_SHARE && agree(option, options[other]!))) fitting += shares[other]!
    return fitting
  })
  for (let at = 1; at < options.length; at++) if (worthOf({ fits, shares }, at) > worthOf({ fits, shares }, best)) best = at
  return { fits, best, confidence: fits[best]! }
}

/** What choosing an option is worth: the probability that it fits, and some of that of its being exactly right. */
export function worthOf({ fits, shares }: Pick<Judged, "fits" | "shares">, at: number): number {
  return fits[at]! + EXACTNESS * shares[at]!
}

function agree(a: Option, b: Option): boolean {
  if ((a.source === null) !== (b.source === null)) return false
  if (a.source && b.source && !alike([a.source], [b.source])) return false
  return touches(a.cue, b.cue) && alike(a.content, b.content)
}

/** F1 of at least one half. */
function alike(a: readonly Run[], b: readonly Run[]): boolean {
  return 4 * common(a, b) >= length(a) + length(b)
}

function sum(table: Int8Array, rows: Int32Array): number {
  let total = 0
  for (let at = 0; at < rows.length; at++) total += table[rows[at]!]!
  return total
}
