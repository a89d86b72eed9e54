import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  BitReader,
  BitWriter,
  Lexicon,
  Linear,
  openSections,
  openTaggingModel,
  packLexicon,
  packLinear,
  packSections,
  Templates,
  Triple,
} from "../../src/core/tag/index.ts"
import { BYTES } from "./given.ts"

const number = fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 2 ** 31 - 1 }))

describe("packing and opening give the same back", () => {
  test("numbers as Rice codes", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, fc.nat({ max: 20 }))), pairs => {
        const writer = new BitWriter()
        for (const [value, k] of pairs) writer.rice(value, k)
        const reader = new BitReader(writer.done())
        expect(pairs.map(([, k]) => reader.rice(k))).toEqual(pairs.map(([value]) => value))
      }),
    )
  })

  test("sections, wherever their bytes begin", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 5 }), fc.nat({ max: 3 }), (sections, offset) => {
        const packed = packSections(sections)
        const moved = new Uint8Array(packed.length + offset)
        moved.set(packed, offset)
        expect(openSections(moved.subarray(offset)).map(each => [...each])).toEqual(sections.map(each => [...each]))
      }),
    )
  })

  const BITS = 4
  const weights = (classes: number) =>
    fc
      .array(fc.integer({ min: -400, max: 400 }), { minLength: classes * 2 ** BITS, maxLength: classes * 2 ** BITS })
      .map(list => Int16Array.from(list))

  test("linear models", () => {
    fc.assert(
      fc.property(weights(5), fc.nat({ max: 2 ** BITS - 1 }), (list, bucket) => {
        const scores = new Int32Array(5)
        new Linear(packLinear(list, 5, BITS)).score(Int32Array.of(bucket << (32 - BITS)), 1, scores)
        expect([...scores]).toEqual([...list.subarray(5 * bucket, 5 * bucket + 5)])
      }),
    )
  })

  test("triples: scores above that of class 0, whose weight the other two make up for", () => {
    fc.assert(
      fc.property(weights(2), fc.array(fc.nat({ max: 2 ** BITS - 1 }), { maxLength: 20 }), (list, buckets) => {
        const scores = new Int32Array(3)
        const features = Int32Array.from(buckets, bucket => bucket << (32 - BITS))
        new Triple(packLinear(list, 2, BITS)).score(features, features.length, scores)
        const sum = (column: number) => buckets.reduce((all, bucket) => all + list[2 * bucket + column]!, 0)
        const zero = -sum(0) - sum(1)
        expect([...scores]).toEqual([0, sum(0) - zero, sum(1) - zero])
      }),
    )
  })

  test("the lexicon", () => {
    const entry = fc.record({ tagClass: fc.nat({ max: 255 }), onlyTag: fc.integer({ min: -1, max: 44 }) })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), entry)), pairs => {
        const entries = new Map(pairs)
        const lexicon = new Lexicon(packLexicon(entries))
        for (const [hash, each] of entries) expect(lexicon.look(hash)).toEqual(each)
      }),
    )
  })
})

describe("what is no model says so", () => {
  test("other bytes", () => {
    expect(() => openTaggingModel(new Uint8Array(100))).toThrow(/no tagging weights/)
    expect(() => openTaggingModel(new Uint8Array(3))).toThrow(/no tagging weights/)
  })

  test("a model cut short", () => {
    expect(() => openTaggingModel(BYTES.subarray(0, BYTES.length / 2))).toThrow(/end after/)
  })
})

describe("templates", () => {
  test("features that look at different things differ, and those that look at the same are the same", () => {
    const templates = new Templates({ nothing: 0, word: 1, tag: 2 }, "word | tag | word tag | tag word")
    const of = (word: number, tag: number) => {
      const out = new Int32Array(templates.count)
      templates.write(Int32Array.of(0, word, tag), out)
      return [...out]
    }
    expect(of(7, 9)).toEqual(of(7, 9))
    expect(new Set([...of(7, 9), ...of(9, 7)]).size).toBe(8)
    expect(of(7, 8)[0]).toBe(of(7, 9)[0])
  })

  test("an atom that is not there", () => {
    expect(() => new Templates({ nothing: 0 }, "word")).toThrow(/No atom is called “word”/)
  })
})
