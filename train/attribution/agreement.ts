import type { Option, Run, Weighed } from "../../src/core/attribute/index.ts"
import type { MarkedTokens, Study } from "./study.ts"

/** Which option of each cue is the right one; -1 where nothing is attributed, or none comes near. One to one, the best agreement first. */
export function rightOptions({ gold, prose }: Study, cues: readonly Weighed[]): Int32Array {
  const right = new Int32Array(cues.length).fill(-1)
  const byToken = cuesByToken(cues, prose.tokens.length)
  const matches = gold.flatMap(each => matchesOf(each, cues, byToken))
  const taken = new Set<MarkedTokens>()
  for (const { cue, option, gold: marked } of matches.sort((a, b) => b.score - a.score || a.cue - b.cue || a.option - b.option)) {
    if (right[cue] !== -1 || taken.has(marked)) continue
    right[cue] = option
    taken.add(marked)
  }
  return right
}

/** What an option that fits is worth to the trees beside one that is exactly right, so that of two that fit they like the exact one better. */
const FITTING = 0.75

/** How right an option is: 1 when something was marked just so, 0 when nothing that was marked comes near. */
export function rightness(option: Option, gold: readonly MarkedTokens[]): number {
  const best = Math.max(0, ...gold.map(marked => agreement(option, marked)))
  return best === 0 ? 0 : best > 3 ? 1 : FITTING
}

/** Whether an option agrees with something that was marked. */
export function agrees(option: Option, gold: readonly MarkedTokens[]): boolean {
  return gold.some(marked => agreement(option, marked) > 0)
}

interface Match {
  readonly cue: number
  readonly option: number
  readonly gold: MarkedTokens
  readonly score: number
}

function cuesByToken(cues: readonly Weighed[], count: number): number[][] {
  const out: number[][] = Array.from({ length: count }, () => [])
  cues.forEach(({ options }, at) => {
    const first = Math.min(...options.map(({ cue }) => cue.first))
    const last = Math.max(...options.map(({ cue }) => cue.last))
    for (let token = first; token < last; token++) out[token]!.push(at)
  })
  return out
}

function matchesOf(gold: MarkedTokens, cues: readonly Weighed[], byToken: readonly number[][]): Match[] {
  const near = new Set(gold.cue.flatMap(token => byToken[token]!))
  return [...near].flatMap(cue =>
    cues[cue]!.options.flatMap((option, at) => {
      const score = agreement(option, gold)
      return score > 0 ? [{ cue, option: at, gold, score }] : []
    }),
  )
}

/** What exact agreement in all three counts for besides. */
const EXACT = 0.5

/** Sum of the three token F1s when source and content reach one half and the cues touch, as `relation_soft` wants it; 0 otherwise. */
function agreement(option: Option, gold: MarkedTokens): number {
  const cue = f1([option.cue], gold.cue)
  if (cue === 0) return 0
  const source = f1(option.source ? [option.source] : [], gold.source)
  const content = f1(option.content, gold.content)
  if (source < 0.5 || content < 0.5) return 0
  const sum = cue + source + content
  return sum > 3 - 1e-9 ? sum + EXACT : sum
}

function f1(runs: readonly Run[], gold: readonly number[]): number {
  let size = 0
  for (const { first, last } of runs) size += last - first
  if (size + gold.length === 0) return 1
  const common = gold.filter(token => runs.some(({ first, last }) => first <= token && token < last)).length
  return (2 * common) / (size + gold.length)
}
