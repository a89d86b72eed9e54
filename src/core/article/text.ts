import type { Block, Role } from "../data.ts"
import { creditStart, isBareName, isByline, isLeftover, isStamp } from "./lines.ts"

/** A line that holds more than white space, with its place in the text. */
interface Line {
  readonly start: number
  /** Without white space at its ends; each white space inside made a plain one, so that offsets hold. */
  readonly words: string
  /** Whether an empty line, or nothing, stands before it. */
  readonly isApart: boolean
}

/**
 * A block for every line that holds more than white space; two where a caption ends in its credit. What a line is, is told by its words,
 * and before the first paragraph also by its place. `title` is the headline where it is known from elsewhere.
 */
export function blocksOfText(text: string, title: string | null = null): Block[] {
  const lines = linesOf(text)
  const head = headOf(lines, title)
  return lines.flatMap((line, at) => blocksOfLine(line, head[at] ?? bodyRole(lines, at)))
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let end = 0
  for (const { index, 0: whole } of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const words = whole.trim()
    if (words === "") continue
    const start = index + whole.indexOf(words)
    const breaks = text.slice(end, start).match(/\r\n|[\r\n\u2028\u2029]/g)?.length ?? 0
    lines.push({ start, words: words.replace(/\s/g, " "), isApart: breaks !== 1 })
    end = start + words.length
  }
  return lines
}

function blocksOfLine({ start, words }: Line, role: Role): Block[] {
  const end = start + words.length
  if (role !== "caption") return [{ start, end, role }]
  const credit = creditStart(words)
  if (credit < 0) return [{ start, end, role }]
  const caption = words.slice(0, credit).trimEnd()
  return [
    { start, end: start + caption.length, role },
    { start: start + credit, end, role: "credit" },
  ]
}

// ── Before the first paragraph ──────────────────────────────────────────────────────────────────

/** The most lines that are looked at for what stands before the first paragraph. */
const LONGEST_HEAD_LINES = 14

/** Longer lines are no titles, no deks. PolNeAR's longest title has 160 characters. */
const LONGEST_TITLE = 220
const LONGEST_DEK = 320

/** The roles of the lines before the first paragraph; it ends where two lines in a row could be paragraphs. */
function headOf(lines: readonly Line[], known: string | null): Role[] {
  const [first] = lines
  if (!first) return []
  const title = known !== null && isSame(first.words, known) ? first.words : titleLine(lines)
  const roles: Role[] = title === null ? [] : ["title"]
  let hasDek = false
  while (roles.length < Math.min(lines.length, LONGEST_HEAD_LINES)) {
    const at = roles.length
    const role: Role | null = furniture(lines, at, title) ?? (!hasDek && title !== null && isDek(lines, at, title) ? "dek" : null)
    if (role === null) break
    // Whoever wrote is named below the dek, not above it.
    hasDek ||= role === "dek" || role === "byline"
    roles.push(role)
  }
  return roles
}

/** The first line, where it is short, stands apart, and is no sentence or comes again; null where it could be a paragraph. */
function titleLine(lines: readonly Line[]): string | null {
  const [first, second] = lines
  if (!first || !second || first.words.length > LONGEST_TITLE || wordlessRole(first.words) || !/\p{L}/u.test(first.words)) return null
  const { words } = first
  if (lines.slice(1, LONGEST_HEAD_LINES).some(line => isSame(line.words, words))) return words
  // “Ruiz gains ground;”, “A letter from the harbor.”: the second line of a title in two.
  if (words.endsWith(";")) return isUnderTitle(lines) ? words : null
  // “Dear readers,” and “She said:” lead on to the next line.
  if (isQuoted(words) || /[,:]$/.test(words)) return null
  if (endsAsSentence(words) && !isTitleCase(words) && !isTitleWithStop(lines)) return null
  return second.isApart || words.length < second.words.length ? words : null
}

