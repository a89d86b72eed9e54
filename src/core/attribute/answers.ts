import { child, type Run, subtree } from "../tree.ts"
import { isSupposed } from "./nothing.ts"
import { contentOf, type Option, type Speaker } from "./option.ts"
import type { Sight } from "./sight.ts"
import { speaker, speakersOf } from "./speakers.ts"
import { canSpeak, isTold } from "./speaks.ts"
import { clauseBehind, complementOf, cueOf } from "./verbs.ts"

const set = (words: string) => new Set(words.trim().split(/\s+/))

/**
 * Answers that nothing learnt has found: “Ott *denied* any part in it”, “continued to *deny* it”, “*refusing to say* who closed it”. Corpora hold few
 * of them, readers must not miss one, and their verbs leave little choice. Given where nothing else was found at the verb.
 */
export function answersOf(sight: Sight): Option[] {
  const { tagged } = sight
  return tagged.tags.flatMap((tag, verb) => {
    if (!tag.startsWith("VB") || !ANSWERING.has(tagged.lemmas[verb]!)) return []
    const option = grantedOf(sight, verb) ?? answerOf(sight, verb)
    return option && !isSupposed(sight, option) ? [option] : []
  })
}

/** “The talks have begun, *an official confirmed*.” At a sentence's end, whatever the parser made of it. */
function grantedOf(sight: Sight, verb: number): Option | null {
  const { tagged, forms, prose, tree } = sight
  const { first, last } = prose.sentences[tree.sentenceOf[verb]!]!
  if (!CONFIRM.has(tagged.lemmas[verb]!) || !/^VB[DNZ]$/.test(tagged.tags[verb]!) || verb < last - 2) return null
  let comma = verb
  while (comma > first && forms[comma] !== ",") comma--
  if (
    comma - first < LEAST_GRANTED ||
    verb - comma < 2 ||
    tagged.tags.slice(comma + 1, verb).some(tag => /^(VB[DZP]|MD|WDT|WP|CC)$/.test(tag))
  )
    return null
  let head = comma + 1
  while (head < verb && !(/^(NN|PRP)/.test(tagged.tags[head]!) && !tagged.tags[head + 1]?.startsWith("NN"))) head++
  if (head === verb || !canSpeak(sight, head)) return null
  const source = { first: comma + 1, last: verb }
  const cue = { first: verb, last: verb + 1 }
  const content = contentOf(sight, [{ first, last: comma }], cue, verb, source)
  return content && { rule: "answer", cue, cueHead: verb, source, sourceHead: head, content }
}

/** Tokens. */
const LEAST_GRANTED = 3

/** “Ott *denied* it”; “*disputed* the account”. */
const DENY = set("deny dispute refute rebut debunk repudiate discredit")
/** “Ott *dismissed* the claim”: an answer when it turns on what was said; dismissing a clerk is none. */
const TURN_DOWN = set("dismiss reject challenge contest")
/** “Ott *acknowledged* that the gate was open.” What is learnt of dictionary forms cuts “conceded” short. */
const CONFIRM = set("confirm acknowledge admit concede conced confess corroborate")
/** “Ott *declined* to say who opened it.” */
const DECLINE = set("decline refuse")
/** “The council *cleared* her *of* wrongdoing.” */
const CLEAR = set("clear exonerate absolve")
/** “Ott *would not offer details*”: a matter of words kept back. */
const OFFER = set("offer give provide disclose release share reveal discuss identify name specify elaborate comment say answer")
/** “She *maintains* her innocence.” */
const MAINTAIN = set("maintain assert insist proclaim protest profess reassert")
const ANSWERING = new Set([...MAINTAIN, ...DENY, ...TURN_DOWN, ...CONFIRM, ...DECLINE, ...CLEAR, ...OFFER])

function answerOf(sight: Sight, verb: number): Option | null {
  if (!(isTold(sight, upwards(sight, verb)) || isMisread(sight, verb)) || !isAnswer(sight, verb)) return null
  const cue = cueOf(sight, upwards(sight, verb), verb)
  const runs = matterOf(sight, verb)
  const source = sourceOf(sight, verb, cue)
  if (runs.length === 0 || source === undefined || (source && !answers(sight, source, verb))) return null
  const content = contentOf(sight, runs, cue, verb, source?.run ?? null)
  return content && { rule: "answer", cue, cueHead: verb, source: source?.run ?? null, sourceHead: source?.head ?? null, content }
}

/** Somebody who can speak; between quotation marks somebody other than the one quoted, who has a statement already. */
function answers(sight: Sight, { head }: Speaker, verb: number): boolean {
  if (sight.quoteOf[verb]! >= 0 && /^(i|we|you)$/.test(sight.forms[head]!)) return false
  return SURELY.has(sight.tagged.lemmas[verb]!) || canSpeak(sight, head)
}

/** Verbs whose subject speaks whatever it is. */
const SURELY = new Set([...DECLINE, ...CLEAR, "deny"])

