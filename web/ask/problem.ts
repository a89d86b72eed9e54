import type { Problem } from "../contract.ts"

/** What kept an answer from coming, and what the person can do. */
export class Trouble extends Error {
  readonly remedy: string
  /** HTTP status; 0 where no answer came at all. */
  readonly status: number

  constructor(says: string, remedy: string, status: number) {
    super(says)
    this.remedy = remedy
    this.status = status
  }
}

/** The trouble that an answer tells, or the lack of one. */
export async function troubleIn(response: Response): Promise<Trouble> {
  try {
    const { detail, remedy, status } = (await response.json()) as Problem
    return new Trouble(detail, remedy, status)
  } catch {
    return new Trouble(`the server answered ${response.status} and gave no reason`, "try again", response.status)
  }
}

/** Anything thrown, as a trouble. A connection that fails throws a TypeError (https://fetch.spec.whatwg.org). */
export function asTrouble(thrown: unknown): Trouble {
  if (thrown instanceof Trouble) return thrown
  return new Trouble("the server does not answer", "see whether hearsay serve is still running, then try again", 0)
}
