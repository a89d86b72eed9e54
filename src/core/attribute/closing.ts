import { child } from "../tree.ts"
import { isQuiet } from "./cues.ts"
import { contentOf, type Option } from "./option.ts"
import type { Sight } from "./sight.ts"
import { speaker } from "./speakers.ts"
import { canSpeak } from "./speaks.ts"
import { cueOf } from "./verbs.ts"

const CLOSING = new Set("say tell report write announce state testify".split(" "))

/** “Ott told the Harbor Post on Monday.”: what may follow the subject of a closing verb. Tokens. */
const LONGEST_CLOSE = 16

/**
 * “The gate had been open for a week, *two guards told the Harbor Post*.” A whole sentence, and behind its comma who says so. What is learnt may spend the
 * sentence on a verb of saying within it, or on nothing; given where nothing was found at the verb.
 */
export function closingOf(sight: Sight): Option[] {
  return sight.prose.sentences.flatMap(({ first, last, block }) => (isQuiet(sight.prose, block) ? [] : (closeOf(sight, first, last) ?? [])))
}

function closeOf(sight: Sight, first: number, last: number): Option | null {
  const { tagged, tree, forms, quoteOf } = sight
  for (let verb = last - 2; verb > Math.max(first + LEAST_SAID, last - LONGEST_CLOSE); verb--) {
    if (!CLOSING.has(tagged.lemmas[verb]!) || !/^VB[DZ]$/.test(tagged.tags[verb]!) || quoteOf[verb]! >= 0) continue
    const subject = child(tree, tagged, verb, "nsubj")
    if (subject === null || subject > verb || !canSpeak(sight, subject)) return null
    const who = speaker(sight, subject, verb)
    const comma = (who?.run.first ?? 0) - 1
    if (!who || comma - first < LEAST_SAID || forms[comma] !== "," || quoteOf[comma]! >= 0) return null
    if (goesOn(sight, verb, last) || !isSentence(sight, verb, first, comma)) return null
    const cue = cueOf(sight, verb)
    const content = contentOf(sight, [{ first, last: comma }], cue, verb, who.run)
    return content && { rule: "closing", cue, cueHead: verb, source: who.run, sourceHead: who.head, content }
  }
  return null
}

/** Tokens. */
const LEAST_SAID = 3

/** “…, Ott told the Post *that it was shut*”: what is said follows, and does not stand before. */
function goesOn({ tagged, forms, quoteOf }: Sight, verb: number, last: number): boolean {
  for (let token = verb + 1; token < last; token++)
    if (/^(VB[DZP]|MD|WDT|WP|WRB)$/.test(tagged.tags[token]!) || forms[token] === "that" || quoteOf[token]! >= 0) return true
  return tagged.lemmas[verb] !== "tell" && /^(NN|DT|PRP|JJ|CD)/.test(tagged.tags[verb + 1] ?? "")
}

/** A clause of its own stands before the comma, and hangs from the verb; “*when it opened*, Ott told the Post” is none. */
function isSentence({ tagged, tree, quoteOf }: Sight, verb: number, first: number, comma: number): boolean {
  if (/^(IN|WRB|VBG|VBN|TO)$/.test(tagged.tags[first]!) || quoteOf[first]! >= 0) return false
  return tree.children[verb]!.some(
    each =>
      each < comma && /^(ccomp|parataxis|dep|advcl)$/.test(tagged.labels[each]!) && /^(VB[DZP]|MD)$/.test(tensed(tagged.tags, tree, each)),
  )
}

/** The tag of the verb of a clause that bears its tense. */
function tensed(tags: readonly string[], tree: Sight["tree"], head: number): string {
  const bearer = [head, ...tree.children[head]!].find(each => /^(VB[DZP]|MD)$/.test(tags[each]!))
  return bearer === undefined ? "" : tags[bearer]!
}
