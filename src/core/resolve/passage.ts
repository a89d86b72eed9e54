import type { Said } from "../data.ts"
import type { Span } from "../span.ts"
import { announcedBefore } from "./announced.ts"
import type { Actor } from "./cast.ts"
import type { Place } from "./place.ts"
import { blockAt } from "./scene.ts"

/** When, where and to whom something was said. */
interface Told {
  readonly said: Said | null
  readonly venue: Span | null
  readonly to: { readonly span: Span; readonly actor: Actor | null } | null
}

interface Speaking {
  readonly who: Actor | null
  /** Whether it stands in the words of another. */
  readonly isNested: boolean
}

/** How many paragraphs on what is said still belongs to the same occasion. */
const PASSAGE_BLOCKS = 1

/** “It was never shut, Ott *added*”: on the same occasion, though a paragraph further down. */
const GOING_ON = new Set(["add", "continue", "conclude", "reiterate"])

/**
 * “Ott said *in a statement on Tuesday* … She added …”: the next words of the same speaker were said then and there too, when they name
 * no time, place or hearer of their own.
 */
export function carriedOn<T extends Told>(place: Place, { who, isNested }: Speaking, told: T): T {
  // “The board said: ‘*Ott told us last month* it was open.’ Ott added …”: when one told of another is no occasion of the text.
  if (isNested) return told
  const { memory, scene } = place
  const block = blockAt(scene, place.head)
  const { passage } = memory
  const own = told.said !== null || told.venue !== null || told.to !== null
  const goesOn = !own && passage !== null && passage.actor === who && block - passage.block <= PASSAGE_BLOCKS
  if (goesOn) {
    const sameTime = block === passage.block || GOING_ON.has(scene.tagged.lemmas[place.head]!)
    const said = sameTime ? passage.said && { ...passage.said, known: "inferred" as const } : null
    memory.passage = { ...passage, said, block }
    return { ...told, said, venue: passage.venue }
  }
  const announced = told.said === null && told.venue === null ? announcedBefore(place, who).said : null
  if (announced) {
    memory.passage = { actor: who!, said: announced, venue: null, block }
    return { ...told, said: announced }
  }
  memory.passage = who && own ? { actor: who, said: told.said, venue: told.venue, block } : null
  return told
}
