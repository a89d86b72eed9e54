import type { Form, Stance } from "../data.ts"
import type { Run } from "../tree.ts"
import type { Scene } from "./scene.ts"

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** “Ott *denied* that the gate was open.” */
const DENY = set("deny dispute refute rebut debunk repudiate disclaim denial discredit rubbish contradict")
/** “Ott *rejected* the claim”: a denial when it turns on what was said; rejecting an offer is none. */
const REJECT = set("reject dismiss contest disavow deride decry rejection dismissal challenge counter")
/** “Ott rejected *the claim*”: words for what someone has said. */
const CLAIMS = set(
  "claim claims allegation accusation charge report reporting suggestion notion assertion rumor rumour story speculation insinuation criticism account complaint idea article contention characterization characterisation comparison episode conclusion",
)
/** “denied *bail*”, “denied the *request*”: withholding, not saying no. */
const WITHHELD = set(
  "bail entry access visa request permit permission application appeal motion asylum petition admission credential parole service coverage funding",
)
/** “cleared *of* wrongdoing”: says that it is not so. */
const CLEAR = set("clear exonerate absolve vindicate")
/** “Ott *confirmed* the sinking.” */
const CONFIRM = set("confirm acknowledge admit concede verify corroborate confess confirmation admission acknowledgment acknowledgement")
/** “Ott *declined* to comment.” What follows must be an act of speaking: declining an invitation is none. */
const DECLINE = set("decline refuse refusal")
const SPEAKING = set(
  "comment say answer discuss confirm deny respond elaborate speak talk disclose reveal provide specify identify explain address name interview statement detail",
)
/** “The line did not *respond*.” */
const RESPOND = set("respond reply return answer reach response")
/** “did not respond to *a request* for comment”: it was asked for a report, not in private. */
const ASKED =
  /\b(comment|requests?|inquir(y|ies)|enquir(y|ies)|questions?|messages?|calls?|e-?mails?|interview|publication|deadline|immediate(ly)?|seeking|asked|contacted|reached)\b/
/** “Ott called the report *false*.” */
const FALSE = set(
  "false untrue fiction fake lie baseless nonsense hoax fabricated fabrication unfounded groundless inaccurate incorrect invented bogus untruth falsehood misinformation disinformation preposterous rumor rumour defamatory absurd",
)
/** “Ott *called* the report false.” */
const CALL = set("call describe label brand dub term characterize characterise")

