import type { Article, Span } from "../../core/index.ts"

/** An agency whose text an article is, or leans on, by the article's own word. */
export interface Credit extends Span {
  /** Its name, one for all its names: “associated press” for “AP”, “The AP” and “Associated Press”. */
  readonly agency: string
  /** Whether the whole article is the agency's; otherwise the agency only contributed. */
  readonly whole: boolean
}

/** Names by which agencies sign (their own style guides). One that is not here goes by the name it signs with. */
const AGENCIES: Readonly<Record<string, string>> = {
  ap: "associated press",
  afp: "agence france-presse",
  "agence france presse": "agence france-presse",
  pa: "press association",
  "pa media": "press association",
  upi: "united press international",
  aap: "australian associated press",
  pti: "press trust of india",
  cp: "canadian press",
  "thomson reuters": "reuters",
}

/** The one name of an agency. */
export function agencyOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/\s+(?:staff|news agency|news)$/, "")
    .replaceAll(".", "")
    .trim()
  return AGENCIES[plain] ?? plain
}

const SIGNS = ["associated press", "reuters", "agence france-presse", "press association", "united press international", "ap", "afp"]
const NAMES = [...SIGNS, ...Object.keys(AGENCIES), "dpa", "xinhua", "interfax", "tass", "ansa", "efe", "kyodo", "anadolu"].map(name =>
  name.replaceAll("-", "[- ]"),
)
const NAME = `(?:the )?(?:${[...new Set(NAMES)].sort((a, b) => b.length - a.length).join("|")})`

/** “HARBOR CITY, Nov 24 (Reuters) - The ferry …”, “STERNHOLM (AP) — …”. What stands in brackets behind a place in capitals signs, whoever it is … */
const DATELINE = /^(?:\p{Lu}{2}[\p{Lu} .’'/-]*(?:, [\p{L}\d .]{1,24})? )?\(([\p{Lu}][\p{L} .&]{1,30})\)\s*[-–—:]/u
/** … and behind any other place those who are known to: “Sternholm (AFP) – …”. */
const DATELINE_BELOW = new RegExp(`^\\p{Lu}[\\p{L} .,’'/\\d-]{1,50}\\((${NAME})\\)\\s*[-–—:]`, "iu")
/** “By Ida Munk, Associated Press”, “Reuters”, “By Reuters Staff”. */
const BYLINE = new RegExp(`(?:^|,|\\||/|\\bby)\\s*(${NAME})(?:\\s+staff)?\\s*(?:$|[|,/])`, "iu")
/** “The Associated Press contributed to this report”, “with reporting by AP”. */
const CONTRIBUTED = [
  new RegExp(`\\b(${NAME})(?:,? (?:and|as well as) [^.]{1,60})? contributed\\b`, "iu"),
  new RegExp(
    `\\b(?:with|additional|some) (?:reporting|reports|material|files|information) (?:by|from) (?:[^.\\n]{0,40}\\b)?(${NAME})\\b`,
    "iu",
  ),
]

/** What agency an article credits, and where; null when it credits none. */
export function creditOf({ text, blocks }: Pick<Article, "text" | "blocks">): Credit | null {
  const prose = blocks.filter(({ role }) => role === "paragraph").slice(0, FIRST_PARAGRAPHS)
  const signed = blocks.filter(({ role }) => role === "byline" || role === "credit")
  const ends = blocks.filter(({ role }) => role !== "title").slice(-LAST_BLOCKS)
  return (
    found(text, prose, [DATELINE, DATELINE_BELOW], true) ??
    found(text, signed, CONTRIBUTED, false) ??
    found(text, signed, [BYLINE], true) ??
    found(text, ends, CONTRIBUTED, false)
  )
}

/** A dateline may stand below a summary. */
const FIRST_PARAGRAPHS = 2
const LAST_BLOCKS = 4

function found(text: string, within: readonly Span[], patterns: readonly RegExp[], whole: boolean): Credit | null {
  for (const { start, end } of within)
    for (const pattern of patterns) {
      const match = pattern.exec(text.slice(start, end))
      if (!match) continue
      const at = start + match.index + match[0].indexOf(match[1]!)
      return { agency: agencyOf(match[1]!), whole, start: at, end: at + match[1]!.length }
    }
  return null
}
