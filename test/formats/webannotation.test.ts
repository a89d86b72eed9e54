import fc from "fast-check"
import jsonld from "jsonld"
import { expect, test } from "vitest"
import type { Reading } from "../../src/core/index.ts"
import { documentLoader } from "../export/contexts.ts"
import { anyReading, format, gateStory } from "./given.ts"

const OPTIONS = { safe: true, documentLoader }

interface Collection {
  readonly total: number
  readonly first: { readonly items: readonly Annotation[] }
}

interface Annotation {
  readonly id: string
  readonly body: readonly [{ readonly value: string }, Readonly<Record<string, unknown>>]
  readonly target: readonly Target[]
}

interface Target {
  readonly "hearsay:part": string
  readonly selector: readonly [
    { readonly exact: string; readonly prefix: string; readonly suffix: string },
    { readonly start: number; readonly end: number },
  ]
}

const annotations = (reading: Reading) => JSON.parse(format("webannotation").write(reading)) as Collection

test("a statement is an annotation of the words it was read from, with what is known of it", () => {
  const { total, first } = annotations(gateStory())
  expect(total).toBe(5)
  const [denial, relayed] = [first.items[1]!, first.items[3]!]
  expect(denial.body[0].value).toBe("Ivo Brask denies: “That is false,”")
  expect(denial.body[1]).toMatchObject({
    id: "urn:hearsay:s2",
    "hearsay:stance": "denies",
    "hearsay:form": "direct",
    "hearsay:source": { id: "urn:hearsay:a2", name: "Ivo Brask", "hearsay:kind": "person" },
    "hearsay:about": [{ id: "urn:hearsay:s1" }, { id: "urn:hearsay:c2" }],
    "hearsay:claim": { id: "urn:hearsay:c2", "hearsay:text": "The sluice gate had been left open" },
  })
  expect(denial.target.map(target => target["hearsay:part"])).toEqual(["content", "cue", "source"])
  expect(denial.target[0]!.selector[0]).toMatchObject({ exact: "“That is false,”", suffix: " said Ivo Brask, a spokesman for" })
  expect(relayed.body[1]).toMatchObject({ "hearsay:relayedBy": { "@list": [{ name: "Coast Radio" }] } })
})

test("expands without a term dropped", async () => {
  const list = format("webannotation").list!
  const both = JSON.parse(list.head + list.write(gateStory()) + list.between + list.write(gateStory()) + list.foot) as object
  expect(await jsonld.expand(both, OPTIONS)).toHaveLength(2)
  expect(await jsonld.toRDF(annotations(gateStory()), { ...OPTIONS, format: "application/n-quads" })).toContain(
    '<http://www.w3.org/ns/oa#exact> "“That is false,”"',
  )
})

test("of any reading quotes to the letter, and counts code points", () =>
  fc.assert(
    fc.property(anyReading, reading => {
      const characters = [...reading.article.text]
      for (const { target } of annotations(reading).first.items)
        for (const { selector } of target) {
          const [{ exact, prefix, suffix }, { start, end }] = selector
          expect(exact).toBe(characters.slice(start, end).join(""))
          expect(characters.slice(0, start).join("").endsWith(prefix)).toBe(true)
          expect(characters.slice(end).join("").startsWith(suffix)).toBe(true)
        }
    }),
    { numRuns: 100 },
  ))
