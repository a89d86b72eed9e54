import type { Run } from "../tree.ts"
import { isQuiet } from "./cues.ts"
import { contentOf, type Option } from "./option.ts"
import type { Sight } from "./sight.ts"
import { canSpeak } from "./speaks.ts"

/** Tokens. */
const LEAST_SAID = 3
const LONGEST_SPEAKER = 12

/**
 * “The ferry had no lights, *said a deckhand*, who was aboard.” A clause with a verb of its own, a comma, a verb of saying, and behind it who speaks. The
 * parser may take the speaker for what is said; given where nothing was found at the verb.
 */
export function invertedOf(sight: Sight): Option[] {
  return sight.prose.sentences.flatMap(({ first, last, block }) =>
    isQuiet(sight.prose, block) ? [] : (invertedIn(sight, first, last) ?? []),
  )
}

function invertedIn(sight: Sight, first: number, last: number): Option | null {
  const { forms, tagged, quoteOf } = sight
  for (let verb = first + LEAST_SAID + 1; verb < last - 1; verb++) {
    if (!/^(?:said|says)$/.test(forms[verb]!) || forms[verb - 1] !== "," || quoteOf[verb]! >= 0) continue
    const who = speakerBehind(sight, verb, last)
    const said = { first, last: verb - 1 }
    if (!who || !isSentence(sight, said)) return null
    const head = headOf(tagged.tags, who)
    if (!canSpeak(sight, head)) return null
    const cue = { first: verb, last: verb + 1 }
    const content = contentOf(sight, [said], cue, verb, who)
    return content && { rule: "inverted", cue, cueHead: verb, source: who, sourceHead: head, content }
  }
  return null
}

/** “a deckhand of the night ferry”: up to the next mark or clause. Null where that is no noun with its article or name. */
function speakerBehind({ forms, tagged: { tags } }: Sight, verb: number, last: number): Run | null {
  const first = verb + 1
  if (!/^(?:DT|CD|PRP\$|NNPS?|JJ|NNS?)$/.test(tags[first]!) || /^(?:this|that|these|those)$/.test(forms[first]!)) return null
  let end = first
  while (end < last && end - first < LONGEST_SPEAKER && !/^(?:[,.;:]|WP|WDT|WRB|VB[DZP]|MD)$/.test(tags[end]!)) end++
  const isEnded = end === last || /^(?:[,.;]|WP)$/.test(tags[end]!)
  return isEnded && tags.slice(first, end).some(tag => tag.startsWith("NN")) ? { first, last: end } : null
}

/** The last noun before a preposition. */
function headOf(tags: readonly string[], { first, last }: Run): number {
  let head = first
  for (let token = first; token < last && tags[token] !== "IN"; token++) if (tags[token]!.startsWith("NN")) head = token
  return head
}

/** A clause of its own, without a quotation and without a word that makes it hang from another. */
function isSentence({ tagged: { tags }, quoteOf }: Sight, { first, last }: Run): boolean {
  if (/^(?:IN|WRB|VBG|VBN|TO)$/.test(tags[first]!)) return false
  let isTensed = false
  for (let token = first; token < last; token++) {
    if (quoteOf[token]! >= 0) return false
    if (/^(?:VB[DZP]|MD)$/.test(tags[token]!)) isTensed = true
  }
  return isTensed
}
