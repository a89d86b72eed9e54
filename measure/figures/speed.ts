import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import winkModel from "wink-eng-lite-web-model"
import wink from "wink-nlp"
import { loadModel, modelFiles } from "../../model/index.ts"
import { extract } from "../../src/core/article/index.ts"
import { attribute } from "../../src/core/attribute/index.ts"
import { gather } from "../../src/core/claim/index.ts"
import type { Article, Attribution, Prose, RecordPage, Resolved, Tagged } from "../../src/core/data.ts"
import { openModel, read, Unreadable } from "../../src/core/index.ts"
import { resolve } from "../../src/core/resolve/index.ts"
import { segment } from "../../src/core/segment/index.ts"
import { tag } from "../../src/core/tag/index.ts"
import { corpus, ROOT } from "../../train/corpora.ts"

export const about = "Articles and tokens a second on one core, by stage, beside wink-nlp; growth with length; start-up and memory"

const RECORDS = 2_000

interface Line {
  readonly name: string
  readonly seconds: number
}

/** `npm run measure -- speed [RECORDS]` */
export function measure(args: readonly string[]): void {
  const pages = records(Number(args[0] ?? RECORDS))
  const model = loadModel()
  for (const page of pages.slice(0, 50)) attempt(() => read(page, model))
  const { lines, tokens, articles } = stages(pages)
  const all = lines.reduce((sum, { seconds }) => sum + seconds, 0)
  const fast = secondsOf(() => pages.map(page => attempt(() => read(page, model, { fast: true }))))
  const rival = winkSeconds(pages)
  console.log(`${articles} articles of ${pages.length} records, ${tokens} tokens`)
  for (const { name, seconds } of [
    ...lines,
    { name: "in all", seconds: all },
    { name: "in all, fast", seconds: fast },
    { name: "wink-nlp (sentences and tags)", seconds: rival },
  ])
    console.log(`${name.padEnd(30)}${rate(articles, seconds).padStart(8)} articles/s${rate(tokens, seconds).padStart(10)} tokens/s`)
  console.log(`time against wink-nlp in this run: ${(all / rival).toFixed(2)}; fast ${(fast / rival).toFixed(2)}`)
  console.log(`peak memory of this process: ${megabytes(process.resourceUsage().maxRSS * 1024)} MB`)
  growth(pages)
  startUp()
}

function secondsOf(job: () => unknown): number {
  const start = process.hrtime.bigint()
  job()
  return Number(process.hrtime.bigint() - start) / 1e9
}

function rate(count: number, seconds: number): string {
  return (count / seconds).toFixed(count / seconds < 1000 ? 1 : 0)
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0)
}

function records(count: number): RecordPage[] {
  const lines = readFileSync(join(corpus("articles"), "articles.jsonl"), "utf8").split("\n", count)
  return lines.filter(Boolean).map(line => {
    const { url, title, published, text } = JSON.parse(line) as Record<string, string>
    return { kind: "record", url: url ?? "", title: title ?? "", published: published ?? "", text: text ?? "" }
  })
}

function attempt<T>(job: () => T): T | null {
  try {
    return job()
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

/** Each stage over all articles, timed as a whole: the clock is asked twelve times, not twelve times an article. */
function stages(pages: readonly RecordPage[]): { lines: Line[]; tokens: number; articles: number } {
  const model = loadModel()
  const lines: Line[] = []
  const timed = <T>(name: string, job: () => T): T => {
    const start = process.hrtime.bigint()
    const made = job()
    lines.push({ name, seconds: Number(process.hrtime.bigint() - start) / 1e9 })
    return made
  }
  const articles: Article[] = timed("article", () => pages.flatMap(page => attempt(() => extract(page)) ?? []))
  const proses: Prose[] = timed("segment", () => articles.map(segment))
  const tagged: Tagged[] = timed("tag", () => proses.map(prose => tag(prose, model.tagging)))
  const found: (readonly Attribution[])[] = timed("attribute", () =>
    proses.map((prose, at) => attribute(prose, tagged[at]!, model.attribution)),
  )
  const resolved: Resolved[] = timed("resolve", () => articles.map((article, at) => resolve(article, proses[at]!, tagged[at]!, found[at]!)))
  timed("claim", () => articles.map((article, at) => gather(article, resolved[at]!)))
  return { lines, articles: articles.length, tokens: proses.reduce((sum, { tokens }) => sum + tokens.length, 0) }
}

function winkSeconds(pages: readonly RecordPage[]): number {
  const nlp = wink(winkModel, ["sbd", "pos"])
  const its = nlp.its
  nlp.readDoc(pages[0]!.text).tokens().out(its.pos)
  return secondsOf(() => {
    for (const { text } of pages) {
      const doc = nlp.readDoc(text)
      doc.sentences().out()
      doc.tokens().out(its.pos)
    }
  })
}

/** One article of a hundred paragraphs, ten and a hundred times as long: the time per character should stay. */
function growth(pages: readonly RecordPage[]): void {
  const model = loadModel()
  const one = pages
    .slice(0, 20)
    .map(({ text }) => text)
    .join("\n\n")
    .slice(0, 20_000)
  const time = (times: number) => {
    const text = Array.from({ length: times }, () => one).join("\n\n")
    return secondsOf(() => read({ kind: "record", text }, model))
  }
  time(1)
  const base = Math.min(time(1), time(1), time(1))
  for (const times of [1, 10, 100]) console.log(`${String(times).padStart(4)}× the text: ${(time(times) / base).toFixed(1)}× the time`)
}

function startUp(): void {
  const files = modelFiles()
  const start = process.hrtime.bigint()
  openModel(files)
  console.log(
    `model opened in ${(Number(process.hrtime.bigint() - start) / 1e6).toFixed(1)} ms, ${megabytes(files.tagging.length + files.attribution.length)} MB`,
  )
  const page = join(ROOT, "examples/harbor-post.html")
  const script = `const s=process.hrtime.bigint();process.argv.splice(2,0,"read","--json",${JSON.stringify(page)});process.on("exit",()=>process.stderr.write(JSON.stringify({s:Number(process.hrtime.bigint()-s)/1e9,m:process.resourceUsage().maxRSS/1024})));await import(${JSON.stringify(`file://${join(ROOT, "dist/src/cli/main.js")}`)})`
  const begun = process.hrtime.bigint()
  execFileSync(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "ignore", "inherit"] })
  console.log(
    `\nhearsay read of one small page in a fresh process: ${(Number(process.hrtime.bigint() - begun) / 1e9).toFixed(2)} s (peak megabytes above)`,
  )
}
