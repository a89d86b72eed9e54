import type { Sight } from "./sight.ts"

/** Hashes of what each token is, made once so that features are made of numbers alone. Two entries behind the last stand for "no token there". */
export interface Hashes {
  readonly count: number
  readonly lemma: Int32Array
  readonly form: Int32Array
  readonly tag: Int32Array
  readonly label: Int32Array
  /** Last three letters. */
  readonly ending: Int32Array
  /** How the word is written: capitals, digits. */
  readonly shape: Int32Array
  /** Kind of the name the token stands in; 0 outside names. */
  readonly name: Int32Array
  /** Role of the block. */
  readonly role: Int32Array
}

export function hashesOf({ prose, tagged, tree, forms }: Sight): Hashes {
  const count = forms.length
  const known = new Map<string, number>()
  const of = (word: string) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const fresh = hash(word)
    known.set(word, fresh)
    return fresh
  }
  const endings = new Map<string, number>()
  const endingOf = (word: string) => {
    const before = endings.get(word)
    if (before !== undefined) return before
    const fresh = of(word.slice(-3))
    endings.set(word, fresh)
    return fresh
  }
  const column = (make: (token: number) => number) => {
    const out = new Int32Array(count + 1).fill(NOWHERE)
    for (let token = 0; token < count; token++) out[token] = make(token)
    return out
  }
  const name = new Int32Array(count + 1)
  for (const { first, last, kind } of tagged.names) name.fill(of(kind), first, last)
  const roles = prose.blocks.map(({ role }) => hash(role))
  return {
    count,
    lemma: column(token => of(tagged.lemmas[token]!)),
    form: column(token => of(forms[token]!)),
    tag: column(token => of(tagged.tags[token]!)),
    label: column(token => of(tagged.labels[token]!)),
    ending: column(token => endingOf(forms[token]!)),
    shape: column(token => shapeOf(prose.text, prose.tokens[token]!.start)),
    name,
    role: column(token => roles[prose.sentences[tree.sentenceOf[token]!]!.block] ?? 0),
  }
}

/** 1: a capital and a small letter, 2: two capitals, 3: a digit, 4: a small letter, 5: else. */
function shapeOf(text: string, start: number): number {
  const code = text.charCodeAt(start)
  if (code >= 97 && code <= 122) return 4
  const first = text[start] ?? ""
  const second = text[start + 1] ?? ""
  if (/\p{Lu}/u.test(first)) return /\p{Lu}/u.test(second) ? 2 : 1
  if (/\d/.test(first)) return 3
  return /\p{Ll}/u.test(first) ? 4 : 5
}

/** FNV-1a over UTF-16 code units. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(word: string): number {
  let h = 0x811c9dc5
  for (let at = 0; at < word.length; at++) h = Math.imul(h ^ word.charCodeAt(at), 0x01000193)
  return h | 0
}

/** What stands where no token does. */
const NOWHERE = hash("<nowhere>")

/**
 * A feature of one value. `template` keeps features of different make apart. MurmurHash3's finishing steps. Here and below all is written out
 * in one piece: engines draw only so much into a caller, and features are half of the work.
 */
export function one(template: number, a: number): number {
  let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** A feature of two values together; their order counts. */
export function two(template: number, a: number, b: number): number {
  let h = Math.imul(Math.imul(a, 0x9e3779b1) ^ (b + (a >>> 7)) ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** A feature of three values together. */
export function three(template: number, a: number, b: number, c: number): number {
  const ab = Math.imul(a, 0x85ebca6b) ^ (b + (a >>> 9))
  let h = Math.imul(Math.imul(ab, 0x9e3779b1) ^ (c + (ab >>> 7)) ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** Counts as people feel them, 0 to 10. */
export function sized(count: number): number {
  return count < 6 ? Math.max(0, count) : count < 10 ? 6 : count < 18 ? 7 : count < 35 ? 8 : count < 70 ? 9 : 10
}
