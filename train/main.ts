import { keepOutOfFold, trainAttribution } from "./attribution/index.ts"
import { trainTagging } from "./tagging/index.ts"

/** `npm run train [-- STEP…]`: builds the weights under `model/`, byte for byte the same on every run. */
const STEPS: readonly { readonly name: string; run(say: (line: string) => void): void }[] = [
  { name: "tagging", run: trainTagging },
  { name: "attribution", run: say => trainAttribution(say, keepOutOfFold) },
]

const wanted = process.argv.slice(2)
const begun = performance.now()
for (const { name, run } of STEPS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`${name} → model/${name}.bin`)
  run(line => console.log(`${line} (${Math.round((performance.now() - begun) / 1000)} s)`))
}
