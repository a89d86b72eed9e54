import { describe, expect, test } from "vitest"
import { believed, openBoosted, packBoosted, stepOf } from "../../src/core/attribute/boosted.ts"
import { type FactLesson, trainBoosted } from "../../train/attribution/boosted.ts"
import { chance } from "../../train/chance.ts"

/** Right where exactly one of two facts is high: no sum of the two can tell. A third fact tells nothing. */
function lessonsOf(count: number): FactLesson[] {
  const random = chance(3)
  return Array.from({ length: count }, () => {
    const facts = Float64Array.from([random(), random(), random()])
    return { facts, right: facts[0]! > 0.5 !== facts[1]! > 0.5 ? 1 : 0 }
  })
}

const learnt = trainBoosted(lessonsOf(1500))

function thought(facts: readonly number[]): number {
  return believed(
    learnt,
    Uint8Array.from(facts, (fact, at) => stepOf(learnt.edges[at]!, fact)),
  )
}

describe("boosted trees", () => {
  test("learn what hangs on two facts together", () => {
    for (const other of [0.1, 0.9]) {
      expect(thought([0.2, 0.8, other])).toBeGreaterThan(0.9)
      expect(thought([0.8, 0.3, other])).toBeGreaterThan(0.9)
      expect(thought([0.2, 0.3, other])).toBeLessThan(0.1)
      expect(thought([0.8, 0.8, other])).toBeLessThan(0.1)
    }
  })

  test("are the same whenever they are learnt, and as they were when packed and opened", () => {
    const bytes = packBoosted(learnt)
    expect(packBoosted(trainBoosted(lessonsOf(1500)))).toEqual(bytes)
    expect(openBoosted(bytes)).toEqual(learnt)
  })

  test("that were cut off anywhere are refused", () => {
    const bytes = packBoosted(learnt)
    for (let length = 8; length < bytes.length; length += 97) expect(() => openBoosted(bytes.subarray(0, length))).toThrow(RangeError)
    expect(() => openBoosted(Uint8Array.from([...bytes, 0]))).toThrow(RangeError)
  })
})

test("a fact reaches a step when it is not below its limit", () => {
  const edges = Float32Array.from([1, 2, 4])
  expect([0.5, 1, 3, 4, 9].map(value => stepOf(edges, value))).toEqual([0, 1, 2, 3, 3])
})
