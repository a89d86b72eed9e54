import { type Hashes, sized, three, two } from "./hashes.ts"
import type { Option } from "./option.ts"
import type { Rows } from "./rows.ts"
import type { Sight } from "./sight.ts"

/** An option in its text. */
export interface Weighing {
  readonly sight: Sight
  readonly hashes: Hashes
  readonly option: Option
}

/** Whether the content begins and ends where the grammar does, and what stands outside its edges. */
export function edgeRows(rows: Rows, { sight, hashes, option }: Weighing): void {
  const { tree, tagged, quoteOf } = sight
  const { form, tag, label, count, lemma } = hashes
  const { content, cueHead } = option
  const own = lemma[cueHead]!
  const kind = tag[cueHead]!
  const runs = content.length > 2 ? [content[0]!, content.at(-1)!] : content
  for (let at = 0; at < runs.length; at++) {
    const { first, last } = runs[at]!
    const b = first > 0 ? first - 1 : count
    const opens = topmost(tree.left, tagged.heads, first)
    const closes = topmost(tree.right, tagged.heads, last - 1)
    const whole = opens === closes ? 1 : tree.right[opens]! === last - 1 ? 2 : tree.right[opens]! < last ? 3 : 4
    const tie = tagged.heads[opens] === cueHead ? 1 : tagged.heads[opens]! >= first && tagged.heads[opens]! < last ? 2 : 3
    rows.add(three(61, at, form[b]!, tag[first]!))
    rows.add(three(62, at, form[first]!, label[opens]!))
    rows.add(three(63, label[opens]!, whole * 4 + tie, kind))
    rows.add(three(64, label[opens]!, tag[opens]!, tie))
    rows.add(three(65, label[opens]!, own, tie))
    rows.add(three(66, label[closes]!, tag[closes]!, whole))
    rows.add(three(67, at, form[last - 1]!, form[last]!))
    rows.add(three(68, at, tag[last - 1]!, tag[last]!))
    rows.add(three(69, form[last]!, tag[Math.min(last + 1, count)]!, whole))
    rows.add(three(70, form[last]!, form[Math.min(last + 1, count)]!, at))
    rows.add(three(71, form[b]!, form[first]!, at))
    rows.add(three(72, tag[b]!, tag[first]!, tie))
    const marks = crossing(quoteOf, first, b) + 2 * crossing(quoteOf, last - 1, last)
    rows.add(three(73, marks, at, whole))
    rows.add(three(74, marks, form[first]!, form[last - 1]!))
    rows.add(three(75, marks, form[last]!, kind))
    rows.add(three(76, label[opens]!, form[first]!, own))
    rows.add(three(77, whole, tie, label[closes]!))
  }
}

/** 0 where the edge lies outside quotations, 1 where it is a quotation's own edge, 4 where it cuts through one. */
function crossing(quoteOf: Int32Array, within: number, outside: number): number {
  if (quoteOf[within]! < 0) return 0
  return quoteOf[outside] === quoteOf[within] ? 4 : 1
}

/** The token highest in the tree whose subtree reaches, on this side, just to `edge`. */
function topmost(reach: Int32Array, heads: Int32Array, edge: number): number {
  if (reach[edge]! !== edge) return edge
  let at = edge
  for (let head = heads[at]!; head >= 0 && reach[head] === edge; head = heads[head]!) at = head
  return at
}

/** What speaks for the source: its words, how it hangs together with the cue, and what stands at its edges. */
export function sourceRows(rows: Rows, weighing: Weighing, order: number): void {
  const { sight, hashes, option } = weighing
  const { source, sourceHead: head, cueHead, cue, content } = option
  if (!source || head === null) {
    noSourceRows(rows, weighing)
    return
  }
  const { tagged, tree, quoteOf } = sight
  const { form, lemma, tag, label, name, count } = hashes
  const own = lemma[cueHead]!
  const kind = tag[cueHead]!
  const b = source.first > 0 ? source.first - 1 : count
  const hung = tagged.heads[head] === cueHead ? 1 : tagged.heads[cueHead] === head ? 2 : 0
  const gap = source.first < cue.first ? sized(cue.first - source.last) : 20 + sized(source.first - cue.last)
  const whole = (tree.left[head] === source.first ? 1 : 0) + (tree.right[head] === source.last - 1 ? 2 : 0)
  rows.add(two(80, lemma[head]!, kind))
  rows.add(two(81, lemma[head]!, own))
  rows.add(three(82, name[head]!, tag[head]!, own))
  rows.add(three(83, name[head]!, tag[head]!, gap))
  rows.add(three(84, label[head]!, hung, kind))
  rows.add(three(85, label[head]!, hung, own))
  rows.add(three(86, gap, hung, order))
  rows.add(three(87, sized(source.last - source.first), whole, hung))
  rows.add(three(88, form[source.first]!, whole, hung))
  rows.add(two(89, form[source.first]!, form[b]!))
  rows.add(three(90, form[source.last - 1]!, form[source.last]!, whole))
  rows.add(three(91, tag[source.last - 1]!, tag[source.last]!, whole))
  rows.add(three(92, tag[b]!, tag[source.first]!, whole))
  rows.add(three(93, whole, label[head]!, tag[head]!))
  rows.add(three(94, quoteOf[head]! >= 0 ? 1 : 0, quoteOf[cueHead]! >= 0 ? 1 : 0, order))
  rows.add(three(95, tree.sentenceOf[head] === tree.sentenceOf[cueHead] ? 1 : 0, tag[head]!, order))
  rows.add(three(96, form[source.last]!, gap, order))
  rows.add(two(97, Math.min(9, content.length), gap))
}

function noSourceRows(
  rows: Rows,
  { sight: { tagged, tree }, hashes: { lemma, tag, form, label }, option: { cueHead, cue } }: Weighing,
): void {
  const subject = tree.children[cueHead]!.find(each => tagged.labels[each]!.startsWith("nsubj"))
  const passive = subject !== undefined && tagged.labels[subject] === "nsubjpass" ? 1 : 0
  rows.add(two(100, lemma[cueHead]!, passive))
  rows.add(two(101, tag[cueHead]!, passive))
  rows.add(two(102, form[cue.first]!, tag[cueHead]!))
  rows.add(two(103, label[cueHead]!, tag[cueHead]!))
  rows.add(two(104, subject === undefined ? 0 : lemma[subject]!, passive))
}
