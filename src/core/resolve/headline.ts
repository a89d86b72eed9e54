import { rootOf } from "./kin.ts"

/**
 * How a headline stands to what it tells: it says so itself, it says that it is not so, or it only passes on that someone says so.
 * The classes are those of the Emergent corpus (Ferreira and Vlachos 2016): for, against, observing.
 */
export type Bearing = "affirms" | "denies" | "reports"

/** A headline in lower case, cut into words. */
interface Headline {
  readonly text: string
  readonly words: readonly string[]
  /** Roots of the claim that it is held against; null when it is read for itself. */
  readonly matter: ReadonlySet<string> | null
}

/** Headlines leave out articles and verbs, and hedge by single words: “Report: …”, “… , sources say”, “Did Ott …?” */
export function bearingOf(headline: string, claim: string | null = null): Bearing {
  const text = headline.toLowerCase().replace(/’/g, "'")
  const matter = claim === null ? null : new Set(wordsOf(claim.toLowerCase()).map(rootOf))
  const read = { text, words: wordsOf(text), matter }
  for (const rule of RULES) {
    const bearing = rule(read)
    if (bearing) return bearing
  }
  return "affirms"
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? []
}

/** Whether the claim itself speaks of it: “fakes” of a claim that someone “faked” something. By the first letters, which endings leave alone. */
function isTold(matter: Headline["matter"], word: string): boolean {
  return matter !== null && [...matter].some(told => told.slice(0, STEM) === word.slice(0, STEM))
}

const STEM = 4

type Rule = (headline: Headline) => Bearing | null

/** “Did Ott Sell the Ferry?” A question that is answered at once asks nothing: “Was the Ferry Sold? No, Says Ott”. */
function asks({ text }: Headline): Bearing | null {
  if (/^no[,:]/.test(text)) return "denies"
  if (!text.includes("?") || /\? (?:yes\b|it's (?:real|true)|(?:it|he|she) (?:is|did|was)\b)/.test(text)) return null
  return /\?\W*(?:no\b|nope|not (?:so|really|quite)|it's (?:a )?(?:fake|hoax|false))/.test(text) ? "denies" : "reports"
}

/** “Ferry Sale a *Hoax*”, “*False* Alarm over Ferry”. What the claim itself says so is no verdict on it. */
function callsFalse({ words, matter }: Headline): Bearing | null {
  return words.some(word => VERDICTS.has(word) && !isTold(matter, word)) ? "denies" : null
}

const VERDICTS = new Set(
  `hoax hoaxes hoaxed fake fakes faked false falsely untrue debunk debunks debunked debunking myth satire satirical retract retracts
  retracted retraction disprove disproves disproved disproven fooled bogus baseless fabricated fabrication wrongly misidentified mistaken
  photoshopped doctored staged prank busted misreported misinformation fiction nonsense quash quashes quashed`.split(/\s+/),
)

/** “Harbor Council *Denies* Ferry Sale”, “Agent *Shoots Down* Report of Ott’s Exit” */
function denies({ text }: Headline): Bearing | null {
  return /\b(?:den(?:y|ies|ied|ial|ying)|refut(?:es?|ed)|disput(?:es?|ed)|dismiss(?:es|ed)?|reject(?:s|ed)?|rules? out|sho(?:o)?ts? down|knocks? down|slams? (?:reports?|rumou?rs|claims?)|(?:isn't|not) true|no (?:evidence|proof|truth)|sets? the record straight|never happened|made up)\b/.test(
    text,
  )
    ? "denies"
    : null
}

/** “Ott *Pulls Out* of Ferry Deal”, “Ott *Alive*”: what was to come will not, and what was said to have happened did not. */
function undoes({ text, matter }: Headline): Bearing | null {
  const undone =
    /\b(?:drops out|dropped out|pulls out|pulled out|backs out|backed out|bails|bailed|quits?|exits?|passes on|walks away from|alive|called off|calls off|scrapped|scraps)\b/.exec(
      text,
    )
  return undone && matter !== null && !undone[0].split(" ").some(word => matter.has(rootOf(word))) ? "denies" : null
}

/** “Ott Did *Not* Sell the Ferry”: said of the very matter, and not by a claim that is itself negative. “You *Won’t* Believe …” denies nothing. */
function negates({ text, words, matter }: Headline): Bearing | null {
  if (matter && [...matter].some(word => NEGATION.test(word))) return null
  if (/\b(?:never guess|(?:won't|not|can't) believe)\b/.test(text)) return null
  const at = words.findIndex(word => NEGATION.test(word))
  if (at < 0) return null
  const near = [...words.slice(Math.max(0, at - NEAR_BEFORE), at), ...words.slice(at + 1, at + 1 + NEAR_BEHIND)]
  return matter === null || near.some(word => word.length > 3 && matter.has(rootOf(word))) ? "denies" : null
}

const NEGATION = /^(?:not|no|never|nobody|isnt|wasnt|arent|werent|doesnt|didnt|dont|wont|hasnt|cant|cannot|.+n't)$/
const NEAR_BEFORE = 2
const NEAR_BEHIND = 4

/** “Ferry *Reportedly* Sold”, “Ott *Says* Ferry Was Sold”, “*Rumor*: Ferry Sold”, “Ferry *May* Be Sold”, “Ott *in Talks* over Ferry” */
function hedges({ text, words, matter }: Headline): Bearing | null {
  if (/\bin talks\b/.test(text) && !matter?.has("speak")) return "reports"
  return words.some(word => HEDGES.has(word) && !isTold(matter, word)) ? "reports" : null
}

const HEDGES = new Set(
  `reportedly reported allegedly alleged alleges allege rumor rumors rumored rumour rumours rumoured report reports claim claims claimed
  claiming say says said unconfirmed apparent apparently appear appears seemingly suspected could may might sources source
  believed believes supposed supposedly purported purportedly possible possibly likely leak leaks leaked suggests suggest hints
  feared fears speculation speculated unverified unclear investigates investigating investigated probe probes considers considering
  expected planning accuses accused warns insists tells told mulls mulling eyeing doubts doubtful officials official`.split(/\s+/),
)

/** “*Senator*: Ferry Was Sold”, “Ferry Was Sold – *Harbor Post*”: a label before or behind says whose words it is. */
function labels({ text }: Headline): Bearing | null {
  return /^(?:\w+ ){0,2}(?:officials?|senator|minister|police|lawyer|agent|player|friend|mother|father|brother|sister|witness|expert|scientist|intel|study|analyst|insider)s?: /.test(
    text,
  )
    ? "reports"
    : null
}

/** The first with an opinion decides; a headline that none speaks on says it itself. */
const RULES: readonly Rule[] = [callsFalse, asks, denies, undoes, negates, hedges, labels]
