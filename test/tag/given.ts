import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Prose, Tagged } from "../../src/core/data.ts"
import { segment } from "../../src/core/segment/index.ts"
import { openTaggingModel, type TagOptions, tag } from "../../src/core/tag/index.ts"
import { ROOT } from "../../train/corpora.ts"
import { lines } from "../segment/given.ts"

export const BYTES: Uint8Array = readFileSync(join(ROOT, "model/tagging.bin"))
const MODEL = openTaggingModel(BYTES)

/** Text read up to its grammar, as an article whose lines are its paragraphs. */
export function analysed(text: string, options?: TagOptions): { prose: Prose; tagged: Tagged } {
  const prose = segment({ text, blocks: lines(text) })
  return { prose, tagged: tag(prose, MODEL, options) }
}
