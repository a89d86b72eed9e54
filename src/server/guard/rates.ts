import { Wrong } from "../problems.ts"

/** How often one address may ask: so many at once, and so many a second in the long run. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

export interface Rates {
  readonly read: Rate
  readonly write: Rate
  /** Attempts to log in. */
  readonly login: Rate
}

/** A person with a page open asks a few times a second; a script that asks for more is told to wait. */
export const USUAL_RATES: Rates = {
  read: { burst: 300, perSecond: 60 },
  write: { burst: 40, perSecond: 4 },
  login: { burst: 8, perSecond: 0.1 },
}

interface Bucket {
  left: number
  at: number
}

/** A token bucket for each address and kind of request. Forgets those that are full again, so that it does not grow. */
export class Meter {
  readonly #buckets = new Map<string, Bucket>()
  readonly #now: () => number

  /** `now` in milliseconds. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** Takes one; throws `Wrong` with how long to wait where none is left. */
  take(address: string, kind: keyof Rates, { burst, perSecond }: Rate): void {
    const now = this.#now()
    const key = `${kind} ${address}`
    const bucket = this.#buckets.get(key) ?? { left: burst, at: now }
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond)
    bucket.at = now
    this.#buckets.set(key, bucket)
    if (this.#buckets.size > MOST_BUCKETS) this.#forget(now)
    if (bucket.left < 1) throw tooMany(Math.ceil((1 - bucket.left) / perSecond))
    bucket.left -= 1
  }

  #forget(now: number): void {
    for (const [key, { at }] of this.#buckets) if (now - at > FORGOTTEN_AFTER_MS) this.#buckets.delete(key)
    for (const key of this.#buckets.keys()) {
      if (this.#buckets.size <= MOST_BUCKETS) return
      this.#buckets.delete(key)
    }
  }
}

const MOST_BUCKETS = 10_000
const FORGOTTEN_AFTER_MS = 120_000

function tooMany(seconds: number): Wrong {
  return new Wrong("too-many", "too many requests came from this address", `wait ${seconds} s`, {
    headers: { "retry-after": String(seconds) },
  })
}
