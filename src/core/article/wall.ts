import { Unreadable } from "../data.ts"
import { proseIn } from "./body.ts"
import type { Document } from "./dom.ts"
import { blocksUnder, type Piece } from "./walk.ts"

/** How much of a page's words is looked through for what stands before its article. */
const REACH_CHARACTERS = 20_000

/** The words that the page shows, its navigation included, as far as they are looked at. */
export function wordsOf(document: Document): string {
  let words = ""
  for (const { text } of blocksUnder(document.body)) {
    words += `${text} `
    if (words.length > REACH_CHARACTERS) break
  }
  return words.slice(0, REACH_CHARACTERS)
}

/** A teaser is shorter than this, two paragraphs or so: where the page says of itself that it is not free, and where it only asks to subscribe. */
const LONGEST_TEASER = 900
const LONGEST_ASKING = 500

/** Less than this is no article, whatever it is. */
const SHORTEST_ARTICLE = 80

const ASKS_TO_SUBSCRIBE =
  /\b(?:subscribe|sign in|log in|register|become a (?:member|subscriber))\b.{0,60}\b(?:to (?:continue|read|keep reading|unlock|access|view)|for (?:full|unlimited) access)\b|\bto (?:continue|keep) reading\b|\balready a subscriber\b|\bsubscribers?[- ]only\b|\bthis (?:article|content|story) is (?:only )?(?:for|available to|reserved for) (?:our )?(?:subscribers|members)\b/i
const CONSENT =
  /\b(?:we|partners|site|website)\b.{0,60}\buses? (?:of )?cookies\b|\baccept (?:all|cookies)\b|\bcookie (?:policy|settings|preferences)\b|\b(?:your|manage) (?:privacy )?(?:choices|consent|privacy settings)\b|\bbefore you continue\b/i
const SCRIPTED =
  /\b(?:enable|turn on|requires?|needs?|without|disabled) javascript\b|\bjavascript (?:is|must be|to be)\b.{0,30}\b(?:disabled|enabled|required)\b/i
const REFUSED =
  /\b(?:are you a robot|verify (?:that )?you are (?:a )?human|unusual (?:traffic|activity)|access denied|403 forbidden|error 403|request url is forbidden|captcha)\b/i
const MISSING = /\b(?:page (?:not found|can(?:no|')t be found|could not be found)|404 not found|error 404|no longer available)\b/i

interface Wall {
  readonly rule: string
  readonly looks: RegExp
  readonly shorterThan: number
  readonly reason: string
  readonly remedy: string
}

const PAYWALL: Wall = {
  rule: "paywall",
  looks: ASKS_TO_SUBSCRIBE,
  shorterThan: LONGEST_ASKING,
  reason: "only the beginning of the article is shown, the rest to subscribers",
  remedy: "open it as a subscriber, save the page, and read the file",
}

const CONSENT_WALL: Wall = {
  rule: "consent",
  looks: CONSENT,
  shorterThan: SHORTEST_ARTICLE * 3,
  reason: "the page asks for consent to cookies and shows no article",
  remedy: "answer it in a browser, save the page that follows, and read the file",
}

/** In the order in which they are believed: a paywall often comes with a word on cookies. */
const WALLS: readonly Wall[] = [
  PAYWALL,
  {
    rule: "blocked",
    looks: REFUSED,
    shorterThan: SHORTEST_ARTICLE * 3,
    reason: "the site refuses to show it to a program",
    remedy: "open it in a browser, save the page, and read the file",
  },
  {
    rule: "missing",
    looks: MISSING,
    shorterThan: SHORTEST_ARTICLE * 3,
    reason: "the site says that the page is not there",
    remedy: "check the address, or look for the article in an archive",
  },
  CONSENT_WALL,
  {
    rule: "script",
    looks: SCRIPTED,
    shorterThan: SHORTEST_ARTICLE * 3,
    reason: "the page shows its article only with JavaScript",
    remedy: "open it in a browser, save the page, and read the file",
  },
]

/**
 * Throws `Unreadable` for a page without an article: one that shows a teaser and asks to subscribe (or says of itself that it is not free),
 * asks for consent, sends robots away, is not there, is filled in by scripts, or holds too few sentences. `free` is schema.org's isAccessibleForFree.
 */
export function refuseWall(words: string, body: readonly Piece[], free: boolean | null): void {
  const prose = proseIn(body)
  if (isConsent(words, body)) throw refused(CONSENT_WALL)
  if (free === false && prose < LONGEST_TEASER) throw refused(PAYWALL)
  const wall = WALLS.find(
    ({ rule, looks, shorterThan }) => prose < shorterThan && !(rule === "paywall" && free === true) && looks.test(words),
  )
  if (wall) throw refused(wall)
  if (prose < SHORTEST_ARTICLE)
    throw new Unreadable("no-article", "the page holds no article", "give the address of one article, or its text")
}

/** Whether the page asks for consent and most of its paragraphs speak to the reader of cookies: a wall taken for the article. */
function isConsent(words: string, body: readonly Piece[]): boolean {
  const prose = body.filter(({ role }) => role === "paragraph" || role === "list-item")
  const asking = prose.filter(({ text }) => ASKING.test(text.slice(0, 600)))
  return prose.length > 0 && asking.length >= prose.length * 0.6 && CONSENT.test(words)
}

/** “We and our partners store cookies on your device”: an article about cookies says “users” and “their”. */
const ASKING = /^(?=.*\b(?:you|your)\b).*\b(?:cookies?|consent|personal data|our partners|advertisements?)\b/i

function refused({ rule, reason, remedy }: Wall): Unreadable {
  return new Unreadable(rule, reason, remedy)
}
