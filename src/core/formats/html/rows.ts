import type { Block, Doubt } from "../../data.ts"
import { firstEndingAfter } from "../../span.ts"
import { placeOf } from "../board.ts"
import { STANCE_WORDS, type Told } from "../told.ts"
import type { Insert, Mark } from "./marked.ts"
import { type Markup, markup } from "./markup.ts"

/** A block of the article, the marks that touch it, what is put between its words, and the notes beside it. */
export interface Row {
  readonly block: Block
  readonly marks: readonly Mark[]
  readonly inserts: readonly Insert[]
  /** In text order. */
  readonly notes: readonly Note[]
}

/** A statement or a doubt, to be told in the margin. `words` is the id of its words in the article; null when they are in no block. */
export type Note = { readonly at: number; readonly words: string | null } & ({ readonly told: Told } | { readonly doubt: Doubt })

/** Gives each block what belongs to it. The work is linear but for looking up blocks, which is a binary search. */
export function rowsOf(blocks: readonly Block[], statements: readonly Told[], doubts: readonly Doubt[]): readonly Row[] {
  const rows = blocks.map(block => ({ block, marks: [] as Mark[], inserts: [] as Insert[], notes: [] as Note[] }))
  const rowAt = (offset: number) => rows[Math.min(firstEndingAfter(blocks, offset), rows.length - 1)]!
  const spread = (mark: Mark): boolean => {
    const touched = touching(blocks, mark)
    touched.forEach((at, piece) => void rows[at]!.marks.push(piece === 0 ? mark : { ...mark, id: null }))
    return touched.length > 0
  }
  for (const told of statements) {
    const shown = marksOf(told).filter(spread)
    const at = placeOf(told.statement)
    rowAt(at).notes.push({ at, words: shown.some(({ id }) => id) ? wordsId(told) : null, told })
    const anchor = anchorOf(told)
    if (anchor !== null) rowAt(anchor - 1).inserts.push({ at: anchor, markup: reference(told) })
  }
  doubts.forEach((doubt, index) => {
    const id = `d${index + 1}`
    const shown = spread({ start: doubt.start, end: doubt.end, classes: `${id} doubt`, id })
    rowAt(doubt.start).notes.push({ at: doubt.start, words: shown ? id : null, doubt })
  })
  for (const { notes } of rows) notes.sort((a, b) => a.at - b.at)
  return rows
}

/** Indices of the blocks that a mark shares a character with. */
function touching(blocks: readonly Block[], { start, end }: Mark): readonly number[] {
  const touched: number[] = []
  if (start >= end) return touched
  for (let at = firstEndingAfter(blocks, start); at < blocks.length && blocks[at]!.start < end; at++) touched.push(at)
  return touched
}

/** The source, cue and content of a statement; the id goes to what comes first in the text. */
function marksOf(told: Told): readonly Mark[] {
  const { source, cue, content, stance } = told.statement
  const named = source && source.start !== null && source.end !== null ? [{ start: source.start, end: source.end, role: "source" }] : []
  const parts = [
    ...named,
    ...(cue ? [{ start: cue.start, end: cue.end, role: "cue" }] : []),
    ...content.map(({ start, end }) => ({ start, end, role: `content ${stance}` })),
  ].filter(({ start, end }) => start < end)
  parts.sort((a, b) => a.start - b.start)
  return parts.map(({ start, end, role }, at) => ({ start, end, classes: `s${told.number} ${role}`, id: at === 0 ? wordsId(told) : null }))
}

function wordsId({ number }: Told): string {
  return `w${number}`
}

/** The number of a statement stands after its cue, or after the first piece of a content without one. */
function anchorOf({ statement: { cue, content } }: Told): number | null {
  return cue?.end ?? content[0]?.end ?? null
}

function reference({ number, who, statement }: Told): Markup {
  const label = `${number}: ${who.name}, ${STANCE_WORDS[statement.stance]}`
  return markup`<a class="ref s${number}" href="#n${number}" aria-label="${label}">${number}</a>`
}
