import type { Attribution } from "../data.ts"
import type { OpenDoubt } from "./memory.ts"
import { type Scene, tokensIn } from "./scene.ts"

/** Fewer words than this between quotation marks are a title, a nickname or a word held at arm's length. */
const LEAST_QUOTED_TOKENS = 6

/** Somebody is quoted, and no attribution reaches the words. */
export function unattributed(scene: Scene, found: readonly Attribution[]): OpenDoubt[] {
  const spans = found
    .flatMap(({ content, cue, source }) => [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])])
    .sort((a, b) => a.start - b.start)
  let at = 0
  let reach = -1
  return scene.prose.quotations.flatMap(quotation => {
    if (quotation.depth > 0) return []
    while (at < spans.length && spans[at]!.start < quotation.end) reach = Math.max(reach, spans[at++]!.end)
    const { first, last } = tokensIn(scene.prose, quotation)
    const quiet = /^(byline|credit|leftover|caption)$/.test(scene.prose.blocks[quotation.block]!.role)
    if (reach > quotation.start || quiet || last - first < LEAST_QUOTED_TOKENS) return []
    const says = "Someone is quoted here, but no one near is said to have spoken"
    return [{ rule: "no-source", start: quotation.start, end: quotation.end, says, candidates: [] }]
  })
}
