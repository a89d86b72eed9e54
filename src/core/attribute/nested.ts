import { child } from "../tree.ts"
import { contentOf, type Option } from "./option.ts"
import type { Sight } from "./sight.ts"
import { speaker } from "./speakers.ts"
import { complementOf, cueOf, SAYING } from "./verbs.ts"

/**
 * “The Post reported that *Ott denied leaving the bridge*”: a verb of saying with its own subject and complement, inside what another said. PolNeAR
 * marks only one of two that are nested, so what is learnt drops one; readers need both.
 */
export function nestedOf(sight: Sight, found: readonly Option[]): Option[] {
  const { tagged, quoteOf } = sight
  const options = new Map<number, Option>()
  for (const { content } of found)
    for (const { first, last } of content)
      for (let verb = first; verb < last; verb++) {
        if (options.has(verb) || quoteOf[verb]! >= 0 || !SAYING.has(tagged.lemmas[verb]!) || !tagged.tags[verb]!.startsWith("VB")) continue
        const option = sayingOf(sight, verb)
        if (option) options.set(verb, option)
      }
  return [...options.values()]
}

function sayingOf(sight: Sight, verb: number): Option | null {
  const subject = child(sight.tree, sight.tagged, verb, "nsubj")
  const complement = complementOf(sight, verb)
  if (subject === null || subject > verb || !complement) return null
  const cue = cueOf(sight, verb)
  const who = speaker(sight, subject, verb)
  const content = contentOf(sight, [complement], cue, verb, who?.run ?? null)
  return who && content ? { rule: "nested", cue, cueHead: verb, source: who.run, sourceHead: who.head, content } : null
}
