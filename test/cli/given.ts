import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PassThrough, Readable } from "node:stream"
import { type Destination, type Form, type Job, noProgress, readSources, type World } from "../../src/cli/index.ts"
import { type Page, type Reading, Unreadable } from "../../src/core/data.ts"

/** A folder that goes away, with files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): {
  readonly at: (name: string) => string
  readonly remove: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-test-"))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return { at: name => join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A reading of nothing but the page's text; a page of white space cannot be read. */
export function readText(page: Page): Reading {
  const text = page.kind === "record" ? page.text : textOf(page.content)
  if (text.trim() === "") throw new Unreadable("empty", "it is empty", "give a page with an article in it")
  const { url = null, publisher = null, published = null } = page
  const article = { id: "a", url, publisher, title: null, authors: [], published, modified: null, language: "en", text, blocks: [] }
  return { article, agents: [], statements: [], claims: [], doubts: [] }
}

function textOf(content: string | Uint8Array): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content)
}

/** Writes each text on a line of its own. */
export const LINES: Form = {
  name: "lines",
  extension: ".lines",
  many: true,
  head: "<",
  between: "|",
  foot: ">",
  write: ({ article }) => article.text.trim(),
  beside: null,
}

/** One text a file, with a file beside it, as brat has it. */
export const PAIRS: Form = {
  ...LINES,
  name: "pairs",
  extension: ".ann",
  many: false,
  head: "",
  foot: "",
  beside: { extension: ".txt", write: ({ article }) => article.text },
}

export function worldWith(stdin: string | readonly Uint8Array[] = "", fetchPage?: World["fetchPage"]): World {
  const refuse = () => Promise.reject(new Unreadable("refused", "refused", "try later"))
  return { stdin: Readable.from(typeof stdin === "string" ? [Buffer.from(stdin)] : stdin), fetchPage: fetchPage ?? refuse }
}

/** A stream that keeps what it is given. */
export function paper(): { readonly stream: PassThrough; readonly written: () => string } {
  const stream = new PassThrough({ highWaterMark: 1e9 })
  return { stream, written: () => String(stream.read() ?? "") }
}

/** Runs the job and gives its status and complaints. */
export async function run(sources: readonly string[], destination: Destination, more: Partial<Job> = {}) {
  const complaints: string[] = []
  const complain = (line: string) => void complaints.push(line)
  const job = { sources, given: {}, read: readText, world: worldWith(), destination, progress: noProgress, complain, ...more }
  return { status: await readSources(job), complaints }
}
