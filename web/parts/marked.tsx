import type { ComponentChildren } from "preact"
import type { Evidence, Stance } from "../contract.ts"

export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of text to be shown as something. */
export interface Mark extends Span {
  readonly kind: "source" | "cue" | "content" | "doubt" | "chosen" | "gone" | "come"
  readonly stance: Stance | null
  /** The statement it belongs to; empty for a doubt. */
  readonly statement: string
}

/** What is marked for a statement. */
export function marksOf({ id, source, cue, content, stance }: Evidence): readonly Mark[] {
  const mark = (kind: Mark["kind"], span: Span): Mark => ({ kind, stance, statement: id, start: span.start, end: span.end })
  return [...content.map(span => mark("content", span)), ...(source ? [mark("source", source)] : []), ...(cue ? [mark("cue", cue)] : [])]
}

interface Given {
  readonly text: string
  /** Where in the article `text` begins. */
  readonly offset: number
  readonly span: Span
  readonly marks: readonly Mark[]
  /** Something put in at a place of the article. */
  readonly inserts?: ReadonlyMap<number, ComponentChildren>
  /** The statement that is lit up. */
  readonly lit?: ReadonlySet<string>
}

/**
 * Words with their marks. Marks may cross, so that the text is cut wherever one begins or ends, and each piece carries all that hold for it.
 * `data-at` tells where in the article a piece begins: by it a click finds its sentence.
 */
export function Marked({ text, offset, span, marks, inserts, lit }: Given) {
  const here = marks.filter(mark => mark.start < span.end && mark.end > span.start)
  const stops = stopsOf(span, here, inserts)
  return (
    <>
      {stops.slice(0, -1).map((start, at) => {
        const end = stops[at + 1]!
        const holding = here.filter(mark => mark.start <= start && mark.end >= end)
        const Piece = holding.some(({ kind }) => kind === "gone") ? "del" : holding.some(({ kind }) => kind === "come") ? "ins" : "span"
        return (
          <>
            {inserts?.get(start)}
            <Piece key={start} data-at={start} class={classesOf(holding, lit) || undefined}>
              {text.slice(start - offset, end - offset)}
            </Piece>
          </>
        )
      })}
      {inserts?.get(span.end)}
    </>
  )
}

function stopsOf({ start, end }: Span, marks: readonly Mark[], inserts: ReadonlyMap<number, unknown> | undefined): readonly number[] {
  const all = [start, end, ...marks.flatMap(mark => [mark.start, mark.end]), ...(inserts?.keys() ?? [])]
  return [...new Set(all)].filter(at => at >= start && at <= end).sort((a, b) => a - b)
}

/** The statement nearest around a piece decides its colour: the last one to begin. */
function classesOf(marks: readonly Mark[], lit: ReadonlySet<string> | undefined): string {
  const kinds = new Set<string>(marks.map(({ kind }) => kind))
  const content = marks.filter(({ kind }) => kind === "content").sort((a, b) => b.start - a.start)[0]
  if (content?.stance) kinds.add(content.stance)
  if (marks.some(({ statement }) => lit?.has(statement))) kinds.add("lit")
  return [...kinds].join(" ")
}
