import type { Reading, Statement } from "../data.ts"
import { type Span, trim } from "../span.ts"
import type { Format } from "./format.ts"
import { codePoints } from "./points.ts"

/**
 * brat standoff as PolNeAR has it (https://brat.nlplab.org/standoff.html): T lines for spans, an E line for each attribution; offsets count
 * code points of the text beside it. A span in two pieces is two fragments, and so is one that runs over a line's end, as brat asks.
 */
export const brat: Format = {
  name: "brat",
  extension: ".ann",
  many: false,
  head: "",
  between: "",
  foot: "",
  write: standoff,
  beside: { extension: ".txt", write: ({ article }) => article.text },
}

function standoff({ article: { text }, statements }: Reading): string {
  const point = codePoints(text)
  const lines: string[] = []
  let spans = 0
  let events = 0
  const add = (role: string, pieces: readonly Span[]): string | null => {
    const fragments = pieces.flatMap(piece => withinLines(text, piece))
    if (fragments.length === 0) return null
    const places = fragments.map(({ start, end }) => `${point(start)} ${point(end)}`).join(";")
    const words = fragments.map(({ start, end }) => text.slice(start, end)).join(" ")
    lines.push(`T${++spans}\t${role} ${places}\t${words}`)
    return `T${spans}`
  }
  for (const statement of statements) {
    const { source, cue, content } = rolesOf(statement)
    const cueId = add("Cue", cue)
    const sourceId = add("Source", source)
    const contentId = add("Content", content)
    if (!cueId && !contentId) continue
    const type = sourceId ? "Attribution" : "Attribution-no-source"
    const trigger = add(type, cueId ? cue : content)
    const roles = [
      ["Cue", cueId],
      ["Source", sourceId],
      ["Content", contentId],
    ]
      .filter(([, id]) => id)
      .map(([role, id]) => `${role}:${id}`)
    lines.push(`E${++events}\t${type}:${trigger} ${roles.join(" ")}`)
  }
  return lines.map(line => `${line}\n`).join("")
}

function rolesOf({ source, cue, content }: Statement) {
  const named = source && source.start !== null && source.end !== null ? [{ start: source.start, end: source.end }] : []
  return { source: named, cue: cue ? [cue] : [], content }
}

/** The parts of a span on each of its lines, without the white space at their ends. */
function withinLines(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = []
  for (const { index, 0: line } of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const part = trim(text, { start: start + index, end: start + index + line.length })
    if (part.start < part.end) parts.push(part)
  }
  return parts
}
