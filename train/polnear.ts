import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { corpus } from "./corpora.ts"

/** One article of PolNeAR with what its first annotator marked. Offsets are UTF-16 code units of `text`. */
export interface Marked {
  readonly name: string
  readonly text: string
  readonly attributions: readonly MarkedAttribution[]
}

export interface MarkedAttribution {
  readonly source: readonly Fragment[]
  readonly cue: readonly Fragment[]
  readonly content: readonly Fragment[]
}

export interface Fragment {
  readonly start: number
  readonly end: number
}

/** The articles of one side, by name. Of an article with several annotators the first by id, as the scorer takes it. */
export function polnear(side: "train" | "dev"): readonly Marked[] {
  const folder = join(corpus("polnear"), side)
  const files = annotationsByArticle(readdirSync(join(folder, "ann")))
  return readdirSync(join(folder, "text"))
    .filter(file => file.endsWith(".txt"))
    .map(file => file.slice(0, -".txt".length))
    .filter(name => files.has(name))
    .sort()
    .map(name => {
      const text = readFileSync(join(folder, "text", `${name}.txt`), "utf8")
      return { name, text, attributions: parse(readFileSync(join(folder, "ann", files.get(name)!), "utf8"), text) }
    })
}

/** `<name>.ann` or `<name>_<4 hex>.ann`. */
function annotationsByArticle(files: readonly string[]): Map<string, string> {
  const first = new Map<string, string>()
  for (const file of [...files].filter(each => each.endsWith(".ann")).sort()) {
    const name = file.slice(0, -".ann".length).replace(/_[0-9a-f]{4}$/, "")
    if (!first.has(name)) first.set(name, file)
  }
  return first
}

/** Brat standoff: T lines are spans, E lines tie them. Lines broken by a newline in the covered text are passed over. */
function parse(ann: string, text: string): MarkedAttribution[] {
  const toUtf16 = codePointOffsets(text)
  const spans = new Map<string, Fragment[]>()
  const out: MarkedAttribution[] = []
  for (const line of ann.split("\n")) {
    const [id = "", body = ""] = line.split("\t")
    if (/^T\d/.test(id)) spans.set(id, fragments(body, toUtf16))
    else if (/^E\d/.test(id)) out.push(attribution(body, spans))
  }
  return out.filter(({ cue, content }) => cue.length + content.length > 0)
}

function fragments(body: string, toUtf16: (offset: number) => number): Fragment[] {
  const list = body.slice(body.indexOf(" ") + 1)
  return list.split(";").flatMap(pair => {
    const [start, end] = pair.trim().split(" ").map(Number)
    return Number.isInteger(start) && Number.isInteger(end) ? [{ start: toUtf16(start!), end: toUtf16(end!) }] : []
  })
}

function attribution(body: string, spans: ReadonlyMap<string, Fragment[]>): MarkedAttribution {
  const roles: Record<string, Fragment[]> = { Source: [], Cue: [], Content: [] }
  for (const argument of body.split(/\s+/)) {
    const [role = "", id = ""] = argument.split(":")
    roles[role.replace(/\d+$/, "")]?.push(...(spans.get(id) ?? []))
  }
  return { source: roles.Source!, cue: roles.Cue!, content: roles.Content! }
}

/** Offsets in code points, as Python counts them, to UTF-16 code units. */
function codePointOffsets(text: string): (offset: number) => number {
  const starts: number[] = []
  let at = 0
  for (const point of text) {
    starts.push(at)
    at += point.length
  }
  return offset => starts[offset] ?? text.length
}
