/** A feed as Atom has it (RFC 4287). */
export interface Feed {
  /** Never changes: "urn:hearsay:claim_8f3a". */
  readonly id: string
  readonly title: string
  /** Of this feed, and of the page it stands for. */
  readonly self: string
  readonly page: string
  readonly entries: readonly FeedEntry[]
}

export interface FeedEntry {
  readonly id: string
  readonly title: string
  readonly page: string
  /** ISO 8601; a day counts from its first moment. */
  readonly updated: string
  readonly author: string | null
  readonly text: string
}

/** A feed as XML. Every word that comes from an article is escaped; what XML cannot hold is left out. */
export function atom({ id, title, self, page, entries }: Feed): string {
  const newest =
    entries
      .map(({ updated }) => moment(updated))
      .sort()
      .at(-1) ?? "1970-01-01T00:00:00Z"
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml(id)}</id><title>${xml(title)}</title><updated>${newest}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/><link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    "<author><name>Hearsay</name></author><generator>Hearsay</generator>",
    ...entries.map(entry),
    "</feed>",
  ].join("\n")
}

function entry({ id, title, page, updated, author, text }: FeedEntry): string {
  const by = author === null ? "" : `<author><name>${xml(author)}</name></author>`
  return `<entry><id>${xml(id)}</id><title>${xml(title)}</title><updated>${moment(updated)}</updated><link rel="alternate" type="text/html" href="${xml(page)}"/>${by}<content type="text">${xml(text)}</content></entry>`
}

/** “2024-11-10” and “2024-11-10T08:00:00.000Z” as RFC 3339 writes them. */
function moment(date: string): string {
  const parsed = Date.parse(/^\d{4}$/.test(date) ? `${date}-01-01` : date)
  return Number.isNaN(parsed) ? "1970-01-01T00:00:00Z" : new Date(parsed).toISOString().replace(/\.\d{3}Z$/, "Z")
}

function xml(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}
