import type { Run } from "../tree.ts"
import { type Option, trimmed } from "./option.ts"
import type { Sight } from "./sight.ts"

/**
 * The bounds of contents set right where the words leave no choice: what only tells when, where and in which book something was said is none of what
 * was said. Rules for constructions that corpora hold too few of; each leaves alone what it does not know.
 */
export function bounded<Found extends { readonly option: Option }>(sight: Sight, found: readonly Found[]): Found[] {
  const options = found.map(({ option }) => option)
  const starts = new Set(options.flatMap(({ cue, source }) => [cue.first, source?.first ?? cue.first]))
  return found
    .filter(({ option }) => !isCitation(sight, option, options))
    .map(each => ({ ...each, option: RULES.reduce((option, rule) => rule({ sight, option, starts }), each.option) }))
}

interface Place {
  readonly sight: Sight
  readonly option: Option
  /** Where the cues and sources of all options begin. */
  readonly starts: ReadonlySet<number>
}

type Rule = (place: Place) => Option

/** “reported on Monday, *citing two officials, that the gate was open*”: the content is that of “reported”. */
function isCitation({ forms }: Sight, { cue, cueHead, content }: Option, all: readonly Option[]): boolean {
  if (forms[cueHead] !== "citing") return false
  const holds = (run: Run) => content.some(({ first, last }) => first < run.first && run.last <= last)
  return all.some(other => other.cue.first < cue.first && other.content.some(holds))
}

/** “claimed, *in her new book “Low Water,”* that the gate was open” */
function withoutInsertion({ sight, option }: Place): Option {
  const { forms, tagged, prose, tree } = sight
  const [piece, ...others] = option.content
  const first = option.cue.last + 1
  if (!piece || others.length > 0 || forms[first - 1] !== "," || piece.first < first - 1 || piece.first > first + LONGEST_INSERTION)
    return option
  if (!/^(?:IN|TO)$/.test(tagged.tags[first]!) || forms[first] === "that") return option
  const end = prose.sentences[tree.sentenceOf[option.cueHead]!]!.last
  for (let token = first; token < Math.min(end, first + LONGEST_INSERTION); token++) {
    if (isTensed(sight, token)) return option
    if (forms[token] !== "that" || !/^(?:,|”|"|'')$/.test(forms[token - 1]!)) continue
    const content = trimmed(sight, { first: token, last: end })
    return content ? { ...option, content: [content] } : option
  }
  return option
}

const LONGEST_INSERTION = 16

/** “that he had sold it, *but in a talk with Coast Radio*, he said …”: what follows the comma belongs to the next verb of saying. */
function withoutNextBeginning({ sight, option, starts }: Place): Option {
  const { forms } = sight
  const piece = option.content.at(-1)
  if (!piece || !(starts.has(piece.last) || (forms[piece.last] === "," && starts.has(piece.last + 1)))) return option
  for (let token = piece.last - 1; token > piece.first && !isTensed(sight, token); token--) {
    if (!/^(?:but|and|while|though|although)$/.test(forms[token]!) || forms[token - 1] !== ",") continue
    return { ...option, content: [...option.content.slice(0, -1), { first: piece.first, last: token - 1 }] }
  }
  return option
}

/** “*but in a talk with Coast Radio*, he said, “I did””: a piece before the cue that says nothing, beside a quotation. */
function withoutCircumstance({ sight, option }: Place): Option {
  const { quoteOf, tagged } = sight
  const isQuoted = ({ first }: Run) => quoteOf[first]! >= 0
  if (!option.content.some(isQuoted)) return option
  const kept = option.content.filter(
    run => isQuoted(run) || run.last > option.cue.first || !/^(?:CC|IN|RB|TO)$/.test(tagged.tags[run.first]!) || says(sight, run),
  )
  return kept.length < option.content.length ? { ...option, content: kept } : option
}

/** “Ott said she would stand, *according to Coast Radio*”: the outlet tells it, Ott does not. */
function withoutAccording({ sight, option, starts }: Place): Option {
  const { forms, quoteOf } = sight
  const piece = option.content.at(-1)
  if (!piece || piece.first < option.cue.last) return option
  for (let token = piece.last - 2; token > piece.first + 1; token--) {
    if (forms[token] !== "according" || forms[token - 1] !== "," || quoteOf[token]! >= 0 || !starts.has(token)) continue
    return { ...option, content: [...option.content.slice(0, -1), { first: piece.first, last: token - 1 }] }
  }
  return option
}

/** “told investigators *in July* that …”, “said *last week* she had …”: right behind the cue, before the clause begins. */
function withoutTime({ sight, option }: Place): Option {
  const { forms, tagged, quoteOf } = sight
  const [piece, ...others] = option.content
  if (!piece || piece.first < option.cue.last || quoteOf[piece.first]! >= 0) return option
  const first = /^(?:on|in|last|late|early|earlier)$/.test(forms[piece.first]!) ? piece.first + 1 : piece.first
  let end = first
  while (end < Math.min(piece.last - 2, first + LONGEST_TIME) && TIME.test(forms[end]!)) end++
  const begins = forms[end] === "that" || (tagged.tags[end] === "PRP" && /^nsubj/.test(tagged.labels[end]!))
  return end > first && begins ? { ...option, content: [{ first: end, last: piece.last }, ...others] } : option
}

const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|aug|sept?|oct|nov|dec)\.|yesterday|week|month|year|this|last|late|early|(?:19|20)\d\d|[0-3]?\d|,)$/
/** Tokens. */
const LONGEST_TIME = 6

