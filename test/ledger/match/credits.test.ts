import { describe, expect, test } from "vitest"
import { creditOf } from "../../../src/ledger/match/index.ts"

type Role = "title" | "byline" | "credit" | "paragraph"

function article(...parts: readonly (readonly [Role, string])[]) {
  let text = ""
  const blocks = parts.map(([role, words]) => {
    const start = text.length
    text += `${words}\n\n`
    return { role, start, end: start + words.length }
  })
  return { text, blocks }
}

function credited(...parts: readonly (readonly [Role, string])[]) {
  const given = article(...parts)
  const credit = creditOf(given)
  return credit && [credit.agency, credit.whole, given.text.slice(credit.start, credit.end)]
}

describe("an agency’s whole article", () => {
  test.each([
    ["STERNHOLM (AP) — The ferry left at nine.", "associated press", "AP"],
    ["HARBOR CITY, Nov 24 (Reuters) - The ferry left at nine.", "reuters", "Reuters"],
    ["Port Sternholm (AFP) - The ferry left at nine.", "agence france-presse", "AFP"],
    ["(AFP) – The ferry left at nine.", "agence france-presse", "AFP"],
    ["MARRAN (Northwire) - The ferry left at nine.", "northwire", "Northwire"],
  ])("is signed before its first words: %s", (words, agency, signed) => {
    expect(credited(["title", "Ferry leaves"], ["paragraph", words])).toEqual([agency, true, signed])
  })

  test.each([
    ["By Ida Munk, Associated Press", "associated press"],
    ["By Reuters Staff", "reuters"],
    ["Reuters", "reuters"],
  ])("is signed by its byline: %s", (words, agency) => {
    expect(credited(["byline", words], ["paragraph", "The ferry left at nine."])?.slice(0, 2)).toEqual([agency, true])
  })
})

describe("an agency that contributed", () => {
  test.each([
    "The Associated Press contributed to this report.",
    "With reporting by AP.",
    "Additional reporting by Ida Munk and the Associated Press",
  ])("is named at the end: %s", words => {
    expect(credited(["paragraph", "The ferry left at nine."], ["paragraph", words])?.slice(0, 2)).toEqual(["associated press", false])
  })
})

describe("no credit", () => {
  test.each([
    "Ruiz told Reuters on Friday that the ferry left at nine.",
    "The Seafarers’ Union (SU) met on Friday – for the last time.",
    "The Seafarers’ Union, the oldest of the coast (SU) – met on Friday.",
    "The ferry left at nine, the AP reported.",
    "The mayor contributed to this report of the inquiry.",
  ])("%s", words => {
    expect(credited(["paragraph", words])).toBeNull()
  })
})
