import { describe, expect, test } from "vitest"
import { answer, type Story, scoreStory, story, storyNames } from "../../measure/stories/index.ts"

describe.each(storyNames())("%s", name => {
  test("its gold stands in its articles, and is whole", () => {
    expect(troubles(story(name))).toEqual([])
  })

  test("its own answer is right throughout", () => {
    const told = story(name)
    const { statements, clusters, cells, origins } = scoreStory(told, answer(told))
    const all = told.claims.flatMap(claim => claim.statements).length
    expect(statements).toEqual({ gold: all, found: all, stance: all, named: statements.named, source: statements.named })
    expect([clusters.f1, cells.f1, origins.exact, origins.above]).toEqual([1, 1, told.claims.length, 0])
  })

  test("one claim for everything, and a claim for each statement, are far from it", () => {
    const told = story(name)
    const statements = answer(told).claims.flatMap(claim => claim.statements)
    const one = { id: "all", statements, positions: [], origins: [1] }
    const each = statements.map(statement => ({ id: statement.id, statements: [statement], positions: [], origins: [1] }))
    expect(scoreStory(told, { claims: [one] }).clusters.f1).toBeLessThan(0.6)
    expect(scoreStory(told, { claims: each }).clusters.f1).toBeLessThan(0.6)
  })
})

/** Names that no agent has, articles and statements that origins forget. */
function troubles({ agents, articles, claims, pairs }: Story): string[] {
  const names = new Set(agents.map(({ name }) => name))
  const keys = new Set(articles.map(({ key }) => key))
  const strangers = pairs.flatMap(({ a, b }) => [a, b]).filter(key => !keys.has(key))
  if (strangers.length > 0) return strangers.map(key => `no article is ${key}`)
  return claims.flatMap(({ id, statements, positions, origins }) => [
    ...statements.filter(({ source }) => source !== null && !names.has(source)).map(each => `${id}: nobody is ${each.source}`),
    ...positions.filter(({ agent }) => !names.has(agent)).map(({ agent }) => `${id}: nobody is ${agent}`),
    ...origins.list.filter(({ source }) => !names.has(source)).map(({ source }) => `${id}: nobody is ${source}`),
    ...origins.list.flatMap(each => each.articles.filter(key => !keys.has(key)).map(key => `${id}: no article is ${key}`)),
    ...(origins.list.length < origins.independent ? [`${id}: fewer origins are told than counted`] : []),
  ])
}
