import type { Act, Certainty, Form, Stance } from "../data.ts"
import type { Run } from "../tree.ts"
import type { Scene } from "./scene.ts"

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** “Ott *denied* that the gate was open.” */
const DENY = set("deny reject dismiss dispute refute rebut disavow debunk repudiate disclaim denial rejection contest rubbish")
/** “Ott *confirmed* the sinking.” */
const CONFIRM = set("confirm acknowledge admit concede verify corroborate confess confirmation admission acknowledgment acknowledgement")
/** “Ott *declined* to comment.” What follows must be an act of speaking: declining an invitation is none. */
const DECLINE = set("decline refuse refusal")
const SPEAKING = set(
  "comment say answer discuss confirm deny respond elaborate speak talk disclose reveal provide specify identify explain address name interview statement detail",
)
/** “The line did not *respond*.” */
const RESPOND = set("respond reply return answer reach response")
/** “Ott called the report *false*.” */
const FALSE = set(
  "false untrue fiction fake lie lies baseless nonsense hoax fabricated fabrication unfounded groundless wrong inaccurate incorrect invented bogus untruth falsehood misinformation disinformation ridiculous preposterous rumor rumour defamatory",
)
/** “Ott *called* the report false.” */
const CALL = set("call describe label brand dub term denounce slam blast characterize decry")

const DIRECTIVE = set(
  "urge ask call demand order request recommend tell instruct appeal invite encourage beg implore press insist advise command plead petition propose suggest warn require caution",
)
const COMMISSIVE = set("vow promise pledge threaten swear offer commit undertake guarantee volunteer")
const EXPRESSIVE = set(
  "congratulate thank apologize apologise praise condemn criticize criticise welcome regret applaud hail mourn lament greet blame mock deplore denounce commend salute slam blast ridicule complain",
)
const ATTITUDE = set(
  "believe think want hope fear expect support oppose seek like prefer doubt wish plan intend consider feel know understand worry favor favour love hate endorse back aim desire agree disagree suspect assume appear seem belief hope fear view",
)

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

/** “The line did not respond to a request”; “Ott could not be reached”; “The Post received no reply.” */
function noAnswer(sight: CueSight): Stance | null {
  const words = around(sight)
  if (/\bno comment\b/.test(words)) return "declines"
  const negated = isNegated(sight) || /\bno (immediate )?(response|reply|answer)\b/.test(words)
  const spoke = lemmas(sight).some(lemma => RESPOND.has(lemma))
  if (negated && spoke && !/\b(answer|respond)\w* (that|with)\b/.test(words)) return "unanswered"
  return /\bunavailable for comment\b/.test(words) ? "unanswered" : null
}

