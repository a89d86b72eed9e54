import type { Block, Quotation, Role } from "../data.ts"
import { inOrder, type Span, span, trim } from "../span.ts"
import type { Mark } from "./marks.ts"
import { type Paired, pair } from "./pair.ts"

/** What a code unit is among the marks of speech. Apostrophes are `PLAIN`; `SECOND` is the second unit of `` and ''. */
export const PLAIN = 0
export const OPENS = 1
export const CLOSES = 2
export const STRAY = 3
export const SECOND = 4

/** The quotations, and the part that each code unit of the text plays: one of the five above. */
export interface Quoted {
  readonly quotations: readonly Quotation[]
  readonly roles: Uint8Array
}

/** A quotation before it knows what it lies in and what it continues. */
interface Draft extends Span {
  /** Null where the quotation of an earlier paragraph goes on without a new mark. */
  readonly open: Mark | null
  /** Null where nothing closes it in its paragraph. */
  readonly close: Mark | null
}

/** A block, less white space at both ends, with its marks matched. */
interface Matched extends Paired, Span {
  readonly index: number
  readonly role: Role
}

/**
 * Finds what stands between quotation marks, paragraph by paragraph. Marks pair by shape and by what stands around them, not by counting,
 * so one missing mark costs one quotation and never the rest of the article. A mark left open makes a quotation to the end of its
 * paragraph where the next one goes on with it, or where it follows words that lead into it (“Ruiz said: “We will …”). Linear.
 */
export function quote(text: string, blocks: readonly Block[]): Quoted {
  const matched = blocks.map((block, index) => ({ ...pair(text, trim(text, block)), ...trim(text, block), role: block.role, index }))
  const following = followingSpoken(matched)
  const roles = new Uint8Array(text.length)
  const quotations: Quotation[] = []
  let carried: number | null = null
  for (const each of matched) {
    const isSpoken = SPOKEN.has(each.role)
    const goesOn = isSpoken && each.left !== null && continuesIn(each.left, following[each.index] ?? null)
    const drafts = draftsOf(each, { isCarried: isSpoken && carried !== null, isLedIn: isLedIn(text, each), goesOn })
    const first = quotations.length
    addNested(drafts, each, isSpoken ? carried : null, quotations)
    enterRoles(each.marks, drafts, roles)
    if (isSpoken) carried = goesOn ? first + drafts.findIndex(({ open }) => open === each.left) : null
  }
  return { quotations, roles }
}

/** Where a quotation may run on from one block to the next; captions and leftovers between are stepped over. */
const SPOKEN: ReadonlySet<Role> = new Set<Role>(["paragraph", "list-item", "blockquote"])

/** For each block the next one in which speech may go on. */
function followingSpoken(blocks: readonly Matched[]): (Matched | null)[] {
  const following = new Array<Matched | null>(blocks.length).fill(null)
  let next: Matched | null = null
  for (const block of [...blocks].reverse()) {
    following[block.index] = next
    if (SPOKEN.has(block.role)) next = block
  }
  return following
}

/** A paragraph goes on with the quotation when it begins with such a mark again, or closes one that it did not open. */
function continuesIn({ kind }: Mark, next: Matched | null): boolean {
  const first = next?.marks[0]
  if (!next || !first) return false
  if (first.start === next.start && first.kind === kind) return first.shape === "opens" || first.context === "opens"
  return next.firstClose?.kind === kind
}

/** “The statement reads in full:”, and the quotation has a paragraph of its own. */
function isLedIn(text: string, { start, index }: Matched): boolean {
  return (
    index > 0 &&
    text
      .slice(Math.max(0, start - LONGEST_BREAK), start)
      .trimEnd()
      .endsWith(":")
  )
}

const LONGEST_BREAK = 8

/** What is known of a block from those around it. */
interface Around {
  readonly isCarried: boolean
  readonly isLedIn: boolean
  readonly goesOn: boolean
}

function draftsOf({ start, end, pairs, left, firstClose }: Matched, { isCarried, isLedIn, goesOn }: Around): Draft[] {
  const drafts: Draft[] = pairs.map(({ open, close }) => ({ start: open.start, end: close.end, open, close }))
  const keepsLeft = left !== null && (goesOn || (left.start > start ? left.kind !== "single" : isCarried || isLedIn))
  if (keepsLeft) drafts.push({ start: left.start, end, open: left, close: null })
  if (isCarried && firstClose !== null) drafts.push({ start, end: firstClose.end, open: null, close: firstClose })
  return drafts.sort(inOrder)
}

/** Adds the drafts of one block, sorted, with the depth at which each lies in the others. */
function addNested(drafts: readonly Draft[], block: Matched, carried: number | null, quotations: Quotation[]): void {
  const around: Draft[] = []
  for (const draft of drafts) {
    while (around.length > 0 && around.at(-1)!.end <= draft.start) around.pop()
    const continues = draft.start === block.start ? carried : null
    const inside = span(draft.open?.end ?? draft.start, draft.close?.start ?? draft.end)
    const closed = draft.close !== null
    quotations.push({ start: draft.start, end: draft.end, inside, depth: around.length, block: block.index, continues, closed })
    around.push(draft)
  }
}

/** Apostrophes stay plain; any other mark without a partner is a stray. */
function enterRoles(marks: readonly Mark[], drafts: readonly Draft[], roles: Uint8Array): void {
  for (const { kind, start, end } of marks) {
    if (kind !== "single") roles[start] = STRAY
    if (end - start === 2) roles[start + 1] = SECOND
  }
  for (const { open, close } of drafts) {
    if (open) roles[open.start] = OPENS
    if (close) roles[close.start] = CLOSES
  }
}
