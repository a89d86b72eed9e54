import type { Role } from "../data.ts"
import { type Element, isElement, isText, type Node, normalised, normalisedOffsets } from "./dom.ts"
import type { Anchor } from "./links.ts"
import { PLACE } from "./survey.ts"

/** A block of a page before it has a span. */
export interface Piece {
  readonly role: Role
  readonly text: string
  /** Where it stood in the page. */
  readonly place: number
  /** The share of its characters that stand in links, from 0 to 1. */
  readonly linked: number
  /** The links in it. */
  readonly anchors?: readonly Anchor[]
}

/** Elements that begin and end a block. */
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
)

/** What text in an element is called; the nearest around the text decides. */
const ROLES: Readonly<Record<string, Role>> = {
  H1: "heading",
  H2: "heading",
  H3: "heading",
  H4: "heading",
  H5: "heading",
  H6: "heading",
  LI: "list-item",
  DT: "list-item",
  DD: "list-item",
  BLOCKQUOTE: "blockquote",
  FIGCAPTION: "caption",
}

/** Roles that hold for all paragraphs inside. */
const DEEP = new Set<Role>(["blockquote", "caption", "credit"])

/** “wp-caption-text”, “photo-caption”, “media__caption”, as the class of an element; not “figure-with-caption”, which holds the picture. */
const CAPTION_CLASS = /(?:^|[\s_-])caption(?:[_-]{1,2}text)?(?:\s|$)/i
/** “credit”, “photo-credit”, “article__image-credit”; only inside a caption or by itself, where it makes a block of its own. */
const CREDIT_CLASS = /(?:^|[\s_-])(?:credits?|photographer|image-source)(?:\s|$)/i

/** The blocks under `root` in page order: text between two edges of block elements, or between two line breaks in a row. */
export function blocksUnder(root: Element): Piece[] {
  const walker = new Walker()
  let node: Node | null = root
  while (node) {
    if (isElement(node)) {
      walker.enter(node)
      if (node.firstChild) {
        node = node.firstChild
        continue
      }
      walker.leave(node)
    } else if (isText(node)) walker.text(node.textContent ?? "")
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode
      if (node) walker.leave(node as Element)
    }
    if (!node || node === root) break
    node = node.nextSibling
  }
  return walker.done()
}

function isBlock(element: Element): boolean {
  return BLOCKS.has(element.tagName) || CREDIT_CLASS.test(element.className)
}

function roleOf(element: Element, around: Role): Role {
  if (CREDIT_CLASS.test(element.className)) return "credit"
  if (DEEP.has(around)) return around
  return CAPTION_CLASS.test(element.className) ? "caption" : (ROLES[element.tagName] ?? around)
}

class Walker {
  private readonly pieces: Piece[] = []
  private readonly roles: Role[] = ["paragraph"]
  private readonly places: number[] = [-1]
  private words: string[] = []
  private links = 0
  private inLink = 0
  private length = 0
  /** Where the links lead of which a word has come, and where they stand in `words`. */
  private anchors: { readonly href: string; readonly start: number; end: number }[] = []
  private href: string | null = null

  private breaks = 0
  private place = -1

  enter(element: Element): void {
    const { tagName } = element
    if (tagName === "BR") this.lineBreak()
    if (tagName === "A") {
      this.inLink++
      this.href = element.getAttribute("href")
    }
    const place = element.getAttribute(PLACE)
    this.places.push(place === null ? this.places.at(-1)! : Number(place))
    if (!isBlock(element)) return
    this.cut()
    this.roles.push(roleOf(element, this.roles.at(-1)!))
  }

  leave(element: Element): void {
    if (element.tagName === "A") {
      this.inLink--
      this.href = null
    }
    if (isBlock(element)) {
      this.cut()
      this.roles.pop()
    }
    this.places.pop()
  }

  text(words: string): void {
    if (/\S/.test(words)) {
      this.breaks = 0
      if (this.place < 0) this.place = this.places.at(-1)!
      if (this.inLink > 0) this.links += words.trim().length
      if (this.href !== null) this.anchor(this.href, words.length)
    }
    this.push(words)
  }

  done(): Piece[] {
    this.cut()
    return this.pieces
  }

  /** One break is a line's end within a paragraph, two are a paragraph's. */
  private lineBreak(): void {
    if (++this.breaks === 2) this.cut()
    else this.push(" ")
  }

  private push(words: string): void {
    this.words.push(words)
    this.length += words.length
  }

  /** One link in several elements (“<a>the <b>Post</b></a>”) is one. */
  private anchor(href: string, length: number): void {
    const [start, last] = [this.length, this.anchors.at(-1)]
    if (last?.href === href && last.end === start) last.end += length
    else this.anchors.push({ href, start, end: start + length })
  }

  private anchored(text: string): readonly Anchor[] {
    const offsets = normalisedOffsets(
      this.words.join(""),
      this.anchors.flatMap(({ start, end }) => [start, end]),
    )
    return this.anchors.flatMap(({ href }, at) => {
      const [from, end] = [offsets[at * 2]!, offsets[at * 2 + 1]!]
      const start = text[from] === " " ? from + 1 : from
      return end > start ? [{ href, start, end, words: text.slice(start, end) }] : []
    })
  }

  private cut(): void {
    const text = normalised(this.words.join(""))
    if (text !== "")
      this.pieces.push({
        role: this.roles.at(-1)!,
        text,
        place: this.place,
        linked: Math.min(1, this.links / text.length),
        ...(this.anchors.length > 0 && { anchors: this.anchored(text) }),
      })
    this.words = []
    this.anchors = []
    this.links = this.breaks = this.length = 0
    this.place = -1
  }
}
