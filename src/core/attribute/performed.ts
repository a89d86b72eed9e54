import { child, subtree } from "../tree.ts"
import { contentOf, type Option, type Speaker } from "./option.ts"
import type { Sight } from "./sight.ts"
import { speakersOf } from "./speakers.ts"
import { canSpeak } from "./speaks.ts"
import { cueOf } from "./verbs.ts"

/** Deeds done by words whose grammar leaves no choice, and of which corpora hold too few. Given where nothing was found at the verb. */
export function performedOf(sight: Sight): Option[] {
  const { tagged } = sight
  return tagged.tags.flatMap((tag, verb) => {
    if (!/^VB[DNZ]$/.test(tag) || sight.quoteOf[verb]! >= 0) return []
    const lemma = tagged.lemmas[verb]!
    const option = lemma === "accuse" ? accused(sight, verb) : GREETING.has(lemma) ? greeted(sight, verb) : null
    return option ? [option] : []
  })
}

/** “Brask *is accused of* hiding the report”: by nobody named. */
function accused(sight: Sight, verb: number): Option | null {
  const { tree, tagged, forms } = sight
  const whom = child(tree, tagged, verb, "nsubjpass", "nsubj")
  if (whom === null || whom > verb || !/^(?:is|are|was|were|been|stands?)$/.test(forms[verb - 1]!) || forms[verb + 1] !== "of") return null
  const cue = { first: Math.max(cueOf(sight, verb).first, tree.right[whom]! + 1), last: verb + 2 }
  const content = contentOf(sight, [subtree(tree, whom), { first: verb + 2, last: tree.right[verb]! + 1 }], cue, verb, null)
  return content && content.length > 1 ? { rule: "performed", cue, cueHead: verb, source: null, sourceHead: null, content } : null
}

const GREETING = new Set(["congratulate", "thank"])

/** “Brask *congratulated* Ruiz on her victory” */
function greeted(sight: Sight, verb: number): Option | null {
  const { tree, tagged, forms } = sight
  const whom = child(tree, tagged, verb, "dobj")
  if (whom === null || whom < verb || ![whom, tree.right[whom]!].some(end => /^(?:on|for)$/.test(forms[end + 1] ?? ""))) return null
  const cue = cueOf(sight, verb)
  const who = speakersOf(sight, verb, cue).find((each): each is Speaker => each !== null && each.run.last <= cue.first)
  if (!who || !canSpeak(sight, who.head)) return null
  const content = contentOf(sight, [{ first: verb + 1, last: tree.right[verb]! + 1 }], cue, verb, who.run)
  return content && { rule: "performed", cue, cueHead: verb, source: who.run, sourceHead: who.head, content }
}
