import type { Run } from "../tree.ts"
import { headIn } from "./cues.ts"
import { type Hashes, sized } from "./hashes.ts"
import { FULL, type Pace } from "./pace.ts"
import type { Sight } from "./sight.ts"

/** One cue, and the tokens among which its source and content are looked for. */
export interface Anchor {
  readonly cue: Run
  readonly head: number
  readonly window: Run
}

/** What the whole document says of other cues. */
export interface Rivals {
  /** Probability that a cue begins at the token. */
  readonly begins: Float64Array
  /** How many tokens before each are likely cues' beginnings. */
  readonly sums: Int32Array
}

/** From this probability on a token is another cue that may claim the words. */
export const RIVAL = 0.35

/** Other cues, by the probability that one begins at each token. */
export function rivalsOf(begins: Float64Array): Rivals {
  const sums = new Int32Array(begins.length + 1)
  for (let t = 0; t < begins.length; t++) sums[t + 1] = sums[t]! + (begins[t]! >= RIVAL ? 1 : 0)
  return { begins, sums }
}

/** What the document says of its tokens whatever the cue, counted once. */
export interface Grounds {
  readonly sight: Sight
  readonly hashes: Hashes
  readonly rivals: Rivals
  /** How many commas, dashes and semicolons come before each token. */
  readonly commas: Int32Array
}

const PAUSE = /^(?:[,;:()]|[–—―-]+)$/

/** What is looked at for every cue of the document. */
export function groundsOf(sight: Sight, hashes: Hashes, rivals: Rivals): Grounds {
  const commas = new Int32Array(sight.forms.length + 1)
  for (let t = 0; t < sight.forms.length; t++) commas[t + 1] = commas[t]! + (PAUSE.test(sight.forms[t]!) ? 1 : 0)
  return { sight, hashes, rivals, commas }
}

/** How each token of the window hangs together with the cue; entries count from the window's first token. */
export interface Ties {
  /** How many steps up from the cue the token's branch leaves: 0 under the cue, 1 under its head, …; `OTHER_SENTENCE` elsewhere. */
  readonly depth: Uint8Array
  /** The dependent at which that branch begins; the token itself when it lies on the way up. */
  readonly branch: Int32Array
}

const OTHER_SENTENCE = 9
/** How far up from the cue branches are told apart, and how far a token climbs to find its own. */
const MOST_STEPS = 8
const MOST_CLIMB = 200

/** How the tokens of the anchor's window hang together with its cue. */
export function tiesOf({ tagged: { heads }, tree, prose }: Sight, { head, window }: Anchor): Ties {
  const length = window.last - window.first
  const depth = new Uint8Array(length).fill(OTHER_SENTENCE)
  const branch = new Int32Array(length)
  for (let t = window.first; t < window.last; t++) branch[t - window.first] = t
  const sentence = prose.sentences[tree.sentenceOf[head]!]!
  const steps = stepsUp(heads, head, sentence)
  for (let t = Math.max(window.first, sentence.first); t < window.last && t < sentence.last; t++) {
    let at = t
    let top = t
    for (let step = 0; at >= 0 && steps[at - sentence.first]! < 0 && step < MOST_CLIMB; step++) {
      top = at
      at = heads[at]!
    }
    if (at < 0 || steps[at - sentence.first]! < 0) continue
    depth[t - window.first] = steps[at - sentence.first]!
    branch[t - window.first] = top
  }
  return { depth, branch }
}

/** For each token of the cue's sentence how many steps it lies above the cue; -1 when it does not. */
function stepsUp(heads: Int32Array, head: number, { first, last }: Run): Int8Array {
  const steps = new Int8Array(last - first).fill(-1)
  for (let at = head, step = 0; at >= 0 && step < MOST_STEPS; at = heads[at]!, step++) steps[at - first] = step
  return steps
}

/** Where a token stands, seen from the cue. */
export interface Place {
  readonly t: number
  /** 0 before the cue, 1 in it, 2 behind it; 3 and 4 in an earlier and a later sentence. */
  readonly side: number
  readonly away: number
  readonly depth: number
  readonly branch: number
  /** 0 unquoted, 1 quoted, 2 in the same quotation as the cue. */
  readonly quoted: number
  /** How far the token's quotation is from the cue; 11 for none. */
  readonly quoteGap: number
  /** Commas and the like, and likely cues, between the token and the cue. */
  readonly pauses: number
  readonly rivals: number
}

/** Where token `t` of the window stands. */
export function placeOf({ sight, rivals, commas }: Grounds, { cue, head, window }: Anchor, ties: Ties, t: number): Place {
  const { tree, quoteOf, quotes } = sight
  const inCue = t >= cue.first && t < cue.last
  const step = tree.sentenceOf[t]! - tree.sentenceOf[head]!
  const before = t < cue.first
  const from = before ? t : cue.last
  const to = before ? cue.first : t + 1
  const own = quoteOf[t]!
  const quote = own < 0 ? null : quotes[own]!
  return {
    t,
    side: inCue ? 1 : step < 0 ? 3 : step > 0 ? 4 : before ? 0 : 2,
    away: inCue ? 0 : sized(to - from),
    depth: ties.depth[t - window.first]!,
    branch: ties.branch[t - window.first]!,
    quoted: quote === null ? 0 : own === quoteOf[head] ? 2 : 1,
    quoteGap: quote === null ? 11 : sized(before ? cue.first - quote.last : quote.first - cue.last),
    pauses: inCue ? 0 : Math.min(4, commas[to]! - commas[from]!),
    rivals: inCue ? 0 : Math.min(3, rivals.sums[to]! - rivals.sums[from]!),
  }
}

/** The cue with its block, or as much of it as lies in reach. */
export function anchorOf(sight: Sight, cue: Run, { reach }: Pace = FULL): Anchor {
  const block = blockRun(sight, sight.tree.sentenceOf[cue.first]!, reach)
  return {
    cue,
    head: headIn(sight, cue),
    window: { first: Math.max(block.first, cue.first - reach), last: Math.min(block.last, cue.last + reach) },
  }
}

function blockRun({ prose, blockLast }: Sight, sentence: number, reach: number): Run {
  let from = sentence
  while (from > 0 && prose.sentences[from - 1]!.block === prose.sentences[sentence]!.block && sentence - from < reach) from--
  return { first: prose.sentences[from]!.first, last: blockLast[sentence]! }
}