/** “congratulated Ruiz on her win *last week while speaking in Port Salloway*”: when and where, behind a deed done by words. */
function withoutTail({ sight, option }: Place): Option {
  const { forms, tagged } = sight
  const [piece, ...others] = option.content
  if (!piece || others.length > 0 || piece.first !== option.cue.last || !EXPRESSIVE.has(tagged.lemmas[option.cueHead]!)) return option
  for (let token = piece.first + 1; token < piece.last && !isTensed(sight, token); token++) {
    const dated =
      /^(?:last|this|earlier)$/.test(forms[token]!) &&
      /^(?:week|month|year|night|friday|(?:mon|tues|wednes|thurs|satur|sun)day)$/.test(forms[token + 1] ?? "")
    const meanwhile = /^(?:while|when|as)$/.test(forms[token]!) && tagged.tags[token + 1] === "VBG"
    if (dated || meanwhile) return { ...option, content: [{ first: piece.first, last: token }] }
  }
  return option
}

const EXPRESSIVE = new Set("congratulate thank praise applaud condemn criticize criticise commend salute welcome greet mourn".split(" "))

/** “Harbor Council *Denies* Ruiz and Brask Met”: in a headline all before the verb speaks, and all behind it is said. */
function wholeHeadline({ sight, option }: Place): Option {
  const { prose, tree, forms } = sight
  const { first, last, block } = prose.sentences[tree.sentenceOf[option.cueHead]!]!
  const [piece, ...others] = option.content
  if (prose.blocks[block]!.role !== "title" || !HEADLINE_VERBS.has(forms[option.cueHead]!)) return option
  if (!piece || others.length > 0 || piece.first !== option.cue.last || option.cue.first - first > LONGEST_HEADLINE_SOURCE) return option
  const comma = forms.indexOf(",", piece.first)
  const content = trimmed(sight, { first: piece.first, last: comma > 0 && comma < last ? Math.max(comma, piece.last) : last })
  const source = { first, last: option.cue.first }
  if (!content || source.first === source.last || says(sight, source)) return option
  return { ...option, source, sourceHead: option.sourceHead ?? source.last - 1, content: [content] }
}

const HEADLINE_VERBS = new Set("denies says claims confirms admits insists rejects disputes alleges warns urges vows".split(" "))
/** Tokens. */
const LONGEST_HEADLINE_SOURCE = 5

function isTensed({ tagged }: Sight, token: number): boolean {
  return /^(?:VB[DZP]|MD)$/.test(tagged.tags[token]!)
}

function says(sight: Sight, { first, last }: Run): boolean {
  for (let token = first; token < last; token++) if (isTensed(sight, token)) return true
  return false
}

/** Applied in this order, each to what the one before left. */
const RULES: readonly Rule[] = [
  withoutInsertion,
  withoutNextBeginning,
  withoutCircumstance,
  withoutAccording,
  withoutTime,
  withoutTail,
  wholeHeadline,
]
