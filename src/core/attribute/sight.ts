import type { Prose, Quotation, Tagged } from "../data.ts"
import type { Run, Tree } from "../tree.ts"

/** All that a recogniser may look at: the words, their grammar, and the quotations as runs of tokens. */
export interface Sight {
  readonly prose: Prose
  readonly tagged: Tagged
  readonly tree: Tree
  /** Whether the parser was asked: without it no token has a head. */
  readonly hasGrammar: boolean
  /** Lower-cased form of each token. */
  readonly forms: readonly string[]
  /** Outer quotations as token runs, in text order, marks included. */
  readonly quotes: readonly Quote[]
  /** Index into `quotes` of the outer quotation that holds the token; -1 outside. */
  readonly quoteOf: Int32Array
  /** For each sentence, the token after the last of its block. */
  readonly blockLast: Int32Array
}

export interface Quote extends Run {
  readonly quotation: number
  readonly block: number
}

export function sightOf(prose: Prose, tagged: Tagged, tree: Tree): Sight {
  const forms = prose.tokens.map(({ start, end }) => prose.text.slice(start, end).toLowerCase())
  const quotes = outerQuotes(prose)
  const quoteOf = new Int32Array(prose.tokens.length).fill(-1)
  quotes.forEach(({ first, last }, index) => {
    quoteOf.fill(index, first, last)
  })
  const hasGrammar = tagged.heads.some(head => head >= 0)
  return { prose, tagged, tree, hasGrammar, forms, quotes, quoteOf, blockLast: blockLasts(prose) }
}

function blockLasts({ sentences }: Prose): Int32Array {
  const lasts = new Int32Array(sentences.length)
  for (let at = sentences.length - 1; at >= 0; at--) {
    const next = sentences[at + 1]
    lasts[at] = next && next.block === sentences[at]!.block ? lasts[at + 1]! : sentences[at]!.last
  }
  return lasts
}

/** Quotations and tokens are both in text order: one walk lays one over the other. */
function outerQuotes({ quotations, tokens }: Prose): Quote[] {
  const quotes: Quote[] = []
  let token = 0
  quotations.forEach((quotation, index) => {
    if (quotation.depth > 0) return
    while (token < tokens.length && tokens[token]!.end <= quotation.start) token++
    const first = token
    while (token < tokens.length && tokens[token]!.start < quotation.end) token++
    if (token > first) quotes.push({ first, last: token, quotation: index, block: quotation.block })
  })
  return quotes
}

/** The quotation of a quote. */
export function quotationOf({ prose }: Sight, quote: Quote): Quotation {
  return prose.quotations[quote.quotation]!
}
