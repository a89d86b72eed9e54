import type { Run } from "../tree.ts"
import { contentOf, type Option, type Speaker } from "./option.ts"
import type { Sight } from "./sight.ts"
import { speakersOf } from "./speakers.ts"
import { canSpeak } from "./speaks.ts"
import { cueOf } from "./verbs.ts"

/**
 * Answers in set phrases: “*shot down* rumors that …”, “*poured cold water on* claims”, “*issued a denial of* the reports”, “*labelled* the recording a
 * *fake*”. Each is too rare to be learnt, and its words leave no choice. Given where nothing was found at the verb.
 */
export function phrasesOf(sight: Sight): Option[] {
  const { tagged, prose, tree } = sight
  return tagged.tags.flatMap((tag, verb) => {
    if (!tag.startsWith("VB") || tag === "VB") return []
    const passive = tag === "VBN" ? passiveOf(sight, verb) : null
    if (passive) return passive
    const phrase = PHRASES.get(tagged.lemmas[verb]!)
    if (!phrase) return []
    const { last } = prose.sentences[tree.sentenceOf[verb]!]!
    const said = phrase(sight, verb, last)
    return said ? (optionOf(sight, verb, said, last) ?? []) : []
  })
}

/** “*The claim that Ott was an informer* was dismissed”: a sentence that begins with what was said, whatever the parser makes of its “that”. */
function passiveOf(sight: Sight, verb: number): Option | null {
  const { tagged, prose, tree, forms, quoteOf } = sight
  if (!TURNED_DOWN.test(forms[verb]!) || quoteOf[verb]! >= 0) return null
  const { first } = prose.sentences[tree.sentenceOf[verb]!]!
  const be = /ly$/.test(forms[verb - 1]!) ? verb - 2 : verb - 1
  if (!/^(was|were|been)$/.test(forms[be] ?? "")) return null
  const noun = tagged.lemmas.slice(first, Math.min(be, first + NOUN_REACH)).findIndex(lemma => SAID.has(lemma))
  if (noun < 0 || forms[first + noun + 1] !== "that" || tagged.tags.slice(first, first + noun).some(tag => /^(VB|MD|IN)/.test(tag)))
    return null
  const start = /^(has|have|had)$/.test(forms[be - 1]!) ? be - 1 : be
  const cue = { first: start, last: verb + 1 }
  const who = forms[verb + 1] === "by" ? (speakersOf(sight, verb, cue)[0] ?? null) : null
  const content = contentOf(sight, [{ first, last: start }], cue, verb, who?.run ?? null)
  return content && { rule: "phrase", cue, cueHead: verb, source: who?.run ?? null, sourceHead: who?.head ?? null, content }
}

const TURNED_DOWN = /^(dismissed|rejected|denied|disputed|refuted|debunked|discredited)$/

/** The words of a phrase after its verb, and whether what is denied stands behind it. */
type Phrase = (sight: Sight, verb: number, last: number) => number | null

/** “shot *down* rumors”: a particle or idiom, and behind it a noun for what was said. */
function before(words: RegExp): Phrase {
  return ({ forms, tagged }, verb, last) => {
    const behind = words.exec(forms.slice(verb + 1, Math.min(last, verb + 6)).join(" "))
    if (!behind) return null
    const end = verb + 1 + (behind[0] ? behind[0].split(" ").length : 0)
    return tagged.lemmas.slice(end, Math.min(last, end + NOUN_REACH)).some(lemma => SAID.has(lemma)) ? end : null
  }
}

/** “labelled *the recording a fake*”: a verdict closes the clause. */
function verdict({ forms, quoteOf }: Sight, verb: number, last: number): number | null {
  for (let token = verb + 2; token < Math.min(last, verb + VERDICT_REACH); token++) {
    if (/^[,;:.]$/.test(forms[token]!) && quoteOf[token]! < 0) return null
    if (FALSE.test(forms[token]!)) return verb + 1
  }
  return null
}

/** “*referred* all questions to its lawyer”: keeps its own words back. */
function referring({ forms }: Sight, verb: number, last: number): number | null {
  const words = forms.slice(verb + 1, Math.min(last, verb + 7)).join(" ")
  return /^((all|any|the|further|media|reporters|press) ){0,2}(questions|inquiries|enquiries|requests|calls) (for comment |about )?to\b/.test(
    words,
  )
    ? verb + 1
    : null
}

