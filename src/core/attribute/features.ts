import type { Run } from "../tree.ts"
import type { Option } from "./option.ts"
import { length } from "./option.ts"
import type { Sight } from "./sight.ts"

/** Rows of the weight table: 2^17. */
export const TABLE_BITS = 17
const TABLE_MASK = (1 << TABLE_BITS) - 1

/** Hashes of what each token is, made once so that features are made of numbers alone. */
export interface Hashes {
  readonly lemma: Int32Array
  readonly form: Int32Array
  readonly tag: Int32Array
  readonly label: Int32Array
  /** Kind of the name the token stands in; 0 outside names. */
  readonly name: Int32Array
}

export function hashesOf({ tagged, forms }: Sight): Hashes {
  const count = forms.length
  const name = new Int32Array(count)
  for (const { first, last, kind } of tagged.names) name.fill(hash(kind), first, last)
  const of = (words: readonly string[]) => Int32Array.from(words, hash)
  return { lemma: of(tagged.lemmas), form: of(forms), tag: of(tagged.tags), label: of(tagged.labels), name }
}

/** FNV-1a over UTF-16 code units. http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hash(word: string): number {
  let h = 0x811c9dc5
  for (let at = 0; at < word.length; at++) h = Math.imul(h ^ word.charCodeAt(at), 0x01000193)
  return h | 0
}

/** Two hashes made one; the order counts. MurmurHash3's finishing steps. */
function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35)
  return h ^ (h >>> 13)
}

/** Collects the rows of the weight table that speak for or against one option. */
export class Rows {
  readonly rows: number[] = []
  private readonly add = (template: number, value: number) => {
    this.rows.push(mix(template, value) & TABLE_MASK)
  }
  readonly one: (template: number, a: number) => void = (template, a) => this.add(template, a)
  readonly two: (template: number, a: number, b: number) => void = (template, a, b) => this.add(template, mix(a, b))
  readonly three: (template: number, a: number, b: number, c: number) => void = (template, a, b, c) => this.add(template, mix(mix(a, b), c))
}

const OUTSIDE = hash("<outside>")

/** What speaks for the cue being one at all, whatever its source and content. Shared by all options of a cue. */
export function cueRows(sight: Sight, hashes: Hashes, head: number): readonly number[] {
  const { tagged, tree, quoteOf, prose } = sight
  const rows = new Rows()
  const at = (list: Int32Array, token: number) => (token >= 0 && token < list.length ? list[token]! : OUTSIDE)
  const lemma = hashes.lemma[head]!
  const tag = hashes.tag[head]!
  const above = tagged.heads[head]!
  const sentence = prose.sentences[tree.sentenceOf[head]!]!
  const role = hash(prose.blocks[sentence.block]?.role ?? "")
  rows.one(1, lemma)
  rows.two(2, lemma, tag)
  rows.two(3, lemma, hashes.label[head]!)
  rows.one(4, hashes.label[head]!)
  rows.two(5, tag, hashes.label[head]!)
  rows.two(6, at(hashes.lemma, above), hashes.label[head]!)
  rows.two(7, lemma, at(hashes.form, head + 1))
  rows.two(8, lemma, at(hashes.form, head - 1))
  rows.two(9, tag, at(hashes.form, head + 1))
  rows.two(10, at(hashes.tag, head - 1), tag)
  rows.two(11, at(hashes.tag, head - 1), at(hashes.tag, head + 1))
  rows.two(12, at(hashes.lemma, head + 1), at(hashes.lemma, head + 2))
  rows.one(13, quoteOf[head]! >= 0 ? 1 : 0)
  rows.two(14, quoteOf[head]! >= 0 ? 1 : 0, lemma)
  rows.two(15, role, tag)
  let dependents = 0
  for (const each of tree.children[head]!) {
    const label = hashes.label[each]!
    dependents = mix(dependents, label)
    rows.two(16, label, tag)
    rows.two(17, label, lemma)
    if (AROUND_VERB.has(tagged.labels[each]!)) rows.three(18, label, hashes.lemma[each]!, lemma)
    if (AROUND_VERB.has(tagged.labels[each]!)) rows.two(19, label, hashes.lemma[each]!)
    if (tagged.labels[each] === "nmod") rows.two(20, lemma, hashes.form[tree.left[each]!]!)
  }
  rows.one(21, dependents)
  return rows.rows
}

const AROUND_VERB = new Set(["aux", "auxpass", "neg", "cop", "advmod", "compound:prt", "mark", "det", "case", "amod", "nmod:poss"])

/** Lengths as people feel them. */
function sized(count: number): number {
  return count < 6 ? count : count < 10 ? 6 : count < 18 ? 7 : count < 35 ? 8 : count < 70 ? 9 : 10
}

