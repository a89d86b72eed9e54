import { eld } from "eld/extrasmall"
import { type Block, Unreadable } from "../data.ts"

/** How many places of a text are asked for their language: a few, and more where these are not all English. */
const FEW_PLACES = 3
const MANY_PLACES = 9

/** How long each is: the detector looks at 350 bytes. */
const PLACE_CHARACTERS = 360

/**
 * The language of a text as BCP 47 has it: English, in the variety that the page claims ("en-GB"), else "en". What the page claims else
 * is not believed: many templates say "en" over any text, or another language over English. A text too short to tell is taken for English.
 * Throws `Unreadable` where most of the text is in another language.
 */
export function englishOf(text: string, blocks: readonly Block[], claimed: string | null): string {
  const few = votesOf(samplesOf(text, blocks, FEW_PLACES))
  if (few.size !== 1 || !few.has("en")) refuseForeign(votesOf(samplesOf(text, blocks, MANY_PLACES)))
  const tag = claimed?.trim().replaceAll("_", "-") ?? ""
  return /^en-[a-z]{2}$/i.test(tag) ? `en-${tag.slice(3).toUpperCase()}` : "en"
}

/** How often each language was found with certainty. */
function votesOf(samples: readonly string[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>()
  for (const sample of samples) {
    if (isPlainlyEnglish(sample)) {
      votes.set("en", (votes.get("en") ?? 0) + 1)
      continue
    }
    const found = eld.detect(sample)
    if (found.language !== "" && found.isReliable()) votes.set(found.language, (votes.get(found.language) ?? 0) + 1)
  }
  return votes
}

/** Small words that English prose is full of and that no other language spells so: most places need no detector, which is slow. */
const ENGLISH_WORDS = /\b(?:the|and|that|with|from|this|which|been|they|their|were)\b/gi
/** Of so many of them in a place of `PLACE_CHARACTERS`. */
const LEAST_ENGLISH_WORDS = 5

function isPlainlyEnglish(sample: string): boolean {
  return (sample.match(ENGLISH_WORDS)?.length ?? 0) >= LEAST_ENGLISH_WORDS
}

/** Places evenly over the prose; titles, bylines and captions are too short or too full of names. */
function samplesOf(text: string, blocks: readonly Block[], places: number): string[] {
  const prose = blocks.filter(({ role }) => role === "paragraph" || role === "blockquote" || role === "list-item")
  const chosen = prose.length > 0 ? prose : blocks
  const long = chosen.filter(({ start, end }) => end - start >= PLACE_CHARACTERS / 3)
  const from = long.length >= places / 2 ? long : chosen
  const step = Math.max(1, from.length / places)
  const samples: string[] = []
  for (let at = 0; at < from.length; at += step) {
    const { start, end } = from[Math.floor(at)]!
    samples.push(text.slice(start, Math.min(end, start + PLACE_CHARACTERS)))
  }
  return samples
}

function refuseForeign(votes: ReadonlyMap<string, number>): void {
  const [most] = [...votes].sort(([, a], [, b]) => b - a)
  if (!most || most[1] <= (votes.get("en") ?? 0)) return
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(most[0]) ?? most[0]
  throw new Unreadable("language", `it is in ${name}`, "Hearsay reads English: pass an English version of the article")
}
