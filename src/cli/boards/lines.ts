import { dateInWords, harmless, type Ink, inked, type Look, STANCE_WORDS, wrapped } from "../../core/index.ts"
import type { AgentLine, ArticleLine, Evidence } from "../../ledger/index.ts"

export type Lines = readonly string[]
export type Stance = Evidence["stance"]

/** Columns by which words hang under what they belong to. */
export const INDENT = 4
/** Columns of the longest stance and a space on each side. */
export const STANCE_COLUMNS = 11

export interface Drawing {
  readonly look: Look
  /** Columns left free before each line. Defaults to none. */
  readonly indent?: number
  readonly inks?: readonly Ink[]
}

/** Words of anybody's, as lines that fit; nothing when there are none. */
export function block(words: string, { look, indent = 0, inks = [] }: Drawing): Lines {
  return wrapped(harmless(words), look.columns - indent).map(line => " ".repeat(indent) + inked(line, look, ...inks))
}

export function section(words: string, look: Look): string {
  return inked(words.toUpperCase(), look, "bold")
}

/** Parts with an empty line between them, those that are empty left out. */
export function joined(parts: readonly Lines[]): string {
  return `${parts
    .filter(part => part.length > 0)
    .map(part => part.join("\n"))
    .join("\n\n")}\n`
}

const INK_OF: Readonly<Record<Stance, Ink>> = {
  asserts: "blue",
  confirms: "green",
  denies: "red",
  declines: "yellow",
  unanswered: "yellow",
}

/** “denies”, in its colour and its columns. */
export function stanceMark(stance: Stance, look: Look): string {
  return inked(STANCE_WORDS[stance].padEnd(STANCE_COLUMNS), look, INK_OF[stance], "bold")
}

/** “Elena Ruiz, mayor”, “a ferry official”. */
export function nameOf(agent: AgentLine | null, words: string | null = null): string {
  if (!agent) return words || "Nobody named"
  const role = agent.roles.find(
    each => !agent.name.toLowerCase().includes(each.toLowerCase()) && !/^(?:mr|mrs|ms|miss|mx|dr|sir)\.?$/i.test(each),
  )
  const told = role ?? (agent.actsFor ? `for ${agent.actsFor.name}` : null)
  return told ? `${agent.name}, ${told}` : agent.name
}

/** “The Harbor Post, 11 November 2024”, with its version where there are several. */
export function articleName({ outlet, title, id, published, version, versions }: ArticleLine): string {
  const which = versions > 1 ? `version ${version} of ${versions}` : ""
  return [outlet ?? title ?? id, published ? dateInWords(published) : "no date", which].filter(each => each !== "").join(", ")
}

/** A day in words; nothing for none. */
export function dayOf(moment: string | null): string {
  return moment ? dateInWords(moment.slice(0, 10)) : ""
}
