import { groupBy } from "../../src/core/claim/index.ts"
import type { Story } from "./lessons.ts"

/** How groups agree with the claims that a reader marked. */
export interface Agreement {
  /** Pairs of statements in one group and in one claim; in one group; in one claim. */
  readonly pairs: { readonly both: number; readonly found: number; readonly marked: number }
  /** B³ (Bagga and Baldwin 1998): sums over statements of the share of their group, and of their claim, that is right. */
  readonly b3: { readonly precision: number; readonly recall: number; readonly of: number }
}

/** Judged are statements with a claim; in articles marked completely also pairs of one with a claim and one without. */
export function agreementOf({ sides, marks, complete }: Story, weights: readonly number[]): Agreement {
  const groupOf = new Map(groupBy(sides, weights).flatMap((members, group) => members.map(at => [at, group] as const)))
  const judged = [...marks.keys()].filter(at => marks[at] && !marks[at].optional && (complete || marks[at].claims.length > 0))
  const sameGroup = (a: number, b: number) => groupOf.has(a) && groupOf.get(a) === groupOf.get(b)
  const sameClaim = (a: number, b: number) => a === b || marks[a]!.claims.some(claim => marks[b]!.claims.includes(claim))
  const pairs = { both: 0, found: 0, marked: 0 }
  for (const a of judged)
    for (const b of judged) {
      if (a >= b || (marks[a]!.claims.length === 0 && marks[b]!.claims.length === 0)) continue
      if (sameGroup(a, b)) pairs.found++
      if (sameClaim(a, b)) pairs.marked++
      if (sameGroup(a, b) && sameClaim(a, b)) pairs.both++
    }
  return {
    pairs,
    b3: b3Of(
      judged.filter(at => marks[at]!.claims.length > 0),
      sameGroup,
      sameClaim,
    ),
  }
}

type Same = (a: number, b: number) => boolean

function b3Of(judged: readonly number[], sameGroup: Same, sameClaim: Same): Agreement["b3"] {
  let [precision, recall] = [0, 0]
  for (const a of judged) {
    const group = judged.filter(b => a === b || sameGroup(a, b))
    const claim = judged.filter(b => sameClaim(a, b))
    const both = group.filter(b => claim.includes(b)).length
    precision += both / group.length
    recall += both / claim.length
  }
  return { precision, recall, of: judged.length }
}

export function summed(all: readonly Agreement[]): Agreement {
  const pairs = { both: 0, found: 0, marked: 0 }
  const b3 = { precision: 0, recall: 0, of: 0 }
  for (const each of all) {
    for (const key of ["both", "found", "marked"] as const) pairs[key] += each.pairs[key]
    for (const key of ["precision", "recall", "of"] as const) b3[key] += each.b3[key]
  }
  return { pairs, b3 }
}
