import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Prose, Tagged } from "../../src/core/data.ts"
import { RELATIONS, TAGS } from "../../src/core/tag/index.ts"
import { analysed } from "./given.ts"

const WORDS =
  "Ruiz said that the mayor , “ We will ” not . ’s n't ? \n Elena of and had denied it 5 -- ( ) \ud83d 👍🏽 zyx HARBOR who's to be --- é ﬁ".split(
    " ",
  )
const newslike = fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map(words => words.join(" "))
const anyText = fc.oneof(newslike, fc.string({ unit: "binary", maxLength: 80 }), fc.string({ unit: "grapheme", maxLength: 80 }))

/** Sentences are parsed in pieces of at most so many tokens, each with a root of its own. */
const PIECE_TOKENS = 250

function expectTrees({ sentences }: Prose, { heads, labels }: Tagged): void {
  for (const { first, last } of sentences) {
    const roots = [...heads.subarray(first, last)].filter(head => head === -1).length
    expect(roots).toBe(Math.ceil((last - first) / PIECE_TOKENS))
    for (let at = first; at < last; at++) {
      if ((labels[at] === "root") !== (heads[at] === -1)) throw new Error(`Token ${at} is “${labels[at]}” with the head ${heads[at]}`)
      let steps = 0
      for (let up = at; up !== -1; up = heads[up]!) {
        if (up < first || up >= last) throw new Error(`Token ${up} above ${at} is not in the sentence ${first}–${last}`)
        if (++steps > last - first) throw new Error(`The heads above token ${at} run in a ring`)
      }
    }
  }
}

describe("whatever the text", () => {
  test("every token has a tag, a lemma and a relation of the sets, and the heads of a sentence are a tree", () => {
    fc.assert(
      fc.property(anyText, text => {
        const { prose, tagged } = analysed(text)
        for (const list of [tagged.tags, tagged.lemmas, tagged.heads, tagged.labels]) expect(list.length).toBe(prose.tokens.length)
        for (const each of tagged.tags) expect(TAGS).toContain(each)
        for (const each of tagged.labels) expect(RELATIONS).toContain(each)
        expectTrees(prose, tagged)
      }),
      { numRuns: 300 },
    )
  })

  test("names lie in one sentence, in order, apart, and span their tokens", () => {
    fc.assert(
      fc.property(anyText, text => {
        const { prose, tagged } = analysed(text)
        let reached = 0
        for (const { first, last, start, end } of tagged.names) {
          expect(first).toBeGreaterThanOrEqual(reached)
          expect(last).toBeGreaterThan(first)
          expect({ start, end }).toEqual({ start: prose.tokens[first]!.start, end: prose.tokens[last - 1]!.end })
          expect(prose.sentences.some(sentence => sentence.first <= first && last <= sentence.last)).toBe(true)
          reached = last
        }
      }),
      { numRuns: 300 },
    )
  })

  test("the same text has the same grammar, whatever was read before", () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const once = analysed(text).tagged
        analysed(other)
        expect(analysed(text).tagged).toEqual(once)
      }),
      { numRuns: 100 },
    )
  })

  test("without heads, all else is the same", () => {
    fc.assert(
      fc.property(anyText, text => {
        const whole = analysed(text).tagged
        const quick = analysed(text, { parse: false }).tagged
        expect({ ...quick, heads: whole.heads, labels: whole.labels }).toEqual(whole)
        expect([...quick.heads].every(head => head === -1)).toBe(true)
        expect(quick.labels.every(label => label === "dep")).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

test("a sentence of many thousand words takes a time in step with its length", () => {
  const { prose, tagged } = analysed("the mayor said that ".repeat(10_000))
  expectTrees(prose, tagged)
})
