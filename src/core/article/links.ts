import type { Block, Link } from "../data.ts"
import type { Span } from "../span.ts"

/** A link before the text has its place: its words are those of its piece from `start` to `end`. */
export interface Anchor extends Span {
  readonly href: string
  readonly words: string
}

/** So many links of an article are kept, the first of them: an article has tens, a directory thousands. */
const MOST_LINKS = 300

/** Longer addresses carry a picture or a program. */
const LONGEST_ADDRESS = 2000

/** A block, with the links that stood in it before it was cut. */
export interface Linked extends Block {
  readonly anchors: readonly Anchor[]
}

/** The links in what an article says. A byline's leads to its writer, a credit's to an agency. */
export function linksOf(text: string, blocks: readonly Linked[], base: string | null): readonly Link[] {
  const links: Link[] = []
  for (const { role, start: from, end: to, anchors } of blocks) {
    if (BESIDE.has(role)) continue
    for (const { href, words, ...span } of anchors) {
      if (links.length >= MOST_LINKS) return links
      const [start, end] = [from + span.start, from + span.end]
      const url = absolute(href, base)
      if (url !== null && end <= to && text.slice(start, end) === words) links.push({ url, start, end })
    }
  }
  return links
}

const BESIDE = new Set(["byline", "credit", "leftover"])

/** “//harbor.example/gate”, “/gate” and “gate” as they lead on from the page (RFC 3986, 5.2); null for what leads to no page of the web. */
export function absolute(href: string, base: string | null): string | null {
  const address = href.trim().replace(/#.*$/s, "")
  if (address === "" || address.length > LONGEST_ADDRESS || /\s/.test(address)) return null
  if (/^https?:\/\/[^/?]/i.test(address)) return address
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return null
  const [, scheme, host, path] = /^(https?:)(\/\/[^/?#]+)([^?#]*)/i.exec(base ?? "") ?? []
  if (scheme === undefined || host === undefined) return null
  if (address.startsWith("//")) return `${scheme}${address}`
  if (address.startsWith("/")) return `${scheme}${host}${withoutDots(address)}`
  const folder = (path ?? "").replace(/[^/]*$/, "") || "/"
  return address.startsWith("?") ? `${scheme}${host}${path}${address}` : `${scheme}${host}${withoutDots(folder + address)}`
}

/** “/news/../gate” is “/gate”. */
function withoutDots(address: string): string {
  const [, path = "", query = ""] = /^([^?]*)(.*)$/s.exec(address) ?? []
  const kept: string[] = []
  const parts = path.split("/").slice(1)
  for (const [at, part] of parts.entries()) {
    if (part === "..") kept.pop()
    else if (part !== ".") kept.push(part)
    if (at === parts.length - 1 && (part === "." || part === "..")) kept.push("")
  }
  return `/${kept.join("/")}${query}`
}
