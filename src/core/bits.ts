/**
 * Whole numbers in few bits (Rice 1979): the number divided by 2^k in ones and a zero, then its k low bits. Short where most numbers are
 * near 2^k. What is too great for that comes after sixteen ones, in 32 bits.
 */
const ESCAPE_ONES = 16
/** How much can be looked at in one go, wherever in a byte it begins; k is no greater. */
const WINDOW_BITS = 24

export class BitWriter {
  private readonly bytes: number[] = []
  private pending = 0
  private free = 8

  bit(bit: number): void {
    this.pending |= bit << --this.free
    if (this.free > 0) return
    this.bytes.push(this.pending)
    this.pending = 0
    this.free = 8
  }

  /** The low `count` bits of `value`, the highest first. */
  bits(value: number, count: number): void {
    for (let at = count - 1; at >= 0; at--) this.bit((value >>> at) & 1)
  }

  rice(value: number, k: number): void {
    const ones = value >>> k
    for (let one = 0; one < Math.min(ones, ESCAPE_ONES); one++) this.bit(1)
    if (ones < ESCAPE_ONES) this.bit(0)
    this.bits(value, ones < ESCAPE_ONES ? k : 32)
  }

  /** All that was written, filled up with zeros to whole bytes. */
  done(): Uint8Array {
    return Uint8Array.from(this.free < 8 ? [...this.bytes, this.pending] : this.bytes)
  }
}

/** Reads what a `BitWriter` wrote. Beyond the end stand zeros. */
export class BitReader {
  private at = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** The next `count` bits, up to 24, as a number. */
  bits(count: number): number {
    if (count === 0) return 0
    const value = windowAt(this.bytes, this.at) >>> (32 - count)
    this.at += count
    return value
  }

  rice(k: number): number {
    const window = windowAt(this.bytes, this.at)
    const ones = Math.clz32(~window)
    if (ones >= ESCAPE_ONES) {
      this.at += ESCAPE_ONES
      return this.bits(16) * 65536 + this.bits(16)
    }
    this.at += ones + 1
    if (ones + 1 + k > WINDOW_BITS) return (ones << k) + this.bits(k)
    this.at += k
    return (ones << k) + (((window << (ones + 1)) >>> 1) >>> (31 - k))
  }
}

/** At least 24 bits from bit `at` on, at the high end of 32. Reading beyond the end of an array slows all reading, hence the look first. */
function windowAt(bytes: Uint8Array, at: number): number {
  const byte = at >>> 3
  if (byte + 3 < bytes.length)
    return ((bytes[byte]! << 24) | (bytes[byte + 1]! << 16) | (bytes[byte + 2]! << 8) | bytes[byte + 3]!) << (at & 7)
  let word = 0
  for (let each = byte; each < byte + 4; each++) word = (word << 8) | (each < bytes.length ? bytes[each]! : 0)
  return word << (at & 7)
}

/** The k for which the values take the fewest bits. */
export function bestRice(values: Iterable<number>): number {
  const costs = new Float64Array(WINDOW_BITS + 1)
  for (const value of values)
    for (let k = 0; k < costs.length; k++) {
      const ones = value >>> k
      costs[k]! += ones >= ESCAPE_ONES ? ESCAPE_ONES + 32 : ones + 1 + k
    }
  return costs.indexOf(Math.min(...costs))
}
