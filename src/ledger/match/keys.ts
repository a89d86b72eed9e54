import type { Told } from "./told.ts"

/** How often a term stands in the ledger's statements; 0 when never. */
export type Rarity = (term: string) => number

/** How many keys a statement is kept under, and how many of them, the rarest, it is looked up by. */
const KEPT_KEYS = 16
export const LOOKED_KEYS = 8

/** What the ledger counts to know which terms are rare: each once a statement. */
export function termsOf({ words }: Told): readonly string[] {
  return words
}

/**
 * By what a statement finds its claim: its words and agents, those first that are rarest in the ledger. One that says nothing itself
 * (“declined to comment”) is found by what is said around it. At most `KEPT_KEYS`; a look-up needs the first `LOOKED_KEYS`.
 */
export function claimKeys({ words, around }: Told, rarity: Rarity): readonly string[] {
  const terms = words.length > 1 ? words : [...words, ...around]
  const rarest = [...new Set(terms)].sort((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1))
  return rarest.slice(0, KEPT_KEYS)
}
