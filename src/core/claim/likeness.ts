import type { Side } from "./side.ts"

/** What two contents have in common, and what keeps them apart. Shares from 0 to 1. */
export interface Likeness {
  /** Weight of the common terms by that of all terms (Jaccard), and by that of the shorter content. */
  readonly jaccard: number
  readonly within: number
  /** How many terms are common. */
  readonly shared: number
  /** What they weigh together. */
  readonly common: number
  readonly samePredicate: boolean
  readonly sameDoer: boolean
  readonly sameObject: boolean
  readonly swapped: boolean
  readonly sameNumber: boolean
  readonly otherNumber: boolean
  /** “Ott met Ruiz” and “Ott met Brask”: each names two, and they are not the same two. */
  readonly otherPeople: boolean
  /** “Ott met *Ruiz*” and “Ott met *Brask*”: the same is done by the same to someone else. */
  readonly otherParty: boolean
  /** “*Ott* will sell it” and “*Ruiz* will sell it”: each names who does it, and it is not the same one. */
  readonly otherDoer: boolean
  /** Both are tied to an event. */
  readonly bothAnchored: boolean
  /** Tied to different events. */
  readonly otherAnchors: boolean
}

export function likenessOf(a: Side, b: Side, weights: ReadonlyMap<string, number>): Likeness {
  let [common, shared] = [0, 0]
  for (const term of a.gist.terms)
    if (b.terms.has(term)) {
      common += weights.get(term)!
      shared++
    }
  const [left, right] = [a.gist, b.gist]
  return {
    jaccard: common === 0 ? 0 : common / (a.weight + b.weight - common),
    within: common === 0 ? 0 : common / Math.min(a.weight, b.weight),
    shared,
    common,
    samePredicate: left.predicate !== null && left.predicate === right.predicate,
    sameDoer: meet(left.doers, right.doers),
    sameObject: meet(left.objects, right.objects),
    swapped: meet(left.doers, right.objects) && meet(left.objects, right.doers),
    sameNumber: meet(left.numbers, right.numbers),
    otherNumber: numbersClash(left.numbers, right.numbers),
    otherPeople: !couldMeet(left.people, right.people),
    otherDoer:
      apart(namedIn(a, left.doers), namedIn(b, right.doers)) && !meet(left.doers, right.objects) && !meet(left.objects, right.doers),
    otherParty:
      left.predicate === right.predicate && meet(left.doers, right.doers) && apart(namedIn(a, left.objects), namedIn(b, right.objects)),
    bothAnchored: left.anchors.length > 0 && right.anchors.length > 0,
    otherAnchors: apart(left.anchors, right.anchors),
  }
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some(each => b.includes(each))
}

/** Whether what one turns on is told in the other. */
export function told({ gist: { predicate } }: Side, { terms }: Side): boolean {
  return predicate !== null && terms.has(predicate)
}

function namedIn({ named }: Side, terms: readonly string[]): readonly string[] {
  return terms.filter(term => named.includes(term))
}

/** Neither is empty, and they have nothing in common. */
function apart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !meet(a, b)
}

/** “six sailors”, “nine sailors” */
function numbersClash(a: readonly string[], b: readonly string[]): boolean {
  const unit = (each: string) => each.slice(each.indexOf(" ") + 1)
  return !meet(a, b) && a.some(each => unit(each) !== "" && b.some(other => unit(other) === unit(each)))
}

/** Where both name two, two must be the same. */
function couldMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.filter(person => b.includes(person)).length >= Math.min(2, a.length, b.length)
}
