import { type Likeness, likenessOf, told } from "./likeness.ts"
import { holds, type Side, type Sides } from "./side.ts"

/** Statements that say or answer the same thing, as far as the article has been read. */
export interface Group {
  /** Indices of statements in the order they were joined. */
  readonly members: number[]
  /** All that its contents speak of. */
  readonly terms: Set<string>
  /** Whether one of its answers only points at what was said. */
  pointing: boolean
}

/** A statement beside a group that it could join. */
export interface Look {
  readonly sides: Sides
  readonly one: Side
  readonly group: readonly Side[]
  /** The likest of the group's contents. */
  readonly best: Likeness
  /** Whether any of them is told apart by numbers, people or events. */
  readonly likes: readonly Likeness[]
  /** The member nearest before the statement in the text, or else the nearest behind it. */
  readonly near: Side
  /** Share of the weight of the statement's terms that the group speaks of. */
  readonly coverage: number
  /** How many groups are joined more lately. */
  readonly rank: number
}

/** Only the latest members of a large group are compared. */
const MOST_MEMBERS = 8

export function lookAt(sides: Sides, at: number, group: Group, rank: number): Look {
  const one = sides.sides[at]!
  const members = group.members.slice(-MOST_MEMBERS).map(member => sides.sides[member]!)
  const likes = members.map(member => likenessOf(one, member, sides.weights))
  const best = likes.reduce((most, each) => (each.jaccard + each.within > most.jaccard + most.within ? each : most))
  const near = members.reduce((nearest, each) => (distance(one, each) < distance(one, nearest) ? each : nearest))
  return { sides, one, group: members, best, likes, near, coverage: share(sides, one.gist.terms, group.terms), rank }
}

/** A statement that could not join for what it says need not be looked at any closer: it asserts, and has less than two terms in common. */
export function meets({ answers, thin, gist }: Side, group: Group): boolean {
  if (answers || group.pointing || (thin && gist.points !== null)) return true
  let shared = 0
  for (const term of gist.terms) if (group.terms.has(term) && ++shared >= LEAST_SHARED) return true
  return false
}

/**
 * “Ott *had met* Ruiz” and “Ott *had not met* Ruiz”, “met *Ruiz*” and “met *Brask*”, “spoke *after the vote*” and “spoke *after she left office*”: however alike, no claim together.
 */
export function couldBeOne(look: Look): boolean {
  const { one, group, likes } = look
  if (!one.answers && (one.statement.act === "expressive" || !hasGround(look))) return false
  const against = group.some(
    ({ answers, statement }, at) =>
      !answers && !one.answers && statement.polarity !== one.statement.polarity && likes[at]!.samePredicate && likes[at]!.shared > 1,
  )
  const others = likes.some(({ otherParty }) => otherParty) && !one.answers
  const tied = likes.filter(({ bothAnchored }) => bothAnchored)
  const elsewhere =
    tied.length > 0 && tied.every(({ otherAnchors }) => otherAnchors) && group.some(member => told(one, member) || told(member, one))
  return !against && !elsewhere && !others
}

/** “called *Lind’s claim* false” after “Lind *claimed* that …”: whose words are meant is said, and how they were said. */
export function isMeant(look: Look): boolean {
  const whose = owner(look)
  if (!(look.one.answers || look.one.thin) || whose === null) return false
  return asserted(look).some(member => ownedBy(member, whose) && saysNoun(member, points(look)!.noun))
}

/** “The Post reported …. The mayor *denied it*.” An answer that does not say what it answers means what someone else said just before. */
export function isNext({ one, near }: Look): boolean {
  const answersIt = one.answers && one.thin && (one.gist.points !== null || one.statement.content.length === 0)
  return answersIt && !near.answers && near.voice !== one.voice && near.at < one.at && one.at - near.at <= NEXT_STATEMENTS
}

const NEXT_STATEMENTS = 2

/** What is merely asserted joins a group for what it says, not for where it stands: the words are alike, or one points at the other. */
function hasGround(look: Look): boolean {
  const { one, group, likes } = look
  if (one.thin && one.gist.points !== null) return true
  if (group.some(({ gist, answers }) => answers && gist.points !== null && isMeantBy(one, gist.points))) return true
  const isTold = group.some(member => told(one, member))
  const least = !isTold && group.some(member => assertsToo(look, member)) ? LEAST_ALIKE_ON : LEAST_ALIKE
  return group.some((member, at) => {
    const { shared, within, jaccard, otherDoer } = likes[at]!
    return !otherDoer && shared >= LEAST_SHARED && (within + jaccard) / 2 + (told(one, member) ? SAME_TURN : 0) >= least
  })
}

function isMeantBy(one: Side, { noun, owner: whose }: NonNullable<Side["gist"]["points"]>): boolean {
  return (whose !== null && ownedBy(one, whose)) || saysNoun(one, noun)
}

