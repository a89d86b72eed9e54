import { expect, test } from "vitest"
import { gather } from "../../src/core/claim/index.ts"
import { type Case, cases } from "../cases.ts"
import { expected, resolving } from "../resolve/given.ts"

/** `one claim 1 2` puts the drawn attributions 1 and 2 in one claim; `position Lena Ott denies` and `origins 1` are of the claim of the first. */
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
    `origins ${first?.origins.length}`,
    ...(first?.origins ?? []).map(({ kind, agent }) => `origin ${kind} ${agent ? names.get(agent) : "nobody"}`),
  ]
  const kinds = new Set(expected(each).map(kindOf))
  return lines.filter(line => kinds.has(kindOf(line))).sort()
}

function kindOf(line: string): string {
  return line.split(" ", 1)[0]!
}

test.each(cases("claims"))("$name", each => {
  expect(found(each), each.at).toEqual([...expected(each)].sort())
})
