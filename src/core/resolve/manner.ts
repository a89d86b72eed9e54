import type { Act, Certainty, Form, Stance } from "../data.ts"
import { child, type Run } from "../tree.ts"
import { type CueSight, firstWords, isNegated, lower } from "./cue-sight.ts"
import { type Effect, effectOf } from "./effects.ts"
import { bearingOf } from "./headline.ts"
import { blockAt, type Scene } from "./scene.ts"

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** “Ott *urged* the crew to leave.” */
const DIRECTIVE = set("urge demand order request beg implore plead petition command encourage invite instruct require appeal press")
/** “Ott *told* the crew *to leave*”, “*insisted that* the gate *be shut*”: a demand when something is to be done; “told them it was shut” is none. */
const DIRECTIVE_WITH_DEED = set("tell ask advise warn caution insist suggest recommend propose call remind want")
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
/** “The log *suggests* that it was open”: said, and not for certain. */
const GUESSING = set("suggest imply hint speculate predict estimate suppose guess imagine")

/** The class of speech act after Searle (1976), by the cue's lemma and what is said; `attitude` is what PolNeAR also marks. An answer asserts. */
export function actOf(sight: CueSight, stance: Stance): Act {
  const { scene, head, form } = sight
  const lemma = scene.tagged.lemmas[head]!
  if (stance !== "asserts") return "assertive"
  if (COMMISSIVE.has(lemma)) return "commissive"
  if (EXPRESSIVE.has(lemma)) return "expressive"
  if (lemma === "ask" && /^(if|whether|who|what|why|when|where|how) /.test(sight.opening)) return "directive"
  if (form !== "direct" && (DIRECTIVE.has(lemma) || (DIRECTIVE_WITH_DEED.has(lemma) && (isDeed(sight) || callsFor(sight)))))
    return "directive"
  if (ATTITUDE.has(lemma)) return "attitude"
  return "assertive"
}

/** “told them *to leave*”, “insisted that it *be shut*” */
function isDeed(sight: CueSight): boolean {
  const { scene, head, content } = sight
  const { tree, tagged, forms } = scene
  if (tagged.lemmas[head] === "want") return false
  if (content[0] && isInfinitive(sight, content[0])) return true
  return tree.children[head]!.some(each => {
    if (each < head || !/^([cx]comp|advcl|dep)$/.test(tagged.labels[each]!)) return false
    const parts = tree.children[each]!.filter(part => /^aux/.test(tagged.labels[part]!))
    if (parts.some(part => tagged.tags[part] === "MD" || /^(do|does|did)$/i.test(forms[part]!))) return false
    return tagged.tags[each] === "VB" || parts.some(part => forms[part]!.toLowerCase() === "be")
  })
}

/** “*to leave*”, “*the crew to leave*”: an infinitive before any finite verb. */
function isInfinitive({ scene: { forms, tagged } }: CueSight, { first, last }: Run): boolean {
  for (let token = first; token < Math.min(last - 1, first + MODAL_TOKENS); token++) {
    if (/^(VB[DZP]|MD|W)/.test(tagged.tags[token]!) || forms[token] === ",") return false
    if (/^to$/i.test(forms[token]!)) return tagged.tags[token + 1] === "VB"
  }
  return false
}

/** “*called for* her to resign”, “*called on* the port to act” */
function callsFor({ scene, cue, head }: CueSight): boolean {
  const { forms, tagged } = scene
  return (
    /^(call|ask)$/.test(tagged.lemmas[head]!) &&
    forms.slice(head + 1, Math.max(cue.last, head + 2) + 1).some(word => /^(for|on|upon)$/i.test(word))
  )
}

/**
 * How sure the source presents it (FactBank: certain, probable, possible): by modals and adverbs, by the attitude of the cue, by what people
 * judge of the predicate that is said (“*tried to* close it”). The least sure counts.
 */
export function certaintyOf(sight: CueSight): Certainty {
  if (isOpen(sight) || sight.content.some(run => isHedgedHeadline(sight.scene, run))) return "possible"
  const held = [attitudeOf(sight), ownAttitude(sight), predicateEffect(sight)].map(effect => effect?.certainty ?? "certain")
  if (held.includes("possible")) return "possible"
  return held.includes("probable") || LIKELY.test(openingWords(sight)) ? "probable" : "certain"
}

