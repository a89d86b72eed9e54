import type { Prose } from "../data.ts"
import { slice } from "../span.ts"
import type { Lexicon } from "./lexicon.ts"

/** How a sentence writes its words: 0 as sentences do; in the other two, capitals say little. */
const TITLE_CASE = 1
const ALL_CAPITALS = 2

/** Sentences are analysed in pieces of at most so many tokens, so that one endless sentence costs no more than many short ones. */
const LONGEST_PIECE_TOKENS = 250

/** What is looked at together: a sentence, or a piece of a very long one. */
export interface Piece {
  readonly first: number
  readonly last: number
  readonly style: number
}

/**
 * The words of one document as numbers. Arrays with one entry per token have two more behind them: `root`, which stands for what a sentence's
 * root leans on, and `none`, which stands for "there is no such token".
 */
export interface Words {
  readonly count: number
  readonly root: number
  readonly none: number
  readonly pieces: readonly Piece[]
  /** Index of each token's word in `vocabulary`. */
  readonly wordOf: Int32Array
  readonly vocabulary: readonly Word[]
  /** Hash of the word in lower case. */
  readonly lower: Int32Array
  /** Hash of the word as it is written; in lower case where capitals say little. */
  readonly form: Int32Array
  /** Hash of the last three letters. */
  readonly ending: Int32Array
  /** `CAPITALS`, times the style of the sentence. */
  readonly capitals: Int32Array
  /** The lexicon's class of the tags a word takes; 0 for one it does not know. */
  readonly tagClass: Uint8Array
  /** 1 inside quotation marks. */
  readonly quoted: Uint8Array
  /** How many commas and the like come before, in the document. */
  readonly commas: Int32Array
}

/** One spelling, looked at once per document however often it stands there. All but the first and the last three are hashes of letters. */
export interface Word {
  readonly text: string
  readonly form: number
  readonly lower: number
  readonly endings: readonly [number, number, number, number]
  readonly beginnings: readonly [number, number, number]
  readonly shape: number
  readonly capitals: number
  readonly tagClass: number
  /** The only tag that the lexicon knows for it; -1 when there are several or none. */
  readonly onlyTag: number
}

/** How a word is capitalised. */
export const CAPITALS = { none: 0, first: 1, all: 2, inner: 3, digits: 4, mark: 5 } as const

export function wordsOf(prose: Prose, lexicon: Lexicon): Words {
  const count = prose.tokens.length
  const { wordOf, vocabulary } = interned(prose, lexicon)
  const words: Words = {
    count,
    root: count,
    none: count + 1,
    pieces: [],
    wordOf,
    vocabulary,
    lower: new Int32Array(count + 2),
    form: new Int32Array(count + 2),
    ending: new Int32Array(count + 2),
    capitals: new Int32Array(count + 2),
    tagClass: new Uint8Array(count + 2),
    quoted: new Uint8Array(count + 2),
    commas: new Int32Array(count + 2),
  }
  const pieces: Piece[] = []
  for (const { first, last } of prose.sentences) {
    const style = styleOf(words, first, last)
    fill(words, first, last, style)
    for (let from = first; from < last; from += LONGEST_PIECE_TOKENS)
      pieces.push({ first: from, last: Math.min(last, from + LONGEST_PIECE_TOKENS), style })
  }
  words.lower[words.root] = words.form[words.root] = words.ending[words.root] = 0x526f6f74
  words.lower[words.none] = words.form[words.none] = words.ending[words.none] = 0x4e6f6e65
  return { ...words, pieces }
}

function interned(prose: Prose, lexicon: Lexicon): { wordOf: Int32Array; vocabulary: Word[] } {
  const wordOf = new Int32Array(prose.tokens.length)
  const known = new Map<string, number>()
  const vocabulary: Word[] = []
  prose.tokens.forEach((token, at) => {
    const text = slice(prose.text, token)
    let index = known.get(text)
    if (index === undefined) {
      index = vocabulary.length
      known.set(text, index)
      vocabulary.push(wordFrom(text, lexicon))
    }
    wordOf[at] = index
  })
  return { wordOf, vocabulary }
}

