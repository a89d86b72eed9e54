import type { Certainty } from "../data.ts"
import { PREDICATES } from "./predicates.ts"

/** What becomes of an event under a predicate: how sure it is held to be, and whether so or not so. */
export interface Effect {
  readonly certainty: Certainty
  readonly polarity: "positive" | "negative"
}

const BY_FRAME = new Map(PREDICATES.map(predicate => [`${predicate[0]} ${predicate[1]}`, predicate]))

/** “failed to close”: not closed. “*did not fail* to close”: closed. Null for predicates that no corpus has taught. */
export function effectOf(lemma: string, frame: "that" | "to", isNegated: boolean): Effect | null {
  const found = BY_FRAME.get(`${lemma} ${frame}`)
  if (!found) return null
  const [, , affirmed, negated] = found
  return asEffect(isNegated ? (negated ?? -affirmed) : affirmed)
}

/** From here on people judge a thing certain, or likely. In units of their scale, which ends at 3. */
const CERTAIN = 1.8
const PROBABLE = 0.6

function asEffect(held: number): Effect {
  const firm = Math.abs(held)
  const certainty = firm >= CERTAIN ? "certain" : firm >= PROBABLE ? "probable" : "possible"
  return { certainty, polarity: held <= -PROBABLE ? "negative" : "positive" }
}
