import { type LemmaRule, LONGEST_ENDING, lemmaKey, packLemmas, TAGS, WHOLE_WORD } from "../../src/core/tag/index.ts"
import type { Lesson } from "./treebanks.ts"

/** An ending is worth a rule when so many different words that shorter rules get wrong come right by it. */
const WORDS_FOR_A_RULE = 3
/** A word is worth a rule of its own when it came up so often. */
const TIMES_FOR_A_WORD = 2

type Tag = (typeof TAGS)[number]

/** A word with its tag: what it takes off and puts on to become its lemma, and how often it was seen. */
interface Form {
  readonly word: string
  readonly change: string
  readonly times: number
}

/** Learns dictionary forms: from short endings to long ones, and at last word by word, each rule only where the ones before it err. */
export function trainLemmas(lessons: readonly Lesson[]): Uint8Array {
  return packLemmas([...formsByTag(lessons)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([tag, forms]) => rulesOf(tag, forms)))
}

function formsByTag(lessons: readonly Lesson[]): Map<Tag, Form[]> {
  const counts = new Map<Tag, Map<string, Map<string, number>>>()
  for (const { prose, tags, lemmas } of lessons)
    prose.tokens.forEach(({ start, end }, at) => {
      const tag = TAGS.find(each => each === tags[at])
      const word = lemmaKey(prose.text.slice(start, end))
      const lemma = lemmaKey(lemmas[at]!)
      if (!tag || tag === "NNP" || tag === "NNPS" || !/^[!-~]+$/.test(word) || !/^[!-~]+$/.test(lemma)) return
      const words = entry(counts, tag, () => new Map<string, Map<string, number>>())
      const changes = entry(words, word, () => new Map<string, number>())
      const change = changeOf(word, lemma)
      changes.set(change, (changes.get(change) ?? 0) + 1)
    })
  return new Map([...counts].map(([tag, words]) => [tag, [...words].map(([word, changes]) => ({ word, ...usual(changes) }))]))
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}

function usual(changes: ReadonlyMap<string, number>): { change: string; times: number } {
  const [change, times] = [...changes].reduce((most, each) =>
    each[1] > most[1] || (each[1] === most[1] && each[0] < most[0]) ? each : most,
  )
  return { change, times }
}

/** “cities”, “city”: 3 letters off, “y” on. */
function changeOf(word: string, lemma: string): string {
  let same = 0
  while (same < word.length && word[same] === lemma[same]) same++
  return `${word.length - same} ${lemma.slice(same)}`
}

function rulesOf(tag: Tag, forms: readonly Form[]): LemmaRule[] {
  const rules = new Map<string, string>()
  const predicted = ({ word }: Form, longest: number) => {
    for (let letters = Math.min(longest, word.length - 1); letters > 0; letters--) {
      const change = rules.get(word.slice(-letters))
      if (change !== undefined) return change
    }
    return "0 "
  }
  for (let letters = 1; letters <= LONGEST_ENDING; letters++) {
    const gains = new Map<string, Map<string, number>>()
    for (const form of forms) {
      if (form.word.length <= letters) continue
      const changes = entry(gains, form.word.slice(-letters), () => new Map<string, number>())
      const before = predicted(form, letters - 1)
      changes.set(form.change, (changes.get(form.change) ?? 0) + 1)
      changes.set(`was ${before}`, (changes.get(`was ${before}`) ?? 0) + (before === form.change ? 1 : 0))
    }
    for (const [ending, changes] of [...gains].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const { change, times } = usual(new Map([...changes].filter(([each]) => !each.startsWith("was "))))
      const already = [...changes].reduce((sum, [each, count]) => (each.startsWith("was ") ? sum + count : sum), 0)
      if (times - already >= WORDS_FOR_A_RULE) rules.set(ending, change)
    }
  }
  for (const form of forms)
    if (form.times >= TIMES_FOR_A_WORD && predicted(form, LONGEST_ENDING) !== form.change) rules.set(WHOLE_WORD + form.word, form.change)
  return [...rules].map(([key, change]) => ({
    tag,
    key,
    off: Number(change.slice(0, change.indexOf(" "))),
    on: change.slice(change.indexOf(" ") + 1),
  }))
}
