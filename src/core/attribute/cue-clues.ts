import type { Clues } from "./chain.ts"
import { type Hashes, one, sized, three, two } from "./hashes.ts"
import type { Sight } from "./sight.ts"
import { Telling } from "./telling.ts"

/** Labels of the chain that finds cues; 0 stands outside of them. */
export const BEGINS = 1
export const GOES_ON = 2
export const CUE_LABELS = 3

/** Rows of its weight tables: 2^20 for labels, 2^13 for pairs. */
export const CUE_UNARY_BITS = 20
export const CUE_EDGE_BITS = 13

/** Room for what speaks for one token. */
const MOST_UNARY = 120
const MOST_EDGE = 8

/** Dependents that say what a verb does, by their words. */
const AROUND = new Set(["aux", "auxpass", "neg", "cop", "advmod", "compound:prt", "mark", "det", "case", "amod", "nmod:poss"])
const COMPLEMENT = new Set(["ccomp", "xcomp", "dobj", "advcl", "dep", "parataxis", "acl", "nmod"])
/** Dependents looked at of one token: a list of a thousand names says no more than its first. */
const MOST_DEPENDENTS = 12

const unary = new Telling(1, MOST_UNARY, CUE_UNARY_BITS)
const edge = new Telling(1, MOST_EDGE, CUE_EDGE_BITS)

/** What speaks for each token of a run being a cue, beginning or going on. Holds until it is asked for the next run. */
export function cueClues(sight: Sight, hashes: Hashes, first: number, last: number): Clues {
  const length = last - first
  unary.begin(length)
  edge.begin(length)
  for (let t = first; t < last; t++) {
    unary.told(unaryAt(sight, hashes, t, unary.rows, unary.from))
    edge.told(edgeAt(hashes, t, edge.rows, edge.from))
  }
  return { length, unary, edge }
}

function edgeAt({ tag, form, label, count }: Hashes, t: number, out: Int32Array, from: number): number {
  const b = t > 0 ? t - 1 : count
  let n = from
  out[n++] = one(1, 0)
  out[n++] = one(2, tag[t]!)
  out[n++] = two(3, tag[b]!, tag[t]!)
  out[n++] = one(4, form[t]!)
  out[n++] = two(5, label[t]!, tag[b]!)
  return n
}

function unaryAt(sight: Sight, hashes: Hashes, t: number, out: Int32Array, from: number): number {
  let n = words(hashes, t, out, from)
  if (sight.hasGrammar) n = grammar(sight, hashes, t, out, n)
  return marks(sight, hashes, t, out, n)
}

function words({ lemma, form, tag, label, ending, shape, name, role, count }: Hashes, t: number, out: Int32Array, from: number): number {
  const at = (token: number) => (token >= 0 && token < count ? token : count)
  const [b, b2, b3, a, a2, a3] = [at(t - 1), at(t - 2), at(t - 3), at(t + 1), at(t + 2), at(t + 3)]
  const own = lemma[t]!
  const kind = tag[t]!
  let n = from
  out[n++] = one(1, 0)
  out[n++] = one(2, own)
  out[n++] = two(3, own, kind)
  out[n++] = one(4, form[t]!)
  out[n++] = one(5, kind)
  out[n++] = two(6, ending[t]!, kind)
  out[n++] = two(7, form[b]!, own)
  out[n++] = two(8, own, form[a]!)
  out[n++] = one(10, form[b]!)
  out[n++] = one(11, form[a]!)
  out[n++] = one(12, lemma[b2]!)
  out[n++] = one(13, lemma[a2]!)
  out[n++] = two(14, tag[b]!, kind)
  out[n++] = two(15, kind, tag[a]!)
  out[n++] = three(16, tag[b]!, kind, tag[a]!)
  out[n++] = three(17, tag[b2]!, tag[b]!, kind)
  out[n++] = three(18, kind, tag[a]!, tag[a2]!)
  out[n++] = three(19, own, tag[a]!, tag[a2]!)
  out[n++] = two(20, own, tag[b]!)
  out[n++] = two(21, own, tag[a]!)
  out[n++] = two(24, lemma[b]!, kind)
  out[n++] = two(25, kind, lemma[a]!)
  out[n++] = two(28, own, label[t]!)
  out[n++] = two(29, kind, label[t]!)
  out[n++] = two(30, name[b]!, kind)
  out[n++] = two(31, name[b]!, own)
  out[n++] = two(32, name[a]!, own)
  out[n++] = two(33, shape[t]!, kind)
  out[n++] = two(34, role[t]!, kind)
  out[n++] = two(35, role[t]!, own)
  out[n++] = two(36, lemma[b3]!, kind)
  out[n++] = two(37, kind, lemma[a3]!)
  return n
}

