import { type Document, type Element, isElement, isText, type Node } from "./dom.ts"

/** The attribute that keeps an element's place in the page while the tree is rebuilt. */
export const PLACE = "data-place"

/** The elements of a page in page order, with what stands in each. */
export interface Survey {
  readonly elements: readonly Element[]
  /** How many characters other than white space stand in an element, by its place. */
  readonly letters: Int32Array
  /** How many of them stand in links. */
  readonly linked: Int32Array
}

/** Looks at every node once, and writes each element's place (its index in `elements`) into it. */
export function survey(document: Document): Survey {
  const elements: Element[] = []
  const parents: number[] = []
  const own: number[] = []
  const stack: number[] = []
  let node: Node | null = document.documentElement
  while (node) {
    if (isElement(node)) {
      node.setAttribute(PLACE, String(elements.length))
      parents.push(stack.at(-1) ?? -1)
      stack.push(elements.length)
      own.push(0)
      elements.push(node)
    } else if (isText(node) && stack.length > 0) own[stack.at(-1)!]! += lettersIn(node.textContent ?? "")
    node = nextNode(node, stack)
  }
  return { elements, ...sums(elements, parents, own) }
}

/** The node after this one in page order; takes from `stack` the elements that end between them. */
function nextNode(node: Node, stack: number[]): Node | null {
  if (isElement(node)) {
    if (node.firstChild) return node.firstChild
    stack.pop()
  }
  let at: Node | null = node
  while (at && !at.nextSibling) {
    at = at.parentNode
    stack.pop()
  }
  return at?.nextSibling ?? null
}

function sums(elements: readonly Element[], parents: readonly number[], own: readonly number[]) {
  const letters = Int32Array.from(own)
  const linked = new Int32Array(own.length)
  for (let place = elements.length - 1; place >= 0; place--) {
    if (elements[place]!.tagName === "A") linked[place] = letters[place]!
    const parent = parents[place]!
    if (parent < 0) continue
    letters[parent]! += letters[place]!
    linked[parent]! += linked[place]!
  }
  return { letters, linked }
}

function lettersIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 32) count++
  return count
}

/** An element's place in the page; -1 where it has none, because it came to be later. */
export function placeOf(element: Element): number {
  return Number(element.getAttribute(PLACE) ?? -1)
}
