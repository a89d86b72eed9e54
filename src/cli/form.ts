import { draw, FORMATS, type Format, type Look } from "../core/index.ts"

/** How readings are laid down in a file or a stream. */
export type Form = Format

/** The format of a name that the command line has checked; text is drawn with the given look. */
export function formOf(name: string, look: Look): Form {
  const found = name === "text" ? textFor(look) : FORMATS.find(format => format.name === name)
  if (!found) throw new RangeError(`There is no format ${name}`)
  return found
}

function textFor(look: Look): Form {
  return {
    name: "text",
    extension: ".txt",
    many: true,
    head: "",
    between: `\n${"─".repeat(look.columns)}\n\n`,
    foot: "",
    write: reading => draw(reading, look),
    beside: null,
  }
}
