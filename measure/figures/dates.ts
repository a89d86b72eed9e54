import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as chrono from "chrono-node/en"
import { loadModel } from "../../model/index.ts"
import { edtfOf, type Time, timesIn, timexOf } from "../../src/core/resolve/time/index.ts"
import { segment } from "../../src/core/segment/index.ts"
import type { Span } from "../../src/core/span.ts"
import { tag } from "../../src/core/tag/index.ts"
import { corpus } from "../../train/corpora.ts"

export const about =
  "Time expressions on TimeBank and AQUAINT: spans and values as TempEval-3 counts, and cases of dates; beside plain chrono-node"

const FOLDER = "data/TempEval3/Training/TBAQ-cleaned"

/** A time expression with its TIMEX3 value. */
interface Timex extends Span {
  readonly value: string
  /** The day it begins with, as ISO 8601; null for what is no stretch of the calendar. */
  readonly begins?: string | null
}

interface Document {
  readonly name: string
  readonly text: string
  readonly published: string
  readonly times: readonly Timex[]
}

/** Finds the times of a text that was published on a day. */
type Finder = (text: string, published: string) => readonly Timex[]

/** `npm run measure -- dates [--misses]`: figures for both halves of the articles and for all; with `--misses` what is amiss. */
export function measure(args: readonly string[]): void {
  const documents = articles()
  const finders: Readonly<Record<string, Finder>> = { hearsay: reader(), "chrono-node": chronoTimes }
  console.log("TimeBank and AQUAINT          relaxed F1 (P/R)     strict F1  values right  value F1")
  for (const [name, find] of Object.entries(finders)) {
    for (const [half, wanted] of Object.entries(HALVES)) {
      const own = documents.filter(({ name: each }) => wanted(each))
      console.log(line(`${name}, ${half}`, scored(own, find)))
    }
  }
  for (const [name, find] of Object.entries(finders)) console.log(casesLine(name, find))
  if (args.includes("--misses")) for (const document of documents) misses(document, finders.hearsay!(document.text, document.published))
  if (args.includes("--cases")) caseMisses(finders.hearsay!)
}

/** What a gate can keep, in percent. */
export type DateFigures = Readonly<Record<"relaxed F1" | "value F1", number>>

/** Both halves together. */
export function dateFigures(): DateFigures {
  const { gold, found, relaxed, values } = scored(articles(), reader())
  const f1 = (right: number) => (200 * right) / (gold + found)
  return { "relaxed F1": f1(relaxed), "value F1": f1(values) }
}

/** The rules were written looking at the first half; the second was only scored. By the sum of the letters of the name. */
const HALVES: Readonly<Record<string, (name: string) => boolean>> = {
  "first half": name => isFirst(name),
  "second half": name => !isFirst(name),
  all: () => true,
}

function isFirst(name: string): boolean {
  return [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2 === 0
}

// ── Finders ─────────────────────────────────────────────────────────────────────────────────────

function reader(): Finder {
  const model = loadModel().tagging
  return (text, published) => {
    const prose = segment({ text, blocks: paragraphs(text) })
    return timesIn(prose, tag(prose, model), published)
      .filter(({ value }) => value?.kind !== "age")
      .map(timex)
  }
}

function timex({ start, end, value }: Time): Timex {
  return { start, end, value: timexOf(value).value, begins: beginOf(edtfOf(value)) }
}

/** “2024-11” begins on 2024-11-01, “198X” on 1980-01-01, “2024-35”, the third quarter, on 2024-07-01. */
function beginOf(edtf: string | null): string | null {
  const [year = "", month, day] = edtf?.split("/")[0]?.replaceAll("X", "0").split("-") ?? []
  const quarter = Number(month) > 32 ? String(3 * (Number(month) - 32) - 2).padStart(2, "0") : month
  return edtf && `${year.padEnd(4, "0")}-${quarter ?? "01"}-${day ?? "01"}`
}

function paragraphs(text: string) {
  return [...text.matchAll(/[^\n](?:(?!\n\s*\n)[\s\S])*/g)].map(({ index, 0: words }) => ({
    role: "paragraph" as const,
    start: index,
    end: index + words.trimEnd().length,
  }))
}

/** chrono-node as it is, its result as fine as it is certain of. */
function chronoTimes(text: string, published: string): Timex[] {
  const instant = new Date(`${published.slice(0, 10)}T12:00:00Z`)
  return chrono.casual.parse(text, { instant, timezone: 0 }).map(({ index, text: words, start }) => {
    const day = start.date().toISOString().slice(0, 10)
    const fine = start.isCertain("day") || start.isCertain("weekday") || !start.isCertain("month")
    const value = fine ? day : day.slice(0, 7)
    const hour = start.isCertain("hour") ? `T${start.date().toISOString().slice(11, 16)}` : ""
    return { start: index, end: index + words.length, value: value + hour, begins: fine ? day : `${value}-01` }
  })
}

// ── TimeBank ────────────────────────────────────────────────────────────────────────────────────

function articles(): Document[] {
  const base = join(corpus("timebank"), FOLDER)
  return readdirSync(base, { recursive: true, encoding: "utf8" })
    .filter(file => file.endsWith(".tml"))
    .sort()
    .map(file => documentOf(file, readFileSync(join(base, file), "utf8")))
}

function documentOf(name: string, source: string): Document {
  const published = /<DCT>.*?value="([^"]*)"/s.exec(source)?.[1] ?? ""
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(source)?.[1] ?? ""
  const times: Timex[] = []
  let text = ""
  let open: { start: number; value: string } | null = null
  for (const [, tag, words] of body.matchAll(/(<[^>]+>)|([^<]+)/g)) {
    if (words) text += decoded(words)
    else if (tag!.startsWith("<TIMEX3")) open = { start: text.length, value: /value="([^"]*)"/.exec(tag!)?.[1] ?? "" }
    else if (tag === "</TIMEX3>" && open) {
      times.push({ ...open, end: text.length })
      open = null
    }
  }
  return { name, text, published, times }
}

