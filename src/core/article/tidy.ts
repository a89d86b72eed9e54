import { alike } from "./alike.ts"
import { creditStart, isByline, isLeftover, isStamp } from "./lines.ts"
import type { Piece } from "./walk.ts"

/** What already stands above a body. */
interface Above {
  readonly title: string | null
  readonly dek: string | null
  /** Where the headline stands in the page; -1 where it has no place. */
  readonly titlePlace: number
}

/**
 * A body without what is the page's own: labels over the headline, the headline again, buttons, calls to subscribe, dates, lone links to
 * other stories, what is repeated, and headings that nothing follows. Bylines, captions and credits become what they are.
 */
export function tidied(pieces: readonly Piece[], above: Above): Piece[] {
  const seen = new Set<string>()
  const kept = withoutAuthorBox(pieces).flatMap((piece, at) => {
    if (
      isPagesOwn(piece) ||
      (isLinkItem(piece) && (isLinkItem(pieces[at - 1]) || isLinkItem(pieces[at + 1]))) ||
      isAbove(piece, above) ||
      seen.has(piece.text)
    )
      return []
    if (piece.text.length > SHORTEST_REPEATED) seen.add(piece.text)
    return withRole(piece)
  })
  while (kept.at(-1)?.role === "heading") kept.pop()
  return kept
}

/** “Yes.” may be answered twice; a caption or a paragraph that comes again is the page's doing. */
const SHORTEST_REPEATED = 24

function isPagesOwn(piece: Piece): boolean {
  return isLeftover(piece.text) || isStamp(piece.text) || isShortLink(piece)
}

/** “Harbor closed again” as a link by itself is a door to another story. */
function isShortLink({ text, linked, role }: Piece): boolean {
  return linked > 0.8 && text.length < 80 && role !== "blockquote" && role !== "list-item"
}

/** Several links in a list are doors too; one may be what the list is about. */
function isLinkItem(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.role === "list-item" && piece.linked > 0.9 && piece.text.length < 120
}

function isAbove({ text, place, role }: Piece, { title, dek, titlePlace }: Above): boolean {
  if (role !== "caption" && place >= 0 && place < titlePlace && text.length < 100) return true
  return (title !== null && isSame(text, title)) || (dek !== null && isSame(text, dek))
}

function isSame(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) < 20 && alike(a, b)
}

/** What stands at the end under “About the author”. */
function withoutAuthorBox(pieces: readonly Piece[]): readonly Piece[] {
  const at = pieces.findIndex(
    ({ role, text }, index) => role === "heading" && index > pieces.length * 0.7 && /^about the (?:author|writer|reporter)s?\b/i.test(text),
  )
  return at < 0 ? pieces : pieces.slice(0, at)
}

function withRole(piece: Piece): Piece[] {
  const { role, text } = piece
  if (role === "caption" || role === "credit") return withCredit(piece)
  if (isByline(text)) return [{ ...piece, role: "byline" }]
  return role === "paragraph" && creditStart(text) >= 0 ? withCredit({ ...piece, role: "caption" }) : [piece]
}

/** A caption, and the credit it ends with. */
export function withCredit(piece: Piece): Piece[] {
  const { text } = piece
  const at = creditStart(text)
  if (at < 0) return [piece]
  const credit: Piece = { ...piece, role: "credit", text: text.slice(at) }
  return at === 0 ? [credit] : [{ ...piece, text: text.slice(0, at).trimEnd() }, credit]
}
