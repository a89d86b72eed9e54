import type { Agent, Claim, Origin, Reading, Stance, Statement } from "../data.ts"
import { type Told, tell, type Who, whoIs } from "./told.ts"

/** A reading as a person looks at it: the claims that someone contests first, then the others, then every statement. */
export interface Board {
  readonly contested: readonly Entry[]
  readonly others: readonly Entry[]
  readonly statements: readonly Told[]
  /** The entry each statement (by id) stands in. */
  readonly entryOf: ReadonlyMap<string, Entry>
}

/** A claim on the board. */
export interface Entry {
  /** Its place on the board, from 1. */
  readonly number: number
  readonly claim: Claim
  /** Its words, or what stands for them where the article tells only that someone would not comment. */
  readonly words: string
  /** Those who assert first, then those who confirm, deny, decline, and did not answer. */
  readonly voices: readonly Voice[]
  /** “one origin: unnamed sources of The Harbor Post”. */
  readonly origins: string
  /** Whether nobody who stands at its beginning is named. */
  readonly allUnnamed: boolean
}

/** One agent, or nobody named, and where he stands. */
export interface Voice {
  readonly who: Who
  readonly stance: Stance
  /** Numbers of the statements it was read from. */
  readonly statements: readonly number[]
}

/** The stances in the order the board lists them. */
export const STANCES: readonly Stance[] = ["asserts", "confirms", "denies", "declines", "unanswered"]

export function boardOf(reading: Reading): Board {
  const statements = tell(reading)
  const byId = new Map(statements.map(told => [told.statement.id, told]))
  const agents = new Map(reading.agents.map(agent => [agent.id, agent]))
  const drafts = reading.claims.map(claim => ({ claim, voices: voicesOf(claim, byId, agents) }))
  const contested = drafts.filter(({ voices }) => isContested(voices)).sort((a, b) => weight(b.voices) - weight(a.voices))
  const others = drafts.filter(({ voices }) => !isContested(voices))
  const entries = [...contested, ...others].map((draft, at) => ({ ...draft, number: at + 1, ...describe(draft.claim, agents) }))
  return {
    contested: entries.slice(0, contested.length),
    others: entries.slice(contested.length),
    statements,
    entryOf: new Map(entries.flatMap(entry => entry.claim.statements.map(id => [id, entry] as const))),
  }
}

function describe(claim: Claim, agents: ReadonlyMap<string, Agent>): Pick<Entry, "words" | "origins" | "allUnnamed"> {
  return {
    words: claim.text.replace(/\s+/g, " ").trim() || "What they were asked about is not told",
    origins: originsInWords(claim.origins, agents),
    allUnnamed: claim.origins.length > 0 && claim.origins.every(({ kind }) => kind === "unnamed"),
  }
}

/** A denial contests; so does who will not comment on, or did not answer to, what another asserts. */
function isContested(voices: readonly Voice[]): boolean {
  const has = (...wanted: readonly Stance[]) => voices.some(({ stance }) => wanted.includes(stance))
  return has("denies") || (has("asserts", "confirms") && has("declines", "unanswered"))
}

/** Denied claims come before those met with silence; of these, those with more voices come first. */
function weight(voices: readonly Voice[]): number {
  const denied = voices.some(({ stance }) => stance === "denies")
  const asserted = voices.some(({ stance }) => stance === "asserts" || stance === "confirms")
  return (denied && asserted ? 2 : denied || asserted ? 1 : 0) * MOST_VOICES + Math.min(voices.length, MOST_VOICES - 1)
}

const MOST_VOICES = 1000

function voicesOf({ positions, statements }: Claim, told: ReadonlyMap<string, Told>, agents: ReadonlyMap<string, Agent>): readonly Voice[] {
  const numbers = (ids: readonly string[]) => ids.flatMap(id => told.get(id)?.number ?? [])
  const placed = new Set(positions.flatMap(position => position.statements))
  const known = positions.map(({ agent, stance, statements }) => ({ who: whoIs(agent, agents), stance, statements: numbers(statements) }))
  const nobodys = statements.filter(id => !placed.has(id)).flatMap(id => told.get(id) ?? [])
  const voices = [...known, ...byName(nobodys)]
  return voices.sort((a, b) => STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance))
}

/** Statements of nobody the article makes known, those in the same words and of the same stance together. */
function byName(statements: readonly Told[]): readonly Voice[] {
  const voices = new Map<string, Voice>()
  for (const { who, number, statement } of statements) {
    const key = `${statement.stance} ${who.name}`
    voices.set(key, { who, stance: statement.stance, statements: [...(voices.get(key)?.statements ?? []), number] })
  }
  return [...voices.values()]
}

function originsInWords(origins: readonly Origin[], agents: ReadonlyMap<string, Agent>): string {
  if (origins.length === 0) return "who asserts it is not told"
  const words = origins.map(origin => originInWords(origin, agents))
  const shown = words.slice(0, MOST_ORIGINS_NAMED)
  const rest = words.length - shown.length
  return `${counted(origins.length, "origin")}: ${shown.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`
}

/** More are counted, not named. */
const MOST_ORIGINS_NAMED = 4

function originInWords({ kind, agent }: Origin, agents: ReadonlyMap<string, Agent>): string {
  const name = agent ? whoIs(agent, agents).name : null
  if (kind === "unnamed") return name ? `unnamed sources of ${name}` : "unnamed sources"
  if (kind === "document") return name ? `the document “${name}”` : "a document"
  if (kind === "own") return name ? `${name} itself` : "the outlet itself"
  return name ?? "someone named"
}

/** “1 origin”, “3 origins”. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`
}

/** Where a statement first shows in the text; the end of the text when it has no words of its own. */
export function placeOf({ source, cue, content }: Statement): number {
  return Math.min(...[source?.start, cue?.start, content[0]?.start].filter(start => start !== undefined && start !== null))
}
