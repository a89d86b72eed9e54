import { BitReader, BitWriter, bestRice } from "../bits.ts"

/** What is known of a word apart from its letters. */
export interface Entry {
  /** Which tags it takes, as a class; 0 for a word that is not known. */
  readonly tagClass: number
  /** Its tag, when it has never had another; -1 otherwise. */
  readonly onlyTag: number
}

const UNKNOWN: Entry = { tagClass: 0, onlyTag: -1 }
const HEAD_BYTES = 8

/** Words by the hash of their lower-case form. */
export class Lexicon {
  private readonly hashes: Int32Array
  private readonly tagClasses: Uint8Array
  private readonly onlyTags: Int8Array

  /** Section: see `packLexicon`. */
  constructor(section: Uint8Array) {
    const size = new DataView(section.buffer, section.byteOffset).getUint32(0, true)
    const [gapRice, classRice, tagRice] = section.subarray(4) as unknown as readonly [number, number, number]
    const reader = new BitReader(section.subarray(HEAD_BYTES))
    this.hashes = new Int32Array(size)
    this.tagClasses = new Uint8Array(size)
    this.onlyTags = new Int8Array(size)
    let hash = -(2 ** 31)
    for (let at = 0; at < size; at++) {
      hash += reader.rice(gapRice)
      this.hashes[at] = hash
      this.tagClasses[at] = reader.rice(classRice)
      this.onlyTags[at] = reader.rice(tagRice) - 1
    }
  }

  /** By binary search. */
  look(hash: number): Entry {
    const { hashes } = this
    let low = 0
    let high = hashes.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (hashes[middle]! < hash) low = middle + 1
      else high = middle
    }
    return hashes[low] === hash ? { tagClass: this.tagClasses[low]!, onlyTag: this.onlyTags[low]! } : UNKNOWN
  }
}

/**
 * The section of a lexicon: number of words (32-bit), k of the gaps, of the classes and of the tags (a byte each, and one left free), then for
 * each word by its hash: how far the hash is from the one before, the class, and its only tag and one, all as Rice codes.
 */
export function packLexicon(entries: ReadonlyMap<number, Entry>): Uint8Array {
  const hashes = [...Int32Array.from(entries.keys()).sort()]
  const gaps = hashes.map((hash, at) => hash - (at > 0 ? hashes[at - 1]! : -(2 ** 31)))
  const sorted = hashes.map(hash => entries.get(hash)!)
  const rices = [gaps, sorted.map(({ tagClass }) => tagClass), sorted.map(({ onlyTag }) => onlyTag + 1)].map(bestRice)
  const [gapRice, classRice, tagRice] = rices as [number, number, number]
  const writer = new BitWriter()
  sorted.forEach(({ tagClass, onlyTag }, at) => {
    writer.rice(gaps[at]!, gapRice)
    writer.rice(tagClass, classRice)
    writer.rice(onlyTag + 1, tagRice)
  })
  const body = writer.done()
  const section = new Uint8Array(HEAD_BYTES + body.length)
  new DataView(section.buffer).setUint32(0, hashes.length, true)
  section.set(rices, 4)
  section.set(body, HEAD_BYTES)
  return section
}
