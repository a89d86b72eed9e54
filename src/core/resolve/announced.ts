import type { Said } from "../data.ts"
import type { Run } from "../tree.ts"
import type { Actor } from "./cast.ts"
import type { Place } from "./place.ts"
import { isChannel } from "./relays.ts"
import { blockAt, type Scene, sentenceAt } from "./scene.ts"

/** Through whom and when somebody was to be heard, by a sentence in which nothing is said. */
interface Announcement {
  readonly outlets: readonly Actor[]
  readonly said: Said | null
}

const NOTHING: Announcement = { outlets: [], said: null }

/** “Ott *broke her silence on Monday in an interview with Coast Radio*. ‘It was open,’ she said.” The sentence before tells where and when she is heard. */
export function announcedBefore(place: Place, who: Actor | null): Announcement {
  const { scene, head } = place
  // “‘It was open. I saw it,’ she said”: before the first of what she says.
  const begins = Math.min(head, ...place.content.map(({ first }) => first))
  const sentence = scene.tree.sentenceOf[begins]! - 1
  if (sentence < 0 || who?.kind !== "person") return NOTHING
  const { first, last, block, start, end } = scene.prose.sentences[sentence]!
  if (blockAt(scene, begins) - block > 1 || !isNamed(place, who, first, last)) return NOTHING
  const words = scene.prose.text.slice(start, end)
  const outlets = TALK.test(words) ? outletsOf(place, first) : []
  return { outlets: outlets.slice(0, 1), said: APPEARS.test(words) ? dateOf(place, first) : null }
}

const TALK =
  /\b(reached by|contacted by|interviewed by|interview|podcast|program|programme|show|appearance|appeared|appearing|(spoke|spoken|speaking|talked) (to|with))\b/i
const APPEARS =
  /\b(broke|breaks|breaking|broken) (his|her|their|its) silence\b|\b(spoke|appeared|addressed)\b|\b(made|gave|offered|delivered) (a|an|the|his|her|their) (\w+ ){0,2}(remarks?|comments?|announcement|news|interview|speech|address)\b/i

function isNamed({ scene, cast }: Place, who: Actor, first: number, last: number): boolean {
  return scene.nameOf.subarray(first, last).some(name => name >= 0 && cast.byName[name] === who)
}

function outletsOf({ scene, cast }: Place, token: number): Actor[] {
  const found: Actor[] = []
  const { first, last } = sentenceAt(scene, token)
  for (let at = first; at < last; at++) {
    const actor = outletAt(scene, cast, at)
    if (actor && actor !== cast.publisher && isChannel(scene, at)) found.push(actor)
  }
  return found
}

function outletAt({ nameOf, names }: Scene, { byName }: Place["cast"], token: number): Actor | null {
  const name = nameOf[token]!
  return name >= 0 && names[name]!.last - 1 === token && byName[name]!.kind === "publication" ? byName[name]! : null
}

/** Its only date, outside of what anyone says in it: “A day after saying *that it was shut in May*, Ott broke her silence on Monday”. */
function dateOf({ dates, clauses }: Place, token: number): Said | null {
  const isSaid = ({ first }: Run) => clauses(token).some(run => run.first <= first && first < run.last)
  const [date, ...others] = dates(token).filter(each => !isSaid(each))
  return date && others.length === 0 ? { ...date.said, known: "inferred" } : null
}
