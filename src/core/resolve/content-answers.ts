import type { Stance } from "../data.ts"
import type { Run } from "../tree.ts"
import { FALSE } from "./answer-words.ts"
import { type CueSight, firstWords, lower, openingOf, pieceOf, sentenceWords, someLemma } from "./cue-sight.ts"

/**
 * Answers that the words themselves give, whatever the cue: “‘There was no call,’ Ott said.” They are read from the beginning of the content, where an
 * answer says what it is. Tokens.
 */
const ANSWER_TOKENS = 14

/** The same sight with each piece of the content alone: “‘It was a joke,’ Ott said. ‘*I never sent it.*’” answers in the second. */
function pieces(sight: CueSight): readonly CueSight[] {
  return sight.form === "indirect" ? [sight] : sight.content.length < 2 ? [sight] : sight.content.map(run => pieceOf(sight, run))
}

/** What the first piece with an answer says, by one of the rules below. */
export function contentAnswer(sight: CueSight): Stance | null {
  for (const piece of pieces(sight)) {
    if (!ANSWERING.test(piece.opening) && !ANSWERING.test(lower(piece.scene, endOf(piece)))) continue
    for (const rule of CONTENT_RULES) {
      const stance = rule(piece)
      if (stance) return stance
    }
  }
  return null
}

