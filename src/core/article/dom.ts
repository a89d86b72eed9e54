import { DOMParser } from "linkedom/worker"

/** The slice of the Document Object Model that a page is read by. */
export interface Node {
  readonly nodeType: number
  readonly textContent: string | null
  readonly firstChild: Node | null
  readonly nextSibling: Node | null
  readonly parentNode: Element | null
}

export interface Element extends Node {
  /** Upper case. */
  readonly tagName: string
  readonly id: string
  readonly className: string
  readonly children: ArrayLike<Element>
  readonly parentElement: Element | null
  readonly nextElementSibling: Element | null
  readonly previousElementSibling: Element | null
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  hasAttribute(name: string): boolean
  querySelectorAll(selector: string): ArrayLike<Element> & Iterable<Element>
  querySelector(selector: string): Element | null
  contains(other: Node): boolean
  remove(): void
}

export interface Document {
  readonly documentElement: Element
  readonly body: Element
  querySelectorAll(selector: string): ArrayLike<Element> & Iterable<Element>
  querySelector(selector: string): Element | null
}

/** Parses markup that has one `<html>`, `<head>` and `<body>`: without them linkedom takes the first element for the document. */
export function parse(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html") as unknown as Document
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

export function isText(node: Node): boolean {
  return node.nodeType === 3
}

/** Runs of white space, no-break spaces among them, made one space; none at the ends; invisible joints left out. */
export function normalised(words: string | null | undefined): string {
  return (words ?? "").replace(INVISIBLE, "").replace(/\s+/g, " ").trim()
}

/** Where offsets into words, in rising order, come to lie when they are normalised; the space before words belongs to none. */
export function normalisedOffsets(words: string, offsets: readonly number[]): readonly number[] {
  const out: number[] = []
  let [length, isSpaced] = [0, false]
  for (let at = 0; at <= words.length && out.length < offsets.length; at++) {
    while (offsets[out.length] === at) out.push(length)
    const letter = words[at] ?? ""
    if (INVISIBLE_LETTER.test(letter)) continue
    if (/\s/.test(letter)) isSpaced = length > 0
    else {
      length += isSpaced ? 2 : 1
      isSpaced = false
    }
  }
  return out
}

/** Soft hyphen, zero-width space and non-joiner, word joiner, byte-order mark: what layout leaves between letters. */
const INVISIBLE_LETTER = /[\u00ad\u200b\u200c\u2060\ufeff]/
const INVISIBLE = new RegExp(INVISIBLE_LETTER, "g")
