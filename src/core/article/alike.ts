/** Whether one says the other, give or take an outlet's name. */
export function alike(a: string, b: string): boolean {
  const [one, other] = [letters(a), letters(b)]
  if (one.length < 8 || other.length < 8) return one === other && one !== ""
  return other.includes(one) || (one.includes(other) && other.length > one.length * 0.6)
}

/** Letters and digits alone, in lower case: marks and spaces differ between a page's claims. */
export function letters(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
}
