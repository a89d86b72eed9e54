import type { Said } from "../data.ts"
import type { Span } from "../span.ts"
import type { Actor } from "./cast.ts"
import type { Place } from "./place.ts"
import { blockAt } from "./scene.ts"

/** When, where and to whom something was said. */
interface Told {
  readonly said: Said | null
  readonly venue: Span | null
  readonly to: { readonly span: Span; readonly actor: Actor | null } | null
}

/** How many paragraphs on what is said still belongs to the same occasion. */
const PASSAGE_BLOCKS = 1

/**
 * “Ott said *in a statement on Tuesday* … She added …”: the next words of the same speaker were said then and there too, when they name
 * no time, place or hearer of their own.
 */
export function carriedOn<T extends Told>(place: Place, who: Actor | null, told: T): T {
  const { memory, scene } = place
  const block = blockAt(scene, place.head)
  const { passage } = memory
  const own = told.said !== null || told.venue !== null || told.to !== null
  const goesOn = !own && passage !== null && passage.actor === who && block - passage.block <= PASSAGE_BLOCKS
  if (goesOn) {
    memory.passage = { ...passage, block }
    return { ...told, said: passage.said && { ...passage.said, known: "inferred" }, venue: passage.venue }
  }
  memory.passage = who && own ? { actor: who, said: told.said, venue: told.venue, block } : null
  return told
}
