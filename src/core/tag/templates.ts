const FIRST = 0x9e3779b1
const SECOND = 0x85ebca6b
const THIRD = 0xc2b2ae35
/** A template joins at most so many atoms. */
const MOST_PARTS = 3

/**
 * Feature templates as data. An atom is one thing looked at (a word's hash, a tag); a template names the atoms it joins, and a feature is
 * the hash of a template with what its atoms are just now. The high bits of a feature are the well-mixed ones.
 */
export class Templates {
  /** How many features `write` gives. */
  readonly count: number
  private readonly parts: Uint8Array
  private readonly salts: Int32Array

  /** `atoms` tells where each atom stands among the values; `lines` has a template between every two bars. Throws for an unknown atom. */
  constructor(atoms: Readonly<Record<string, number>>, lines: string) {
    const templates = lines.split("|").map(template => template.trim().split(/\s+/))
    this.count = templates.length
    this.parts = new Uint8Array(MOST_PARTS * templates.length)
    this.salts = Int32Array.from(templates, (_, at) => Math.imul(at + 1, FIRST))
    templates.forEach((names, at) => {
      if (names.length > MOST_PARTS) throw new RangeError(`A template joins ${MOST_PARTS} atoms at most: ${names.join(" ")}`)
      names.forEach((name, part) => {
        const atom = atoms[name]
        if (atom === undefined) throw new RangeError(`No atom is called “${name}”`)
        this.parts[MOST_PARTS * at + part] = atom
      })
    })
  }

  /** The features of the values, in the order of the templates. Value 0 must be 0: it fills the places of templates of fewer atoms. */
  write(values: Int32Array, out: Int32Array): void {
    const { count, parts, salts } = this
    for (let at = 0, part = 0; at < count; at++, part += MOST_PARTS) {
      let mixed = Math.imul(values[parts[part]!]! + salts[at]!, SECOND)
      mixed = Math.imul((mixed ^ (mixed >>> 15)) + values[parts[part + 1]!]!, THIRD)
      mixed = Math.imul((mixed ^ (mixed >>> 13)) + values[parts[part + 2]!]!, FIRST)
      out[at] = Math.imul(mixed ^ (mixed >>> 16), SECOND)
    }
  }
}
