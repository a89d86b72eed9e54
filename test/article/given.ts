import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect } from "vitest"
import { extract } from "../../src/core/article/index.ts"
import { type Article, type Page, Unreadable } from "../../src/core/data.ts"
import { ROOT } from "../../train/corpora.ts"

/** An article with the role of each block before its words: what a person looks at. */
export function shown({ text, blocks }: Article): string {
  return blocks.map(({ role, start, end }) => `${role.padEnd(11)}${text.slice(start, end)}`).join("\n")
}

/** What is known of an article, and its blocks. */
function told(article: Article): string {
  const { url, publisher, title, authors, published, modified, language } = article
  const facts = Object.entries({ url, publisher, title, authors: authors.join(", "), published, modified, language })
  return `${facts.map(([name, value]) => `${name.padEnd(11)}${value ?? "—"}`).join("\n")}\n\n${shown(article)}\n`
}

/** The extracted page must be what `test/pages/<slug>/article.txt` says; `UPDATE=1` writes it anew. */
export function expectAsWritten(slug: string, article: Article): void {
  const file = join(ROOT, "test/pages", slug, "article.txt")
  if (process.env.UPDATE) writeFileSync(file, told(article))
  expect(told(article)).toBe(readFileSync(file, "utf8"))
}

/** Why a page cannot be read; fails where it can. */
export function refusal(page: Page): Unreadable {
  try {
    extract(page)
  } catch (failure) {
    if (failure instanceof Unreadable) return failure
    throw failure
  }
  throw new Error("It was read")
}
