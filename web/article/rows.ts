import type { ArticleSheet, Block, Doubt, Evidence } from "../contract.ts"
import { marksOf, type TextMark } from "../parts/index.ts"

/** What the margin tells: a statement by its number, or a doubt. */
export type Note =
  | { readonly kind: "statement"; readonly evidence: Evidence; readonly number: number }
  | { readonly kind: "doubt"; readonly doubt: Doubt }

/** A block of the article, what is marked in it, and what the margin tells beside it. */
export interface Row {
  readonly block: Block
  readonly marks: readonly TextMark[]
  readonly notes: readonly Note[]
  /** Where numbers stand in its words. */
  readonly numbers: ReadonlyMap<number, readonly Extract<Note, { readonly kind: "statement" }>[]>
}

/** The article block by block, each statement beside the block in which it begins. A title that only repeats the heading is left out. */
export function rowsOf(sheet: ArticleSheet): readonly Row[] {
  const { text, blocks, evidence, doubts, title } = sheet
  const all: readonly Block[] = blocks.length > 0 ? blocks : [{ role: "paragraph", start: 0, end: text.length }]
  const notes = evidence.map((each, at) => ({ kind: "statement", evidence: each, number: at + 1 }) as const)
  const marks = [...evidence.flatMap(marksOf), ...doubts.map(doubtMark)]
  const rows = all.map(block => {
    const within = (at: number) => at >= block.start && at < block.end
    const own = notes.filter(({ evidence }) => within(beginOf(evidence)))
    const doubted = doubts.filter(({ start }) => within(start)).map(doubt => ({ kind: "doubt", doubt }) as const)
    return {
      block,
      marks: marks.filter(mark => mark.start < block.end && mark.end > block.start),
      notes: [...own, ...doubted],
      numbers: numbersOf(own, block),
    }
  })
  return rows.filter(
    ({ block, notes }) => block.role !== "title" || notes.length > 0 || text.slice(block.start, block.end).trim() !== title?.trim(),
  )
}

function doubtMark({ start, end }: Doubt): TextMark {
  return { kind: "doubt", stance: null, statement: "", start, end }
}

/** Where a statement is first seen. */
function beginOf({ cue, content, source, sentence }: Evidence): number {
  return cue?.start ?? content[0]?.start ?? source?.start ?? sentence.start
}

/** A number stands behind the cue, or before the words where there is none. */
function numbersOf(notes: readonly Extract<Note, { readonly kind: "statement" }>[], block: Block) {
  const numbers = new Map<number, Extract<Note, { readonly kind: "statement" }>[]>()
  for (const note of notes) {
    const at = Math.min(note.evidence.cue?.end ?? beginOf(note.evidence), block.end)
    numbers.set(at, [...(numbers.get(at) ?? []), note])
  }
  return numbers
}
