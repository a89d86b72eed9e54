import type { Block, Prose } from "../../src/core/data.ts"
import { segment } from "../../src/core/segment/index.ts"

/** Text cut as an article whose lines are its paragraphs. */
export function cut(text: string): Prose {
  return segment({ text, blocks: lines(text) })
}

/** A block for each line that holds something. */
export function lines(text: string): Block[] {
  let start = 0
  return text.split("\n").flatMap(line => {
    const block: Block = { role: "paragraph", start, end: start + line.length }
    start = block.end + 1
    return line.trim() === "" ? [] : [block]
  })
}
