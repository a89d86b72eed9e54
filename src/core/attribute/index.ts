import type { Attribution, Prose, Tagged } from "../data.ts"
import type { Span } from "../span.ts"
import { type Run, treeOf } from "../tree.ts"
import { continued } from "./continued.ts"
import { hashesOf } from "./features.ts"
import type { Option } from "./option.ts"
import { optionsOf } from "./options.ts"
import { type Sight, sightOf } from "./sight.ts"
import { amongNeighbours, bestOf, type CueModel, type Judged, judge, type Weighed, weighed } from "./weigh.ts"

export type { Run } from "../tree.ts"
export { TABLE_BITS } from "./features.ts"
export type { Option } from "./option.ts"
export { type CueModel, judge, openCueModel, packCueModel, type Weighed, type Weights } from "./weigh.ts"

/** How sure the model must be that a cue attributes something. `npm run measure -- attribution` draws the curve. */
const LEAST_CONFIDENCE = 0.5

/** Labels → source, cue and content. In text order of the cues; quotations that go on without a cue come last. */
export function attribute(prose: Prose, tagged: Tagged, model: CueModel, least: number = LEAST_CONFIDENCE): readonly Attribution[] {
  const looked = look(prose, tagged)
  const first = looked.cues.map(cue => judge(cue, model.first))
  const second = secondLook(looked, first).map(cue => judge(cue, model.second))
  const chosen = second.filter(({ confidence }) => confidence >= least)
  const found = chosen.map(each => attributionOf(looked.sight, each))
  const lastTokens = chosen.map(each => (bestOf(each).content.at(-1) ?? bestOf(each).cue).last - 1)
  return [...found, ...continued(looked.sight, found, lastTokens)]
}

/** Everything that can be said of each cue without a model. Training and reading both begin here. */
export interface Looked {
  readonly sight: Sight
  readonly cues: readonly Weighed[]
  readonly hashes: ReturnType<typeof hashesOf>
}

export function look(prose: Prose, tagged: Tagged): Looked {
  const sight = sightOf(prose, tagged, treeOf(prose, tagged))
  const hashes = hashesOf(sight)
  return { sight, hashes, cues: optionsOf(sight).map(options => weighed(sight, hashes, options)) }
}

/** The same cues, each with what the first look thought of it and its neighbours. */
export function secondLook({ hashes, cues }: Looked, first: readonly Judged[]): readonly Weighed[] {
  return amongNeighbours(hashes, cues, first)
}

function attributionOf(sight: Sight, judged: Judged): Attribution {
  const option: Option = bestOf(judged)
  return {
    source: option.source && spanOf(sight, option.source),
    cue: spanOf(sight, option.cue),
    cueHead: option.cueHead,
    content: option.content.map(run => spanOf(sight, run)),
    continues: null,
    confidence: judged.confidence,
    rule: option.rule,
  }
}

function spanOf({ prose: { tokens } }: Sight, { first, last }: Run): Span {
  return { start: tokens[first]!.start, end: tokens[last - 1]!.end }
}
