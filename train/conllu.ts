import { readFileSync } from "node:fs"

/** One row of a CoNLL-U file. Empty nodes and the rows of multiword tokens are left out. */
export interface Row {
  readonly form: string
  readonly lemma: string
  /** The language's own tag: Penn Treebank here. */
  readonly tag: string
  /** Index of the head in the sentence, counted from 0; -1 for a root. */
  readonly head: number
  readonly label: string
  readonly misc: ReadonlyMap<string, string>
  /** Whether white space follows; within a multiword token ("do" "n't") it does not. */
  readonly spaceAfter: boolean
}

export interface Parsed {
  readonly id: string
  readonly rows: readonly Row[]
  /** Whether a paragraph begins here. */
  readonly newParagraph: boolean
}

export interface ConlluDocument {
  readonly id: string
  readonly sentences: readonly Parsed[]
}

/** The documents of one CoNLL-U file; one without an id where the file names none. https://universaldependencies.org/format.html */
export function readConllu(path: string): ConlluDocument[] {
  const documents: { id: string; sentences: Parsed[] }[] = []
  for (const block of readFileSync(path, "utf8").split("\n\n")) {
    const lines = block.split("\n").filter(Boolean)
    const id = comment(lines, "newdoc id")
    if (id !== null || documents.length === 0) documents.push({ id: id ?? "", sentences: [] })
    const rows = rowsOf(lines.filter(line => !line.startsWith("#")))
    if (rows.length === 0) continue
    const newParagraph = lines.some(line => line.startsWith("# newpar"))
    documents.at(-1)!.sentences.push({ id: comment(lines, "sent_id") ?? "", rows, newParagraph })
  }
  return documents.filter(({ sentences }) => sentences.length > 0)
}

function comment(lines: readonly string[], key: string): string | null {
  const start = `# ${key} = `
  return lines.find(line => line.startsWith(start))?.slice(start.length) ?? null
}

function rowsOf(lines: readonly string[]): Row[] {
  const rows: Row[] = []
  let gluedUpTo = 0
  let spaceAfterGlued = true
  for (const line of lines) {
    const [id = "", form = "", lemma = "", , tag = "", , head = "", label = "", , misc = ""] = line.split("\t")
    const range = /^\d+-(\d+)$/.exec(id)
    if (range) {
      gluedUpTo = Number(range[1])
      spaceAfterGlued = !misc.includes("SpaceAfter=No")
    }
    if (!/^\d+$/.test(id)) continue
    const glued = Number(id) < gluedUpTo
    const spaceAfter = Number(id) === gluedUpTo ? spaceAfterGlued : !glued && !misc.includes("SpaceAfter=No")
    rows.push({ form, lemma, tag, head: Number(head) - 1, label, misc: miscOf(misc), spaceAfter })
  }
  return rows
}

function miscOf(misc: string): Map<string, string> {
  const pairs = misc.split("|").filter(pair => pair.includes("="))
  return new Map(pairs.map(pair => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]))
}
