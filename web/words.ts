import { dateInWords, STANCE_WORDS } from "../src/core/index.ts"
import type { AgentLine, ArticleLine, Evidence, Stance } from "./contract.ts"

export { dateInWords, STANCE_WORDS }

/** Those who deny first: it is what a reader looks for. */
export const STANCES: readonly Stance[] = ["asserts", "confirms", "denies", "declines", "unanswered"]

/** “1 article”, “2 articles”. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`
}

const MONTHS = "January February March April May June July August September October November December".split(" ")

/** “14 Oct” for a column or an axis. */
export function shortDay(value: string): string {
  const [, month, day] = /^\d{4}-(\d\d)(?:-(\d\d))?/.exec(value) ?? []
  const name = month && MONTHS[Number(month) - 1]?.slice(0, 3)
  return name ? (day ? `${Number(day)} ${name}` : name) : value
}

/** The day of a moment: “2024-11-10”. */
export function dayOf(moment: string): string {
  return moment.split("T")[0] ?? moment
}

/** A day and a time of day in UTC: “20 October 2025, 09:14 UTC”. */
export function momentInWords(moment: string): string {
  const [, time] = /T(\d\d:\d\d)/.exec(moment) ?? []
  return time ? `${dateInWords(moment)}, ${time} UTC` : dateInWords(moment)
}

/** The name of who is not named. */
export const NOBODY = "Nobody named"

/** “ministry spokesman”, “counsel for Helen Osgrave”; null when nothing is known, or the name says it already. */
export function roleOf({ name, roles, actsFor }: AgentLine): string | null {
  const role = rolesOf(roles).find(each => !name.toLowerCase().includes(each.toLowerCase()))
  if (!actsFor) return role ?? null
  if (!role) return `for ${actsFor.name}`
  return tellsForWhom(role, actsFor.name) ? role : `${role} for ${actsFor.name}`
}

/** “ministry spokesman” of Marran Transport Ministry says so itself. */
function tellsForWhom(role: string, whom: string): boolean {
  const words = role.toLowerCase().split(/\W+/)
  return (
    /\b(?:for|of|at)\b/i.test(role) ||
    whom
      .toLowerCase()
      .split(/\W+/)
      .some(word => word.length > 3 && words.includes(word))
  )
}

/**
 * What someone is, each thing once. Articles say “its spokesman” and “spokesman who had called it false”, which mean something there alone; and
 * “spokesman” tells nothing where “ministry spokesman” stands too.
 */
export function rolesOf(roles: readonly string[]): readonly string[] {
  const bare = roles.map(role => role.replace(POINTING, "").replace(CLAUSE, "").trim()).filter(role => role && !HONORIFIC.test(role))
  const once = [...new Map(bare.toReversed().map(role => [role.toLowerCase(), role])).values()].toReversed()
  return once.filter(role => !once.some(other => other !== role && ` ${other} `.toLowerCase().includes(` ${role.toLowerCase()} `)))
}

const POINTING = /^(?:its|his|her|their|our|the|an?)\s+/i
const CLAUSE = /,?\s+(?:who|whose|whom|which|that)\b.*$/is
const HONORIFIC = /^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|madame?)\.?$/i

/** A claim's words; where someone would not speak of something that is not told, that. */
export function claimWords(text: string): string {
  return text || "What they were asked about is not told"
}

/** What an article is called in a list. */
export function articleName({ title, url }: ArticleLine): string {
  return title ?? url ?? "An article without a title"
}

/** What else is known of a statement, in the order a reporter asks. */
export function factsOf(evidence: Evidence): readonly string[] {
  const { relayedBy, said, to, venue, askedBy, citing, act, certainty } = evidence
  const facts = [
    relayedBy.length > 0 && `via ${relayedBy.map(({ name }) => name).join(", via ")}`,
    said && `said ${dateInWords(said)}`,
    to && `to ${to.words}`,
    venue && `at ${venue.words}`,
    askedBy && `asked by ${askedBy.name}`,
    citing && `citing ${citing.agents.map(({ name }) => name).join(", ") || citing.words}`,
    ACT_WORDS[act],
    certainty !== "certain" && `as ${certainty}`,
  ]
  return facts.filter(fact => typeof fact === "string" && fact !== "") as readonly string[]
}

const ACT_WORDS: Readonly<Record<Evidence["act"], string>> = {
  assertive: "",
  directive: "as a demand",
  commissive: "as a promise",
  expressive: "as a feeling",
  attitude: "as a view",
}

/** Whether a link may lead there: a page's address may be anything its author wrote. */
export function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url)
}

/** Addresses within the pages. */
export const claimAddress = (id: string) => `/claims/${encodeURIComponent(id)}`
export const articleAddress = (id: string, statement?: string) => `/articles/${encodeURIComponent(id)}${statement ? `#${statement}` : ""}`
export const agentAddress = (id: string) => `/agents/${encodeURIComponent(id)}`
