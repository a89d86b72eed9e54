import type { Look } from "../../core/index.ts"
import type { JudgementLine } from "../../ledger/index.ts"
import { block, dayOf, INDENT, joined, type Lines, section } from "./lines.ts"

/** Judgements for a terminal. */
export function drawJudgements(items: readonly JudgementLine[], look: Look): string {
  return items.length === 0 ? "No judgement was made\n" : joined([drawnJudgements(items, look)])
}

/** Judgements as a part of something else; nothing where there are none. */
export function drawnJudgements(items: readonly JudgementLine[], look: Look): Lines {
  if (items.length === 0) return []
  return [section("Judgements", look), ...items.flatMap(each => ["", ...linesOf(each, look)])]
}

function linesOf({ id, at, who, why, says, undoneBy, orphan }: JudgementLine, look: Look): Lines {
  const state = undoneBy ? "taken back since" : orphan ? "without effect: what it speaks of is no longer there" : ""
  return [
    ...block(says, { look, inks: ["bold"] }),
    ...block(why, { look, indent: INDENT }),
    ...block([`${who}, ${dayOf(at)}`, state, id].filter(each => each !== "").join(" · "), { look, indent: INDENT, inks: ["dim"] }),
  ]
}
