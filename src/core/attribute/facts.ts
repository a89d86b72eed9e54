import { stepOf } from "./boosted.ts"
import { inRuns, length, type Option, touches } from "./option.ts"
import { RATED, type Rates } from "./rates.ts"
import type { Sight } from "./sight.ts"
import { bestOf, common, type Judged, NEIGHBOURS } from "./weigh.ts"

/** What the facts of an option are told from. */
export interface Asked {
  readonly sight: Sight
  readonly page: Page
  /** The cues of the page as the last look left them, and which of them it is. */
  readonly cues: readonly Judged[]
  readonly at: number
  /** The probability that anything is attributed, as the first look saw it. */
  readonly anyBefore: number
  readonly option: Option
  /** The probability that the option fits, and how far it is behind that of the best of its cue. */
  readonly fitting: number
  readonly behind: number
  /** The probability that it is just as it should be. */
  readonly share: number
  readonly around: Around
  /** Share and count for each thing that is counted of the option. */
  readonly rated: readonly number[]
}

/** The page as a whole. */
export interface Page {
  readonly tokens: number
  readonly mean: number
  /** Number and sum of the probabilities of cues by their lemma. */
  readonly byLemma: ReadonlyMap<string, { readonly count: number; readonly sum: number }>
}

/** The highest probabilities of neighbours that lie to the option in some way. */
export interface Around {
  readonly sentence: number
  readonly inside: number
  readonly shared: number
  readonly lent: number
  readonly named: number
  readonly before: number
  readonly after: number
}

const NO_ODDS = { any: 0, extent: 0, reading: 0, behind: 0 }

/** What trees may ask of an option. A new fact means that weights have to be learnt anew. */
const FACTS: readonly ((asked: Asked) => number)[] = [
  // What the looks and the chains thought.
  ({ fitting }) => fitting,
  ({ share }) => share,
  ({ cues, at, fitting }) => cues[at]!.any - fitting,
  ({ behind }) => behind,
  ({ cues, at }) => cues[at]!.any,
  ({ anyBefore }) => anyBefore,
  ({ cues, at }) => cues[at]!.options.length,
  ({ option }) => (option.odds ?? NO_ODDS).any,
  ({ option }) => (option.odds ?? NO_ODDS).reading,
  ({ option }) => (option.odds ?? NO_ODDS).behind,
  ({ option }) => (option.odds ?? NO_ODDS).extent,
  // The neighbours.
  ({ around }) => around.sentence,
  ({ around }) => around.inside,
  ({ around }) => around.shared,
  ({ around }) => around.lent,
  ({ around }) => around.named,
  ({ around }) => around.before,
  ({ around }) => around.after,
  // The page.
  ({ page, cues, at, option, sight }) => elsewhere(page, sight.tagged.lemmas[option.cueHead]!, cues[at]!),
  ({ page, option, sight }) => page.byLemma.get(sight.tagged.lemmas[option.cueHead]!)?.count ?? 0,
  ({ page }) => page.mean,
  ({ page, cues }) => cues.length / page.tokens,
  ({ page }) => page.tokens,
  ({ page, option }) => option.cueHead / page.tokens,
  // The words themselves.
  ({ option }) => length(option.content),
  ({ option }) => option.content.length,
  ({ option }) => (option.source ? option.source.last - option.source.first : 0),
  ({ option }) => (option.source ? option.source.first - option.cue.first : 0),
  ({ option }) => option.cue.last - option.cue.first,
  ({ option }) => option.content[0]!.first - option.cue.last,
  ({ sight, option }) => quotedShare(sight, option),
  ({ sight, option }) => kindOf(option.sourceHead === null ? undefined : sight.tagged.tags[option.sourceHead]),
  ({ sight, option }) => TAGS.indexOf(sight.tagged.tags[option.cueHead]!),
  ({ sight, option }) => RELATIONS.indexOf(sight.tagged.labels[option.cueHead]!),
  ({ sight, option }) => kindOf(sight.tagged.tags[option.cue.first - 1]),
  ({ sight, option }) => (option.source ? markOf(sight.forms[option.source.last]) : 0),
  ({ sight, option }) => markOf(sight.forms[option.content[0]!.first]),
  ({ sight, option }) => stepsUp(sight, option.sourceHead ?? option.cueHead, option.cueHead),
  // Where they stand in the sentence.
  ({ sight, option }) => sentenceOf(sight, option).last - sentenceOf(sight, option).first,
  ({ sight, option }) => option.cueHead - sentenceOf(sight, option).first,
  ({ sight, option }) => option.content[0]!.first - sentenceOf(sight, option).first,
  ({ sight, option }) => sentenceOf(sight, option).last - option.content.at(-1)!.last,
  // How often such words were right.
  ...Array.from(
    { length: 2 * RATED },
    (_, index) =>
      ({ rated }: Asked) =>
        rated[index]!,
  ),
]

/** The facts of an option as numbers. */
export function factsOf(asked: Asked): Float64Array {
  const facts = new Float64Array(FACTS.length)
  for (let at = 0; at < facts.length; at++) facts[at] = FACTS[at]!(asked)
  return facts
}

