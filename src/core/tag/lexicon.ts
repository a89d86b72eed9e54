/** What is known of a word apart from its letters. */
export interface Entry {
  /** Which tags it takes, as a class; 0 for a word that is not known. */
  readonly tagClass: number
  /** Which words stand where it stands, as a class; 0 for none. */
  readonly cluster: number
  /** Its tag, when it has never had another; -1 otherwise. */
  readonly onlyTag: number
}

const UNKNOWN: Entry = { tagClass: 0, cluster: 0, onlyTag: -1 }
const NO_TAG = 255

/** Words by the hash of their lower-case form. Section: number of words, their hashes in order (both 32-bit), then three bytes a word in columns. */
export class Lexicon {
  private readonly hashes: Int32Array
  private readonly tagClasses: Uint8Array
  private readonly clusters: Uint8Array
  private readonly onlyTags: Uint8Array

  constructor(section: Uint8Array) {
    const size = new DataView(section.buffer, section.byteOffset).getUint32(0, true)
    this.hashes = new Int32Array(section.buffer, section.byteOffset + 4, size)
    const columns = section.subarray(4 + 4 * size)
    this.tagClasses = columns.subarray(0, size)
    this.clusters = columns.subarray(size, 2 * size)
    this.onlyTags = columns.subarray(2 * size, 3 * size)
  }

  /** Binary search: there is nothing to build when the model is opened. */
  look(hash: number): Entry {
    const { hashes } = this
    let low = 0
    let high = hashes.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (hashes[middle]! < hash) low = middle + 1
      else high = middle
    }
    if (hashes[low] !== hash) return UNKNOWN
    const only = this.onlyTags[low]!
    return { tagClass: this.tagClasses[low]!, cluster: this.clusters[low]!, onlyTag: only === NO_TAG ? -1 : only }
  }
}

export function packLexicon(entries: ReadonlyMap<number, Entry>): Uint8Array {
  const hashes = Int32Array.from(entries.keys()).sort()
  const section = new Uint8Array(4 + 7 * hashes.length)
  const view = new DataView(section.buffer)
  view.setUint32(0, hashes.length, true)
  const columns = 4 + 4 * hashes.length
  hashes.forEach((hash, at) => {
    const { tagClass, cluster, onlyTag } = entries.get(hash)!
    view.setInt32(4 + 4 * at, hash, true)
    section[columns + at] = tagClass
    section[columns + hashes.length + at] = cluster
    section[columns + 2 * hashes.length + at] = onlyTag < 0 ? NO_TAG : onlyTag
  })
  return section
}