/** “Ott *declined to comment*”; “Ott *would not say* who gave the order.” */
function declining(sight: CueSight): Stance | null {
  const { scene, head, content } = sight
  const own = scene.tagged.lemmas[head]!
  const spoken = [...lemmas(sight), ...content.flatMap(({ first, last }) => scene.tagged.lemmas.slice(first, Math.min(last, first + 4)))]
  if (DECLINE.has(own) && spoken.some(lemma => SPEAKING.has(lemma))) return "declines"
  const words = around(sight)
  return /\b(would|could|can|will|did) ?(not|n[’']t) (immediately |further |directly )?(comment|confirm|discuss|elaborate|say (whether|if|who|what|why|when|how)|disclose|specify)\b/.test(
    words,
  )
    ? "declines"
    : null
}

/** “Ott has *not confirmed* the report.” */
function negatedConfirming(sight: CueSight): Stance | null {
  return CONFIRM.has(sight.scene.tagged.lemmas[sight.head]!) && isNegated(sight) ? "declines" : null
}

/** “Ott did *not deny* it”: not a denial, and not a confirmation either. */
function negatedDenying(sight: CueSight): Stance | null {
  return DENY.has(sight.scene.tagged.lemmas[sight.head]!) && isNegated(sight) ? "declines" : null
}

function denying({ scene, head }: CueSight): Stance | null {
  return DENY.has(scene.tagged.lemmas[head]!) ? "denies" : null
}

function confirming({ scene, head }: CueSight): Stance | null {
  return CONFIRM.has(scene.tagged.lemmas[head]!) ? "confirms" : null
}

/** “Ott called the report *false*.” */
function callingFalse({ scene, head, content }: CueSight): Stance | null {
  if (!CALL.has(scene.tagged.lemmas[head]!)) return null
  return content.some(run => someLemma(scene, run, FALSE)) ? "denies" : null
}

/** “‘This is *completely untrue*,’ Ott said.” “‘There was *no* meeting.’” Short, and about what was said before. */
function denyingContent({ scene, content, form }: CueSight): Stance | null {
  const first = content[0]
  if (!first || form === "indirect") return null
  const words = lower(scene, first).replace(/^[“"'‘`\s]+/, "")
  const pointing =
    /^(this|that|it|these|those|the (report|reports|story|claim|claims|allegation|allegations|accusation|accusations))\b/.test(words)
  const opening = { first: first.first, last: Math.min(first.last, first.first + DENIAL_TOKENS) }
  if (pointing && someLemma(scene, opening, FALSE) && !/\b(is|was|are|were|it)(n[’']t| not)\b/.test(lower(scene, opening))) return "denies"
  if (pointing && /\b(did not|didn[’']t|never) (happen|take place|occur)/.test(words)) return "denies"
  return /^there (is|was|has been|have been|were|are) (no|never|absolutely no|not (a|any))\b/.test(words) ? "denies" : null
}

/** A denial says so within this many tokens of its beginning. */
const DENIAL_TOKENS = 14

/** The first with an opinion decides. */
const STANCE_RULES: readonly StanceRule[] = [
  neitherNor,
  noAnswer,
  declining,
  negatedConfirming,
  negatedDenying,
  denying,
  confirming,
  callingFalse,
  denyingContent,
]

/** The class of speech act after Searle (1976), by the cue's lemma; `attitude` is what PolNeAR also marks. */
export function actOf({ scene, head, form }: CueSight): Act {
  const lemma = scene.tagged.lemmas[head]!
  if (COMMISSIVE.has(lemma)) return "commissive"
  if (EXPRESSIVE.has(lemma)) return "expressive"
  if (DIRECTIVE.has(lemma) && form === "indirect") return "directive"
  if (ATTITUDE.has(lemma)) return "attitude"
  return "assertive"
}

/** How sure the source presents it, by the modal and adverbs of cue and content (FactBank: certain, probable, possible). */
export function certaintyOf({ scene, cue, content }: CueSight): Certainty {
  const words = [cue, ...content.map(({ first, last }) => ({ first, last: Math.min(last, first + MODAL_TOKENS) }))]
    .map(run => lower(scene, run))
    .join(" ")
  if (/\b(may|might|could|possibly|perhaps|maybe|whether|if)\b/.test(words)) return "possible"
  if (/\b(probably|likely|presumably|appears?|seems?|suggest(s|ed)?|believe[sd]?|expects?|expected|thinks?)\b/.test(words))
    return "probable"
  return "certain"
}

const MODAL_TOKENS = 12

/** Whether what is said is said not to be so: “that the bridge was *not* safe”. */
export function polarityOf({ scene, content }: CueSight): "positive" | "negative" {
  const first = content[0]
  if (!first) return "positive"
  const root = rootOf(scene, first)
  const negated = scene.tree.children[root]!.some(each => scene.tagged.labels[each] === "neg")
  const words = lower(scene, { first: first.first, last: Math.min(first.last, first.first + 6) })
  return negated || /\bthere (is|was|were|are) no\b|\bnever\b/.test(words) ? "negative" : "positive"
}

function rootOf({ tagged: { heads } }: Scene, { first, last }: Run): number {
  for (let token = first; token < last; token++) if (heads[token]! < first || heads[token]! >= last) return token
  return first
}

/** Direct when nearly all of it stands in quotation marks, mixed when some does, else indirect. Shares of its letters. */
export function formOf({ quotedBy, forms }: Scene, content: readonly Run[]): Form {
  let quoted = 0
  let all = 0
  for (const { first, last } of content)
    for (let token = first; token < last; token++) {
      if (!/[\p{L}\p{N}]/u.test(forms[token]!)) continue
      all++
      if (quotedBy[token]! >= 0) quoted++
    }
  if (all === 0 || quoted === 0) return "indirect"
  return quoted / all >= DIRECT_SHARE ? "direct" : "mixed"
}

/** PolNeAR counts as direct what has 95 % of its words in quotation marks. */
const DIRECT_SHARE = 0.95

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

export function lower({ prose: { text, tokens } }: Scene, { first, last }: Run): string {
  if (first >= last) return ""
  return text
    .slice(tokens[first]!.start, tokens[last - 1]!.end)
    .toLowerCase()
    .replace(/\s+/g, " ")
}
