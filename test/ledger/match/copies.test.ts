import fc from "fast-check"
import { expect, test } from "vitest"
import { bodyOf, copyKeys, copyOf } from "../../../src/ledger/match/index.ts"

const WIRE =
  "The ferry left the harbor shortly before six in the morning with a hundred passengers on board and turned north in heavy rain. " +
  "Two hours later the crew of a fishing boat saw it drift without lights off the lighthouse, and coast guards who reached it found the bow door open and the engine room flooded."

/** Words that no other number gives. */
function filler(words: number, seed: number): string {
  return Array.from({ length: words }, (_, at) => `w${seed}x${at}`).join(" ")
}

function printed(id: string, text: string, house: string | null = id) {
  return { id, house, body: bodyOf(text) }
}

test("agency text in two long reports is found, and where it stands", () => {
  const [a, b] = [`${filler(200, 1)}. ${WIRE} ${filler(80, 2)}`, `${WIRE} ${filler(300, 3)}`]
  const copy = copyOf(printed("a", a), printed("b", b))
  expect(copy).not.toBeNull()
  const [passage] = copy!.passages
  expect(a.slice(passage!.a.start, passage!.a.end)).toBe(b.slice(passage!.b.start, passage!.b.end))
  expect(copyKeys(bodyOf(a)).some(key => copyKeys(bodyOf(b)).includes(key))).toBe(true)
})

test("two reports of one speech share quotations, not text", () => {
  const speech = `“${WIRE}”`
  expect(copyOf(printed("a", `${filler(200, 1)} ${speech}`), printed("b", `${speech} ${filler(200, 2)}`))).toBeNull()
})

test("furniture of one house is no copy, nor is a phrase that very many articles have", () => {
  const [a, b] = [`${filler(200, 1)} ${WIRE}`, `${filler(200, 2)} ${WIRE}`]
  expect(copyOf(printed("a", a, "Harbor Post"), printed("b", b, "Harbor Post"))).toBeNull()
  expect(copyOf(printed("a", a), printed("b", b), () => true)).toBeNull()
})

test("a list of names and ages is no copy, with or without whom they worked for", () => {
  const list =
    "Ana Holm, 30, of Sternholm; Bo Lind, 41, of Kettle Bay; Carl Moe, 33, of Aldport; Dora Munk, 62, of Sternholm, who worked for Brask Offshore Services; " +
    "Elin Okoro, 38, of Kettle Bay, who worked for Weather North UK; and Finn Prieto, 27, of Aldport, who worked for Expro Ferry Ltd"
  expect(copyOf(printed("a", `${filler(200, 1)} ${list}`), printed("b", `${list} ${filler(200, 2)}`))).toBeNull()
})

test("any passage of thirty-one words is found by its keys, wherever it stands", () => {
  const passage = filler(31, 9)
  fc.assert(
    fc.property(fc.nat(120), fc.nat(120), (before, behind) => {
      const a = copyKeys(bodyOf(`${filler(before, 1)} ${passage} ${filler(40, 2)}`))
      const b = copyKeys(bodyOf(`${filler(30, 3)} ${passage} ${filler(behind, 4)}`))
      expect(a.some(key => b.includes(key))).toBe(true)
    }),
  )
})

test("nothing, and text of any kind, is a body", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), text => void expect(bodyOf(text).words.length).toBe(bodyOf(text).spans.length)))
  expect(copyKeys(bodyOf(""))).toEqual([])
})
