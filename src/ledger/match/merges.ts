import type { Span } from "../../core/index.ts"
import type { Copy } from "./copies.ts"
import { agencyOf, type Credit } from "./credits.ts"
import { firstHand, ownerOf, type Surroundings } from "./first-hand.ts"
import { descriptionOf } from "./known.ts"
import { sharedRun } from "./pair.ts"
import type { Told } from "./told.ts"

/** Why two statements go back to one first hand, with the words that show it. */
export interface Merge {
  /** The statement that goes back … */
  readonly from: string
  /** … to where this one does. */
  readonly to: string
  readonly reason: Reason
  /** The words that show it, each in its article. */
  readonly spans: readonly (Span & { readonly article: string })[]
}

export type Reason =
  | "same speaker"
  | "same document"
  | "same quoted words"
  | "cites"
  | "agency copy"
  | "links to it"
  | "same unnamed sources"
  | "described alike"
  | "nobody else is meant"

type Rule = (told: readonly Told[], around: Surroundings) => readonly Merge[]

/** Each ties statements that go back to one; together they make the tree. A person can cut any one of them. */
const RULES: readonly Rule[] = [
  sameSpeaker,
  sameUnnamed,
  describedAlike,
  carried,
  reportedBy,
  passedOn,
  repeated,
  copied,
  credited,
  linked,
  polled,
  quotedAlike,
  nobodyElse,
]

/** All reasons for which a claim’s assertions fall together. */
export function mergesOf(told: readonly Told[], around: Surroundings): readonly Merge[] {
  return RULES.flatMap(rule => rule(told, around))
}

function merge(from: Told, to: Told, reason: Reason): Merge {
  const spans = [from, to].flatMap(({ article, cue, content }) => {
    const all = cue ? [cue, ...content] : content
    if (all.length === 0) return []
    return [{ article, start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) }]
  })
  return { from: from.id, to: to.id, reason, spans }
}

/** Everyone with one key goes back to the first who has it. */
function starOf(told: readonly Told[], reason: Reason, key: (told: Told) => string | null): Merge[] {
  const first = new Map<string, Told>()
  const out: Merge[] = []
  for (const each of told) {
    const own = key(each)
    if (own === null) continue
    const before = first.get(own)
    if (before) out.push(merge(each, before, reason))
    else first.set(own, each)
  }
  return out
}

/** “Ruiz told Coast Radio”, “her spokeswoman said”, “her ministry’s letter said”: one voice is one origin, through whatever outlets. */
function sameSpeaker(told: readonly Told[], { kindOf, voiceOf }: Surroundings): readonly Merge[] {
  const heard = told.filter(each => !["nobody", "unnamed"].includes(firstHand(each, kindOf)))
  const isDocument = (each: Told) => firstHand(each, kindOf) === "document"
  const key = (each: Told) => voiceOf(each.source!)
  const spoken = heard.filter(each => !isDocument(each))
  const written = heard.filter(isDocument)
  const whose = written.flatMap(each => {
    const speaker = spoken.find(other => key(other) === key(each))
    return speaker ? [merge(each, speaker, "same document")] : []
  })
  return [...starOf(spoken, "same speaker", key), ...starOf(written, "same document", key), ...whose]
}

/** “two officials told the Post”, “the second official”, “an official, the Post reported”: unnamed sources of one outlet, of one kind. */
function sameUnnamed(told: readonly Told[], { kindOf }: Surroundings): readonly Merge[] {
  const unnamed = told.filter(each => firstHand(each, kindOf) === "unnamed")
  const described = starOf(unnamed, "same unnamed sources", each => {
    const owner = ownerOf(each)
    return owner && `${owner} ${each.unnamed === null ? "" : headOf(each.unnamed)}`
  })
  const only = unnamed.filter(each => each.unnamed === null)
  return [...described, ...only.flatMap(each => withOwner(each, unnamed))]
}

/** “the Post, citing people it did not name”, where others tell who they were. */
function withOwner(each: Told, unnamed: readonly Told[]): Merge[] {
  const to = unnamed.find(other => other.unnamed !== null && ownerOf(other) !== null && ownerOf(other) === ownerOf(each))
  return to ? [merge(each, to, "same unnamed sources")] : []
}

/** The noun of a description, in the singular: “two senior *officials* familiar with the talks”. */
function headOf(description: string): string {
  const words = descriptionOf(description).split(" ")
  const end = words.findIndex(
    (word, at) => at > 0 && /^(of|with|close|familiar|in|at|from|to|who|on|for|briefed|whose|near|inside)$/.test(word),
  )
  return (words[(end < 0 ? words.length : end) - 1] ?? "").replace(/s$/, "")
}

