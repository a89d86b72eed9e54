import type { Evidence } from "../contract.ts"
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
