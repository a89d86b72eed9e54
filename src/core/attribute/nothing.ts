import { isLabel } from "./labels.ts"
import type { Option } from "./option.ts"
import type { Sight } from "./sight.ts"
import { isIdiom, isQuestionPut } from "./verbs.ts"

/** What only looks like somebody's words: the first rule that says so decides. Each comes with the sentence that taught it. */
export function saysNothing(sight: Sight, option: Option): boolean {
  return RULES.some(rule => rule(sight, option))
}

type Rule = (sight: Sight, option: Option) => boolean

/** “*asked not to be named* because she feared for her job”, “*insisted on anonymity*”: a condition, and told with the source. */
function isCondition(sight: Sight, option: Option): boolean {
  if (!/^(ask|request|wish|want|insist|decline|refuse|prefer|speak)$/.test(sight.tagged.lemmas[option.cueHead]!)) return false
  return CONDITION.test(behind(sight, option, 12))
}

const CONDITION =
  /^(that )?((he|she|they|it|his name|her name|their names?|the \w+) )?(spoke |speaking )?(not |n[’']t )?(to )?(not )?(be (named|identified|quoted by name)|remain (anonymous|unnamed)|(on (the )?condition of |for |on )?anonymity)\b/

/** “The judge *denied a motion* to dismiss the case”: withheld, and nothing is said. */
function isWithheld(sight: Sight, option: Option): boolean {
  if (sight.tagged.lemmas[option.cueHead] !== "deny") return false
  return /^(the |a |an |his |her |their |its |that |those )?(\w+ ){0,2}?(motion|bail|parole|petition|appeal|asylum|visas?|permits?|entry|admission|injunction|stay|writ|certiorari|reprieve|clemency)\b/.test(
    behind(sight, option, 6),
  )
}

/** “It *goes without saying* that …” */
function isProverb({ forms }: Sight, { cueHead, cue }: Option): boolean {
  const saying = forms[cueHead] === "saying" ? cueHead : cue.last - 1
  return forms[saying] === "saying" && forms[saying - 1] === "without"
}

/** “The clock *told the hour*”, “few can *tell the difference*”: shown or seen, and told to nobody. */
function isTelling({ tagged, forms }: Sight, { cueHead, content }: Option): boolean {
  const run = content[0]
  if (tagged.lemmas[cueHead] !== "tell" || !run || run.first !== cueHead + 1) return false
  return /^(?:the )?(?:hours?|time|difference)\b/.test(forms.slice(run.first, run.first + 2).join(" "))
}

/** “The avalanche *claimed two climbers*”, “the road *claims* a dozen *lives* a year” */
function isToll(sight: Sight, { cueHead, content }: Option): boolean {
  const { tagged, forms } = sight
  const [run, ...others] = content
  if (tagged.lemmas[cueHead] !== "claim" || !run || others.length > 0) return false
  const tags = tagged.tags.slice(run.first, run.last)
  if (tags.some(tag => /^(VB[DZP]|MD|TO)$/.test(tag))) return false
  const words = forms.slice(run.first, run.last).join(" ")
  return /\b(lives|life|victims?|casualties)\b/.test(words) || (tags[0] === "CD" && /^NNS/.test(tags[1] ?? ""))
}

/** “The council *voted* 7 to 4 to close the pier”: an event. */
function isVote({ tagged }: Sight, { cueHead }: Option): boolean {
  return tagged.lemmas[cueHead] === "vote"
}

/** “*Did you ask the clerk to resign?*” Outside quotation marks a question is put by whoever writes. */
function isAskedHere({ prose, tree, forms, tagged, quoteOf }: Sight, { cueHead, rule }: Option): boolean {
  const { first, last } = prose.sentences[tree.sentenceOf[cueHead]!]!
  if (rule === "transcript" || quoteOf[cueHead]! >= 0 || forms[last - 1] !== "?") return false
  return (
    /^(did|do|does|has|have|had|is|are|was|were|will|would|could|can|should|who|what|why|when|where|how)$/.test(forms[first]!) &&
    /^(VB|NN)/.test(tagged.tags[cueHead]!)
  )
}

/** “She should quit *if the report is confirmed*”: by nobody yet. */
export function isSupposed({ forms, tagged, prose, tree }: Sight, { cue, cueHead, source }: Option): boolean {
  if (source || !/^VB[DN]$/.test(tagged.tags[cueHead]!)) return false
  const { first } = prose.sentences[tree.sentenceOf[cueHead]!]!
  for (let token = cue.first - 1; token >= Math.max(first, cue.first - LONGEST_SUPPOSED); token--) {
    if (/^(?:if|unless|until|once)$/.test(forms[token]!)) return true
    if (/^(?:VB[DPZ]|MD|[,:;])$/.test(tagged.tags[token]!) && !/^(?:is|are|was|were|be|has|have|had)$/.test(forms[token]!)) return false
  }
  return false
}

/** Tokens between “if” and the verb. */
const LONGEST_SUPPOSED = 8

function behind({ forms }: Sight, { cueHead, content, cue }: Option, tokens: number): string {
  const last = Math.max(cue.last, content[0]?.last ?? cue.last)
  return forms.slice(cueHead + 1, Math.min(last, cueHead + 1 + tokens)).join(" ")
}

const RULES: readonly Rule[] = [
  isIdiom,
  isLabel,
  isQuestionPut,
  isCondition,
  isWithheld,
  isProverb,
  isTelling,
  isToll,
  isVote,
  isAskedHere,
  isSupposed,
]
