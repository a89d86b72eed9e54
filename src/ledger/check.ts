import type { Link, Reading, Span } from "../core/index.ts"
import type { Entry, JudgementEntry } from "./data.ts"
import { Refused } from "./refused.ts"

const REMEDY = "print it anew: hearsay read --format jsonl, or hearsay export --format jsonl"

/** Whether JSON looks like a reading, as `hearsay read --format jsonl` prints it. */
export function looksLikeReading(value: unknown): value is object {
  return isObject(value) && isObject(value.article) && Array.isArray(value.statements)
}

/** Whether JSON looks like an entry of a ledger, as `hearsay export --format jsonl` prints it. */
export function looksLikeEntry(value: unknown): value is object {
  return isObject(value) && (value.entry === "reading" || value.entry === "judgement")
}

/** A reading that was printed elsewhere. Throws `Refused` for one that is not whole, or whose spans lie outside its text. */
export function checkedReading(value: unknown): Reading {
  if (!looksLikeReading(value)) throw new Refused("it is no reading", REMEDY)
  const reading = value as Reading
  const { article, agents, statements, claims, doubts } = reading
  const texts = [article.id, article.text, article.language]
  if (texts.some(each => typeof each !== "string")) throw new Refused("its article has no id, text or language", REMEDY)
  if (![article.blocks, article.authors, agents, claims, doubts].every(Array.isArray))
    throw new Refused("parts of the reading are missing", REMEDY)
  for (const each of [article.url, article.publisher, article.title, article.published, article.modified])
    if (each !== null && typeof each !== "string") throw new Refused("what is said of its article is no text", REMEDY)
  for (const statement of statements) checkStatement(statement, article.text.length, new Set(agents.map(({ id }) => id)))
  for (const link of linksIn(article)) checkLink(link, article.text.length)
  for (const span of [...article.blocks, ...doubts, ...agents.flatMap(({ mentions }) => mentions)]) checkSpan(span, article.text.length)
  return reading
}

function checkStatement(statement: Reading["statements"][number], length: number, agents: ReadonlySet<string>): void {
  const { id, cue, content, source, gist, stance } = statement
  if (typeof id !== "string" || typeof stance !== "string" || !Array.isArray(content))
    throw new Refused("one of its statements is not whole", REMEDY)
  if (!isObject(gist) || !Array.isArray((gist as { doers?: unknown }).doers))
    throw new Refused("it was read by an older Hearsay, without what its contents are made of", REMEDY)
  if (!cue && content.length === 0 && source?.start == null) throw new Refused("one of its statements stands nowhere in the text", REMEDY)
  for (const span of [...content, ...(cue ? [cue] : [])]) checkSpan(span, length)
  if (source?.agent && !agents.has(source.agent)) throw new Refused(`its statement ${id} names an agent that it does not list`, REMEDY)
}

/** Readings of an older Hearsay have none. */
function linksIn({ links = [] }: Reading["article"]): readonly Link[] {
  if (!Array.isArray(links)) throw new Refused("the links of its article are no list", REMEDY)
  return links
}

function checkLink(link: Link, length: number): void {
  if (link === null || typeof link !== "object" || typeof link.url !== "string")
    throw new Refused("a link of its article has no address", REMEDY)
  checkSpan(link, length)
}

function checkSpan({ start, end }: Span, length: number): void {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > length)
    throw new Refused(`a span of it (${start}–${end}) lies outside its text of ${length}`, REMEDY)
}

/** An entry that another ledger exported. Throws `Refused` for one that is not whole. */
export function checkedEntry(value: unknown): Entry {
  if (!looksLikeEntry(value)) throw new Refused("it is no entry of a ledger", REMEDY)
  const entry = value as Entry
  if (typeof entry.at !== "string" || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(entry.at))
    throw new Refused("it does not say when it was entered", REMEDY)
  if (entry.entry === "reading") return { ...entry, reading: checkedReading(entry.reading) }
  return checkedJudgement(entry)
}

function checkedJudgement(entry: JudgementEntry): JudgementEntry {
  if (typeof entry.who !== "string" || typeof entry.why !== "string" || !isObject(entry.ruling))
    throw new Refused("the judgement is not whole", REMEDY)
  return entry
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
