import type { Span } from "../../core/index.ts"
import { isEmptyWord } from "./words.ts"

/** Two articles that carry the same text, whole or in part. */
export interface Copy {
  /** Ids of the articles. */
  readonly a: string
  readonly b: string
  /** How much of the shorter one stands in the other, from 0 to 1; quotations left out. */
  readonly share: number
  /** The passages, each where it stands in either. */
  readonly passages: readonly Passage[]
}

export interface Passage {
  readonly a: Span
  readonly b: Span
  readonly words: number
  /** Whether it is in the first person. */
  readonly spoken: boolean
}

/** An article’s words outside quotation marks, each with its place: two reports of one speech share its words without being copies. */
export interface Body {
  readonly words: readonly string[]
  readonly spans: readonly Span[]
  /** Of each word, whether it is written as names and numbers are. */
  readonly named: readonly boolean[]
  /** A number for the words from each place on, as many as a shingle has. */
  readonly shingles: Uint32Array
}

/** Words in a shingle. Shorter ones are shared by chance (“the ministry said in a statement on”). */
const SHINGLE_WORDS = 8

/**
 * Of so many shingles in a row the one with the least number is kept (winnowing: Schleimer, Wilkerson and Aiken 2003), so that a passage
 * shared by two articles is always found when it has `WINDOW + SHINGLE_WORDS - 1` words, and an article of 500 words has some fifty keys.
 */
const WINDOW = 16

/** So many keys of an article at most, those of the least numbers. */
const MOST_KEYS = 128

export function bodyOf(text: string): Body {
  const all = wordsWithin(text, [{ start: 0, end: text.length }])
  const own = wordsWithin(text, outsideQuotations(text))
  const kept = own.words.length < all.words.length * LEAST_OWN ? all : own
  return { ...kept, shingles: shinglesOf(kept.words) }
}

/** An article that hardly says anything itself prints a document, or its marks are not to be trusted: there the quoted words count too. */
const LEAST_OWN = 0.3

function wordsWithin(text: string, parts: readonly Span[]): Omit<Body, "shingles"> {
  const words: string[] = []
  const spans: Span[] = []
  const named: boolean[] = []
  for (const { start, end } of parts)
    for (const { 0: word, index } of text.slice(start, end).matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)) {
      words.push(word.toLowerCase().replaceAll("’", "'"))
      spans.push({ start: start + index, end: start + index + word.length })
      named.push(NAMED.test(word))
    }
  return { words, spans, named }
}

/** “Holm”, “AP”, “41”; not “WATER” of a line in capitals. */
const NAMED = /^(?:\p{Lu}\p{Ll}|\p{Lu}{2,4}$|\p{N})/u

