import { describe, expect, test } from "vitest"
import { expected, fieldOf, resolving } from "../../measure/cases/index.ts"
import { type Case, cases } from "../cases.ts"

/** `stance denies` of the first attribution, `2 said 2024-11-10` of the second. */
function found(each: Case): string[] {
  const reading = resolving(each)
  return expected(each).map(line => {
    const [, number = "", field = ""] = /^(\d*) ?([a-z]+) /.exec(line) ?? []
    const value = fieldOf(reading, reading.statements[Number(number || 1) - 1]!, field)
    return `${number ? `${number} ` : ""}${field} ${value}`
  })
}

describe.each(["stances", "stances-none", "speakers", "relays", "unnamed", "dates", "circumstances"])("%s", name => {
  test.each(cases(name))("$name", each => {
    expect(found(each), each.at).toEqual(expected(each))
  })
})
