import type { Reading } from "../core/data.ts"

/** How readings are laid down in a file or a stream. */
export interface Form {
  /** As `--format` names it. */
  readonly name: string
  /** With its dot: ".json". */
  readonly extension: string
  /** Whether several readings can follow one another in one place. */
  readonly many: boolean
  /** Before the first reading, between two, and after the last; nothing of it where there is no reading. */
  readonly head: string
  readonly between: string
  readonly foot: string
  readonly write: (reading: Reading) => string
  /** How several are laid down in one place, where that differs: JSON as a list. */
  readonly list?: Form
  /** A second file that belongs to the first: the text that brat's offsets count in. */
  readonly beside: { readonly extension: string; readonly write: (reading: Reading) => string } | null
}

/** How text is drawn: on how many columns, and whether in colour. */
export interface Look {
  readonly columns: number
  readonly colour: boolean
}
