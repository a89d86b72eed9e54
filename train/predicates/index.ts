import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../corpora.ts"
import { type Evidence, evidenceOf, type Taught } from "./evidence.ts"

const FOLDER = join(ROOT, "train/predicates")
const FILE = join(ROOT, "src/core/resolve/predicates.ts")

/** Counts each taught predicate in the corpora and writes what they say of it into the core. */
export function trainPredicates(say: (line: string) => void): void {
  const taught = taughtIn(readFileSync(join(FOLDER, "taught.txt"), "utf8"))
  const evidence = evidenceOf(taught)
  writeFileSync(FILE, `${HEADER}${taught.map((each, at) => lineOf(each, evidence[at]!)).join("\n")}\n]\n`)
  say(`${taught.length} predicates`)
}

function taughtIn(text: string): Taught[] {
  return text
    .split("\n")
    .filter(line => line && !line.startsWith("#"))
    .map(line => {
      const [name = "", sentence = ""] = line.split(" | ")
      const [lemma = "", frame] = name.split(" ")
      return { lemma, frame: frame === "to" ? "to" : "that", sentence }
    })
}

function lineOf({ lemma, frame, sentence }: Taught, { affirmed, negated, counts }: Evidence): string {
  const value = (number: number | null) => (number === null ? "null" : String(Math.round(number * 10) / 10))
  return `  /** “${sentence}” */\n  [${JSON.stringify(lemma)}, ${JSON.stringify(frame)}, ${value(affirmed)}, ${value(negated)}, [${counts.join(", ")}]],`
}

const HEADER = `/**
 * What a predicate does to what it governs, in the manner of FactBank (Saurí and Pustejovsky 2009): how firmly whoever uses it holds that it is so, from
 * 3 (certain) over 0 (open) to −3 (certain that it is not); then the same where the predicate is negated, null where no corpus tells. Infinitives: mean
 * judgements of people in MegaVeridicality (White and Rawlins 2018), of RP (Ross and Pavlick 2019) and UW (Lee et al. 2015), train and dev. Clauses,
 * as their source presents them: relations in TimeBank and AQUAINT, MegaVeridicality where those say “modal” or nothing. The counts: judged sentences
 * of MegaVeridicality, RP, UW; relations in TimeBank and AQUAINT; cues in PolNeAR train. Written by \`npm run train -- predicates\`; the comments are
 * invented sentences.
 */
export type Predicate = readonly [
  lemma: string,
  frame: "that" | "to",
  affirmed: number,
  negated: number | null,
  counts: readonly [mega: number, rp: number, uw: number, timebank: number, polnear: number],
]

export const PREDICATES: readonly Predicate[] = [
`
