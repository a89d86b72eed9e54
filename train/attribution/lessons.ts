import {
  anchorOf,
  argumentClues,
  BEGINS,
  CONTENT,
  CUE_LABELS,
  cueClues,
  GOES_ON,
  type Grounds,
  groundsOf,
  rivalsOf,
  SOURCE,
} from "../../src/core/attribute/index.ts"
import { type ChainLesson, compact } from "./chain.ts"
import type { Study } from "./study.ts"

/** Each sentence as a chain, with the labels of the cues that were marked in it. */
export function cueLessons({ prose, sight, hashes, gold }: Study): ChainLesson[] {
  const right = new Uint8Array(prose.tokens.length)
  for (const { cue } of gold)
    cue.forEach((token, at) => {
      right[token] = at === 0 || cue[at - 1] !== token - 1 ? BEGINS : GOES_ON
    })
  return prose.sentences.map(({ first, last }) => compact({ clues: cueClues(sight, hashes, first, last), right: right.slice(first, last) }))
}

/** The window of each marked cue as a chain, with its source and content; other cues are what the cue chain takes for some. */
export function argumentLessons(each: Study, marginals: Float64Array): ChainLesson[] {
  const grounds = groundsWith(each, marginals)
  return each.gold.flatMap(({ cue, source, content }) => {
    if (cue.length === 0) return []
    const anchor = anchorOf(each.sight, { first: cue[0]!, last: cue.at(-1)! + 1 })
    const { first, last } = anchor.window
    const right = new Uint8Array(last - first)
    for (const [tokens, label] of [
      [content, CONTENT],
      [source, SOURCE],
      [cue, 0],
    ] as const)
      for (const token of tokens) if (token >= first && token < last) right[token - first] = label
    return [compact({ clues: argumentClues(grounds, anchor), right })]
  })
}

/** What is looked at for every cue of the article, by the cue chain's marginals. */
export function groundsWith({ sight, hashes }: Study, marginals: Float64Array): Grounds {
  const begins = Float64Array.from({ length: sight.forms.length }, (_, token) => marginals[token * CUE_LABELS + BEGINS]!)
  return groundsOf(sight, hashes, rivalsOf(begins))
}
