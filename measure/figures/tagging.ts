import { readFileSync } from "node:fs"
import { join } from "node:path"
import { extract } from "../../src/core/article/index.ts"
import type { Prose, Tagged } from "../../src/core/data.ts"
import { segment } from "../../src/core/segment/index.ts"
import { lemmaKey, openTaggingModel, type TaggingModel, tag } from "../../src/core/tag/index.ts"
import { corpus, ROOT } from "../../train/corpora.ts"
import { ewtLessons, gumLessons, type Lesson, polnearLessons } from "../../train/tagging/treebanks.ts"

export const about = "Tags, heads, relations, names and lemmas against PolNeAR's silver and the gold of GUM and EWT; speed, size, opening"

/** Shares from 0 to 1. Tokens and sentences are those of the gold; punctuation counts; a relation is right when its head is too. */
export interface TaggingScore {
  readonly corpus: string
  readonly tokens: number
  readonly tags: number
  readonly uas: number
  readonly las: number
  readonly lemmas: number
  /** F1 of spans with their kind; null where the corpus marks no names. */
  readonly names: number | null
  /** F1 of spans whatever the kind. */
  readonly nameSpans: number | null
  /** F1 of each relation of `TELLING`, head included. */
  readonly relations: Readonly<Record<string, number>>
}

/** What attribution leans on. */
const TELLING = ["nsubj", "dobj", "ccomp", "xcomp", "advcl", "parataxis", "conj"]

const MODEL = join(ROOT, "model/tagging.bin")

const CORPORA: readonly (readonly [string, () => Lesson[]])[] = [
  ["PolNeAR dev, silver", () => polnearLessons("dev")],
  ["GUM dev, gold", () => gumLessons("dev")],
  ["EWT dev, gold", () => ewtLessons("dev")],
]

/** `npm run measure -- tagging [MODEL.bin]` */
export function measure([file = MODEL]: readonly string[]): void {
  const bytes = readFileSync(file)
  const model = openTaggingModel(bytes)
  const head = ["tags", "UAS", "LAS", "lemmas", "names", "(spans)", ...TELLING]
  console.log(`${"".padEnd(22)}${head.map(each => each.padStart(column(each))).join("")}`)
  for (const score of taggingScores(model)) console.log(row(score))
  console.log("\nTokens and sentences of the gold; punctuation counts; F1 for names and for relations with their heads.")
  reportSpeed(model)
  reportOpening(bytes)
}

/** The figures against PolNeAR's silver, GUM's gold and EWT's gold, development sides, in this order. */
export function taggingScores(model: TaggingModel = openTaggingModel(readFileSync(MODEL))): TaggingScore[] {
  return CORPORA.map(([name, lessons]) => scoreOf(name, lessons(), model))
}

function row({ corpus: name, tags, uas, las, lemmas, names, nameSpans, relations }: TaggingScore): string {
  const cells: [string, number | null][] = [
    ["tags", tags],
    ["UAS", uas],
    ["LAS", las],
    ["lemmas", lemmas],
    ["names", names],
    ["(spans)", nameSpans],
    ...TELLING.map((each): [string, number] => [each, relations[each]!]),
  ]
  return name.padEnd(22) + cells.map(([head, share]) => (share === null ? "–" : (100 * share).toFixed(2)).padStart(column(head))).join("")
}

function column(head: string): number {
  return Math.max(8, head.length + 2)
}

/** Things found, things meant, and those that are both. */
interface Tally {
  found: number
  meant: number
  both: number
}

function f1({ found, meant, both }: Tally): number {
  return found + meant === 0 ? 0 : (2 * both) / (found + meant)
}

function scoreOf(name: string, lessons: readonly Lesson[], model: TaggingModel): TaggingScore {
  const found = lessons.map(({ prose }) => tag(prose, model))
  const tokens = lessons.reduce((sum, { tags }) => sum + tags.length, 0)
  const share = (right: (lesson: Lesson, tagged: Tagged, at: number) => boolean) =>
    lessons.reduce((sum, lesson, index) => sum + lesson.tags.filter((_, at) => right(lesson, found[index]!, at)).length, 0) / tokens
  const marksNames = lessons.some(({ names }) => names.length > 0)
  return {
    corpus: name,
    tokens,
    tags: share(({ tags }, tagged, at) => tags[at] === tagged.tags[at]),
    uas: share(({ heads }, tagged, at) => heads[at] === tagged.heads[at]),
    las: share(({ heads, labels }, tagged, at) => heads[at] === tagged.heads[at] && labels[at] === tagged.labels[at]),
    lemmas: share(({ lemmas }, tagged, at) => lemmaKey(lemmas[at]!) === lemmaKey(tagged.lemmas[at]!)),
    names: marksNames ? f1(namesTally(lessons, found, ({ first, last, kind }) => `${first} ${last} ${kind}`)) : null,
    nameSpans: marksNames ? f1(namesTally(lessons, found, ({ first, last }) => `${first} ${last}`)) : null,
    relations: Object.fromEntries(TELLING.map(relation => [relation, f1(relationTally(lessons, found, relation))])),
  }
}

function namesTally(lessons: readonly Lesson[], found: readonly Tagged[], keyOf: (name: Lesson["names"][number]) => string): Tally {
  const tally: Tally = { found: 0, meant: 0, both: 0 }
  lessons.forEach(({ names }, index) => {
    const meant = new Set(names.map(keyOf))
    tally.meant += meant.size
    tally.found += found[index]!.names.length
    tally.both += found[index]!.names.filter(each => meant.has(keyOf(each))).length
  })
  return tally
}

function relationTally(lessons: readonly Lesson[], found: readonly Tagged[], relation: string): Tally {
  const tally: Tally = { found: 0, meant: 0, both: 0 }
  lessons.forEach(({ heads, labels }, index) => {
    const tagged = found[index]!
    for (let at = 0; at < labels.length; at++) {
      const isMeant = labels[at] === relation
      const isFound = tagged.labels[at] === relation
      if (isMeant) tally.meant++
      if (isFound) tally.found++
      if (isMeant && isFound && heads[at] === tagged.heads[at]) tally.both++
    }
  })
  return tally
}

const ARTICLES = 400

/** Tokens a second on one core over articles as they come, the best of three runs after one to warm up. */
function reportSpeed(model: TaggingModel): void {
  const proses = articles()
  const tokens = proses.reduce((sum, prose) => sum + prose.tokens.length, 0)
  for (const parse of [true, false]) {
    const once = () => {
      const start = process.hrtime.bigint()
      for (const prose of proses) tag(prose, model, { parse })
      return Number(process.hrtime.bigint() - start) / 1e9
    }
    once()
    const seconds = Math.min(once(), once(), once())
    console.log(`${parse ? "whole" : "without heads"}: ${(tokens / seconds).toFixed(0)} tokens/s over ${proses.length} articles`)
  }
}

function articles(): Prose[] {
  const lines = readFileSync(join(corpus("articles"), "articles.jsonl"), "utf8").split("\n", ARTICLES)
  return lines.filter(Boolean).map(line => segment(extract({ kind: "text", content: (JSON.parse(line) as { text: string }).text })))
}

function reportOpening(bytes: Uint8Array): void {
  const start = process.hrtime.bigint()
  openTaggingModel(bytes)
  console.log(`${bytes.length} bytes, opened in ${(Number(process.hrtime.bigint() - start) / 1e6).toFixed(1)} ms`)
}
