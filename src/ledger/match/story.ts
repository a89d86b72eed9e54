import { sharedRun } from "./pair.ts"
import type { Told } from "./told.ts"

/**
 * What speaks against a claim because it is told in articles about other matters, in log-odds: “Ruiz promised to cut the tax” in spring and in
 * autumn are two, however alike. Of 1,264 pairs of real articles of one event half have four or more words of their matter in common, of
 * 143,727 others one in a hundred; with seven most pairs are of one event.
 */
export function strangeness(unit: readonly Told[], claim: readonly Told[]): number {
  const own = unit[0]!
  const matters = new Map(claim.map(({ article, matter }) => [article, matter]))
  if (matters.size === 0 || matters.has(own.article)) return 0
  if (unit.some(a => claim.some(b => sharedRun(a.quoted, b.quoted) >= LONG_QUOTATION))) return 0
  const shared = [...matters.values()].reduce((sum, matter) => sum + sharedOf(matter, own.matter), 0) / matters.size
  return shared < LEAST_MATTER ? Number.POSITIVE_INFINITY : Math.max(0, SAME_MATTER - shared) * STRANGE
}

function sharedOf(a: readonly string[], b: readonly string[]): number {
  return a.filter(word => b.includes(word)).length
}

const LEAST_MATTER = 4
const SAME_MATTER = 7
const STRANGE = 1
const LONG_QUOTATION = 8
