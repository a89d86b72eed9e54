import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { type Page, Unreadable } from "../core/index.ts"
import { entriesOf, pageOfRecord } from "./records.ts"
import { type Kind, kindByContent, kindByName, refuseForeign } from "./sniff.ts"

/** Said by the person for all that is read; stronger than what pages say. */
export interface Given {
  readonly published?: string
  readonly publisher?: string
  /** The address of a page read from a file or from standard input. */
  readonly url?: string
}

/** Where sources come from, handed in. */
export interface World {
  readonly fetchPage: (url: string) => Promise<Page>
  readonly stdin: AsyncIterable<Uint8Array>
  /** Whether JSON is wanted as it is, and not as the record of a page. Defaults to never. */
  readonly takes?: (value: unknown) => value is object
}

/** One page of a source, or why it is none. */
export type Found = { readonly source: string; readonly number: number | null } & (
  | { readonly page: Page }
  | { readonly failure: unknown }
  /** JSON that is no record but something else that was asked for: a reading, an entry of a ledger. */
  | { readonly value: object }
)

/** The most one page may hold, and one record: 20 MB; the longest articles known hold a fiftieth of that. */
export const MAX_PAGE_BYTES = 20_000_000

/** The pages of one SOURCE: a file, an address, or `-`. What fails is found too, as a failure; nothing is thrown. */
export async function* pagesOf(source: string, given: Given, world: World): AsyncGenerator<Found> {
  try {
    if (isAddress(source)) yield { source, number: null, page: { ...(await world.fetchPage(source)), ...withoutUrl(given) } }
    else yield* pagesIn(source, { given, takes: world.takes }, source === "-" ? world.stdin : await opened(source))
  } catch (failure) {
    yield { source, number: null, failure }
  }
}

/** A page of a file that was handed over, by the name a person knows it by; or why it is none. */
export type Handed = { readonly name: string } & ({ readonly page: Page } | { readonly failure: unknown })

/** The pages of a file at hand, known by its name and by what it holds. What fails is found too; nothing is thrown. */
export async function* pagesInFile(file: string, bytes: Uint8Array): AsyncGenerator<Handed> {
  try {
    for await (const found of pagesIn(file, { given: {}, takes: undefined }, once(bytes))) {
      const name = nameOf(found)
      if ("page" in found) yield { name, page: found.page }
      else if ("failure" in found) yield { name, failure: found.failure }
    }
  } catch (failure) {
    yield { name: file, failure }
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** “https://…”; also “ftp://…”, which then fails as an address and not as a file. */
export function isAddress(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(source)
}

/** The name by which a person knows the page again: “story.html”, “stories.jsonl:17”. */
export function nameOf({ source, number }: Pick<Found, "source" | "number">): string {
  const name = source === "-" ? "standard input" : source
  return number === null ? name : `${name}:${number}`
}

function withoutUrl({ url: _, ...given }: Given): Given {
  return given
}

/** Opens what can be read to an end: a file, or a pipe handed over by the shell (`<(…)`, /dev/stdin). */
async function opened(path: string): Promise<AsyncIterable<Uint8Array>> {
  const found = await stat(path)
  const piped = /^\/(?:dev|proc\/self)\/(?:fd\/\d+|stdin)$/.test(path)
  if (found.isDirectory()) throw new Unreadable("folder", "it is a folder", "name the files in it")
  if (found.isFIFO() && !piped) throw new Unreadable("pipe", "it is a named pipe", `pipe it in: hearsay read - < ${path}`)
  if (!found.isFile() && !piped) throw new Unreadable("device", "it is no file but a device", "give the path of a file")
  if (found.size > MAX_PAGE_BYTES && isPage(kindByName(path))) throw tooLarge(found.size)
  return createReadStream(path)
}

function isPage(kind: Kind | null): boolean {
  return kind === "html" || kind === "text"
}

interface Wanted {
  readonly given: Given
  readonly takes: World["takes"]
}

async function* pagesIn(source: string, { given, takes }: Wanted, stream: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  const { start, all } = await peeked(stream)
  refuseForeign(start)
  const kind = kindByName(source) ?? kindByContent(start)
  if (kind === "html" || kind === "text") return yield { source, number: null, page: { kind, content: await collected(all), ...given } }
  for await (const { number, value, failure } of entriesOf(all, kind === "json", MAX_PAGE_BYTES)) {
    if (failure) yield { source, number, failure }
    else if (takes?.(value)) yield { source, number, value }
    else yield { source, number, ...pageOrFailure(value, given) }
  }
}

function pageOrFailure(value: unknown, given: Given): { readonly page: Page } | { readonly failure: unknown } {
  try {
    return { page: { ...pageOfRecord(value), ...given } }
  } catch (failure) {
    return { failure }
  }
}

/** The first kilobyte, or what there is, and the stream as if it had not been touched. */
async function peeked(stream: AsyncIterable<Uint8Array>): Promise<{ readonly start: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const chunks = stream[Symbol.asyncIterator]()
  const held: Uint8Array[] = []
  let bytes = 0
  while (bytes < PEEK_BYTES) {
    const { value, done } = await chunks.next()
    if (done) break
    held.push(value)
    bytes += value.length
  }
  return { start: Buffer.concat(held), all: again(held, chunks) }
}

const PEEK_BYTES = 1024

async function* again(held: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* held
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

async function collected(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > MAX_PAGE_BYTES) throw tooLarge(null)
  }
  return Buffer.concat(chunks)
}

function tooLarge(bytes: number | null): Unreadable {
  const size = bytes === null ? "larger than 20 MB" : `${Math.round(bytes / 1e6)} MB large, and one page may hold 20 MB`
  return new Unreadable("too-large", `it is ${size}`, "split it into its articles; many articles go in one .jsonl file, one record a line")
}
