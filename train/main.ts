import { keepOutOfFold, trainAttribution } from "./attribution/index.ts"
import { trainPredicates } from "./predicates/index.ts"
import { trainSameness } from "./sameness/index.ts"
import { trainTagging } from "./tagging/index.ts"

/** `npm run train [-- STEP…]`: builds the weights under `model/`, and the few that stand in the code, byte for byte the same on every run. */
const STEPS: readonly { readonly name: string; readonly to: string; run(say: (line: string) => void): void }[] = [
  { name: "tagging", to: "model/tagging.bin", run: trainTagging },
  { name: "attribution", to: "model/attribution.bin", run: say => trainAttribution(say, keepOutOfFold) },
  { name: "sameness", to: "src/core/claim/weights.ts", run: trainSameness },
  { name: "predicates", to: "src/core/resolve/predicates.ts", run: trainPredicates },
]

const wanted = process.argv.slice(2)
const begun = performance.now()
for (const { name, to, run } of STEPS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`${name} → ${to}`)
  run(line => console.log(`${line} (${Math.round((performance.now() - begun) / 1000)} s)`))
}
