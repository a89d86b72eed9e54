import { describe, expect, test } from "vitest"
import { keyOf, originsOf } from "../../../src/ledger/match/index.ts"
import { around, told } from "./given.ts"

const OUTLETS = { "Harbor Post": "publication", "Coast Radio": "publication", Courier: "publication", official: "unnamed" } as const

function reasons(tree: ReturnType<typeof originsOf>) {
  return tree.origins.flatMap(({ merges }) => merges.map(({ reason }) => reason))
}

describe("one origin", () => {
  test("a speaker, through whatever outlets, and his spokeswoman", () => {
    const statements = [
      told("s1", { source: "Ruiz", article: "a1" }),
      told("s2", { source: "Ruiz", article: "a2", relays: ["Coast Radio"] }),
      told("s3", { source: "Holm", article: "a3" }),
    ]
    const tree = originsOf(statements, around(OUTLETS, { Holm: "Ruiz" }))
    expect([tree.independent, tree.range, reasons(tree)]).toEqual([1, [1, 1], ["same speaker", "same speaker"]])
    expect(tree.origins[0]).toMatchObject({ kind: "named", agent: "Ruiz", articles: ["a1", "a2", "a3"], relays: ["Coast Radio"] })
  })

  test("an outlet’s officials, the outlet that is cited for them, and the outlet that cites it", () => {
    const statements = [
      told("s1", { source: "official", kind: "unnamed", unnamed: "a senior official", outlet: "Harbor Post" }),
      told("s2", { source: "Harbor Post", article: "a2", outlet: "Coast Radio" }),
      told("s3", {
        source: "official",
        kind: "unnamed",
        unnamed: "an official",
        article: "a2",
        outlet: "Coast Radio",
        relays: ["Harbor Post"],
      }),
    ]
    const tree = originsOf(statements, around(OUTLETS))
    expect(tree.origins).toHaveLength(1)
    expect(tree.origins[0]).toMatchObject({ kind: "unnamed", agent: "Harbor Post" })
    expect(tree.alarms.map(({ rule }) => rule)).toEqual(["all unnamed"])
  })

  test("“it was claimed” means whoever is named for it", () => {
    const tree = originsOf([told("s1", { source: "Ruiz" }), told("s2", { article: "a2" })], around())
    expect([tree.independent, reasons(tree)]).toEqual([1, ["nobody else is meant"]])
  })

  test("each merge shows its words in both articles", () => {
    const [merge] = originsOf([told("s1", { source: "Ruiz" }), told("s2", { source: "Ruiz", article: "a2" })], around()).origins[0]!.merges
    expect(merge?.spans.map(({ article }) => article)).toEqual(["a2", "a1"])
  })
})

describe("several origins", () => {
  test("two speakers; and a merge that a person has cut", () => {
    const statements = [told("s1", { source: "Ruiz" }), told("s2", { source: "Brask" }), told("s3", { source: "Brask", article: "a2" })]
    const tree = originsOf(statements, around())
    expect(tree.independent).toBe(2)
    const cut = new Set(tree.origins.flatMap(({ merges }) => merges.map(keyOf)))
    expect(originsOf(statements, { ...around(), cut }).independent).toBe(3)
  })

  test("unnamed sources of two outlets may be the same people: said, not decided", () => {
    const statements = [
      told("s1", { source: "o1", kind: "unnamed", unnamed: "two officials", outlet: "Harbor Post" }),
      told("s2", { source: "o2", kind: "unnamed", unnamed: "people familiar with the talks", outlet: "Coast Radio", article: "a2" }),
    ]
    const tree = originsOf(statements, around({ ...OUTLETS, o1: "unnamed", o2: "unnamed" }))
    expect([tree.independent, tree.range, tree.undecided.length]).toEqual([2, [1, 2], 1])
  })

  test("a crowd beside one who is named adds none", () => {
    const statements = [told("s1", { source: "Ruiz" }), told("s2", { source: "critics", kind: "group" })]
    const tree = originsOf(statements, around({ critics: "group" }))
    expect([tree.independent, tree.origins.length, tree.range]).toEqual([1, 2, [1, 2]])
  })
})

test("denials are no origins; a claim that is only denied has none", () => {
  const tree = originsOf([told("s1", { source: "Ruiz", stance: "denies" })], around())
  expect([tree.independent, tree.range, tree.origins]).toEqual([0, [0, 0], []])
})

describe("alarms", () => {
  test("outlets that cite one another in a ring, and no further", () => {
    const statements = [
      told("s1", { source: "Coast Radio", outlet: "Courier", article: "a1" }),
      told("s2", { source: "Courier", outlet: "Harbor Post", article: "a2" }),
      told("s3", { source: "Harbor Post", outlet: "Coast Radio", article: "a3" }),
    ]
    const tree = originsOf(statements, around(OUTLETS))
    expect(tree.alarms.map(({ rule }) => rule)).toContain("ring of citations")
    expect(tree.independent).toBe(1)
    expect(originsOf(statements.slice(0, 2), around(OUTLETS)).alarms).toEqual([])
  })

  test("one text in two outlets, each as from sources of its own", () => {
    const passage = { a: { start: 0, end: 90 }, b: { start: 0, end: 90 }, words: 40, spoken: false }
    const copies = [{ a: "a1", b: "a2", share: 0.8, passages: [passage] }]
    const own = (id: string, article: string, outlet: string) =>
      told(id, { source: id, kind: "unnamed", unnamed: "officials", article, outlet })
    const kinds = { ...OUTLETS, s1: "unnamed", s2: "unnamed" } as const
    const tree = originsOf([own("s1", "a1", "Courier"), own("s2", "a2", "Harbor Post")], { ...around(kinds), copies })
    expect(tree.independent).toBe(1)
    expect(tree.alarms.map(({ rule }) => rule)).toContain("copy with sources of its own")
  })
})
