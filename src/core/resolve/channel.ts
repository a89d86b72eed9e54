import type { Known } from "../data.ts"
import type { Run } from "../tree.ts"
import type { Actor } from "./cast.ts"
import { outletsIn, toldInSource } from "./hearer.ts"
import type { Place } from "./place.ts"
import { carriersOf } from "./relays.ts"
import { blockAt } from "./scene.ts"

/** Through whom words came, nearest to the speaker first, and how that is known. */
export interface Relay {
  readonly relayedBy: readonly Actor[]
  readonly relayKnown: Known
}

/** How many paragraphs on the same speaker is still heard through the same outlet. */
const CHANNEL_BLOCKS = 3

/**
 * The hops that the sentence names, and around them `outer`, those in whose words it stands. When it names none, the ones by which the
 * speaker was heard just before, until the text turns elsewhere. The article's own publisher is no hop.
 */
export function relayOf(place: Place, who: Actor | null, hearer: Run | null, outer: readonly Actor[]): Relay {
  const { cast, memory, scene } = place
  const own = [...(hearer ? outletsIn(place, hearer) : []), ...toldInSource(place), ...carriersOf(place)]
  const named = [...new Set([...own, ...outer])].filter(actor => actor !== who && actor !== cast.publisher)
  const block = blockAt(scene, place.head)
  const { channel } = memory
  const isNear = channel !== null && channel.actor === who && block - channel.block <= CHANNEL_BLOCKS
  const goesOn = isNear && named.length === 0 && own.length === 0 && hearer === null
  const relayedBy = goesOn ? channel.hops : named
  if (who && relayedBy.length && !outer.length) memory.channel = { actor: who, hops: relayedBy, block }
  else if (channel && turnsElsewhere(place, who, hearer)) memory.channel = null
  return { relayedBy, relayKnown: goesOn ? "inferred" : "stated" }
}

/** Someone else speaks who is not the outlet itself (“the report said”), or the speaker is heard by others. */
function turnsElsewhere({ memory: { channel } }: Place, who: Actor | null, hearer: Run | null): boolean {
  if (hearer) return true
  return who !== null && who !== channel?.actor && !channel?.hops.includes(who)
}
