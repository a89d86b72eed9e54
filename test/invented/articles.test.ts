import { expect, test } from "vitest"
import { type GoldArticle, type GoldStatement, goldArticles, matched, scoreArticles } from "../../measure/articles/index.ts"

const articles = goldArticles()

test.each(articles)("$id: every word of its gold stands in its text", article => {
  for (const statement of article.statements)
    expect(wordsAt(article, statement), statement.id).toEqual([statement.cue, ...statement.content])
})

function wordsAt({ text }: GoldArticle, { at }: GoldStatement): (string | null)[] {
  return [at.cue, ...at.content].map(pair => pair && text.slice(...pair))
}

test("what is found in them is right more often than not, and nothing else is found", () => {
  const [statements, ...others] = scoreArticles(articles.slice(0, 8).map(matched)).classes
  expect(statements!.recall.right / statements!.recall.of).toBeGreaterThan(0.8)
  expect(statements!.precision.right / statements!.precision.of).toBeGreaterThan(0.8)
  for (const { precision, recall } of others) expect(precision.right).toBeLessThanOrEqual(recall.of)
})

test("silence scores nothing", () => {
  const silent = articles.slice(0, 3).map(article => ({ ...matched(article), found: new Map(), extra: [] }))
  expect(scoreArticles(silent).classes.map(({ recall }) => recall.right)).toEqual(scoreArticles(silent).classes.map(() => 0))
})
