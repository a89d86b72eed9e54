/**
 * A stretch of the article's text, `start` included and `end` not: `text.slice(start, end)`
 * is exactly the words meant. Offsets count UTF-16 code units, as JavaScript strings do.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span from `start` up to `end`. Throws when it would run backward or begin before the text. */
export function span(start: number, end: number): Span {
  if (!(start >= 0 && end >= start)) throw new RangeError(`A span runs forward from 0, but this one runs ${start}–${end}`)
  return { start, end }
}

/** The words a span stands for. */
export function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end)
}

/** Whether `inner` lies wholly within `outer`. */
export function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Reading order: earlier start first, and of two that start together the longer. */
export function inOrder(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}

/** The span less white space at both ends. */
export function trim(text: string, { start, end }: Span): Span {
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return { start, end }
}

/**
 * The index of the first of `sorted` (spans in text order, none overlapping another) that ends after `offset`:
 * the one that holds the offset, or the next after it. `sorted.length` when there is none. Binary search.
 */
export function firstEndingAfter(sorted: readonly Span[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** White space as JavaScript's `\s` knows it, by code unit. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code > 0x167f && SPACE.test(String.fromCharCode(code)))
}

const SPACE = /\s/
