import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Figure, type Folders, score } from "./score.ts"

/** One attribution of a standoff file: the lines that make it, and the words of its roles. */
export interface Entry {
  readonly lines: readonly string[]
  readonly roles: Readonly<Record<string, readonly (readonly [number, number])[]>>
}

/** A kind of attribution. */
export interface Slice {
  readonly name: string
  readonly holds: (points: readonly string[], entry: Entry) => boolean
}

/** By the share of words in quotation marks as PolNeAR counts: direct from 95 %, indirect from none; and cues that are verbs of saying. */
export const SLICES: readonly Slice[] = [
  { name: "direct", holds: (points, entry) => quotedShare(points, entry) >= 0.95 },
  { name: "mixed", holds: (points, entry) => quotedShare(points, entry) > 0 && quotedShare(points, entry) < 0.95 },
  { name: "indirect", holds: (points, entry) => quotedShare(points, entry) === 0 },
  { name: "say-type", holds: (points, entry) => SAY.test(wordsOf(points, entry, "Cue")) },
]

const SAY =
  /\b(say|says|said|saying|tell|tells|told|telling|according to|add|adds|added|adding|note|notes|noted|noting|state|states|stated|tweet|tweets|tweeted|write|writes|wrote|ask|asks|asked|asking|announce|announced|explain|explained|reply|replied)\b/i

/** Recall over the marked attributions of a kind, precision over the found ones of that kind, each against all of the other side. */
export function sliced(folders: Folders, slice: Slice): Pick<Figure, "p" | "r" | "f1"> {
  const { r } = score({ ...folders, gold: filtered(folders.text, folders.gold, slice) }).relation.soft
  const { p } = score({ ...folders, pred: filtered(folders.text, folders.pred, slice) }).relation.soft
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
}

function filtered(textFolder: string, folder: string, slice: Slice): string {
  const out = mkdtempSync(join(tmpdir(), "hearsay-slice-"))
  for (const file of readdirSync(folder).filter(each => each.endsWith(".ann"))) {
    const name = file.replace(/(_[0-9a-f]{4})?\.ann$/, "")
    const points = [...readFileSync(join(textFolder, `${name}.txt`), "utf8")]
    const kept = entries(readFileSync(join(folder, file), "utf8")).filter(entry => slice.holds(points, entry))
    writeFileSync(join(out, file), kept.flatMap(({ lines }) => lines).join("\n"))
  }
  return out
}

function entries(ann: string): Entry[] {
  const spans = new Map<string, string>()
  const out: Entry[] = []
  for (const line of ann.split("\n")) {
    const [id = "", body = ""] = line.split("\t")
    if (/^T\d/.test(id)) spans.set(id, line)
    if (!/^E\d/.test(id)) continue
    const roles: Record<string, (readonly [number, number])[]> = {}
    const lines: string[] = []
    for (const [, role = "", target = ""] of body.matchAll(/(\w+?)\d*:(T\d+)/g)) {
      const span = spans.get(target)
      if (!span) continue
      lines.push(span)
      const list = span.split("\t")[1]!.replace(/^\S+ /, "").split(";")
      roles[role] = [...(roles[role] ?? []), ...list.map(pair => pair.split(" ").map(Number) as [number, number])]
    }
    out.push({ lines: [...lines, line], roles })
  }
  return out
}

function wordsOf(points: readonly string[], { roles }: Entry, role: string): string {
  return (roles[role] ?? []).map(([start, end]) => points.slice(start, end).join("")).join(" ")
}

/** Letters of the content between quotation marks. A mark that is never closed ends with the content. */
function quotedShare(points: readonly string[], { roles }: Entry): number {
  let quoted = 0
  let all = 0
  for (const [start, end] of roles.Content ?? []) {
    const before = points.slice(Math.max(0, points.lastIndexOf("\n", start) + 1), start).join("")
    let open = (before.match(/[“”"]|``|''/g) ?? []).length % 2 === 1
    for (const [word] of points
      .slice(start, end)
      .join("")
      .matchAll(/[“”"]|``|''|[\p{L}\p{N}]+/gu)) {
      if (/[“”"`']/.test(word)) open = word === "“" || word === "``" ? true : word === "”" || word === "''" ? false : !open
      else {
        all++
        if (open) quoted++
      }
    }
  }
  return all === 0 ? 0 : quoted / all
}
