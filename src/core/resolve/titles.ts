import type { Name } from "../data.ts"
import type { Run } from "../tree.ts"
import { FEMALE_NAMES, MALE_NAMES } from "./given.ts"
import type { Scene } from "./scene.ts"
import { TITLES } from "./words.ts"

/** The words of a name without titles before and possessive after it: “State Police Lt. *Lena Ott*’s”. */
export function bareWords({ forms, tagged }: Scene, { first, last, kind }: Name): string[] {
  const words: string[] = []
  for (let token = first; token < last; token++)
    if (tagged.tags[token] !== "POS") words.push(forms[token]!)
    else if (kind !== "person" && token < last - 1 && words.length > 0) words.push(`${words.pop()}${forms[token]}`)
  if (kind === "person") {
    if (words.length > 2 && SEAT.test(words.at(-1)!)) words.pop()
    words.splice(0, titleLength(words))
  }
  while (words.length > 1 && words[0]!.toLowerCase() === "the") words.shift()
  return words.length ? words : [...forms.slice(first, last)]
}

/** “Elena Ruiz *MP*” */
const SEAT = /^(MP|MEP|MSP|MLA|MD|QC|KC|PhD|CBE|OBE|MBE)$/

/** “*Port Minister* Elena Ruiz”: what stands in the name before the name proper. */
export function titleIn({ tagged, forms }: Scene, { first, last, kind }: Name, words: readonly string[]): Run | null {
  const marks = tagged.tags.slice(first, last).filter((tag, at) => tag === "POS" || SEAT.test(forms[first + at]!)).length
  const title = last - first - marks - words.length
  return kind === "person" && title > 0 && tagged.tags[last - 1] !== "POS" ? { first, last: first + title } : null
}

/** How many words of a name are titles: none of “Earl *King* Lind”, whose first is a given name, nor the last; “Queen Ingrid” stays whole. */
function titleLength(words: readonly string[]): number {
  const proper = isSuffix(words.at(-1)!) ? words.slice(0, -1) : words
  if (isGiven(words[0]!) && !/^(general|judge|dean)$/i.test(words[0]!)) return 0
  const title = proper.findLastIndex(word => TITLES.has(word.toLowerCase()))
  if (title < 0 || title >= proper.length - 1) return 0
  return proper.length === 2 && ROYAL.test(words[0]!) ? 0 : title + 1
}

const ROYAL = /^(pope|king|queen|prince|princess)$/i

function isGiven(word: string): boolean {
  return FEMALE_NAMES.has(word.toLowerCase()) || MALE_NAMES.has(word.toLowerCase())
}

/** “Peter Lind *Jr.*” is not Peter Lind. */
export function isSuffix(word: string): boolean {
  return /^(jr|sr|i{2,3}|iv)\.?$/i.test(word)
}
