import { describe, expect, test } from "vitest"
import type { Agent } from "../../../src/core/index.ts"
import { agentKeys, agentsFor, type KnownAgent, withOutlet, withSeen } from "../../../src/ledger/match/index.ts"
import { agent, known, readingOf } from "./given.ts"

/** Who the first of an article's agents is; the others keep it company. */
function first(agents: readonly Agent[], ledger: readonly KnownAgent[]) {
  return agentsFor(withOutlet(readingOf(agents)), ledger)[0]!
}

const STORY = [known("Dora Lind"), known("Northland Ferries", { kind: "organization" })]
const COMPANY = STORY.map(({ id }) => id)
const BESIDE = [agent("Dora Lind"), agent("Northland Ferries", { kind: "organization" })]

describe("persons", () => {
  test("one full name is one person, with title and middle initial or without", () => {
    expect(first([agent("Elena M. Ruiz")], [known("Elena Ruiz")]).known).toBe("Elena Ruiz")
    expect(first([agent("Senator Elena Ruiz")], [known("Elena Ruiz")]).known).toBe("Elena Ruiz")
    expect(first([agent("Elena M. Ruiz")], [known("Elena B. Ruiz")]).known).toBeNull()
  })

  test("namesakes of other roles and other company are two, and each is suggested", () => {
    const goalkeeper = known("Elena Ruiz", { roles: ["goalkeeper of Port Salloway"], company: ["Tom Vane"] })
    const match = first([agent("Elena Ruiz", { roles: ["transport minister"] })], [goalkeeper])
    expect(match).toMatchObject({ known: null, suggests: [{ known: "Elena Ruiz" }] })
  })

  test("a bare surname is the one of the story, where others of the story are named too", () => {
    const ruiz = known("Elena Ruiz", { company: COMPANY })
    expect(first([agent("Ruiz"), ...BESIDE], [ruiz, ...STORY]).known).toBe("Elena Ruiz")
    expect(first([agent("Ruiz")], [ruiz, ...STORY]).known).toBeNull()
  })

  test("two of one surname in one story: neither is taken, both are suggested", () => {
    const two = ["Elena Ruiz", "Pablo Ruiz"].map(name => known(name, { company: COMPANY }))
    const match = first([agent("Ruiz"), ...BESIDE], [...two, ...STORY])
    expect(match.known).toBeNull()
    expect(match.suggests.map(each => each.known)).toEqual(["Elena Ruiz", "Pablo Ruiz"])
  })

  test("short given names need a role or company in common", () => {
    const lind = known("Robert Lind", { roles: ["harbor master"], company: COMPANY })
    expect(first([agent("Bob Lind", { roles: ["the harbor master"] }), ...BESIDE], [lind, ...STORY]).known).toBe("Robert Lind")
    expect(first([agent("Bob Lind")], [lind])).toMatchObject({ known: null, suggests: [{ known: "Robert Lind" }] })
  })
})

describe("bodies", () => {
  const union = known("Seafarers’ Union", { kind: "organization", company: COMPANY })

  test("initials and names cut short count within a story", () => {
    const council = known("National Port Council", { kind: "organization", company: COMPANY })
    expect(first([agent("NPC", { kind: "organization" }), ...BESIDE], [council, ...STORY]).known).toBe("National Port Council")
    expect(first([agent("the Union", { kind: "organization" }), ...BESIDE], [union, ...STORY]).known).toBe("Seafarers’ Union")
    expect(first([agent("the Union", { kind: "organization" })], [union]).known).toBeNull()
  })

  test("an outlet is known by its address", () => {
    const post = known("The Harbor Post", { kind: "publication" })
    expect(first([agent("www.harborpost.co.uk", { kind: "publication" })], [post]).known).toBe("The Harbor Post")
    expect(first([agent("harbourtimes.example", { kind: "publication" })], [post]).known).toBeNull()
  })

  test("a crowd that is only described is another in another story", () => {
    const residents = known("local residents", { kind: "group", company: COMPANY })
    expect(first([agent("local residents", { kind: "group" }), ...BESIDE], [residents, ...STORY]).known).toBe("local residents")
    expect(first([agent("local residents", { kind: "group" })], [residents]).known).toBeNull()
  })
})

test("everyone shares a key with whom it is found to be", () => {
  const pairs = [
    ["Bob Lind", "Robert Lind", "person"],
    ["Ruiz", "Elena Ruiz", "person"],
    ["NPC", "National Port Council", "organization"],
    ["Transport Ministry", "Marran Transport Ministry", "organization"],
    ["harborpost.example", "The Harbor Post", "publication"],
  ] as const
  for (const [a, b, kind] of pairs) {
    const theirs = agentKeys({ name: b, kind })
    expect(
      agentKeys({ name: a, kind }).some(key => theirs.includes(key)),
      `${a}, ${b}`,
    ).toBe(true)
    expect(theirs.length).toBeLessThanOrEqual(10)
  }
})

test("what an article tells is added; a name is kept once", () => {
  const seen = withSeen(known("Elena Ruiz"), agent("E. Ruiz", { roles: ["minister"] }), null, ["Dora Lind", "Elena Ruiz"])
  expect(seen).toMatchObject({ names: ["Elena Ruiz", "E. Ruiz"], roles: ["minister"], company: ["Dora Lind"] })
  expect(withSeen(seen, agent("E. Ruiz"), null, []).names).toHaveLength(2)
})
