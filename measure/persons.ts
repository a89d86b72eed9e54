import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Span } from "../src/core/span.ts"
import { type Parsed, type Row, readConllu } from "../train/conllu.ts"
import { corpus } from "../train/corpora.ts"

/** A word that stands for a person: the head of a name, or a pronoun of the third person. */
export interface Mention extends Span {
  readonly entity: string
  readonly kind: "name" | "he" | "they"
}

/** A text with everyone marked who is named in it or meant by a pronoun. */
export interface Peopled {
  readonly name: string
  readonly text: string
  readonly mentions: readonly Mention[]
}

const GENRES = /^GUM_(news|interview|speech|bio)_/

/** GUM's gold in the genres that are near to news, of the named parts of its own split. */
export function gumPeople(sides: readonly string[]): Peopled[] {
  const folder = corpus("gum")
  const splits = readFileSync(join(folder, "splits.md"), "utf8").split(/^## /m)
  const listed = splits.filter(part => sides.some(side => part.startsWith(`${side}\n`))).flatMap(part => part.match(/GUM_\w+/g) ?? [])
  return listed
    .filter(name => GENRES.test(name))
    .map(name => {
      const sentences = readConllu(join(folder, "dep", `${name}.conllu`)).flatMap(each => each.sentences)
      const { text, spans } = written(sentences)
      return { name, text, mentions: mentionsIn(sentences, spans, gumOpened) }
    })
}

/** CoreNLP's silver of PolNeAR's dev side. */
export function silverPeople(): Peopled[] {
  const base = join(corpus("polnear"), "dev")
  return readdirSync(join(base, "conllu")).map(file => {
    const sentences = readConllu(join(base, "conllu", file)).flatMap(each => each.sentences)
    const name = file.replace(/\.conllu$/, "")
    const raw = readFileSync(join(base, "text", `${name}.txt`), "utf8")
    const units = unitsOf(raw)
    const spans = sentences.flatMap(({ rows }) =>
      rows.map(({ misc }) => ({ start: units[Number(misc.get("start"))]!, end: units[Number(misc.get("end"))]! })),
    )
    return { name, text: raw, mentions: mentionsIn(sentences, spans, silverOpened) }
  })
}

/** UTF-16 offset of every code point. */
function unitsOf(text: string): number[] {
  const units: number[] = []
  let at = 0
  for (const point of text) {
    units.push(at)
    at += point.length
  }
  units.push(at)
  return units
}

/** The words of sentences written out, with a line between paragraphs. */
function written(sentences: readonly Parsed[]): { text: string; spans: Span[] } {
  let text = ""
  const spans: Span[] = []
  for (const { rows, newParagraph } of sentences) {
    if (text !== "") text = newParagraph ? `${text.trimEnd()}\n\n` : text
    for (const { form, spaceAfter } of rows) {
      spans.push({ start: text.length, end: text.length + form.length })
      text += form + (spaceAfter ? " " : "")
    }
    if (!text.endsWith(" ")) text += " "
  }
  return { text: text.trimEnd(), spans }
}

/** What a row opens and closes: entities by id, with whether each is a person. */
type Opened = (row: Row) => readonly { readonly id: string; readonly opens: boolean; readonly closes: boolean; readonly person: boolean }[]

/** GUM: `(1-person-new-…` opens, `1)` closes, `(1-person-…)` both. */
function gumOpened({ misc }: Row): ReturnType<Opened> {
  return [...(misc.get("Entity") ?? "").matchAll(/\((\d+)(?:-(\w+))?[^()]*(\)?)|(\d+)\)/g)].map(([, opened, kind, closed, closes]) => ({
    id: opened ?? closes!,
    opens: opened !== undefined,
    closes: closes !== undefined || closed === ")",
    person: kind === "person",
  }))
}

/** CoreNLP: `(1` opens, `1)` closes; a person when its head is one. */
function silverOpened({ misc }: Row): ReturnType<Opened> {
  return [...(misc.get("coref") ?? "").matchAll(/\((\d+)(\)?)|(\d+)\)/g)].map(([, opened, closed, closes]) => ({
    id: opened ?? closes!,
    opens: opened !== undefined,
    closes: closes !== undefined || closed === ")",
    person: true,
  }))
}

function mentionsIn(sentences: readonly Parsed[], spans: readonly Span[], opened: Opened): Mention[] {
  const mentions: Mention[] = []
  let offset = 0
  for (const { rows } of sentences) {
    const open: { id: string; first: number; person: boolean }[] = []
    rows.forEach((row, at) => {
      for (const each of opened(row)) {
        if (each.opens) open.push({ id: each.id, first: at, person: each.person })
        if (!each.closes) continue
        const begun = open.findLastIndex(({ id }) => id === each.id)
        if (begun < 0) continue
        const [{ first, person }] = open.splice(begun, 1) as [(typeof open)[number]]
        const head = headOf(rows, first, at)
        const kind = person ? kindOf(rows[head]!, opened === silverOpened) : null
        if (kind) mentions.push({ ...spans[offset + head]!, entity: each.id, kind })
      }
    })
    offset += rows.length
  }
  return once(mentions)
}

/** The word of a span whose own head lies outside. */
function headOf(rows: readonly Row[], first: number, last: number): number {
  for (let at = first; at <= last; at++) if (rows[at]!.head < first || rows[at]!.head > last) return at
  return last
}

function kindOf({ form, tag, misc }: Row, silver: boolean): Mention["kind"] | null {
  if (/^(he|him|his|himself|she|her|hers|herself)$/i.test(form)) return "he"
  if (/^(they|them|their|theirs|themselves)$/i.test(form)) return silver ? null : "they"
  return tag.startsWith("NNP") && (!silver || misc.get("NER") === "PERSON") ? "name" : null
}

/** One mention a head: the one that is marked first. */
function once(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<number>()
  return mentions.filter(({ start }) => !seen.has(start) && seen.add(start))
}
