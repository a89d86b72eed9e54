import { alike, letters } from "./alike.ts"
import { type Document, normalised } from "./dom.ts"

/** The longest heading that is a headline. */
const LONGEST_TITLE = 400

/** The most headings that are looked at. */
const MOST_HEADINGS = 40

/**
 * The page's headline without its outlet's name: the first heading that is what the page calls itself, else what the page calls itself, most
 * telling first. Null where it calls itself nothing and has no heading, or several.
 */
export function titleOf(document: Document, claims: readonly (string | null)[], publisher: string | null): string | null {
  const element = normalised(document.querySelector("title")?.textContent) || null
  const stated = [...claims, element].filter(each => each !== null).map(each => withoutOutlet(each, publisher))
  const main = headings(document, "h1")
  const heading = main.find(words => isHeadline(words, stated)) ?? headings(document, "h2").find(words => isHeadline(words, stated))
  if (heading !== undefined) return stated.find(title => endsWith(heading, title)) ?? heading
  const [only, ...others] = new Set(main)
  // “Batteries light homes” over a page that calls itself “Old batteries could help”: the readers' headline, where there is one.
  if (only !== undefined && others.length === 0 && (stated.length === 0 || only.split(" ").length >= FEWEST_WORDS)) return only
  return stated[0] ?? null
}

/** Outlets have shorter names. */
const FEWEST_WORDS = 5

function headings(document: Document, tag: "h1" | "h2"): string[] {
  const found = Array.from(document.querySelectorAll(tag)).slice(0, MOST_HEADINGS)
  return found.map(heading => normalised(heading.textContent)).filter(words => words.length > 0 && words.length < LONGEST_TITLE)
}

/** Whether a heading says at least half of one of the titles: the outlet's name over its page is also in most titles. */
function isHeadline(heading: string, stated: readonly string[]): boolean {
  return stated.some(title => alike(heading, title) && letters(heading).length * 2 > letters(title).length)
}

/** “Open ProgressWhy bridges fall”: a label run together with the title. */
function endsWith(heading: string, title: string): boolean {
  return title.length > 15 && heading.length > title.length && letters(heading).endsWith(letters(title))
}

/** “Bridge to close | The Harbor Post”: the shorter end falls, where it is the outlet or short. */
function withoutOutlet(title: string, publisher: string | null): string {
  const parts = title.split(/\s+[|•·»«›]+\s+|\s+[-–—]{1,3}\s+|\s+::\s+/)
  if (parts.length < 2) return title
  const [head, tail] = [parts[0]!, parts.at(-1)!]
  const outlet = letters(publisher ?? "")
  const isOutlet = (part: string) => outlet !== "" && (letters(part).includes(outlet) || outlet.includes(letters(part)))
  const strong = /\s[|•·»]\s/.test(title)
  if (
    isOutlet(tail) ||
    (strong && words(tail) <= 5 && words(title) - words(tail) >= 3) ||
    (words(tail) <= 3 && words(title) - words(tail) >= 4 && /^\p{Lu}/u.test(tail))
  )
    return withoutOutlet(title.slice(0, title.lastIndexOf(tail)).replace(/[\s|•·»«›:–—-]+$/, ""), publisher)
  return isOutlet(head) ? title.slice(head.length).replace(/^[\s|•·»«›:–—-]+/, "") : title
}

function words(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
