import type { Run } from "../tree.ts"
import { meets, type Option, tokensOf, touches } from "./option.ts"
import type { Sight } from "./sight.ts"
import { speakersOf } from "./speakers.ts"
import { cueOf, SAYING } from "./verbs.ts"

/** Shorter ones are titles and words held at arm's length. */
const LEAST_QUOTED = 4
/** How far before a quotation its verb may stand: “asking the crew once more: ‘…’”. Tokens. */
const REACH = 6

/**
 * “Ott left, *asking*, ‘Who closed it?’”, “*Said* Ruiz: ‘We did.’”: a verb of saying leads up to a quotation that nothing found speaks for.
 */
export function introducedOf(sight: Sight, found: readonly Option[]): Option[] {
  const contents = found.flatMap(({ content }) => content)
  const taken = tokensOf(sight.forms.length, contents)
  return sight.quotes.flatMap(quote => {
    if (quote.last - quote.first < LEAST_QUOTED || meets(quote, taken)) return []
    const verb = verbBefore(sight, quote)
    if (verb === null) return []
    const cue = cueOf(sight, verb)
    const who = speakersOf(sight, verb, cue).find(each => each !== null && !touches(each.run, quote) && !touches(each.run, cue)) ?? null
    if (!who) return []
    const content = [{ first: quote.first, last: quote.last }]
    return [{ rule: "introduced", cue, cueHead: verb, source: who.run, sourceHead: who.head, content }]
  })
}

/** The verb of saying behind which, after a comma or colon, the quotation begins. */
function verbBefore({ forms, tagged, tree, prose, quoteOf }: Sight, quote: Run): number | null {
  const mark = quote.first - 1
  if (mark < 0 || !/^[,:]$/.test(forms[mark]!)) return null
  const { first } = prose.sentences[tree.sentenceOf[mark]!]!
  for (let token = mark - 1; token >= Math.max(first, mark - REACH); token--) {
    if (quoteOf[token]! >= 0) return null
    if (SAYING.has(tagged.lemmas[token]!) && tagged.tags[token]!.startsWith("VB")) return token
  }
  return null
}