/** “a former harbour manager” of one outlet and of another: so particular that it is taken for one man, and said to be a guess. */
function describedAlike(told: readonly Told[], { kindOf }: Surroundings): readonly Merge[] {
  const unnamed = told.filter(each => firstHand(each, kindOf) === "unnamed" && each.unnamed !== null)
  return starOf(unnamed, "described alike", each => {
    const particular = descriptionOf(each.unnamed!)
      .split(" ")
      .filter(word => word.length > 3 && !VAGUE.test(word))
    return particular.length > 0 ? descriptionOf(each.unnamed!) : null
  })
}

/** Words that describe any source of any story. */
const VAGUE =
  /^(people|person|persons?|sources?|officials?|aides?|familiar|knowledge|direct|matter|talks|situation|briefed|close|insiders?|well|placed|senior|government|anonymity|condition|spoke|with|from|about|thinking|discussions?|investigation|case|decision)$/

/** “*The Post reported* that two officials had said”, “the lawyers told of *what Ott had said*”: who carries another’s word goes back to him. */
function carried(told: readonly Told[], { voiceOf }: Surroundings): readonly Merge[] {
  return told.flatMap(each => {
    if (each.source === null) return []
    const voice = voiceOf(each.source)
    const heard = told.find(
      other => other.source !== null && voiceOf(other.source) !== voice && other.relays.some(relay => voiceOf(relay) === voice),
    )
    const cited = told.find(
      other =>
        other.source !== null && voiceOf(other.source) !== voice && each.cited.some(agent => voiceOf(agent) === voiceOf(other.source!)),
    )
    return [heard, cited].flatMap(to => (to ? [merge(each, to, "cites")] : []))
  })
}

/** “*the Post reported*”, told by another, and the Post’s own article with the steward who told it: it is the steward’s. */
function reportedBy(told: readonly Told[], around: Surroundings): readonly Merge[] {
  return told.flatMap(each => {
    if (!isOutletsOwn(each, around)) return []
    const voice = around.voiceOf(each.source!)
    const to = told.find(
      other =>
        isArticleOf(other, voice, around) &&
        other.source !== null &&
        around.voiceOf(other.source) !== voice &&
        !isOutletsOwn(other, around),
    )
    return to ? [merge(each, to, "cites")] : []
  })
}

/** Whether a statement stands in an article of this outlet, or in one that is signed by it: “(Reuters) –”. */
function isArticleOf({ outlet, article }: Told, voice: string, { voiceOf, nameOf, credits }: Surroundings): boolean {
  if (outlet !== null && voiceOf(outlet) === voice) return true
  const credit = credits?.get(article)
  return credit?.whole === true && nameOf !== undefined && agencyOf(nameOf(voice)) === credit.agency
}

/** “the Courier reported”, and the Courier’s own article has it from Coast Radio: it is Coast Radio’s. Outlets in a ring are one. */
function passedOn(told: readonly Told[], around: Surroundings): readonly Merge[] {
  return told.flatMap(each => {
    if (!isOutletsOwn(each, around)) return []
    const voice = around.voiceOf(each.source!)
    const own = told.filter(other => other.outlet !== null && around.voiceOf(other.outlet) === voice)
    const from = own.filter(other => isOutletsOwn(other, around) && around.voiceOf(other.source!) !== voice)
    return own.length > 0 && from.length === own.length ? [merge(each, from[0]!, "cites")] : []
  })
}

function isOutletsOwn(told: Told, { kindOf }: Surroundings): boolean {
  return firstHand(told, kindOf) === "own"
}

const REPORT = /^(report|story|stories|news|account|rumou?r|claim|finding|figure)/

/** “repeated *the Post’s report*”, “accepted *the finding*”: what only points at another’s word adds none of its own. */
function repeated(told: readonly Told[], { kindOf, voiceOf }: Surroundings): readonly Merge[] {
  return told.flatMap(each => {
    const { points } = each.gist
    if (!points || each.source === null || firstHand(each, kindOf) === "unnamed") return []
    const others = told.filter(other => other.source !== null && voiceOf(other.source) !== voiceOf(each.source!))
    const owner =
      points.owner && points.owner !== each.source ? others.find(other => voiceOf(other.source!) === voiceOf(points.owner!)) : undefined
    const isShort = each.gist.terms.length <= MOST_POINTING_TERMS && REPORT.test(points.noun)
    const to = owner ?? (isShort ? (others.find(({ article }) => article === each.article) ?? others[0]) : undefined)
    return to ? [merge(each, to, "cites")] : []
  })
}

const MOST_POINTING_TERMS = 3

/** Two outlets with the same passage and each with its “officials”: they are the agency’s. */
function copied(told: readonly Told[], { kindOf, copies }: Surroundings): readonly Merge[] {
  const loose = told.filter(each => isLoose(each, kindOf))
  return loose.flatMap((each, at) => {
    const before = loose.slice(0, at).find(other => copies.some(copy => joins(copy, each, other)))
    return before ? [merge(each, before, "agency copy")] : []
  })
}