/** What is answered must be something said: “denied *entry*”, “rejected *an offer*”, “admitted *to hospital*” answer nothing. */
function isAnswer(sight: Sight, verb: number): boolean {
  const { tagged, tree, forms } = sight
  const lemma = tagged.lemmas[verb]!
  if (isAttribute(sight, verb) || isSaidTwice(sight, verb)) return false
  const clause = child(tree, tagged, verb, "ccomp", "xcomp")
  const object = matterNoun(sight, verb)
  const noun = object === null ? "" : tagged.lemmas[object]!.toLowerCase()
  if (MAINTAIN.has(lemma)) return noun === "innocence" || (clause !== null && forms[clause] === "innocent")
  if (OFFER.has(lemma)) return isKeptBack(sight, verb, clause, noun)
  if (isPassive(sight, verb)) return SAID.has(noun) && !CLEAR.has(lemma) && !DECLINE.has(lemma)
  if (DECLINE.has(lemma)) return clause !== null && clause > verb && SPEAKING.has(tagged.lemmas[clause]!) && !isHidden(sight, clause)
  if (CLEAR.has(lemma)) return object === verb + 1 && /^(of|from)$/.test(forms[object + 1] ?? "")
  if (TURN_DOWN.has(lemma)) return SAID.has(noun) || isVerdict(sight, object) || (clause !== null && forms[verb + 1] === "that")
  if (DENY.has(lemma)) return (clause !== null || object !== null) && !isWithheld(sight, verb, object)
  if (clause !== null && clause > verb) return true
  if (lemma === "admit" || lemma === "confess") return FAULTS.has(noun)
  if (clauseBehind(sight, verb)) return true
  return object !== null && /^NNS?$/.test(tagged.tags[object]!) && (SAID.has(noun) || (lemma === "confirm" && !NOMINEES.has(noun)))
}

/** “The Senate *confirmed the judge*”: a vote and no answer. */
const NOMINEES = set(
  "nominee nomination judge justice ambassador appointment candidate secretary appointee pick choice successor director case reservation suspicion belief bias fear status theory",
)

/** “*would not say* who gave the order”, “*could not offer any detail*”; “would not give money” keeps back no words. */
function isKeptBack({ tree, tagged, forms }: Sight, verb: number, clause: number | null, noun: string): boolean {
  const negated = tree.children[verb]!.some(each => tagged.labels[each] === "neg")
  const modal = tree.children[verb]!.some(each => each < verb && /^(would|could|will|wo|ca|can)$/.test(forms[each]!))
  const lemma = tagged.lemmas[verb]!
  if (!negated || !modal || child(tree, tagged, verb, "nsubjpass", "auxpass") !== null) return false
  if (lemma === "comment" || lemma === "elaborate") return true
  if (lemma === "say" || lemma === "specify" || lemma === "disclose" || lemma === "reveal")
    return (
      WHETHER.test(forms[verb + 1] ?? "") ||
      (lemma !== "say" && noun !== "") ||
      (clause !== null && WHETHER.test(forms[tree.left[clause]!]!))
    )
  return DETAILS.has(noun)
}

const WHETHER = /^(whether|if|who|whom|what|why|when|where|how|which)$/
/** What is kept back by those who do not speak. */
const DETAILS = set(
  "detail comment information explanation reason timeline name number figure question specifics identity statement answer estimate timetable matter case investigation talk conversation",
)

/** “dismissed the inquiry *as a sham*” */
function isVerdict({ forms, tree, tagged }: Sight, object: number | null): boolean {
  if (object === null || tagged.tags[object]!.startsWith("NNP")) return false
  return forms.slice(object + 1, tree.right[object]! + 2).some((word, at) => word === "as" && at < VERDICT_REACH)
}

/** How far behind what is dismissed its “as” may stand. Tokens. */
const VERDICT_REACH = 8

/** “declined *to be named*”: a condition, no answer. “refuse *to speak or listen*”: no question was put. */
function isHidden({ tree, tagged, forms }: Sight, verb: number): boolean {
  return child(tree, tagged, verb, "auxpass") !== null || forms[verb - 1] === "be" || forms[verb + 1] === "or"
}

/** “denied *bail*”, “denied *them the right* to vote” */
function isWithheld({ tagged, forms, tree }: Sight, verb: number, object: number | null): boolean {
  if (/^(him|her|us|me|you|them)$/.test(forms[verb + 1] ?? "")) return true
  if (child(tree, tagged, verb, "iobj") !== null) return true
  return object !== null && WITHHELD.has(tagged.lemmas[object]!.toLowerCase()) && !/^(to|any)$/.test(forms[verb + 1]!)
}

/** “a *confirmed* case”, “a *disputed* claim”, “the case, *confirmed* in May”: the verb describes and nobody answers. */
function isAttribute(sight: Sight, verb: number): boolean {
  const { tagged, forms } = sight
  const label = tagged.labels[verb]!
  if (isMisread(sight, verb)) return false
  return /^(amod|compound)$/.test(label) || (label === "acl" && tagged.tags[verb] === "VBN") || forms[verb - 1] === "self"
}

