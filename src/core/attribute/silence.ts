import { child, type Run, subtree } from "../tree.ts"
import { contentOf, type Option, type Speaker } from "./option.ts"
import type { Sight } from "./sight.ts"
import { speaker, speakersOf } from "./speakers.ts"
import { unreached } from "./unreached.ts"

/**
 * Those who were asked and said nothing, and those who will say neither yes nor no. News says it in few, fixed ways, and readers must not
 * miss one, so these are rules and not left to chance. The first with an opinion decides.
 */
export function silence(sight: Sight, token: number): Option | null {
  if (!MAY_BE_SILENT.has(sight.tagged.lemmas[token]!) && !/^(?:un)?available$/.test(sight.forms[token]!)) return null
  for (const rule of RULES) {
    const option = rule(sight, token)
    if (option) return option
  }
  return null
}

/** The words that the rules begin from, by their dictionary forms. Most tokens are none of them, and then no rule need look. */
const MAY_BE_SILENT = new Set(
  "confirm deny respond reply return answer get reach receive hear have offer make give provide issue acknowledge go attempt effort contact approach ask ignore".split(
    " ",
  ),
)

/** The confidence of what leaves no choice: as often right as that, by the cases in `test/cases`. */
export const SURE = 0.95

type Rule = (sight: Sight, token: number) => Option | null