const LIKELY = /\b(probably|likely|unlikely|presumably|apparently|allegedly|reportedly|appears?|appeared|seems?|seemed)\b/

/** “*might* be shut”, “*whether* it was shut”, “*perhaps*” */
function isOpen(sight: CueSight): boolean {
  const { scene, content } = sight
  if (/\b(possibly|perhaps|maybe|not (sure|certain))\b/.test(openingWords(sight)) || /^(whether|if) /.test(contentWords(sight))) return true
  return content.slice(0, 1).some(({ first, last }) => {
    for (let token = first; token < Math.min(last, first + MODAL_TOKENS); token++)
      if (
        scene.tagged.tags[token] === "MD" &&
        /^(may|might|could)$/i.test(scene.forms[token]!) &&
        !/^(see|hear|feel)$/i.test(scene.forms[token + 1] ?? "")
      )
        return true
    return false
  })
}

const MODAL_TOKENS = 12

function openingWords(sight: CueSight): string {
  return `${lower(sight.scene, sight.cue)} ${contentWords(sight)}`
}

function contentWords({ opening }: CueSight): string {
  return firstWords(opening, MODAL_TOKENS)
}

/** “Ott *believes* it was open” */
function attitudeOf(sight: CueSight): Effect | null {
  const lemma = sight.scene.tagged.lemmas[sight.head]!
  return ATTITUDE.has(lemma) || GUESSING.has(lemma) ? effectOf(lemma, "that", isNegated(sight)) : null
}

/** “‘*I think* it was open,’ Ott said.” */
function ownAttitude(sight: CueSight): Effect | null {
  const { scene, content } = sight
  const root = content[0] ? rootOf(scene, content[0]) : -1
  if (root < 0 || !ATTITUDE.has(scene.tagged.lemmas[root]!)) return null
  const subject = child(scene.tree, scene.tagged, root, "nsubj")
  if (subject === null || !/^(i|we)$/i.test(scene.forms[subject]!) || child(scene.tree, scene.tagged, root, "ccomp") === null) return null
  return effectOf(scene.tagged.lemmas[root]!, "that", isNegatedAt(sight, root))
}

/** “said she *failed to* close it” */
function predicateEffect(sight: CueSight): Effect | null {
  const { scene, content } = sight
  const root = content[0] ? rootOf(scene, content[0]) : -1
  if (root < 0 || scene.forms[root + 1]?.toLowerCase() !== "to" || !scene.tagged.tags[root]!.startsWith("VB")) return null
  return scene.tagged.tags[root + 2]?.startsWith("VB") ? effectOf(scene.tagged.lemmas[root]!, "to", isNegatedAt(sight, root)) : null
}

function isNegatedAt({ scene }: CueSight, verb: number): boolean {
  return scene.tree.children[verb]!.some(each => scene.tagged.labels[each] === "neg")
}

/** “*Ferry Reportedly Sold*, Ott Says”: a headline leaves the verb of the doubt out. */
function isHedgedHeadline(scene: Scene, run: Run): boolean {
  return scene.prose.blocks[blockAt(scene, run.first)]!.role === "title" && bearingOf(lower(scene, run)) === "reports"
}

/** Whether what is said is said not to be so: “that the bridge was *not* safe”, “that she *refused to* pay”. Whether it is denied tells the stance. */
export function polarityOf(sight: CueSight): Effect["polarity"] {
  return isNegativeContent(sight) ? "negative" : "positive"
}

function isNegativeContent(sight: CueSight): boolean {
  const { scene, content } = sight
  const first = content[0]
  if (!first) return false
  const effect = predicateEffect(sight)
  if (effect) return effect.polarity === "negative"
  if (/\bno doubt\b|\bnot (only|just|merely)\b|\bnot (sure|certain)\b/.test(contentWords(sight))) return false
  if (/\bunlikely to\b/.test(contentWords(sight))) return true
  const words = firstWords(sight.opening, 6).replace(/^[“"'‘`\s]+|^that /g, "")
  return (
    isNegatedAt(sight, rootOf(scene, first)) ||
    /\bthere (is|was|were|are|has been|had been) no\b|\bnever\b|^(no|none|nobody|nothing) /.test(words)
  )
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
