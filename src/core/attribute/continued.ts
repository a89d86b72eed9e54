import type { Attribution } from "../data.ts"
import { type Quote, quotationOf, type Sight } from "./sight.ts"

/** A quotation shorter than this, alone in its paragraph, is a title or a slogan as often as speech. */
const LEAST_TOKENS = 4

/** How far back the one who goes on may have spoken, in blocks: a picture or a heading may stand between. */
const LOOK_BACK_BLOCKS = 2

/** What is kept, each time a speaker is carried on, of the confidence that it is still they who speak. */
const CARRIED_ON = 0.9

/** An attribution and the last token of its content. */
interface Spoken {
  readonly index: number
  readonly last: number
}

/**
 * Quotations that nobody is said to speak, and that go on from one that somebody does:
 * “The bridge is safe,” Ruiz said. ¶ “It was never closed.”
 * `found` is in text order; what is given stands after it, and `continues` is an index into both together.
 */
export function continued(sight: Sight, found: readonly Attribution[], lastTokens: readonly number[]): Attribution[] {
  const spoken = takenTokens(sight, found)
  const queue = found.map((_, index) => ({ index, last: lastTokens[index]! })).sort((a, b) => a.last - b.last)
  const out: Attribution[] = []
  let before: Spoken | null = null
  let next = 0
  for (const quote of sight.quotes) {
    while (next < queue.length && queue[next]!.last < quote.first) before = queue[next++]!
    if (!standsAlone(sight, quote) || someTaken(spoken, quote) || !before || !reaches(sight, before, quote)) continue
    const speaker: Attribution = found[before.index] ?? out[before.index - found.length]!
    if (!endsQuoted(sight, before)) continue
    out.push(goingOn(sight, quote, speaker, before.index))
    before = { index: found.length + out.length - 1, last: quote.last - 1 }
  }
  return out
}

function goingOn(sight: Sight, quote: Quote, speaker: Attribution, index: number): Attribution {
  const { start, end } = quotationOf(sight, quote)
  const content = [{ start, end }]
  return {
    source: null,
    cue: null,
    cueHead: null,
    content,
    continues: index,
    confidence: speaker.confidence * CARRIED_ON,
    rule: "continued",
  }
}

/** How many tokens up to each stand in a content or a cue. */
function takenTokens({ prose }: Sight, found: readonly Attribution[]): Int32Array {
  const spans = found.flatMap(({ content, cue }) => (cue ? [...content, cue] : content)).sort((a, b) => a.start - b.start)
  const sums = new Int32Array(prose.tokens.length + 1)
  let reach = 0
  let at = 0
  prose.tokens.forEach(({ start, end }, token) => {
    while (at < spans.length && spans[at]!.start < end) reach = Math.max(reach, spans[at++]!.end)
    sums[token + 1] = sums[token]! + (start < reach ? 1 : 0)
  })
  return sums
}

function someTaken(sums: Int32Array, { first, last }: Quote): boolean {
  return sums[last]! > sums[first]!
}

/** The quotation makes whole sentences: it begins one and ends one, and is not a mere “so-called” word. */
function standsAlone({ prose, tree }: Sight, { first, last }: Quote): boolean {
  const begins = prose.sentences[tree.sentenceOf[first]!]!.first === first
  const ends = prose.sentences[tree.sentenceOf[last - 1]!]!.last - last <= 1
  return begins && ends && last - first >= LEAST_TOKENS
}

function reaches({ prose, tree }: Sight, before: Spoken, quote: Quote): boolean {
  const blockOf = (token: number) => prose.sentences[tree.sentenceOf[token]!]!.block
  const distance = blockOf(quote.first) - blockOf(before.last)
  return distance >= 0 && distance <= LOOK_BACK_BLOCKS
}

/** The one who spoke last was quoted to the end: only then does a quotation without speaker go on. */
function endsQuoted({ quoteOf }: Sight, { last }: Spoken): boolean {
  return quoteOf[last]! >= 0
}
