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

const INVERSE_LN2 = 1 / LN2

/** e to the power x. */
export function exp(x: number): number {
  const clipped = Math.max(-LIMIT, Math.min(LIMIT, x))
  const k = Math.floor(clipped * INVERSE_LN2 + 0.5)
  const r = clipped - k * LN2_HIGH - k * LN2_LOW
  // Taylor's series to the tenth power, one over each factorial: |r| is at most 0.35. Written out, because nothing else is asked for as often.
  let sum = (1 / 3628800) * r + 1 / 362880
  sum = sum * r + 1 / 40320
  sum = sum * r + 1 / 5040
  sum = sum * r + 1 / 720
  sum = sum * r + 1 / 120
  sum = sum * r + 1 / 24
  sum = sum * r + 1 / 6
  sum = sum * r + 0.5
  sum = sum * r + 1
  sum = sum * r + 1
  return sum * POWERS[POWER_ZERO + k]!
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
