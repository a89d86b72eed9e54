import type { Reading } from "../../src/core/index.ts"
import { chance, shuffled } from "../../train/chance.ts"
import { emptyLedger, record } from "../ledger.ts"
import { readingOf } from "../readings.ts"
import { harmonic, share } from "../words.ts"
import { theEvents } from "./stories.ts"

export const about = "How far the claims of a story depend on the order in which its articles are recorded"

/** Orders tried besides the first. */
const ORDERS = 5

/**
 * `npm run measure -- orders`: B-cubed F1 of the claims in other orders against those in the order given, over all statements, and whether the same
 * order gives the same claims. With the weights that Hearsay ships, which have learnt from these events: only agreement is measured, not truth.
 */
export function measure(): void {
  const all = theEvents().map(({ id, articles }) => {
    const readings = articles.flatMap(({ page }) => readingOf(page) ?? [])
    const first = claimsIn(readings)
    const others = Array.from({ length: ORDERS }, (_, at) => agreement(first, claimsIn(shuffled(readings, chance(at + 1)))))
    const again = agreement(first, claimsIn(readings))
    console.log(
      `${id.padEnd(22)}${readings.length} articles, agreement ${others.map(percent).join(" ")}, in the same order ${percent(again)}`,
    )
    return others
  })
  const flat = all.flat()
  console.log(`mean ${percent(flat.reduce((sum, each) => sum + each, 0) / flat.length)}, least ${percent(Math.min(...flat))}`)
}

/** The claim of each statement. */
function claimsIn(readings: readonly Reading[]): ReadonlyMap<string, string> {
  const ledger = emptyLedger()
  for (const reading of readings) record(ledger, reading)
  return new Map([...ledger.claims].flatMap(([claim, told]) => told.map(({ id }) => [id, claim] as const)))
}

function agreement(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): number {
  const ids = [...a.keys()]
  const mates = (of: ReadonlyMap<string, string>, id: string) => ids.filter(other => of.get(other) === of.get(id))
  const shares = ids.map(id => {
    const [mine, theirs] = [mates(a, id), new Set(mates(b, id))]
    const both = mine.filter(other => theirs.has(other)).length
    return [share(both, theirs.size), share(both, mine.length)] as const
  })
  const mean = (at: 0 | 1) => shares.reduce((sum, each) => sum + each[at], 0) / shares.length
  return harmonic(mean(0), mean(1))
}

function percent(of: number): string {
  return `${(100 * of).toFixed(1)} %`
}
