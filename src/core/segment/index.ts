import type { Article, Prose, Sentence, Token } from "../data.ts"
import { quote } from "./quotations.ts"
import { cutSentences } from "./sentences.ts"
import { addTokens } from "./tokens.ts"

export { LONGEST_TOKEN } from "./tokens.ts"

/**
 * Cuts an article's text: quotations first, so that no sentence ends inside one by accident, then sentences, then the tokens of each.
 * Every block is cut, whatever its role; a block of white space has no sentence. Linear in the length of the text, whatever is in it.
 */
export function segment({ text, blocks }: Pick<Article, "text" | "blocks">): Prose {
  const { quotations, roles } = quote(text, blocks)
  const sentences: Sentence[] = []
  const tokens: Token[] = []
  for (const { start, end, block, stop } of cutSentences(text, blocks, roles)) {
    const first = tokens.length
    addTokens(text, roles, { start, end }, stop, tokens)
    sentences.push({ start, end, block, first, last: tokens.length })
  }
  return { text, blocks, quotations, sentences, tokens }
}
