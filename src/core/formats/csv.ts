import type { Agent, Reading } from "../data.ts"
import { type Board, boardOf } from "./board.ts"
import type { Format } from "./format.ts"
import { type Told, whoIs, wordsOf } from "./told.ts"

/** What a row is made from. */
interface Given {
  readonly told: Told
  readonly reading: Reading
  readonly board: Board
  readonly agents: ReadonlyMap<string, Agent>
}

/** What a cell of a table is made from; nothing for what is not known. */
export type Cell = string | number | boolean | null | undefined

/** The columns, those a person looks at first in front. Lists within a cell are parted by “; ”; offsets are those of the JSON. */
const COLUMNS: readonly (readonly [name: string, cell: (given: Given) => Cell])[] = [
  ["number", ({ told }) => told.number],
  ["source", ({ told }) => told.who.name],
  ["role", ({ told }) => told.who.role],
  ["kind", given => speaker(given)?.kind],
  ["stance", ({ told }) => told.statement.stance],
  ["content", ({ told }) => told.words],
  ["relayed_by", ({ told, agents }) => named(told.statement.relayedBy, agents)],
  ["said", ({ told }) => told.statement.said?.value],
  ["to", ({ told, ...given }) => nameOrWords(given, told.statement.to)],
  ["venue", ({ told, reading }) => words(reading, told.statement.venue)],
  ["asked_by", ({ told, agents }) => named(told.statement.askedBy ? [told.statement.askedBy.agent] : [], agents)],
  ["citing", ({ told, reading }) => words(reading, told.statement.citing)],
  ["form", ({ told }) => told.statement.form],
  ["act", ({ told }) => told.statement.act],
  ["certainty", ({ told }) => told.statement.certainty],
  ["polarity", ({ told }) => told.statement.polarity],
  ["cue", ({ told, reading }) => words(reading, told.statement.cue)],
  ["claim", ({ told, board }) => board.entryOf.get(told.statement.id)?.words],
  ["contested", ({ told, board }) => board.contested.includes(board.entryOf.get(told.statement.id)!)],
  ["confidence", ({ told }) => told.statement.confidence],
  ["start", ({ told }) => told.statement.content[0]?.start],
  ["end", ({ told }) => told.statement.content.at(-1)?.end],
  ["publisher", ({ reading }) => reading.article.publisher],
  ["published", ({ reading }) => reading.article.published],
  ["title", ({ reading }) => reading.article.title],
  ["url", ({ reading }) => reading.article.url],
  ["statement_id", ({ told }) => told.statement.id],
  ["claim_id", ({ told, board }) => board.entryOf.get(told.statement.id)?.claim.id],
  ["article_id", ({ reading }) => reading.article.id],
]

/** How formulas begin; in the wide forms too, which some spreadsheets read as the narrow ones. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/

/** A table begins with a byte-order mark: spreadsheets take one without for one in their own code page. */
export const CSV_BEGINS = "\ufeff"

/** A table with a row for each statement, for spreadsheets: RFC 4180, in UTF-8. */
export const csv: Format = {
  name: "csv",
  extension: ".csv",
  many: true,
  head: `${CSV_BEGINS}${csvLine(COLUMNS.map(([name]) => name))}`,
  between: "",
  foot: "",
  write: rows,
  beside: null,
}

function rows(reading: Reading): string {
  const board = boardOf(reading)
  const agents = new Map(reading.agents.map(agent => [agent.id, agent]))
  return board.statements.map(told => csvLine(COLUMNS.map(([, cell]) => cell({ told, reading, board, agents })))).join("")
}

/** A row of a table (RFC 4180), with its line end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(",")}\r\n`
}

/**
 * A cell in quotation marks where it needs them. Text that a spreadsheet would take for a formula gets an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection); white space before the formula hides it from nobody.
 */
function written(cell: Cell): string {
  if (typeof cell !== "string") return cell === null || cell === undefined ? "" : String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function speaker({ told, agents }: Given): Agent | undefined {
  return agents.get(told.statement.source?.agent ?? "")
}

function named(ids: readonly string[], agents: ReadonlyMap<string, Agent>): string {
  return ids.map(id => whoIs(id, agents).name).join("; ")
}

function nameOrWords({ reading, agents }: Omit<Given, "told">, to: Told["statement"]["to"]): string {
  return to?.agent ? named([to.agent], agents) : words(reading, to)
}

function words({ article }: Reading, where: { readonly start: number; readonly end: number } | null): string {
  return where ? wordsOf(article.text, [where]) : ""
}