/** What lies between quotations. A mark without a partner in its paragraph quotes to the paragraph’s end. */
function outsideQuotations(text: string): readonly Span[] {
  const spans: Span[] = []
  let from = 0
  for (const { 0: quoted, index } of text.matchAll(/“[^”\n]*(?:”|$|(?=\n))|"[^"\n]*(?:"|$|(?=\n))/gmu)) {
    spans.push({ start: from, end: index })
    from = index + quoted.length
  }
  return [...spans, { start: from, end: text.length }]
}

function shinglesOf(words: readonly string[]): Uint32Array {
  const numbers = words.map(numberOf)
  return Uint32Array.from({ length: Math.max(0, words.length - SHINGLE_WORDS + 1) }, (_, at) => {
    let hash = 0
    for (let word = at; word < at + SHINGLE_WORDS; word++) hash = mix(Math.imul(hash, 31) + numbers[word]!)
    return hash
  })
}

/** FNV-1a over code units (Fowler, Noll and Vo). */
function numberOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Spreads a number over all 32 bits (the finisher of MurmurHash3, Appleby). */
function mix(hash: number): number {
  let out = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  out = Math.imul(out ^ (out >>> 13), 0xc2b2ae35)
  return (out ^ (out >>> 16)) >>> 0
}

/** The keys by which articles that share a passage find each other. A key that very many articles have is no copy but a phrase of a house. */
export function copyKeys({ shingles }: Body): readonly string[] {
  const kept = new Set<number>()
  for (let from = 0; from === 0 || from + WINDOW <= shingles.length; from++) {
    const window = shingles.subarray(from, from + WINDOW)
    if (window.length > 0) kept.add(window.reduce((least, each) => Math.min(least, each)))
  }
  return [...kept]
    .sort((a, b) => a - b)
    .slice(0, MOST_KEYS)
    .map(each => each.toString(36))
}

/** An article to be compared: its words, and the house that published it; null when none is known. */
export interface Printed {
  readonly id: string
  readonly house: string | null
  readonly body: Body
}

/** Least words of a passage, and of all or the longest where little is shared. */
const PASSAGE_WORDS = 12
const LONG_PASSAGE_WORDS = 15
const SHARED_WORDS = 26

/** From this share on two articles of one house are copies; what they share below it is the house's own furniture. */
const HOUSE_SHARE = 0.9
const LEAST_SHARE = 0.05

/**
 * What two articles share, when it is copy; null when it is not. `isCommon` tells of a key whether very many articles have it
 * (“Sign up for our newsletter …”): passages of nothing else count for nothing.
 */
export function copyOf(a: Printed, b: Printed, isCommon: (key: string) => boolean = () => false): Copy | null {
  const all = passagesIn(a.body, b.body, isCommon)
  const own = all.filter(({ spoken }) => !spoken)
  const passages = sharedBy(all) >= SPOKEN_SHARE * Math.min(a.body.words.length, b.body.words.length) ? all : own
  const shared = sharedBy(passages)
  const share = Math.min(1, shared / Math.max(1, Math.min(a.body.words.length, b.body.words.length)))
  const longest = passages.reduce((most, { words }) => Math.max(most, words), 0)
  const least = a.house !== null && a.house === b.house ? HOUSE_SHARE : LEAST_SHARE
  const isCopy = share >= least && shared >= SHARED_WORDS && longest >= LONG_PASSAGE_WORDS
  return isCopy ? { a: a.id, b: b.id, share: Math.round(share * 1000) / 1000, passages } : null
}

function sharedBy(passages: readonly Passage[]): number {
  return passages.reduce((sum, { words }) => sum + words, 0)
}

/** From this share on, what is said in the first person is the article's own: a column, an opinion of a court. */
const SPOKEN_SHARE = 0.5

/** “*I will vote against it*”, a post or a speech set apart without marks: quoted all the same. */
const FIRST_PERSON = /^(?:i|me|my|we|us|our|ours|i'm|i've|i'll|i'd|we're|we've|we'll)$/

/** Passages of `PASSAGE_WORDS` words and more that stand in both, each as long as it is, none overlapping another in the first. */
function passagesIn(a: Body, b: Body, isCommon: (key: string) => boolean): readonly Passage[] {
  const places = new Map<number, number>()
  b.shingles.forEach((shingle, at) => {
    if (!places.has(shingle)) places.set(shingle, at)
  })
  const out: Passage[] = []
  for (let at = 0; at < a.shingles.length; at++) {
    const there = places.get(a.shingles[at]!)
    if (there === undefined) continue
    let length = 0
    while (at + length < a.words.length && a.words[at + length] === b.words[there + length]) length++
    if (length < PASSAGE_WORDS) continue
    const shingles = a.shingles.subarray(at, at + length - SHINGLE_WORDS + 1)
    if (!shingles.every(each => isCommon(each.toString(36))) && isProse(a, at, length))
      out.push({
        a: spanOf(a, at, length),
        b: spanOf(b, there, length),
        words: length,
        spoken: a.words.slice(at, at + length).some(word => FIRST_PERSON.test(word)),
      })
    at += length - 1
  }
  return out
}

/**
 * A list of references or of names says nothing in anybody's words: prose has small words between, and more words than names and ages
 * (“Ana Holm, 30, of Sternholm; Bo Lind, 41, of Kettle Bay; and Ida Munk, 27, of Aldport, who worked for Brask Offshore Services”).
 */
function isProse({ words, named }: Body, at: number, length: number): boolean {
  const names = named.slice(at, at + length).filter(each => each).length
  return words.slice(at, at + length).filter(isEmptyWord).length >= length * LEAST_EMPTY && names <= length * MOST_NAMED
}

const MOST_NAMED = 0.5
const LEAST_EMPTY = 0.2

function spanOf({ spans }: Body, at: number, length: number): Span {
  return { start: spans[at]!.start, end: spans[at + length - 1]!.end }
}
