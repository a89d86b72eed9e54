import { describe, expect, test } from "vitest"
import { bearingOf } from "../../src/core/resolve/index.ts"

const CLAIM = "Elena Ruiz sold the ferry Marigold"

/** Headlines as invented outlets could have them, held against one claim. */
const HEADLINES = {
  affirms: [
    "Ruiz sells ferry Marigold",
    "Marigold sold, and the harbor is richer for it",
    "Was the Marigold sold? Yes, and here is to whom",
    "You won’t believe what Ruiz sold the Marigold for",
    "Ferry sale leaves the yard without a ship, not without work",
  ],
  denies: [
    "Harbor Council denies Marigold sale",
    "Ruiz did not sell the Marigold",
    "Marigold sale is a hoax",
    "No, Ruiz never sold the ferry",
    "Ruiz pulls out of Marigold deal",
    "Was the Marigold sold? No, says Ruiz",
    "Agent shoots down report of ferry sale",
    "Story of Marigold’s sale debunked",
  ],
  reports: [
    "Ruiz reportedly sold the Marigold",
    "Ferry Marigold sold, officials say",
    "Rumor: Ruiz has sold the ferry",
    "Did Elena Ruiz sell the Marigold?",
    "Harbor Post claims the Marigold was sold",
    "Ruiz in talks to sell the Marigold",
    "Marigold may be sold within days",
    "Witness: Ruiz sold ferry on Monday",
  ],
} as const

describe.each(Object.entries(HEADLINES))("a headline that %s", (bearing, headlines) => {
  test.each(headlines)("%s", headline => {
    expect(bearingOf(headline, CLAIM)).toBe(bearing)
  })
})

test("a verdict or a hedge that the claim itself speaks of is none on it", () => {
  expect(bearingOf("Ott fakes harbor papers", "Ott faked harbor papers")).toBe("affirms")
  expect(bearingOf("Council reports a loss", "The council reported a loss")).toBe("affirms")
})

test("a claim that is itself negative is not denied by saying so", () => {
  expect(bearingOf("The Marigold has not been sold", "The Marigold was not sold")).toBe("affirms")
})

test("read for itself, a headline denies by any negation", () => {
  expect(bearingOf("Marigold was not sold")).toBe("denies")
})
