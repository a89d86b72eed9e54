/** The words of a text, lower-cased; a word may hold apostrophes. */
export function words(text: string | null): string[] {
  return (
    (text ?? "")
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? []
  )
}

/** How many words two lists share, each as often as both have it. */
export function common(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1)
  return a.filter(word => take(left, word)).length
}

function take(left: Map<string, number>, word: string): boolean {
  const times = left.get(word) ?? 0
  left.set(word, times - 1)
  return times > 0
}

/** The share of words that two texts have in common: the harmonic mean of both shares, from 0 to 1. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  return a.length + b.length > 0 ? (2 * common(a, b)) / (a.length + b.length) : 0
}

const TITLES = new Set("the a an mr mrs ms miss dr sir lord dame rep sen senator representative president mp".split(" "))

/** A name to be compared: without case, articles and titles. */
export function plain(name: string): string {
  const all = words(name)
  const kept = all.filter(word => !TITLES.has(word))
  return (kept.length > 0 ? kept : all).join(" ")
}

/** The harmonic mean of precision and recall. */
export function harmonic(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
}

/** A share; of nothing it is 0. */
export function share(right: number, of: number): number {
  return of > 0 ? right / of : 0
}

/** How many words a name may have besides those wanted. */
const MORE_WORDS = 3

/** “Herald” may be “The Kelmouth Herald”, the “union” the “Seafarers’ Union”; “Prys” alone is not “Anton Prys”. */
export function namedAlike(want: string, got: string): boolean {
  const [wanted, given] = [plain(want).split(" "), plain(got).split(" ")]
  return wanted.every(word => given.includes(word)) && given.length - wanted.length <= MORE_WORDS
}
