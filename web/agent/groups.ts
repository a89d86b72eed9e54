import type { AgentSheet, Evidence } from "../contract.ts"
import { dayOf } from "../words.ts"

export interface Group {
  /** A day, or a claim's id. */
  readonly key: string
  readonly evidence: readonly Evidence[]
}

/** What was said day by day, or claim by claim, in the order in which it came. */
export function groupsOf(evidence: readonly Evidence[], by: "time" | "claim"): readonly Group[] {
  const groups = new Map<string, Evidence[]>()
  for (const each of evidence) {
    const key = by === "time" ? dayOf(each.when) : (each.claim ?? each.id)
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups].map(([key, own]) => ({ key, evidence: own }))
}

/** Claim by claim, those first on which the position changed, then those most spoken of. */
export function weighed(evidence: readonly Evidence[], turned: AgentSheet["turned"]): readonly Group[] {
  const changed = new Set(turned.map(({ claim }) => claim))
  return [...groupsOf(evidence, "claim")].sort(
    (a, b) => Number(changed.has(b.key)) - Number(changed.has(a.key)) || b.evidence.length - a.evidence.length,
  )
}

/** A name and how often. */
export interface Counted {
  readonly name: string
  readonly times: number
}

/** What is named how often, the most frequent first. */
export function tally(names: readonly string[]): readonly Counted[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, times]) => ({ name, times })).sort((a, b) => b.times - a.times)
}
