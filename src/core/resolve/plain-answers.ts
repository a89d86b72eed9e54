import type { Stance } from "../data.ts"
import type { CueSight } from "./cue-sight.ts"
import type { Scene } from "./scene.ts"

/** Answers in so many words, whoever asked: each comes with the sentence that taught it. */
export function plainAnswer(sight: CueSight): Stance | null {
  if (!ANSWERING.test(sight.opening)) return null
  for (const rule of RULES) {
    const stance = rule(sight)
    if (stance) return stance
  }
  return null
}

/** Without one of these words nothing is answered so, and no rule need look. */
const ANSWERING =
  /n[o’']t\b|\bno\b|nope|never|nothing|yes|yeah|right|course|absolute|genuine|authentic|accurate|correct|true|false|fake|forge|fabricat|doctored|invent|made[- ]up|hoax|manipulated|exaggerated|overblown|fairy|speculation|fantasy|gossip|rubbish|garbage|figment|news to|ridiculous|ludicrous|laughable|outlandish|outrageous|offensive/

/** “Ott said *she had nothing to add*.” “‘We have *nothing more to say*.’” */
function nothingToAdd({ opening }: CueSight): Stance | null {
  return NOTHING_TO_ADD.test(opening) ? "declines" : null
}

const NOTHING_TO_ADD =
  /^[“"'‘]?(that )?(\S+ ){1,3}(have|has|had|[’']d|[’']ve)? ?nothing (further |more |else |new )?to (add|say|share|tell you)\b/

/** “Moss: *No. It was never for sale.*”: in a conversation that is printed as such, a question stands before. */
function printedAnswer({ scene, cue, opening }: CueSight): Stance | null {
  if (cue.last - cue.first !== 1 || scene.forms[cue.first] !== ":") return null
  if (/^[“"'‘]?(no|nope|never|not at all|absolutely not|of course not)\b[.,!—–-]/.test(opening)) return "denies"
  if (/^[“"'‘]?(yes|yeah|correct|that[’']s right|absolutely|of course)\b[.,!—–-]/.test(opening)) return "confirms"
  return /^(i|we)([’']m| am|[’']re| are) not going to (talk|comment|discuss|speak|get into|go into)\b/.test(opening) ? "declines" : null
}

const WRITTEN =
  "(reports?|stor(?:y|ies)|article|account|claims?|allegations?|documents?|memos?|letters?|e-?mails?|messages?|recordings?|tapes?|videos?|photographs?|photos?|pictures?|images?|figures?|numbers?|quotation|quotes?|signature|transcript|screenshots?|minutes)"
const BE = "(?:is|was|are|were|(?:had|has|have) been|[’']s|[’']re)"

/** “Ott said *the memo was genuine*”; “‘*The report is correct*’”; “*the account was accurate in every detail*” */
function genuine({ scene, head, opening }: CueSight): Stance | null {
  return GENUINE.test(opening) && !UNSURE.has(scene.tagged.lemmas[head]!) ? "confirms" : null
}

/** “*doubts* that the letter is genuine” */
const UNSURE = new Set("doubt question dispute wonder ask deny suspect hope believe think fear assume expect know see".split(" "))

const GENUINE = new RegExp(
  `^[“"'‘]?(?:that )?(?:the|this|that|those|these|its|his|her|their|both) (?:\\p{L}+ ){0,2}${WRITTEN} ${BE} (?:both |indeed |entirely |completely |absolutely |\\p{L}+ly )?(?:genuine|authentic|accurate|correct|true)\\b(?! (?:only|if|but|to))`,
  "u",
)

/** “Ott said *the photographs had been fabricated*”, “*the letter was forged*” */
function forged({ scene, head, opening }: CueSight): Stance | null {
  return FORGED.test(opening) && !UNSURE.has(scene.tagged.lemmas[head]!) ? "denies" : null
}

const FORGED = new RegExp(
  `^[“"'‘]?(?:that )?(?:the|this|that|those|these|all|both) (?:\\p{L}+ ){0,2}${WRITTEN} ${BE} (?:a |an |simply |entirely |completely |\\p{L}+ly )?(?:false|fake|fakes|forged|a forgery|forgery|forgeries|fabricated|fabrications?|doctored|invented|made up|untrue|a hoax|hoax|manipulated|exaggerated)\\b`,
  "u",
)

/** “*no such offer had been put in writing*”, “‘She said *nothing of the kind*’”, “‘We have *agreed to nothing and signed nothing*’” */
function nothingSuch({ opening }: CueSight): Stance | null {
  return NOTHING_SUCH.test(opening) || /\bnothing of the (kind|sort)\b/.test(opening.slice(0, NEAR)) ? "denies" : null
}

const NOTHING_SUCH =
  /^[“"'‘]?(that )?(no such \p{L}+ (\p{L}+ )?(was|were|is|are|had|has|have|ever|exists?|existed|took|will)\b|nothing (has|had|was|have) (been )?(\p{L}+ly )?(agreed|signed|promised|sold|paid|offered|stolen|hidden|taken)\b|(we|they|he|she|i|it)( have| had| has|[’']ve|[’']d)? (agreed to|signed|promised|sold|offered|paid|took|hid) nothing\b)/u
/** Characters. */
const NEAR = 60

/** “the accusation *‘a fairy tale’*”, “that as *‘pure invention’*”, behind a verb of calling. */
function namedFalse({ scene, head, opening }: CueSight): Stance | null {
  return CALLS.has(scene.tagged.lemmas[head]!) && TALES.test(opening) ? "denies" : null
}

const CALLS = new Set(["call", "describe", "label", "labell", "brand", "dub", "term", "characterize", "characterise", "dismiss"])
const TALES =
  /\b(fairy ?tales?|made[- ]up|(pure |complete |utter )?(speculation|invention|fantasy|gossip|rubbish|garbage|fabrication)|figment|exaggerated|overblown|news to (us|me|him|her|them))\b|\b(claims?|allegations?|accusations?|reports?|charges?|suggestions?|rumou?rs?)\b.{0,30}\b(ridiculous|ludicrous|laughable|outlandish|outrageous|offensive)\b/

/** “Priya Sandoval will *NOT* retire, her agent has told the Mail”: printed loud, against what others say. */
function loudly({ scene, content, form }: CueSight): Stance | null {
  const [first] = content
  if (!first || form !== "indirect") return null
  const at = scene.forms.slice(first.first, Math.min(first.last, first.first + LOUD_TOKENS)).indexOf("NOT")
  return at > 0 && isQuietText(scene, first.first + at) ? "denies" : null
}

/** Tokens. */
const LOUD_TOKENS = 14

/** Its neighbours are not printed in capitals too. */
function isQuietText({ forms }: Scene, token: number): boolean {
  return /\p{Ll}/u.test(forms[token - 1]!) && /\p{Ll}/u.test(forms[token + 1] ?? "x")
}

const RULES: readonly ((sight: CueSight) => Stance | null)[] = [
  printedAnswer,
  nothingToAdd,
  forged,
  genuine,
  nothingSuch,
  namedFalse,
  loudly,
]
