import { Wrong } from "../problems.ts"

/** The most a body may hold, as sent and as unpacked, in bytes. */
const MOST_BODY_BYTES = 24_000_000

/**
 * The body of a request, unpacked, up to so many bytes; read in pieces, so that what is too large is refused before it is held. Throws `Wrong`.
 */
export async function bodyOf(request: Request, most = MOST_BODY_BYTES): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge(most)
  if (request.body === null) return new Uint8Array()
  return collected(unpacked(limited(request.body, most), request.headers.get("content-encoding") ?? ""), most)
}

function unpacked(body: ReadableStream<Uint8Array>, encoding: string): ReadableStream<Uint8Array> {
  const name = encoding.trim().toLowerCase()
  if (name === "" || name === "identity") return body
  if (name === "gzip" || name === "x-gzip") return body.pipeThrough(new DecompressionStream("gzip") as Unpacker)
  if (name === "deflate") return body.pipeThrough(new DecompressionStream("deflate") as Unpacker)
  throw new Wrong("wrong-type", "bodies are unpacked from gzip and deflate alone", "send it as it is", {
    headers: { "accept-encoding": "gzip, deflate" },
  })
}

type Unpacker = TransformStream<Uint8Array, Uint8Array>

function limited(body: ReadableStream<Uint8Array>, most: number): ReadableStream<Uint8Array> {
  let bytes = 0
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, out) {
        bytes += chunk.length
        if (bytes > most) throw tooLarge(most)
        out.enqueue(chunk)
      },
    }),
  )
}

async function collected(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  const reader = stream.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      bytes += next.value.length
      if (bytes > most) throw tooLarge(most)
      chunks.push(next.value)
    }
  } catch (error) {
    void reader.cancel().catch(() => {})
    throw error instanceof Wrong ? error : new Wrong("malformed", "the body could not be read to its end", "send it again, whole")
  }
  return joined(chunks, bytes)
}

function joined(chunks: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function tooLarge(most: number): Wrong {
  return new Wrong("too-large", `the body is larger than ${Math.round(most / 1e6)} MB`, "hand it in in several pieces", {
    headers: { connection: "close" },
  })
}

/** A body as JSON. Throws `Wrong` for what is none, and for text that no database keeps. */
export async function jsonOf(request: Request, most?: number): Promise<unknown> {
  const type = mediaType(request)
  if (type !== "application/json") throw new Wrong("wrong-type", `the body is ${type || "of no type"}, not JSON`, "send application/json")
  const bytes = await bodyOf(request, most)
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    throw new Wrong("malformed", "the body is no JSON in UTF-8", "check its quotes, commas and encoding")
  }
}

/** "multipart/form-data" of "multipart/form-data; boundary=…". */
export function mediaType(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";", 1)[0]!.trim().toLowerCase()
}
