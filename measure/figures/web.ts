import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { gzipSync } from "node:zlib"
import type { Browser, Page } from "playwright-core"
import { build } from "vite"
import { ROOT } from "../../train/corpora.ts"
import { faults, hasChromium, launch, NO_CHROMIUM } from "../browser.ts"
import { type House, openHouse, storyEntries } from "../house.ts"

export const about =
  "the pages in Chromium: first content, answer to a hand, script, axe-core, widths; web FOLDER keeps pictures there; web --ledger PLACE looks at that ledger"

/**
 * On the bundled story, or on a ledger that is there: when there is something to read, how long a page takes to answer a hand, what of script is sent, what axe-core
 * finds, and whether every page fits.
 */
export async function measure(args: readonly string[]): Promise<void> {
  const place = args[0] === "--ledger" ? args[1]! : null
  const pictures = place === null ? args[0] : undefined
  if (!hasChromium) return console.log(`Not measured: ${NO_CHROMIUM}`)
  const folder = mkdtempSync(join(tmpdir(), "hearsay-web-"))
  const pages = join(folder, "pages")
  await build({
    root: join(ROOT, "web"),
    configFile: join(ROOT, "web/vite.config.ts"),
    logLevel: "error",
    build: { outDir: pages, emptyOutDir: true },
  })
  tellSize(pages)
  const house = await openHouse(place ?? join(folder, "ledger"), pathToFileURL(`${pages}/`), place === null ? storyEntries() : [])
  const browser = await launch()
  try {
    const shown = await pagesOf(house)
    for (const each of shown) await looked(browser, house, each)
    if (pictures) await take(browser, house, shown, pictures)
  } finally {
    await browser.close()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bytes of script on any page: all pages are one script. */
function tellSize(pages: string): void {
  const sizeOf = (ending: string) =>
    readdirSync(join(pages, "assets"))
      .filter(name => name.endsWith(ending))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(pages, "assets", name))).length, 0)
  console.log(
    `script ${(sizeOf(".js") / 1000).toFixed(1)} kB gzip on every page (at most 60), styles ${(sizeOf(".css") / 1000).toFixed(1)} kB`,
  )
}

interface Shown {
  readonly name: string
  readonly path: string
  /** What a hand touches to measure how soon the page answers, and what comes up. */
  readonly touch: string
}

interface Listed {
  readonly items: readonly {
    readonly id: string
    readonly versions: number
    readonly articles: number
    readonly who: readonly { readonly agent: { readonly id: string } | null }[]
  }[]
}

/** A page of each kind, the fullest where there are several. */
async function pagesOf({ at }: House): Promise<readonly Shown[]> {
  const asked = async (path: string) => ((await (await fetch(at + path)).json()) as Listed).items
  const [claims, articles] = await Promise.all([asked("/api/claims?contested"), asked("/api/articles?limit=200")])
  const claim = [...claims].sort((a, b) => b.articles - a.articles)[0]!
  const agent = claims.flatMap(({ who }) => who).find(each => each.agent !== null)!.agent!
  const article = articles.find(({ versions }) => versions > 1) ?? articles[0]!
  return [
    { name: "board", path: "/", touch: ".filters input[type=checkbox] >> nth=0" },
    { name: "found", path: "/?about=president", touch: ".filters input[type=checkbox] >> nth=0" },
    { name: "claim", path: `/claims/${claim.id}`, touch: ".hand summary >> nth=0" },
    { name: "article", path: `/articles/${article.id}`, touch: ".words [data-at] >> nth=0" },
    { name: "agent", path: `/agents/${agent.id}`, touch: ".asof button >> nth=1" },
    { name: "unnamed", path: "/unnamed", touch: ".outlet-list a >> nth=0" },
    { name: "add", path: "/add", touch: "textarea >> nth=0" },
    { name: "corrections", path: "/corrections", touch: ".rule button" },
  ]
}

const RUNS = 5
/** A page that paints nothing for so long paints nothing. */
const LONGEST_MS = 20_000

/** Whatever stops one page is told with its name, and the others are looked at all the same. */
async function looked(browser: Browser, house: House, shown: Shown): Promise<void> {
  try {
    await look(browser, house, shown)
  } catch (error) {
    console.log(`${shown.name.padEnd(12)} not measured at ${shown.path}: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

async function look(browser: Browser, house: House, { name, path, touch }: Shown): Promise<void> {
  const firsts: number[] = []
  const answers: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const page = await opened(browser, house, path)
    firsts.push((await page.evaluate(`(${contentAt})()`)) as number)
    answers.push(await answerAfter(page, touch))
    await page.close()
  }
  const found = await faultsIn(browser, house, path)
  const wide = await widthsThatBreak(browser, house, path)
  const broken = wide.length > 0 ? `, too wide at ${wide.join(", ")}` : ""
  console.log(
    `${name.padEnd(12)} content after ${told(firsts)} ms (at most 1000), answers a hand in ${told(answers)} ms (at most 100), axe finds ${found.length} in both themes${broken}`,
  )
  for (const fault of found) console.log(`  ${fault}`)
}

/** When the largest thing on the page was painted, in milliseconds after it was asked for; infinite where nothing was (https://w3c.github.io/largest-contentful-paint). */
const contentAt = `() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true })
  setTimeout(() => done(Infinity), ${LONGEST_MS})
})`

/** From a press to the next picture, by the browser's own clock (https://w3c.github.io/event-timing). It tells nothing below 16 ms. */
async function answerAfter(page: Page, touch: string): Promise<number> {
  await page.evaluate(
    `window.slowest = 0; new PerformanceObserver(list => { for (const each of list.getEntries()) window.slowest = Math.max(window.slowest, each.duration) }).observe({ type: "event", durationThreshold: 16 })`,
  )
  await page.locator(touch).click()
  await page.waitForTimeout(300)
  return (await page.evaluate("window.slowest")) as number
}

async function opened(
  browser: Browser,
  { at }: House,
  path: string,
  options: { readonly width?: number; readonly colorScheme?: "light" | "dark" } = {},
): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1440, height: 900 },
    colorScheme: options.colorScheme ?? "light",
    reducedMotion: "reduce",
  })
  await page.goto(at + path)
  await page.waitForSelector("main h1")
  await page.locator(".waiting, [aria-busy=true]").first().waitFor({ state: "detached" })
  return page
}

async function faultsIn(browser: Browser, house: House, path: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await opened(browser, house, path, { colorScheme })
    found.push(...(await faults(page)))
    await page.close()
  }
  return found
}

const WIDTHS = [360, 768, 1440, 1920]

async function widthsThatBreak(browser: Browser, house: House, path: string): Promise<readonly number[]> {
  const page = await opened(browser, house, path)
  const broken: number[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    if (((await page.evaluate("document.documentElement.scrollWidth")) as number) > width) broken.push(width)
  }
  await page.close()
  return broken
}

/** Pictures at three widths, the middle one in the dark. */
async function take(browser: Browser, house: House, shown: readonly Shown[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const { name, path } of shown)
    for (const width of [360, 768, 1440]) {
      const page = await opened(browser, house, path, { width, colorScheme: width === 768 ? "dark" : "light" })
      await page.screenshot({ path: join(folder, `${name}-${width}.png`), clip: { x: 0, y: 0, width, height: width === 360 ? 700 : 800 } })
      await page.close()
    }
}

/** The middle of all runs, and the best of them, which a busy machine disturbs least. */
function told(numbers: readonly number[]): string {
  return `${middle(numbers)} (best ${Math.round(Math.min(...numbers))})`
}

function middle(numbers: readonly number[]): number {
  return Math.round([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!)
}
