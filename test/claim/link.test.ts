import { describe, expect, test } from "vitest"
import { gathered, type Link } from "../../src/core/claim/link.ts"

const UNSEEN = -2.5
const link = (one: number, other: number, weight: number): Link => ({ one, other, weight })

describe("clusters by average linkage", () => {
  test("the strongest link joins first, and what is left alone stays alone", () => {
    expect(gathered([0, 1, 2, 3], [link(0, 2, 3), link(1, 2, 1)], UNSEEN)).toEqual([[0, 2], [1], [3]])
  })

  test("a chain, each like the next, is not one cluster", () => {
    const chain = Array.from({ length: 9 }, (_, at) => link(at, at + 1, 1))
    const found = gathered([...Array(10).keys()], chain, UNSEEN)
    expect(Math.max(...found.map(({ length }) => length))).toBe(2)
  })

  test("one bad pair does not part what all else joins, many do", () => {
    const most = [link(0, 1, 3), link(0, 2, 3), link(1, 2, -1), link(0, 3, 1), link(1, 3, -2), link(2, 3, -2)]
    expect(gathered([0, 1, 2, 3], most, UNSEEN)).toEqual([[0, 1, 2], [3]])
  })

  test("thousands of things that are all alike, each compared with a few, are each in one cluster", () => {
    const count = 4000
    const links = Array.from({ length: count }, (_, at) =>
      [1, 2, 3, 4].flatMap(step => (at + step < count ? [link(at, at + step, 2)] : [])),
    )
    const found = gathered([...Array(count).keys()], links.flat(), UNSEEN)
    expect(found.flat().sort((a, b) => a - b)).toEqual([...Array(count).keys()])
  })
})
