/**
 * Turns offsets in UTF-16 code units into offsets in code points, as brat files and W3C selectors count them. The one place where
 * Hearsay's offsets are converted. An offset between the halves of a surrogate pair counts as before the pair.
 */
export function codePoints(text: string): (offset: number) => number {
  const pairs: number[] = []
  for (let at = 0; at < text.length - 1; at++) if (isPair(text, at)) pairs.push(at++)
  if (pairs.length === 0) return offset => offset
  return offset => offset - before(pairs, offset)
}

function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
}

/** How many of the sorted numbers are less than `offset`. */
function before(sorted: readonly number[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
