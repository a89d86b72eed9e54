import { readFileSync } from "node:fs"
import { join } from "node:path"
import { openTaggingModel, tag } from "../src/core/tag/index.ts"
import { extract } from "../src/core/article/index.ts"
import { segment } from "../src/core/segment/index.ts"
import type { Analyse } from "./analyse.ts"
import { ROOT } from "./corpora.ts"
import { trainCues } from "./cues/index.ts"
import { trainTagging } from "./tagging/index.ts"

/** `npm run train [-- STEP…]`: builds the weights under `model/`, byte for byte the same on every run. */
const STEPS: readonly { readonly name: string; readonly file: string; run(say: (line: string) => void): void }[] = [
  { name: "tagging", file: "tagging.bin", run: trainTagging },
  { name: "cues", file: "cues.bin", run: say => trainCues(analyser(), say) },
]

const wanted = process.argv.slice(2)
const begun = performance.now()
for (const { name, file, run } of STEPS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`${name} → model/${file}`)
  run(line => console.log(`${line} (${Math.round((performance.now() - begun) / 1000)} s)`))
}

/** The cues learn from text as reading analyses it: by the tagging weights that were trained just before. */
function analyser(): Analyse {
  const model = openTaggingModel(readFileSync(join(ROOT, "model/tagging.bin")))
  return text => {
    const prose = segment(extract({ kind: "text", text, source: "corpus" }))
    return { prose, tagged: tag(prose, model) }
  }
}
