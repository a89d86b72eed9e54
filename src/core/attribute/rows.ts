/** Rows of the weight tables by which options are weighed: 2^19. */
export const OPTION_BITS = 19
const MASK = (1 << OPTION_BITS) - 1

/** Room for what speaks for one option. */
const MOST_ROWS = 200

/** Collects the rows of one option after another. */
export class Rows {
  private readonly rows = new Int32Array(MOST_ROWS)
  private count = 0
  add(feature: number): void {
    this.rows[this.count++] = feature & MASK
  }
  done(): Int32Array {
    const rows = this.rows.slice(0, this.count)
    this.count = 0
    return rows
  }
}
