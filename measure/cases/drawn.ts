/**
 * Cases a person can check by eye, in `test/cases/<name>.txt`: text above, spans beneath.
 *
 *     # The cue interrupts the quotation
 *
 *              “The bridge is safe,” Ruiz said. “It was never closed.”
 *     source                         ----
 *     cue                                 ----
 *     content  ---------------------            ----------------------
 *
 * - `#` begins a case and names it. Lines before the first are a preface.
 * - A line that begins with a space is a paragraph of the text; what its rows draw is counted from its first letter, in UTF-16 code units.
 * - The lines beneath it are rows: a label, then a span for every run of `-`. Where two spans touch, the second begins with `+`:
 *
 *              She didn't.
 *     token    --- --+--+
 *
 * - Several paragraphs of one case follow one another, each with its rows; the text has a newline between them.
 * - Several attributions of one case: a label that comes again under the same paragraph belongs to the next one. `cue2` says outright that
 *   it belongs to the second; so an attribution that runs over paragraphs can be drawn under each.
 * - A case without rows says that there is nothing to be found.
 * - A line that begins with `=` says in words what is expected, or what is known beforehand: `= stance denies`, `=2 said 2024-11-10`.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Span } from "../../src/core/span.ts"
import { ROOT } from "../../train/corpora.ts"

/** The spans of one thing, by label: `{ source: […], cue: […], content: […] }`. A label that is not drawn is not there. */
export type Drawn = Readonly<Record<string, readonly Span[]>>

export interface Case {
  readonly name: string
  /** Where it begins in its file: `quotations.txt:12`. */
  readonly at: string
  readonly text: string
  /** One per attribution; for cases with only one thing to draw, one. Empty when nothing is drawn. */
  readonly groups: readonly Drawn[]
  /** What its `=` lines say, without the sign. */
  readonly says: readonly string[]
}

/** The cases of `test/cases/<name>.txt`, in the order of the file. Throws where a drawing cannot be read. */
export function cases(name: string): readonly Case[] {
  const file = `${name}.txt`
  const lines = readFileSync(join(ROOT, "test/cases", file), "utf8").split("\n")
  const starts = lines.flatMap((line, index) => (line.startsWith("#") ? [index] : []))
  return starts.map((start, index) => caseOf(lines.slice(start, starts[index + 1]), `${file}:${start + 1}`))
}

/** All spans that a case draws under a label, whatever they belong to. */
export function drawnAs({ groups }: Case, label: string): readonly Span[] {
  return groups.flatMap(group => group[label] ?? [])
}

/** Spans drawn beneath their text, as in a case file, so that a failing test shows what was found and what was meant. */
export function draw(text: string, rows: Drawn): string {
  const margin = Math.max(...Object.keys(rows).map(label => label.length), 0) + 2
  const drawing: string[] = []
  let start = 0
  for (const paragraph of text.split("\n")) {
    drawing.push(" ".repeat(margin) + paragraph)
    for (const [label, spans] of Object.entries(rows)) drawing.push(label.padEnd(margin) + runs(spans, start, start + paragraph.length))
    start += paragraph.length + 1
  }
  return drawing.map(line => line.trimEnd()).join("\n")
}

function caseOf([heading = "", ...lines]: readonly string[], at: string): Case {
  const paragraphs: string[] = []
  const groups: Record<string, Span[]>[] = []
  let beneath: Paragraph | null = null
  for (const line of lines.filter(each => each.trim() !== "" && !each.startsWith("="))) {
    if (!line.startsWith(" ")) addRow(line, beneath, groups, at)
    else {
      const start = paragraphs.join("\n").length + (paragraphs.length > 0 ? 1 : 0)
      beneath = { start, text: line.trim(), margin: line.search(/\S/), seen: new Map() }
      paragraphs.push(beneath.text)
    }
  }
  return {
    name: heading.slice(1).trim(),
    at,
    text: paragraphs.join("\n"),
    groups: [...groups].map(group => group ?? {}),
    says: saysOf(lines),
  }
}

function saysOf(lines: readonly string[]): string[] {
  return lines.filter(line => line.startsWith("=")).map(line => line.slice(1).trim())
}

/** A paragraph, where it starts in the text, how far it is set in, and how often each label came under it. */
interface Paragraph {
  readonly start: number
  readonly text: string
  readonly margin: number
  readonly seen: Map<string, number>
}

function addRow(line: string, beneath: Paragraph | null, groups: Record<string, Span[]>[], at: string): void {
  const [, label, number, drawing] = /^([a-z-]*[a-z])(\d*)( [ +-]*)$/.exec(line) ?? []
  if (!beneath || !label || drawing === undefined) throw new Error(`${at}: this is no row beneath a text: ${line}`)
  const times = (beneath.seen.get(label) ?? 0) + 1
  beneath.seen.set(label, times)
  const group = Number(number || times) - 1
  while (groups.length <= group) groups.push({})
  groups[group]![label] ??= []
  groups[group]![label]!.push(...spansIn(line, beneath, at))
}

function spansIn(line: string, { start, text, margin }: Paragraph, at: string): Span[] {
  const drawing = line.slice(margin)
  if (drawing.length > text.length) throw new Error(`${at}: the row is longer than its text: ${line}`)
  return [...drawing.matchAll(/[+-]-*/g)].map(({ index, 0: run }) => ({ start: start + index, end: start + index + run.length }))
}

function runs(spans: readonly Span[], from: number, to: number): string {
  const row = Array.from({ length: to - from }, () => " ")
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    for (let at = Math.max(start, from); at < Math.min(end, to); at++)
      row[at - from] = at === start && row[at - from - 1] !== " " && at > from ? "+" : "-"
  }
  return row.join("")
}