const LEAST_SHARED = 2
/** Half the sum of both shares of common terms. `npm run measure -- sameness` shows what it costs either way. */
const LEAST_ALIKE = 0.25
/** “The Post reported that …. It said that …”: whoever goes on says something new, unless it turns on the same. */
const LEAST_ALIKE_ON = 0.45
/** What it counts that one turns on what the other tells. */
const SAME_TURN = 0.15

function distance(one: Side, other: Side): number {
  return Math.abs(one.at - other.at)
}

type Clue = (look: Look) => number | boolean

const ANSWER_NOUN = /^(?:report|story|article|news|account|narrative)/
const CHARGE_NOUN = /^(?:alleg|accus|charge|claim|wrongdo|involve|innocen|guilt|impropr|miscond|complain|critic|insinu|suggest|knowledge)/

const points = ({ one }: Look) => one.gist.points
const asserted = ({ group }: Look) => group.filter(({ answers }) => !answers)

/** Letters that a noun and its verb share: “alleg-ation”, “alleg-e”. */
const STEM = 5

function saysNoun({ statement, name }: Side, noun: string): boolean {
  if (noun.length < STEM) return false
  return (statement.cue?.lemma ?? "").slice(0, STEM) === noun.slice(0, STEM) || name.includes(noun)
}

/** Whose words are meant, when it is someone who speaks in the article. */
const owner = ({ one, sides: { speakers } }: Look) => {
  const named = one.gist.points?.owner
  return named && speakers.has(named) ? named : null
}

function ownedBy({ statement, voice }: Side, owner: string): boolean {
  return voice === owner || statement.source?.agent === owner || statement.relayedBy.includes(owner)
}

const mentionsVoice = ({ one }: Look, { gist }: Side) => {
  const { source } = one.statement
  return (one.voice !== null && gist.terms.includes(one.voice)) || (source?.agent != null && gist.terms.includes(source.agent))
}

/** Share of the weight of `terms` that are known. */
function share({ weights }: Sides, terms: readonly string[], known: ReadonlySet<string>): number {
  let [all, common] = [0, 0]
  for (const term of terms) {
    const weight = weights.get(term) ?? 0
    all += weight
    if (known.has(term)) common += weight
  }
  return all === 0 ? 0 : common / all
}

/** What the words around contents that say little themselves speak of. */
function settingsOf(group: readonly Side[]): ReadonlySet<string> {
  return new Set(group.flatMap(({ thin, gist }) => (thin ? gist.setting : [])))
}

const assertsToo = ({ one }: Look, { answers, voice }: Side) => !answers && voice === one.voice

const sameContent = ({ one, group }: Look) =>
  group.some(({ statement }) => {
    const [a, b] = [one.statement.content[0], statement.content[0]]
    return a !== undefined && b !== undefined && a.start < b.end && b.start < a.end && (a.end === b.end || a.start === b.start)
  })

