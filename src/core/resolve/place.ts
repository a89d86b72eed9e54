import type { Run } from "../tree.ts"
import type { Cast } from "./cast.ts"
import type { Memory } from "./memory.ts"
import { type Scene, sentenceAt } from "./scene.ts"
import type { Dated } from "./when.ts"

/** Where to look for the circumstances of a statement: its cue, and what is not part of the words said. */
export interface Place {
  readonly scene: Scene
  readonly cast: Cast
  readonly memory: Memory
  /** Carries the cue. */
  readonly head: number
  readonly cue: Run
  readonly content: readonly Run[]
  readonly source: Run | null
  /** All dates of the sentence of a token. */
  readonly dates: (token: number) => readonly Dated[]
}

/** How far from its cue a circumstance may stand, in tokens. */
const CIRCUMSTANCE_REACH = 40

/** The tokens of the cue's sentence that are not content, those of the cue first (“said *in a statement*”), then the nearest to it; of two as near the later. */
export function outside({ scene, head, content, cue }: Place): number[] {
  const { first, last } = sentenceAt(scene, head)
  const tokens: number[] = []
  for (let token = cue.first; token < cue.last; token++) if (token !== head) tokens.push(token)
  const said = content.filter(run => !isNominal(scene, run))
  const free = (token: number) => token >= first && token < last && !said.some(run => run.first <= token && token < run.last)
  const reach = Math.min(CIRCUMSTANCE_REACH, last - first)
  for (let step = 0; step <= reach; step++) {
    if (free(cue.last + step)) tokens.push(cue.last + step)
    if (free(cue.first - 1 - step)) tokens.push(cue.first - 1 - step)
  }
  return tokens
}

/** “congratulated *the crew on the rescue last week while speaking at a forum*”: no clause is said, so that time and place are those of the saying. */
export function isNominal({ tagged, quotedBy }: Scene, { first, last }: Run): boolean {
  for (let token = first; token < last; token++) if (quotedBy[token]! >= 0 || /^(VB[DZP]|MD)$/.test(tagged.tags[token]!)) return false
  return true
}

/** Whether a token stands in a date. A weekday does, though without a day of publication nobody knows which it is. */
export function isDate({ dates, scene }: Place, token: number): boolean {
  return (
    /^((mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today)$/i.test(scene.forms[token] ?? "") ||
    dates(token).some(({ first, last }) => first <= token && token < last)
  )
}

/** Where the words said begin behind a token, or else the sentence ends. */
export function contentAfter({ scene, content }: Place, token: number): number {
  const { last } = sentenceAt(scene, token)
  return content.reduce((end, run) => (run.first > token ? Math.min(end, run.first) : end), last)
}
