import { describe, expect, test } from "vitest"
import { expected, resolving } from "../../measure/cases/index.ts"
import { CLUE_NAMES, gather, WEIGHTS } from "../../src/core/claim/index.ts"
import { type Case, cases } from "../cases.ts"

/** `one claim 1 2` puts the drawn attributions 1 and 2 in one claim; `position Lena Ott denies`, `text …` and `origins 1` are of the claim of the first. */
function found(each: Case): string[] {
  const reading = resolving(each)
  const { claims } = gather(reading.article, reading.resolved)
  const names = new Map(reading.resolved.agents.map(({ id, name }) => [id, name]))
  const claimOf = (number: string) => claims.find(({ statements }) => statements.includes(reading.statements[Number(number) - 1]!.id))
  const first = claimOf("1")
  const lines = [
    ...claims.map(
      ({ statements }) => `one claim ${reading.statements.flatMap(({ id }, at) => (statements.includes(id) ? [at + 1] : [])).join(" ")}`,
    ),
    ...(first?.positions ?? []).map(({ agent, stance }) => `position ${names.get(agent)} ${stance}`),
    `text ${first?.text}`,
    `origins ${first?.origins.length}`,
    ...(first?.origins ?? []).map(({ kind, agent }) => `origin ${kind} ${agent ? names.get(agent) : "nobody"}`),
  ]
  const kinds = new Set(expected(each).map(kindOf))
  return lines.filter(line => kinds.has(kindOf(line))).sort()
}

function kindOf(line: string): string {
  return line.split(" ", 1)[0]!
}

describe.each(["claims", "claims-apart"])("%s", name => {
  test.each(cases(name))("$name", each => {
    expect(found(each), each.at).toEqual([...expected(each)].sort())
  })
})

test("every clue has a weight, and every weight a clue", () => {
  expect(Object.keys(WEIGHTS)).toEqual(CLUE_NAMES)
})

describe("laws", () => {
  const stories = [...cases("claims"), ...cases("claims-apart")].map(resolving)

  test("every statement that says or answers something is of one claim, and every claim has one", () => {
    for (const { article, resolved } of stories) {
      const { statements, claims } = gather(article, resolved)
      const gathered = claims.flatMap(claim => claim.statements)
      const speaking = statements.filter(({ content, stance }) => content.length > 0 || stance !== "asserts").map(({ id }) => id)
      expect([...gathered].sort()).toEqual([...speaking].sort())
    }
  })

  test("gathering twice gives the same", () => {
    for (const { article, resolved } of stories) expect(gather(article, resolved)).toEqual(gather(article, resolved))
  })
})
