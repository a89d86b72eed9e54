import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type Bearing, bearingOf } from "../../src/core/resolve/index.ts"
import { corpus } from "../../train/corpora.ts"

export const about = "Headlines of Emergent against their claim: for, against, observing; a tenth of the claims is left for development"

/** A headline and the claim it is held against. */
interface Pair {
  readonly claim: string
  readonly claimId: string
  readonly headline: string
  readonly stance: Stance
}

const STANCES = ["for", "against", "observing"] as const
type Stance = (typeof STANCES)[number]

const STANCE_OF: Readonly<Record<Bearing, Stance>> = { affirms: "for", denies: "against", reports: "observing" }

/** What others reached, on the corpus's own split (Ferreira and Vlachos 2016, logistic regression). Percent. */
const PUBLISHED = 73

/** `npm run measure -- emergent [--dev]`: nine tenths of the claims; `--dev` the tenth that may be looked at, with what was mistaken. */
export function measure(args: readonly string[]): void {
  const isDev = args.includes("--dev")
  const pairs = pairsOf(readFileSync(join(corpus("emergent"), "edata_all.csv"), "utf8")).filter(pair => inDev(pair) === isDev)
  const read = pairs.map(pair => ({ ...pair, found: STANCE_OF[bearingOf(pair.headline, pair.claim)] }))
  if (isDev) for (const { stance, found, headline } of read) if (stance !== found) console.log(`${stance}, read as ${found}: ${headline}`)
  const right = read.filter(({ stance, found }) => stance === found).length
  console.log(`${pairs.length} headlines on ${new Set(pairs.map(({ claimId }) => claimId)).size} claims`)
  for (const stance of STANCES) console.log(lineOf(stance, read))
  console.log(`accuracy ${percent(right / pairs.length)} (published logistic regression: ${PUBLISHED})`)
}

/** Every tenth claim, by a hash of its id. */
function inDev({ claimId }: Pair): boolean {
  return createHash("sha256").update(claimId).digest().readUInt32BE(0) % 10 === 0
}

function lineOf(stance: Stance, read: readonly { readonly stance: Stance; readonly found: Stance }[]): string {
  const both = read.filter(each => each.stance === stance && each.found === stance).length
  const [p, r] = [both / read.filter(({ found }) => found === stance).length, both / read.filter(each => each.stance === stance).length]
  return `${stance.padEnd(11)}P ${percent(p)}  R ${percent(r)}  F1 ${percent((2 * p * r) / (p + r))}`
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}

function pairsOf(csv: string): Pair[] {
  const [head, ...rows] = rowsOf(csv)
  const column = (name: string) => head!.indexOf(name)
  const [claim, claimId, headline, stance] = ["claimHeadline", "claimId", "articleHeadline", "articleHeadlineStance"].map(column)
  return rows
    .filter(row => row.length === head!.length)
    .map(row => ({ claim: row[claim!]!, claimId: row[claimId!]!, headline: row[headline!]!, stance: row[stance!] as Stance }))
}

/** Fields may be quoted; a quotation mark in one is doubled (RFC 4180). No field of this file runs over a line. */
function rowsOf(csv: string): string[][] {
  return csv
    .split(/\r?\n/)
    .filter(line => line !== "")
    .map(line =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replace(/""/g, '"') ?? plain!),
    )
}
