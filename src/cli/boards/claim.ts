import { counted, inked, type Look, STANCE_WORDS, STANCES } from "../../core/index.ts"
import type { ClaimSheet, Evidence, OriginNode, PositionLine } from "../../ledger/index.ts"
import { drawnJudgements } from "./judgements.ts"
import { articleName, block, dayOf, INDENT, joined, type Lines, nameOf, STANCE_COLUMNS, section, stanceMark } from "./lines.ts"

/** One claim for a terminal: who stands where, where it comes from, and the sentences behind it, by the numbers that positions refer to. */
export function drawClaim(sheet: ClaimSheet, look: Look): string {
  const numbers = new Map(sheet.evidence.map(({ id }, at) => [id, at + 1]))
  return joined([
    heading(sheet, look),
    positions(sheet, numbers, look),
    origins(sheet, look),
    evidence(sheet.evidence, look),
    drawnJudgements(sheet.judgements, look),
  ])
}

function heading({ text, statements, articles, outlets, firstAsserted, firstDenied, id }: ClaimSheet, look: Look): Lines {
  const days = [
    firstAsserted ? `First asserted ${dayOf(firstAsserted)}` : "Asserted by nobody",
    firstDenied ? `first denied ${dayOf(firstDenied)}` : "",
  ]
  return [
    ...block(text || "What they were asked about is not told", { look, inks: ["bold"] }),
    ...block(`${counted(statements, "statement")} in ${counted(articles, "article")} of ${counted(outlets.length, "outlet")}`, {
      look,
      inks: ["dim"],
    }),
    ...block(days.filter(each => each !== "").join(" · "), { look, inks: ["dim"] }),
    ...block(id, { look, inks: ["dim"] }),
  ]
}

function positions({ positions }: ClaimSheet, numbers: ReadonlyMap<string, number>, look: Look): Lines {
  const sorted = STANCES.flatMap(stance => positions.filter(position => position.stance === stance))
  return [section("Who stands where", look), ...sorted.flatMap(position => positionOf(position, numbers, look))]
}

function positionOf(position: PositionLine, numbers: ReadonlyMap<string, number>, look: Look): Lines {
  const own = position.statements.flatMap(id => numbers.get(id) ?? [])
  const before = position.turns.slice(0, -1).map(({ stance, when }) => `${STANCE_WORDS[stance]}${when ? ` ${dayOf(when)}` : ""}`)
  const changed = before.length > 0 ? `; before: ${before.join(", ")}` : ""
  const indent = STANCE_COLUMNS
  const lines = block(`${nameOf(position.agent, position.words)} [${own.join(", ")}]${changed}`, { look, indent })
  return lines.map((line, at) => (at === 0 ? stanceMark(position.stance, look) + line.slice(indent) : line))
}

function origins({ origins }: ClaimSheet, look: Look): Lines {
  const { least, most } = origins.independent
  const range = least === most ? counted(most, "independent origin") : `${least} to ${most} independent origins`
  return [
    section("Where it comes from", look),
    ...block(range, { look }),
    ...origins.roots.flatMap(root => nodeOf(root, 0, look)),
    ...origins.undecided.flatMap(words => block(`Undecided: ${words}`, { look, inks: ["yellow"] })),
    ...origins.alarms.flatMap(({ says }) => block(`Beware: ${says}`, { look, inks: ["red"] })),
  ]
}

function nodeOf(node: OriginNode, depth: number, look: Look): Lines {
  const why = [...new Set(node.merges.map(each => each.why))].join(", ")
  const words = node.kind === "relay" ? `by way of ${node.words}` : node.article ? articleName(node.article) : node.words
  return [
    ...block(words + (why ? ` (one because: ${why})` : ""), { look, indent: INDENT * (depth + 1) - 2 }),
    ...node.carriedBy.flatMap(each => nodeOf(each, depth + 1, look)),
  ]
}

function evidence(all: readonly Evidence[], look: Look): Lines {
  return [section("The sentences", look), ...all.flatMap((each, at) => ["", ...sentenceOf(each, at + 1, look)])]
}

function sentenceOf(each: Evidence, number: number, look: Look): Lines {
  const past = each.past ? "; in an earlier version only" : ""
  const facts = [
    each.relayedBy.length > 0 ? `via ${each.relayedBy.map(({ name }) => name).join(", via ")}` : "",
    each.said ? `said ${dayOf(each.said)}` : "",
    each.citing ? `citing ${each.citing.words}` : "",
  ].filter(words => words !== "")
  const head = `${nameOf(each.agent)} ${STANCE_WORDS[each.stance]}`
  return [
    ...block(head, { look, indent: INDENT, inks: ["bold"] }).map((line, at) =>
      at === 0 ? inked(String(number).padStart(INDENT - 1), look, "dim") + line.slice(INDENT - 1) : line,
    ),
    ...block(each.sentence.text, { look, indent: INDENT }),
    ...block([articleName(each.article) + past, ...facts].join(" · "), { look, indent: INDENT, inks: ["dim"] }),
    ...block(each.id, { look, indent: INDENT, inks: ["dim"] }),
  ]
}
