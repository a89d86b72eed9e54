import { type Readable, Transform, Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createBrotliDecompress, createUnzip } from "node:zlib"
import { FetchFailed } from "./failure.ts"

/** How a body is sent, as its header says. */
export interface Packing {
  /** Content-Encoding: "gzip", "br", "gzip, gzip", or "". */
  readonly encoding: string
  /** Content-Length in bytes; null where the server leaves the end open. */
  readonly length: number | null
}

/** What can be unpacked: our Accept-Encoding header. */
export const ENCODINGS = "gzip, deflate, br"

/**
 * The whole body, unpacked. `maxBytes` limits what is sent and, on its own, what that unpacks to: ten kilobytes can
 * hold ten gigabytes. Throws a `FetchFailed` past the limit, and at once when the header announces more.
 */
export async function bodyOf(sent: Readable, { encoding, length }: Packing, maxBytes: number): Promise<Uint8Array> {
  if (length !== null && length > maxBytes) throw tooLarge(maxBytes)
  const chunks: Uint8Array[] = []
  const keep = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  const unpack = length === 0 ? [] : unpackers(encoding)
  await pipeline([sent, atMost(maxBytes), ...unpack.flatMap(step => [step, atMost(maxBytes)]), keep])
  return Uint8Array.from(Buffer.concat(chunks))
}

/** One step for each encoding, the last put on first, as RFC 9110 (8.4) orders them. */
function unpackers(encoding: string): Transform[] {
  const names = encoding
    .toLowerCase()
    .split(",")
    .map(name => name.trim())
  return names
    .filter(name => name !== "" && name !== "identity")
    .reverse()
    .map(unpacker)
}

function unpacker(encoding: string): Transform {
  if (encoding === "br") return createBrotliDecompress()
  if (encoding === "gzip" || encoding === "x-gzip" || encoding === "deflate") return createUnzip()
  throw new FetchFailed("encoding", `the page is packed in a way not known here (${encoding.slice(0, 40)})`, {
    remedy: "open it in a browser, save the page, and read the file",
  })
}

/** Lets bytes through up to a limit, then fails. */
function atMost(maxBytes: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      if (bytes > maxBytes) done(tooLarge(maxBytes))
      else done(null, chunk)
    },
  })
}

function tooLarge(maxBytes: number): FetchFailed {
  return new FetchFailed("too-large", `it is larger than ${Math.round(maxBytes / 1e6)} MB, which no news page is`, {
    remedy: "save the part you need to a file and read that",
  })
}
