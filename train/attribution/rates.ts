import { type Judged, RATE_BITS, type Rates, rateRows } from "../../src/core/attribute/index.ts"
import { agrees } from "./agreement.ts"
import type { Study } from "./study.ts"

/** Words met fewer times tell nothing. */
const LEAST_MET = 3
/** What is thought of a word before it was met, as so many options of which a share was right. */
const PRIOR = { count: 3, share: 0.4 }

/** How often the best options of cues were right, by the words that are counted of them. */
export function ratesOf(studies: readonly Pick<Study, "hashes" | "gold">[], cues: readonly (readonly Judged[])[]): Rates {
  const met = new Uint32Array(1 << RATE_BITS)
  const right = new Uint32Array(1 << RATE_BITS)
  studies.forEach(({ hashes, gold }, at) => {
    for (const { options, best } of cues[at]!) {
      const isRight = agrees(options[best]!, gold)
      for (const row of rateRows(hashes, options[best]!)) {
        met[row]!++
        if (isRight) right[row]!++
      }
    }
  })
  const share = (row: number) => (right[row]! + PRIOR.count * PRIOR.share) / (met[row]! + PRIOR.count)
  return {
    shares: Int8Array.from(met, (count, row) => (count < LEAST_MET ? 0 : Math.round(127 * share(row)))),
    counts: Int8Array.from(met, count => (count < LEAST_MET ? 0 : Math.min(127, Math.round(8 * Math.log2(count))))),
  }
}
