import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { likely, logSumOf, type Scores } from "../../src/core/attribute/chain.ts"
import { exp, ln } from "../../src/core/attribute/exponential.ts"
import { bestLabellings } from "../../src/core/attribute/labellings.ts"

const score = fc.double({ min: -4, max: 4, noNaN: true })

/** Chains short enough to try every labelling. */
const chains = fc.record({ length: fc.integer({ min: 1, max: 5 }), labels: fc.integer({ min: 2, max: 3 }) }).chain(({ length, labels }) =>
  fc
    .record({
      unary: fc.array(score, { minLength: length * labels, maxLength: length * labels }),
      edge: fc.array(score, { minLength: length * labels * labels, maxLength: length * labels * labels }),
    })
    .map(({ unary, edge }): Scores => ({ length, labels, unary: Float64Array.from(unary), edge: Float64Array.from(edge) })),
)

function everyLabelling({ length, labels }: Scores): number[][] {
  let all: number[][] = [[]]
  for (let t = 0; t < length; t++) all = all.flatMap(begun => Array.from({ length: labels }, (_, label) => [...begun, label]))
  return all
}

function scoreOf({ labels, unary, edge }: Scores, labelling: readonly number[]): number {
  return labelling.reduce(
    (sum, label, t) => sum + unary[t * labels + label]! + (t > 0 ? edge[(t * labels + labelling[t - 1]!) * labels + label]! : 0),
    0,
  )
}

describe("a chain", () => {
  test("sums over all labellings", () => {
    fc.assert(
      fc.property(chains, chain => {
        const total = everyLabelling(chain).reduce((sum, each) => sum + Math.exp(scoreOf(chain, each)), 0)
        expect(logSumOf(chain)).toBeCloseTo(Math.log(total), 8)
      }),
    )
  })

  test("tells how likely each label is", () => {
    fc.assert(
      fc.property(chains, chain => {
        const { marginals } = likely(chain)
        const total = Math.exp(logSumOf(chain))
        for (let t = 0; t < chain.length; t++)
          for (let label = 0; label < chain.labels; label++) {
            const share = everyLabelling(chain).reduce((sum, each) => sum + (each[t] === label ? Math.exp(scoreOf(chain, each)) : 0), 0)
            expect(marginals[t * chain.labels + label]).toBeCloseTo(share / total, 8)
          }
      }),
    )
  })

  test("gives the best labellings, best first", () => {
    fc.assert(
      fc.property(chains, fc.integer({ min: 1, max: 6 }), (chain, count) => {
        const all = everyLabelling(chain).map(each => scoreOf(chain, each))
        const wanted = all.sort((a, b) => b - a).slice(0, count)
        const found = bestLabellings(chain, { count, logSum: logSumOf(chain), enough: 2 })
        expect(found.length).toBe(wanted.length)
        found.forEach(({ labels, score: own }, rank) => {
          expect(own).toBeCloseTo(wanted[rank]!, 8)
          expect(scoreOf(chain, [...labels])).toBeCloseTo(own, 8)
        })
      }),
    )
  })
})

describe("the exponential", () => {
  test("is that of the engine, to eleven digits", () => {
    fc.assert(
      fc.property(fc.double({ min: -300, max: 300, noNaN: true }), x => {
        expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 10)
        expect(ln(Math.exp(x))).toBeCloseTo(x, 9)
      }),
    )
  })
})
