import type { Act, Certainty, Form } from "../data.ts"
import type { Run } from "../tree.ts"
import type { Scene } from "./scene.ts"
import { type CueSight, lower } from "./stance.ts"

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** “Ott *urged* the crew to leave.” */
const DIRECTIVE = set(
  "urge ask call demand order request recommend tell instruct appeal invite encourage beg implore press insist advise command plead petition propose suggest warn require caution",
)
/** “Ott *vowed* to mend the gate.” */
const COMMISSIVE = set("vow promise pledge threaten swear offer commit undertake guarantee volunteer")
/** “Ott *congratulated* the crew.” */
const EXPRESSIVE = set(
  "congratulate thank apologize apologise praise condemn criticize criticise welcome regret applaud hail mourn lament greet blame mock deplore denounce commend salute slam blast ridicule complain",
)
/** “Ott *believes* that the gate was open.” */
const ATTITUDE = set(
  "believe think want hope fear expect support oppose seek like prefer doubt wish plan intend consider feel know understand worry favor favour love hate endorse back aim desire agree disagree suspect assume appear seem belief hope fear view",
)

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
