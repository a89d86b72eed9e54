import type { Option, Run, Weighed } from "../../src/core/attribute/index.ts"
import type { Prose } from "../../src/core/data.ts"
import type { Fragment, Marked, MarkedAttribution } from "../polnear.ts"

/** Which option of each cue is the right one; -1 where nothing is attributed, or none comes near. */
export function rightOptions(article: Marked, prose: Prose, cues: readonly Weighed[]): Int32Array {
  const right = new Int32Array(cues.length).fill(-1)
  const byToken = cuesByToken(cues, prose.tokens.length)
  const matches = article.attributions.flatMap(gold => matchesOf(goldTokens(gold, prose), cues, byToken))
  const taken = new Set<MarkedTokens>()
  for (const { cue, option, gold } of matches.sort((a, b) => b.score - a.score || a.cue - b.cue || a.option - b.option)) {
    if (right[cue] !== -1 || taken.has(gold)) continue
    right[cue] = option
    taken.add(gold)
  }
  return right
}

interface MarkedTokens {
  readonly source: ReadonlySet<number>
  readonly cue: ReadonlySet<number>
  readonly content: ReadonlySet<number>
}

interface Match {
  readonly cue: number
  readonly option: number
  readonly gold: MarkedTokens
  readonly score: number
}

function goldTokens({ source, cue, content }: MarkedAttribution, prose: Prose): MarkedTokens {
  return { source: tokensOf(source, prose), cue: tokensOf(cue, prose), content: tokensOf(content, prose) }
}

function tokensOf(fragments: readonly Fragment[], { tokens }: Prose): Set<number> {
  const out = new Set<number>()
  for (const { start, end } of fragments) {
    let low = 0
    let high = tokens.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (tokens[middle]!.end <= start) low = middle + 1
      else high = middle
    }
    for (; low < tokens.length && tokens[low]!.start < end; low++) out.add(low)
  }
  return out
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

/** The options that agree with a marked attribution as `relation_soft` wants it, the better the higher. */
function matchesOf(gold: MarkedTokens, cues: readonly Weighed[], byToken: readonly number[][]): Match[] {
  const near = new Set([...gold.cue].flatMap(token => byToken[token]!))
  return [...near].flatMap(cue =>
    cues[cue]!.options.flatMap((option, at) => {
      const score = agreement(option, gold)
      return score > 0 ? [{ cue, option: at, gold, score }] : []
    }),
  )
}

/** Sum of the three token F1s when source and content reach one half and the cues touch; 0 otherwise. */
function agreement(option: Option, gold: MarkedTokens): number {
  const source = f1(option.source ? [option.source] : [], gold.source)
  const content = f1(option.content, gold.content)
  const cue = f1([option.cue], gold.cue)
  return cue > 0 && source >= 0.5 && content >= 0.5 ? cue + source + content : 0
}

function f1(runs: readonly Run[], gold: ReadonlySet<number>): number {
  let size = 0
  let common = 0
  for (const { first, last } of runs)
    for (let token = first; token < last; token++) {
      size++
      if (gold.has(token)) common++
    }
  return size + gold.size === 0 ? 1 : (2 * common) / (size + gold.size)
}
