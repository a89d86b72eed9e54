import type { Stance } from "../data.ts"
import type { Run } from "../tree.ts"
import { CALL, CLAIMS, CLEAR, CONFIRM, DECLINE, DENY, FALSE, MAINTAIN, REJECT, RESPOND, SPEAKING, WITHHELD } from "./answer-words.ts"
import { contentAnswer } from "./content-answers.ts"
import { type CueSight, cueLemmas, isNegated, lower, openingOf, sentenceWords, someLemma } from "./cue-sight.ts"
import { plainAnswer } from "./plain-answers.ts"
import type { Scene } from "./scene.ts"

/** “did not respond to *a request* for comment”: it was asked for a report, not in private. */
const ASKED =
  /\b(comment|requests?|inquir(y|ies)|enquir(y|ies)|questions?|messages?|calls?|e-?mails?|interview|publication|deadline|immediate(ly)?|seeking|asked|contacted|reached|wrote|emailed)\b/
/** The stance, by the first rule with an opinion; asserting when none has one. */
export function stanceOf(sight: CueSight): Stance {
  for (const rule of STANCE_RULES) {
    const stance = rule(sight)
    if (stance) return stance
  }
  return "asserts"
}

type StanceRule = (sight: CueSight) => Stance | null

/** “Ott has *neither confirmed nor denied* the claim.” “Ott would not confirm or deny it.” */
function neitherNor(sight: CueSight): Stance | null {
  const words = sight.near
  return /\b(neither|not|nor|n[’']t|never|nor)\b/.test(words) && /\bconfirm/.test(words) && /\b(deny|denied|den(y|ies))\b/.test(words)
    ? "declines"
    : null
}

/** “Ott *had no comment*”, “with *no immediate comment* on the matter”. */
function noComment(sight: CueSight): Stance | null {
  const words = sight.near
  if (/\bwith(out)? (no )?(further |any )?comment\b/.test(words) && sight.content.length > 0) return null
  return NO_COMMENT.test(words) ? "declines" : null
}

const NO_COMMENT =
  /\b(had|have|has|having|offer(ed|s|ing)?|gave|giv(e|ing)|made|mak(e|ing)|with|issued|provid(e|ed|ing)) no( \w+){0,2} comment\b|\bno comment\b/

/** “The line did not respond to a request”; “Ott could not be reached”; “The Post received no reply”; “Calls were not returned.” */
function noAnswer(sight: CueSight): Stance | null {
  const words = sight.near
  if (
    /\b(unavailable|not (immediately )?available) for (comment|an interview)\b/.test(words) ||
    IN_VAIN.test(words) ||
    VAIN.test(lower(sight.scene, sight.cue))
  )
    return "unanswered"
  const spoke = cueLemmas(sight).some(lemma => RESPOND.has(lemma)) || /\bunanswered\b/.test(words)
  if (!spoke) return null
  const negated =
    isNegated(sight) ||
    /\byet to\b/.test(words) ||
    /\b(no (immediate )?(response|reply|answer)|unanswered)\b/.test(words) ||
    /\bneither\b/.test(sentenceWords(sight))
  if (!negated || !spoke || /\b(answer|respond)\w* (that|with)\b/.test(words)) return null
  return /\bneither (responded|replied|answered)\b/.test(words) || ASKED.test(sentenceWords(sight)) ? "unanswered" : null
}

/** “*Attempts to reach* the pilot *were unsuccessful*”, “was *approached for comment*”, “*ignored requests*”, “*No one answered the door*” */
const VAIN = /^(attempts?|efforts?)\b|^(were |was )?(unsuccessful|futile)$|^failed$/
const IN_VAIN =
  /\b(was|were|been) (contacted|approached|asked) for (a |further )?(comment|response|statement)[.”"]|\bignored (\w+ ){0,4}(requests?|calls?|messages?|e-?mails?|questions)\b|\b(no one|nobody) answered the door\b/

/** “Ott *declined to comment*”; “Ott *would not say* who gave the order”; “Ott *refused to answer*.” */
function declining(sight: CueSight): Stance | null {
  const { scene, head, content, cue } = sight
  const { lemmas: all } = scene.tagged
  const spoken = [
    ...cueLemmas(sight),
    ...all.slice(cue.last, cue.last + 3),
    ...content.flatMap(({ first, last }) => all.slice(first, Math.min(last, first + 4))),
  ]
  if (/\bto be (identified|named|quoted)\b/.test(sight.near)) return null
  if (cueLemmas(sight).some(lemma => DECLINE.has(lemma)) && spoken.some(lemma => SPEAKING.has(lemma)))
    return isNegated(sight) ? null : "declines"
  if (DECLINE.has(all[head - 1] ?? "") && SPEAKING.has(all[head]!)) return "declines"
  return WOULD_NOT_SAY.test(sight.near) || NO_POSITION.test(sight.near) ? "declines" : null
}

/** “declined to *take a position*” */
const NO_POSITION =
  /\b(declined|declines|declining|refused|refuses|refusing) to (\w+ly )?(take a (\w+ )?(position|stance|side)|make (it )?clear|put a (timeline|number|timetable)|be drawn|weigh in|go into)\b/

const WHY = "(whether|if|who|what|why|when|where|how|which|any|the|further|more|.?when\\b)"
const ADVERB = "(be |immediately |further |directly |yet |publicly |independently |even )?"
const DETAILS = "(details?|comment|information|explanation|reasons?|timeline|names|specifics|estimate|figures?)"
const WOULD_NOT_SAY = new RegExp(
  `\\b(would|could|can|will|did|do|wo|ca) ?(not|n[’']t) ${ADVERB}(comment|confirm|discuss|elaborate|be drawn|(say|identify|address|answer) ${WHY})` +
    `|\\b(would|could|can|will|wo|ca) ?(not|n[’']t) ${ADVERB}(disclose|specify|(reveal|provide) ${WHY}|(offer|give|provide|release|share) (\\w+ ){0,2}${DETAILS})\\b`,
)

/** “Ott has *not confirmed* the report”: not an answer. “Ott did *not deny* it”: not a denial, and not a confirmation either. */
function negatedAnswer(sight: CueSight): Stance | null {
  const lemma = answerLemma(sight)
  return lemma && YES_OR_NO.test(lemma) && isNegated(sight) ? "declines" : null
}

/** “did not confirm”; but “would not admit” keeps back nothing. */
const YES_OR_NO = /^(confirm|deny|dispute|verify|corroborate)$/

/** The verb of a cue that answers: “continued to *deny*”, “was forced to *admit*”. */
function answerLemma(sight: CueSight): string | null {
  const { scene, head } = sight
  const own = scene.tagged.lemmas[head]!
  const answers = (lemma: string) => CONFIRM.has(lemma) || DENY.has(lemma)
  return answers(own) ? own : (cueLemmas(sight).find(answers) ?? null)
}

/** “Ott *denied* it”; not “was *denied* entry”, nor “denied him *bail*”. */
function denying(sight: CueSight): Stance | null {
  const { scene, head, content } = sight
  if (!DENY.has(answerLemma(sight) ?? "") || isNegated(sight)) return null
  const first = content[0]
  const passive = /^(was|were|been|being|be)$/i.test(scene.forms[head - 1] ?? "") && scene.tagged.tags[head] === "VBN"
  if (isUnreal(sight)) return null
  if (passive && !first && /\bdenied\b/.test(lower(scene, sight.cue))) return null
  if (first && (isWithheld(scene, first) || CONTESTED.test(sight.opening))) return null
  return "denies"
}

/** “disputed *the will*”, “*the fine*”: fought over, and nothing that was said. */
const CONTESTED =
  /^(the |a |an |his |her |their |its )?(\w+ )?(will|bill|fine|penalty|ticket|elections?|results?|goal|border|islands?|territory|land|charges? on(?! (his|her|their|its|behalf)))\b(?! (of|that))/

/** “*No one* disputes it”; “*would* deny it”: nobody has denied it. */
function isUnreal({ scene, head }: CueSight): boolean {
  const { tree, forms, tagged } = scene
  const before = tree.children[head]!.filter(each => each < head)
  if (before.some(each => tagged.labels[each] === "aux" && /^(would|could|should|might|may|can|must)$/i.test(forms[each]!))) return true
  const subject = before.find(each => tagged.labels[each] === "nsubj")
  return subject !== undefined && (/^(nobody|few|none)$/i.test(forms[subject]!) || /^(no|few)$/i.test(forms[tree.left[subject]!]!))
}

/** “denied *bail*”; but “denied *that it had sailed* without permission”, “denied *asking* for bail”. */
function isWithheld(scene: Scene, run: Run): boolean {
  const { tags, lemmas } = scene.tagged
  for (let token = run.first; token < Math.min(run.last, run.first + CLAIM_TOKENS); token++) {
    if (/^(VB|MD|IN|TO|W)/.test(tags[token]!)) return false
    // “denied a reporter *a seat*”: two nouns with nothing between them.
    if (WITHHELD.has(lemmas[token]!) || (/^(NN|PRP$)/.test(tags[token]!) && /^(DT|PRP\$)$/.test(tags[token + 1] ?? ""))) return true
  }
  return false
}

/** “Ott *shot down rumors*”, “*poured cold water on* the reports”, “*took issue with* the account” */
function wavingAway({ scene, cue, content, near }: CueSight): Stance | null {
  const first = content[0]
  if (!first || !WAVED_AWAY.test(near)) return null
  return someLemma(scene, cue, CLAIMS) || someLemma(scene, openingOf(first, AS_TOKENS), CLAIMS) ? "denies" : null
}

const WAVED_AWAY =
  /\b(shot|shoots|shooting|knocked|knocks|knocking) down|\b(brush|laugh|wav|shrug|swat)(ed|es|e|s|ing)? (aside|off|away)|\b(pour|threw|throw)\w* cold water|\b(took|take|takes|taking) (strong |sharp )?issue with|\bdenial (of|that)|\bpush(ed|es|ing)? back (on|against|at)/

/** “Ott *sidestepped a question*”, “*referred questions* to her lawyer”, “*stopped short of confirming* it”, “was *unable to confirm* it” */
function evading({ near, opening }: CueSight): Stance | null {
  const words = `${near} ${opening}`
  return EVADED.test(words) || /\bneither\b.{0,60} would (say|comment|discuss|confirm|elaborate)\b/.test(near) ? "declines" : null
}

const EVADED =
  /\b(sidestep|dodg|duck|deflect|evad|parr)\w* (a |an |all |any |the |several |further )?(\w+ )?(questions?|inquir(y|ies)|enquir(y|ies)|requests?)\b|\b(referr?|deferr?|redirect)\w* (all |any |the |further |media |reporters\W* |a \w+ )?(questions|inquiries|enquiries|requests|calls|comment)\b|\bstop(ped|s|ping)? short of (confirming|denying)|\bunable to (confirm|comment|say)|\b(wo|would|will|did) ?(not|n[’']t) (speculate|be drawn)|\bhung up (on|when)\b.{0,30}\b(asked|reporters?|questions?)/

/** “Ott *rejected the claim*”, “*dismissed* it *as* rumour”, “*rejected* that the gate was open”. */
function rejecting({ scene, cue, head, content }: CueSight): Stance | null {
  const first = content[0]
  if (!REJECT.has(scene.tagged.lemmas[head]!) || !first) return null
  if (/^that (the|he|she|it|they|there|a)\b/.test(lower(scene, first)) && !/^(counter|challenge)$/.test(scene.tagged.lemmas[head]!))
    return "denies"
  if (PROPOSAL.test(lower(scene, openingOf(first, CLAIM_TOKENS)))) return null
  if (scene.tagged.lemmas[head] === "dismiss" && AS_VERDICT.test(lower(scene, openingOf(first, AS_TOKENS)))) return "denies"
  return someLemma(scene, cue, CLAIMS) ||
    someLemma(scene, openingOf(first, CLAIM_TOKENS), CLAIMS) ||
    someLemma(scene, openingOf(first, AS_TOKENS), FALSE)
    ? "denies"
    : null
}

/** “rejected *the idea of a tunnel*”: a plan, and nothing that was said. */
const PROPOSAL = /^(the |any |an |a )?(idea|notion) of (a|an)\b/

/** “dismissed the inquiry *as a sham*” */
const AS_VERDICT = /^(?!(him|her|the president|the judge)\b).* as (a|an|mere|pure|nothing|politically|“|"|‘|')/
const AS_TOKENS = 14

/** The noun that says what is answered stands this near. Tokens. */
const CLAIM_TOKENS = 6

/** “*cleared* him *of* wrongdoing” */
function clearing({ scene, head, content }: CueSight): Stance | null {
  if (!CLEAR.has(scene.tagged.lemmas[head]!)) return null
  return content.some(run => /\b(of|from)\b/.test(lower(scene, run))) ? "denies" : null
}

/** “Ott *confirmed* it”; “Ott *stands by* her report”, also where someone is said to say so. */
function confirming(sight: CueSight): Stance | null {
  const { scene, cue } = sight
  const answer = answerLemma(sight)
  if (answer === "confirm" && (NOMINEE.test(sight.opening) || AS_OFFICE.test(sight.opening))) return null
  if (answer !== null && GRANTED_TO.test(`${answer} ${sight.opening}`)) return null
  if (cueLemmas(sight).some(lemma => DECLINE.has(lemma)) || /\bfor confirmation\b/.test(sight.near)) return null
  if (OWNED_UP.test(`${sight.near} ${sight.opening}`)) return "confirms"
  if (CONFIRM.has(answerLemma(sight) ?? "") && !isNegated(sight) && !isUnreal(sight)) return "confirms"
  return STANDS_BY.test(lower(scene, cue)) ||
    /^[“"]?(that )?(we|i|it|he|she|they) (firmly |fully )?(stand|stands|stood) (firmly |fully )?by\b/.test(sight.opening)
    ? "confirms"
    : null
}

/** “confirmed Lena Ott *as chief judge*” */
const AS_OFFICE =
  /^[^,]{0,40}? as (the |a |its |his |her )?(\w+ ){0,3}(judge|justice|secretary|director|minister|ambassador|chief|chair\w*|president|head)\b/
/** “*admitted six children*”, “*acknowledged the crowd*”, “*conceded three goals*”, “*confirmed the reservation*”: done, and not said. */
const GRANTED_TO =
  /^(admit (\w+ ){0,3}(children|patients|students|people|members|fans|visitors)|acknowledge (the |his |her |their )?(\w+ )?(crowd|applause|fans|cheers|audience)|conced\w* (\w+ ){0,2}(goals?|penalt\w+|runs?|points?|free kick|corner)|confirm (the |a |his |her |their )?(reservation|booking|date|order|appointment))\b/
/** “*owned up to* the mistake”, “*accepted the finding* that …” */
const OWNED_UP =
  /\b(own(ed|s|ing)? up to|(came|come|comes|coming) clean|accept(ed|s|ing)? (the |full |his |her |their )?(\w+ )?(findings?|blame|responsibility|criticism))\b/

/** “The Senate confirmed *the judge*”: a vote. */
const NOMINEE =
  /^(the |a |his |her |an )?(\w+ ){0,3}(nominees?|nominations?|judges?|justices?|ambassadors?|appointments?|appointees?|picks?)\b(?! (was|were|had|has|would|is|is|could))/

const STANDS_BY = /\b(stand|stands|stood|standing) by\b/

/** “Ott called the report *false*.” */
function callingFalse({ scene, head, content }: CueSight): Stance | null {
  if (!CALL.has(scene.tagged.lemmas[head]!)) return null
  return content.some(run => run.last - run.first <= LONGEST_VERDICT && someLemma(scene, run, FALSE)) ? "denies" : null
}

/** “the report false”, “what he called ‘a fabrication from beginning to end’”. Tokens. */
const LONGEST_VERDICT = 16

/** “She *maintains her innocence*.” */
function maintaining({ scene, head, content }: CueSight): Stance | null {
  const first = content[0]
  return first && MAINTAIN.has(scene.tagged.lemmas[head]!) && /\binnocence\b/.test(lower(scene, openingOf(first, CLAIM_TOKENS)))
    ? "denies"
    : null
}

/** The first with an opinion decides. */
const STANCE_RULES: readonly StanceRule[] = [
  neitherNor,
  noComment,
  declining,
  noAnswer,
  evading,
  negatedAnswer,
  denying,
  wavingAway,
  rejecting,
  clearing,
  confirming,
  callingFalse,
  maintaining,
  contentAnswer,
  plainAnswer,
]
