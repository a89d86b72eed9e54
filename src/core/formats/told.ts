import type { Act, Agent, Certainty, Reading, Stance, Statement, Unnamed } from "../data.ts"
import { dateInWords } from "./when.ts"

/** A statement in words for people, as the terminal, the page and the table tell it. */
export interface Told {
  /** Its place among the statements, from 1. */
  readonly number: number
  readonly statement: Statement
  readonly who: Who
  /** The words attributed, on one line, pieces joined by “…”; empty for “declined to comment”. */
  readonly words: string
  /** What else is known of it, in the order a reporter asks: “via Coast Radio”, “said 14 October 2025”. */
  readonly facts: readonly Fact[]
}

/** A name to show for an agent, or for nobody. */
export interface Who {
  readonly name: string
  /** “Kremlin spokesman”, “for the ferry line”; null when nothing is known, or the name says it already. */
  readonly role: string | null
  readonly unnamed: boolean
}

/** A circumstance: “via” “Coast Radio”. A venue has the preposition that the article gives it. */
export interface Fact {
  readonly label: "via" | "said" | "to" | Preposition | "asked by" | "citing" | "said to know" | "unnamed" | "as"
  readonly words: string
}

/** How a stance is told to people, the source before it. */
export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  asserts: "asserts",
  confirms: "confirms",
  denies: "denies",
  declines: "declines",
  unanswered: "no answer",
}

/** Every statement told, in reading order. */
export function tell({ article: { text }, agents, statements }: Reading): readonly Told[] {
  const byId = new Map(agents.map(agent => [agent.id, agent]))
  return statements.map((statement, at) => ({
    number: at + 1,
    statement,
    who: whoSays(statement, text, byId),
    words: wordsOf(text, statement.content),
    facts: factsOf(statement, text, byId),
  }))
}

/** White space of any kind becomes one space, so that the words fit into a line. */
export function wordsOf(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  return spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ").trim()).join(" … ")
}

/** The agent of an id, for showing; an id that is in no list is shown as it is. */
export function whoIs(id: string, agents: ReadonlyMap<string, Agent>): Who {
  const agent = agents.get(id)
  if (!agent) return { name: id, role: null, unnamed: false }
  const principal = agent.actsFor ? agents.get(agent.actsFor)?.name : undefined
  const role = agent.roles.find(each => !sameWords(each, agent.name) && !HONORIFIC.test(each)) ?? (principal ? `for ${principal}` : null)
  return { name: agent.name, role, unnamed: agent.kind === "unnamed" }
}

/** “Mr. Hale” is how he is addressed, not what he is. */
const HONORIFIC = /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|madame?)\.?$/i

function sameWords(role: string, name: string): boolean {
  return name.toLowerCase().includes(role.toLowerCase())
}

function whoSays({ source }: Statement, text: string, agents: ReadonlyMap<string, Agent>): Who {
  if (source?.agent) return whoIs(source.agent, agents)
  const words = source && source.start !== null && source.end !== null ? wordsOf(text, [{ start: source.start, end: source.end }]) : ""
  return { name: words || "Nobody named", role: null, unnamed: true }
}

function factsOf(statement: Statement, text: string, agents: ReadonlyMap<string, Agent>): readonly Fact[] {
  const { relayedBy, said, to, venue, askedBy, citing, unnamed, act, certainty } = statement
  const name = (id: string) => whoIs(id, agents).name
  const facts: readonly (Fact | null)[] = [
    relayedBy.length > 0 ? { label: "via", words: relayedBy.map(name).join(", via ") } : null,
    said ? { label: "said", words: dateInWords(said.value) } : null,
    to ? { label: "to", words: to.agent ? name(to.agent) : wordsOf(text, [to]) } : null,
    venue ? { label: prepositionBefore(text, venue.start), words: wordsOf(text, [venue]) } : null,
    askedBy ? { label: "asked by", words: name(askedBy.agent) } : null,
    citing ? { label: "citing", words: citing.agents.map(name).join(", ") || wordsOf(text, [citing]) } : null,
    unnamed?.access ? { label: "said to know", words: wordsOf(text, [unnamed.access]) } : null,
    unnamed?.terms || unnamed?.reason ? { label: "unnamed", words: unnamedIn(text, unnamed) } : null,
    ACT_WORDS[act] ? { label: "as", words: ACT_WORDS[act] } : null,
    CERTAINTY_WORDS[certainty] ? { label: "as", words: CERTAINTY_WORDS[certainty] } : null,
  ]
  return facts.filter(fact => fact !== null && fact.words !== "") as readonly Fact[]
}

/** “on condition of anonymity because they feared for their jobs” */
function unnamedIn(text: string, { terms, reason }: Unnamed): string {
  const spans = [terms, reason].filter(span => span !== null)
  return wordsOf(text, spans.length === 2 && spans[0]!.start === spans[1]!.start ? [spans[0]!] : spans)
}

type Preposition = "in" | "at" | "on" | "during"

/** “*in* a statement”, “*at* a rally”, “*on* Coast Radio”. */
function prepositionBefore(text: string, start: number): Preposition {
  const [, word = "at"] = /(?:^|\s)(in|at|on|during)\s+$/i.exec(text.slice(Math.max(0, start - LONGEST_LOOK_BACK), start)) ?? []
  return word.toLowerCase() as Preposition
}

/** Code units of the longest preposition with white space around it. */
const LONGEST_LOOK_BACK = 12

/** What the usual act, to assert, need not say. */
const ACT_WORDS: Readonly<Record<Act, string>> = {
  assertive: "",
  directive: "a demand",
  commissive: "a promise",
  expressive: "a feeling",
  attitude: "a view",
}

const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = { certain: "", probable: "probable", possible: "possible" }
