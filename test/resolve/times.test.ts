import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { loadModel } from "../../model/index.ts"
import { edtfOf, type Time, timesIn, timexOf } from "../../src/core/resolve/time/index.ts"
import { tag } from "../../src/core/tag/index.ts"
import { cases, draw, drawnAs } from "../cases.ts"
import { cut } from "../segment/given.ts"

const MODEL = loadModel()

function timesOf(text: string, published: string | null): Time[] {
  const prose = cut(text)
  return timesIn(prose, tag(prose, MODEL.tagging), published)
}

function told(says: readonly string[], field: string): string | null {
  return says.find(line => line.startsWith(`${field} `))?.slice(field.length + 1) ?? null
}

describe("times", () => {
  test.each(cases("times"))("$name", each => {
    const found = timesOf(each.text, told(each.says, "published"))
    expect(draw(each.text, { time: found }), each.at).toBe(draw(each.text, { time: drawnAs(each, "time") }))
    expect(found.map(({ value }) => timexOf(value).value).join(", "), each.at).toBe(told(each.says, "values") ?? "")
  })
})

/** Words that times are made of, in any order. */
const WORDS = fc
  .array(
    fc.constantFrom(
      ..."last next this the a two 31 2019 1990s Nov. May Friday week month quarter year ago earlier later early of , and - third half fiscal at 9:30 p.m. today now every daily days winter Christmas 11/02/89 0/0/00 Feb. 29 that".split(
        " ",
      ),
    ),
    { maxLength: 12 },
  )
  .map(words => words.join(" "))

const EDTF = /^(\d{4}|\d{3}X|\d{2}XX|(\d{4}|XXXX)-\d\d(-\d\d)?|\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d)$/

describe("laws of times", () => {
  test("they lie in the text, in order, none over another", () => {
    fc.assert(
      fc.property(WORDS, text => {
        const found = timesOf(text, "2024-11-13")
        found.forEach(({ start, end }, at) => {
          expect(start).toBeGreaterThanOrEqual(at ? found[at - 1]!.end : 0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        })
      }),
    )
  })

  test("a value is EDTF or none", () => {
    fc.assert(
      fc.property(WORDS, text => {
        for (const { value } of timesOf(text, "2024-02-29")) expect(edtfOf(value) ?? "2024").toMatch(EDTF)
      }),
    )
  })

  test("the year of publication shows only where the text is published in it", () => {
    fc.assert(
      fc.property(WORDS, text => {
        for (const { value } of timesOf(text, null)) expect(edtfOf(value) ?? "").not.toMatch(/^(2024|2025|2026)/)
      }),
    )
  })
})
