import { Unreadable } from "../data.ts"

/** Markup without what no reader sees, shallow enough to walk, and the JSON-LD that stood in it. */
export interface Lean {
  readonly html: string
  /** The text of every `<script type="application/ld+json">`, in page order. */
  readonly data: readonly string[]
}

/**
 * How deep elements may nest; what opens deeper is flattened into the element that holds it. The deepest of 300 pages
 * of the press nests 60; Readability overflows the stack at 8,000.
 */
const DEEPEST = 120

/**
 * How many elements, character references and stray “<” a page may have, since each becomes a node: linkedom hands all nodes of one parent over
 * as arguments, and 120,000 overflow the stack. The longest of 300 pages of the press has 12,000 elements.
 */
const MOST_NODES = 60_000

/** How many tags a page may have, those among them that are flattened away. */
const MOST_TAGS = 1_000_000

/** A tag longer than this carries a picture or a program in an attribute, and is written without attributes. */
const LONGEST_TAG = 20_000

/** Elements whose inside is never read, up to their end tag, whatever stands there. */
const RAW = new Set(["script", "style", "template", "textarea", "xmp", "noframes"])

/** Elements whose inside is never read where they are closed at all. */
const SKIPPED = new Set(["noscript", "svg", "math", "iframe", "object", "canvas", "select", "video", "audio", "datalist"])

const VOID = new Set("area base br col embed hr img input link meta param source track wbr keygen frame basefont bgsound".split(" "))

/** Elements of the head; anything else begins the body. */
const OF_HEAD = new Set(["title", "meta", "link", "base"])

/**
 * Makes markup fit to be parsed and walked: leaves out scripts, styles, drawings and comments, puts what belongs there into one head and
 * one body, writes the end tags that were left out, and flattens what nests too deep. One pass over the text; the cost is linear also where
 * a page opens a million elements and closes none. Throws `Unreadable` for more elements than any article has.
 */
export function lean(html: string): Lean {
  const kept = new Writer()
  const data: string[] = []
  const endless = new Set<string>()
  let tags = 0
  let from = 0
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at)) {
    const tag = tagAt(html, at)
    if (!tag) {
      at++
      continue
    }
    kept.text(html.slice(from, at))
    at = from = tag.end
    if (++tags > MOST_TAGS) throw tooMany()
    const inside = insideOf(html, tag, endless)
    if (inside) {
      if (isData(html, tag)) data.push(html.slice(inside.start, inside.end))
      at = from = inside.after
    } else if (tag.name !== "" && !RAW.has(tag.name) && !SKIPPED.has(tag.name)) kept.tag(tag.name, tag.closes, written(html, tag))
  }
  kept.text(html.slice(from))
  return { html: kept.done(), data }
}

interface Tag {
  readonly start: number
  readonly end: number
  /** Lower case; empty for comments and declarations, which are left out. */
  readonly name: string
  readonly closes: boolean
}

/** The tag that starts at `at`; null where `<` is only a sign. A tag or comment that never ends reaches to the end of the text. */
function tagAt(html: string, start: number): Tag | null {
  const next = html.charCodeAt(start + 1)
  if (next === 33 || next === 63) return { start, end: commentEnd(html, start), name: "", closes: false }
  const closes = next === 47
  NAME.lastIndex = start + (closes ? 2 : 1)
  const name = NAME.exec(html)?.[0].toLowerCase()
  return name ? { start, end: tagEnd(html, NAME.lastIndex), name, closes } : null
}

const NAME = /[a-z][^\s/>]{0,60}/iy

function commentEnd(html: string, start: number): number {
  const isComment = html.startsWith("<!--", start)
  const end = html.indexOf(isComment ? "-->" : ">", start + (isComment ? 4 : 2))
  return end < 0 ? html.length : end + (isComment ? 3 : 1)
}

/** Where the tag ends that has its attributes from `at` on: at the first `>` that no attribute value holds. */
function tagEnd(html: string, at: number): number {
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at)
    if (code === 62) return at + 1
    if (code === 61) at = valueEnd(html, at)
  }
  return html.length
}

/** The last character of a quoted value after `=`; the `=` itself where the value has no quotation marks. */
function valueEnd(html: string, equals: number): number {
  let at = equals + 1
  while (html.charCodeAt(at) === 32) at++
  const mark = html[at]
  if (mark !== '"' && mark !== "'") return equals
  const end = html.indexOf(mark, at + 1)
  return end < 0 ? html.length : end
}

interface Inside {
  readonly start: number
  readonly end: number
  /** Behind the end tag. */
  readonly after: number
}

/**
 * What lies between the start tag and the end tag of an element that is not read; null for other tags. `endless` remembers the names
 * that are closed no more, so that no tag is looked for twice to the end of the page.
 */
function insideOf(html: string, { start, end, name, closes }: Tag, endless: Set<string>): Inside | null {
  if (closes || !(RAW.has(name) || (SKIPPED.has(name) && html[end - 2] !== "/"))) return null
  const close = endless.has(name) ? null : endTagAfter(html, name, end)
  if (close) return { start: end, end: close.index, after: tagEnd(html, close.index + close[0].length - 1) }
  endless.add(name)
  return RAW.has(name) && start < end ? { start: end, end: html.length, after: html.length } : null
}

function endTagAfter(html: string, name: string, from: number): RegExpExecArray | null {
  const close = new RegExp(`</${name}[\\s/>]`, "gi")
  close.lastIndex = from
  return close.exec(html)
}

function isData(html: string, { name, start, end }: Tag): boolean {
  return name === "script" && /ld\+json/i.test(html.slice(start, Math.min(end, start + 500)))
}

