/**
 * What the ledger will not do, and why: an id it does not hold, a judgement that makes no sense, tables of a newer version.
 * `message` is the reason, `remedy` what the person can do; both are whole phrases without a full stop.
 */
export class Refused extends Error {
  readonly remedy: string
  constructor(reason: string, remedy: string) {
    super(reason)
    this.name = "Refused"
    this.remedy = remedy
  }
}
