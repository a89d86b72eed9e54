import type { Article, Statement } from "../data.ts"

/**
 * What a claim is called: the words of the statement that says it most fully and needs no other to be understood. The first letter is made
 * large, “that” and the marks around it are taken off; nothing else is changed.
 */
export function textOf(article: Article, statements: readonly Statement[]): string {
  const common = countsOf(statements)
  let best = ""
  let most = Number.NEGATIVE_INFINITY
  for (const statement of statements) {
    const words = wordsOf(article, statement)
    if (words === "") continue
    const worth = worthOf(statement, words, common)
    if (worth > most) [best, most] = [words, worth]
  }
  return best.slice(0, 1).toUpperCase() + best.slice(1)
}

/** Characters. */
const LONGEST_CLAIM = 160
const SHORTEST_CLAIM = 25

/** How many of the statements speak of each term. */
function countsOf(statements: readonly Statement[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { gist } of statements) for (const term of gist.terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** An assertion before an answer, one in the writer's words before a quotation; the more of what the others speak of, the better. */
function worthOf({ stance, form, gist, content }: Statement, words: string, common: ReadonlyMap<string, number>): number {
  const shared = gist.terms.filter(term => common.get(term)! > 1).length
  const length = words.length > LONGEST_CLAIM ? -3 : words.length < SHORTEST_CLAIM ? -1 : 0
  const dangling = DANGLING.test(words) ? -2 : 0
  const plain = (stance === "asserts" ? 2 : 0) + (form === "direct" ? -2 : 0) + (content.length > 1 ? -1 : 0)
  return (
    plain +
    length +
    dangling +
    (gist.points === null ? 1 : -1) +
    Math.min(shared, MOST_SHARED) * 0.5 +
    Math.min(words.length, LONGEST_CLAIM) * 0.002
  )
}

const MOST_SHARED = 6

/** “*she* had sold it”: whoever reads that alone asks who. */
const DANGLING = /^(?:he|she|it|they|this|that|these|those|him|her|them|his|its|their|i|we|my|our|you|to|so|no|both)\b/i

function wordsOf({ text }: Article, { content }: Statement): string {
  const words = content
    .map(({ start, end }) => text.slice(start, end))
    .join(" … ")
    .replace(/\s+/g, " ")
    .trim()
  const bare = words.replace(/^(?:that|whether|if) /i, "").replace(/[,;.]+(?=["”’]*$)/, "")
  return /^[“"][^“”"]*[”"]$/.test(bare) ? bare.slice(1, -1) : bare
}
