import type { Run } from "../tree.ts"
import { headIn } from "./cues.ts"
import { type Hashes, sized } from "./hashes.ts"
import { FULL, type Pace } from "./pace.ts"
import { Numbers } from "./room.ts"
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

/**
 * Where the tokens of a window stand, seen from the cue; entries count from the window's first token. One serves all cues, so that no room is asked
 * for anew: it holds until the next cue is looked at.
 */
export interface Places {
  /** 0 before the cue, 1 in it, 2 behind it; 3 and 4 in an earlier and a later sentence. */
  readonly side: Int32Array
  readonly away: Int32Array
  /** How many steps up from the cue the token's branch leaves: 0 under the cue, 1 under its head, …; `OTHER_SENTENCE` elsewhere. */
  readonly depth: Int32Array
  /** The dependent at which that branch begins; the token itself when it lies on the way up. */
  readonly branch: Int32Array
  /** 0 unquoted, 1 quoted, 2 in the same quotation as the cue. */
  readonly quoted: Int32Array
  /** How far the token's quotation is from the cue; 11 for none. */
  readonly quoteGap: Int32Array
  /** Commas and the like, and likely cues, between the token and the cue. */
  readonly pauses: Int32Array
  readonly rivals: Int32Array
}

const OTHER_SENTENCE = 9
const NO_QUOTE = 11
/** How far up from the cue branches are told apart, and how far a token climbs to find its own. */
const MOST_STEPS = 8
const MOST_CLIMB = 200
/** More pauses and rivals than these are not told apart. */
const MOST_PAUSES = 4
const MOST_RIVALS = 3

const rooms = {
  side: new Numbers(),
  away: new Numbers(),
  depth: new Numbers(),
  branch: new Numbers(),
  quoted: new Numbers(),
  quoteGap: new Numbers(),
  pauses: new Numbers(),
  rivals: new Numbers(),
}

/** Where each token of the anchor's window stands. */
export function placesOf(grounds: Grounds, anchor: Anchor): Places {
  const length = anchor.window.last - anchor.window.first
  const places: Places = {
    side: rooms.side.of(length),
    away: rooms.away.of(length),
    depth: rooms.depth.of(length),
    branch: rooms.branch.of(length),
    quoted: rooms.quoted.of(length),
    quoteGap: rooms.quoteGap.of(length),
    pauses: rooms.pauses.of(length),
    rivals: rooms.rivals.of(length),
  }
  enterSides(grounds, anchor, places)
  enterQuotes(grounds, anchor, places)
  enterTies(grounds.sight, anchor, places)
  return places
}

function enterSides({ sight: { tree }, rivals, commas }: Grounds, { cue, head, window }: Anchor, places: Places): void {
  const own = tree.sentenceOf[head]!
  for (let t = window.first, at = 0; t < window.last; t++, at++) {
    const before = t < cue.first
    if (!before && t < cue.last) {
      places.side[at] = 1
      places.away[at] = places.pauses[at] = places.rivals[at] = 0
      continue
    }
    const step = tree.sentenceOf[t]! - own
    const from = before ? t : cue.last
    const to = before ? cue.first : t + 1
    places.side[at] = step < 0 ? 3 : step > 0 ? 4 : before ? 0 : 2
    places.away[at] = sized(to - from)
    places.pauses[at] = Math.min(MOST_PAUSES, commas[to]! - commas[from]!)
    places.rivals[at] = Math.min(MOST_RIVALS, rivals.sums[to]! - rivals.sums[from]!)
  }
}

function enterQuotes({ sight: { quoteOf, quotes } }: Grounds, { cue, head, window }: Anchor, { quoted, quoteGap }: Places): void {
  const cueQuote = quoteOf[head]!
  for (let t = window.first, at = 0; t < window.last; t++, at++) {
    const own = quoteOf[t]!
    if (own < 0) {
      quoted[at] = 0
      quoteGap[at] = NO_QUOTE
      continue
    }
    const { first, last } = quotes[own]!
    quoted[at] = own === cueQuote ? 2 : 1
    quoteGap[at] = sized(t < cue.first ? cue.first - last : first - cue.last)
  }
}

/** How the tokens of the anchor's window hang together with its cue. */
function enterTies({ tagged: { heads }, tree, prose, hasGrammar }: Sight, { head, window }: Anchor, { depth, branch }: Places): void {
  depth.fill(OTHER_SENTENCE, 0, window.last - window.first)
  for (let t = window.first; t < window.last; t++) branch[t - window.first] = t
  if (!hasGrammar) return
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
}

/** For each token of the cue's sentence how many steps it lies above the cue; -1 when it does not. */
function stepsUp(heads: Int32Array, head: number, { first, last }: Run): Int8Array {
  const steps = new Int8Array(last - first).fill(-1)
  for (let at = head, step = 0; at >= 0 && step < MOST_STEPS; at = heads[at]!, step++) steps[at - first] = step
  return steps
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