function decoded(words: string): string {
  return words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&")
}

// ── Scores ──────────────────────────────────────────────────────────────────────────────────────

interface Score {
  readonly gold: number
  readonly found: number
  readonly relaxed: number
  readonly strict: number
  readonly values: number
}

/** As TempEval-3 counts (UzZaman et al. 2013): relaxed when a letter is shared, one to one; a value counts where the span is found. */
function scored(documents: readonly Document[], find: Finder): Score {
  const sum = { gold: 0, found: 0, relaxed: 0, strict: 0, values: 0 }
  for (const { text, published, times } of documents) {
    const found = find(text, published)
    sum.gold += times.length
    sum.found += found.length
    for (const [gold, own] of pairs(times, found)) {
      sum.relaxed++
      if (gold.start === own.start && gold.end === own.end) sum.strict++
      if (gold.value === own.value) sum.values++
    }
  }
  return sum
}

function pairs(gold: readonly Timex[], found: readonly Timex[]): [Timex, Timex][] {
  const taken = new Set<Timex>()
  return gold.flatMap(each => {
    const fit = found.find(own => !taken.has(own) && own.start < each.end && each.start < own.end)
    if (!fit) return []
    taken.add(fit)
    return [[each, fit] as [Timex, Timex]]
  })
}

function line(name: string, { gold, found, relaxed, strict, values }: Score): string {
  const f1 = (right: number) => percent((2 * right) / (gold + found))
  const spans = `${f1(relaxed)} (${percent(relaxed / found)}/${percent(relaxed / gold)})`
  return `${name.padEnd(30)}${spans.padEnd(21)}${f1(strict).padEnd(11)}${percent(values / relaxed).padEnd(14)}${f1(values)}`
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}

function misses({ name, text, times, published }: Document, found: readonly Timex[]): void {
  const matched = pairs(times, found)
  const half = isFirst(name) ? 1 : 2
  const around = ({ start, end }: Span) => text.slice(Math.max(0, start - 60), end + 40).replace(/\s+/g, " ")
  const words = ({ start, end }: Span) => text.slice(start, end).replace(/\s+/g, " ")
  for (const gold of times.filter(each => !matched.some(([own]) => own === each)))
    console.log([half, "missed", words(gold), gold.value, "", published, around(gold)].join("\t"))
  for (const own of found.filter(each => !matched.some(([, its]) => its === each)))
    console.log([half, "extra", words(own), "", own.value, published, around(own)].join("\t"))
  for (const [gold, own] of matched) {
    if (gold.value !== own.value) console.log([half, "value", words(gold), gold.value, own.value, published, around(gold)].join("\t"))
    if (gold.start !== own.start || gold.end !== own.end)
      console.log([half, "extent", words(gold), words(own), "", published, around(gold)].join("\t"))
  }
}

// ── Cases ───────────────────────────────────────────────────────────────────────────────────────

interface DateCase {
  readonly Input: string
  readonly Context?: { readonly ReferenceDateTime: string }
  readonly Results: readonly {
    readonly Text: string
    readonly Start: number
    readonly TypeName: string
    readonly Resolution?: { readonly values: readonly { readonly timex: string; readonly value?: string; readonly start?: string }[] }
  }[]
}

/** Kinds that news holds: days, stretches of days, durations, sets. Commands to a calendar (“schedule a meeting”) are left out. */
const KINDS = /^datetimeV2\.(date|daterange|duration|set)$/
const COMMANDS =
  /\b(schedule|meeting|appointment|remind|cortana|calendar|book|i'll|i will|let's|find (a|me)|add|show|set|delete|move|change)\b/i

function dateCases(): DateCase[] {
  const file = join(corpus("recognizers"), "Specs/DateTime/English/DateTimeModel.json")
  const all = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")) as DateCase[]
  return all.filter(
    ({ Input, Results, Context }) =>
      Context &&
      Results.length > 0 &&
      !COMMANDS.test(Input) &&
      Results.every(({ TypeName, Resolution }) => KINDS.test(TypeName) && Resolution),
  )
}

/** Found when a letter is shared; right when the value, or the day it begins with, is one of those that the case allows. */
function casesLine(name: string, find: Finder): string {
  const all = dateCases().flatMap(each => judged(each, find))
  const found = all.filter(({ own }) => own).length
  const right = all.filter(each => each.right).length
  return `${name}: ${all.length} dates of cases, found ${percent(found / all.length)} %, value right ${percent(right / all.length)} %`
}

function judged({ Input, Context, Results }: DateCase, find: Finder) {
  const found = find(Input, Context!.ReferenceDateTime)
  return Results.map(result => {
    const own = found.find(({ start, end }) => start < result.Start + result.Text.length && result.Start < end)
    const allowed = result.Resolution!.values.flatMap(({ timex, value, start }) => [timex, value, start])
    return {
      Input,
      text: result.Text,
      own,
      allowed,
      right: own !== undefined && (allowed.includes(own.value) || allowed.includes(own.begins ?? "")),
    }
  })
}

function caseMisses(find: Finder): void {
  for (const { Input, text, own, allowed, right } of dateCases().flatMap(each => judged(each, find)))
    if (!right) console.log([Input, text, own?.value ?? "—", [...new Set(allowed)].filter(Boolean).join(" ")].join("\t"))
}