/** Two outlets whose articles are signed by one agency, and each with its “officials”: they are the agency's. */
function credited(told: readonly Told[], { kindOf, credits }: Surroundings): readonly Merge[] {
  const loose = told.filter(each => isLoose(each, kindOf) && ownerOf(each) === each.outlet)
  const first = new Map<string, Told>()
  return loose.flatMap(each => {
    const credit = credits?.get(each.article)
    if (!credit?.whole) return []
    const before = first.get(credit.agency)
    if (!before) first.set(credit.agency, each)
    return before && before.article !== each.article ? [signedMerge(each, before, credits!)] : []
  })
}

/** What shows it are the signatures, beside the words. */
function signedMerge(from: Told, to: Told, credits: ReadonlyMap<string, Credit>): Merge {
  const made = merge(from, to, "agency copy")
  const signatures = [from, to].map(({ article }) => ({ article, start: credits.get(article)!.start, end: credits.get(article)!.end }))
  return { ...made, spans: [...made.spans, ...signatures] }
}

/**
 * “The gate had stood open, *officials said*”, linked to the Post's article in which officials say so: they are the Post's. Who is named has
 * said it himself, wherever the words lead, and officials are not taken for a man whom the other article names.
 */
function linked(told: readonly Told[], { kindOf, leads = [] }: Surroundings): readonly Merge[] {
  const loose = new Map(told.filter(each => isLoose(each, kindOf)).map(each => [each.id, each]))
  const seen = new Set<string>()
  return leads.flatMap(({ statement, to: article, start, end }) => {
    const each = loose.get(statement)
    if (!each || seen.has(statement)) return []
    const there = told.filter(other => other.article === article && other.article !== each.article)
    const isUnnamed = firstHand(each, kindOf) === "unnamed"
    const to = there.find(other => firstHand(other, kindOf) === "unnamed") ?? there.find(other => !isUnnamed || isLoose(other, kindOf))
    if (!to) return []
    seen.add(statement)
    const made = merge(each, to, "links to it")
    return [{ ...made, spans: [...made.spans, { article: each.article, start, end }] }]
  })
}

function isLoose(told: Told, kindOf: Surroundings["kindOf"]): boolean {
  return ["unnamed", "nobody", "own"].includes(firstHand(told, kindOf))
}

/** “a poll found”, “eight in ten voters said”, “some 78% of those asked said”, of one article: the poll is where it comes from. */
function polled(told: readonly Told[], { kindOf, nameOf }: Surroundings): readonly Merge[] {
  const polls = told.filter(each => firstHand(each, kindOf) === "document" && POLL.test(nameOf?.(each.source!) ?? ""))
  const asked = told.filter(each => firstHand(each, kindOf) === "named" && SHARE.test(nameOf?.(each.source!) ?? ""))
  return [...polls, ...asked].flatMap((each, at) => {
    const before = [...polls, ...asked].slice(0, at).find(({ article }) => article === each.article)
    return before ? [merge(each, before, "same document")] : []
  })
}

const POLL = /\b(?:poll|survey)s?\b/i
/** “78 % of voters”, “eight out of 10”, “two in three residents”, “a majority of those polled”. */
const SHARE =
  /\d\s?(?:%|per ?cent)|\b(?:\d+|two|three|four|five|six|seven|eight|nine)\s+(?:out of|in)(?: every)?\s+(?:\d+|three|four|five|ten)\b|\bof those (?:polled|surveyed|asked|questioned)\b/i

/** Whether the copy holds both statements in its passages, or is so large that it hardly matters. */
function joins({ a, b, share, passages }: Copy, one: Told, other: Told): boolean {
  const straight = a === one.article && b === other.article
  if (!straight && !(b === one.article && a === other.article)) return false
  const [left, right] = straight ? [one, other] : [other, one]
  const stands = (told: Told, span: Span) => told.content.some(({ start, end }) => start < span.end && span.start < end)
  return share >= MOST_OF_IT || passages.some(passage => stands(left, passage.a) && stands(right, passage.b))
}

const MOST_OF_IT = 0.5

/** The same eight words in quotation marks are one utterance, whoever is said to have spoken. */
function quotedAlike(told: readonly Told[], { kindOf }: Surroundings): readonly Merge[] {
  const quoting = told.filter(each => each.quoted.length >= QUOTED_RUN && firstHand(each, kindOf) !== "nobody")
  return quoting.flatMap((each, at) => {
    const before = quoting.slice(0, at).find(other => other.source !== each.source && sharedRun(other.quoted, each.quoted) >= QUOTED_RUN)
    return before ? [merge(each, before, "same quoted words")] : []
  })
}

const QUOTED_RUN = 8

/** “it was claimed that”, “many have speculated”: where somebody is named for it, he is meant. */
function nobodyElse(told: readonly Told[], { kindOf }: Surroundings): readonly Merge[] {
  const loose = told.filter(each => firstHand(each, kindOf) === "nobody")
  const to = told.find(each => firstHand(each, kindOf) !== "nobody") ?? loose[0]
  return to ? loose.filter(each => each !== to).map(each => merge(each, to, "nobody else is meant")) : []
}
