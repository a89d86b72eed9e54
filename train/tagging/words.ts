import { type Entry, Lexicon, packLexicon, tagIndex, wordFrom } from "../../src/core/tag/index.ts"
import type { Lesson } from "./treebanks.ts"

/** A word is known from so many occurrences on: rarer ones are met as unknown in training, as new ones are in reading. */
const KNOWN_FROM = 4
/** A tag belongs to a word's class from this share of its occurrences on. */
const SHARE_IN_CLASS = 0.02
/** A word has one tag only when nearly all of so many occurrences have it. */
const SURE_FROM = 60
const SURE_SHARE = 0.998
const MOST_CLASSES = 255

/** The lexicon of the lessons: which tags each frequent word takes. */
export function lexiconOf(lessons: readonly Lesson[]): Uint8Array {
  const counts = tagCounts(lessons)
  const classes = classNumbers(counts)
  const entries = new Map<number, Entry>()
  for (const [hash, tags] of counts) {
    const tagClass = classes.get(classKey(tags)) ?? 0
    if (total(tags) < KNOWN_FROM) continue
    entries.set(hash, { tagClass, onlyTag: onlyTag(tags) })
  }
  return packLexicon(entries)
}

type TagCounts = ReadonlyMap<string, number>

function tagCounts(lessons: readonly Lesson[]): Map<number, Map<string, number>> {
  const blank = new Lexicon(packLexicon(new Map()))
  const hashes = new Map<string, number>()
  const counts = new Map<number, Map<string, number>>()
  for (const { prose, tags } of lessons)
    prose.tokens.forEach(({ start, end }, at) => {
      const text = prose.text.slice(start, end)
      let hash = hashes.get(text)
      if (hash === undefined) {
        hash = wordFrom(text, blank).lower
        hashes.set(text, hash)
      }
      const of = counts.get(hash) ?? new Map<string, number>()
      counts.set(hash, of)
      of.set(tags[at]!, (of.get(tags[at]!) ?? 0) + 1)
    })
  return counts
}

function total(tags: TagCounts): number {
  let sum = 0
  for (const count of tags.values()) sum += count
  return sum
}

function classKey(tags: TagCounts): string {
  const all = total(tags)
  return [...tags]
    .filter(([, count]) => count >= SHARE_IN_CLASS * all)
    .map(([tag]) => tag)
    .sort()
    .join(" ")
}

/** The classes with the most words, from 1 on. */
function classNumbers(counts: ReadonlyMap<number, TagCounts>): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const tags of counts.values()) if (total(tags) >= KNOWN_FROM) sizes.set(classKey(tags), (sizes.get(classKey(tags)) ?? 0) + 1)
  const sorted = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_CLASSES)
  return new Map(sorted.map(([key], at) => [key, at + 1]))
}

function onlyTag(tags: TagCounts): number {
  const all = total(tags)
  if (all < SURE_FROM) return -1
  const [tag, count] = [...tags].reduce((most, each) => (each[1] > most[1] ? each : most))
  return count >= SURE_SHARE * all ? tagIndex(tag) : -1
}
