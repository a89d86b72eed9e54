import stringWidth from "string-width"

/** How text is drawn: on how many columns, and whether in colour. */
export interface Look {
  readonly columns: number
  readonly colour: boolean
}

/** A way to draw words, as a terminal has it (ECMA-48, Select Graphic Rendition). */
export type Ink = keyof typeof INKS

const INKS = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39], magenta: [35, 39] } as const

/** Words in an ink; as they are where there is no colour, or nothing to draw. */
export function inked(words: string, look: Look, ...inks: readonly Ink[]): string {
  if (!look.colour || words === "") return words
  return inks.reduce((drawn, ink) => `\u001b[${INKS[ink][0]}m${drawn}\u001b[${INKS[ink][1]}m`, words)
}

/**
 * Words as a terminal may have them: on one line, and without the characters that move its cursor, change its state, or turn the
 * direction of the text. Joiners stay, since scripts and emoji need them.
 */
export function harmless(text: string): string {
  return text.replace(HARMFUL, " ").replace(/\s+/g, " ").trim()
}

/** Control and format characters, halves of surrogate pairs, and characters of private use; not the two joiners. */
const HARMFUL = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu

/** In columns: East Asian wide characters and emoji take two, combining marks none. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text)
}

/** What is plainly one column each, and needs no table. */
const PLAIN = /^[\x20-\x7e\u00c0-\u017f\u2013\u2014\u2018\u2019\u201c\u201d]*$/

/** Lines of at most `columns`, broken between words; a word that is wider than a line is broken between its characters. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ""
  for (const word of text.split(" ").flatMap(word => fitting(word, columns))) {
    const longer = line === "" ? word : `${line} ${word}`
    if (widthOf(longer) <= columns) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return line === "" ? lines : [...lines, line]
}

const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" })

function fitting(word: string, columns: number): readonly string[] {
  if (widthOf(word) <= columns) return [word]
  const pieces: string[] = []
  let piece = ""
  let width = 0
  for (const { segment } of CHARACTERS.segment(word)) {
    const wide = widthOf(segment)
    if (width + wide > columns && piece !== "") {
      pieces.push(piece)
      piece = ""
      width = 0
    }
    piece += segment
    width += wide
  }
  return [...pieces, piece]
}