/** What stands around a cue: its verb, its negation, its words. */
export interface CueSight {
  readonly scene: Scene
  readonly cue: Run
  readonly head: number
  readonly content: readonly Run[]
  readonly form: Form
}

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
  const words = around(sight)
  return /\b(neither|not|nor|n[’']t|never|nor)\b/.test(words) && /\bconfirm/.test(words) && /\b(deny|denied|den(y|ies))\b/.test(words)
    ? "declines"
    : null
}

/** “Ott *had no comment*”, “with *no immediate comment* on the matter”. */
function noComment(sight: CueSight): Stance | null {
  return /\b(no|without)( \w+)? comment\b/.test(around(sight)) ? "declines" : null
}

/** “The line did not respond to a request”; “Ott could not be reached”; “The Post received no reply”; “Calls were not returned.” */
function noAnswer(sight: CueSight): Stance | null {
  const words = around(sight)
  if (/\b(unavailable|not (immediately )?available) for (comment|an interview)\b/.test(words)) return "unanswered"
  const negated = isNegated(sight) || /\b(no (immediate )?(response|reply|answer)|unanswered)\b/.test(words)
  const spoke = lemmas(sight).some(lemma => RESPOND.has(lemma)) || /\bunanswered\b/.test(words)
  if (!negated || !spoke || /\b(answer|respond)\w* (that|with)\b/.test(words)) return null
  return ASKED.test(sentenceWords(sight)) ? "unanswered" : null
}

/** “Ott *declined to comment*”; “Ott *would not say* who gave the order”; “Ott *refused to answer*.” */
function declining(sight: CueSight): Stance | null {
  const { scene, head, content, cue } = sight
  const { lemmas: all } = scene.tagged
  const spoken = [
    ...lemmas(sight),
    ...all.slice(cue.last, cue.last + 3),
    ...content.flatMap(({ first, last }) => all.slice(first, Math.min(last, first + 4))),
  ]
  if (lemmas(sight).some(lemma => DECLINE.has(lemma)) && spoken.some(lemma => SPEAKING.has(lemma)))
    return isNegated(sight) ? null : "declines"
  if (DECLINE.has(all[head - 1] ?? "") && SPEAKING.has(all[head]!)) return "declines"
  return WOULD_NOT_SAY.test(around(sight)) ? "declines" : null
}

const WOULD_NOT_SAY =
  /\b(would|could|can|will|did|does|do) ?(not|n[’']t) (be |immediately |further |directly |yet |publicly |independently )?(comment|confirm|discuss|elaborate|disclose|specify|(say|reveal|identify|address|answer|provide) (whether|if|who|what|why|when|where|how|which|any|the|further|more|.?when\b))/

/** “‘*I can’t comment* on that,’ Ott said.” “‘*We’re not going to talk about* it.’” The words refuse to be words. */
function decliningContent({ scene, content, form }: CueSight): Stance | null {
  const first = content[0]
  if (!first) return null
  const words = lower(scene, { first: first.first, last: Math.min(first.last, first.first + REFUSAL_TOKENS) })
  const said = form === "indirect" ? /^(that )?(he|she|they|it|the \w+) / : /\b(i|we|he|she)\b/
  return said.test(words) && REFUSAL.test(words) ? "declines" : null
}

const REFUSAL =
  /\b(can ?not|can[’']t|ca n[’']t|could not|couldn[’']t|will not|won[’']t|would not|wouldn[’']t|not going to|not able to|do not|don[’']t)\b.{0,24}?\b(comment|discuss|talk about|get into|go into|confirm or deny|confirm, deny|make a comment|answer (that|any|the) question|speak about|speculate|say with certitude)/

/** A refusal says so within this many tokens. */
const REFUSAL_TOKENS = 22

/** “Ott has *not confirmed* the report”: not an answer. “Ott did *not deny* it”: not a denial, and not a confirmation either. */
function negatedAnswer(sight: CueSight): Stance | null {
  const lemma = sight.scene.tagged.lemmas[sight.head]!
  return (CONFIRM.has(lemma) || DENY.has(lemma)) && isNegated(sight) ? "declines" : null
}

/** “Ott *denied* it”; not “was *denied* entry”. */
function denying(sight: CueSight): Stance | null {
  const { scene, head, content } = sight
  if (!DENY.has(scene.tagged.lemmas[head]!)) return null
  const passive = /^(was|were|been|being|be)$/i.test(scene.forms[head - 1] ?? "") && scene.tagged.tags[head] === "VBN"
  const opening = content[0] && { first: content[0].first, last: Math.min(content[0].last, content[0].first + CLAIM_TOKENS) }
  return (passive && /\bdenied\b/.test(lower(scene, sight.cue)) && !opening) || (opening && someLemma(scene, opening, WITHHELD))
    ? null
    : "denies"
}

/** “Ott *rejected the claim*”, “*dismissed* it *as* rumour”, “*rejected* that the gate was open”. */
function rejecting({ scene, head, content }: CueSight): Stance | null {
  const first = content[0]
  if (!REJECT.has(scene.tagged.lemmas[head]!) || !first) return null
  if (/^that (the|he|she|it|they|there|a)\b/.test(lower(scene, first))) return "denies"
  const opening = { first: first.first, last: Math.min(first.last, first.first + CLAIM_TOKENS) }
  return someLemma(scene, opening, CLAIMS) || someLemma(scene, first, FALSE) ? "denies" : null
}

/** The noun that says what is answered stands this near. Tokens. */
const CLAIM_TOKENS = 6

/** “*cleared* him *of* wrongdoing” */
function clearing({ scene, head, content }: CueSight): Stance | null {
  if (!CLEAR.has(scene.tagged.lemmas[head]!)) return null
  return content.some(run => /\b(of|from)\b/.test(lower(scene, run))) ? "denies" : null
}

/** “Ott *confirmed* it”; “Ott *stands by* her report”, also where someone is said to say so. */
function confirming({ scene, head, cue, content }: CueSight): Stance | null {
  if (CONFIRM.has(scene.tagged.lemmas[head]!)) return "confirms"
  const first = content[0]
  const opening = first ? lower(scene, { first: first.first, last: Math.min(first.last, first.first + 6) }) : ""
  return STANDS_BY.test(lower(scene, cue)) ||
    /^[“"]?(that )?(we|i|it|he|she|they) (firmly |fully )?(stand|stands|stood) (firmly |fully )?by\b/.test(opening)
    ? "confirms"
    : null
}

const STANDS_BY = /\b(stand|stands|stood|standing) by\b/

/** “Ott called the report *false*.” */
function callingFalse({ scene, head, content }: CueSight): Stance | null {
  if (!CALL.has(scene.tagged.lemmas[head]!)) return null
  return content.some(run => run.last - run.first <= LONGEST_VERDICT && someLemma(scene, run, FALSE)) ? "denies" : null
}

/** “the report false”, “what he called ‘a fabrication from beginning to end’”. Tokens. */
const LONGEST_VERDICT = 16

/** “‘This is *completely untrue*,’ Ott said.” “‘There was *no* meeting.’” Short, and about what was said before. */
function denyingContent({ scene, content, form }: CueSight): Stance | null {
  const first = content[0]
  if (!first || form === "indirect") return null
  const opening = { first: first.first, last: Math.min(first.last, first.first + DENIAL_TOKENS) }
  const words = lower(scene, opening).replace(/^[“"'‘`\s]+/, "")
  const pointing =
    /^(this|that|it|these|those|the (report|reports|story|claim|claims|allegation|allegations|accusation|accusations))\b/.test(words)
  if (pointing && someLemma(scene, opening, FALSE) && !/\b(is|was|are|were|it)(n[’']t| not)\b/.test(words)) return "denies"
  if (pointing && /\b(did not|didn[’']t|never|not) (happen|happened|take place|took place|occur|occurred|true)/.test(words)) return "denies"
  return /^(there (is|was|has been|have been|were|are) (no|never|absolutely no|not (a|any))\b|no \w+ (was|were|has been|had been) )/.test(
    words,
  )
    ? "denies"
    : null
}

/** “‘The Post’s account of the meeting *is not accurate*,’ Ott said.” The verdict comes last. */
function denyingAtLast({ scene, content }: CueSight): Stance | null {
  const last = content.at(-1)
  if (!last || last.last - last.first > LONGEST_VERDICT_SENTENCE) return null
  const words = lower(scene, { first: Math.max(last.first, last.last - 8), last: last.last })
  return /\b(is|was|are|were) (completely |totally |entirely |absolutely |simply |categorically )?(inaccurate|false|untrue|fabricated|baseless|incorrect|not (true|accurate|correct))[,.!”"’']*$/.test(
    words,
  )
    ? "denies"
    : null
}

/** Tokens. */
const LONGEST_VERDICT_SENTENCE = 60

/** “Ott said *she was not involved*”, “‘*I never met him*’”, “maintains *he is innocent*”: the speaker answers for herself. */
function denyingOwnPart({ scene, content }: CueSight): Stance | null {
  const first = content[0]
  if (!first) return null
  const words = lower(scene, { first: first.first, last: Math.min(first.last, first.first + DENIAL_TOKENS) }).replace(
    /^[“"'‘`\s]+|^that /g,
    "",
  )
  if (!/^(that )?(he|she|they|i|we|his|her|their)\b/.test(words)) return null
  if (/\binnocen(t|ce)\b|\b(nothing|never had anything) to do with\b/.test(words)) return "denies"
  return OWN_PART.test(words) ? "denies" : null
}

const OWN_PART =
  /^(that )?(he|she|they|i|we)[ ’'](was|were|is|are|am|m|re|had|have|has|ve|did|do)? ?(not|n[’']t|never|nothing)\b.{0,40}?\b(involve[d]?|involvement|responsible|guilty|behind|wrong|wrongdoing|met|done|any|send|sent|knew|know of|aware)\b/

/** A denial says so within this many tokens of its beginning. */
const DENIAL_TOKENS = 14

/** The first with an opinion decides. */
const STANCE_RULES: readonly StanceRule[] = [
  neitherNor,
  noComment,
  declining,
  noAnswer,
  negatedAnswer,
  denying,
  rejecting,
  clearing,
  confirming,
  callingFalse,
  decliningContent,
  denyingContent,
  denyingAtLast,
  denyingOwnPart,
]

function isNegated({ scene, cue, head }: CueSight): boolean {
  const { tree, tagged, forms } = scene
  if (tree.children[head]!.some(each => tagged.labels[each] === "neg")) return true
  return forms.slice(cue.first, cue.last).some(word => /^(not|n[’']t|never|neither|nor|no)$/i.test(word))
}

function lemmas({ scene, cue }: CueSight): readonly string[] {
  return scene.tagged.lemmas.slice(cue.first, cue.last)
}

function someLemma({ tagged }: Scene, { first, last }: Run, wanted: ReadonlySet<string>): boolean {
  for (let token = first; token < last; token++) if (wanted.has(tagged.lemmas[token]!)) return true
  return false
}

/** The cue with a few words on either side, lower case. */
function around({ scene, cue, head }: CueSight): string {
  const { first, last } = scene.prose.sentences[scene.tree.sentenceOf[head]!]!
  return lower(scene, { first: Math.max(first, cue.first - 2), last: Math.min(last, cue.last + 6) })
}

function sentenceWords({ scene, head }: CueSight): string {
  const { first, last } = scene.prose.sentences[scene.tree.sentenceOf[head]!]!
  return lower(scene, { first, last })
}

export function lower({ prose: { text, tokens } }: Scene, { first, last }: Run): string {
  if (first >= last) return ""
  return text
    .slice(tokens[first]!.start, tokens[last - 1]!.end)
    .toLowerCase()
    .replace(/\s+/g, " ")
}
