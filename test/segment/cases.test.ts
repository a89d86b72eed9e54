import { describe, expect, test } from "vitest"
import type { Span } from "../../src/core/span.ts"
import { type Case, cases, draw, drawnAs } from "../cases.ts"
import { cut } from "./given.ts"

/** Compares drawings rather than numbers, so that a failure can be read. */
function expectDrawn(meant: Case, label: string, found: readonly Span[]): void {
  expect(draw(meant.text, { [label]: found }), meant.at).toBe(draw(meant.text, { [label]: drawnAs(meant, label) }))
}

describe("quotations", () => {
  test.each(cases("quotations"))("$name", each => {
    const { quotations } = cut(each.text)
    const outer = quotations.filter(({ depth }) => depth === 0)
    const inner = quotations.filter(({ depth }) => depth === 1)
    const goesOn = quotations.filter(({ continues }) => continues !== null)
    expectDrawn(each, "quotation", outer)
    expectDrawn(each, "inner", inner)
    expectDrawn(each, "goes-on", goesOn)
  })

  test.each(cases("quotations-none"))("none: $name", ({ text, at }) => {
    const found = cut(text).quotations.map(({ start, end }) => text.slice(start, end))
    expect(found, at).toEqual([])
  })
})

describe("sentences", () => {
  test.each(cases("sentences"))("$name", each => expectDrawn(each, "sentence", cut(each.text).sentences))

  test.each(cases("sentences-none"))("none ends: $name", ({ text, at }) => {
    const found = cut(text).sentences.map(({ start, end }) => text.slice(start, end))
    expect(found, at).toEqual(text.split("\n"))
  })
})

describe("tokens", () => {
  test.each(cases("tokens"))("$name", each => expectDrawn(each, "token", cut(each.text).tokens))
})