/** Without one of these words nothing is answered, and no rule need look. */
const ANSWERING =
  /\b(comment|matter for|question for|something for|would wait|confirm|re-?confirmed|rubbish|misleading|exaggerated|without|error|no|not|nope|never|none|nothing|neither|cannot|unable|refuse|yes|yeah|absolutely|of course|correct|true|accurate|wrong|mistakes?|responsibility|blame|messed|went too far|innocen\w+|reject\w*|den(y|ied)|refut\w+|dispute\w*|false|untrue|fake|fiction|lies?|baseless|nonsense|hoax|fabricat\w+|unfounded|groundless|inaccurate|incorrect|bogus|absurd|preposterous|invented|rumou?r|smear|slander\w*|libel|defamatory|untruth|falsehood|\w+information|concoction|did|does|do)\b|n[’']t\b|^(that )?(he|she|they|it|i|we) (had|was|were|has|have|is|are|would|will)\b/

/** The last tokens of the content, where a verdict may stand. */
function endOf({ content }: Pick<CueSight, "content">): Run {
  const last = content.at(-1)
  return last ? { first: Math.max(last.first, last.last - VERDICT_TOKENS), last: last.last } : { first: 0, last: 0 }
}

const VERDICT_TOKENS = 8

/** The first words of the content without marks and “that”. */
function beginning({ opening }: CueSight, tokens = ANSWER_TOKENS): string {
  return firstWords(opening, tokens)
    .replace(/^[“"'‘`\s]+/, "")
    .replace(/^that (?!is|was|['’]s)/, "")
    .replace(/^[“"'‘`\s]+/, "")
}

/** “‘*I can’t comment* on that,’ Ott said.” “‘*We’re not going to talk about* it.’” The words refuse to be words. */
function decliningContent(sight: CueSight): Stance | null {
  const whole = sight.opening
  if (/\b(i|we)\b.{0,12} (neither confirm nor deny|not confirm or deny)\b/.test(whole)) return "declines"
  const words = beginning(sight, REFUSAL_TOKENS)
  const said = sight.form === "indirect" ? /^(he|she|they|it|the \w+) / : /\b(i|we|he|she)\b/
  if (sight.form !== "indirect" && /^no comment[.,!]?[”"’']*,?$/.test(words)) return "declines"
  if (sight.form !== "indirect" && /^(that|this|it)( is|[’']s) (a matter|a question|something) for\b/.test(words)) return "declines"
  if (ASKED_WHETHER.test(sentenceWords(sight)) && /\bwould (wait|not prejudge)\b/.test(words)) return "declines"
  return said.test(words) && (REFUSAL.test(words) || NO_COMMENT.test(words)) ? "declines" : null
}

const REFUSAL =
  /\b(can ?not|can[’']t|ca n[’']t|could not|couldn[’']t|will not|won[’']t|would not|wouldn[’']t|not going to|not able to|not allowed to|not prepared to|not in a position to|unable to|(do|did|does) not (want|wish) to|don[’']t (want|wish) to|do not|don[’']t|refuse to)\b.{0,24}?[“"‘']?\b(comment|discuss|talk about|get into|go into|confirm or deny|confirm, deny|make a comment|talk to|confirm|answer (that|any|the) question|speak about|speculate|say with cert\w+|define (it|that))/
const NO_COMMENT = /\b(have|has|had) no (further |immediate |other )?comment\b/

/** A refusal says so within this many tokens. */
const REFUSAL_TOKENS = 22

/** What an answer points at: “*The report* is false”, “*That* never happened”. */
const POINTING =
  /^(this|that|it|these|those|they|((the|these|those|all|any|such|his|her|their|its) )?(\p{L}+ )?(reports?|articles?|story|stories|claims?|allegations?|accusations?|charges?|suggestions?|assertions?|account|rumou?rs?|notion|idea))([’']s)?\b/u
const VERDICT =
  /\b(is|was|are|were|[’']s|[’']re)( [“"‘'])? ?(just |simply |\p{L}+ly )?(a |an |pure )?[“"‘']?(\p{L}+ly )?(false|untrue|fake|fiction|lies?|baseless|nonsense|hoax|fabricat\p{L}+|unfounded|groundless|inaccurate|incorrect|bogus|absurd|preposterous|misleading|exaggerated|without (any )?(foundation|merit|basis)|not (\p{L}+ly )?(true|accurate|correct|the case|what happened|so)|n[’']t (\p{L}+ly )?(true|accurate|correct|the case|what happened|so))\b/u

/** “‘This is *completely untrue*.’” “Ott said the claim was *baseless*.” “‘That *never happened*.’” */
function verdictContent(sight: CueSight): Stance | null {
  const words = beginning(sight)
  if (!POINTING.test(words) || /\bnot (a )?(lie|fake|false|fiction|hoax|nonsense)\b/.test(words)) return null
  if (
    VERDICT.test(words) ||
    /^(the|this|that|his|her|their) (report|story|claim|article|account|allegation)s? (is|was|are|were) (\p{L}+ly )?wrong\b/u.test(words)
  )
    return "denies"
  if (sight.form !== "indirect" && someLemma(sight.scene, openingOf(sight.content[0]!, ANSWER_TOKENS), FALSE) && !NEGATED_BE.test(words))
    return "denies"
  return /\b(did not|didn[’']t|never|not) (happen|happened|take place|took place|occur|occurred)\b/.test(words) ? "denies" : null
}

const NEGATED_BE = /\b(is|was|are|were|it)(n[’']t| not)\b/

/** Dealings that people are said to have had, and deny. */
const DEALING =
  "truth|basis|conversations?|meetings?|calls?|talks?|contacts?|deals?|agreements?|collusion|wrongdoing|quid pro quo|relationship|affair|cover-up|violations?|conflicts?|crimes?|obstruction|orders?|requests?|pressure|connections?|links?|involvement|discussions?|payments?|coordination|corruption|bribes?|fraud|part|role|ties|dealings|such"
const NO = "(no|never any|never a|not any|absolutely no|absolutely never any|absolutely nothing|zero)"

/** “‘There was *no conversation*.’” “Ott said *no deal* had been struck.” “‘We have *absolutely no violations*.’” */
function noSuchThing(sight: CueSight): Stance | null {
  const words = beginning(sight, REFUSAL_TOKENS)
  return THERE_WAS_NO_DEALING.test(words) || NO_DEALING_WAS.test(words) || HAVE_NO.test(words) || NONE_HARMED.test(words) ? "denies" : null
}

const THERE_WAS_NO_DEALING = new RegExp(
  `^there (is|was|had been|has been|have been|were|are|had) (${NO}) (\\p{L}+ ){0,2}(${DEALING})\\b`,
  "u",
)
const NO_DEALING_WAS = new RegExp(
  `^no (such )?(\\p{L}+ )?(${DEALING}) (with \\p{L}+ |of \\p{L}+ )?(was|were|is|are|had been|has been|have been|had|has|have|took|ever)\\b(?!.{0,20}\\b(hurt|injured|reported|decided)\\b)`,
  "u",
)
const HAVE_NO = new RegExp(`\\b(he|she|they|i|we|it)( have| has| had|[’']ve|[’']d) ((${NO}) )(\\p{L}+ ){0,1}(${DEALING})\\b`, "u")
/** “*No reporters were targeted*”: what the speaker's own side is said to have done. */
const NONE_HARMED =
  /^(no|none)( \p{L}+){0,4} (was|were|had been|has been|have been) (targeted|mistreated|tortured|abused|bribed|paid off|pressured|threatened|promised|offered|harmed|intimidated|coerced)\b/u

/** “‘The Post’s account of the meeting *is not accurate*,’ Ott said.” The verdict comes last. */
function denyingAtLast({ scene, content }: CueSight): Stance | null {
  const last = content.at(-1)
  if (!last || last.last - last.first > LONGEST_VERDICT_SENTENCE) return null
  if (NO_SIGN.test(lower(scene, { first: Math.max(last.first, last.last - SIGN_TOKENS), last: last.last }))) return null
  const words = lower(scene, endOf({ content }))
  return /\b(is|was|are|were) (completely |totally |entirely |absolutely |simply |categorically |\w+ly )?(inaccurate|false|untrue|fabricated|baseless|incorrect|unfounded|not (true|accurate|correct))[,.!”"’']*$/.test(
    words,
  )
    ? "denies"
    : null
}

/** “seen *no indication* that the story is inaccurate” */
const NO_SIGN = /\bno (indication|evidence|reason|sign|suggestion|proof)\b/
const SIGN_TOKENS = 18

/** Tokens. */
const LONGEST_VERDICT_SENTENCE = 60

/** “Ott said *she was not involved*”, “‘*I never met him*’”, “maintains *he is innocent*”, “‘*I reject these claims*’”: the speaker answers for herself. */
function denyingOwnPart(sight: CueSight): Stance | null {
  const words = beginning(sight, REFUSAL_TOKENS)
  const whole = sight.opening
  if (
    sight.form !== "indirect" &&
    /\b(i|we) (\w+ly )?(reject|deny|refute|dispute|denied|rejected) (it|this|that|these|those|any|all|the|such|every|his|her|their)\b(?! (offer|idea that we))/.test(
      whole,
    )
  )
    return "denies"
  if (/\b(i am|i[’']m|we are|we[’']re|he is|she is|he was|she was|they are|they were)( \w+ly)? [“"‘']?innocent\b/.test(whole))
    return "denies"
  if (sight.form === "direct" && I_DID_NOT.test(words)) return "denies"
  if (!/^(he|she|they|i|we|his|her|their|it)\b/.test(words)) return null
  if (
    /\b(is|am|are|was|were|[’']m|[’']s) (\w+ )?innocent\b|\binnocence\b|\b(had|has|have|[’']ve|[’']d) (absolutely )?(nothing|never had anything) to do with\b/.test(
      words,
    )
  )
    return "denies"
  return OWN_PART.test(words) || NOT_ANY.test(words) ? "denies" : null
}

/** “she had *not signed anything*”, “he *burned nothing*”, “it *knew nothing* of it” */
const NOT_ANY =
  /^(he|she|they|i|we|it)( had| has| have|[’']d|[’']ve)? ?((not|n[’']t|never) (taken|signed|seen|received|paid|given|sold|bought|written|read|said|told|accepted|offered|destroyed|burned|burnt|stolen|hidden|made) (any|anything|anyone)|never seen (the|it|that|any)|knew nothing (of|about)|(\w+ed|took|sold|hid|stole|burnt|wrote|gave) nothing\b)/

/** “‘*I did not send* any of it,’ Ott said”: a deed that others have alleged. What one did not know, want or expect nobody alleges. */
const I_DID_NOT =
  /^(no, )?(i|we) (did not|didn[’']t|never|have never|had never|have not|haven[’']t|had not|hadn[’']t|was not|wasn[’']t|were not|weren[’']t) (?!(\w+ly )?(expect|know|think|want|see|feel|believe|like|understand|realize|hear|get|remember|recall|agree|need|care|plan|intend|mean|even|really|have|decided|seen|heard|had|been|thought|expected|known|made|gotten|found|going|able|sure|happy|surprised|looking|quite|yet|here|supposed|allowed|ready|aware|in|at|the|a|as|so|too|just|that|imagine|dream|felt|saw|knew|realized|doubt|lose|lost|stop|stopped|give|gave|forget|win|look|come|choose|start|always|only|go|talk|discuss|grow|experience|receive|received|listened|met)\b)\w+/

const OWN_PART =
  /^(he|she|they|i|we|it)[ ’']?(was|were|is|are|am|m|re|had|have|has|ve|did|do|d|would|did)? ?(not|n[’']t|never|nothing)\b.{0,40}?\b(involve[d]?|involvement|responsible|guilty|behind|wrong|wrongdoing|met|done|sent|send|collude[d]?|conspire[d]?|bribe[d]?|steal|stole|stolen|cheat(ed)?|assault(ed)?|harass(ed)?|abuse[d]?|touch(ed)?|rape[d]?|kill(ed)?|plagiari[sz]e[d]?|leak(ed)?|hack(ed)?|lied|lie|racist|target(ed)?|authori[sz]e[d]?|to blame|broken?|broke any|violat(e|ed)|contact(ed)?|mistreat(ed)?|tortur(e|ed)|fired? (at|on)|take part|taken part|took part|a party to)\b/

/** “*Asked whether* she had seen it, Ott said *she had not*.” “‘*No*,’ Ott said.” “Asked if it was shut, Ott said *it was*.” */
function answeringQuestion(sight: CueSight): Stance | null {
  const words = beginning(sight, REFUSAL_TOKENS)
  const isQuoted = sight.form !== "indirect"
  if (
    isQuoted &&
    /^((that[’']s |absolute |complete |utter )?(false|nonsense|untrue|not true|rubbish|lies|a lie|fake news))[.,!]?[”"’']*,?$/.test(words)
  )
    return "denies"
  if (
    /^nothing could be further from the truth|^no such (thing|\w+) (ever )?(happened|exists?|existed|took place|occurred|was|were)\b/.test(
      words,
    )
  )
    return "denies"
  if (isQuoted && (SHORT_NO.test(words) || /\b(has|have|had|[’']s|[’']ve|[’']d)? ?got (it|this|that) (all )?wrong\b/.test(words)))
    return "denies"
  if (isQuoted && /^(no|nope|absolutely not|of course not|not at all|never|certainly not)[.,!]?[”"’']*,?$/.test(words)) return "denies"
  if (isQuoted && /^(yes|yeah|absolutely|of course|correct)[.,!]?[”"’']*,?$/.test(words)) return "confirms"
  if (!ASKED_WHETHER.test(sentenceWords(sight))) return null
  if (/^(no|yes)[.,]?$/.test(words)) return words.startsWith("no") ? "denies" : "confirms"
  if (/^(no|absolutely not|of course not|not at all)\b[,.—-]/.test(words)) return "denies"
  if (/^(yes|absolutely|of course)\b[,.—-]/.test(words)) return "confirms"
  if (/^(he|she|they|it|i|we) (did|had|was|were|has|have|do|does|is|are|would|will) ?(not|n[’']t)(,|\.|;| but| and|$)/.test(words))
    return "denies"
  if (isQuoted && /^(they are|it is|it was|i did|we did|i have|he did|she did|they did)[.,!]?[”"’']*$/.test(words)) return "confirms"
  return /^(he|she|they|it|i|we) (did|had|was|were|has|have|do|does|is|are|would|will)(,|\.|;| but| and|$)/.test(words) ? "confirms" : null
}

/** “‘*There was no sale*,’ Ott said.” So short, it can only answer. */
const SHORT_NO =
  /^there (was|were|has been|have been) (never (a|any) |absolutely no |no )(?!doubt|question|way|other|time|place|reason|need|justice|excuse)(\w+ ?){1,2}[.,!]?[”"’']*,?$/

const ASKED_WHETHER = /\basked\b.{0,40}?\b(if|whether)\b/

/** “‘*I was wrong*,’ Ott said.” “Ott said *she did remember* the talk.” What others had claimed is granted. */
function concedingContent(sight: CueSight): Stance | null {
  const words = beginning(sight)
  if (
    /^(yes, )?(i|we) (was|were) wrong\b|^(i|we) (went too far|made (a|some) (\w+ )?mistakes?|take (full |sole )?(responsibility|the blame)|messed up)\b/.test(
      words,
    )
  )
    return "confirms"
  if (sight.form !== "indirect" && /^(that|this|it)( is|[’']s| was) (true|correct|accurate|indeed)\b/.test(words)) return "confirms"
  if (/^(we|i) (can|will|do) confirm\b|^(re-?confirmed|reconfirms)\b/.test(words) || /\bre-?confirmed\b/.test(words)) return "confirms"
  if (OWN_MISTAKE.test(sight.opening)) return "confirms"
  return EMPHATIC.test(words) && isBare(sight, words) ? "confirms" : null
}

/** “believes that *his use of it was a mistake*” */
const OWN_MISTAKE = /\b(his|her|my|our|their|its) .{0,120}?\b(was|were) (a |an )?(mistakes?|error|wrong)\b/

/** “he *did remember*”: said against a doubt. */
const EMPHATIC = /^(he|she|they|i|we|it) (did|does|do) (\w+)\b/
const NO_VERB = new Set([
  "not",
  "so",
  "it",
  "that",
  "this",
  "what",
  "n",
  "everything",
  "nothing",
  "something",
  "the",
  "a",
  "his",
  "her",
  "their",
  "all",
  "in",
  "and",
  "well",
  "just",
  "only",
  "better",
  "more",
  "some",
  "have",
  "want",
  "need",
  "think",
  "believe",
  "know",
])

function isBare({ scene, content }: CueSight, words: string): boolean {
  const verb = EMPHATIC.exec(words)?.[3] ?? ""
  if (NO_VERB.has(verb)) return false
  const { first, last } = content[0]!
  for (let token = first; token < Math.min(last, first + 5); token++)
    if (scene.forms[token]!.toLowerCase() === verb) return scene.tagged.tags[token] === "VB"
  return false
}

/** The first with an opinion decides. */
const CONTENT_RULES: readonly ((sight: CueSight) => Stance | null)[] = [
  decliningContent,
  answeringQuestion,
  verdictContent,
  noSuchThing,
  denyingAtLast,
  denyingOwnPart,
  concedingContent,
]
