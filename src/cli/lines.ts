/** One line of a stream, without its end. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  /** Null when the line is longer than the limit; its bytes are let go as they come. */
  readonly bytes: Uint8Array | null
}

const NEW_LINE = 10

/**
 * Cuts a stream of bytes at each line feed, and there only: U+2028 may stand raw in JSON, where `node:readline` would cut.
 * Never holds more than `maxBytes` and the chunk at hand. A last line without an end counts; an empty one after the last end does not.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let number = 1
  let kept: Uint8Array[] = []
  let length = 0
  const keep = (piece: Uint8Array) => {
    length += piece.length
    if (length <= maxBytes) kept.push(piece)
    else kept = []
  }
  const line = (): Line => {
    const whole = { number: number++, bytes: length > maxBytes ? null : Buffer.concat(kept) }
    kept = []
    length = 0
    return whole
  }
  for await (const chunk of stream) {
    let from = 0
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, from)) {
      keep(chunk.subarray(from, end))
      from = end + 1
      yield line()
    }
    keep(chunk.subarray(from))
  }
  if (length > 0) yield line()
}