/** “Ott *neither confirmed nor denied* that the gate was open”; “would *not confirm or deny* it”. */
function neitherNor(sight: Sight, token: number): Option | null {
  const { tagged } = sight
  if (!/^(confirm|deny)$/.test(tagged.lemmas[token]!)) return null
  const second = secondVerb(sight, token)
  if (second === null) return null
  const first = cueStart(sight, token)
  const cue = { first, last: commentEnd(sight, second) }
  if (isOwn(sight, token)) return null
  if (!/\b(neither|not|n[’']t|nor|never|no|declined to|refused to)\b/.test(words(sight, cue))) return null
  const object = [...sight.tree.children[second]!, ...sight.tree.children[token]!].find(
    each => each > second && /^(dobj|ccomp|nmod|dep)$/.test(tagged.labels[each]!),
  )
  const last = Math.max(clauseEnd(sight, cue.last), object === undefined ? 0 : sight.tree.right[object]! + 1)
  const content = [{ first: cue.last, last }]
  return optionOf(sight, "neither-nor", token, cue, subjectOf(sight, token, cue), content)
}

/** “confirm, deny *or comment on*” */
function commentEnd({ forms }: Sight, second: number): number {
  const more = forms[second + 1] === "," ? second + 2 : second + 1
  if (forms[more] !== "or" || forms[more + 1] !== "comment") return second + 1
  return /^(on|about)$/.test(forms[more + 2] ?? "") ? more + 3 : more + 2
}

/** “‘*I* can neither confirm nor deny it,’ Ott said”: between quotation marks the one quoted speaks, and has a statement already. */
function isOwn(sight: Sight, verb: number): boolean {
  const subject = child(sight.tree, sight.tagged, verb, "nsubj")
  return sight.quoteOf[verb]! >= 0 && (subject === null || /^(i|we)$/.test(sight.forms[subject]!))
}

/** Where the words after a verb end when the parser does not tell: at the next mark or turn of the sentence. */
function clauseEnd({ prose, tree, forms }: Sight, from: number): number {
  const { last } = prose.sentences[tree.sentenceOf[from - 1]!]!
  let end = from
  while (end < last && !/^([,;:.—–]|but|while|when|after|although)$/.test(forms[end]!)) end++
  return end
}

/** “confirmed *nor denied*”, “confirm *or deny*”: close behind the first. */
function secondVerb({ tagged, forms }: Sight, token: number): number | null {
  for (let at = token + 2; at < Math.min(tagged.lemmas.length, token + 5); at++) {
    if (
      /^(confirm|deny)$/.test(tagged.lemmas[at]!) &&
      tagged.lemmas[at] !== tagged.lemmas[token] &&
      forms.slice(token, at + 3).some(word => word === "nor" || word === "or")
    )
      return at
  }
  return null
}

const ANSWERS = new Set(["respond", "reply", "return", "answer", "get"])
const APPROACHES = /^(call|message|email|e-mail|request|question|inquiry|enquiry|query|comment|letter|text|interview|voicemail)s?$/

/** “Ott *did not respond* to a request for comment”; “*did not return* calls”. */
function noReply(sight: Sight, token: number): Option | null {
  const { tagged, tree } = sight
  const lemma = tagged.lemmas[token]!
  if (!ANSWERS.has(lemma) || !(isNegated(sight, token) || isNeither(sight, token) || isYetTo(sight, token))) return null
  if (lemma === "get" && sight.forms[token + 1] !== "back") return null
  const matter = child(tree, tagged, token, "dobj", "nmod")
  const isDeadline = matter !== null && someWord(sight, subtree(tree, matter), /^(publication|deadline|press)$/)
  const object = isDeadline ? null : matter
  const asked = isDeadline || isApproach(sight, token) || (object !== null && someWord(sight, subtree(tree, object), APPROACHES))
  if (!asked && (lemma === "return" || lemma === "answer" || object !== null || !wasAsked(sight, token))) return null
  const cue = { first: cueStart(sight, token), last: lemma === "get" ? token + 2 : token + 1 }
  const run = object !== null && object > token ? [{ first: tree.left[object]!, last: requestEnd(sight, object) }] : []
  return optionOf(sight, "no-answer", token, cue, subjectOf(sight, token, cue), matterOf(sight, token, cue) ?? run)
}

/** “has *yet to* respond” */
function isYetTo({ forms }: Sight, token: number): boolean {
  return forms[token - 1] === "to" && forms[token - 2] === "yet"
}

/** “did not return *a message* left at his home”, whatever the parser hangs where. */
function isApproach({ forms }: Sight, token: number): boolean {
  return (
    /^(a|the|several|his|her|two|repeated)$/.test(forms[token + 1] ?? "") && /^(calls?|messages?|e-?mails?)$/.test(forms[token + 2] ?? "")
  )
}

/** “requests *for comment*”, which the parser may hang from the verb. */
function requestEnd({ tree, forms }: Sight, object: number): number {
  const end = tree.right[object]! + 1
  return forms[end] === "for" && /^(comment|information|interview)$/.test(forms[end + 1] ?? "") ? end + 2 : end
}

/** “*Neither* Ott nor the port *responded*” */
function isNeither(sight: Sight, verb: number): boolean {
  return neitherBefore(sight, verb) !== null
}

/** Where “neither A nor B” begins when it ends right before the verb; null otherwise. */
function neitherBefore({ forms, prose, tree, tagged }: Sight, verb: number): number | null {
  const { first } = prose.sentences[tree.sentenceOf[verb]!]!
  let start = verb
  while (start >= first && verb - start <= LONGEST_PAIR && forms[start] !== "neither") start--
  if (start < first || verb - start > LONGEST_PAIR || !forms.slice(start, verb).includes("nor")) return null
  return tagged.tags.slice(start, verb).some(tag => /^(VB|MD)/.test(tag)) ? null : start
}

/** Tokens. */
const LONGEST_PAIR = 24

/** “When *asked for comment*, Ott did not respond”: the sentence, or the one before, tells of a question. “Her sister never replied” tells of none. */
function wasAsked({ prose, tree, forms, tagged }: Sight, token: number): boolean {
  const sentence = tree.sentenceOf[token]!
  const { first, last, block } = prose.sentences[sentence]!
  for (let at = first; at < last; at++)
    if (at !== token && (APPROACHES.test(forms[at]!) || /^(ask|contact|reach|approach|request|email|query)$/.test(tagged.lemmas[at]!)))
      return true
  const before = prose.sentences[sentence - 1]
  return (
    before?.block === block &&
    forms
      .slice(before.first, before.last)
      .some(word => /^(comment|interview|questions|reporters?|inquiry|enquiry|e-?mails|messages|calls|requests)$/.test(word))
  )
}

/** “Ott *could not be reached* for comment”; “*was not available* for comment”. */
function outOfReach(sight: Sight, token: number): Option | null {
  const { tagged, forms } = sight
  const reached = tagged.lemmas[token] === "reach" && tagged.tags[token] === "VBN" && isNegated(sight, token)
  const absent = (forms[token] === "available" && isNegated(sight, token)) || forms[token] === "unavailable"
  if (!reached && !(absent && forms.slice(token + 1, token + 5).includes("comment"))) return null
  const cue = { first: cueStart(sight, token), last: token + 1 }
  const phrase = sight.tree.children[token]!.find(each => each > token && /^(nmod|advcl|xcomp|dep)$/.test(tagged.labels[each]!))
  return optionOf(
    sight,
    "no-answer",
    token,
    cue,
    subjectOf(sight, token, cue),
    matterOf(sight, token, cue) ?? (phrase === undefined ? [] : [subtree(sight.tree, phrase)]),
  )
}

/** “The Post asked the ferry line for comment but *did not receive a reply*”: the one asked is found later. */
function nothingCame(sight: Sight, token: number): Option | null {
  const { tagged, forms } = sight
  if (!/^(receive|get|hear)$/.test(tagged.lemmas[token]!) && !(forms[token] === "had" && wasAskedBefore(sight, token))) return null
  const last = forms.slice(token + 1, token + 6).findIndex(word => /^(response|reply|answer|back)$/.test(word))
  if (last < 0) return null
  const cue = { first: cueStart(sight, token), last: token + 2 + last }
  if (!isNegated(sight, token) && !forms.slice(token + 1, cue.last).includes("no")) return null
  return optionOf(sight, "no-answer", token, cue, subjectOf(sight, token, cue), matterOf(sight, token, cue) ?? [])
}

/** “The Post *asked* the police for the log and has had no answer.” */
function wasAskedBefore({ prose, tree, tagged }: Sight, token: number): boolean {
  const { first } = prose.sentences[tree.sentenceOf[token]!]!
  return tagged.lemmas.slice(first, token).some(lemma => /^(ask|contact|email|approach|query|write)$/.test(lemma))
}

/** “Ott *had no immediate comment* on the letter”; “*offered no comment*”. */
function noComment(sight: Sight, token: number): Option | null {
  const { tagged, forms, tree } = sight
  if (!/^(have|offer|make|give|provide|issue)$/.test(tagged.lemmas[token]!) || !tagged.tags[token]!.startsWith("VB")) return null
  const last = forms.slice(token + 1, token + 5).indexOf("comment")
  const before = forms.slice(token + 1, token + 1 + last)
  if (
    last < 0 ||
    isOwn(sight, token) ||
    !before.every(word => /^(no|any|further|immediate|additional|other|public|official|a)$/.test(word))
  )
    return null
  if (before[0] !== "no" && !isNegated(sight, token)) return null
  const cue = { first: cueStart(sight, token), last: token + 2 + last }
  const comment = cue.last - 1
  const phrase = tree.children[comment]!.find(each => each > comment && tagged.labels[each] === "nmod")
  return optionOf(sight, "no-comment", token, cue, subjectOf(sight, token, cue), phrase === undefined ? [] : [subtree(tree, phrase)])
}

/** “Calls to *the ferry line* about the letter *were not returned*”; “A message left for Ott *went unanswered*.” */
function notReturned(sight: Sight, token: number): Option | null {
  const { tagged, forms, tree } = sight
  const isReturned = /^(return|answer|acknowledge)$/.test(tagged.lemmas[token]!) && tagged.tags[token] === "VBN" && isNegated(sight, token)
  const isLost = tagged.lemmas[token] === "go" && /^(unanswered|unreturned)$/.test(forms[token + 1] ?? "")
  if (!isReturned && !isLost) return null
  const subject = child(tree, tagged, token, "nsubj", "nsubjpass") ?? approachBefore(sight, token)
  if (subject === null || !APPROACHES.test(forms[subject]!)) return null
  const cue = { first: cueStart(sight, token), last: isLost ? token + 2 : token + 1 }
  const who = approached(sight, subject) ?? answeredBy(sight, token)
  return optionOf(sight, "no-answer", token, cue, who, matterOf(sight, token, cue) ?? [])
}

/** “*A message* left for Ott went unanswered”: the sentence's first words, where the parser takes “left” for its verb. */
function approachBefore({ prose, tree, forms }: Sight, token: number): number | null {
  const { first } = prose.sentences[tree.sentenceOf[token]!]!
  const at = forms.slice(first, Math.min(token, first + 3)).findIndex(word => APPROACHES.test(word))
  return at < 0 ? null : first + at
}

/** “Calls *to the ferry line*”, “a message left *for Ott*”, “requests for comment *to the port*”: whom they were to reach. */
function approached(sight: Sight, noun: number): Speaker | null {
  const { tagged, forms, tree } = sight
  const last = Math.max(subtree(tree, noun).last, noun + APPROACH_REACH)
  for (let at = noun + 1; at < last && tree.sentenceOf[at] === tree.sentenceOf[noun]; at++) {
    if (tagged.labels[at] !== "nmod" || APPROACHES.test(forms[at]!) || !/^(to|for|with|at|from)$/.test(forms[tree.left[at]!]!)) continue
    if (/^(information|interview|clarification)$/.test(forms[at]!)) continue
    const whole = subtree(tree, at)
    let end = at + 1
    while (end < whole.last && !/^([,;:(]|requesting|seeking|asking|about|on|who|which)$/.test(forms[end]!)) end++
    return { run: { first: whole.first + 1, last: end }, head: at }
  }
  return null
}

/** How far behind the noun the one approached may stand, where the parser does not tell. Tokens. */
const APPROACH_REACH = 5

/** “were not returned *by the ferry line*” */
function answeredBy(sight: Sight, verb: number): Speaker | null {
  const { tagged, forms, tree } = sight
  const by = tree.children[verb]!.find(each => each > verb && tagged.labels[each] === "nmod" && forms[tree.left[each]!] === "by")
  return by === undefined ? null : speaker(sight, by, verb, tree.left[by]! + 1)
}

const RULES: readonly Rule[] = [neitherNor, noComment, notReturned, noReply, outOfReach, nothingCame, unreached]

function optionOf(sight: Sight, rule: string, cueHead: number, cue: Run, who: Speaker | null, runs: readonly Run[]): Option {
  const source = who && (who.run.last <= cue.first || cue.last <= who.run.first) ? who : null
  const content = contentOf(sight, runs, cue, cueHead, source?.run ?? null) ?? []
  return { rule, cue, cueHead, source: source?.run ?? null, sourceHead: source?.head ?? null, content }
}

function subjectOf(sight: Sight, verb: number, cue: Run): Speaker | null {
  const pair = neitherBefore(sight, verb)
  if (pair !== null) return { run: { first: pair, last: cue.first }, head: cue.first - 1 }
  const subject = child(sight.tree, sight.tagged, verb, "nsubj", "nsubjpass")
  if (subject !== null) return speaker(sight, subject, verb)
  return speakersOf(sight, verb, cue).find(each => each !== null) ?? null
}

function isNegated({ tree, tagged, forms }: Sight, token: number): boolean {
  if (tree.children[token]!.some(each => tagged.labels[each] === "neg")) return true
  return forms.slice(Math.max(0, token - 4), token).some(word => /^(not|n[’']t|never|neither|nor)$/.test(word))
}

/** Where the auxiliaries before a verb begin: “*has* neither directly confirmed”, “*did* not immediately respond”. */
function cueStart({ tagged, forms, tree }: Sight, token: number): number {
  let first = token
  const begins = tree.sentenceOf[token]!
  while (
    first > 0 &&
    tree.sentenceOf[first - 1] === begins &&
    (/^(MD|RB|TO)$/.test(tagged.tags[first - 1]!) || AUXILIARY.test(forms[first - 1]!))
  )
    first--
  return first
}

const AUXILIARY = /^(do|does|did|have|has|had|is|was|were|are|be|been|could|would|can|will|neither|not|n[’']t|declined|refused|to)$/

/** “… for comment *on the reports*”, “asked the port *about the letter* but …”: what the question was about, anywhere in the sentence. */
function matterOf(sight: Sight, token: number, cue: Run): Run[] | null {
  const { prose, tree, forms } = sight
  const { first, last } = prose.sentences[tree.sentenceOf[token]!]!
  for (let at = first; at < last - 2; at++) {
    const about = aboutAfter(sight, at, last)
    if (about === null) continue
    const limit = at < cue.first ? cue.first : last
    let end = about + 1
    while (end < limit && !/^([,;:.]|but|and|by|before|on|did|has|have)$/.test(forms[end]!)) end++
    if (end > about + 1) return [{ first: about + 1, last: end }]
  }
  return null
}

/** How far behind “asked” its “about” may stand: “asked the ferry line’s owners about”. Tokens. */
const ABOUT_REACH = 7

/** The preposition that leads to the matter of a request: right behind the noun, or behind the one who was asked. */
function aboutAfter({ forms, tagged }: Sight, at: number, last: number): number | null {
  if (APPROACHES.test(forms[at]!) && /^(on|about|regarding|over|concerning)$/.test(forms[at + 1]!)) return at + 1
  if (!/^(ask|contact|question|press|query)$/.test(tagged.lemmas[at]!)) return null
  for (let to = at + 1; to < Math.min(last, at + ABOUT_REACH); to++) if (/^(about|regarding|concerning)$/.test(forms[to]!)) return to
  return null
}

function someWord({ forms }: Sight, { first, last }: Run, wanted: RegExp): boolean {
  for (let token = first; token < last; token++) if (wanted.test(forms[token]!)) return true
  return false
}

function words({ forms }: Sight, { first, last }: Run): string {
  return forms.slice(first, last).join(" ")
}