/** What the word hangs from, and what hangs from it. */
function grammar({ tagged, tree }: Sight, hashes: Hashes, t: number, out: Int32Array, from: number): number {
  const { lemma, form, tag, label, name, count } = hashes
  const own = lemma[t]!
  const kind = tag[t]!
  const above = tagged.heads[t]! >= 0 ? tagged.heads[t]! : count
  let n = from
  out[n++] = two(41, label[t]!, lemma[above]!)
  out[n++] = three(42, label[t]!, tag[above]!, kind)
  out[n++] = two(44, label[above]!, label[t]!)
  const dependents = tree.children[t]!
  let kinds = 0
  let frame = 0
  for (let at = 0; at < dependents.length && at < MOST_DEPENDENTS; at++) {
    const each = dependents[at]!
    const relation = tagged.labels[each]!
    const side = each < t ? 0 : 1
    kinds = one(side + 1, kinds ^ label[each]!)
    out[n++] = three(45, label[each]!, kind, side)
    out[n++] = three(46, label[each]!, own, side)
    if (AROUND.has(relation)) {
      out[n++] = two(48, label[each]!, form[each]!)
    }
    if (relation.startsWith("nsubj")) {
      out[n++] = three(50, lemma[each]!, kind, side)
      out[n++] = three(51, tag[each]!, name[each]!, own)
      out[n++] = three(52, tag[each]!, name[each]!, kind)
      frame |= 1
    }
    if (COMPLEMENT.has(relation)) {
      const opens = form[tree.left[each]!]!
      out[n++] = two(54, label[each]!, opens)
      out[n++] = three(57, label[each]!, tag[each]!, own)
      if (relation === "ccomp") frame |= 2
      if (relation === "xcomp") frame |= 4
      if (relation === "dobj") frame |= 8
    }
  }
  out[n++] = two(58, kinds, kind)
  out[n++] = two(59, frame, own)
  out[n++] = three(60, frame, kind, label[t]!)
  return n
}

/** Quotation marks around, colons, and where in its sentence the word stands. */
function marks(
  { quoteOf, quotes, prose, tree }: Sight,
  { lemma, tag, form, count, name }: Hashes,
  t: number,
  out: Int32Array,
  from: number,
): number {
  const sentence = prose.sentences[tree.sentenceOf[t]!]!
  const own = lemma[t]!
  const kind = tag[t]!
  const quote = quoteOf[t]!
  let n = from
  const inside = quote >= 0 ? 1 : 0
  const ahead = distanceTo(quoteOf, quote, t, 1, sentence.last)
  const behind = distanceTo(quoteOf, quote, t, -1, sentence.first - 1)
  out[n++] = two(71, inside, kind)
  out[n++] = two(72, inside, own)
  out[n++] = two(73, ahead, kind)
  out[n++] = two(74, behind, kind)
  out[n++] = two(75, Math.min(ahead, 4) * 16 + Math.min(behind, 4), own)
  out[n++] = three(76, ahead, behind, kind)
  out[n++] = two(77, sized(t - sentence.first), kind)
  out[n++] = two(78, sized(sentence.last - 1 - t), kind)
  const opening = sentence.first > 0 && quoteOf[sentence.first]! >= 0 ? 1 : 0
  out[n++] = two(79, opening * 2 + inside, kind)
  out[n++] = three(80, t === sentence.first ? 1 : 0, own, name[t > 0 ? t - 1 : count]!)
  out[n++] = three(81, sized(t - sentence.first), form[t]!, tag[t > 0 ? t - 1 : count]!)
  if (quote >= 0) out[n++] = two(82, sized(quotes[quote]!.last - quotes[quote]!.first), kind)
  return n
}

/** How far it is to a quotation that the token does not stand in: 1 to 5, 6 for farther on in the sentence, 7 for none. */
function distanceTo(quoteOf: Int32Array, own: number, t: number, way: 1 | -1, end: number): number {
  for (let at = t + way; at !== end; at += way) {
    if (quoteOf[at]! >= 0 && quoteOf[at] !== own) return Math.min(6, Math.abs(at - t))
    if (Math.abs(at - t) > FARTHEST) return 7
  }
  return 7
}

/** How far quotations are looked for, in tokens. */
const FARTHEST = 40
