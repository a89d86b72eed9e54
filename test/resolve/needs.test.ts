import { expect, test } from "vitest"
import { needsOf } from "../../src/core/resolve/time/sight.ts"

test.each([
  ["M", "M"],
  ["[ltx]?H(?:U)?", "H"],
  ["P(?=,?i?[DT])i?(?:D|T)(?!P)", "P"],
  ["(?:[nh]m|(?<=i)h)(?:,?\\.?Z)?", "mh"],
  ["r?[wx][UYW]|wt", "UYWw"],
  ["r?[lx]{0,3}[nv]{1,3}%", "%"],
  ["(?:a?b?)?C+", "C"],
])("whatever fits %s holds one of %s", (pattern, needs) => {
  expect(needsOf(pattern)).toBe(needs)
})

test("a pattern that fits where nothing stands needs nothing", () => {
  expect(needsOf("a?(?:b|c*)")).toBeNull()
})
