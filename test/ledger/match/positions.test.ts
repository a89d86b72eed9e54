import { describe, expect, test } from "vitest"
import { standsOf, voices } from "../../../src/ledger/match/index.ts"
import { told } from "./given.ts"

const SELF = (agent: string) => agent

describe("where a voice stands", () => {
  test("a spokeswoman and the one she speaks for are one, over any number of steps; a ring ends", () => {
    const voiceOf = voices(
      new Map([
        ["Holm", "ministry"],
        ["ministry", "Northland"],
        ["x", "y"],
        ["y", "x"],
      ]),
    )
    expect([voiceOf("Holm"), voiceOf("x"), voiceOf("nobody")]).toEqual(["Northland", "y", "nobody"])
    const [stand, ...others] = standsOf([told("s1", { source: "Holm" }), told("s2", { source: "ministry", place: 1 })], voiceOf)
    expect([stand!.voice, stand!.speakers, others]).toEqual(["Northland", ["Holm", "ministry"], []])
  })

  test("by the last day; who gave up a denial confirms now, and the denial stays in the history", () => {
    const days = [
      told("s2", { source: "Ruiz", stance: "confirms", published: "2025-03-04", order: 0 }),
      told("s1", { source: "Ruiz", stance: "denies", published: "2025-03-02", order: 1 }),
    ]
    const [stand] = standsOf(days, SELF)
    expect(stand).toMatchObject({ stance: "confirms", firstDenied: "2025-03-02", firstAsserted: "2025-03-04" })
    expect(stand!.history.map(({ stance, when }) => `${when} ${stance}`)).toEqual(["2025-03-02 denies", "2025-03-04 confirms"])
  })

  test("what was said counts before the day of the article", () => {
    const later = told("s1", { source: "Ruiz", stance: "denies", said: "2025-02-01", published: "2025-03-05" })
    const sooner = told("s2", { source: "Ruiz", stance: "asserts", published: "2025-03-04", order: 1 })
    expect(standsOf([later, sooner], SELF)[0]!.stance).toBe("asserts")
  })

  test("silence changes no stand, and who takes one on the day he declines to say more has taken it", () => {
    const one = told("s1", { source: "Ruiz", stance: "denies", published: "2025-03-02" })
    const silent = told("s2", { source: "Ruiz", stance: "unanswered", published: "2025-03-05" })
    const declines = told("s3", { source: "Ruiz", stance: "declines", published: "2025-03-02", place: 1 })
    expect(standsOf([one, silent], SELF)[0]!.stance).toBe("denies")
    expect(standsOf([one, declines], SELF)[0]!.stance).toBe("denies")
    expect(standsOf([silent], SELF)[0]!.stance).toBe("unanswered")
  })

  test("as it was known on a day", () => {
    const days = [
      told("s1", { source: "Ruiz", stance: "denies", published: "2025-03-02" }),
      told("s2", { source: "Ruiz", stance: "confirms", published: "2025-03-04" }),
    ]
    expect(standsOf(days, SELF, "2025-03-03")[0]!.stance).toBe("denies")
    expect(standsOf(days, SELF, "2025-03-01")).toEqual([])
  })
})
