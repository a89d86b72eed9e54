/** HTML that may be put into a page as it is. Only `markup` makes it, so that nothing of an article's gets in unescaped. */
export class Markup {
  readonly html: string
  constructor(html: string) {
    this.html = html
  }
}

type Part = Markup | string | number | null | readonly Part[]

/** HTML from a template: what is filled in is escaped, unless it is markup itself. Null is nothing; lists follow one another. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(pieces.reduce((html, piece, at) => html + filled(parts[at - 1] ?? null) + piece))
}

function filled(part: Part): string {
  if (part === null) return ""
  if (part instanceof Markup) return part.html
  if (typeof part === "string" || typeof part === "number") return escaped(String(part))
  return part.map(filled).join("")
}

/** Text as HTML shows it, in an element or between double quotes; what HTML cannot hold at all becomes U+FFFD. */
export function escaped(text: string): string {
  return text.replace(SPECIAL, found => ENTITIES[found] ?? "\ufffd")
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

/** Control characters but tab and line ends, and halves of surrogate pairs, stand in no HTML. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPECIAL = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Cs}]/gu
