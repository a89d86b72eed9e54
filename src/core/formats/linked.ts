/**
 * Names of things and terms in linked data. They are URNs: they say which is which, and promise no page behind them. Terms of our own are
 * used only where the vocabularies of the Web have none.
 */

/** What `hearsay:` stands for in a context. */
export const TERMS = "urn:hearsay:term:"

/** The name of an article, agent, statement or claim: its id is a hash of what it names, so that every ledger names it alike. */
export function named(id: string): string {
  return `urn:hearsay:${id}`
}

/** An address as an IRI may be written (RFC 3987): what cannot stand in one is percent-encoded. */
export function iriOf(address: string): string {
  return address.replace(/[\s<>"{}|\\^`\p{Cc}]/gu, mark => encodeURIComponent(mark))
}
