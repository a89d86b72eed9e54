import type { Prose } from "../../src/core/data.ts"
import { type Lexicon, marksOf, type Words, wordsOf } from "../../src/core/tag/index.ts"
import type { Lesson } from "./treebanks.ts"

/** A lesson as the models see it: its words as numbers, its marks settled. */
export interface Exercise {
  readonly lesson: Lesson
  readonly words: Words
  readonly settled: readonly (string | null)[]
}

export function exerciseOf(lesson: Lesson, lexicon: Lexicon): Exercise {
  const words = wordsOf(lesson.prose, lexicon)
  return { lesson, words, settled: marksOf(lesson.prose, words) }
}

/**
 * Sentences of running text written as headlines, to be learnt beside the text itself: every word with a capital but the small ones
 * (“Mayor Denies Report of Bribe”), or all in capitals; the full stop left out. Each is a lesson of its own.
 */
export function headlines(lessons: readonly Lesson[], random: () => number, share: number): Lesson[] {
  return lessons.flatMap(lesson =>
    lesson.prose.sentences.flatMap(({ first, last }) => {
      const length = last - first
      if (length < SHORTEST || length > LONGEST || random() >= share) return []
      const end = lesson.tags[last - 1] === "." ? last - 1 : last
      return [rewritten(lesson, first, end, random() < SHARE_IN_CAPITALS ? word => word.toUpperCase() : raised)]
    }),
  )
}

const SHORTEST = 5
const LONGEST = 18
const SHARE_IN_CAPITALS = 0.15
const LOW_WORDS = /^(?:a|an|the|of|in|on|at|to|for|by|and|or|but|as|with|from|n['’]t|['’]s|is|be|if|than|via|over)$/i

function raised(word: string, at: number): string {
  return at > 0 && LOW_WORDS.test(word) ? word.toLowerCase() : word.slice(0, 1).toUpperCase() + word.slice(1)
}

function rewritten(lesson: Lesson, first: number, last: number, write: (word: string, at: number) => string): Lesson {
  const { prose } = lesson
  let text = ""
  const tokens = prose.tokens.slice(first, last).map((token, at) => {
    const before = at > 0 && prose.tokens[first + at - 1]!.end < token.start ? " " : ""
    const word = write(prose.text.slice(token.start, token.end), at)
    const start = text.length + before.length
    text += before + word
    return { start, end: start + word.length }
  })
  const sentences = [{ start: 0, end: text.length, block: 0, first: 0, last: tokens.length }]
  const whole: Prose = { text, blocks: [{ start: 0, end: text.length, role: "title" }], quotations: [], sentences, tokens }
  const heads = lesson.heads.slice(first, last).map(head => (head < first || head >= last ? -1 : head - first))
  const names = lesson.names
    .filter(name => name.first >= first && name.last <= last)
    .map(({ first: from, last: to, kind }) => ({ first: from - first, last: to - first, kind }))
  const part = <T>(list: readonly T[]) => list.slice(first, last)
  return {
    name: lesson.name,
    isSilver: lesson.isSilver,
    prose: whole,
    heads,
    names,
    tags: part(lesson.tags),
    labels: part(lesson.labels),
    lemmas: part(lesson.lemmas),
  }
}
