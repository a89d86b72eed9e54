import { describe, expect, test } from "vitest"
import type { Span } from "../../src/core/span.ts"
import { TAGS } from "../../src/core/tag/index.ts"
import { type Case, cases, draw, drawnAs } from "../cases.ts"
import { analysed } from "./given.ts"

const KINDS = ["person", "organization", "place", "other"]

function expectDrawn(each: Case, label: string, found: readonly Span[]): void {
  const spans = found.map(({ start, end }) => ({ start, end }))
  expect(draw(each.text, { [label]: spans }), each.at).toBe(draw(each.text, { [label]: drawnAs(each, label) }))
}

describe("names", () => {
  test.each(cases("names"))("$name", each => {
    const { names } = analysed(each.text).tagged
    for (const kind of KINDS)
      expectDrawn(
        each,
        kind,
        names.filter(name => name.kind === kind),
      )
  })
})

/** Labels of rows for tags that are no words. */
const TAG_OF: Readonly<Record<string, string>> = { opens: "``", closes: "''", dash: ":", whose: "PRP$" }

describe("tags", () => {
  test.each(cases("tags"))("$name", each => {
    const { prose, tagged } = analysed(each.text)
    const drawn = new Set(each.groups.flatMap(group => Object.keys(group)))
    for (const label of drawn) {
      const tag = TAG_OF[label] ?? label.toUpperCase()
      expect(TAGS, each.at).toContain(tag)
      expectDrawn(
        each,
        label,
        prose.tokens.filter((_, at) => tagged.tags[at] === tag),
      )
    }
  })
})

describe("heads", () => {
  /** Words of the sentence with their heads and relations: `said <root- said`. */
  function arcs(text: string): string[] {
    const { prose, tagged } = analysed(text)
    const word = (at: number) => text.slice(prose.tokens[at]!.start, prose.tokens[at]!.end)
    return prose.tokens.map((_, at) => `${word(at)} <${tagged.labels[at]}- ${tagged.heads[at]! < 0 ? "" : word(tagged.heads[at]!)}`.trim())
  }

  test("what is said hangs on the verb of saying, and so does who said it", () => {
    const found = arcs("Officials said the company sold the bridge.")
    expect(found).toEqual(
      expect.arrayContaining(["said <root-", "Officials <nsubj- said", "sold <ccomp- said", "company <nsubj- sold", "bridge <dobj- sold"]),
    )
  })

  test("a quotation before its speaker hangs on the verb too", () => {
    expect(arcs("“We sold the bridge,” the mayor said.")).toEqual(
      expect.arrayContaining(["sold <ccomp- said", "mayor <nsubj- said", "We <nsubj- sold"]),
    )
  })
})

describe("lemmas", () => {
  test("dictionary forms in lower case, names as they stand", () => {
    const { prose, tagged } = analysed("Cities denied what Ruiz had said about children.")
    const words = prose.tokens.map(({ start, end }) => prose.text.slice(start, end))
    expect(tagged.lemmas.slice(words.indexOf("Cities"), words.length)).toEqual([
      "city",
      "deny",
      "what",
      "Ruiz",
      "have",
      "say",
      "about",
      "child",
      ".",
    ])
  })
})
