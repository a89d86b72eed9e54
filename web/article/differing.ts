import type { Span } from "../parts/index.ts"

/** Sentences of more words are not compared word by word: it would take long, and little would be alike. */
const MOST_WORDS = 500

/** What two texts do not have in common, as stretches of each: the words that are in neither's longest common run of words, in order. Marks and case count. */
export function differing(before: string, after: string): { readonly gone: readonly Span[]; readonly come: readonly Span[] } {
  const [old, now] = [wordsIn(before), wordsIn(after)]
  if (old.length > MOST_WORDS || now.length > MOST_WORDS) return { gone: [], come: [] }
  const common = commonIn(old, now)
  return { gone: rest(old, new Set(common.map(([one]) => one))), come: rest(now, new Set(common.map(([, other]) => other))) }
}

interface Word extends Span {
  readonly word: string
}

function wordsIn(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu)].map(([word], at, all) => {
    const start = all[at]!.index
    return { word, start, end: start + word.length }
  })
}

/** Pairs of places at which the longest common subsequence stands, by the usual table of lengths. */
function commonIn(old: readonly Word[], now: readonly Word[]): readonly (readonly [number, number])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i]![j] = old[i]!.word === now[j]!.word ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i]!.word === now[j]!.word) pairs.push([i++, j++])
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++
    else j++
  }
  return pairs
}

/** The words at other places; those that stand side by side are one stretch. */
function rest(words: readonly Word[], kept: ReadonlySet<number>): readonly Span[] {
  const spans: Span[] = []
  words.forEach(({ start, end }, at) => {
    if (kept.has(at)) return
    if (at > 0 && !kept.has(at - 1) && spans.length > 0) spans.push({ start: spans.pop()!.start, end })
    else spans.push({ start, end })
  })
  return spans
}
