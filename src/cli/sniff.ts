import { extname } from "node:path"
import { Unreadable } from "../core/index.ts"

/** What a source holds: a page; records, one a line; or JSON that is a record, a list of records, or such lines after all. */
export type Kind = "html" | "text" | "lines" | "json"

const EXTENSIONS: Readonly<Record<string, Kind>> = {
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".txt": "text",
  ".text": "text",
  ".jsonl": "lines",
  ".ndjson": "lines",
  ".json": "json",
}

/** By the ending of the name; null when it says nothing. */
export function kindByName(name: string): Kind | null {
  return EXTENSIONS[extname(name).toLowerCase()] ?? null
}

/** By the first bytes: JSON that begins as a record or a list of them does, HTML that begins with a tag, all else text. */
export function kindByContent(start: Uint8Array): Kind {
  const text = decoded(start)
  if (RECORD.test(text)) return "json"
  return TAG.test(text) ? "html" : "text"
}

/** A record begins `{"`, a list of records `[{`. “[UPDATED, 5 p.m.]” is how a text begins. */
const RECORD = /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[{\]]|$))/

const TAG = /^\s*<(?:[a-z][a-z0-9-]*[\s/>]|!doctype|!--|\?xml)/i

function decoded(start: Uint8Array): string {
  const [first, second] = start
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(start)
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(start)
  return new TextDecoder().decode(start)
}

/** Throws for files of well-known kinds that hold text, but not as text. */
export function refuseForeign(start: Uint8Array): void {
  const head = Buffer.from(start.subarray(0, 8)).toString("latin1")
  for (const [magic, what, remedy] of FOREIGN) if (head.startsWith(magic)) throw new Unreadable("foreign", `it is ${what}`, remedy)
}

const FOREIGN: readonly (readonly [magic: string, what: string, remedy: string])[] = [
  ["%PDF-", "a PDF", "save its text (pdftotext FILE) and read that"],
  ["\x1f\x8b", "packed with gzip", "unpack it first: gzip -dc FILE | hearsay read -"],
  ["\x28\xb5\x2f\xfd", "packed with zstd", "unpack it first: zstd -dc FILE | hearsay read -"],
  ["\xfd7zXZ", "packed with xz", "unpack it first: xz -dc FILE | hearsay read -"],
  ["PK\x03\x04", "a ZIP file or a word processor's document", "unpack it, or save it as plain text, and read that"],
  ["\xd0\xcf\x11\xe0", "a word processor's document", "save it as plain text and read that"],
  ["\x89PNG", "a picture", "read the text it shows from a file"],
  ["\xff\xd8\xff", "a picture", "read the text it shows from a file"],
]
