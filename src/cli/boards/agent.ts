import { counted, type Look, STANCE_WORDS } from "../../core/index.ts"
import type { AgentSheet, Evidence, Named, Page } from "../../ledger/index.ts"
import { drawnJudgements } from "./judgements.ts"
import { articleName, block, dayOf, INDENT, joined, type Lines, nameOf, section } from "./lines.ts"

interface Who {
  readonly sheet: AgentSheet
  readonly said: Page<Evidence>
  /** Others who answer to the name. */
  readonly others: readonly Named[]
}

/** Someone for a terminal: who it is, where a position changed, and what was said, the newest first. */
export function drawAgent({ sheet, said, others }: Who, look: Look): string {
  return joined([
    heading(sheet, look),
    others.length > 0
      ? [
          section("Others of that name", look),
          ...others.flatMap(each => block(`${nameOf(each)} · ${counted(each.statements, "statement")} · ${each.id}`, { look })),
        ]
      : [],
    sheet.suggests.length > 0
      ? [
          section("Perhaps the same", look),
          ...sheet.suggests.flatMap(({ agent, why }) => block(`${nameOf(agent)} (${why}) · ${agent.id}`, { look })),
        ]
      : [],
    turned(sheet, look),
    [section("Said", look), ...said.items.flatMap(each => ["", ...linesOf(each, look)])],
    said.next ? block(`The list goes on: --cursor ${said.next}`, { look, inks: ["dim"] }) : [],
    drawnJudgements(sheet.judgements, look),
  ])
}

function heading(sheet: AgentSheet, look: Look): Lines {
  const others = sheet.names.filter(name => name !== sheet.name)
  return [
    ...block(sheet.name, { look, inks: ["bold"] }),
    ...block([sheet.kind, ...sheet.roles].join(" · "), { look }),
    ...block(sheet.actsFor ? `speaks for ${sheet.actsFor.name}` : "", { look }),
    ...block(sheet.spokenForBy.length > 0 ? `spoken for by ${sheet.spokenForBy.map(({ name }) => name).join(", ")}` : "", { look }),
    ...block(others.length > 0 ? `also ${others.join(", ")}` : "", { look, inks: ["dim"] }),
    ...block(`${counted(sheet.statements, "statement")} on ${counted(sheet.claims, "claim")} · ${sheet.id}`, { look, inks: ["dim"] }),
  ]
}

function turned({ turned }: AgentSheet, look: Look): Lines {
  if (turned.length === 0) return []
  const lines = turned.flatMap(({ text, claim, position }) => [
    "",
    ...block(text, { look }),
    ...block(position.turns.map(({ stance, when }) => `${STANCE_WORDS[stance]}${when ? ` ${dayOf(when)}` : ""}`).join(", then "), {
      look,
      indent: INDENT,
      inks: ["bold"],
    }),
    ...block(claim, { look, indent: INDENT, inks: ["dim"] }),
  ])
  return [section("Changed position", look), ...lines]
}

function linesOf(each: Evidence, look: Look): Lines {
  return [
    ...block(`${dayOf(each.when)} · ${STANCE_WORDS[each.stance]}`, { look, inks: ["bold"] }),
    ...block(each.sentence.text, { look, indent: INDENT }),
    ...block(`${articleName(each.article)}${each.past ? "; in an earlier version only" : ""}${each.claim ? ` · ${each.claim}` : ""}`, {
      look,
      indent: INDENT,
      inks: ["dim"],
    }),
  ]
}
