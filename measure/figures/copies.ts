import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { bodyOf, type Copy, copyKeys, copyOf, type Printed } from "../../src/ledger/match/index.ts"
import { corpus, ROOT, SHARED } from "../../train/corpora.ts"

export const about =
  "Near-copies and shared agency text among 5,541 articles: recall against an exhaustive search, and pairs to be judged by eye"

interface Text extends Printed {
  readonly text: string
}

type Page = Omit<Text, "body">

interface Known {
  readonly a: string
  readonly b: string
  readonly kind?: string
  readonly shared: number
}

/** `npm run measure -- copies [--pairs]`; with `--pairs` prints 100 of the pairs found, spread evenly over all shares, with what they share. */
export function measure(args: readonly string[]): void {
  const texts = [...articles(), ...galaxy()].map(page => ({ ...page, body: bodyOf(page.text) }))
  const found = copiesAmong(texts)
  if (args.includes("--pairs")) printPairs(texts, found)
  else report(texts, found)
}

function report(texts: readonly Text[], found: ReadonlyMap<string, Copy>): void {
  const { carriers, compared } = costs(texts)
  console.log(
    `${texts.length} articles, ${found.size} pairs found; ${(carriers / texts.length).toFixed(1)} keys an article, ${(compared / texts.length).toFixed(2)} compared with each`,
  )
  const exhaustive = exhaustivePairs(texts)
  const houses = new Map(texts.map(({ id, house }) => [id, house]))
  const isOneHouse = (pair: string) => new Set(pair.split(" ").map(id => houses.get(id))).size === 1
  for (const least of [0.5, 0.3, 0.2, 0.1]) {
    const all = [...exhaustive].filter(([, share]) => share >= least)
    const wanted = all.filter(([pair]) => !isOneHouse(pair))
    const met = wanted.filter(([pair]) => found.has(pair))
    console.log(
      `pairs of two houses with ${100 * least} % of the shorter one’s ten-word runs in common: ${met.length} of ${wanted.length} found (${percent(met.length, wanted.length)}); of one house ${all.length - wanted.length}`,
    )
  }
  reportJudged(texts, found)
  reportKnown(found)
}

interface Judged {
  readonly a: string
  readonly b: string
  readonly kind: "copy" | "agency" | "release" | "document" | "none"
}

/** Pairs of two houses that were looked at one by one; see `measure/copies/README.md`. */
function reportJudged(texts: readonly Text[], found: ReadonlyMap<string, Copy>): void {
  const judged = JSON.parse(readFileSync(join(ROOT, "measure/copies/judged.json"), "utf8")) as readonly Judged[]
  const ids = new Map(texts.map(({ id }) => [createHash("sha256").update(id).digest("hex").slice(0, JUDGED_DIGITS), id]))
  const here = judged.filter(({ a, b }) => ids.has(a) && ids.has(b))
  const taken = here.filter(({ a, b }) => found.has(keyOf(ids.get(a)!, ids.get(b)!)))
  const isCopy = ({ kind }: Judged) => kind !== "none"
  const right = taken.filter(isCopy).length
  console.log(
    `of ${here.length} pairs judged: ${right} of ${taken.length} taken for copies are (${percent(right, taken.length)}), of ${here.filter(isCopy).length} that are`,
  )
}

const JUDGED_DIGITS = 12

/** Pairs of one corpus that readers looked at. */
function reportKnown(found: ReadonlyMap<string, Copy>): void {
  const { pairs } = JSON.parse(readFileSync(join(SHARED, "gold/claims.json"), "utf8")) as {
    pairs: Record<"same" | "acrossEvents" | "notCopies", Known[]>
  }
  const has = ({ a, b }: Known) => found.has(keyOf(a, b))
  for (const kind of [...new Set(pairs.same.map(({ kind }) => kind))]) {
    const own = pairs.same.filter(each => each.kind === kind)
    console.log(`${kind}: ${own.filter(has).length} of ${own.length} found${told(own.filter(each => !has(each)))}`)
  }
  console.log(`of different events: ${pairs.acrossEvents.filter(has).length} of ${pairs.acrossEvents.length} found`)
  console.log(`that are no copies: ${pairs.notCopies.filter(has).length} of ${pairs.notCopies.length} taken for copies`)
}

function told(missed: readonly Known[]): string {
  return missed.length > 0 ? ` (missed: shares of ${missed.map(({ shared }) => shared).join(", ")})` : ""
}

/** How many articles may have a key that counts; of more it is a phrase of a house. */
const MOST_CARRIERS = 12

/** The pairs that share a key and are copies in earnest. */
export function copiesAmong(texts: readonly Printed[]): ReadonlyMap<string, Copy> {
  const carriers = new Map<string, Printed[]>()
  const keys = new Map(texts.map(text => [text, copyKeys(text.body)]))
  for (const [text, own] of keys) for (const key of own) carriers.set(key, [...(carriers.get(key) ?? []), text])
  const isCommon = (key: string) => (carriers.get(key)?.length ?? 0) > MOST_CARRIERS
  const found = new Map<string, Copy>()
  for (const [text, own] of keys) {
    const near = new Set(own.filter(key => !isCommon(key)).flatMap(key => carriers.get(key)!))
    for (const other of near) {
      const pair = keyOf(text.id, other.id)
      if (other === text || found.has(pair)) continue
      const copy = copyOf(other, text, isCommon)
      if (copy) found.set(pair, copy)
    }
  }
  return found
}