/** What speaks for this source and this content. */
export function optionRows(sight: Sight, hashes: Hashes, option: Option): readonly number[] {
  const { tagged, tree, forms } = sight
  const rows = new Rows()
  const { cueHead, cue, source, sourceHead, content } = option
  const lemma = hashes.lemma[cueHead]!
  const tag = hashes.tag[cueHead]!
  const rule = hash(option.rule)
  const first = content[0]!
  const last = content.at(-1)!
  const opens = hashes.form[first.first]!
  const closes = hashes.form[last.last - 1]!
  const order = orderOf(option)
  rows.one(40, rule)
  rows.two(41, rule, lemma)
  rows.two(42, rule, tag)
  rows.two(43, rule, opens)
  rows.two(44, rule, order)
  rows.three(45, rule, lemma, opens)
  rows.two(46, rule, sized(length(content)))
  rows.two(47, rule, content.length)
  rows.two(48, order, lemma)
  rows.two(49, opens, lemma)
  rows.one(50, opens)
  rows.two(51, rule, closes)
  rows.three(52, rule, hashes.form[last.last] ?? OUTSIDE, tag)
  rows.two(53, hashes.form[first.first - 1] ?? OUTSIDE, rule)
  rows.two(54, hashes.tag[first.first]!, rule)
  rows.two(55, hashes.tag[last.last - 1]!, rule)
  const quoted = quotedShare(sight, content)
  const beside = besideQuotes(sight, option)
  rows.two(63, beside, rule)
  rows.three(64, beside, quoted, rule)
  rows.three(65, beside, quoted, lemma)
  rows.two(56, quoted, rule)
  rows.two(57, quoted, lemma)
  rows.three(58, quoted, order, tag)
  const end = sight.prose.sentences[tree.sentenceOf[last.last - 1]!]!.last
  rows.two(59, sized(end - last.last), rule)
  rows.two(60, sized(Math.max(0, first.first - cue.last)), rule)
  rows.two(61, sized(tree.sentenceOf[last.last - 1]! - tree.sentenceOf[first.first]!), rule)
  const start = sight.prose.sentences[tree.sentenceOf[first.first]!]!.first
  rows.two(62, sized(first.first - start), rule)
  if (source && sourceHead !== null) {
    const subject = tagged.labels[sourceHead]!
    rows.two(70, hashes.lemma[sourceHead]!, tag)
    rows.two(71, hashes.lemma[sourceHead]!, lemma)
    rows.two(72, hashes.name[sourceHead]!, hashes.tag[sourceHead]!)
    rows.three(73, hashes.name[sourceHead]!, hashes.tag[sourceHead]!, lemma)
    rows.three(74, hashes.name[sourceHead]!, hashes.tag[sourceHead]!, rule)
    rows.two(75, hash(subject), rule)
    rows.two(76, sized(source.last - source.first), rule)
    rows.two(77, source.first < cue.first ? sized(cue.first - source.last) : 20 + sized(source.first - cue.last), rule)
    rows.two(78, hashes.form[source.first]!, tag)
    rows.two(79, hashes.form[source.last] ?? OUTSIDE, rule)
    rows.two(80, hashes.form[source.first - 1] ?? OUTSIDE, rule)
    rows.two(81, tagged.heads[sourceHead] === cueHead ? 1 : 0, lemma)
    rows.two(82, tagged.heads[sourceHead] === cueHead ? 1 : 0, rule)
  } else {
    rows.two(90, rule, tag)
    rows.two(91, lemma, rule)
    rows.two(92, forms[cue.first] === "is" ? 1 : 0, tag)
  }
  return rows.rows
}

/** Source, cue and content in the order they stand. */
function orderOf({ cue, source, content }: Option): number {
  const places: readonly (readonly [number, number])[] = [
    [source?.first ?? -1, 1],
    [cue.first, 2],
    ...content.map((run): readonly [number, number] => [run.first, 3]),
  ]
  return [...places].sort((a, b) => a[0] - b[0]).reduce((order, [, role]) => order * 4 + role, 0)
}

/** Whether a quotation ends right before source and cue (1), or begins right behind them (2). */
function besideQuotes({ quoteOf }: Sight, { cue, source }: Option): number {
  const own = quoteOf[cue.first]!
  const near = source && Math.abs(source.first - cue.first) < 12 ? source : cue
  const first = Math.min(cue.first, near.first)
  const last = Math.max(cue.last, near.last)
  const marked = (token: number) => (quoteOf[token] ?? -1) >= 0 && quoteOf[token] !== own
  return (marked(first - 1) || marked(first - 2) ? 1 : 0) + (marked(last) || marked(last + 1) ? 2 : 0)
}

/** 0: nothing in quotation marks; 1: begins there; 2: ends there; 3: both; 4: one quotation throughout. */
function quotedShare({ quoteOf }: Sight, content: readonly Run[]): number {
  const start = quoteOf[content[0]!.first]!
  const last = content.at(-1)!
  const end = quoteOf[last.last - 1]!
  if (start >= 0 && end >= 0) return start === end && content.length === 1 ? 4 : 3
  return start >= 0 ? 1 : end >= 0 ? 2 : 0
}

/** Whether another cue's content, chosen with more confidence, holds this one, and how. Second look only. */
export function neighbourRows(hashes: Hashes, option: Option, inside: number, over: number): readonly number[] {
  const rows = new Rows()
  const lemma = hashes.lemma[option.cueHead]!
  const rule = hash(option.rule)
  rows.one(100, inside)
  rows.two(101, inside, lemma)
  rows.two(102, inside, rule)
  rows.one(103, over)
  rows.two(104, over, rule)
  rows.three(105, inside, over, rule)
  return rows.rows
}