/** “issued *a denial of* the reports” */
function denial({ forms }: Sight, verb: number, last: number): number | null {
  const noun = forms.indexOf("denial", verb)
  if (noun < 0 || noun > verb + 4 || noun >= last - 2 || !/^(of|that)$/.test(forms[noun + 1]!)) return null
  return forms[noun + 1] === "of" ? noun + 2 : noun + 1
}

const AUXILIARY = /^(has|have|had|is|was|are|were|\w+ly)$/

/** “*stood by* its count”; a guard stands by the gate. */
function standing({ forms, tagged }: Sight, verb: number): number | null {
  if (forms[verb + 1] !== "by") return null
  const noun = tagged.lemmas.slice(verb + 2, verb + 2 + NOUN_REACH).find((_, at) => tagged.tags[verb + 2 + at]!.startsWith("NN"))
  return noun !== undefined && (SAID.has(noun) || COUNTED.has(noun)) ? verb + 2 : null
}

const COUNTED = new Set(
  "count figure number statement reporting word remark comment testimony finding conclusion estimate version decision position".split(" "),
)

/** Tokens. */
const NOUN_REACH = 6
const VERDICT_REACH = 14

const DOWN = before(/^down(?= )/)
const ASIDE = before(/^(aside|off|away)(?= )/)
const COLD_WATER = before(/^cold water (on|over)(?= )/)
const ISSUE = before(/^(strong |sharp )?issue with(?= )/)

const PHRASES: ReadonlyMap<string, Phrase> = new Map<string, Phrase>([
  ["shoot", DOWN],
  ["knock", DOWN],
  ["brush", ASIDE],
  ["laugh", ASIDE],
  ["wave", ASIDE],
  ["shrug", ASIDE],
  ["swat", ASIDE],
  ["pour", COLD_WATER],
  ["throw", COLD_WATER],
  ["take", ISSUE],
  ["stand", standing],
  ["push", before(/^back (on|against|at)(?= )/)],
  ["disavow", before(/^(?=)/)],
  ["discredit", before(/^(?=)/)],
  ["refer", referring],
  ["issue", denial],
  ["repeat", denial],
  ["offer", denial],
  ["publish", denial],
  ["label", verdict],
  ["labell", verdict],
  ["brand", verdict],
  ["dub", verdict],
  ["call", verdict],
  ["denounce", verdict],
])

/** What may be answered so. */
const SAID = new Set(
  "claim claims allegation accusation charge report rumor rumour story speculation suggestion assertion insinuation criticism account description characterization characterisation talk link notion finding article book".split(
    " ",
  ),
)
const FALSE =
  /^(false|untrue|fake|fiction|lies?|baseless|nonsense|hoax|fabrications?|fabricated|unfounded|groundless|bogus|absurd|preposterous|smear|slander|gossip|disinformation|misinformation|inaccurate)$/

function optionOf(sight: Sight, verb: number, from: number, last: number): Option | null {
  const first = AUXILIARY.test(sight.forms[verb - 1] ?? "") ? verb - 1 : verb
  const cue = { first, last: Math.max(from, verb + 1) }
  const who = speakersOf(sight, verb, cueOf(sight, verb)).find((each): each is Speaker => each !== null && each.run.last <= cue.first)
  if (!who || !canSpeak(sight, who.head) || sight.quoteOf[verb]! >= 0) return null
  const content = contentOf(sight, [{ first: from, last: clauseEnd(sight, from, last) }], cue, verb, who.run)
  return content && { rule: "phrase", cue, cueHead: verb, source: who.run, sourceHead: who.head, content }
}

/** Up to the next mark outside quotation marks, or “and” and a verb: “… *and left*”. */
function clauseEnd({ forms, tagged, quoteOf }: Sight, from: number, last: number): Run["last"] {
  for (let end = from; end < last; end++) {
    if (quoteOf[end]! >= 0) continue
    if (/^([,;:.]|after|before|when|while|although|though|until|since)$/.test(forms[end]!)) return end
    if (forms[end] === "on" && /^(mon|tues|wednes|thurs|fri|satur|sun)day$/.test(forms[end + 1] ?? "")) return end
    if (/^(and|but)$/.test(forms[end]!) && /^(VB[DZP]|MD)$/.test(tagged.tags[end + 1] ?? "")) return end
  }
  return last
}
