import { crc32, deflateRawSync, inflateRawSync } from "node:zlib"

/**
 * A line in a journal: a whole member of a gzip file (RFC 1952), so that `zcat journal.jsonl.gz` prints the lines. Its extra field holds
 * its length, as in the blocked gzip files of bioinformatics (BGZF), so that members can be told apart without unpacking; the check sum is
 * gzip's own. Members begin with the same fourteen bytes, by which a reader finds the next one after damage.
 */
export function framed(line: string): Buffer {
  const text = Buffer.from(`${line}\n`)
  const packed = deflateRawSync(text, { level: LEVEL })
  const frame = Buffer.alloc(HEAD_BYTES + packed.length + TAIL_BYTES)
  MARK.copy(frame)
  frame.writeUInt16LE(LENGTH_BYTES, MARK.length)
  frame.writeUInt32LE(frame.length, MARK.length + 2)
  packed.copy(frame, HEAD_BYTES)
  frame.writeUInt32LE(crc32(text), frame.length - TAIL_BYTES)
  frame.writeUInt32LE(text.length, frame.length - 4)
  return frame
}

/** Magic, deflate, an extra field, no time, no level, unknown system; the extra field's length; its name. */
export const MARK = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 8, 0, 0x48, 0x59])
const LENGTH_BYTES = 4
/** Bytes before what is packed. */
export const HEAD_BYTES = MARK.length + 2 + LENGTH_BYTES
const TAIL_BYTES = 8
/** Larger is no faster to write and hardly smaller. */
const LEVEL = 6
/** No line is longer; a length beyond it is damage. */
const MAX_FRAME_BYTES = 1 << 28

/** How long the frame is that begins with these bytes; null when none begins here. */
export function frameBytes(head: Uint8Array): number | null {
  if (head.length < HEAD_BYTES || MARK.compare(head, 0, MARK.length) !== 0) return null
  const view = Buffer.from(head.buffer, head.byteOffset, head.length)
  const bytes = view.readUInt32LE(MARK.length + 2)
  return bytes >= HEAD_BYTES + TAIL_BYTES && bytes <= MAX_FRAME_BYTES ? bytes : null
}

/** The line in a whole frame; null when its check sum does not hold. */
export function unframed(frame: Buffer): string | null {
  try {
    const text = inflateRawSync(frame.subarray(HEAD_BYTES, frame.length - TAIL_BYTES))
    const holds = crc32(text) === frame.readUInt32LE(frame.length - TAIL_BYTES) && text.length === frame.readUInt32LE(frame.length - 4)
    return holds ? text.toString("utf8").replace(/\n$/, "") : null
  } catch {
    return null
  }
}
