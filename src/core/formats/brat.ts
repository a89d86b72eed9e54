import type { Reading, Statement } from "../data.ts"
import { type Span, trim } from "../span.ts"
import type { Format } from "./format.ts"
import { codePoints } from "./points.ts"

/**
 * brat standoff as PolNeAR has it (https://brat.nlplab.org/standoff.html): T lines for spans, an E line for each attribution; offsets count
 * code points of the text beside it. A span in two pieces is two fragments, and so is one that runs over a line's end, as brat asks.
 *
 * A quotation that goes on in a paragraph of its own is a further piece of the content that it goes on from, as the corpus has it. Speech within
 * speech, which the corpus does not mark, has types of its own: events `Nested` and `Nested-no-source`, spans and roles `NestedCue`, `NestedSource`
 * and `NestedContent`. Whoever reads Source, Cue and Content reads the layer that the corpus has, and nothing is lost to the others.
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
  const add = (type: string, pieces: readonly Span[]): string | null => {
    const fragments = pieces.flatMap(piece => withinLines(text, piece))
    if (fragments.length === 0) return null
    const places = fragments.map(({ start, end }) => `${point(start)} ${point(end)}`).join(";")
    const words = fragments.map(({ start, end }) => text.slice(start, end)).join(" ")
    lines.push(`T${++spans}\t${type} ${places}\t${words}`)
    return `T${spans}`
  }
  for (const { source, cue, content, nested } of layersOf(statements)) {
    const role = nested ? "Nested" : ""
    const cueId = add(`${role}Cue`, cue)
    const sourceId = add(`${role}Source`, source)
    const contentId = add(`${role}Content`, content)
    if (!cueId && !contentId) continue
    const type = (nested ? "Nested" : "Attribution") + (sourceId ? "" : "-no-source")
    const trigger = add(type, cueId ? cue : content)
    const roles = [
      ["Cue", cueId],
      ["Source", sourceId],
      ["Content", contentId],
    ]
      .filter(([, id]) => id)
      .map(([name, id]) => `${role}${name}:${id}`)
    lines.push(`E${++events}\t${type}:${trigger} ${roles.join(" ")}`)
  }
  return lines.map(line => `${line}\n`).join("")
}

/** An attribution as the corpus would have it. */
interface Marked {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  readonly nested: boolean
}

function layersOf(statements: readonly Statement[]): Marked[] {
  const own = new Map<string, Span[]>()
  const marked = statements.flatMap(({ id, source, cue, content, continues, rule }): Marked[] => {
    const before = own.get(continues ?? "")
    if (before) before.push(...content)
    const pieces = before ?? [...content]
    own.set(id, pieces)
    const named = source && source.start !== null && source.end !== null ? [{ start: source.start, end: source.end }] : []
    return before ? [] : [{ source: named, cue: cue ? [cue] : [], content: pieces, nested: rule === "nested" }]
  })
  return marked.map(each => ({ ...each, content: [...each.content].sort((a, b) => a.start - b.start) }))
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
