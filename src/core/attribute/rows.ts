/** Rows of the weight tables by which options are weighed: 2^19. */
export const OPTION_BITS = 19
const MASK = (1 << OPTION_BITS) - 1

/** Room for what speaks for one option. */
const MOST_ROWS = 200
/** Room is asked for once for so many rows: many small arrays are slow to make and slow to clear away. */
const ROWS_AT_ONCE = 16_384

/** Collects the rows of one option after another. */
export class Rows {
  private rows = new Int32Array(ROWS_AT_ONCE)
  private first = 0
  private count = 0

  add(feature: number): void {
    this.rows[this.first + this.count++] = feature & MASK
  }

  done(): Int32Array {
    const rows = this.rows.subarray(this.first, this.first + this.count)
    this.first += this.count
    this.count = 0
    if (this.first + MOST_ROWS > ROWS_AT_ONCE) {
      this.rows = new Int32Array(ROWS_AT_ONCE)
      this.first = 0
    }
    return rows
  }
}
