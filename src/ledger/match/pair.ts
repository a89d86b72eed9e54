import { type Bag, commonOf, type Side, type Weigh } from "./side.ts"

/** Two statements, with the weight of their common words by that of all (Jaccard), and by that of the lighter one. */
interface Pair {
  readonly a: Side
  readonly b: Side
  readonly weigh: Weigh
  readonly jaccard: number
  readonly within: number
  readonly sameVoice: boolean
  readonly sameArticle: boolean
}

type Clue = (pair: Pair) => number | boolean

/** What tells whether two statements assert, deny or decline one thing: each from 0 to 1. What they weigh is learnt (`weights.ts`). */
export const PAIR_CLUES = {
  always: () => 1,
  jaccard: ({ jaccard }) => jaccard,
  within: ({ within }) => within,
  /** “the gate *stood* open”, “the gate had *stood* open” */
  predicate: ({ a, b }) => samePredicate(a, b),
  /** “*Ott* sold the ferry”, “*Ott* got rid of it” */
  doer: ({ a, b }) => meet(a.told.gist.doers, b.told.gist.doers),
  object: ({ a, b }) => meet(a.told.gist.objects, b.told.gist.objects),
  doerAndObject: ({ a, b }) => meet(a.told.gist.doers, b.told.gist.doers) && meet(a.told.gist.objects, b.told.gist.objects),
  people: ({ a, b }) => Math.min(2, shared(a.told.gist.people, b.told.gist.people)) / 2,
  /** “Ott met Ruiz”, “Brask met Lind” */
  otherPeople: ({ a, b }) => differ(a.told.gist.people, b.told.gist.people),
  voice: ({ sameVoice }) => sameVoice,
  voiceAndWords: ({ sameVoice, jaccard }) => (sameVoice ? jaccard : 0),
  /** The same words of the same interview. */
  quoted: ({ a, b }) => Math.min(LONG_RUN, sharedRun(a.told.quoted, b.told.quoted)) / LONG_RUN,
  number: ({ a, b }) => meet(a.numbers, b.numbers),
  /** “six sailors”, “nine sailors” */
  otherNumber: ({ a, b }) => differ(a.numbers, b.numbers),
  /** “after the flood”, “after the vote” */
  otherTime: ({ a, b }) => differ(a.told.gist.anchors, b.told.gist.anchors),
  /** “said the gate was open”, “said the gate was not open”: of two that assert, one denies the other. */
  opposite: ({ a, b }) => !a.answers && !b.answers && a.told.polarity !== b.told.polarity,
  short: ({ a, b }) => Math.min(a.words.list.length, b.words.list.length) < FEW_WORDS,
  /** “the reports”, “it”: what only points may point at this. */
  points: ({ a, b }) => (Number(pointsOnly(a)) + Number(pointsOnly(b))) / 2,
  /** “disputed *the Post’s report*”, “the Post reported that …” */
  pointsAtSpeaker: ({ a, b }) => isOwner(a, b) || isOwner(b, a),
  around: ({ a, b, weigh }) => jaccardOf(a.around, b.around, weigh),
  /** What the one says, the other says around it. */
  saidAround: ({ a, b, weigh }) => Math.max(shareOf(a.words, b.around, weigh), shareOf(b.words, a.around, weigh)),
  setting: ({ a, b, weigh }) => Math.max(shareOf(a.setting, b.words, weigh), shareOf(b.setting, a.words, weigh)),
  bothAnswer: ({ a, b }) => a.answers && b.answers,
  answersAgain: ({ a, b, sameVoice }) => a.answers && b.answers && sameVoice,
  answersAnother: ({ a, b, sameVoice }) => a.answers !== b.answers && !sameVoice,
  /** “Brask said *Ruiz* had known. Ruiz denied it.” */
  answersForHimself: ({ a, b }) => (a.answers && speaksOf(b, a.told.voice)) || (b.answers && speaksOf(a, b.told.voice)),
  sameStance: ({ a, b }) => a.told.stance === b.told.stance,
  bothThin: ({ a, b }) => a.thin && b.thin,
  /** They stand near each other. */
  near: ({ a, b, sameArticle }) => (sameArticle ? Math.max(0, 1 - Math.abs(placeOf(a) - placeOf(b)) / NEAR) : 0),
  hint: ({ a, b, sameArticle }) => sameArticle && a.told.hint !== null && a.told.hint === b.told.hint,
} as const satisfies Record<string, Clue>

export type PairClue = keyof typeof PAIR_CLUES

export const PAIR_CLUE_NAMES = Object.keys(PAIR_CLUES) as readonly PairClue[]

const READERS: readonly Clue[] = Object.values(PAIR_CLUES)

/** The value of each clue, in the order of `PAIR_CLUE_NAMES`. */
export function pairClues(a: Side, b: Side, weigh: Weigh): readonly number[] {
  const common = commonOf(a.words, b.words, weigh)
  const pair: Pair = {
    a,
    b,
    weigh,
    jaccard: common === 0 ? 0 : common / (a.words.weight + b.words.weight - common),
    within: common === 0 ? 0 : common / Math.min(a.words.weight, b.words.weight),
    sameVoice: a.told.voice !== null && a.told.voice === b.told.voice,
    sameArticle: a.told.article === b.told.article,
  }
  return READERS.map(clue => Number(clue(pair)))
}

/** Words of a quotation that chance does not repeat. */
const LONG_RUN = 8
const FEW_WORDS = 3
/** Code units. */
const NEAR = 600

function placeOf({ told }: Side): number {
  return told.content[0]?.start ?? told.cue?.start ?? 0
}

function samePredicate(a: Side, b: Side): number {
  if (a.predicate !== null && a.predicate === b.predicate) return 1
  return (a.predicate !== null && b.words.set.has(a.predicate)) || (b.predicate !== null && a.words.set.has(b.predicate)) ? 0.5 : 0
}

function pointsOnly({ told: { gist } }: Side): boolean {
  return gist.points !== null && gist.points.owner === null
}

function isOwner({ told: { gist } }: Side, { told }: Side): boolean {
  const owner = gist.points?.owner
  return owner != null && (told.voice === owner || told.source === owner || told.relays.includes(owner))
}

function speaksOf({ terms }: Side, agent: string | null): boolean {
  return agent !== null && terms.has(agent)
}

function shared(a: readonly string[], b: readonly string[]): number {
  return a.filter(each => b.includes(each)).length
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some(each => b.includes(each))
}

/** Both name some, and none is the same. */
function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !meet(a, b)
}

function jaccardOf(a: Bag, b: Bag, weigh: Weigh): number {
  const common = commonOf(a, b, weigh)
  return common === 0 ? 0 : common / (a.weight + b.weight - common)
}

/** The share of a bag's weight that stands in another. */
function shareOf(bag: Bag, other: Bag, weigh: Weigh): number {
  return bag.weight === 0 ? 0 : commonOf(bag, other, weigh) / bag.weight
}

/** The longest run of words that two lists have in common. An empty word parts quotations and belongs to none. */
export function sharedRun(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  let longest = 0
  let before = new Uint16Array(b.length + 1)
  for (const word of a) {
    const now = new Uint16Array(b.length + 1)
    for (let at = 0; at < b.length; at++)
      if (word !== "" && word === b[at]) {
        now[at + 1] = before[at]! + 1
        longest = Math.max(longest, now[at + 1]!)
      }
    before = now
  }
  return longest
}