function written(html: string, { start, end, name, closes }: Tag): string {
  return closes || end - start > LONGEST_TAG ? `<${name}>` : inLowerCase(html.slice(start, end))
}

/** `<META NAME="author">`: to linkedom an attribute in capitals is another one. */
function inLowerCase(tag: string): string {
  if (!/\s[\w:-]{0,40}[A-Z][\w:-]{0,40}\s*=/.test(tag)) return tag
  return tag.replace(
    /(\s)([^\s=>"']+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/g,
    (_, space, name, value) => space + name.toLowerCase() + (value ?? ""),
  )
}

/** Elements that the next of their kind ends, and what they are looked for in: “<li>one<li>two” are neighbours. */
const ENDED_BY: Readonly<Record<string, readonly [ended: ReadonlySet<string>, within: ReadonlySet<string>]>> = {
  li: [new Set(["li"]), new Set(["ul", "ol", "menu"])],
  dt: [new Set(["dt", "dd"]), new Set(["dl"])],
  dd: [new Set(["dt", "dd"]), new Set(["dl"])],
  td: [new Set(["td", "th"]), new Set(["tr", "table"])],
  th: [new Set(["td", "th"]), new Set(["tr", "table"])],
  tr: [new Set(["tr"]), new Set(["table", "tbody", "thead", "tfoot"])],
  tbody: [new Set(["tbody", "thead", "tfoot"]), new Set(["table"])],
  tfoot: [new Set(["tbody", "thead", "tfoot"]), new Set(["table"])],
}

/** Elements before which an open paragraph ends (HTML standard, “closes a p element”). */
const ENDS_PARAGRAPH = new Set(
  "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table tbody td th tr ul".split(
    " ",
  ),
)

/** How far up an element left open is looked for. */
const LOOK_UP = 40

/** Text in which every “<” is a sign and no tag, without the long runs of white space that some layouts are made of. */
function plainly(words: string): string {
  return words.replaceAll("<", "&lt;").replace(/(?:\s|&nbsp;){60,}/g, " ")
}

/** Writes well-nested markup of bounded depth. */
class Writer {
  private readonly kept: string[] = ["<!doctype html>"]
  private readonly names: string[] = []
  private readonly isWritten: boolean[] = []
  private readonly counts = new Map<string, number>()
  private depth = 0
  private nodes = 0
  private root = "<html>"
  private head: string[] = []
  private body: string | null = null

  text(source: string): void {
    if (source === "") return
    const words = plainly(source)
    this.count(words.split("&").length - 1)
    if (this.body === null && this.names.length === 0) {
      if (!/\S/.test(words)) return
      this.body = "<body>"
    }
    this.out(words)
  }

  tag(name: string, closes: boolean, source: string): void {
    if (name === "html" || name === "head" || name === "body") this.frame(name, closes, source)
    else if (closes) this.close(name)
    else this.open(name, source)
  }

  done(): string {
    while (this.names.length > 0) this.pop()
    return `<!doctype html>${this.root}<head>${this.head.join("")}</head>${this.body ?? "<body>"}${this.kept.slice(1).join("")}</body></html>`
  }

  private count(nodes: number): void {
    this.nodes += nodes
    if (this.nodes > MOST_NODES) throw tooMany()
  }

  private out(markup: string): void {
    if (this.body === null) this.head.push(markup)
    else this.kept.push(markup)
  }

  /** One of each, with the attributes of the first. The end tags come last, whatever follows them in the page. */
  private frame(name: string, closes: boolean, source: string): void {
    if (closes) return
    if (name === "html" && this.root === "<html>") this.root = source
    if (name === "body" && this.body === null) this.body = source
  }

  private open(name: string, source: string): void {
    if (this.body === null && !OF_HEAD.has(name)) this.body = "<body>"
    if (ENDS_PARAGRAPH.has(name)) this.endParagraph()
    const ended = ENDED_BY[name]
    if (ended) this.endNeighbour(...ended)
    if (VOID.has(name)) {
      this.count(1)
      this.out(source)
      return
    }
    const write = this.depth < DEEPEST
    this.names.push(name)
    this.isWritten.push(write)
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
    if (!write) return
    this.count(1)
    this.depth++
    this.out(source)
  }

  /** Ends also what was left open inside. An end tag without its start is left out. */
  private close(name: string): void {
    if (name === "br") this.out("<br>")
    if (!this.counts.get(name)) return
    while (this.pop() !== name);
  }

  private pop(): string {
    const name = this.names.pop()!
    this.counts.set(name, this.counts.get(name)! - 1)
    if (this.isWritten.pop()) {
      this.depth--
      this.out(`</${name}>`)
    }
    return name
  }

  private endParagraph(): void {
    if (this.counts.get("p")) this.endUpTo(name => (name === "p" ? "end" : ENDS_PARAGRAPH.has(name) || name === "button" ? "stop" : "on"))
  }

  private endNeighbour(ended: ReadonlySet<string>, within: ReadonlySet<string>): void {
    this.endUpTo(name => (ended.has(name) ? "end" : within.has(name) ? "stop" : "on"))
  }

  private endUpTo(verdict: (name: string) => "end" | "stop" | "on"): void {
    const last = this.names.length - 1
    for (let at = last; at >= 0 && at > last - LOOK_UP; at--) {
      const found = verdict(this.names[at]!)
      if (found === "stop") return
      if (found === "end") {
        while (this.names.length > at) this.pop()
        return
      }
    }
  }
}

function tooMany(): Unreadable {
  const reason = `the page is too large: more than ${MOST_NODES} elements`
  return new Unreadable("too-large", reason, "save the article's own page, or pass its text")
}
