/** How much is looked at before an attribution is chosen. Less is faster, and finds a little less. */
export interface Pace {
  /** From this probability on the beginning of a cue is looked at. */
  readonly leastBeginning: number
  /** Tokens on either side of a cue among which its source and content are looked for. */
  readonly reach: number
  /** How many readings of source and content are weighed for the likeliest extent of a cue, and for each other extent. */
  readonly readings: number
  readonly readingsOfOthers: number
  /** Whether all are weighed again when it is known what the first look thought of the neighbours. */
  readonly twice: boolean
}

/** All that pays. Blocks are rarely longer than the reach. */
export const FULL: Pace = { leastBeginning: 0.1, reach: 160, readings: 9, readingsOfOthers: 3, twice: true }

/**
 * What most pays. Chosen on PolNeAR dev, without grammar (`npm run measure -- attribution`), by earlier weights, relation-soft F1: 70.0 with these; 70.4 from a
 * probability of 0.15 on with three readings within 80 tokens; 69.3 from 0.4 on; 68.6 with one reading; 68.7 with a single look. Nearer reach costs
 * exact ends of contents: 52.6 strict with 60 tokens, 50.1 with 40, 45.6 with 30.
 */
export const FAST: Pace = { leastBeginning: 0.3, reach: 60, readings: 2, readingsOfOthers: 1, twice: true }
