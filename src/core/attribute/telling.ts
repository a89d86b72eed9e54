import type { Told } from "./chain.ts"

/** Rows are told in at most so many parts. */
const MOST_PARTS = 3

/**
 * Collects the rows that speak for the tokens of a chain, part by part. One serves all chains, so that no room is asked for anew: what was told
 * holds until the next chain begins.
 */
export class Telling implements Told {
  readonly parts: number
  rows = new Int32Array(0)
  firsts = new Int32Array(0)
  lasts = new Int32Array(0)
  private readonly most: number
  private readonly mask: number
  private count = 0
  private at = 0

  /** `parts` of each token, with at most `most` rows in all; a table has 2^`bits` rows. */
  constructor(parts: number, most: number, bits: number) {
    if (parts > MOST_PARTS) throw new RangeError(`Rows are told in ${MOST_PARTS} parts at most, not in ${parts}`)
    this.parts = parts
    this.most = most
    this.mask = 2 ** bits - 1
  }

  /** Begins a chain of `length` tokens. */
  begin(length: number): void {
    this.count = 0
    this.at = 0
    if (this.rows.length >= length * this.most) return
    this.rows = new Int32Array(length * this.most)
    this.firsts = new Int32Array(length * this.parts)
    this.lasts = new Int32Array(length * this.parts)
  }

  /** Where the next part's rows are to be written. */
  get from(): number {
    return this.count
  }

  /** The next part is what was written up to here. */
  told(last: number): void {
    const { rows, mask } = this
    for (let at = this.count; at < last; at++) rows[at]! &= mask
    this.firsts[this.at] = this.count
    this.lasts[this.at++] = last
    this.count = last
  }

  /** The next part is that of the token before. */
  again(): void {
    this.firsts[this.at] = this.firsts[this.at - this.parts]!
    this.lasts[this.at] = this.lasts[this.at - this.parts]!
    this.at++
  }
}