/** What tells whether a statement joins a group: each from 0 to 1. Their weights are learnt (`weights.ts`). */
const CLUES = {
  // ── What is said ──
  jaccard: ({ best }) => best.jaccard,
  within: ({ best }) => (best.shared > 1 ? best.within : 0),
  alike: ({ best }) => best.jaccard + best.within > 0.8 && best.shared > 1,
  "very alike": ({ best }) => best.jaccard + best.within > 1.2 && best.shared > 1,
  "shares two": ({ best }) => best.shared >= 2,
  "shares three": ({ best }) => best.shared >= 3,
  "shares something": ({ best }) => best.common > 0.6,
  "shares much": ({ best }) => best.common > 1.2,
  "shares most": ({ best }) => best.common > 2,
  covered: ({ coverage }) => coverage,
  "mostly covered": look => look.one.terms.size > 2 && look.coverage > 0.5,
  "mean jaccard": ({ likes }) => likes.reduce((sum, { jaccard }) => sum + jaccard, 0) / likes.length,
  "shares nothing": ({ likes, one }) => !one.thin && likes.every(({ shared }) => shared === 0),
  "thin, names the same": ({ one, group }) => one.thin && one.named.some(agent => group.some(({ terms }) => terms.has(agent))),
  "thin, names others": ({ one, group }) =>
    one.thin && one.named.length > 0 && !one.named.some(agent => group.some(({ terms }) => terms.has(agent))),
  "same predicate": ({ best }) => best.samePredicate,
  "predicate told": ({ one, group }) => one.gist.predicate !== null && group.some(({ terms }) => terms.has(one.gist.predicate!)),
  "other people": ({ best }) => best.otherPeople,
  "same words": sameContent,
  "within it": ({ one, group }) => group.some(member => holds(member, one)),
  "holds it": ({ one, group }) => group.some(member => holds(one, member)),
  "holds it and answers": ({ one, group }) => one.answers && group.some(member => holds(one, member)),
  "alike and answers": ({ one, best }) => (one.answers && best.shared > 1 ? best.within : 0),

  // ── What is pointed at ──
  "points at its owner": look => owner(look) !== null && look.group.some(member => ownedBy(member, owner(look)!)),
  "points at another owner": look => owner(look) !== null && !look.group.some(member => ownedBy(member, owner(look)!)),
  "points at what was so called": look => points(look) !== null && look.group.some(member => saysNoun(member, points(look)!.noun)),
  "points at what is named": look =>
    points(look) !== null && points(look)!.noun.length > 4 && look.group.some(({ gist }) => gist.points?.noun === points(look)!.noun),
  "points at what press says": look => ANSWER_NOUN.test(points(look)?.noun ?? "") && asserted(look).some(({ isPress }) => isPress),
  "points at press, none there": look => ANSWER_NOUN.test(points(look)?.noun ?? "") && !look.group.some(({ isPress }) => isPress),
  "points at a charge, is answered": look => CHARGE_NOUN.test(points(look)?.noun ?? "") && look.group.some(({ answers }) => answers),
  "points at a charge against the speaker": look =>
    CHARGE_NOUN.test(points(look)?.noun ?? "") && asserted(look).some(member => mentionsVoice(look, member)),
  "points and is last": look => points(look) !== null && look.rank === 0,
  "points and is near": look => points(look) !== null && look.rank > 0 && distance(look.one, look.near) <= 2,
  "is pointed at": ({ one, group }) =>
    !one.answers && group.some(({ gist, answers }) => answers && gist.points?.owner != null && ownedBy(one, gist.points.owner)),
  "is so called": ({ one, group }) => group.some(({ gist }) => gist.points !== null && saysNoun(one, gist.points.noun)),

  // ── Who answers whom ──
  "answers another": look => look.one.answers && asserted(look).some(({ voice }) => voice !== look.one.voice),
  "answers only answers": look => look.one.answers && asserted(look).length === 0,
  "answers himself alone": look =>
    look.one.answers && asserted(look).length > 0 && look.group.every(({ voice }) => voice === look.one.voice),
  "answers what was said of him": look => look.one.answers && asserted(look).some(member => mentionsVoice(look, member)),
  "answers again": ({ one, group }) => one.answers && group.some(({ answers, voice }) => answers && voice === one.voice),
  "answers on": ({ one, near }) =>
    one.answers && near.answers && near.voice === one.voice && near.at === one.at - 1 && near.statement.stance === one.statement.stance,
  "asserts where the same answered": ({ one, group }) => !one.answers && group.some(({ answers, voice }) => answers && voice === one.voice),
  "asserts again": ({ one, group }) => !one.answers && group.some(({ answers, voice }) => !answers && voice === one.voice),
  "asserts again what is covered": look => (!look.one.answers && look.group.some(member => assertsToo(look, member)) ? look.coverage : 0),
  "answers what is covered": look => (look.one.answers ? look.coverage : 0),
  "next and covered": look => (distance(look.one, look.near) === 1 ? look.coverage : 0),
  "asserts again at once": look => !look.one.answers && assertsToo(look, look.near) && distance(look.one, look.near) === 1,
  "both press": look => look.one.isPress && !look.one.answers && asserted(look).some(({ isPress }) => isPress),
  "both confirm": ({ one, near }) => one.statement.stance === "confirms" && near.statement.stance === "confirms",

  // ── Where it stands ──
  last: ({ rank }) => rank === 0,
  "thin and last": ({ one, rank }) => one.thin && rank === 0,
  "wordless and last": ({ one, rank }) => one.statement.content.length === 0 && rank === 0,
  "thin answer and last": ({ one, rank }) => one.thin && one.answers && rank === 0,
  near: ({ one, near }) => distance(one, near) <= 3,
  size: ({ group }) => Math.min(1, (group.length - 1) / 5),
  "size and answers": ({ one, group }) => (one.answers ? Math.min(1, (group.length - 1) / 5) : 0),
  contested: ({ group }) => group.some(({ answers }) => answers),
  "contested and answers": ({ one, group }) => one.answers && group.some(({ answers }) => answers),
  "contested and thin": ({ one, group }) => one.thin && one.answers && group.some(({ answers }) => answers),
  "first of all": ({ group }) => group.some(({ at }) => at === 0),
  "content speaks of its setting": ({ sides, one, group }) =>
    group.some(({ thin }) => thin) ? share(sides, one.gist.terms, settingsOf(group)) : 0,

  // ── What any statement needs to join at all ──
  joins: () => 1,
  "joins and confirms": ({ one }) => one.statement.stance === "confirms",
} as const satisfies Record<string, Clue>

export const CLUE_NAMES: readonly string[] = Object.keys(CLUES)

const READERS: readonly Clue[] = Object.values(CLUES)

/** The value of each clue, in the order of `CLUE_NAMES`. */
export function cluesOf(look: Look): number[] {
  return READERS.map(clue => Number(clue(look)))
}
