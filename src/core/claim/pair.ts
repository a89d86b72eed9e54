import { type Likeness, likenessOf, told } from "./likeness.ts"
import { holds, type Side, type Sides } from "./side.ts"

/** Two statements of one article that could be of one claim. */
export interface Pair {
  readonly sides: Sides
  /** The one that stands first in the text, and the other. */
  readonly first: Side
  readonly then: Side
  readonly likeness: Likeness
  /** Statements from the one to the other. */
  readonly apart: number
  /** How many of those between assert, and are of another voice than the later one; up to `MOST_BETWEEN`. */
  readonly between: number
}

export function pairOf(sides: Sides, one: Side, other: Side): Pair {
  const [first, then] = one.rank < other.rank ? [one, other] : [other, one]
  const likeness = likenessOf(first, then, sides.weights)
  return { sides, first, then, likeness, apart: then.rank - first.rank, between: betweenOf(sides, first, then) }
}

/**
 * Whether anything can speak for a pair at all: one is an answer, or points at the other, or they have words in common. That someone else does the same
 * is no reason; and whoever goes on (“The Post reported that …. It said that …”) says something new, unless it turns on the same.
 */
export function couldMeet(pair: Pair): boolean {
  const { sides, first, then, likeness } = pair
  if (!first.answers && pointsElsewhere(then, first, sides)) return false
  if (then.answers && saysItself(then)) return sharesMore(first, then)
  if (then.answers || [first, then].some(({ thin, gist }) => thin && gist.points !== null)) return true
  if (first.answers) return likeness.shared > 0 || voiceOf(pair)
  if (likeness.shared < LEAST_SHARED || likeness.otherDoer) return false
  return !voiceOf(pair) || told(then, first) || likeness.within + likeness.jaccard > LEAST_ALIKE_ON
}

/** “denied *that taxes would rise*”, “declined to discuss *her health*”: what is answered is told in the writer’s own words. */
function saysItself({ statement: { form }, gist: { terms, points } }: Side): boolean {
  return form === "indirect" && points === null && terms.length > 1
}

/** Whether they have something in common besides the one who answers. */
function sharesMore(first: Side, then: Side): boolean {
  const own = [then.voice, then.statement.source?.agent]
  return then.gist.terms.some(term => first.terms.has(term) && !own.includes(term))
}

const LEAST_SHARED = 2
/** Both shares of common terms together. */
const LEAST_ALIKE_ON = 0.9

function betweenOf({ inOrder }: Sides, first: Side, then: Side): number {
  let between = 0
  for (let rank = then.rank - 1; rank > first.rank && between < MOST_BETWEEN; rank--) {
    const { answers, voice } = inOrder[rank]!
    if (!answers && voice !== then.voice) between++
  }
  return between
}

const MOST_BETWEEN = 6

/**
 * “Ott *had met* Ruiz” and “Ott *had not met* Ruiz”, “met *Ruiz*” and “met *Brask*”, “*six* died” and “*nine* died”, “spoke *after the vote*” and “spoke *after she left office*”, “thanked
 * the crew”: however alike, no claim together.
 */
export function areApart({ first, then, likeness }: Pair): boolean {
  const { bothAnchored, otherAnchors, otherParty, otherNumber, samePredicate, shared, swapped } = likeness
  if (bothAnchored && otherAnchors && (told(first, then) || told(then, first))) return true
  if ([first, then].some(({ answers, statement }) => !answers && statement.act === "expressive")) return true
  if (first.answers || then.answers) return false
  if (samePredicate && (otherNumber || swapped)) return true
  return otherParty || (samePredicate && shared > 1 && first.statement.polarity !== then.statement.polarity)
}

/** “called *Lind’s claim* false” after “Lind *claimed* that …”: whose words are meant is said, and how they were said. */
export function isMeant({ sides: { speakers }, first, then }: Pair): boolean {
  const { points } = then.gist
  if (!points?.owner || !speakers.has(points.owner) || first.answers || !(then.answers || then.thin)) return false
  return ownedBy(first, points.owner) && saysNoun(first, points.noun)
}

const ANSWER_NOUN = /^(?:report|story|article|news|account|narrative)/
const CHARGE_NOUN = /^(?:alleg|accus|charge|claim|wrongdo|involve|innocen|guilt|impropr|miscond|complain|critic|insinu|suggest|knowledge)/
const CHARGE_CUE = /^(?:accus|alleg|claim|blame|suspect|charg|insinu|complain|rumou?r)/

/** Letters that a noun and its verb share: “alleg-ation”, “alleg-e”. */
const STEM = 5

