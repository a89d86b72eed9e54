import { writeFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { type Case, checks, inventedCases, inventedKinds, knownMisses, MISSES, missName } from "../../measure/cases/index.ts"

/** The lines of a case that do not hold, each with what came instead. */
function amiss(each: Case): string[] {
  return checks(each, "drawn").flatMap(({ line, right, got }) => (right ? [] : [`${line}, but ${got}`]))
}

if (process.env.UPDATE) writeFileSync(MISSES, `${missesNow().join("\n")}\n`)

function missesNow(): string[] {
  return inventedKinds().flatMap(kind => inventedCases(kind).flatMap(each => (amiss(each).length > 0 ? [missName(kind, each)] : [])))
}

describe.each(inventedKinds())("%s", kind => {
  const misses = knownMisses()
  test.each(inventedCases(kind).filter(each => !misses.has(missName(kind, each))))("$name", each => {
    expect(amiss(each), each.at).toEqual([])
  })
})

test("every known miss is a case", () => {
  const names = new Set(inventedKinds().flatMap(kind => inventedCases(kind).map(each => missName(kind, each))))
  expect([...knownMisses()].filter(name => !names.has(name))).toEqual([])
})