/** Facts as the steps of their limits that they reach. */
export function stepsOf(facts: Float64Array, edges: readonly Float32Array[]): Uint8Array {
  const steps = new Uint8Array(facts.length)
  for (let at = 0; at < steps.length; at++) steps[at] = stepOf(edges[at]!, facts[at]!)
  return steps
}

export function pageOf({ tagged: { lemmas } }: Sight, cues: readonly Judged[]): Page {
  const byLemma = new Map<string, { count: number; sum: number }>()
  let sum = 0
  for (const cue of cues) {
    const lemma = lemmas[bestOf(cue).cueHead]!
    const { count, sum: before } = byLemma.get(lemma) ?? { count: 0, sum: 0 }
    byLemma.set(lemma, { count: count + 1, sum: before + cue.confidence })
    sum += cue.confidence
  }
  return { tokens: lemmas.length, mean: sum / Math.max(1, cues.length), byLemma }
}

export function aroundOf({ tree }: Sight, cues: readonly Judged[], at: number, option: Option): Around {
  const own = tree.sentenceOf[option.cueHead]!
  const size = length(option.content)
  let [sentence, inside, shared, lent, named] = [0, 0, 0, 0, 0]
  for (let near = Math.max(0, at - NEIGHBOURS); near < cues.length && near <= at + NEIGHBOURS; near++) {
    if (near === at) continue
    const { confidence } = cues[near]!
    const other = bestOf(cues[near]!)
    if (tree.sentenceOf[other.cueHead] === own) sentence = Math.max(sentence, confidence)
    if (inRuns(other.content, option.cueHead)) inside = Math.max(inside, confidence)
    if (option.sourceHead !== null && inRuns(other.content, option.sourceHead)) lent = Math.max(lent, confidence)
    if (option.source && touches(option.source, { first: other.cueHead, last: other.cueHead + 1 })) named = Math.max(named, confidence)
    const words = common(option.content, other.content)
    if (words > 0) shared = Math.max(shared, (confidence * words) / Math.min(size, length(other.content)))
  }
  return { sentence, inside, shared, lent, named, before: cues[at - 1]?.confidence ?? 0, after: cues[at + 1]?.confidence ?? 0 }
}

/** Share and count, in logarithms, for each row; a row that nothing is known of holds -1 and 0. */
export function ratedOf({ shares, counts }: Rates, rows: readonly number[]): number[] {
  return rows.flatMap(row => (counts[row] === 0 ? [-1, 0] : [shares[row]!, counts[row]!]))
}

/** What other cues of the same lemma are thought of; -1 where there is none. */
function elsewhere({ byLemma }: Page, lemma: string, { confidence }: Judged): number {
  const { count, sum } = byLemma.get(lemma) ?? { count: 0, sum: 0 }
  return count > 1 ? (sum - confidence) / (count - 1) : -1
}

function sentenceOf({ prose, tree }: Sight, { cueHead }: Option) {
  return prose.sentences[tree.sentenceOf[cueHead]!]!
}

function quotedShare({ quoteOf }: Sight, { content }: Option): number {
  let quoted = 0
  for (const { first, last } of content) for (let token = first; token < last; token++) if (quoteOf[token]! >= 0) quoted++
  return quoted / length(content)
}

const FARTHEST = 7

/** Heads from one token up to another; 7 for more, or where it is not above. */
function stepsUp({ tagged: { heads } }: Sight, from: number, to: number): number {
  let steps = 0
  for (let token = from; token >= 0 && steps < FARTHEST; token = heads[token]!) {
    if (token === to) return steps
    steps++
  }
  return FARTHEST
}

const TAGS = ["VBD", "VBZ", "VBP", "VB", "VBG", "VBN", "NN", "NNS", "JJ", "IN"]
const RELATIONS = ["root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "parataxis", "dobj", "nsubj", "nmod"]
const KINDS = [/^PRP/, /^NNP/, /^NN/, /^W/, /^VB/, /^(?:IN|TO)$/, /^(?:DT|CD|JJ)/]
const MARKS = [/^,$/, /^[.!?]$/, /^["“”'‘’`]+$/, /^:$/, /^[-–—;(]+$/]
const SMALL_WORDS = new Map([
  ["that", 6],
  ["and", 7],
  ["but", 7],
  ["or", 7],
  ["to", 8],
])
const OTHER_WORD = 9
const KIND_OF = new Map<string, number>()

/** A class of tags, from 1 on; 0 where there is no token. There are few tags: each is looked at once. */
function kindOf(tag: string | undefined): number {
  if (tag === undefined) return 0
  let kind = KIND_OF.get(tag)
  if (kind === undefined) {
    const place = KINDS.findIndex(each => each.test(tag))
    kind = place < 0 ? KINDS.length + 1 : place + 1
    KIND_OF.set(tag, kind)
  }
  return kind
}

/** A class of marks and small words, from 1 on; 0 where there is no token. */
function markOf(form: string | undefined): number {
  if (form === undefined) return 0
  const code = form.charCodeAt(0)
  if (code >= LETTER_A && code <= LETTER_Z) return SMALL_WORDS.get(form) ?? OTHER_WORD
  const place = MARKS.findIndex(each => each.test(form))
  return place < 0 ? OTHER_WORD : place + 1
}

const LETTER_A = 97
const LETTER_Z = 122
