import { normalised } from "./dom.ts"

/** The longest name that is one: “The Rev. Dr. Marguerite de la Fontaine-Abernathy Jr.”. */
const LONGEST_NAME = 60
const MOST_WORDS = 7

/**
 * The names in a byline, in order, each once: “By Ana Ruiz and Tom Pell, Staff Writers” gives Ana Ruiz and Tom Pell.
 * Addresses, handles, titles (“Staff Writer”), outlets (“The Harbor Post staff”) and stamps are no names.
 */
export function authorsOf(bylines: readonly string[], publisher: string | null = null): string[] {
  const names: string[] = []
  for (const byline of bylines.filter(each => !/^\s*(?:https?:|www\.)/i.test(each)))
    for (const piece of pieces(byline)) {
      const name = cleaned(piece)
      if (!isAuthor(name) || same(name, publisher ?? "")) continue
      if (!names.some(known => same(known, name))) names.push(name)
    }
  return names
}

/** The newsroom that signs where nobody is named: “By Meridian Staff”, “The Harbor Post”; null where the byline is something else. */
export function houseOf(bylines: readonly string[], publisher: string | null): string | null {
  const names = bylines.map(byline => normalised(byline.slice(0, 200)).replace(LEAD, ""))
  return names.find(name => /^\p{Lu}[\p{L}’'& -]{3,50}$/u.test(name) && (HOUSE.test(name) || same(name, publisher ?? ""))) ?? null
}

const HOUSE = /\b(?:Staff|Newsroom|Desk|Editors|Reporters|Editorial Board)$/

/** Splits at “and”, “&”, “with”, commas, semicolons, strokes and line ends; “Jr.” and “M.D.” stay with their name. */
function pieces(byline: string): string[] {
  return normalised(byline.slice(0, 1000))
    .replace(/^(?:posted|published|updated)\s+(?:on\s+.{0,40}?\s+)?by\b/i, "by")
    .replace(/,\s*(?=(?:jr|sr|ph\.?d|m\.?d|esq|ii|iii|iv)\b)/gi, " ")
    .split(/\s*[;,|•·–—/]\s*|\s+(?:and|with|via|for|in|at|from)\s+|\s*&\s*|\s+-\s+|\s*\(|\)/i)
}

function cleaned(piece: string): string {
  const name = piece
    .replace(/^and\s+/i, "")
    .replace(LEAD, "")
    .replace(/^(?:the\s+)?(?:author|editor|photographer)\s*:\s*/i, "")
    .replace(/\s*@\w+.*$/, "")
    .replace(/[\s.,:'"“”]+$/, match => (match.startsWith(".") && /\b(?:Jr|Sr|[A-Z])$/.test(piece.slice(0, -match.length)) ? "." : ""))
    .trim()
  // “MARTA QUILL”: capitals are a matter of layout.
  return /^[\p{Lu}\s.'’-]{5,}$/u.test(name) && name.includes(" ")
    ? name.replace(/(?<=[\p{Lu}])\p{Lu}+/gu, each => each.toLowerCase())
    : name
}

const LEAD =
  /^(?:(?:story|text|words|report|reporting|written|posted|analysis|interview|additional reporting|edited)\s+)?by\b[:\s]*|^(?:author|reporter|writer)s?\s*:\s*/i

function isAuthor(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || name.split(" ").length > MOST_WORDS) return false
  if (/https?:|www\.|[@#<>{}=\d]|\.(?:com|org|net)\b/i.test(name)) return false
  if (!/^(?:[\p{Lu}]|[a-z]{1,3}[ '’]\p{Lu})/u.test(name) && !/^[a-z][\w.-]+$/.test(name)) return false
  return !NO_NAME.test(name)
}

/** What stands in bylines besides names. */
const NO_NAME =
  /\b(?:staff|writers?|editors?|reporters?|correspondents?|contributors?|columnists?|reporting|desk|newsroom|bureau|team|admin|administrator|published|updated|posted|editorial|minutes?|ago|read|comments?|share|follow|twitter|facebook|email|advertisement|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|undefined|null|unknown|anonymous|associate professor|professor of|director|producer|special to|photos?|images?|p\.?m\.?|a\.?m\.?|e[sd]t|gmt|utc)\b|^(?:by|the|on|in|an?|guest|blogger|author|authors|published|president|ceo|senior|chief|tv|rss|web|news|politics|sports|business|world|opinion|video|health|reuters|ap|afp|associated press|the associated press)$/i

function same(a: string, b: string): boolean {
  return a.toLowerCase().replace(/\W/g, "") === b.toLowerCase().replace(/\W/g, "")
}
