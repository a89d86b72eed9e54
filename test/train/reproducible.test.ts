import { expect, test } from "vitest"
import { openTaggingModel, tag } from "../../src/core/tag/index.ts"
import { type Paces, trainModel } from "../../train/tagging/model.ts"
import type { Lesson } from "../../train/tagging/treebanks.ts"

/** A word with its tag, the place of its head in the sentence (-1 at the root), and its relation. */
type Row = readonly [word: string, tag: string, head: number, label: string]

const said = (who: string, verb: string, what: string, how: string): readonly Row[] => [
  [who, "NNP", 1, "nsubj"],
  ["said", "VBD", -1, "root"],
  ["the", "DT", 3, "det"],
  [what, "NN", 5, "nsubj"],
  [verb, "VBZ", 5, "cop"],
  [how, "JJ", 1, "ccomp"],
  [".", ".", 1, "punct"],
]

const SENTENCES = [
  said("Ruiz", "is", "bridge", "safe"),
  said("Ott", "is", "harbor", "open"),
  said("Quill", "is", "report", "false"),
  said("Munk", "was", "letter", "old"),
]

function lesson(rows: readonly Row[], at: number): Lesson {
  const words = rows.map(([word]) => word)
  const text = words.join(" ")
  let end = 0
  const tokens = words.map(word => {
    const start = text.indexOf(word, end)
    end = start + word.length
    return { start, end }
  })
  const whole = { start: 0, end: text.length }
  const sentences = [{ ...whole, block: 0, first: 0, last: tokens.length }]
  return {
    name: `lesson-${at}`,
    prose: { text, blocks: [{ ...whole, role: "paragraph" }], quotations: [], sentences, tokens },
    tags: rows.map(([, each]) => each),
    heads: Int32Array.from(rows, ([, , head]) => head),
    labels: rows.map(([, , , label]) => label),
    lemmas: words.map(word => word.toLowerCase()),
    names: [{ first: 0, last: 1, kind: "person" }],
    isSilver: at % 2 === 0,
  }
}

const PACE = { epochs: 3, bits: 12, seed: 7, margin: 10, thinAt: 1, thin: 0, prune: 0, step: 1 }
const PACES: Paces = {
  seed: 7,
  tags: PACE,
  unseen: { epochs: 2, thinAt: 1, folds: 2 },
  parse: { moves: PACE, relations: PACE, exploreFrom: 1, follow: 0.9, silverFrom: 2 },
  names: PACE,
}

const lessons = Array.from({ length: 24 }, (_, at) => lesson(SENTENCES[at % SENTENCES.length]!, at))
const trained = () => trainModel(lessons.slice(0, 12), lessons.slice(12), PACES, () => {})

test("training on the same lessons gives the same bytes, and they have learnt something", () => {
  const bytes = trained()
  expect(Buffer.from(trained()).equals(bytes)).toBe(true)
  const { prose, tags, heads } = lessons[0]!
  const tagged = tag(prose, openTaggingModel(bytes))
  expect(tagged.tags).toEqual(tags)
  expect([...tagged.heads]).toEqual([...heads])
})
