import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import winkModel from "wink-eng-lite-web-model"
import wink from "wink-nlp"
import type { Block, Prose } from "../../src/core/data.ts"
import { segment } from "../../src/core/segment/index.ts"
import type { Span } from "../../src/core/span.ts"
import { readConllu } from "../../train/conllu.ts"
import { corpus } from "../../train/corpora.ts"

export const about = "Tokens and sentences against PolNeAR's silver and GUM's gold, beside wink-nlp; quotation marks left unpaired"

/** A text with its paragraphs, and where someone else cut it. */
interface Cut {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly tokens: readonly Span[]
  readonly sentences: readonly Span[]
}

type Segmenter = (text: string, blocks: readonly Block[]) => Pick<Cut, "tokens" | "sentences">

/** `npm run measure -- segmentation [dev | train]`, the side of PolNeAR. */
export function measure([side = "dev"]: readonly string[]): void {
  const silver = silverOf(side)
  const segmenters: readonly (readonly [string, () => Segmenter])[] = [
    ["hearsay", () => (text, blocks) => segment({ text, blocks })],
    ["wink-nlp", winkSegmenter],
  ]
  console.log(HEADING)
  for (const [name, open] of segmenters) {
    report(`PolNeAR ${side}, silver`, name, silver, open())
    report(`PolNeAR ${side}, slips mended`, name, silver.map(mended), open())
    for (const genre of ["news", "interview", "speech", "all"]) report(`GUM dev, gold: ${genre}`, name, goldOf(genre), open())
  }
  console.log(NOTE)
  reportMarks(silver)
  reportSpeed(silver)
}

const HEADING = `${"".padEnd(32)}${"".padEnd(10)}${"tokens F1".padStart(11)}${"joined".padStart(9)}${"sentences F1".padStart(14)}`

const NOTE = `F1 of exact spans. “joined”: hyphens, dashes and slashes without spaces taken together with their neighbours on both sides, since GUM cuts
“state-sponsored” in three and PolNeAR's CoreNLP does not. “slips mended”: in the silver, an opening mark left at the end of a sentence goes to
the next; a sentence ends with its paragraph; and none begins in lower case or with a comma. The rest is as CoreNLP has it.`

function report(corpusName: string, name: string, gold: readonly Cut[], segmenter: Segmenter): void {
  const found = gold.map(({ text, blocks }) => segmenter(text, blocks))
  const tokens = f1(
    found.map(each => each.tokens),
    gold.map(each => each.tokens),
  )
  const joined = f1(
    found.map(({ tokens }, at) => joinHyphens(gold[at]!.text, tokens)),
    gold.map(({ text, tokens }) => joinHyphens(text, tokens)),
  )
  const sentences = f1(
    found.map(each => each.sentences),
    gold.map(each => each.sentences),
  )
  const figures = [tokens, joined].map((figure, at) => (figure * 100).toFixed(2).padStart(at === 0 ? 11 : 9))
  console.log(`${corpusName.padEnd(32)}${name.padEnd(10)}${figures.join("")}${(sentences * 100).toFixed(2).padStart(14)}`)
}

/** Harmonic mean of precision and recall over exact spans, all texts together. */
function f1(found: readonly (readonly Span[])[], gold: readonly (readonly Span[])[]): number {
  let common = 0
  let all = 0
  for (const [at, spans] of gold.entries()) {
    const keys = new Set(spans.map(keyOf))
    common += found[at]!.filter(span => keys.has(keyOf(span))).length
    all += spans.length + found[at]!.length
  }
  return (2 * common) / all
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`
}

/** Takes tokens together across hyphens, dashes and slashes that no space sets apart. */
function joinHyphens(text: string, tokens: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    const isTied = last !== undefined && last.end === token.start && (TIE.test(text[token.start]!) || TIE.test(text[last.end - 1]!))
    if (isTied) joined[joined.length - 1] = { start: last.start, end: token.end }
    else joined.push(token)
  }
  return joined
}

const TIE = /[-–—―/]/

// ── PolNeAR ─────────────────────────────────────────────────────────────────────────────────────

/** CoreNLP's analysis: offsets are code points of the article's text, whose lines are its paragraphs. */
function silverOf(side: string): Cut[] {
  const folder = join(corpus("polnear"), side)
  const names = readdirSync(join(folder, "conllu")).map(file => file.slice(0, -".conllu".length))
  return names.sort().map(name => {
    const text = readFileSync(join(folder, "text", `${name}.txt`), "utf8")
    const units = unitsOf(text)
    const sentences = readConllu(join(folder, "conllu", `${name}.conllu`))
      .flatMap(document => document.sentences)
      .map(({ rows }) => rows.map(({ misc }) => ({ start: units[Number(misc.get("start"))]!, end: units[Number(misc.get("end"))]! })))
    return { text, blocks: paragraphs(text), tokens: sentences.flat(), sentences: sentences.map(around) }
  })
}

/** For each code point the code unit at which it starts. */
function unitsOf(text: string): number[] {
  const units: number[] = []
  let unit = 0
  for (const character of text) {
    units.push(unit)
    unit += character.length
  }
  return [...units, unit]
}

function paragraphs(text: string): Block[] {
  let start = 0
  return text.split("\n").flatMap(line => {
    const block: Block = { role: "paragraph", start, end: start + line.length }
    start = block.end + 1
    return line.trim() === "" ? [] : [block]
  })
}

function around(tokens: readonly Span[]): Span {
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end }
}

/** The silver with three kinds of plain slips put right; see `NOTE`. */
function mended(cut: Cut): Cut {
  const starts = new Set([...cut.sentences.map(({ start }) => start), ...cut.blocks.map(({ start }) => start)])
  const sentences: Span[][] = []
  let isMark = false
  for (const [at, token] of cut.tokens.entries()) {
    const begins = starts.has(token.start) ? !/[\p{Ll},]/u.test(cut.text[token.start]!) || isFirst(cut, token) : false
    const next = cut.tokens[at + 1]
    const opens = next !== undefined && starts.has(next.start) && next.start === token.end && isSetOff(cut.text, token)
    if ((begins && !isMark) || opens || sentences.length === 0) sentences.push([])
    sentences.at(-1)!.push(token)
    isMark = opens
  }
  return { ...cut, sentences: sentences.map(around) }
}

function isFirst({ text }: Cut, { start }: Span): boolean {
  return start === 0 || text[start - 1] === "\n"
}

/** A mark of quotation with a space before it. */
function isSetOff(text: string, { start, end }: Span): boolean {
  return /^(?:["“‘'`]|''|``)$/.test(text.slice(start, end)) && /\s/.test(text[start - 1] ?? "")
}

