import { describe, expect, test } from "vitest"
import { claimKeys, claimsFor, type Told } from "../../../src/ledger/match/index.ts"
import { told } from "./given.ts"

const GATE = ["gate", "open", "lock", "chain", "stand", "crush"]
const VOTE = ["council", "vote", "budget", "ferry", "fare", "rise"]

function claimOf(statements: readonly Told[], known: Parameters<typeof claimsFor>[1]) {
  return claimsFor(statements, known).matches[0]!
}

describe("a new statement", () => {
  const gate = { id: "claim_gate", told: [told("s1", { words: GATE, source: "Ferrier", article: "a1" })] }
  const vote = { id: "claim_vote", told: [told("s2", { words: VOTE, source: "Lind", article: "a1" })] }

  test("joins the claim that says the same in most of its words", () => {
    const match = claimOf([told("s3", { words: GATE, source: "Ferrier", article: "a2" })], [gate, vote])
    expect(match).toMatchObject({ claim: "claim_gate", isNew: false, why: "same speaker, 6 terms in common" })
  })

  test("joins it as well when it denies: one claim, two positions", () => {
    const match = claimOf([told("s3", { words: GATE, source: "Winter", stance: "denies", article: "a2" })], [gate, vote])
    expect(match.claim).toBe("claim_gate")
  })

  test("founds a claim named after itself when none is alike", () => {
    const match = claimOf([told("statement_9", { words: ["whale", "beach", "rescue"], article: "a2" })], [gate, vote])
    expect(match).toMatchObject({ claim: "claim_9", isNew: true, why: "said here first" })
  })

  test("joins no claim of another story, however alike", () => {
    const match = claimOf([told("s3", { words: GATE, source: "Ferrier", article: "a2", matter: ["budget", "school"] })], [gate])
    expect(match.isNew).toBe(true)
  })

  test("takes with it what its article ties to it; what says nothing belongs to none", () => {
    const pair = [
      told("s3", { words: GATE, hint: "c", article: "a2" }),
      told("s4", { words: [], hint: "c", stance: "declines", article: "a2" }),
    ]
    expect(claimsFor([...pair, told("s5", { hint: null })], [gate]).matches.map(({ statement, claim }) => `${statement} ${claim}`)).toEqual(
      ["s3 claim_gate", "s4 claim_gate"],
    )
  })

  test("is the same however often it is asked", () => {
    const ask = () => claimsFor([told("s3", { words: GATE }), told("s4", { words: VOTE })], [vote, gate])
    expect(ask()).toEqual(ask())
  })
})

test("the rarest terms are the first keys; one that says nothing is found by what is around it", () => {
  const rarity = (term: string) => ({ gate: 900, chain: 2, crush: 30 })[term] ?? 100
  expect(claimKeys(told("s1", { words: ["gate", "crush", "chain"] }), rarity)).toEqual(["chain", "crush", "gate"])
  expect(claimKeys(told("s2", { words: [], around: ["gate", "crush"] }), rarity)).toEqual(["crush", "gate"])
  expect(claimKeys(told("s3", { words: Array.from({ length: 40 }, (_, at) => `w${at}`) }), rarity)).toHaveLength(16)
})

describe("a statement that fits two claims", () => {
  const SALE = ["ferry", "sell", "bank", "Calder", "secret", "deal"]
  const PRICE = ["ferry", "Calder", "secret", "bank", "price", "loss"]
  const sale = { id: "claim_sale", told: [told("s1", { words: SALE, source: "Ott", article: "a1", order: 0 })] }
  const price = { id: "claim_price", told: [told("s2", { words: PRICE, source: "Lind", article: "a2", order: 1 })] }
  const both = [told("s3", { words: [...new Set([...SALE, ...PRICE])], source: "Lind", article: "a3", order: 2 })]

  test("unites them under the name of the older, and says why", () => {
    expect(claimsFor(price.told, [sale]).matches[0]).toMatchObject({ isNew: true })
    const { matches, unions } = claimsFor(both, [price, sale])
    expect(unions).toEqual([{ from: "claim_price", into: "claim_sale", why: expect.stringContaining("one statement fits both") }])
    expect(matches[0]?.claim).toBe("claim_sale")
  })

  test("leaves apart what a person has judged, and names it as near", () => {
    const { unions, near } = claimsFor(both, [{ ...price, isJudged: true }, sale])
    expect(unions).toEqual([])
    expect(near.map(({ a, b }) => [a, b].sort())).toEqual([["claim_price", "claim_sale"]])
  })

  test("unites nothing across stories", () => {
    const elsewhere = { ...price, told: price.told.map(each => ({ ...each, matter: ["budget", "school"] })) }
    expect(claimsFor(both, [elsewhere, sale]).unions).toEqual([])
  })
})
