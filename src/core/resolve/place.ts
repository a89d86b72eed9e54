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
  /** Tokens that carry the cues of all statements. */
  readonly cueHeads: ReadonlySet<number>
  /** The clauses said in the sentence of a token, by whomever. */
  readonly clauses: (token: number) => readonly Run[]
  /** As `outsideOf` gives them: many rules look there, so that it is found out once. */
  readonly outside: readonly number[]
}

/** How far from its cue a circumstance may stand, in tokens. */
const CIRCUMSTANCE_REACH = 40

/** The tokens of the cue's sentence that are not content, those of the cue first (“said *in a statement*”), then the nearest to it; of two as near the later. */
export function outsideOf({ scene, head, content, cue, clauses }: Pick<Place, "scene" | "head" | "content" | "cue" | "clauses">): number[] {
  const { first, last } = sentenceAt(scene, head)
  const tokens: number[] = []
  for (let token = cue.first; token < cue.last; token++) if (token !== head) tokens.push(token)
  const said = content.filter(run => run.first < last && run.last > first && !isNominal(scene, run))
  for (const run of clauses(head)) if (!(run.first <= head && head < run.last)) said.push(run)
  const free = (token: number) => {
    if (token < first || token >= last) return false
    for (const run of said) if (run.first <= token && token < run.last) return false
    return true
  }
  const reach = Math.min(CIRCUMSTANCE_REACH, last - first)
  for (let step = 0; step <= reach; step++) {
    if (free(cue.last + step)) tokens.push(cue.last + step)
    if (free(cue.first - 1 - step)) tokens.push(cue.first - 1 - step)
  }
  return tokens
}

/** The clauses that somebody says, by sentence: in the sentence of the cue they are looked up for each statement. */
export function clausesIn(scene: Scene, contents: readonly Run[]): Place["clauses"] {
  const sentences = new Map<number, Run[]>()
  for (const run of contents) {
    if (isNominal(scene, run)) continue
    const { sentenceOf } = scene.tree
    for (let sentence = sentenceOf[run.first]!; sentence <= sentenceOf[run.last - 1]!; sentence++) {
      const runs = sentences.get(sentence)
      if (runs) runs.push(run)
      else sentences.set(sentence, [run])
    }
  }
  return token => sentences.get(scene.tree.sentenceOf[token]!) ?? NO_CLAUSES
}

const NO_CLAUSES: readonly Run[] = []

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
