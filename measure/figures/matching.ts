import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { JOIN_CLUE_NAMES, PAIR_CLUE_NAMES } from "../../src/ledger/match/index.ts"
import { ROOT } from "../../train/corpora.ts"
import { courseOf, learnt } from "../matching.ts"
import { theEvents } from "./stories.ts"

export const about = "Learns what tells that two statements are of one claim, from all events, and shows it; with --write also keeps it"

/** `npm run measure -- matching [--write]`: writes `src/ledger/match/weights.ts`. What it is worth shows `stories`, which leaves each event out. */
export function measure(args: readonly string[]): void {
  const { inside, across, join: joins } = learnt(theEvents().map(courseOf))
  const tables = [
    table("INSIDE", "PairClue", "Of two statements of one article.", PAIR_CLUE_NAMES, inside),
    table("ACROSS", "PairClue", "Of two statements of two articles.", PAIR_CLUE_NAMES, across),
    table("JOIN", "JoinClue", "Of a unit and a claim that it could join, against a claim of its own.", JOIN_CLUE_NAMES, joins),
  ]
  const file = [HEAD, ...tables].join("\n")
  if (args.includes("--write")) writeFileSync(join(ROOT, "src/ledger/match/weights.ts"), file)
  else console.log(file)
}

const HEAD = `import type { JoinClue } from "./join.ts"
import type { PairClue } from "./pair.ts"

// What each clue weighs, in natural log-odds. Written by \`npm run measure -- matching --write\`; not by hand.
`

function table(name: string, type: string, says: string, names: readonly string[], weights: readonly number[]): string {
  const lines = names.map((each, at) => `  ${each}: ${Number(weights[at]!.toFixed(3))},`)
  return `/** ${says} */\nexport const ${name}: Readonly<Record<${type}, number>> = {\n${lines.join("\n")}\n}\n`
}
