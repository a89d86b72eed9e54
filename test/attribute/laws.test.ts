import { readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { openAttributionModel, packAttributionModel } from "../../src/core/attribute/index.ts"
import { ROOT } from "../../train/corpora.ts"
import { cases } from "../cases.ts"
import { found } from "./given.ts"

const BYTES: Uint8Array = readFileSync(join(ROOT, "model/attribution.bin"))

/** Sentences of all kinds, one text. */
const STORY = ["", "-according", "-nouns", "-passives", "-silences", "-none"]
  .flatMap(kind => cases(`attributions${kind}`).map(({ text }) => text))
  .join("\n")

describe("attributions", () => {
  test("lie in the text, in order, whatever the text", () => {
    const words = fc.constantFrom(
      "Ruiz",
      "said",
      "“",
      "”",
      '"',
      "that",
      "the",
      "bridge",
      ":",
      ".",
      ",",
      "—",
      "denied",
      "Q.",
      "\n",
      "according",
      "to",
      "not",
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 60 }), pieces => {
        const text = pieces.join(" ")
        for (const { source, cue, content } of found(text))
          for (const span of [source, cue, ...content]) {
            if (!span) continue
            expect(span.start).toBeGreaterThanOrEqual(0)
            expect(span.start).toBeLessThan(span.end)
            expect(span.end).toBeLessThanOrEqual(text.length)
          }
      }),
      { numRuns: 60 },
    )
  })

  test("are the same every time", () => {
    expect(found(STORY)).toEqual(found(STORY))
  })

  test("are many in a story, and fewer when they must be nearly sure", () => {
    const cues = (list: ReturnType<typeof found>) => list.map(({ cue }) => cue?.start)
    const balanced = found(STORY)
    const precise = found(STORY, "paragraph", "precise")
    expect(balanced.length).toBeGreaterThan(20)
    expect(precise.length).toBeLessThan(balanced.length)
    expect(cues(balanced)).toEqual(expect.arrayContaining(cues(precise)))
  })

  test("have a confidence between 0 and 1", () => {
    for (const { confidence } of found(STORY)) {
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
  })

  test("are found without grammar too", () => {
    const plain = found("“The bridge is safe,” Ruiz said.", "paragraph", "balanced", { parse: false })
    expect(plain.map(({ cue }) => cue)).toEqual([{ start: 27, end: 31 }])
  })
})

describe("the weights", () => {
  test("are packed as they were", () => {
    // Compared as one: `toEqual` looks at millions of bytes one by one.
    expect(Buffer.compare(packAttributionModel(openAttributionModel(BYTES)), BYTES)).toBe(0)
  })

  test("of another make are refused", () => {
    expect(() => openAttributionModel(new Uint8Array(40))).toThrow(RangeError)
    expect(() => openAttributionModel(BYTES.subarray(0, BYTES.length - 9))).toThrow(RangeError)
    expect(() => openAttributionModel(new Uint8Array())).toThrow(RangeError)
  })
})
