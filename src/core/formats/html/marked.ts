import type { Span } from "../../span.ts"
import { escaped, Markup } from "./markup.ts"

/** A stretch of text to be shown as something. */
export interface Mark extends Span {
  readonly classes: string
  /** Given to its first piece only. */
  readonly id: string | null
}

/** Something put between two characters. */
export interface Insert {
  readonly at: number
  readonly markup: Markup
}

/**
 * The words of a block with its marks as nested elements. Marks may lie within one another, and where two cross, the one that began
 * later is cut in two, as HTML has no crossing elements. `marks` may reach beyond the block.
 */
export function marked(text: string, block: Span, marks: readonly Mark[], inserts: readonly Insert[]): Markup {
  const here = marks.map(mark => clipped(mark, block)).filter(({ start, end }) => start < end)
  const putAt = grouped(inserts, ({ at }) => at)
  const page = new Sheet(here)
  let from = block.start
  for (const at of stops(block, here, inserts)) {
    page.write(text.slice(from, at))
    page.close(at)
    for (const insert of putAt.get(at) ?? []) page.put(insert.markup)
    page.open(at)
    from = at
  }
  return page.markup
}

function clipped(mark: Mark, { start, end }: Span): Mark {
  return { ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) }
}

/** Where something begins, ends, or is put in. */
function stops({ start, end }: Span, marks: readonly Mark[], inserts: readonly Insert[]): readonly number[] {
  const all = [start, end, ...marks.flatMap(mark => [mark.start, mark.end]), ...inserts.map(({ at }) => at)]
  return [...new Set(all)].filter(at => at >= start && at <= end).sort((a, b) => a - b)
}

function grouped<T>(things: readonly T[], placeOf: (thing: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>()
  for (const thing of things) {
    const group = groups.get(placeOf(thing))
    if (group) group.push(thing)
    else groups.set(placeOf(thing), [thing])
  }
  return groups
}

/** Elements being written, those that are open kept from the outermost in. */
class Sheet {
  readonly #starting: ReadonlyMap<number, readonly Mark[]>
  readonly #placed = new Set<Mark>()
  #open: Mark[] = []
  #html = ""

  constructor(marks: readonly Mark[]) {
    this.#starting = grouped(
      [...marks].sort((a, b) => b.end - a.end),
      ({ start }) => start,
    )
  }

  write(words: string): void {
    this.#html += escaped(words)
  }

  put({ html }: Markup): void {
    this.#html += html
  }

  /** Ends what ends here; what was opened within it and goes on is ended and begun again. */
  close(at: number): void {
    const outermost = this.#open.findIndex(({ end }) => end <= at)
    if (outermost < 0) return
    const inner = this.#open.slice(outermost)
    this.#open = this.#open.slice(0, outermost)
    this.#html += "</span>".repeat(inner.length)
    for (const mark of inner) if (mark.end > at) this.#begin(mark)
  }

  open(at: number): void {
    for (const mark of this.#starting.get(at) ?? []) this.#begin(mark)
  }

  #begin(mark: Mark): void {
    const id = mark.id && !this.#placed.has(mark) ? ` id="${mark.id}"` : ""
    this.#placed.add(mark)
    this.#open.push(mark)
    this.#html += `<span${id} class="${mark.classes}">`
  }

  get markup(): Markup {
    return new Markup(this.#html)
  }
}