function fill(words: Words, first: number, last: number, style: number): void {
  for (let at = first; at < last; at++) {
    const word = words.vocabulary[words.wordOf[at]!]!
    words.lower[at] = word.lower
    words.form[at] = style === 0 ? word.form : word.lower
    words.ending[at] = word.endings[2]
    words.capitals[at] = word.capitals + 8 * style
    words.tagClass[at] = word.tagClass
  }
}

const FEW_WORDS = 3

/** Headlines: nearly all words of four letters and more begin with a capital, or all letters are capitals. */
function styleOf({ wordOf, vocabulary }: Words, first: number, last: number): number {
  let long = 0
  let raised = 0
  let capitals = 0
  for (let at = first; at < last; at++) {
    const { text, capitals: kind } = vocabulary[wordOf[at]!]!
    if (text.length < 4 || kind > CAPITALS.inner) continue
    long++
    if (kind !== CAPITALS.none) raised++
    if (kind === CAPITALS.all) capitals++
  }
  if (long < FEW_WORDS) return 0
  if (capitals >= long * 0.8) return ALL_CAPITALS
  return raised >= long * 0.8 ? TITLE_CASE : 0
}

/** Looks at one spelling. Curly quotation marks and dashes are as good as typewriter ones, every digit is as good as another. */
export function wordFrom(text: string, lexicon: Lexicon): Word {
  const plain = text.length === 1 ? (PLAIN_MARKS.get(text) ?? text) : text.replace(/[‘’]/g, "'").replace(/\d/g, "0")
  const lower = plain.toLowerCase()
  const size = lower.length
  const hash = hashOf(lower, 0, size)
  const { tagClass, onlyTag } = lexicon.look(hash)
  return {
    text,
    form: hashOf(plain, 0, size),
    lower: hash,
    endings: [ending(lower, 1), ending(lower, 2), ending(lower, 3), ending(lower, 4)],
    beginnings: [hashOf(lower, 0, Math.min(1, size)), hashOf(lower, 0, Math.min(2, size)), hashOf(lower, 0, Math.min(3, size))],
    shape: shapeOf(plain),
    capitals: capitalsOf(plain),
    tagClass,
    onlyTag,
  }
}

const PLAIN_MARKS: ReadonlyMap<string, string> = new Map([
  ["“", "``"],
  ["”", "''"],
  ["‘", "`"],
  ["’", "'"],
  ["—", "--"],
  ["–", "--"],
  ["…", "..."],
  ["[", "("],
  ["]", ")"],
])

function ending(word: string, letters: number): number {
  return hashOf(word, Math.max(0, word.length - letters), word.length)
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

const LONGEST_SHAPE = 8

/** “McCarthy-era” is XxXx-x: kinds of letters, runs of a kind told once. */
function shapeOf(word: string): number {
  let hash = 0x811c9dc5
  let before = -1
  let told = 0
  for (let at = 0; at < word.length && told < LONGEST_SHAPE; at++) {
    const kind = letterKind(word.charCodeAt(at))
    if (kind === before) continue
    hash = Math.imul(hash ^ kind, 0x01000193)
    before = kind
    told++
  }
  return hash
}

const SMALL = 256
const CAPITAL = 257
const DIGIT = 258
const OTHER_LETTER = 259

/** A code above 255 for letters and digits, the mark itself for marks. */
function letterKind(code: number): number {
  if (code >= 97 && code <= 122) return SMALL
  if (code >= 65 && code <= 90) return CAPITAL
  if (code >= 48 && code <= 57) return DIGIT
  if (code < 0xc0) return code
  if (code < 0x250) return code < 0xe0 ? CAPITAL : SMALL
  return OTHER_LETTER
}

function capitalsOf(word: string): number {
  let small = 0
  let capital = 0
  let digits = 0
  for (let at = 0; at < word.length; at++) {
    const kind = letterKind(word.charCodeAt(at))
    if (kind === SMALL || kind === OTHER_LETTER) small++
    else if (kind === CAPITAL) capital++
    else if (kind === DIGIT) digits++
  }
  if (digits > 0 && small + capital === 0) return CAPITALS.digits
  if (small + capital === 0) return CAPITALS.mark
  if (capital === 0) return CAPITALS.none
  if (small === 0 && capital > 1) return CAPITALS.all
  return letterKind(word.charCodeAt(0)) === CAPITAL ? CAPITALS.first : CAPITALS.inner
}
