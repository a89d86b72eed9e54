/** "HST2", the first four bytes of a file of tagging weights; the digit counts the ways of packing there have been. */
const MAGIC = 0x32545348
const ALIGNMENT = 4

/**
 * Several byte arrays in one file, all numbers little-endian: magic, number of sections, length of each in bytes (unsigned 32-bit), then the
 * sections, each beginning at a multiple of four bytes, so that they can be looked into as typed arrays without a copy.
 */
export function packSections(sections: readonly Uint8Array[]): Uint8Array {
  const head = new Uint32Array([MAGIC, sections.length, ...sections.map(({ length }) => length)])
  const out = new Uint8Array(sections.reduce((size, { length }) => size + aligned(length), head.byteLength))
  out.set(new Uint8Array(head.buffer))
  let at = head.byteLength
  for (const section of sections) {
    out.set(section, at)
    at += aligned(section.length)
  }
  return out
}

/** The sections of a packed file, as views of its bytes; copied once when they do not begin at a multiple of four. */
export function openSections(bytes: Uint8Array): Uint8Array[] {
  const whole = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice()
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength)
  if (whole.length < 8 || view.getUint32(0, true) !== MAGIC) throw new RangeError(`These ${bytes.length} bytes are no tagging weights`)
  const count = view.getUint32(4, true)
  const sections: Uint8Array[] = []
  let at = 4 * (2 + count)
  for (let section = 0; section < count; section++) {
    const length = view.getUint32(4 * (2 + section), true)
    if (at + length > whole.length) throw new RangeError(`Tagging weights end after ${whole.length} bytes, before section ${section} does`)
    sections.push(whole.subarray(at, at + length))
    at += aligned(length)
  }
  return sections
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT
}
