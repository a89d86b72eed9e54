import { isDigit, isLower, isUpper } from "./characters.ts"
import type { Gap } from "./gap.ts"
import {
  AFTER_TIMES,
  ALSO_WORDS,
  BEFORE_NUMBERS,
  DANGLING,
  LEANING,
  LETTERED,
  MARKED_NAMES,
  MONTHS,
  SAYING,
  STARTERS,
  STATES,
  TITLES,
  TRAILING,
} from "./words.ts"

/** Whether the sentence goes on over the gap, or ends in it; nothing when the rule has no opinion. */
type Verdict = "join" | "end" | undefined

type Rule = (gap: Gap) => Verdict

/** “It is over.” Nothing follows in the block. */
function lastInBlock({ next }: Gap): Verdict {
  if (next === "") return "end"
}

/** “The toll rose.The mayor left”, “it is over.”She left”, “is it over?Ruiz thinks so”, “it is over.--Ana Ruiz”: a space was lost. */
function lostSpace({ tight, before, after, closers, opener, mark }: Gap): Verdict {
  if (!tight || !isCapital(after)) return
  if (closers !== "") return "end"
  const isPlainWord = before.length > 2 && isLower(before.charCodeAt(before.length - 1)) && !isAbbreviation(before)
  const isPlainStop = mark === "." || mark === "…" || mark === "..."
  if (isPlainWord && (!isPlainStop || STARTERS.has(after) || opener === "dash")) return "end"
}

/** “up 5.2 points”, “write to desk@harbor.example”: what has no space after it is inside a word. */
function insideWord({ tight }: Gap): Verdict {
  if (tight) return "join"
}

/** “... They lost”: an ellipsis that begins a sentence stands for what is left out before it. */
function leadingEllipsis({ mark, at, start, closers }: Gap): Verdict {
  if (isEllipsis(mark) && at <= start + 1 && closers === "") return "join"
}

/** “1. Close the bridge”: a number or letter that begins a list. */
function listNumber({ before, beforeAt, start, mark, closers }: Gap): Verdict {
  if (mark === "." && closers === "" && beforeAt === start && /^(?:\d{1,2}|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4})$/.test(before)) return "join"
}

/** “Yahoo! Finance”: a name with a mark of its own. */
function markedName({ before, mark, closers, after }: Gap): Verdict {
  if (mark === "!" && closers === "" && MARKED_NAMES.has(before) && !STARTERS.has(after)) return "join"
}

/** ““Will it hold?” Ruiz asked”: the quotation ends, but not the sentence about it. */
function quotedOutcry({ mark, closers, text, afterAt, opener }: Gap): Verdict {
  if (closers === "" || opener !== "" || mark.includes(".") || !/[?!…]/.test(mark)) return
  const words = text.slice(afterAt, afterAt + SPEAKER_CHARACTERS).split(/\s+/, SPEAKER_WORDS + 1)
  const verb = words.findIndex(word => SAYING.has(word.replace(/[,.:]$/, "")))
  if (verb > 0 && words.slice(0, verb).every(isOfName)) return "join"
}

/** “Deputy Mayor Ana Ruiz asked”: how far ahead the verb may stand. */
const SPEAKER_WORDS = 5
const SPEAKER_CHARACTERS = 60

