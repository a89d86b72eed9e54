/**
 * The exponential and its inverse by additions, multiplications and divisions alone, which IEEE 754 rounds in one way: `Math.exp` may differ in the
 * last digit from one engine to another, and a reading must not. Good to about 1e-12, relative.
 */

const { LN2 } = Math
/** The first 32 bits of ln 2, and the rest, so that `x - k ln 2` loses nothing (Cody and Waite 1980). */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10

/** Arguments beyond this are taken for it: e^700 is near the largest number. */
const LIMIT = 700

/** Where 2^0 stands among the powers. */
const POWER_ZERO = 1022
/** 2^k for k from -1022 to 1023, by doubling. */
const POWERS = powersOfTwo()

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2046)
  powers[POWER_ZERO] = 1
  for (let k = 1; k <= 1023; k++) powers[POWER_ZERO + k] = powers[POWER_ZERO + k - 1]! * 2
  for (let k = 1; k <= 1022; k++) powers[POWER_ZERO - k] = powers[POWER_ZERO - k + 1]! / 2
  return powers
}

/** The powers of two between 1 and 2, in steps of a 64th. */
const PARTS = 64
const PART_POWERS = Float64Array.from({ length: PARTS }, (_, part) => slowExp((part * LN2) / PARTS))
const PARTS_PER_ONE = PARTS / LN2

/** e to the power x, for x of at most one: Taylor's series, as far as a number can tell. */
function slowExp(x: number): number {
  let sum = 1
  for (let n = 16; n > 0; n--) sum = (sum * x) / n + 1
  return sum
}

/** e to the power x. */
export function exp(x: number): number {
  const clipped = Math.max(-LIMIT, Math.min(LIMIT, x))
  const k = Math.floor(clipped * PARTS_PER_ONE + 0.5)
  const r = clipped - k * (LN2_HIGH / PARTS) - k * (LN2_LOW / PARTS)
  // Taylor's series to the fifth power: |r| is at most 0.0055. Written out, because nothing else is asked for as often.
  let sum = (1 / 120) * r + 1 / 24
  sum = sum * r + 1 / 6
  sum = sum * r + 0.5
  sum = sum * r + 1
  sum = sum * r + 1
  return sum * PART_POWERS[k & (PARTS - 1)]! * POWERS[POWER_ZERO + (k >> 6)]!
}

/** The natural logarithm of a positive number: powers of two taken out, then the series of the inverse hyperbolic tangent. */
export function ln(x: number): number {
  let mantissa = x
  let k = 0
  for (let step = 512; step > 0; step >>= 1) {
    while (mantissa >= POWERS[POWER_ZERO + step]!) {
      mantissa /= POWERS[POWER_ZERO + step]!
      k += step
    }
    while (mantissa < POWERS[POWER_ZERO - step + 1]!) {
      mantissa *= POWERS[POWER_ZERO + step]!
      k -= step
    }
  }
  if (mantissa > Math.SQRT2) {
    mantissa /= 2
    k++
  }
  const t = (mantissa - 1) / (mantissa + 1)
  const square = t * t
  let sum = 0
  for (let n = 21; n > 0; n -= 2) sum = sum * square + 1 / n
  return k * LN2 + 2 * t * sum
}
