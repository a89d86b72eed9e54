import type { Run } from "../tree.ts"
import { edgeRows, sourceRows } from "./edge-clues.ts"
import { type Hashes, one, sized, three, two } from "./hashes.ts"
import { length, type Option } from "./option.ts"
import { Rows } from "./rows.ts"
import type { Sight } from "./sight.ts"

/** One buffer serves all options. */
const rows = new Rows()

/** What speaks for something being attributed by this cue at all, whatever the source and content. */
export function cueRows(sight: Sight, hashes: Hashes, { cueHead, cue, odds }: Option): Int32Array {
  const { lemma, tag, label, role, form, count } = hashes
  const { tagged, quoteOf } = sight
  const own = lemma[cueHead]!
  const kind = tag[cueHead]!
  const any = bucket(odds?.any ?? 0, 0.5)
  const above = tagged.heads[cueHead]! >= 0 ? tagged.heads[cueHead]! : count
  const quoted = quoteOf[cueHead]! >= 0 ? 1 : 0
  rows.add(one(1, 0))
  rows.add(one(2, any))
  rows.add(two(3, any, kind))
  rows.add(two(4, any, own))
  rows.add(one(5, own))
  rows.add(two(6, own, kind))
  rows.add(two(7, own, label[cueHead]!))
  rows.add(two(8, kind, label[cueHead]!))
  rows.add(three(9, own, form[cue.last]!, quoted))
  rows.add(three(10, kind, form[cue.last]!, quoted))
  rows.add(two(11, own, form[cue.first > 0 ? cue.first - 1 : count]!))
  rows.add(three(12, kind, role[cueHead]!, quoted))
  rows.add(three(13, label[cueHead]!, lemma[above]!, kind))
  rows.add(two(14, own, quoted))
  rows.add(three(15, any, quoted, label[cueHead]!))
  return rows.done()
}

/** A logarithm in steps of `step`, cut at either end. */
function bucket(value: number, step: number): number {
  return Math.max(-24, Math.min(24, Math.round(value / step)))
}

/** What speaks for this extent, this source and this content. */
export function optionRows(sight: Sight, hashes: Hashes, option: Option): Int32Array {
  chainRows(hashes, option)
  cueExtentRows(hashes, option)
  contentRows(sight, hashes, option)
  edgeRows(rows, { sight, hashes, option })
  sourceRows(rows, { sight, hashes, option }, orderOf(option))
  return rows.done()
}

/** What the chains thought. */
function chainRows({ tag, lemma }: Hashes, { odds, cueHead, source, content }: Option): void {
  if (!odds) {
    rows.add(one(19, 0))
    return
  }
  const kind = tag[cueHead]!
  const reading = bucket(odds.reading, 0.5)
  const behind = bucket(odds.behind, 0.35)
  const extent = bucket(odds.extent, 0.35)
  const shape = (source ? 1 : 0) + 2 * Math.min(3, content.length)
  rows.add(one(20, reading))
  rows.add(two(21, reading, shape))
  rows.add(one(22, behind))
  rows.add(two(23, behind, shape))
  rows.add(two(24, odds.readingRank, odds.extentRank))
  rows.add(one(25, extent))
  rows.add(two(26, extent, kind))
  rows.add(two(27, extent, behind))
  rows.add(two(28, bucket(odds.any, 1), bucket(odds.reading, 1)))
  rows.add(two(29, behind, kind))
  rows.add(two(30, shape, kind))
  rows.add(two(31, shape, lemma[cueHead]!))
}

function cueExtentRows({ form, tag, lemma, count }: Hashes, { cue, cueHead }: Option): void {
  const last = cue.last - 1
  const own = lemma[cueHead]!
  rows.add(two(32, sized(cue.last - cue.first), tag[cueHead]!))
  rows.add(three(33, tag[cue.first]!, tag[last]!, sized(cue.last - cue.first)))
  rows.add(two(34, form[cue.first]!, tag[cueHead]!))
  rows.add(two(35, form[last]!, own))
  rows.add(two(36, own, form[cue.last]!))
  rows.add(three(37, tag[last]!, tag[cue.last]!, form[cue.last]!))
  rows.add(three(38, tag[cue.first > 0 ? cue.first - 1 : count]!, tag[cue.first]!, tag[cueHead]!))
  rows.add(two(39, own, sized(cueHead - cue.first) * 16 + sized(cue.last - cueHead)))
}

function contentRows(sight: Sight, hashes: Hashes, option: Option): void {
  const { form, lemma, tag } = hashes
  const { tree, prose } = sight
  const { cue, cueHead, content } = option
  const own = lemma[cueHead]!
  const kind = tag[cueHead]!
  const first = content[0]!
  const last = content.at(-1)!
  const order = orderOf(option)
  const quoted = quotedShare(sight, content)
  const beside = besideQuotes(sight, option)
  const tokens = sized(length(content))
  const sentences = sized(tree.sentenceOf[last.last - 1]! - tree.sentenceOf[first.first]!)
  rows.add(two(40, order, kind))
  rows.add(two(41, order, own))
  rows.add(two(42, order, tokens))
  rows.add(two(43, tokens, content.length))
  rows.add(two(44, tokens, own))
  rows.add(two(45, quoted, order))
  rows.add(two(46, quoted, own))
  rows.add(three(47, quoted, beside, kind))
  rows.add(three(48, quoted, beside, own))
  rows.add(three(49, beside, order, sentences))
  rows.add(two(50, beside, content.length))
  rows.add(two(51, sentences, quoted))
  const end = prose.sentences[tree.sentenceOf[last.last - 1]!]!.last
  const start = prose.sentences[tree.sentenceOf[first.first]!]!.first
  rows.add(three(52, sized(end - last.last), order, quoted))
  rows.add(three(53, sized(first.first - start), order, quoted))
  rows.add(three(54, sized(Math.max(0, first.first - cue.last)), order, kind))
  rows.add(three(55, form[first.first]!, own, order))
  rows.add(two(56, form[first.first]!, order))
  rows.add(two(57, form[last.last - 1]!, order))
  if (content.length > 1) {
    const second = content[1]!
    rows.add(three(58, order, sized(second.first - first.last), quoted))
    rows.add(three(59, form[first.last]!, form[second.first - 1]!, order))
    rows.add(two(60, form[second.first]!, order))
  }
}

/** Source, cue and content in the order they stand. */
function orderOf({ cue, source, content }: Option): number {
  const places: (readonly [number, number])[] = [[cue.first, 2]]
  if (source) places.push([source.first, 1])
  for (const run of content.slice(0, 3)) places.push([run.first, 3])
  return places.sort((a, b) => a[0] - b[0]).reduce((order, [, role]) => order * 4 + role, 0)
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
