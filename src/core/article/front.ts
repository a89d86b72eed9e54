import { alike } from "./alike.ts"
import type { Document, Element } from "./dom.ts"
import { isByline, isLeftover, isStamp } from "./lines.ts"
import type { Meta } from "./meta.ts"
import { wordedDate } from "./stamp.ts"
import type { Survey } from "./survey.ts"
import { withCredit } from "./tidy.ts"
import { blocksUnder, type Piece } from "./walk.ts"

/** What stands above the body of a page. */
export interface Front {
  readonly title: string | null
  /** Where the headline stands in the page; -1 where no heading says it. */
  readonly titlePlace: number
  readonly dek: string | null
  /** The date that stands near the headline. */
  readonly date: string | null
  /** Title and dek, then bylines, captions and credits in page order: the last three as far as they may stand above the body. */
  readonly pieces: readonly Piece[]
}

/** How stylesheets call the line under a headline, and the line that says who wrote. */
const DEK_CLASS =
  /(?:^|[\s_-])(?:dek|deck|stand-?first|sub-?title|sub-?head(?:line|ing)?|summary|strapline)(?:\s|$|[_-]{1,2}(?:text|content))/i
const BYLINE_CLASS = /(?:^|[\s_-])(?:by-?lines?|authors?|contributors?|writers?)(?:[\s_-]|$)/i

/** Longer lines are paragraphs. */
const LONGEST_DEK = 320
const SHORTEST_DEK = 20
const LONGEST_BYLINE = 200

/** How far up from its text an element is looked for that says what the text is: a paragraph in a box in a header. */
const LOOK_UP = 3

/** How many blocks below the headline are looked at: bylines, dates, buttons, a picture; and how many for the dek. */
const FARTHEST = 30
const FARTHEST_DEK = 8

/** Finds what stands between the headline and the body. To be asked before the body is looked for, which takes the document apart. */
export function frontOf(document: Document, { elements }: Survey, meta: Meta): Front {
  const { title } = meta
  const all = blocksUnder(document.body)
  const at = title === null ? -1 : all.findIndex(({ role, text }) => role === "heading" && (alike(text, title) || alike(title, text)))
  const below = at < 0 ? [] : all.slice(at + 1, at + 1 + FARTHEST)
  const isCalled = (piece: Piece, name: RegExp) => around(elements[piece.place]).some(element => name.test(element.className))
  const dek = dekOf(below.slice(0, FARTHEST_DEK), meta, isCalled)
  const rest = below.filter(piece => piece !== dek).flatMap(piece => withFrontRole(piece, meta, isCalled))
  const head: Piece[] = title === null ? [] : [{ role: "title", text: title, place: -1, linked: 0 }]
  const stamp = all.slice(Math.max(0, at - 5), at + FARTHEST).find(({ text }) => isStamp(text) && wordedDate(text) !== null)
  return {
    title,
    titlePlace: all[at]?.place ?? -1,
    dek: dek?.text ?? null,
    date: at < 0 || !stamp ? null : wordedDate(stamp.text),
    pieces: [...head, ...(dek ? [{ ...dek, role: "dek" as const }] : []), ...rest],
  }
}

/** Of what may stand above the body, what does, and is not in it. */
export function piecesAbove({ pieces }: Front, body: readonly Piece[]): Piece[] {
  const first = body.find(({ role, text }) => role === "paragraph" && text.length > 40)?.place ?? 0
  const places = new Set(body.map(({ place }) => place))
  return pieces.filter(({ role, place }) => role === "title" || role === "dek" || (place < first && !places.has(place)))
}

type IsCalled = (piece: Piece, name: RegExp) => boolean

/** The line under the headline that the page calls so, or describes itself by. */
function dekOf(below: readonly Piece[], { title, description }: Meta, isCalled: IsCalled): Piece | undefined {
  return below.find(piece => {
    const { text, role, linked } = piece
    if (text.length > LONGEST_DEK || text.length < SHORTEST_DEK || linked > 0.5 || (role !== "paragraph" && role !== "heading"))
      return false
    if (isByline(text) || isStamp(text) || isLeftover(text) || (title !== null && alike(text, title))) return false
    return isCalled(piece, DEK_CLASS) || (description !== null && role === "heading" && alike(text, description))
  })
}

function withFrontRole(piece: Piece, { authors }: Meta, isCalled: IsCalled): Piece[] {
  const { role, text } = piece
  if (role === "caption" || role === "credit") return withCredit(piece)
  if (text.length > LONGEST_BYLINE || isStamp(text) || isLeftover(text)) return []
  const name = withoutStamp(text)
  if (name !== text && isByline(name)) return [{ ...piece, role: "byline", text: name }]
  const isNamed = isCalled(piece, BYLINE_CLASS) && authors.some(author => text.includes(author))
  return isNamed || isByline(text) ? [{ ...piece, role: "byline" }] : []
}

/** “By Ana Ruiz October 14, 2025 10:21 AM 2 min read” is a byline and a stamp in one line. */
function withoutStamp(text: string): string {
  for (const { index } of text.matchAll(/(?<=\S)[\s|•·–—-]+(?=[\p{Lu}\d])/gu))
    if (isStamp(text.slice(index).replace(/^[\s|•·–—-]+/, ""))) return text.slice(0, index)
  return text
}

function around(element: Element | undefined): Element[] {
  const found: Element[] = []
  for (let at: Element | null | undefined = element; at && found.length <= LOOK_UP; at = at.parentElement) found.push(at)
  return found
}