function saysNoun({ statement, name }: Side, noun: string): boolean {
  if (noun.length < STEM) return false
  return (statement.cue?.lemma ?? "").slice(0, STEM) === noun.slice(0, STEM) || name.includes(noun)
}

function ownedBy({ statement, voice }: Side, owner: string): boolean {
  return voice === owner || statement.source?.agent === owner || statement.relayedBy.includes(owner)
}

const pointsAt = ({ gist: { points } }: Side, other: Side, { speakers }: Sides) =>
  points?.owner != null && speakers.has(points.owner) && ownedBy(other, points.owner)

const pointsElsewhere = ({ gist: { points } }: Side, other: Side, { speakers }: Sides) =>
  points?.owner != null && speakers.has(points.owner) && !ownedBy(other, points.owner)

const speaksOf = ({ gist, terms }: Side, { voice, statement: { source } }: Side) =>
  gist.terms.length > 0 && ((voice !== null && terms.has(voice)) || (source?.agent != null && terms.has(source.agent)))

const points = ({ gist }: Side, noun: RegExp) => gist.points !== null && noun.test(gist.points.noun)

const isCharge = ({ statement: { cue } }: Side) => cue !== null && CHARGE_CUE.test(cue.lemma)

/** Share of the weight of what the one speaks of that the words around the other speak of. */
function settles({ gist: { setting } }: Side, { gist, weight }: Side, { weights }: Sides): number {
  if (setting.length === 0 || weight === 0) return 0
  return gist.terms.reduce((sum, term) => sum + (setting.includes(term) ? weights.get(term)! : 0), 0) / weight
}

const overlap = ({ statement: one }: Side, { statement: other }: Side) => {
  const [a, b] = [one.content[0], other.content[0]]
  return a !== undefined && b !== undefined && a.start < b.end && b.start < a.end
}

const voiceOf = ({ first, then }: Pair) => first.voice !== null && first.voice === then.voice
const stanceOf = ({ statement }: Side) => statement.stance

type Clue = (pair: Pair) => number | boolean

