import { child, type Run } from "../tree.ts"
import { contentOf, type Option, type Speaker } from "./option.ts"
import type { Sight } from "./sight.ts"
import { speaker } from "./speakers.ts"
import { canSpeak, isTold } from "./speaks.ts"
import { clauseBehind, complementOf, cueOf, SAYING } from "./verbs.ts"

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** “Ott said Ruiz had *promised to come back*”: verbs that say something through an infinitive or a “that”. */
const UNDERTAKING = set(
  "promise vow pledge urge order demand confess predict insist complain boast advise threaten hint reiterate maintain",
)

/**
 * “The Post reported that *Ott denied leaving the bridge*”: a verb of saying with its own subject and complement, inside what another said. PolNeAR
 * marks only one of two that are nested, so what is learnt drops one; readers need both.
 */
export function nestedOf(sight: Sight, found: readonly Option[]): Option[] {
  const { tagged } = sight
  const options = new Map<number, Option>()
  for (const { content, cueHead } of found)
    for (const { first, last } of content)
      for (let verb = first; verb < last; verb++) {
        if (options.has(verb) || verb === cueHead || !tagged.tags[verb]!.startsWith("VB")) continue
        if (!SAYING.has(tagged.lemmas[verb]!) && !UNDERTAKING.has(tagged.lemmas[verb]!)) continue
        const option = sayingOf(sight, verb, { first, last })
        if (option) options.set(verb, option)
      }
  return [...options.values()]
}

function sayingOf(sight: Sight, verb: number, within: Run): Option | null {
  if (!isTold(sight, verb)) return null
  const who = narrator(sight, verb)
  const matter = matterOf(sight, verb) ?? (who && quoteBefore(sight, who))
  if (!who || !matter || !canSpeak(sight, who.head) || (sight.quoteOf[verb]! >= 0 && !isThird(sight, who, verb))) return null
  const cue = cueOf(sight, verb)
  const run = { first: Math.max(matter.first, within.first), last: Math.min(matter.last, within.last) }
  const content = contentOf(sight, [run], cue, verb, who.run)
  return content && { rule: "nested", cue, cueHead: verb, source: who.run, sourceHead: who.head, content }
}

/** “*‘We shall not yield,’* the marshal told state television, Meridian reported”: the quotation that ends right before the one who speaks. */
function quoteBefore({ quotes, quoteOf }: Sight, { run }: Speaker): Run | null {
  return quoteOf[run.first]! >= 0 ? null : (quotes.find(({ last }) => last <= run.first && last >= run.first - 1) ?? null)
}

/** The subject; of a participle the noun it hangs from: “quoted a *police statement* saying …”. */
function narrator(sight: Sight, verb: number): Speaker | null {
  const { tree, tagged } = sight
  const subject = child(tree, tagged, verb, "nsubj")
  if (subject !== null) return subject < verb ? speaker(sight, subject, verb) : null
  const above = tagged.heads[verb]!
  const isParticiple =
    tagged.tags[verb] === "VBG" &&
    !/^(writing|asking|reporting)$/.test(sight.forms[verb]!) &&
    tagged.labels[verb] === "acl" &&
    above >= 0 &&
    above < verb
  return isParticiple && tagged.tags[above]!.startsWith("NN") ? speaker(sight, above, verb) : null
}

/** What is said: the complement; behind “told police” all that follows the hearer. */
function matterOf(sight: Sight, verb: number): Run | null {
  const { tree, tagged } = sight
  const hearer = tagged.lemmas[verb] === "tell" ? child(tree, tagged, verb, "dobj") : null
  if (hearer !== null && hearer > verb && tree.right[verb]! > hearer + 1) return { first: hearer + 1, last: tree.right[verb]! + 1 }
  if (hearer !== null) return null
  const near = tree.children[verb]!.find(each => each > verb && /^([cx]comp|dobj)$/.test(tagged.labels[each]!))
  if (BRIEFLY.has(tagged.lemmas[verb]!) && near !== undefined) return { first: tree.left[near]!, last: phraseEnd(sight, verb, near) }
  const isClause = tree.children[verb]!.some(each => each > verb && /^[cx]comp$/.test(tagged.labels[each]!))
  return isClause ? complementOf(sight, verb) : clauseBehind(sight, verb)
}

/** “reported *damage to the pier*”: with the phrases right behind it, which the parser may hang from the verb. */
function phraseEnd({ tree, tagged }: Sight, verb: number, near: number): number {
  let end = tree.right[near]! + 1
  for (const each of tree.children[verb]!)
    if (tree.left[each] === end && /^(nmod|advcl|acl)$/.test(tagged.labels[each]!)) end = tree.right[each]! + 1
  return end
}

/** “witnesses *reported* damage”: verbs of saying whose mere object says it all. “wrote a book”, “asked a question” say nothing. */
const BRIEFLY = set("report deny confirm acknowledge admit allege announce promise vow pledge predict demand order")

/** Between quotation marks the one who is quoted says “I”; anyone else there is somebody whose words are passed on. */
function isThird({ forms, tagged, quoteOf }: Sight, { head, run }: Speaker, verb: number): boolean {
  if (quoteOf[run.first] !== quoteOf[verb]) return false
  if (/^(PRP|DT|WDT|WP)/.test(tagged.tags[head]!)) return /^(he|she|they|who)$/.test(forms[head]!)
  return tagged.tags[head] !== "CD"
}
