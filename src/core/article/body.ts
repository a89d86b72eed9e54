import { Readability } from "@mozilla/readability"
import type { Document, Element } from "./dom.ts"
import { blocksUnder, type Piece } from "./walk.ts"

/** Fewer letters than this and Readability looks again, less strictly. Its own 500 is more than a short report has. */
const SHORTEST_BODY = 250

/** The blocks of what Readability takes for the article; `[]` when it finds none. Takes the document apart. */
export function bodyOf(document: Document): Piece[] {
  const found = new Readability<Element>(document as never, {
    charThreshold: SHORTEST_BODY,
    keepClasses: true,
    disableJSONLD: true,
    serializer: root => root as unknown as Element,
  }).parse()
  return found?.content ? blocksUnder(found.content) : []
}
