import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { loadModel } from "../../model/index.ts"
import { type Model, type RecordPage, read, Unreadable } from "../../src/core/index.ts"
import { corpus, ROOT, SHARED } from "../../train/corpora.ts"

export const about =
  "52 annotated articles: stances, sources, unnamed sources, relays, dates, hearers, claims, each against a careful reader"

const FOLDER = join(ROOT, ".measure/stance")

/**
 * `npm run measure -- stance [--misses] [--halves | --half 0 | --half 1]`: prints what the scorer beside the annotations says; with `--misses`
 * also each mistake; with `--halves` once more for each half of the articles. Rules are written looking at half 0; half 1 shows what they are worth
 * to articles that nobody looked at.
 */
export function measure(args: readonly string[]): void {
  const folder = readAll(inputs())
  const options = args.includes("--misses") ? ["--misses"] : []
  const only = args.indexOf("--half")
  if (only < 0) console.log(score(join(SHARED, "gold"), folder, options))
  const halves = only >= 0 ? [Number(args[only + 1])] : args.includes("--halves") ? [0, 1] : []
  for (const half of halves) console.log(`half ${half}: ${score(goldOf(half), folder, options)}`)
}

/** Figures in percent, as the quality gates name them. */
export interface StanceFigures {
  readonly "statements F1": number
  readonly confirms: number
  readonly denies: number
  readonly declines: number
  readonly unanswered: number
  readonly "source name": number
  readonly "relay exact": number
  readonly said: number
  readonly "unnamed F1": number
  readonly "about F1": number
}

/** What the scorer says of all articles. Throws when corpora or annotations are absent. */
export function stanceFigures(): StanceFigures {
  const told = JSON.parse(score(join(SHARED, "gold"), readAll(inputs()), ["--json"])) as Scores
  const { statements, stance, source, relay, said, unnamed, about: pairs } = told
  return {
    "statements F1": 100 * statements.f1,
    confirms: 100 * stance.confirms.f1,
    denies: 100 * stance.denies.f1,
    declines: 100 * stance.declines.f1,
    unanswered: 100 * stance.unanswered.f1,
    "source name": 100 * source.name.share,
    "relay exact": 100 * relay.chain.share,
    said: 100 * said.share,
    "unnamed F1": 100 * unnamed.f1,
    "about F1": 100 * pairs.f1,
  }
}

/** What is used of the scorer's JSON: shares from 0 to 1. */
interface Scores {
  readonly statements: { readonly f1: number }
  readonly stance: Readonly<Record<"confirms" | "denies" | "declines" | "unanswered", { readonly f1: number }>>
  readonly source: { readonly name: { readonly share: number } }
  readonly relay: { readonly chain: { readonly share: number } }
  readonly said: { readonly share: number }
  readonly unnamed: { readonly f1: number }
  readonly about: { readonly f1: number }
}

function score(gold: string, readings: string, options: readonly string[]): string {
  return execFileSync(process.execPath, [join(gold, "score_stance.mjs"), readings, ...options], OUTPUT)
}

/** The annotations of one half of the articles, by a hash of their names, with the scorer beside them. Gives their folder. */
function goldOf(half: number): string {
  const folder = join(FOLDER, `half-${half}`)
  mkdirSync(folder, { recursive: true })
  copyFileSync(join(SHARED, "gold/score_stance.mjs"), join(folder, "score_stance.mjs"))
  const gold = JSON.parse(readFileSync(join(SHARED, "gold/stance.json"), "utf8")) as { docs: { id: string }[] }
  const docs = gold.docs.filter(({ id }) => createHash("sha256").update(id).digest()[0]! % 2 === half)
  writeFileSync(join(folder, "stance.json"), JSON.stringify({ ...gold, docs }))
  return folder
}

/** Misses are many lines. */
const OUTPUT = { encoding: "utf8", maxBuffer: 1 << 26 } as const

/** The records of the annotated articles, written from the corpora they lie in. Gives their folder. */
function inputs(): string {
  const folder = join(FOLDER, "inputs")
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of ["galaxy", "basil", "polnear"]) corpus(name)
  execFileSync(process.execPath, [join(SHARED, "gold/make_inputs.mjs"), dirname(corpus("polnear")), folder], OUTPUT)
  return folder
}

/** Reads each record and writes the reading beside it. Gives the folder of the readings. */
function readAll(inputs: string): string {
  const folder = join(FOLDER, "readings")
  mkdirSync(folder, { recursive: true })
  const model = loadModel()
  for (const file of readdirSync(inputs)) writeFileSync(join(folder, file.replace(/l$/, "")), readOne(join(inputs, file), model))
  return folder
}

/** Publisher and date come with the record: they are known of any page that is fetched. */
function readOne(file: string, model: Model): string {
  const record = JSON.parse(readFileSync(file, "utf8")) as Omit<RecordPage, "kind">
  try {
    return JSON.stringify(read({ ...record, kind: "record" }, model))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    console.log(`${file}: ${error.message}`)
    return JSON.stringify({ article: { text: record.text }, agents: [], statements: [], claims: [] })
  }
}
