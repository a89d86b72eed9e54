import type { Doubt, Reading, Stance } from "../data.ts"
import {
  type Board,
  boardOf,
  counted,
  dateInWords,
  type Entry,
  placeOf,
  STANCE_WORDS,
  STANCES,
  type Told,
  type Voice,
  type Who,
} from "../formats/index.ts"
import { harmless, type Ink, inked, type Look, widthOf, wrapped } from "./screen.ts"

export { harmless, type Ink, inked, type Look, wrapped } from "./screen.ts"

/**
 * A reading for a terminal: what was read, the claim board with the contested claims first, and every statement in reading order, each with
 * its source, stance, words and circumstances, and with what could not be resolved. No line is wider than `look.columns`, and nothing in
 * the article can move the cursor or colour the screen.
 */
export function draw(reading: Reading, look: Look): string {
  const board = boardOf(reading)
  const parts = [heading(reading, look), contested(board, look), others(board, look), statements(reading, board, look)]
  return `${parts
    .filter(part => part.length > 0)
    .map(part => part.join("\n"))
    .join("\n\n")}\n`
}

type Lines = readonly string[]

/** Columns by which words hang under the number and name they belong to. */
const INDENT = 4

function heading({ article, doubts, statements }: Reading, look: Look): Lines {
  const { publisher, published, title, authors, url } = article
  const where = [publisher, published && dateInWords(published)].filter(each => each).join(" · ")
  const counts = [counted(statements.length, "statement"), ...(doubts.length > 0 ? [counted(doubts.length, "doubt")] : [])]
  return [
    ...block(where, { look, inks: ["dim"] }),
    ...block(title ?? "", { look, inks: ["bold"] }),
    ...block(authors.length > 0 ? `By ${authors.join(", ")}` : "", { look, inks: ["dim"] }),
    ...block(url ?? "", { look, inks: ["dim"] }),
    ...block(counts.join(", "), { look, inks: ["dim"] }),
  ]
}

function contested({ contested }: Board, look: Look): Lines {
  if (contested.length === 0) return [section("No claim is contested", look)]
  return [section("Contested claims", look), ...contested.flatMap(entry => ["", ...entryOf(entry, look)])]
}

/** What nobody contests but several say is told too; what one voice alone says stands among the statements. */
function others({ others }: Board, look: Look): Lines {
  const shared = others.filter(({ voices }) => voices.length > 1)
  if (shared.length === 0) return []
  return [section("Said by several", look), ...shared.flatMap(entry => ["", ...entryOf(entry, look)])]
}

function entryOf({ number, words, voices, origins, allUnnamed }: Entry, look: Look): Lines {
  const stances = STANCES.flatMap(stance => {
    const own = voices.filter(voice => voice.stance === stance)
    return own.flatMap((voice, at) => voiceOf(voice, at === 0 ? STANCE_WORDS[stance] : "", look))
  })
  const warning = allUnnamed ? "; nobody at its origin is named" : ""
  return [
    ...block(words, { look, label: String(number).padStart(INDENT - 1), inks: ["bold"] }),
    ...stances,
    ...block(origins + warning, { look, indent: INDENT, inks: ["dim"] }),
  ]
}

/** Columns of the longest stance and a space on each side. */
const STANCE_COLUMNS = 11

function voiceOf({ who, stance, statements }: Voice, label: string, look: Look): Lines {
  const inLook = inked(label.padEnd(STANCE_COLUMNS), look, INK_OF[stance], "bold")
  const indent = INDENT + STANCE_COLUMNS
  const lines = block(`${nameOf(who)} [${statements.join(", ")}]`, { look, indent })
  return lines.map((line, at) => (at === 0 ? " ".repeat(INDENT) + inLook + line.slice(indent) : line))
}

const INK_OF: Readonly<Record<Stance, Ink>> = {
  asserts: "blue",
  confirms: "green",
  denies: "red",
  declines: "yellow",
  unanswered: "yellow",
}

function nameOf({ name, role }: Who): string {
  return role ? `${name}, ${role}` : name
}

function statements(reading: Reading, { statements, contested, entryOf }: Board, look: Look): Lines {
  const told = statements.map(each => {
    const entry = entryOf.get(each.statement.id)
    return { at: placeOf(each.statement), lines: statementOf(each, entry && contested.includes(entry) ? entry.number : null, look) }
  })
  const doubts = reading.doubts.map(doubt => ({ at: doubt.start, lines: doubtOf(doubt, reading.article.text, look) }))
  const all = [...told, ...doubts].sort((a, b) => a.at - b.at)
  if (all.length === 0) return [section("Nobody is said to have said anything", look)]
  return [section("Statements", look), ...all.flatMap(({ lines }) => ["", ...lines])]
}

function statementOf({ number, who, words, statement, facts }: Told, claim: number | null, look: Look): Lines {
  const stance = STANCE_WORDS[statement.stance]
  const claimed = claim === null ? "" : ` claim ${claim}`
  const room = look.columns - INDENT
  const name = wrapped(harmless(nameOf(who)), room)
  const fits = name.length === 1 && widthOf(`${name[0]}  ${stance}${claimed}`) <= room
  const drawn = inked(stance, look, INK_OF[statement.stance], "bold") + inked(claimed, look, "dim")
  const pad = " ".repeat(INDENT)
  const lines = name.map(
    (line, at) => (at === 0 ? `${inked(String(number).padStart(INDENT - 1), look, "dim")} ` : pad) + inked(line, look, "bold"),
  )
  return [
    ...(fits ? [`${lines[0]}  ${drawn}`] : [...lines, pad + drawn]),
    ...block(words, { look, indent: INDENT }),
    ...block(facts.map(({ label, words }) => `${label} ${words}`).join(" · "), { look, indent: INDENT, inks: ["dim"] }),
  ]
}

function doubtOf({ start, end, says, candidates }: Doubt, text: string, look: Look): Lines {
  const meant = candidates.length > 0 ? ` Could be: ${candidates.join("; ")}.` : ""
  return block(`Not resolved: “${text.slice(start, end)}”. ${says}.${meant}`, { look, label: "  ?", inks: ["magenta"] })
}

function section(words: string, look: Look): string {
  return inked(words.toUpperCase(), look, "bold")
}

interface Drawing {
  readonly look: Look
  /** Columns left free before each line. */
  readonly indent?: number
  /** Stands in the free columns of the first line. */
  readonly label?: string
  readonly inks?: readonly Ink[]
}

/** Words of anybody's, as lines that fit; nothing when there are none. */
function block(words: string, { look, label, indent = label ? INDENT : 0, inks = [] }: Drawing): Lines {
  const lines = wrapped(harmless(words), look.columns - indent)
  return lines.map((line, at) => (at === 0 && label ? `${label} ` : " ".repeat(indent)) + inked(line, look, ...inks))
}
