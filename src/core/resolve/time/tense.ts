import type { Tagged } from "../../data.ts"
import type { Run } from "../../tree.ts"

export type Tense = "past" | "present" | "future"

/** The tense of the clause a token stands in: of the verb it hangs from, or, where no grammar is known, of the nearest verb. */
export function tenseAt(tagged: Tagged, forms: readonly string[], { first, last }: Run, token: number): Tense {
  if (looksAhead(forms, first, token)) return "future"
  const verb = verbAbove(tagged, token) ?? nearestVerb(tagged, { first, last }, token)
  return verb === null ? "past" : tenseOf(tagged, forms, { first, last }, verb)
}

/** “*until* Tuesday”, “*by* Friday”, “as *soon* as Monday”, “*payable* Dec. 15” */
function looksAhead(forms: readonly string[], first: number, token: number): boolean {
  for (let at = token - 1; at >= first && at >= token - 3; at--) if (AHEAD.test(forms[at]!)) return true
  return false
}

const AHEAD = /^(until|till|by|soon|early|payable|due|effective|scheduled|slated|expected|upcoming|set|expires?|starting|beginning)$/i

function verbAbove({ heads, tags }: Tagged, token: number): number | null {
  for (let at = heads[token]!, step = 0; at >= 0 && step < 6; at = heads[at]!, step++) if (/^(VB|MD)/.test(tags[at]!)) return at
  return null
}

function nearestVerb({ tags }: Tagged, { first, last }: Run, token: number): number | null {
  for (let step = 1; step < last - first; step++)
    for (const at of [token - step, token + step]) if (at >= first && at < last && /^(VB|MD)/.test(tags[at]!)) return at
  return null
}

/** “*will* open”, “is *to* open”, “plans *to* open” look ahead; “opened”, “has opened”, “was opening” back. */
function tenseOf({ tags }: Tagged, forms: readonly string[], { first }: Run, verb: number): Tense {
  if (tags[verb] === "VBD") return "past"
  for (let at = verb; at >= first && at > verb - 5; at--) {
    if (at < verb && /^[,;]$/.test(forms[at]!)) break
    if (tags[at] === "MD") return /^(will|’ll|'ll|wo|shall|may|can|should|must)$/i.test(forms[at]!) ? "future" : "past"
    if (at < verb && /^(had|was|were|did|has|have)$/i.test(forms[at]!)) return "past"
    if (tags[at] === "TO" && tags[verb] === "VB") return "future"
  }
  return /^VB[ZPG]?$/.test(tags[verb]!) ? "present" : "past"
}
