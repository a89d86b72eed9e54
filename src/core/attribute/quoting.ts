import { child, type Run, subtree } from "../tree.ts"
import { contentOf, type Option, type Speaker } from "./option.ts"
import type { Quote, Sight } from "./sight.ts"
import { speaker } from "./speakers.ts"
import { cueOf } from "./verbs.ts"

/** Words passed on, and the tokens in which the cue of the one who passes them on may lie: that attribution gives way. */
export interface Quoting {
  readonly option: Option
  readonly over: Run
}

/**
 * “The Post quoted an official *as saying* it was safe”; “‘It is safe,’ the Post reported, *quoting* an official”: the official speaks, the Post
 * passes it on.
 */
export function quotingOf(sight: Sight): Quoting[] {
  const { tagged, forms } = sight
  const found: Quoting[] = []
  for (let verb = 0; verb < forms.length; verb++) {
    const quotes = QUOTE.has(tagged.lemmas[verb]!) && /^VB[DZPN]$/.test(tagged.tags[verb]!)
    const quoting = quotes ? asSaying(sight, verb) : forms[verb] === "quoting" ? quotedBefore(sight, verb) : null
    if (quoting) found.push(quoting)
  }
  return found
}

const QUOTE = new Set(["quote", "cite"])

/** “quoted an official *as saying*”, “who was *quoted as saying*” */
function asSaying(sight: Sight, verb: number): Quoting | null {
  const { forms, tree, prose, tagged } = sight
  const { last } = prose.sentences[tree.sentenceOf[verb]!]!
  for (let as = verb + 1; as < Math.min(last - 2, verb + AS_REACH); as++) {
    const saying = as + 1
    if (forms[as] !== "as" || !/^(saying|telling|stating|reporting|writing)$/.test(forms[saying]!)) continue
    const passive = tagged.tags[verb] === "VBN" && (as === verb + 1 || (forms[verb + 1] === "by" && isAuxiliary(forms[verb - 1]!)))
    const who = passive ? subjectOf(sight, verb) : objectBetween(sight, verb, as)
    if (!who) return null
    const cue = passive ? { first: cueOf(sight, verb).first, last: saying + 1 } : { first: saying, last: saying + 1 }
    const end = Math.max(tree.right[saying]! + 1, tree.right[verb]! + 1)
    const first = byEnd(sight, saying + 1, end)
    const behind = first < end && forms[first] !== "." ? { first, last: end } : quoteUpTo(sight, who.run.first)
    if (!behind) return null
    const content = contentOf(sight, [behind], cue, saying, who.run)
    const option = content && { rule: "quoting", cue, cueHead: saying, source: who.run, sourceHead: who.head, content }
    return option && { option, over: { first: verb, last: saying + 1 } }
  }
  return null
}

function isAuxiliary(word: string): boolean {
  return /^(was|were|is|are|been|being)$/.test(word)
}

/** “as saying *by Coast Radio* that …”: behind whoever quotes. */
function byEnd({ forms, tagged }: Sight, first: number, last: number): number {
  if (forms[first] !== "by") return first
  let end = first + 1
  while (end < last && /^(NN|DT|JJ|POS|HYPH)/.test(tagged.tags[end]!)) end++
  return end
}

/** “*‘Nothing was agreed,’* Vale was quoted as saying”: the quotation that ends right before. */
function quoteUpTo({ quotes }: Sight, token: number): Run | null {
  return quotes.find(({ last }) => last <= token && last >= token - 1) ?? null
}

/** How far behind “quoted” its “as saying” may stand. Tokens. */
const AS_REACH = 16

function subjectOf(sight: Sight, verb: number): Speaker | null {
  const subject = child(sight.tree, sight.tagged, verb, "nsubjpass", "nsubj")
  return subject === null ? null : speaker(sight, subject, verb)
}

function objectBetween(sight: Sight, verb: number, as: number): Speaker | null {
  const object = sight.tree.children[verb]!.find(each => each > verb && each < as && /^(dobj|nsubj)$/.test(sight.tagged.labels[each]!))
  if (object === undefined) return null
  return { run: { first: Math.max(verb + 1, sight.tree.left[object]!), last: as }, head: object }
}

/** “‘…,’ the Post reported, *quoting an official*. ‘…’”: what stands in quotation marks before it. */
function quotedBefore(sight: Sight, verb: number): Quoting | null {
  const { tagged, tree, prose, quotes, quoteOf } = sight
  const object = child(tree, tagged, verb, "dobj")
  if (object === null || object < verb || quoteOf[verb]! >= 0) return null
  const { first } = prose.sentences[tree.sentenceOf[verb]!]!
  let end = verb - 1
  while (end >= first && quoteOf[end]! < 0 && verb - 1 - end < QUOTE_REACH) end--
  const before = end >= first ? quotes[quoteOf[end]!] : undefined
  if (!before || before.last - before.first < LEAST_QUOTED) return null
  const after = quoteBehind(sight, object, before.block)
  const who = { first: verb + 1, last: endOf(sight, subtree(tree, object)) }
  const cue = { first: verb, last: verb + 1 }
  const content = contentOf(sight, after ? [before, after] : [before], cue, verb, who)
  const option = content && { rule: "quoting", cue, cueHead: verb, source: who, sourceHead: object, content }
  return option && { option, over: { first: before.last, last: verb + 1 } }
}

/** The first quotation of the block that begins close behind a token. */
function quoteBehind({ quotes, quoteOf }: Sight, token: number, block: number): Quote | undefined {
  for (let at = token + 1; at <= token + NEXT_REACH; at++) {
    const quote = quotes[quoteOf[at] ?? -1]
    if (quote?.first === at && quote.block === block) return quote
  }
  return undefined
}

/** Tokens. */
const NEXT_REACH = 8
const LEAST_QUOTED = 5
const QUOTE_REACH = 12

function endOf({ forms, quoteOf }: Sight, { first, last }: Run): number {
  let end = first
  while (end < last && !/^[,.;:]$/.test(forms[end]!) && quoteOf[end]! < 0) end++
  return end
}