/** What tells whether two statements are of one claim: each from 0 to 1, or a small count. Their weights are learnt (`weights.ts`). */
const CLUES = {
  any: () => 1,

  // ── What is said ──
  jaccard: ({ likeness }) => likeness.jaccard,
  within: ({ likeness }) => likeness.within,
  "shares a term": ({ likeness }) => likeness.shared >= 1,
  "shares two": ({ likeness }) => likeness.shared >= 2,
  "shares three": ({ likeness }) => likeness.shared >= 3,
  "shared weight": ({ likeness }) => Math.min(likeness.common, 4) / 4,
  alike: ({ likeness }) => likeness.jaccard > 0.15,
  "very alike": ({ likeness }) => likeness.jaccard > 0.3,
  "mostly within": ({ likeness }) => likeness.within > 0.6,
  "same predicate": ({ likeness }) => likeness.samePredicate,
  "predicate told": ({ first, then }) => told(first, then) || told(then, first),
  "same doer": ({ likeness }) => likeness.sameDoer,
  "same object": ({ likeness }) => likeness.sameObject,
  "same number": ({ likeness }) => likeness.sameNumber,
  "other number": ({ likeness }) => likeness.otherNumber,
  "other people": ({ likeness }) => likeness.otherPeople,
  "other doer": ({ likeness }) => likeness.otherDoer,
  "same people": ({ first, then }) => Math.min(3, first.gist.people.filter(each => then.gist.people.includes(each)).length) / 3,
  "same words": ({ first, then }) => overlap(first, then),
  "first holds it": ({ first, then }) => holds(first, then),
  "is held by the later": ({ first, then }) => holds(then, first),
  "first is thin": ({ first }) => first.thin,
  "then is thin": ({ then }) => then.thin,
  "first has no words": ({ first }) => first.statement.content.length === 0,
  "then has no words": ({ then }) => then.statement.content.length === 0,
  "first speaks of its setting": ({ sides, first, then }) => settles(then, first, sides),
  "then speaks of its setting": ({ sides, first, then }) => settles(first, then, sides),

  // ── What is pointed at ──
  "then points": ({ then }) => then.gist.points !== null,
  "first points": ({ first }) => first.gist.points !== null,
  "then points at it": ({ sides, first, then }) => pointsAt(then, first, sides),
  "first points at it": ({ sides, first, then }) => pointsAt(first, then, sides),
  "then points elsewhere": ({ sides, first, then }) => pointsElsewhere(then, first, sides),
  "first points elsewhere": ({ sides, first, then }) => pointsElsewhere(first, then, sides),
  "first is so called": ({ first, then }) => then.gist.points !== null && saysNoun(first, then.gist.points.noun),
  "then is so called": ({ first, then }) => first.gist.points !== null && saysNoun(then, first.gist.points.noun),
  "both so called": ({ first, then }) => first.gist.points !== null && first.gist.points.noun === then.gist.points?.noun,
  "then points at press": ({ first, then }) => points(then, ANSWER_NOUN) && first.isPress,
  "then points at press, not there": ({ first, then }) => points(then, ANSWER_NOUN) && !first.isPress,
  "first points at press": ({ first, then }) => points(first, ANSWER_NOUN) && then.isPress,
  "then points at a charge": ({ first, then }) => points(then, CHARGE_NOUN) && isCharge(first),
  "both point at charges": ({ first, then }) => points(then, CHARGE_NOUN) && points(first, CHARGE_NOUN),

  // ── Who says it, and in answer to whom ──
  "same voice": voiceOf,
  "same stance": ({ first, then }) => stanceOf(first) === stanceOf(then),
  "first answers": ({ first }) => first.answers,
  "then answers": ({ then }) => then.answers,
  "both answer": ({ first, then }) => first.answers && then.answers,
  "then denies": ({ then }) => stanceOf(then) === "denies",
  "then confirms": ({ then }) => stanceOf(then) === "confirms",
  "then declines": ({ then }) => stanceOf(then) === "declines",
  "then is silent": ({ then }) => stanceOf(then) === "unanswered" && then.gist.terms.length === 0,
  "then declines without words": ({ then }) => stanceOf(then) === "declines" && then.statement.content.length === 0,
  "then answers what is alike": ({ then, first, likeness }) => (then.answers && !first.answers ? likeness.within : 0),
  "both assert what is alike": ({ then, first, likeness }) => (then.answers || first.answers ? 0 : likeness.jaccard),
  "first denies": ({ first }) => stanceOf(first) === "denies",
  "first declines": ({ first }) => stanceOf(first) === "declines",
  "both deny": ({ first, then }) => stanceOf(first) === "denies" && stanceOf(then) === "denies",
  "answers another": pair => pair.then.answers && !pair.first.answers && !voiceOf(pair),
  "answers himself": pair => pair.then.answers && !pair.first.answers && voiceOf(pair),
  "asserts again": pair => !pair.then.answers && !pair.first.answers && voiceOf(pair),
  "goes on from an answer": pair => pair.first.answers && voiceOf(pair) && pair.apart === 1,
  "first speaks of the later": ({ first, then }) => speaksOf(first, then),
  "then speaks of the first": ({ first, then }) => speaksOf(then, first),
  "answers what was said of him": ({ first, then }) => then.answers && !first.answers && speaksOf(first, then),
  "first is press": ({ first }) => first.isPress,
  "then is press": ({ then }) => then.isPress,
  "first charges": ({ first }) => isCharge(first),
  "then charges": ({ then }) => isCharge(then),
  "first is no assertion": ({ first }) => first.statement.act !== "assertive",
  "then is no assertion": ({ then }) => then.statement.act !== "assertive",

  // ── Where it stands ──
  next: ({ apart }) => apart === 1,
  "next but one": ({ apart }) => apart <= 2,
  near: ({ apart }) => apart <= 4,
  nearness: ({ apart }) => 1 / (1 + apart),
  distance: ({ apart }) => Math.min(apart, 12) / 12,
  "in reach": ({ first, then }) => Math.max(0, 1 - (then.place - first.place) / REACH),
  "in far reach": ({ first, then }) => Math.max(0, 1 - (then.place - first.place) / FAR_REACH),
  "none between": ({ between }) => between === 0,
  "others between": ({ between }) => between / MOST_BETWEEN,
  "answers what none stands between": ({ first, then, between }) => then.answers && !first.answers && between === 0,
  "goes on": ({ first, then }) => then.statement.continues === first.statement.id,
  "then is quoted": ({ then }) => then.statement.form === "direct",
  "first is quoted": ({ first }) => first.statement.form === "direct",
  "first of all": ({ first }) => first.rank === 0,
} as const satisfies Record<string, Clue>

/** About a paragraph, and about a screen. Characters. */
const REACH = 400
const FAR_REACH = 2500

export const CLUE_NAMES: readonly string[] = Object.keys(CLUES)

const READERS: readonly Clue[] = Object.values(CLUES)

/** The value of each clue, in the order of `CLUE_NAMES`. */
export function cluesOf(pair: Pair): number[] {
  return READERS.map(clue => Number(clue(pair)))
}
