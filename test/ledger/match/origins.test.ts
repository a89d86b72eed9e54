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

describe("what goes back to one", () => {
  const official = (id: string, outlet: string, article: string) =>
    told(id, {
      source: `official of ${outlet}`,
      kind: "unnamed",
      unnamed: "an official",
      outlet,
      article,
      words: ["gate", "lock", "chain"],
    })
  const unnamed = { "official of Harbor Post": "unnamed", "official of Coast Radio": "unnamed" } as const
  const statements = [official("s1", "Harbor Post", "a1"), official("s2", "Coast Radio", "a2")]
  const signature = { agency: "northwire", start: 0, end: 9 }
  const credits = (whole: boolean) => new Map(["a1", "a2"].map(article => [article, { ...signature, whole }] as const))

  test("officials of two outlets whose articles one agency signed, with the signatures as proof", () => {
    const tree = originsOf(statements, { ...around({ ...OUTLETS, ...unnamed }), credits: credits(true) })
    expect([tree.independent, reasons(tree)]).toEqual([1, ["agency copy"]])
    expect(tree.origins[0]!.merges[0]!.spans.filter(({ end }) => end === 9)).toHaveLength(2)
  })

  test("officials of an article whose sentence links to the other, with the link as proof", () => {
    const leads = [{ statement: "s2", to: "a1", start: 30, end: 42 }]
    const tree = originsOf(statements, { ...around({ ...OUTLETS, ...unnamed }), leads })
    expect([tree.independent, reasons(tree)]).toEqual([1, ["links to it"]])
    expect(tree.origins[0]!.merges[0]!.spans).toContainEqual({ article: "a2", start: 30, end: 42 })
  })

  test("not whom an article names, wherever his words lead", () => {
    const named = told("s3", { source: "Elena Ruiz", article: "a3", outlet: "Courier" })
    const leads = [{ statement: "s3", to: "a1", start: 30, end: 42 }]
    const tree = originsOf([statements[0]!, named], { ...around({ ...OUTLETS, ...unnamed }), leads })
    expect([tree.independent, reasons(tree)]).toEqual([2, []])
  })

  test("not where the agency only contributed", () => {
    const tree = originsOf(statements, { ...around({ ...OUTLETS, ...unnamed }), credits: credits(false) })
    expect(reasons(tree)).toEqual([])
  })

  test("“Northwire reported”, and an article that Northwire signed", () => {
    const cited = told("s3", { source: "Northwire", article: "a3", outlet: "Courier" })
    const tree = originsOf([statements[0]!, cited], {
      ...around({ ...OUTLETS, ...unnamed, Northwire: "publication" }),
      credits: new Map([["a1", { ...signature, whole: true }]]),
    })
    expect([tree.independent, reasons(tree)]).toEqual([1, ["cites"]])
  })

  test("a poll, and the shares of those it asked", () => {
    const statements = [
      told("s1", { source: "a poll for the Post", kind: "document" }),
      told("s2", { source: "eight out of 10 voters", kind: "group" }),
      told("s3", { source: "78% of those asked", kind: "group" }),
      told("s4", { source: "Ruiz" }),
    ]
    const kinds = { "a poll for the Post": "document", "eight out of 10 voters": "group", "78% of those asked": "group" } as const
    const tree = originsOf(statements, around(kinds))
    expect(tree.origins.map(({ statements }) => statements.length)).toEqual([3, 1])
  })
})

test("an origin whose words are like nobody else’s is named and not counted", () => {
  const same = { words: ["gate", "lock", "chain", "night", "fire"] }
  const tree = originsOf(
    [
      told("s1", { source: "Ruiz", ...same }),
      told("s2", { source: "Ruiz", article: "a2", ...same }),
      told("s3", { source: "Brask", article: "a3", words: ["whale", "beach", "rescue", "dawn", "tide"] }),
      told("s4", { source: "Lind", article: "a4", ...same }),
    ],
    around(),
  )
  expect(tree.origins).toHaveLength(3)
  expect([tree.independent, tree.range]).toEqual([2, [2, 3]])
  expect(tree.undecided).toEqual([{ origins: ["s3"], why: "What is said there may be another matter" }])
})
