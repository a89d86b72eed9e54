import { partedOf } from "./conjoined.ts"
import type { Option } from "./option.ts"
import type { Quoting } from "./quoting.ts"
import type { Sight } from "./sight.ts"

/** An option with its confidence. */
export interface Chosen {
  readonly option: Option
  readonly confidence: number
}

/** What the model chose, once rules have parted what it ran together and what says the same twice has given way. */
export function settledOf(sight: Sight, chosen: readonly Chosen[], ruled: readonly Option[], quoting: readonly Quoting[]): Chosen[] {
  return chosen
    .filter(({ option }) => !quoting.some(({ over }) => over.first <= option.cueHead && option.cueHead < over.last))
    .filter(({ option }) => !ruled.some(each => sayOnlyThat(sight, option, each)))
    .flatMap(({ option, confidence }) => {
      const { kept, added } = partedOf(sight, option)
      return [kept, ...added].map(each => ({ option: each, confidence }))
    })
}

/** “Ott *said she* could neither confirm nor deny it”: one refusal, and the verb of saying before it adds nothing. */
function sayOnlyThat({ forms, quoteOf }: Sight, { cue, content, source }: Option, refusal: Option): boolean {
  const [said] = content
  if (!said || !source || !refusal.source || content.length > 1 || quoteOf[said.first]! >= 0) return false
  const { first } = refusal.source
  const begins = first === said.first || (forms[said.first] === "that" && first === said.first + 1)
  const end = Math.max(refusal.cue.last, ...refusal.content.map(({ last }) => last))
  return begins && cue.last <= said.first && /^(he|she|they|it)$/.test(forms[first]!) && end >= said.last
}

/** The refusal is his who said it: “*Ott* said she could neither confirm nor deny it”. */
export function owned(sight: Sight, chosen: readonly Chosen[], refusal: Option): Option {
  const said = chosen.find(({ option }) => sayOnlyThat(sight, option, refusal))
  return said ? { ...refusal, source: said.option.source, sourceHead: said.option.sourceHead } : refusal
}
