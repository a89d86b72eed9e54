import type { Known, Stance } from "../data.ts"
import type { Run } from "../tree.ts"
import { announcedBefore } from "./announced.ts"
import type { Actor } from "./cast.ts"
import { outletsIn, toldInSource } from "./hearer.ts"
import { copyOf, isProgrammeOf, outletMeant } from "./outlets.ts"
import type { Place } from "./place.ts"
import { type Carrier, carriersOf } from "./relays.ts"
import { blockAt, type Scene } from "./scene.ts"

/** Through whom words came, nearest to the speaker first, and how that is known. */
export interface Relay {
  readonly relayedBy: readonly Actor[]
  readonly relayKnown: Known
}

/** How many paragraphs on the same speaker is still heard through the same outlet. */
const CHANNEL_BLOCKS = 5

/** What is known before the chain is read. */
export interface Carried {
  readonly who: Actor | null
  /** To whom it was said. */
  readonly hearer: Run | null
  readonly venue: Run | null
  /** In whose words it stands, with all through whom those came. */
  readonly outer: readonly Actor[]
  /** The words of that one in which it stands. */
  readonly within: readonly Run[]
  readonly stance: Stance
}

/**
 * The hops that the sentence names, and around them those in whose words it stands. When it names none, the ones by which the
 * speaker was heard just before, until the text turns elsewhere. The article's own publisher is no hop, nor the agency whose copy it is.
 */
export function relayOf(place: Place, carried: Carried): Relay {
  const { cast, memory, scene } = place
  const { who, hearer, outer, within } = carried
  const carriers = carriersOf(place)
  const isInner = ({ token }: Carrier) => within.length === 0 || within.some(({ first, last }) => first <= token && token < last)
  const inner = carriers.filter(isInner).map(({ actor }) => actor)
  const beyond = carriers.filter(each => !isInner(each)).map(({ actor }) => actor)
  const own = [...heardBy(place, hearer), ...toldInSource(place), ...inner]
  const copy = carriers.length || hearer ? copyOf(scene, cast) : null
  const named = [...new Set([...own, ...outer, ...beyond])].filter(actor => actor !== who && actor !== cast.publisher && actor !== copy)
  const block = blockAt(scene, place.head)
  const { channel } = memory
  const isNear = channel !== null && channel.actor === who && block - channel.block <= CHANNEL_BLOCKS
  const alone = named.length === 0 && own.length === 0 && hearer === null && !isElsewhere(scene, carried) && !isSilent(carried)
  const goesOn = isNear && alone
  const before = alone && !goesOn ? announcedBefore(place, who).outlets : []
  const relayedBy = goesOn ? channel.hops : before.length ? before : named
  if (who && relayedBy.length && !outer.length) memory.channel = { actor: who, hops: relayedBy, block }
  else if (channel && !outer.length && turnsElsewhere(place, carried)) memory.channel = null
  return { relayedBy, relayKnown: goesOn || before.length ? "inferred" : "stated" }
}

/** “Ott *declined to say*”: that she kept silent, the article itself has seen. */
function isSilent({ stance }: Carried): boolean {
  return stance === "declines" || stance === "unanswered"
}

/** “told *Coast Radio*”, “told *the newspaper*”; of “Coast Radio’s Today” the broadcaster. */
function heardBy(place: Place, hearer: Run | null): Actor[] {
  if (!hearer) return []
  const found = outletsIn(place, hearer)
  const programmes = programmesIn(place, hearer)
  const outlets = found.filter(outlet => !programmes.includes(outlet))
  const meant = outlets.length ? null : outletMeant(place, hearer)
  return meant ? [meant] : outlets
}

function programmesIn({ scene, cast }: Place, { first, last }: Run): Actor[] {
  const found: Actor[] = []
  for (let token = first; token < last; token++)
    if (scene.nameOf[token]! >= 0 && isProgrammeOf(scene, cast, token)) found.push(cast.byName[scene.nameOf[token]!]!)
  return found
}

/** Someone else speaks who is not the outlet itself (“the report said”), or the speaker is heard by others or elsewhere. */
function turnsElsewhere({ memory: { channel }, scene }: Place, carried: Carried): boolean {
  const { who, hearer } = carried
  if (hearer || isElsewhere(scene, carried)) return true
  return who !== null && who !== channel?.actor && !channel?.hops.includes(who)
}

/** “said *on Twitter*”, “told *a rally*”: not by the way she was heard before. */
function isElsewhere({ tagged }: Scene, { venue }: Carried): boolean {
  return venue !== null && tagged.lemmas.slice(venue.first, venue.last).some(lemma => ELSEWHERE.has(lemma.toLowerCase()))
}

const ELSEWHERE = new Set(
  "tweet post twitter facebook speech address rally hearing court letter briefing conference testimony book memoir op-ed column video debate memo email e-mail deposition".split(
    " ",
  ),
)