/** A part of a name with its titles, nothing that closes a clause. */
function isOfName(word: string): boolean {
  return isUpper(word.charCodeAt(0)) && !/[,;:!?”"]$/.test(word) && !STARTERS.has(word)
}

/** ““Yes!” he said”, “the Acme Co. said”: no sentence begins in lower case, but for names such as iPhone or al-Ruizi. */
function lowerCaseAfter({ after, before, mark }: Gap): Verdict {
  if (!isLower(after.charCodeAt(0))) return
  return /^[a-z]+-?\p{Lu}/u.test(after) && mark === "." && !isAbbreviation(before) ? "end" : "join"
}

/** “at 7 p.m., she said”: a comma goes on. */
function commaAfter({ next }: Gap): Verdict {
  if (next === "," || next === ";" || next === ":") return "join"
}

/** “Sen. Ana Ruiz (D-Calif.) Tuesday”: a bracket opened within the sentence ends within it. */
function bracketWithin({ bracketed }: Gap): Verdict {
  if (bracketed) return "join"
}

/** “I ... I do not recall”: one who falters goes on with “I”. */
function faltering({ mark, after, closers }: Gap): Verdict {
  if (closers === "" && isEllipsis(mark) && /^I(?:['’]|$)/.test(after)) return "join"
}

/** “The … bridge”, “He asked about ... Ruiz”: a word that cannot be the last. */
function dangling({ mark, closers, text, at, start }: Gap): Verdict {
  if (closers !== "" || (mark !== "…" && mark !== "..." && mark !== ". . .")) return
  const earlier = text.slice(Math.max(start, at - LONGEST_DANGLING), at).trimEnd()
  if (DANGLING.has(earlier.slice(earlier.lastIndexOf(" ") + 1).toLowerCase())) return "join"
}

const LONGEST_DANGLING = 8

/** “said Ana Ruiz (D-Calif.). She left”: a stop behind the bracket settles it. */
function stoppedTwice({ closers }: Gap): Verdict {
  if (/[.?!…]/.test(closers)) return "end"
}

/** “over?”, “over!”, “over …”: only a single full stop can belong to an abbreviation. */
function otherMark({ mark }: Gap): Verdict {
  if (mark !== ".") return "end"
}

/** “the so-called ‘Gov.’ Ruiz” is rare: a dot before a closing quotation mark ends the sentence, unless it is an abbreviation's. */
function closedQuotation({ closers, before }: Gap): Verdict {
  if (closers !== "" && !isAbbreviation(before)) return "end"
}

/** “Gov. Ruiz agreed”: a short title leans on the name after it. */
function titleBefore({ before }: Gap): Verdict {
  if (TITLES.has(before)) return "join"
}

/** “in Plan B. Ruiz said”: a letter that names a thing is no initial. “She is taller than I. Ruiz agreed” */
function letteredThing({ before, beforeAt, text, start }: Gap): Verdict {
  if (before === "I") return "end"
  if (before.length !== 1 || beforeAt - start < 2) return
  const earlier = text.slice(Math.max(start, beforeAt - LONGEST_LETTERED), beforeAt).trimEnd()
  if (LETTERED.has(earlier.slice(earlier.lastIndexOf(" ") + 1).toLowerCase())) return "end"
}

const LONGEST_LETTERED = 14

/** “Ana W. Ruiz agreed”, “Ana Ruiz (b. August 1970)”: an initial, unless a word follows that begins sentences. “Brother X. The …” */
function initialBefore({ before, after }: Gap): Verdict {
  if (before.length === 1 ? isAbbreviation(before) : /-\p{Lu}$/u.test(before)) return STARTERS.has(after) && after !== "A" ? "end" : "join"
}

/** “on Nov. 5”, and “He left in Nov. Ruiz stayed”. */
function monthBefore({ before, after }: Gap): Verdict {
  if (MONTHS.has(before)) return isDigit(after.charCodeAt(0)) ? "join" : "end"
}

/** “No. 5”, but “She said no. 5 others agreed” is not worth the risk of cutting “no. 5”. */
function numberAfter({ before, after }: Gap): Verdict {
  if (BEFORE_NUMBERS.has(before) && isDigit(after.charCodeAt(0))) return "join"
}

/** “Harbor v. Ruiz” */
function leaningWord({ before }: Gap): Verdict {
  if (LEANING.has(before)) return "join"
}

/** “at 7 p.m. Tuesday”, and “at 7 p.m. Ruiz left”. */
function timeBefore({ before, after }: Gap): Verdict {
  if (/^[ap]\.?m$/i.test(before)) return AFTER_TIMES.has(after) ? "join" : "end"
}

/** “He was born in Fresno, Calif. Ruiz left”: within the sentence a comma would follow the state. */
function stateAfterComma({ before, beforeAt, text, after }: Gap): Verdict {
  if (STATES.has(before) && text.startsWith(", ", beforeAt - 2) && isCapital(after)) return "end"
}

/** “HARBOR CITY, Calif. — The bridge”, “Ana Ruiz Jr. (D-Fla.)”: an abbreviation and what explains it or comes after it in a dateline. */
function datelineAfter({ opener, before }: Gap): Verdict {
  if (!isCapital(before) || !isAbbreviation(before)) return
  if (opener === "dash" || opener === "bracket") return "join"
}

/** “He left.”, “He said no.”, “It was art.”: a word, though it is spelled like an abbreviation. */
function wordAfterAll({ before }: Gap): Verdict {
  if (!isAbbreviation(before) || ALSO_WORDS.has(before) || BEFORE_NUMBERS.has(before) || before === "etc") return "end"
}

/** “the U.S. Senate”, “Acme Corp. President Ruiz”, and “in the U.S. The”, “Acme Corp. “We …”: an abbreviation that may end a sentence. */
function abbreviationBefore({ after, opener }: Gap): Verdict {
  return STARTERS.has(after) || opener === "quotation" ? "end" : "join"
}

/** The first rule with an opinion decides. The last ones have one on every full stop. */
const RULES: readonly Rule[] = [
  lastInBlock,
  lostSpace,
  insideWord,
  leadingEllipsis,
  listNumber,
  markedName,
  quotedOutcry,
  lowerCaseAfter,
  commaAfter,
  stoppedTwice,
  bracketWithin,
  faltering,
  dangling,
  otherMark,
  closedQuotation,
  titleBefore,
  letteredThing,
  initialBefore,
  monthBefore,
  numberAfter,
  leaningWord,
  timeBefore,
  datelineAfter,
  stateAfterComma,
  wordAfterAll,
  abbreviationBefore,
]

/** Whether a sentence ends in the gap. */
export function endsSentence(gap: Gap): boolean {
  for (const rule of RULES) {
    const verdict = rule(gap)
    if (verdict !== undefined) return verdict === "end"
  }
  return true
}

/** Whether a word, given without its last dot, is written with one: "Sen", "U.S", "p.m", "R-Tex", "J". */
export function isAbbreviation(word: string): boolean {
  if (word.length === 1) return isUpper(word.charCodeAt(0)) || (isLower(word.charCodeAt(0)) && !LETTER_WORDS.has(word))
  if (LISTS.some(list => list.has(word)) || isAcronym(word)) return true
  const hyphen = word.lastIndexOf("-")
  return hyphen > 0 && isAbbreviation(word.slice(hyphen + 1))
}

/** Whether a word that ends its sentence keeps the dot as its own: “in the U.S.”, but “at 7 pm.”, “than I.”, “for 5 km.” */
export function keepsDot(word: string): boolean {
  if (word.length < 2 || ALSO_WORDS.has(word) || BEFORE_NUMBERS.has(word) || !isAbbreviation(word)) return false
  return word.includes(".") || isUpper(word.charCodeAt(0)) || word.includes("-") || word === "etc" || word === "al"
}

const LISTS = [TITLES, MONTHS, LEANING, TRAILING, BEFORE_NUMBERS]

/** Single small letters that are words; the others are short for one (“b. August 2015”). */
const LETTER_WORDS: ReadonlySet<string> = new Set(["a", "i", "o", "u"])

/** “U.S”, “F.B.I”, “a.k.a”, “S.&P” */
function isAcronym(word: string): boolean {
  return /^(?:\p{L}\.&?)+\p{L}$/u.test(word)
}

function isEllipsis(mark: string): boolean {
  return mark.includes("…") || mark.startsWith("..") || mark.startsWith(". ")
}

function isCapital(word: string): boolean {
  return isUpper(word.charCodeAt(0))
}
