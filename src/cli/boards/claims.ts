import { counted, type Look, STANCE_WORDS, STANCES } from "../../core/index.ts"
import type { ClaimLine, Page } from "../../ledger/index.ts"
import { block, dayOf, INDENT, joined, type Lines, section } from "./lines.ts"

/** A list of claims for a terminal: each with how many stand where, and the id by which to ask on. */
export function drawClaims({ items, next }: Page<ClaimLine>, look: Look): string {
  if (items.length === 0) return "No claim fits\n"
  const contested = items.filter(each => each.contested)
  const others = items.filter(each => !each.contested)
  return joined([
    contested.length > 0 ? [section("Contested claims", look), ...contested.flatMap(claim => ["", ...linesOf(claim, look)])] : [],
    others.length > 0 ? [section("Uncontested", look), ...others.flatMap(claim => ["", ...linesOf(claim, look)])] : [],
    block(`One of them with all that stands behind it: hearsay claim ID${next ? `. The list goes on: --cursor ${next}` : ""}`, {
      look,
      inks: ["dim"],
    }),
  ])
}

function linesOf(claim: ClaimLine, look: Look): Lines {
  const stances = STANCES.filter(stance => claim.voices[stance] > 0).map(stance => `${claim.voices[stance]} ${STANCE_WORDS[stance]}`)
  const days = [
    claim.firstAsserted ? `first asserted ${dayOf(claim.firstAsserted)}` : "",
    claim.firstDenied ? `first denied ${dayOf(claim.firstDenied)}` : "",
  ].filter(each => each !== "")
  const where = `${counted(claim.statements, "statement")} in ${counted(claim.articles, "article")}${claim.outlets.length > 0 ? `: ${shown(claim.outlets)}` : ""}`
  const warning = claim.unnamed ? "nobody who asserts it is named" : ""
  return [
    ...block(claim.text || "What they were asked about is not told", { look, inks: ["bold"] }),
    ...block(stances.join(" · "), { look, indent: INDENT }),
    ...block([where, ...days, warning].filter(each => each !== "").join(" · "), { look, indent: INDENT, inks: ["dim"] }),
    ...block(claim.id, { look, indent: INDENT, inks: ["dim"] }),
  ]
}

/** More outlets are counted, not named. */
const MOST_OUTLETS = 5

function shown(outlets: readonly string[]): string {
  const rest = outlets.length - MOST_OUTLETS
  return outlets.slice(0, MOST_OUTLETS).join(", ") + (rest > 0 ? ` and ${rest} more` : "")
}
