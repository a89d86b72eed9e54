import { normalised } from "./dom.ts"

/** What a page says of itself in one place; what it does not say is null or empty. */
export interface Said {
  readonly title: string | null
  readonly description: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly url: string | null
  readonly language: string | null
  /** The article itself, where the page repeats it for machines. */
  readonly body: string | null
  /** False behind a paywall (schema.org/isAccessibleForFree); null when nothing is said. */
  readonly free: boolean | null
}

const SAID_NOTHING: Said = {
  title: null,
  description: null,
  publisher: null,
  authors: [],
  published: null,
  modified: null,
  url: null,
  language: null,
  body: null,
  free: null,
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type Thing = { readonly [key: string]: Json }

/** schema.org's kinds of article, most telling first: a page may also hold reviews and videos. */
const ARTICLE = /(?:NewsArticle|LiveBlogPosting)$/
const KIN = /(?:Article|BlogPosting|SocialMediaPosting|Report|CreativeWork|WebPage)$/

/** How deep data is walked, and how many things are looked at: `@graph` in a list in `mainEntity` is four. */
const DEEPEST = 8
const MOST_THINGS = 2000

/**
 * What JSON-LD says of the article (schema.org/NewsArticle and kin; `@graph`, lists and references by `@id` followed).
 * Scripts that are no JSON even after the usual repairs (raw line breaks, trailing commas, CDATA) are passed over.
 */
export function readJsonLd(scripts: readonly string[]): Said {
  const things = scripts.flatMap(script => thingsIn(parsed(script)))
  const byId = new Map(
    things.flatMap(thing => (typeof thing["@id"] === "string" && Object.keys(thing).length > 1 ? [[thing["@id"], thing] as const] : [])),
  )
  const article = things.find(thing => isOfType(thing, ARTICLE)) ?? things.find(thing => isOfType(thing, KIN) && headline(thing) !== null)
  if (!article) return SAID_NOTHING
  return {
    title: headline(article),
    description: text(article.description),
    publisher: names(article.publisher, byId)[0] ?? null,
    authors: names(article.author ?? article.creator, byId),
    published: text(article.datePublished),
    modified: text(article.dateModified),
    url: address(article),
    language: text(article.inLanguage),
    body: typeof article.articleBody === "string" ? article.articleBody : null,
    free: free(article.isAccessibleForFree),
  }
}

function headline(thing: Thing): string | null {
  return text(thing.headline) ?? (isOfType(thing, /WebPage$/) ? null : text(thing.name))
}

/** Repairs one kind of fault at a time, and gives up with null. */
function parsed(script: string): Json {
  const plain = script.replace(/^\s*(?:\/\/)?\s*(?:<!--|<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)/, "").replace(/(?:\/\/)?\s*(?:-->|\]\]>)\s*$/, "")
  for (const repair of REPAIRS)
    try {
      return JSON.parse(repair(plain)) as Json
    } catch {
      // The next repair may do.
    }
  return null
}

/** Line breaks and tabs inside strings are the commonest fault of all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u001f]/g

const REPAIRS: readonly ((script: string) => string)[] = [
  script => script,
  script => script.replace(CONTROLS, " "),
  script =>
    script
      .replace(CONTROLS, " ")
      .replace(/,(?=\s{0,99}[}\]])/g, "")
      .replace(/;\s*$/, ""),
  script => script.replace(/\\(?!["\\/bfnrtu])/g, "\\\\"),
]

function thingsIn(root: Json): Thing[] {
  const found: Thing[] = []
  const visit = (value: Json, depth: number): void => {
    if (value === null || typeof value !== "object" || depth > DEEPEST || found.length > MOST_THINGS) return
    if (isList(value)) {
      for (const each of value) visit(each, depth + 1)
      return
    }
    found.push(value)
    for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart"])
      visit(value[key] ?? null, depth + 1)
  }
  visit(root, 0)
  return found
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isOfType(thing: Thing, type: RegExp): boolean {
  const types = thing["@type"] ?? null
  return (isList(types) ? types : [types]).some(each => typeof each === "string" && type.test(each))
}

function text(value: Json | undefined): string | null {
  if (isList(value ?? null)) return text((value as readonly Json[])[0])
  if (typeof value === "number") return String(value)
  if (typeof value !== "string") return null
  return normalised(unescaped(value)) || null
}

/** Names of persons or organizations, given as words, as things, or as references to things. */
function names(value: Json | undefined, byId: ReadonlyMap<string, Thing>): string[] {
  if (value === undefined || value === null) return []
  if (isList(value)) return value.slice(0, 50).flatMap(each => names(each, byId))
  if (typeof value !== "object") return text(value) ? [text(value)!] : []
  const id = value["@id"]
  const whole = value.name === undefined && typeof id === "string" ? (byId.get(id) ?? value) : value
  const name = whole.name ?? null
  return (isList(name) ? name : [name]).flatMap(each => text(each) ?? [])
}

function address(article: Thing): string | null {
  const page = article.mainEntityOfPage ?? null
  if (typeof page === "string") return page
  const id = page !== null && !isList(page) && typeof page === "object" ? page["@id"] : null
  return text(article.url) ?? (typeof id === "string" ? id : null)
}

function free(value: Json | undefined): boolean | null {
  if (typeof value === "boolean") return value
  return typeof value === "string" && /^(?:true|false)$/i.test(value) ? /^true$/i.test(value) : null
}

/** JSON-LD is often escaped once too often: “Quill&#039;s bridge”. */
export function unescaped(words: string): string {
  return words.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip));/gi,
    (whole, decimal, hex, name) => {
      if (name) return NAMED[String(name).toLowerCase()] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  ndash: "–",
  mdash: "—",
  hellip: "…",
}
