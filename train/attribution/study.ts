import { extract } from "../../src/core/article/index.ts"
import { type Hashes, hashesOf, type Sight, sightOf } from "../../src/core/attribute/index.ts"
import type { Prose, Tagged } from "../../src/core/data.ts"
import { segment } from "../../src/core/segment/index.ts"
import { type TaggingModel, tag } from "../../src/core/tag/index.ts"
import { treeOf } from "../../src/core/tree.ts"
import { type Fragment, type Marked, polnear } from "../polnear.ts"

/** An article of PolNeAR's train side as reading sees it, with what its annotator marked, in tokens. */
export interface Study {
  readonly marked: Marked
  readonly fold: number
  readonly prose: Prose
  readonly tagged: Tagged
  readonly sight: Sight
  readonly hashes: Hashes
  readonly gold: readonly MarkedTokens[]
}

/** Tokens of source, cue and content, in text order. */
export interface MarkedTokens {
  readonly source: readonly number[]
  readonly cue: readonly number[]
  readonly content: readonly number[]
}

/** Every so many articles are also studied without grammar, so that the same weights serve the fast mode. */
const PLAIN_EVERY = 3

/**
 * All articles of the train side, each by the tagging model that has not learnt from it (`models[index % models.length]`); `plain` holds some of
 * them once more, without heads.
 */
export function study(models: readonly TaggingModel[]): { readonly whole: readonly Study[]; readonly plain: readonly Study[] } {
  const articles = polnear("train")
  const view = (marked: Marked, at: number, parse: boolean) => studyOf(marked, at % models.length, models[at % models.length]!, parse)
  return {
    whole: articles.map((marked, at) => view(marked, at, true)),
    plain: articles.flatMap((marked, at) => (at % PLAIN_EVERY === 0 ? [view(marked, at, false)] : [])),
  }
}

function studyOf(marked: Marked, fold: number, model: TaggingModel, parse: boolean): Study {
  const prose = segment(extract({ kind: "text", content: marked.text }))
  const tagged = tag(prose, model, { parse })
  const sight = sightOf(prose, tagged, treeOf(prose, tagged))
  const gold = marked.attributions.map(({ source, cue, content }) => ({
    source: tokensOf(source, prose),
    cue: tokensOf(cue, prose),
    content: tokensOf(content, prose),
  }))
  return { marked, fold, prose, tagged, sight, hashes: hashesOf(sight), gold }
}

/** The tokens that fragments touch. */
function tokensOf(fragments: readonly Fragment[], { tokens }: Prose): number[] {
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
  return [...out].sort((a, b) => a - b)
}