function costs(texts: readonly Text[]): { readonly carriers: number; readonly compared: number } {
  const byKey = new Map<string, Text[]>()
  let carriers = 0
  for (const text of texts)
    for (const key of copyKeys(text.body)) {
      carriers++
      byKey.set(key, [...(byKey.get(key) ?? []), text])
    }
  const few = [...byKey.values()].filter(each => each.length <= MOST_CARRIERS)
  return { carriers, compared: new Set(few.flatMap(each => each.flatMap((a, at) => each.slice(0, at).map(b => keyOf(a.id, b.id))))).size }
}

/** Words of a run in the exhaustive search. */
const RUN = 10

/** Share of the shorter article's ten-word runs, quotations left out, that stand in the other; every pair with a run in common. */
function exhaustivePairs(texts: readonly Text[]): ReadonlyMap<string, number> {
  const runs = texts.map(({ body }) => new Set(body.words.slice(RUN - 1).map((_, at) => body.words.slice(at, at + RUN).join(" "))))
  const holders = new Map<string, number[]>()
  runs.forEach((own, at) => {
    for (const run of own) holders.set(run, [...(holders.get(run) ?? []), at])
  })
  const common = new Map<string, number>()
  for (const own of holders.values()) {
    if (own.length > MOST_CARRIERS) continue
    own.forEach((a, at) => {
      for (const b of own.slice(0, at)) common.set(`${b} ${a}`, (common.get(`${b} ${a}`) ?? 0) + 1)
    })
  }
  return new Map(
    [...common].map(([pair, count]) => {
      const [b, a] = pair.split(" ").map(Number)
      return [keyOf(texts[a!]!.id, texts[b!]!.id), count / Math.max(1, Math.min(runs[a!]!.size, runs[b!]!.size))]
    }),
  )
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Addresses that stand twice get a number. */
/** The part of an address's host that names the outlet: “harborpost” of “www.theharborpost.co.uk”. */
function houseOf(url: string): string {
  const parts = new URL(url).hostname.split(".")
  const end = parts.length > 2 && /^(?:com?|org|net|gov|ac|edu)$/.test(parts.at(-2) ?? "") ? -3 : -2
  return (parts.at(end) ?? "").replace(/^the/, "")
}

function articles(): readonly Page[] {
  const lines = readFileSync(join(corpus("articles"), "articles.jsonl"), "utf8")
    .trim()
    .split("\n")
  return lines.map((line, at) => {
    const { url, text } = JSON.parse(line) as { url: string; text: string }
    return { id: `articles/${at}`, house: houseOf(url), text }
  })
}

export function galaxy(): readonly (Page & { readonly event: string; readonly title: string })[] {
  const folder = join(corpus("galaxy"), "eval/data/event")
  const seen = new Set<string>()
  return ["wikinews_big.json", "wikinews_medium.json"].flatMap(file => {
    const events = JSON.parse(readFileSync(join(folder, file), "utf8")) as {
      _id: { $oid: string }
      articles: { ext_url: string; title: string; text: string }[]
    }[]
    return events.flatMap(event =>
      event.articles.flatMap(({ ext_url, title, text }) => {
        if (seen.has(ext_url)) return []
        seen.add(ext_url)
        return [{ id: ext_url, house: houseOf(ext_url), text, title, event: event._id.$oid }]
      }),
    )
  })
}

const PRINTED = 100
const SHOWN = 160

function printPairs(texts: readonly Text[], found: ReadonlyMap<string, Copy>): void {
  const byId = new Map(texts.map(text => [text.id, text]))
  const sorted = [...found.values()].sort((a, b) => a.share - b.share || (a.a < b.a ? -1 : 1))
  const step = Math.max(1, sorted.length / PRINTED)
  for (let at = 0, number = 1; at < sorted.length && number <= PRINTED; at += step, number++) {
    const { a, b, share, passages } = sorted[Math.floor(at)]!
    const [left, right] = [byId.get(a)!, byId.get(b)!]
    const longest = passages.reduce((most, each) => (each.words > most.words ? each : most))
    console.log(
      `\n${number}. share ${share}, longest ${longest.words} words, ${passages.length} passages\n   A ${begin(left)}\n   B ${begin(right)}`,
    )
    console.log(`   » ${left.text.slice(longest.a.start, longest.a.start + 2 * SHOWN).replace(/\s+/g, " ")}`)
  }
}

function begin({ id, text }: Text): string {
  return `${id.slice(0, 70)}: ${text.slice(0, SHOWN).replace(/\s+/g, " ")}`
}

function percent(some: number, all: number): string {
  return all === 0 ? "–" : `${((100 * some) / all).toFixed(1)} %`
}
