import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { openTaggingModel, type TaggingModel } from "../../src/core/tag/index.ts"
import { ROOT } from "../corpora.ts"
import { polnear } from "../polnear.ts"
import { type Paces, trainModel } from "./model.ts"
import { ewtLessons, gumLessons, type Lesson, polnearLessons } from "./treebanks.ts"

const SEED = 20161108
/** Fewer times through than the model that reading uses: close to it in what it gets wrong, and sooner trained. */
const PACES: Paces = {
  seed: SEED,
  tags: { epochs: 4, bits: 17, seed: SEED, margin: 40, thinAt: 2, thin: 1.5, prune: 0.8, step: 0.6 },
  unseen: { epochs: 2, thinAt: 1, folds: 2 },
  parse: {
    moves: { epochs: 5, bits: 20, seed: SEED, margin: 300, thinAt: 3, thin: 2.5, prune: 1.2, step: 1 },
    relations: { bits: 17, margin: 120, thinAt: 3, thin: 2.5, prune: 1.2, step: 0.9 },
    exploreFrom: 1,
    follow: 0.9,
    silverFrom: 3,
  },
  names: { epochs: 4, bits: 16, seed: SEED, margin: 40, thinAt: 2, thin: 1, prune: 0.6, step: 0.5 },
}

/** One fold of PolNeAR's train side: the articles by name, and a model that has learnt from all others. */
export interface Fold {
  readonly names: ReadonlySet<string>
  readonly model: TaggingModel
}

/**
 * A tagging model for each fold, trained without it: what learns from the grammar of an article must see it as bad as it is in reading.
 * The fold of an article is its index in `polnear("train")` modulo `folds`. Kept in `.measure/tagging-fold-N.bin`, so that it is learnt once,
 * until the tagging is trained anew; a file that is no model of this version is made anew.
 */
export function jackknifedModels(folds: number, say: (line: string) => void): Fold[] {
  const names = polnear("train").map(({ name }) => name)
  let lessons: { silver: Lesson[]; gold: Lesson[] } | null = null
  return Array.from({ length: folds }, (_, fold) => {
    const own = new Set(names.filter((_, at) => at % folds === fold))
    const kept = keptModel(fold)
    if (kept) return { names: own, model: kept }
    lessons ??= { silver: polnearLessons("train"), gold: [...gumLessons("train"), ...ewtLessons("train")] }
    say(`  without fold ${fold} of ${folds}`)
    const silver = lessons.silver.filter(({ name }) => !own.has(name))
    return { names: own, model: keep(fold, trainModel(silver, lessons.gold, PACES, say)) }
  })
}

/** Forgets what is kept: it belongs to the tagging that was trained with it. */
export function forgetJackknifed(): void {
  const folder = join(ROOT, ".measure")
  if (!existsSync(folder)) return
  for (const file of readdirSync(folder)) if (/^tagging-fold-\d+\.bin$/.test(file)) rmSync(join(folder, file))
}

function fileOf(fold: number): string {
  return join(ROOT, ".measure", `tagging-fold-${fold}.bin`)
}

function keptModel(fold: number): TaggingModel | null {
  if (!existsSync(fileOf(fold))) return null
  try {
    return openTaggingModel(readFileSync(fileOf(fold)))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Written beside and renamed, so that the file is there whole or not at all. */
function keep(fold: number, bytes: Uint8Array): TaggingModel {
  mkdirSync(join(ROOT, ".measure"), { recursive: true })
  const half = `${fileOf(fold)}.part`
  writeFileSync(half, bytes)
  renameSync(half, fileOf(fold))
  return openTaggingModel(bytes)
}