/** “Ruiz sees opening at the harbor.”: archives put a full stop after titles. A first paragraph is longer, or says who said it. */
function isTitleWithStop([first, ...rest]: readonly Line[]): boolean {
  const next = rest.find(({ words }) => !wordlessRole(words))
  if (!first || !rest[0]?.isApart || !next || first.words.length > LONGEST_TITLE_WITH_STOP) return false
  return next.words.length > first.words.length * 1.3 && !/\b(?:said|told|added)\b|^["“]/.test(first.words)
}

/** Of the 840 titles of PolNeAR's train side, 95 in 100 are shorter. */
const LONGEST_TITLE_WITH_STOP = 110

function isUnderTitle([, second, third]: readonly Line[]): boolean {
  return second !== undefined && !second.isApart && second.words.length <= LONGEST_TITLE_WITH_STOP && third?.isApart === true
}

/** What a line before the first paragraph is by its words, when it is neither dek nor paragraph. */
function furniture(lines: readonly Line[], at: number, title: string | null): Role | null {
  const { words } = lines[at]!
  if (title !== null && isSame(words, title)) return "title"
  return wordlessRole(words) ?? (title !== null && isBareName(words) && !endsAsSentence(words) && isNameHere(lines, at) ? "byline" : null)
}

/** “Ana Ruiz” between a title and a date or a paragraph; not a heading between two of them. */
function isNameHere(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1]
  return next !== undefined && (wordlessRole(next.words) !== null || endsAsSentence(next.words))
}

/** A short line under a title, after which more of what surrounds an article comes before any prose: the title again, a byline, a date. */
function isDek(lines: readonly Line[], at: number, title: string): boolean {
  if (lines[at]!.words.length > LONGEST_DEK) return false
  if (at === 1 && title.endsWith(";") && isUnderTitle(lines)) return true
  for (const [index, { words }] of lines.slice(at + 1, at + 1 + NEAR_DEK_LINES).entries()) {
    const role = furniture(lines, at + 1 + index, title)
    if (isMark(role) || isStamp(words)) return true
    if (role === null) return false
  }
  return false
}

/** How far below a dek the line comes that shows it to be one: behind a caption, its credit, and a button. */
const NEAR_DEK_LINES = 4

function isMark(role: Role | null): boolean {
  return role === "title" || role === "byline"
}

// ── Anywhere ────────────────────────────────────────────────────────────────────────────────────

/** What a line is that is told by its words alone; null for prose. */
function wordlessRole(words: string): Role | null {
  if (isLeftover(words) || isStamp(words)) return "leftover"
  if (isByline(words)) return "byline"
  const credit = creditStart(words)
  return credit === 0 ? "credit" : credit > 0 ? "caption" : null
}

function bodyRole(lines: readonly Line[], at: number): Role {
  const { words } = lines[at]!
  const role = wordlessRole(words)
  if (role) return role
  if (LIST_ITEM.test(words)) return "list-item"
  if (/^>/.test(words)) return "blockquote"
  return isHeading(lines, at) ? "heading" : "paragraph"
}

/** “• The harbor is open”, “- The harbor is open”, “2) The harbor is open”. */
const LIST_ITEM = /^(?:[•▪●◦‣·*]|[-–](?= )|\d{1,2}[.)](?= )) ?\S/

/** Headings are short and stand over a paragraph. */
const LONGEST_HEADING = 80

/** “A dispute over the crew”: a few words without a mark at their end, over something longer. */
function isHeading(lines: readonly Line[], at: number): boolean {
  const { words } = lines[at]!
  const next = lines[at + 1]
  if (!next || words.length > LONGEST_HEADING || next.words.length < LONGEST_HEADING) return false
  return /^[\p{Lu}\d‘“'"]/u.test(words) && /[\p{L}\d?!’”'"]$/u.test(words) && !isQuoted(words)
}

function isQuoted(words: string): boolean {
  return /^["“].*["”]$/.test(words)
}

function endsAsSentence(words: string): boolean {
  return /[.!?…]["”’')\]]{0,3}$/.test(words)
}

/** Whether most words that could be written small are not. */
function isTitleCase(words: string): boolean {
  const long = words.split(" ").filter(word => /\p{L}{4}/u.test(word))
  return long.length > 2 && long.filter(word => /^\P{L}*\p{Lu}/u.test(word)).length > long.length * 0.7
}

function isSame(a: string, b: string): boolean {
  const one = letters(a)
  return one !== "" && one === letters(b)
}

function letters(words: string): string {
  return words
    .slice(0, 1000)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
}