// ── GUM ─────────────────────────────────────────────────────────────────────────────────────────

/** The documents of GUM's dev side, of one genre or all. Paragraphs are set apart by an empty line. */
function goldOf(genre: string): Cut[] {
  const folder = corpus("gum")
  const dev = readFileSync(join(folder, "splits.md"), "utf8")
    .split("## ")
    .find(part => part.startsWith("dev\n"))!
  const names = [...dev.matchAll(/GUM_(\w+?)_\w+/g)].filter(([, each]) => genre === "all" || each === genre).map(([name]) => name)
  return names.flatMap(name => readConllu(join(folder, "dep", `${name}.conllu`)).map(documentText))
}

function documentText({ sentences }: ReturnType<typeof readConllu>[number]): Cut {
  let text = ""
  const cut: Span[][] = []
  for (const { rows, newParagraph } of sentences) {
    if (newParagraph && text !== "") text = `${text.trimEnd()}\n\n`
    const tokens: Span[] = []
    for (const { form, spaceAfter } of rows) {
      tokens.push({ start: text.length, end: text.length + form.length })
      text += spaceAfter ? `${form} ` : form
    }
    cut.push(tokens)
  }
  return { text, blocks: paragraphs(text), tokens: cut.flat(), sentences: cut.map(around) }
}

// ── wink-nlp ────────────────────────────────────────────────────────────────────────────────────

/** Reads each paragraph by itself, so that it too knows where paragraphs end. Opened anew for each corpus: it keeps what it has seen. */
function winkSegmenter(): Segmenter {
  const nlp = wink(winkModel, ["sbd"])
  const { its } = nlp
  return (text, blocks) => {
    const tokens: Span[] = []
    const sentences: Span[] = []
    for (const { start, end } of blocks) {
      const doc = nlp.readDoc(text.slice(start, end))
      const first = tokens.length
      let at = start
      const values = doc.tokens().out()
      const spaces = doc.tokens().out(its.precedingSpaces) as string[]
      for (const [index, value] of values.entries()) {
        at += spaces[index]!.length
        tokens.push({ start: at, end: at + value.length })
        at += value.length
      }
      const spans = doc.sentences().out(its.span) as unknown as [number, number][]
      for (const [from, to] of spans) sentences.push(around(tokens.slice(first + from, first + to + 1)))
    }
    return { tokens, sentences }
  }
}

// ── Quotation marks, speed ──────────────────────────────────────────────────────────────────────

function reportMarks(texts: readonly Cut[]): void {
  const counts = texts.map(({ text, blocks }) => marksOf(segment({ text, blocks })))
  const sum = (key: keyof ReturnType<typeof marksOf>) => counts.reduce((total, count) => total + count[key], 0)
  console.log(`\ndouble quotation marks: ${sum("marks")}, left without a quotation: ${sum("unpaired")}`)
  console.log(`quotations: ${sum("quotations")}, inner: ${sum("inner")}, open at the end of their paragraph: ${sum("open")}`)
}

function marksOf({ text, quotations }: Prose): { marks: number; unpaired: number; quotations: number; inner: number; open: number } {
  const ends = new Set(quotations.flatMap(({ start, end, inside }) => [start, ...(inside.end < end ? [inside.end] : [])]))
  const marks = [...text.matchAll(/["“”„]|''|``/g)].map(({ index }) => index)
  return {
    marks: marks.length,
    unpaired: marks.filter(at => !ends.has(at)).length,
    quotations: quotations.length,
    inner: quotations.filter(({ depth }) => depth > 0).length,
    open: quotations.filter(({ closed }) => !closed).length,
  }
}

function reportSpeed(texts: readonly Cut[]): void {
  const start = process.hrtime.bigint()
  let tokens = 0
  for (const { text, blocks } of texts) tokens += segment({ text, blocks }).tokens.length
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  console.log(
    `${((1000 * seconds) / texts.length).toFixed(2)} ms an article, ${(tokens / seconds / 1e6).toFixed(2)} million tokens a second`,
  )
}
