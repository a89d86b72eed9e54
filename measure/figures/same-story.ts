import { emptyLedger, type Ledger, record } from "../ledger.ts"
import { readingOf } from "../readings.ts"
import { galaxy } from "./copies.ts"

export const about = "Real articles of 166 events in one ledger: are those linked by a claim or a copy of one event?"

/** Two articles, and what links them. */
interface Link {
  readonly a: string
  readonly b: string
  readonly by: "claim" | "copy"
}

/** `npm run measure -- same-story [--wrong]`; with `--wrong` prints each link between different events. */
export function measure(args: readonly string[]): void {
  const pages = galaxy()
  const ledger = emptyLedger()
  const events = new Map<string, string>()
  for (const { id, title, text, event } of pages) {
    const reading = readingOf({ kind: "record", url: id, publisher: new URL(id).hostname, title, text })
    if (!reading) continue
    events.set(reading.article.id, event)
    record(ledger, reading)
  }
  const links = linksIn(ledger)
  report(links, events)
  if (args.includes("--wrong")) for (const link of links) if (events.get(link.a) !== events.get(link.b)) console.log(told(link, ledger))
}

function report(links: readonly Link[], events: ReadonlyMap<string, string>): void {
  const isRight = ({ a, b }: Link) => events.get(a) === events.get(b)
  const wanted = pairsOf([...events])
  for (const by of ["claim", "copy", null] as const) {
    const own = [...new Map(links.filter(link => by === null || link.by === by).map(link => [`${link.a} ${link.b}`, link])).values()]
    const right = own.filter(isRight).length
    console.log(
      `linked by ${by ?? "either"}: ${right} of ${own.length} pairs of one event (${percent(right, own.length)}), recall ${percent(right, wanted)}`,
    )
  }
  console.log(`${events.size} articles, ${wanted} pairs of one event`)
}

/** How many pairs of articles are of one event. */
function pairsOf(articles: readonly (readonly [string, string])[]): number {
  const sizes = new Map<string, number>()
  for (const [, event] of articles) sizes.set(event, (sizes.get(event) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

function linksIn({ claims, copies }: Ledger): readonly Link[] {
  const links: Link[] = copies.map(({ a, b }) => ({ ...inOrder(a, b), by: "copy" }))
  for (const told of claims.values()) {
    const articles = [...new Set(told.map(({ article }) => article))]
    articles.forEach((a, at) => {
      for (const b of articles.slice(0, at)) links.push({ ...inOrder(a, b), by: "claim" })
    })
  }
  return links
}

function inOrder(a: string, b: string): { readonly a: string; readonly b: string } {
  return a < b ? { a, b } : { a: b, b: a }
}

function told({ a, b, by }: Link, { readings, claims }: Ledger): string {
  const title = (id: string) => readings.find(({ article }) => article.id === id)?.article.title
  const words = [...claims.values()].find(own => own.some(each => each.article === a) && own.some(each => each.article === b))
  const said = (id: string) =>
    words
      ?.find(each => each.article === id)
      ?.words.slice(0, SHOWN)
      .join(" ")
  return `${by}: ${title(a)} | ${title(b)}\n   ${said(a)}\n   ${said(b)}`
}

const SHOWN = 12

function percent(some: number, all: number): string {
  return all === 0 ? "–" : `${((100 * some) / all).toFixed(1)} %`
}
