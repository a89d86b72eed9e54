import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../corpora.ts"
import { forgetJackknifed } from "./jackknife.ts"
import { type Paces, trainModel } from "./model.ts"
import { ewtLessons, gumLessons, polnearLessons } from "./treebanks.ts"

export { jackknifedModels } from "./jackknife.ts"

const SEED = 20161108
const PACES: Paces = {
  seed: SEED,
  tags: { epochs: 6, bits: 17, seed: SEED, margin: 40, thinAt: 3, thin: 1.5, prune: 0.8, step: 0.6 },
  unseen: { epochs: 3, thinAt: 2, folds: 4 },
  parse: {
    moves: { epochs: 6, bits: 20, seed: SEED, margin: 300, thinAt: 3, thin: 2.5, prune: 1.2, step: 1 },
    relations: { bits: 17, margin: 120, thinAt: 3, thin: 2.5, prune: 1.2, step: 0.9 },
    exploreFrom: 1,
    follow: 0.9,
    silverFrom: 3,
  },
  names: { epochs: 6, bits: 16, seed: SEED, margin: 40, thinAt: 3, thin: 1, prune: 0.6, step: 0.5 },
}

/** Learns `model/tagging.bin` from the silver of PolNeAR and the gold of GUM and EWT, train sides only. */
export function trainTagging(say: (line: string) => void): void {
  forgetJackknifed()
  const silver = polnearLessons("train")
  const gold = [...gumLessons("train"), ...ewtLessons("train")]
  say(`  ${silver.length} articles of silver, ${gold.length} documents of gold`)
  const bytes = trainModel(silver, gold, PACES, say)
  writeFileSync(join(ROOT, "model/tagging.bin"), bytes)
  say(`  model/tagging.bin: ${bytes.length} bytes`)
}
