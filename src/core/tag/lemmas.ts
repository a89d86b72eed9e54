import type { TAGS } from "./tagset.ts"

/** Longest ending that a rule can be about; longer keys are whole words. */
export const LONGEST_ENDING = 6
/** Before a key that is a whole word. */
export const WHOLE_WORD = "^"

/**
 * Dictionary forms by rule: for each tag, endings and whole words with what to take off and what to put on (“-ies” of a plural: take off 3,
 * put on “y”). The longest that fits wins. Section: lines of ASCII, `tag key letters-off letters-on`.
 */
export class Lemmas {
  /** By tag, then by ending or word. */
  private readonly rules = new Map<string, Map<string, string>>()

  constructor(section: Uint8Array) {
    let line = ""
    for (const byte of section) {
      if (byte === 10) {
        this.learn(line)
        line = ""
      } else line += String.fromCharCode(byte)
    }
  }

  private learn(line: string): void {
    const tag = line.indexOf(" ")
    const key = line.indexOf(" ", tag + 1)
    const ofTag = this.rules.get(line.slice(0, tag)) ?? new Map<string, string>()
    this.rules.set(line.slice(0, tag), ofTag.set(line.slice(tag + 1, key), line.slice(key + 1)))
  }

  /** The dictionary form, in lower case; of a name the word as it stands. */
  of(text: string, tag: string): string {
    if (tag === "NNP" || tag === "NNPS") return text
    const word = lemmaKey(text)
    const rule = this.ruleFor(word, tag)
    if (rule === undefined) return word
    const space = rule.indexOf(" ")
    return word.slice(0, word.length - Number(rule.slice(0, space))) + rule.slice(space + 1)
  }

  private ruleFor(word: string, tag: string): string | undefined {
    const rules = this.rules.get(tag)
    if (!rules) return undefined
    const whole = rules.get(WHOLE_WORD + word)
    if (whole !== undefined) return whole
    for (let letters = Math.min(LONGEST_ENDING, word.length - 1); letters > 0; letters--) {
      const rule = rules.get(word.slice(-letters))
      if (rule !== undefined) return rule
    }
    return undefined
  }
}

/** How a word is looked up: lower case, typewriter apostrophes. */
export function lemmaKey(text: string): string {
  return text.toLowerCase().replace(/[‘’]/g, "'")
}

export interface LemmaRule {
  readonly tag: (typeof TAGS)[number]
  /** An ending, or `WHOLE_WORD` and a word; ASCII without spaces. */
  readonly key: string
  readonly off: number
  readonly on: string
}

export function packLemmas(rules: readonly LemmaRule[]): Uint8Array {
  const text = rules.map(({ tag, key, off, on }) => `${tag} ${key} ${off} ${on}\n`).join("")
  return Uint8Array.from(text, letter => letter.charCodeAt(0))
}
