import type { Prose } from "../data.ts"
import { isSpace } from "../span.ts"
import type { Words } from "./words.ts"

/** Marks whose tag is settled by what they are. */
const SETTLED: ReadonlyMap<string, string> = new Map([
  ["``", "``"],
  ["''", "''"],
  ["(", "-LRB-"],
  ["[", "-LRB-"],
  ["{", "-LRB-"],
  [")", "-RRB-"],
  ["]", "-RRB-"],
  ["}", "-RRB-"],
  ["“", "``"],
  ["„", "``"],
  ["«", "``"],
  ["”", "''"],
  ["»", "''"],
  ["‘", "``"],
  [",", ","],
  [";", ":"],
  [":", ":"],
  ["—", ":"],
  ["–", ":"],
  ["―", ":"],
  ["--", ":"],
  ["…", ":"],
  ["...", ":"],
  [".", "."],
  ["!", "."],
  ["?", "."],
  ["$", "$"],
  ["€", "$"],
  ["£", "$"],
])

/**
 * Tags of marks, which need no learning; null where a word stands. Also notes in `words` which tokens are quoted and how many commas have
 * come before. A straight mark opens after white space or a bracket; a lone apostrophe is a possessive after a word when none is open.
 */
export function marksOf(prose: Prose, words: Words): (string | null)[] {
  const tags: (string | null)[] = new Array(words.count).fill(null)
  let commas = 0
  for (const { first, last, block } of prose.sentences) {
    const open = first > 0 && prose.sentences.length > 0 && sameBlock(prose, first, block) ? words.quoted[first - 1]! : 0
    let quoted = open === 1
    let single = false
    for (let at = first; at < last; at++) {
      const text = words.vocabulary[words.wordOf[at]!]!.text
      const tag = text.length > 3 ? null : markTag(prose, at, text, single)
      tags[at] = tag
      if (text === "‘" || (text === "'" && tag === "``")) single = true
      else if (tag === "''" && text.length === 1 && (text === "'" || text === "’")) single = false
      else if (tag === "``") quoted = true
      words.quoted[at] = quoted ? 1 : 0
      if (tag === "''" && text !== "'" && text !== "’") quoted = false
      if (tag === "," || tag === ":") commas++
      words.commas[at] = commas
    }
  }
  return tags
}

/** Whether the sentence that begins at `first` goes on in the block of the one before. */
function sameBlock(prose: Prose, first: number, block: number): boolean {
  const before = prose.tokens[first - 1]!
  const holder = prose.blocks[block]
  return holder !== undefined && holder.start <= before.start
}

function markTag(prose: Prose, at: number, text: string, single: boolean): string | null {
  const settled = SETTLED.get(text)
  if (settled !== undefined) return settled
  if (text === '"') return opens(prose, at) ? "``" : "''"
  if (text === "'" || text === "’") return apostrophe(prose, at, text, single)
  return null
}

/** “workers’ union” is a possessive, ‘a fix’ ends a quotation, and ’Tis begins with neither. */
function apostrophe(prose: Prose, at: number, text: string, single: boolean): string {
  if (text === "'" && opens(prose, at)) return "``"
  if (single) return "''"
  const { start } = prose.tokens[at]!
  return /[A-Za-z]/.test(prose.text[start - 1] ?? "") ? "POS" : "''"
}

/** By the spacing: something follows at once, and nothing, white space or an opening bracket stands before. */
function opens({ text, tokens }: Prose, at: number): boolean {
  const { start, end } = tokens[at]!
  const before = text.charCodeAt(start - 1)
  const after = text.charCodeAt(end)
  const free = start === 0 || isSpace(before) || before === 0x28 || before === 0x5b || before === 0x2014
  return free && end < text.length && !isSpace(after)
}
