/** Room for numbers, asked for anew only when more is needed than ever before: what a chain needs on its way is needed a thousand times a page. */
export class Room {
  private numbers = new Float64Array(0)

  /** At least `size` numbers, with whatever stood there last. */
  of(size: number): Float64Array {
    if (this.numbers.length < size) this.numbers = new Float64Array(size)
    return this.numbers
  }
}

/** The same for whole numbers. */
export class Numbers {
  private numbers = new Int32Array(0)

  of(size: number): Int32Array {
    if (this.numbers.length < size) this.numbers = new Int32Array(size)
    return this.numbers
  }
}
