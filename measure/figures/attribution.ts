import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { loadModel } from "../../model/index.ts"
import { FORMATS, type Reading, read } from "../../src/core/index.ts"
import { corpus, SHARED } from "../../train/corpora.ts"

export const about = "PolNeAR dev through the shared scorer: relation-soft and strict, cue, source and content, by kind of attribution"

interface Figure {
  readonly p: number
  readonly r: number
  readonly f1: number
}

export interface AttributionScore {
  readonly relation: Readonly<Record<"soft" | "strict" | "strict_trim" | "lenient" | "aligned", Figure>>
  readonly cue: Readonly<Record<"exact" | "overlap", Figure>>
  readonly source: Readonly<Record<"exact" | "overlap", Figure>>
  readonly content: Readonly<Record<"exact" | "overlap", Figure>>
}

/** `npm run measure -- attribution [train]`: dev unless told otherwise. */
export function measure(args: readonly string[]): void {
  const side = args.includes("train") ? "train" : "dev"
  const folders = predict(side)
  const whole = score(folders)
  console.log(`PolNeAR ${side}: exact / overlap F1 of the spans, and relations`)
  for (const role of ["cue", "source", "content"] as const)
    console.log(`${role.padEnd(16)}${whole[role].exact.f1.toFixed(1)} / ${whole[role].overlap.f1.toFixed(1)}`)
  for (const kind of ["soft", "strict", "strict_trim", "lenient", "aligned"] as const) console.log(line(kind, whole.relation[kind]))
  for (const slice of SLICES) console.log(line(slice.name, sliced(folders, slice)))
}

/** All figures of dev, for the gate that keeps them. */
export function attributionScore(): AttributionScore {
  return score(predict("dev"))
}

function line(name: string, { p, r, f1 }: Figure): string {
  return `${name.padEnd(16)}P ${p.toFixed(1)}  R ${r.toFixed(1)}  F1 ${f1.toFixed(1)}`
}

interface Folders {
  readonly text: string
  readonly gold: string
  readonly pred: string
}

/** Reads every text of one side and writes what was found as brat standoff. */
function predict(side: "train" | "dev"): Folders {
  const base = join(corpus("polnear"), side)
  const folders = { text: join(base, "text"), gold: join(base, "ann"), pred: mkdtempSync(join(tmpdir(), "hearsay-attribution-")) }
  const model = loadModel()
  for (const file of readdirSync(folders.text).filter(each => each.endsWith(".txt"))) {
    const reading = read({ kind: "text", content: readFileSync(join(folders.text, file)) }, model)
    writeFileSync(join(folders.pred, file.replace(/\.txt$/, ".ann")), brat(reading))
  }
  return folders
}

function brat(reading: Reading): string {
  return FORMATS.find(({ name }) => name === "brat")!.write(reading)
}

function score({ text, gold, pred }: Folders): AttributionScore {
  const scorer = join(SHARED, "score/score_attributions.py")
  return JSON.parse(
    execFileSync("python3", [scorer, "--text", text, "--gold", gold, "--pred", pred], { encoding: "utf8", maxBuffer: 1 << 26 }),
  )
}

/** One attribution of a standoff file: the lines that make it, and the words of its roles. */
interface Entry {
  readonly lines: readonly string[]
  readonly roles: Readonly<Record<string, readonly (readonly [number, number])[]>>
}

interface Slice {
  readonly name: string
  readonly holds: (points: readonly string[], entry: Entry) => boolean
}

/** By the share of words in quotation marks as PolNeAR counts: direct from 95 %, indirect from none; and cues that are verbs of saying. */
const SLICES: readonly Slice[] = [
  { name: "direct", holds: (points, entry) => quotedShare(points, entry) >= 0.95 },
  { name: "mixed", holds: (points, entry) => quotedShare(points, entry) > 0 && quotedShare(points, entry) < 0.95 },
  { name: "indirect", holds: (points, entry) => quotedShare(points, entry) === 0 },
  { name: "say-type", holds: (points, entry) => SAY.test(wordsOf(points, entry, "Cue")) },
]

const SAY =
  /\b(say|says|said|saying|tell|tells|told|telling|according to|add|adds|added|adding|note|notes|noted|noting|state|states|stated|tweet|tweets|tweeted|write|writes|wrote|ask|asks|asked|asking|announce|announced|explain|explained|reply|replied)\b/i

/** Recall over the marked attributions of a kind, precision over the found ones of that kind, each against all of the other side. */
function sliced(folders: Folders, slice: Slice): Figure {
  const { r } = score({ ...folders, gold: filtered(folders.text, folders.gold, slice) }).relation.soft
  const { p } = score({ ...folders, pred: filtered(folders.text, folders.pred, slice) }).relation.soft
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
}

function filtered(textFolder: string, folder: string, slice: Slice): string {
  const out = mkdtempSync(join(tmpdir(), "hearsay-slice-"))
  mkdirSync(out, { recursive: true })
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
