import type { Reading } from "../data.ts"

/** How readings are laid down in a file or a stream. */
export interface Format {
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
  readonly list?: Format
  /** A second file that belongs to the first: the text that brat's offsets count in. */
  readonly beside: { readonly extension: string; readonly write: (reading: Reading) => string } | null
}
