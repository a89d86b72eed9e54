import { execFileSync } from "node:child_process"
import { join } from "node:path"
import { SHARED } from "../train/corpora.ts"

/** Precision, recall and F1 in hundredths, with what they are made of. */
export interface Figure {
  readonly p: number
  readonly r: number
  readonly f1: number
  readonly tp: number
  readonly pred: number
  readonly gold: number
}

/** What the shared scorer says of one set of standoff files. */
export interface AttributionScore {
  readonly relation: Readonly<Record<"soft" | "strict" | "strict_trim" | "lenient" | "aligned", Figure>>
  readonly cue: Readonly<Record<"exact" | "overlap", Figure>>
  readonly source: Readonly<Record<"exact" | "overlap", Figure>>
  readonly content: Readonly<Record<"exact" | "overlap", Figure>>
}

/** Folders of texts and of standoff files named after them. */
export interface Folders {
  readonly text: string
  readonly gold: string
  readonly pred: string
}

/** Runs `score_attributions.py`; `more` are further arguments of its command line. */
export function score({ text, gold, pred }: Folders, more: readonly string[] = []): AttributionScore {
  const scorer = join(SHARED, "score/score_attributions.py")
  const args = [scorer, "--text", text, "--gold", gold, "--pred", pred, ...more]
  return JSON.parse(execFileSync("python3", args, { encoding: "utf8", maxBuffer: 1 << 26 })) as AttributionScore
}

/** A line of a table: “soft            P 78.1  R 66.0  F1 71.5”. */
export function line(name: string, { p, r, f1 }: Pick<Figure, "p" | "r" | "f1">): string {
  return `${name.padEnd(16)}P ${p.toFixed(1)}  R ${r.toFixed(1)}  F1 ${f1.toFixed(1)}`
}

/** The whole table of a score. */
export function table(whole: AttributionScore): string {
  const roles = (["cue", "source", "content"] as const).map(
    role => `${role.padEnd(16)}${whole[role].exact.f1.toFixed(1)} / ${whole[role].overlap.f1.toFixed(1)}`,
  )
  const kinds = (["soft", "strict", "strict_trim", "lenient", "aligned"] as const).map(kind => line(kind, whole.relation[kind]))
  return [...roles, ...kinds].join("\n")
}

/** F1 of several figures taken together. */
export function pooled(figures: readonly Figure[]): Pick<Figure, "p" | "r" | "f1"> {
  const sum = (of: (figure: Figure) => number) => figures.reduce((total, each) => total + of(each), 0)
  const [tp, pred, gold] = [sum(({ tp }) => tp), sum(({ pred }) => pred), sum(({ gold }) => gold)]
  return { p: (100 * tp) / pred, r: (100 * tp) / gold, f1: (200 * tp) / (pred + gold) }
}
