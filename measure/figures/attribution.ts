import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { loadModel } from "../../model/index.ts"
import { FORMATS, type Reading, type ReadOptions, read } from "../../src/core/index.ts"
import { corpus } from "../../train/corpora.ts"
import { type Folders, line, score, table } from "../score.ts"
import { SLICES, sliced } from "../slices.ts"

export const about =
  "PolNeAR dev through the shared scorer: relation-soft and strict, cue, source and content, by kind; fast and precise; calibration"

/** What a gate can keep: F1 by name. */
export type AttributionFigures = Readonly<
  Record<"soft" | "strict_trim" | "direct" | "say-type" | "cue" | "source" | "content" | "fast", number>
>

/** `npm run measure -- attribution [train]`: dev unless told otherwise. */
export function measure(args: readonly string[]): void {
  const side = args.includes("train") ? "train" : "dev"
  const { folders, readings } = predict(side)
  console.log(`PolNeAR ${side}: exact / overlap F1 of the spans, and relations`)
  console.log(table(score(folders)))
  for (const slice of SLICES) console.log(line(slice.name, sliced(folders, slice)))
  console.log(line("soft, precise", score(predict(side, { point: "precise" }).folders).relation.soft))
  console.log(line("soft, fast", score(predict(side, { fast: true }).folders).relation.soft))
  console.log(reliability(folders, readings))
}

/** The figures of dev, for the gate that keeps them. */
export function attributionFigures(): AttributionFigures {
  const { folders } = predict("dev")
  const { relation, cue, source, content } = score(folders)
  const slice = (name: string) => sliced(folders, SLICES.find(each => each.name === name)!).f1
  return {
    soft: relation.soft.f1,
    strict_trim: relation.strict_trim.f1,
    direct: slice("direct"),
    "say-type": slice("say-type"),
    cue: cue.exact.f1,
    source: source.exact.f1,
    content: content.exact.f1,
    fast: score(predict("dev", { fast: true }).folders).relation.soft.f1,
  }
}

interface Predicted {
  readonly folders: Folders
  /** By the name of the text. */
  readonly readings: ReadonlyMap<string, Reading>
}

/** Reads every text of one side and writes what was found as brat standoff. */
function predict(side: "train" | "dev", options: ReadOptions = {}): Predicted {
  const base = join(corpus("polnear"), side)
  const folders = { text: join(base, "text"), gold: join(base, "ann"), pred: mkdtempSync(join(tmpdir(), "hearsay-attribution-")) }
  const model = loadModel()
  const readings = new Map<string, Reading>()
  for (const file of readdirSync(folders.text).filter(each => each.endsWith(".txt"))) {
    const reading = read({ kind: "text", content: readFileSync(join(folders.text, file)) }, model, options)
    readings.set(file.replace(/\.txt$/, ""), reading)
    writeFileSync(join(folders.pred, file.replace(/\.txt$/, ".ann")), brat(reading))
  }
  return { folders, readings }
}

function brat(reading: Reading): string {
  return FORMATS.find(format => format.name === "brat")!.write(reading)
}

const BINS = 10

/**
 * Confidence against the share that was right, in tenths; and the expected calibration error (Naeini et al. 2015), the mean distance between the
 * two. An attribution is right when the scorer, given it alone, matches it softly.
 */
function reliability(folders: Folders, readings: ReadonlyMap<string, Reading>): string {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }))
  for (let bin = 0; bin < BINS; bin++) {
    const within = ({ confidence }: Reading["statements"][number]) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin
    const pred = mkdtempSync(join(tmpdir(), "hearsay-bin-"))
    for (const [name, reading] of readings) {
      const statements = reading.statements.filter(each => each.rule !== "nested" && each.continues === null && within(each))
      for (const { confidence } of statements) bins[bin]!.confidence += confidence
      writeFileSync(join(pred, `${name}.ann`), brat({ ...reading, statements }))
    }
    const { tp, pred: count } = score({ ...folders, pred }).relation.soft
    bins[bin] = { ...bins[bin]!, right: tp, count }
  }
  const all = bins.reduce((sum, { count }) => sum + count, 0)
  const error = bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / all
  const rows = bins.flatMap(({ count, confidence, right }) =>
    count ? [`${(confidence / count).toFixed(2).padEnd(16)}${(right / count).toFixed(2)}  of ${count}`] : [],
  )
  return ["confidence      right", ...rows, `expected calibration error ${(100 * error).toFixed(1)} %`].join("\n")
}
