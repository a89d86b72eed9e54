import { authorsOf, houseOf } from "./authors.ts"
import { type Document, normalised } from "./dom.ts"
import { readJsonLd, type Said, unescaped } from "./jsonld.ts"
import { isoDate } from "./stamp.ts"
import { titleOf } from "./title.ts"

/** What is known of an article besides its text. */
export interface Meta {
  readonly title: string | null
  readonly description: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly url: string | null
  readonly language: string | null
  readonly body: string | null
  readonly free: boolean | null
}

/**
 * What the page says of itself. JSON-LD is believed first, then Open Graph and its kin in `<meta>`, then microdata and `<time>`:
 * of contradicting dates the first that is one.
 */
export function readMeta(document: Document, data: readonly string[]): Meta {
  const said = readJsonLd(data)
  const tags = metaTags(document)
  const publisher = said.publisher ?? first(tags, PUBLISHER)
  return {
    title: titleOf(document, [said.title, ...all(tags, TITLE).map(unescaped)], publisher),
    description: said.description ?? first(tags, DESCRIPTION),
    publisher,
    authors: authors(document, said, tags, publisher),
    published: published(document, said, tags),
    modified: firstDate([said.modified, ...all(tags, MODIFIED), ...times(document, MODIFIED_TIMES)]),
    url: canonical(document, said, tags),
    language: document.documentElement.getAttribute("lang") || said.language || first(tags, LANGUAGE),
    body: said.body === null ? null : unescaped(said.body),
    free: said.free,
  }
}

type Tags = ReadonlyMap<string, readonly string[]>

const TITLE = ["og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "hdl", "headline", "title"]
const DESCRIPTION = ["og:description", "description", "twitter:description", "dc.description", "dcterms.abstract", "sailthru.description"]
const PUBLISHER = ["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "copyright_holder", "article:publisher_name"]
const AUTHOR = [
  "author",
  "article:author",
  "og:article:author",
  "dc.creator",
  "dcterms.creator",
  "dc.contributor",
  "byl",
  "byline",
  "parsely-author",
  "sailthru.author",
  "article:author_name",
  "authors",
  "citation_author",
  "cxenseparse:author",
]
const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "article:published",
  "og:published_time",
  "datepublished",
  "date.published",
  "publish_date",
  "publish-date",
  "publishdate",
  "published_time",
  "parsely-pub-date",
  "sailthru.date",
  "article_date_original",
  "originalpublicationdate",
  "publication_date",
  "pubdate",
  "pub_date",
  "ptime",
  "pdate",
  "displaydate",
  "dc.date.issued",
  "dcterms.created",
  "dcterms.issued",
  "dc.date",
  "dcterms.date",
  "cxenseparse:recs:publishtime",
  "cxenseparse:pth-publish-date",
  "article.published",
  "article-published",
  "citation_publication_date",
  "og:pubdate",
  "date",
  "created",
]
const MODIFIED = [
  "article:modified_time",
  "og:article:modified_time",
  "og:updated_time",
  "datemodified",
  "lastmod",
  "utime",
  "dcterms.modified",
  "last-modified",
  "article.updated",
  "article_date_updated",
]
const LANGUAGE = ["og:locale", "language", "dc.language", "content-language"]

/** Where pages state the date in the body, most telling first. */
const PUBLISHED_TIMES = [
  "[itemprop=datePublished]",
  "time[pubdate]",
  "time.published, time.entry-date, abbr.published, .published time, .dateline time, .byline time",
  "article header time, article time",
  "time",
]
const WORDED_DATES = [
  "[class*=publish i], [class*=posted i], [class*=timestamp i], [class*=pubdate i], [class*=pub-date i]",
  "[class*=dateline i], [class*=date i], [class*=time i], [id*=date i]",
  "[class*=byline i], [class*=meta i], [class*=info i]",
]
const MODIFIED_TIMES = ["[itemprop=dateModified]", "time.updated"]

/** The most places that are looked at for one thing: live pages have thousands of `<time>`. */
const MOST_PLACES = 12

function metaTags(document: Document): Tags {
  const tags = new Map<string, string[]>()
  for (const tag of document.querySelectorAll("meta[content]")) {
    const value = normalised(tag.getAttribute("content"))
    if (value === "") continue
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = tag.getAttribute(attribute)?.toLowerCase()
      if (name) tags.set(name, [...(tags.get(name) ?? []).slice(0, 50), value])
    }
  }
  return tags
}

function all(tags: Tags, names: readonly string[]): string[] {
  return names.flatMap(name => tags.get(name) ?? [])
}

function first(tags: Tags, names: readonly string[]): string | null {
  return all(tags, names)[0] ?? null
}

function firstDate(stated: readonly (string | null)[]): string | null {
  for (const each of stated) {
    const date = isoDate(each)
    if (date) return date
  }
  return null
}

function published(document: Document, said: Said, tags: Tags): string | null {
  return (
    firstDate([said.published, ...all(tags, PUBLISHED), ...times(document, PUBLISHED_TIMES)]) ??
    dateInAddress(canonical(document, said, tags)) ??
    firstDate([said.modified, ...all(tags, MODIFIED), ...times(document, MODIFIED_TIMES)]) ??
    firstDate(
      WORDED_DATES.flatMap(selector => some(document, selector).map(element => normalised(element.textContent).slice(0, 200))).filter(
        words => words.length < 100,
      ),
    )
  )
}

function times(document: Document, selectors: readonly string[]): string[] {
  return selectors.flatMap(selector =>
    some(document, selector).flatMap(element =>
      [
        element.getAttribute("datetime"),
        element.getAttribute("content"),
        element.getAttribute("title"),
        normalised(element.textContent).slice(0, 100),
      ].filter(each => each !== null),
    ),
  )
}

function some(document: Document, selector: string) {
  return Array.from(document.querySelectorAll(selector)).slice(0, MOST_PLACES)
}

/** “https://harborpost.example/2024/11/10/bridge-to-close”. */
function dateInAddress(url: string | null): string | null {
  const [, year, month, day] = /\/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-])/.exec(url ?? "") ?? []
  return year && month && day ? isoDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`) : null
}

function canonical(document: Document, said: Said, tags: Tags): string | null {
  const link = document.querySelector("link[rel=canonical]")?.getAttribute("href")
  return [link, tags.get("og:url")?.[0], said.url].find(each => /^https?:\/\/[^\s]+$/i.test(each ?? "")) ?? null
}

function authors(document: Document, said: Said, tags: Tags, publisher: string | null): string[] {
  const sources: readonly (() => readonly string[])[] = [
    () => said.authors,
    () => all(tags, AUTHOR),
    ...AUTHOR_PLACES.map(selector => () => some(document, selector).map(element => normalised(element.textContent).slice(0, 200))),
  ]
  for (const source of sources) {
    const names = authorsOf(source(), publisher)
    if (names.length > 0) return names
  }
  const house = houseOf(
    sources.flatMap(source => source()),
    publisher,
  )
  return house === null ? [] : [house]
}

const AUTHOR_PLACES = [
  "[itemprop=author] [itemprop=name]",
  "[itemprop=author]",
  "[rel=author]",
  ".byline a, .author a, .author-name, .byline-name, [class*=byline__name i], [class*=author-name i], [class*=authorname i]",
  ".byline, .by-line, [class*=byline i]",
  ".author, [class*=author i] a[href*=author]",
]