/** “Four herders *confirmed* to Coast Radio *that* they had been paid”: a whole sentence, taken for a noun with a participle. */
function isMisread(sight: Sight, verb: number): boolean {
  const { tagged } = sight
  const noun = tagged.heads[verb]!
  const isWhole = tagged.labels[verb] === "acl" && tagged.tags[verb] === "VBN" && noun >= 0 && tagged.heads[noun] === -1
  return isWhole && clauseBehind(sight, verb) !== null
}

/** “denied it, *disputing* the reports”: one answer in two verbs. */
function isSaidTwice({ tagged }: Sight, verb: number): boolean {
  const above = tagged.heads[verb]!
  return tagged.tags[verb] === "VBG" && DENY.has(tagged.lemmas[verb]!) && above >= 0 && DENY.has(tagged.lemmas[above]!)
}

const SPEAKING = set(
  "comment say answer discuss confirm deny respond elaborate speak talk disclose reveal specify identify explain address name detail define predict speculate",
)
/** What may be answered. */
const SAID = set(
  "claim allegation accusation charge report suggestion notion assertion rumor rumour story speculation insinuation criticism account contention finding talk responsibility blame link characterization existence meeting arrest death claims reports details authenticity involvement receipt",
)
/** “denied *entry*”: withholding, not saying no. */
const WITHHELD = set(
  "freedom job justice care benefit bail entry access visa request permit permission application appeal motion asylum petition admission credential parole service coverage funding opportunity chance right ability",
)
/** “admitted *guilt*” */
const FAULTS = set(
  "guilt mistake error fault wrongdoing responsibility failure role involvement part defeat affair crime killing murder theft lie charge",
)

/** The noun that is answered: the object, or of a passive its subject. */
function matterNoun(sight: Sight, verb: number): number | null {
  const { tree, tagged } = sight
  if (isPassive(sight, verb)) return child(tree, tagged, verb, "nsubjpass")
  const behind = tree.children[verb]!.find(each => each > verb && /^(dobj|nmod)$/.test(tagged.labels[each]!))
  return behind ?? null
}

function isPassive({ tree, tagged }: Sight, verb: number): boolean {
  return child(tree, tagged, verb, "nsubjpass", "auxpass") !== null
}

function matterOf(sight: Sight, verb: number): Run[] {
  const { tree } = sight
  if (isPassive(sight, verb)) {
    const subject = matterNoun(sight, verb)
    return subject === null ? [] : [subtree(tree, subject)]
  }
  if (CLEAR.has(sight.tagged.lemmas[verb]!)) return [{ first: verb + 1, last: wordsEnd(sight, verb + 2, tree.right[verb]! + 1) }]
  const complement = complementOf(sight, verb)
  const noun = matterNoun(sight, verb)
  const { prose } = sight
  const sentence = prose.sentences[tree.sentenceOf[verb]!]!
  // “Port Denies Ferry Was Late”: in headlines all that follows.
  if (prose.blocks[sentence.block]!.role === "title" && verb + 1 < sentence.last) return [{ first: verb + 1, last: sentence.last }]
  const run = clauseBehind(sight, verb) ?? complement ?? (noun === null ? null : subtree(tree, noun))
  // “details *of the guests*”: phrases right behind belong to the matter, wherever the parser hangs them.
  const more = tree.children[verb]!.find(each => run !== null && tree.left[each] === run.last && sight.tagged.labels[each] === "nmod")
  return run ? [{ first: run.first, last: more === undefined ? run.last : tree.right[more]! + 1 }] : []
}

/** Up to the next mark or turn: “of wrongdoing*, and* he left”. */
function wordsEnd({ forms }: Sight, from: number, last: number): number {
  let end = from
  while (end < last && !/^([,;.]|but|and)$/.test(forms[end]!)) end++
  return end
}

/** “continued *to deny*”: the verb above belongs to the cue. */
function upwards({ tagged }: Sight, verb: number): number {
  const above = tagged.heads[verb]!
  return tagged.labels[verb] === "xcomp" && above >= 0 && above < verb && GOING_ON.has(tagged.lemmas[above]!) ? above : verb
}

const GOING_ON = set("continue go proceed begin start seem appear")

/** Who answers; undefined when an active verb has no one. A passive may leave it unsaid. */
function sourceOf(sight: Sight, verb: number, cue: Run): Speaker | null | undefined {
  if (isPassive(sight, verb)) return agentOf(sight, verb)
  return speakersOf(sight, upwards(sight, verb), cue)[0] ?? undefined
}

/** “was dismissed *by the port*” */
function agentOf(sight: Sight, verb: number): Speaker | null {
  const { tree, tagged, forms } = sight
  const by = tree.children[verb]!.find(each => each > verb && tagged.labels[each] === "nmod" && forms[tree.left[each]!] === "by")
  return by === undefined ? null : speaker(sight, by, verb, tree.left[by]! + 1)
}
