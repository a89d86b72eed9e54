import { readFileSync } from "node:fs"
import { join } from "node:path"
import { loadModel } from "../../model/index.ts"
import { type Model, type Reading, type RecordPage, read, type Statement, Unreadable } from "../../src/core/index.ts"
import { chance, shuffled } from "../../train/chance.ts"
import { corpus } from "../../train/corpora.ts"
import { galaxy } from "./copies.ts"

export const about =
  "Attributions drawn at random from two corpora of news of all kinds, in their paragraphs, to be judged by hand: sample [COUNT] [SEED]"

const COUNT = 200
const SEED = 7
/** How many articles of a corpus they are drawn from: one or two from each. */
const ARTICLES = 200

type Printed = Pick<RecordPage, "title" | "text">

/** `npm run measure -- sample [COUNT] [SEED]`: each with its source, cue and content, and the paragraph it stands in; as many from either corpus. */
export function measure([count = String(COUNT), seed = String(SEED)]: readonly string[]): void {
  const random = chance(Number(seed))
  const model = loadModel()
  const drawnFrom = (pages: readonly Printed[]) => {
    const drawn = shuffled(pages, random)
      .slice(0, ARTICLES)
      .flatMap(page => readingOf(page, model) ?? [])
      .flatMap(reading =>
        shuffled(reading.statements, random)
          .slice(0, 2)
          .map(statement => ({ reading, statement })),
      )
    return shuffled(drawn, random).slice(0, Math.ceil(Number(count) / 2))
  }
  const drawn = [...drawnFrom(articles()), ...drawnFrom(galaxy())]
  drawn.forEach(({ reading, statement }, at) => {
    console.log(`\n${at + 1}. ${told(reading, statement)}`)
  })
}

function articles(): readonly Printed[] {
  const lines = readFileSync(join(corpus("articles"), "articles.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
  return lines.map(line => JSON.parse(line) as RecordPage)
}

function readingOf({ text, title }: Printed, model: Model): Reading | null {
  try {
    return read({ kind: "record", text, ...(title && { title }) }, model)
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

function told({ article: { text, blocks } }: Reading, { source, cue, content, confidence }: Statement): string {
  const words = (span: { start: number | null; end: number | null } | null) =>
    span && span.start !== null && span.end !== null ? text.slice(span.start, span.end) : "—"
  const place = cue ?? content[0]!
  const block = blocks.find(({ start, end }) => start <= place.start && place.end <= end) ?? place
  const pieces = content.map(words).join(" … ")
  return [
    text.slice(block.start, block.end),
    `   source   ${words(source)}`,
    `   cue      ${words(cue)}`,
    `   content  ${pieces}`,
    `   ${confidence}`,
  ].join("\n")
}
