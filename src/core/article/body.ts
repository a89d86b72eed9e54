import { Readability } from "@mozilla/readability"
import { type Document, type Element, normalised } from "./dom.ts"
import { placeOf, type Survey } from "./survey.ts"
import { blocksUnder, type Piece } from "./walk.ts"

/** Fewer letters than this and Readability looks again, less strictly. Its own 500 is more than a short report has. */
const SHORTEST_BODY = 250

/** The blocks of what Readability takes for the article; `[]` when it finds none. Takes the document apart. */
export function bodyOf(document: Document): Piece[] {
  spareHeadings(document)
  const found = new Readability<Element>(document as never, {
    charThreshold: SHORTEST_BODY,
    keepClasses: true,
    disableJSONLD: true,
    serializer: root => root as unknown as Element,
  }).parse()
  return found?.content ? blocksUnder(found.content) : []
}

/** Readability takes “subheader” for a page's header, and the sub-heading out: headings are judged by what they stand over. */
function spareHeadings(document: Document): void {
  for (const heading of document.querySelectorAll("h2, h3, h4, h5, h6")) {
    heading.removeAttribute("class")
    heading.removeAttribute("id")
  }
}

/** How pages mark the element that holds the article, most telling first. */
const MARKS = ["[itemprop=articleBody]", "[data-testid=article-body]", "article", "main, [role=main]"]

/** The most elements that are looked at for each mark: front pages make an `<article>` of every teaser. */
const MOST_MARKED = 50

/** The blocks of the element that the page itself marks as the article, of several the one with most prose; `[]` where none is marked. */
export function markedBody(document: Document, { letters, linked }: Survey): Piece[] {
  const prose = (element: Element) => (letters[placeOf(element)] ?? 0) - (linked[placeOf(element)] ?? 0)
  for (const mark of MARKS) {
    const marked = Array.from(document.querySelectorAll(mark)).slice(0, MOST_MARKED)
    const [most] = marked.sort((a, b) => prose(b) - prose(a))
    if (most && prose(most) > SHORTEST_BODY) return blocksUnder(most)
  }
  return []
}

/** The article as the page repeats it for machines: a paragraph a line. */
export function statedBody(stated: string): Piece[] {
  const lines = stated
    .replace(/<(?:br|\/p)\b[^<>]{0,200}>/gi, "\n")
    .replace(/<[a-z/][^<>]{0,500}>/gi, "")
    .split(/[\r\n]+/)
  return lines.map(normalised).flatMap(text => (text === "" ? [] : [{ role: "paragraph", text, place: -1, linked: 0 }]))
}

/** How many characters of prose that are no links a body has. */
export function proseIn(body: readonly Piece[]): number {
  let count = 0
  for (const { role, text, linked } of body) if (PROSE.has(role)) count += Math.round(text.length * (1 - linked))
  return count
}

const PROSE = new Set(["paragraph", "blockquote", "list-item"])
