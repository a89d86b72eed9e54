import { loadModel } from "../../model/index.ts"
import { read } from "../../src/core/index.ts"
import { type ClassScore, goldArticles, matched, missesOf, scoreArticles, type Tally } from "../articles/index.ts"
import { type Case, type Check, checks, type Given, inventedCases, inventedKinds } from "../cases/index.ts"
import { scoreStory, sheetOf, story, storyNames, told } from "../stories/index.ts"
import { harmonic, share } from "../words.ts"

export const about = "Invented cases by kind, invented articles and stories, each against a careful reader; needs no corpora"

/** Of one kind of case: how many hold in every line, how many lines hold, and how many cases hold when read from their text alone. */
interface KindScore {
  readonly kind: string
  readonly cases: Tally
  readonly lines: Tally
  readonly text: Tally
}

/**
 * `npm run measure -- invented [--misses] [KIND…]`: with `--misses` each line of a case, and each field of an article, that is not as it should
 * be. `npm run measure -- invented --stories`: the stories' claims, each article alone.
 */
export function measure(args: readonly string[]): void {
  const kinds = inventedKinds().filter(kind => args.every(arg => arg.startsWith("--")) || args.includes(kind))
  if (args.includes("--stories")) reportStories()
  else if (args.includes("--misses")) reportMisses(kinds, kinds.length < inventedKinds().length)
  else {
    reportCases(kinds.map(kindScore))
    reportArticles()
  }
}

/** What the gates hold: cases that hold as drawn and as read, F1 of the articles' statements and claims, sources right; in percent. */
export function inventedFigures(): Readonly<
  Record<"cases" | "cases from text" | "statements F1" | "about F1" | "source right" | "relay exact", number>
> {
  const scores = inventedKinds().map(kindScore)
  const { classes, fields } = scoreArticles(goldArticles().map(matched))
  const f1 = (name: string) => 100 * f1Of(classes.find(each => each.name === name)!)
  const right = (name: string) => 100 * shareOf(fields.find(each => each.name === name)!)
  return {
    cases: 100 * shareOf(sum(scores.map(({ cases }) => cases))),
    "cases from text": 100 * shareOf(sum(scores.map(({ text }) => text))),
    "statements F1": f1("statements"),
    "about F1": f1("about (pairs)"),
    "source right": right("source right"),
    "relay exact": right("relay exact"),
  }
}

function kindScore(kind: string): KindScore {
  const cases = inventedCases(kind)
  const drawn = cases.map(each => checks(each, "drawn"))
  const text = cases.map(each => checks(each, "text"))
  return { kind, cases: tally(drawn.map(holds)), lines: tally(drawn.flat().map(({ right }) => right)), text: tally(text.map(holds)) }
}

function holds(lines: readonly Check[]): boolean {
  return lines.every(({ right }) => right)
}

function tally(right: readonly boolean[]): Tally {
  return { right: right.filter(each => each).length, of: right.length }
}

function sum(tallies: readonly Tally[]): Tally {
  return { right: tallies.reduce((total, each) => total + each.right, 0), of: tallies.reduce((total, each) => total + each.of, 0) }
}

function shareOf({ right, of }: Tally): number {
  return share(right, of)
}

function f1Of({ precision, recall }: ClassScore): number {
  return harmonic(shareOf(precision), shareOf(recall))
}

const NAME = 26

function reportCases(scores: readonly KindScore[]): void {
  console.log(`${"cases".padEnd(NAME)}${["as drawn", "their lines", "from text"].map(word => word.padStart(18)).join("")}`)
  const all = {
    kind: "all",
    cases: sum(scores.map(each => each.cases)),
    lines: sum(scores.map(each => each.lines)),
    text: sum(scores.map(each => each.text)),
  }
  for (const { kind, cases, lines, text } of [...scores, all]) console.log(`${kind.padEnd(NAME)}${[cases, lines, text].map(cell).join("")}`)
  console.log("As drawn: source, cue and content are given, and what is made of them is tried. From text: nothing is given.\n")
}

function cell(each: Tally): string {
  return `${each.right}/${each.of}`.padStart(10) + `${(100 * shareOf(each)).toFixed(0)} %`.padStart(8)
}

function reportArticles(): void {
  const articles = goldArticles()
  const { classes, fields } = scoreArticles(articles.map(matched))
  console.log(
    `${`${articles.length} articles`.padEnd(NAME)}${["precision", "recall"].map(word => word.padStart(18)).join("")}${"F1".padStart(8)}`,
  )
  for (const each of classes)
    console.log(`${each.name.padEnd(NAME)}${cell(each.precision)}${cell(each.recall)}${(100 * f1Of(each)).toFixed(1).padStart(8)}`)
  console.log("\nof the statements found")
  for (const each of fields) console.log(`${each.name.padEnd(NAME)}${cell(each)}`)
}

function reportMisses(kinds: readonly string[], casesOnly: boolean): void {
  for (const kind of kinds) for (const each of inventedCases(kind)) reportCase(each)
  if (casesOnly) return
  for (const { where, what, want, got } of missesOf(goldArticles().map(matched)))
    console.log(`${where}  ${what}: wanted ${want}, got ${got}`)
}

function reportCase(each: Case): void {
  const wrong = (["drawn", "text"] as const).flatMap(given =>
    checks(each, given).flatMap(line => (line.right ? [] : [missLine(given, line)])),
  )
  if (wrong.length > 0) console.log([`${each.at} ${each.name}`, `  ${each.text.replaceAll("\n", " / ")}`, ...wrong].join("\n"))
}

function missLine(given: Given, { line, got }: Check): string {
  return `  ${given === "drawn" ? "as drawn" : "from text"}: ${line}, but ${got}`
}

/** Statements, their stances and sources are what a ledger can build on; claims of single articles are the least that it must better. */
function reportStories(): void {
  const model = loadModel()
  for (const name of storyNames()) {
    const each = story(name)
    const sheet = sheetOf(each.articles.map(({ page }) => read(page, model)))
    console.log(`${told(each, sheet, scoreStory(each, sheet))}\n`)
  }
}
