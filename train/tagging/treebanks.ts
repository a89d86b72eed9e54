import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { NameKind, Prose, Sentence, Token } from "../../src/core/data.ts"
import { type ConlluDocument, type Parsed, type Row, readConllu } from "../conllu.ts"
import { corpus } from "../corpora.ts"
import { polnear } from "../polnear.ts"
import { toNewswire } from "./conventions.ts"
import { goldNames, silverNames } from "./entities.ts"

/** A document with the analysis to learn from or to measure against: one entry per token of the prose. */
export interface Lesson {
  readonly name: string
  readonly prose: Prose
  readonly tags: readonly string[]
  readonly heads: Int32Array
  readonly labels: readonly string[]
  readonly lemmas: readonly string[]
  readonly names: readonly NamedRun[]
  readonly isSilver: boolean
}

export interface NamedRun {
  readonly first: number
  readonly last: number
  readonly kind: NameKind
}

export type Side = "train" | "dev"

/** PolNeAR's silver: CoreNLP's tags, basic dependencies, lemmas and names. The three articles without one are left out. */
export function polnearLessons(side: Side): Lesson[] {
  const folder = join(corpus("polnear"), side, "conllu")
  const files = new Set(readdirSync(folder))
  return polnear(side)
    .filter(({ name }) => files.has(`${name}.conllu`))
    .map(({ name, text }) => {
      const sentences = readConllu(join(folder, `${name}.conllu`)).flatMap(each => each.sentences)
      return lessonOf(name, sentences, proseByOffsets(text, sentences), silverNames, true)
    })
}

/** GUM's gold of one side of its own split, in the conventions of the silver (`conventions.ts`). */
export function gumLessons(side: Side): Lesson[] {
  const folder = corpus("gum")
  const listed = gumSplit(readFileSync(join(folder, "splits.md"), "utf8"), side)
  return listed.flatMap(name => readConllu(join(folder, "dep", `${name}.conllu`)).map(each => goldLesson(each, goldNames)))
}

/** EWT's gold, without names: the official development file, or everything that is neither in it nor in the test file. */
export function ewtLessons(side: Side): Lesson[] {
  const folder = corpus("ewt")
  const dev = readConllu(join(folder, "en_ewt-ud-dev.conllu"))
  if (side === "dev") return dev.map(each => goldLesson(each, noNames))
  const heldOut = new Set(sentenceIds([...dev, ...readConllu(join(folder, "en_ewt-ud-test.conllu"))]))
  const genres = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return genres
    .map(({ name }) => name)
    .sort()
    .flatMap(genre =>
      readdirSync(join(folder, genre))
        .sort()
        .map(file => join(folder, genre, file)),
    )
    .flatMap(readConllu)
    .filter(({ sentences }) => !sentences.some(({ id }) => heldOut.has(id)))
    .map(each => goldLesson(each, noNames))
}

function sentenceIds(documents: readonly ConlluDocument[]): string[] {
  return documents.flatMap(({ sentences }) => sentences.map(({ id }) => id))
}

function gumSplit(markdown: string, side: Side): string[] {
  const section = markdown.split(/^## /m).find(each => each.startsWith(`${side}\n`))
  return [...(section ?? "").matchAll(/\* (GUM_\w+)/g)].map(([, name]) => name!)
}

type NamesOf = (rows: readonly Row[]) => NamedRun[]

/** EWT marks no entities. */
const noNames: NamesOf = () => []

function goldLesson({ id, sentences }: ConlluDocument, namesOf: NamesOf): Lesson {
  const converted = sentences.map(toNewswire)
  return lessonOf(id, converted, proseBySpaces(converted), namesOf)
}

function lessonOf(name: string, sentences: readonly Parsed[], prose: Prose, namesOf: NamesOf, isSilver = false): Lesson {
  const rows = sentences.flatMap(each => each.rows)
  const heads = new Int32Array(rows.length)
  sentences.forEach(({ rows }, at) => {
    const { first } = prose.sentences[at]!
    rows.forEach(({ head }, index) => {
      heads[first + index] = head < 0 ? -1 : first + head
    })
  })
  const fields = { tags: rows.map(({ tag }) => tag), labels: rows.map(({ label }) => label), lemmas: rows.map(({ lemma }) => lemma) }
  const names = sentences.flatMap(({ rows }, at) => namesOf(rows).map(run => shifted(run, prose.sentences[at]!.first)))
  return { name, prose, heads, names, isSilver, ...fields }
}

function shifted({ first, last, kind }: NamedRun, by: number): NamedRun {
  return { first: first + by, last: last + by, kind }
}

/** Tokens by the `start` and `end` of the silver, which count code points. A line of the text is a block. */
function proseByOffsets(text: string, sentences: readonly Parsed[]): Prose {
  const starts: number[] = []
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) starts.push(at)
  const offset = (value: string | undefined) => starts[Number(value)] ?? text.length
  const tokens = sentences.flatMap(({ rows }) =>
    rows.map(({ misc }) => ({ start: offset(misc.get("start")), end: offset(misc.get("end")) })),
  )
  return proseOf(text, tokens, sentences, lineNumbers(text, tokens))
}

function lineNumbers(text: string, tokens: readonly Token[]): (token: number) => number {
  let line = 0
  let at = 0
  const lines = tokens.map(({ start }) => {
    for (; at < start; at++) if (text.charCodeAt(at) === 10) line++
    return line
  })
  return token => lines[token] ?? line
}

/** The text put together again from forms and the spaces after them; a paragraph is a block. */
function proseBySpaces(sentences: readonly Parsed[]): Prose {
  let text = ""
  let paragraph = -1
  const paragraphs: number[] = []
  const tokens: Token[] = []
  for (const { rows, newParagraph } of sentences) {
    if (newParagraph || paragraph < 0) paragraph++
    if (newParagraph && text) text = `${text.trimEnd()}\n\n`
    for (const { form, spaceAfter } of rows) {
      tokens.push({ start: text.length, end: text.length + form.length })
      paragraphs.push(paragraph)
      text += spaceAfter ? `${form} ` : form
    }
    if (!text.endsWith(" ")) text += " "
  }
  return proseOf(text, tokens, sentences, token => paragraphs[token]!)
}

function proseOf(text: string, tokens: readonly Token[], sentences: readonly Parsed[], blockOf: (token: number) => number): Prose {
  let first = 0
  const cut = sentences.map(({ rows }): Sentence => {
    const last = first + rows.length
    const sentence = { start: tokens[first]!.start, end: tokens[last - 1]!.end, block: blockOf(first), first, last }
    first = last
    return sentence
  })
  return { text, blocks: [{ start: 0, end: text.length, role: "paragraph" }], quotations: [], sentences: cut, tokens }
}
