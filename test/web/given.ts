import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Browser, Page } from "playwright-core"
import { build } from "vite"
import { hasChromium, launch, NO_CHROMIUM } from "../../measure/browser.ts"
import { type House, openHouse, storyEntries, TOKEN } from "../../measure/house.ts"
import { ROOT } from "../../train/corpora.ts"

const folder = mkdtempSync(join(tmpdir(), "hearsay-pages-"))
export let house: House
let browser: Browser

/** A short article in which one denies what another says. */
export const GATE =
  "Elena Ruiz, the harbor master, said the gate at Pier Four had been left open all night. Martin Brask, who runs the pier, denied that the gate had been left open."

/** Builds the pages and opens a house with the bundled story, once for all tests of the pages. */
export async function begin(): Promise<void> {
  if (!hasChromium) return console.warn(`The tests of the pages are skipped: ${NO_CHROMIUM}`)
  const pages = join(folder, "pages")
  await build({
    root: join(ROOT, "web"),
    configFile: join(ROOT, "web/vite.config.ts"),
    logLevel: "error",
    build: { outDir: pages, emptyOutDir: true },
  })
  house = await openHouse(join(folder, "ledger"), pathToFileURL(`${pages}/`), storyEntries())
  browser = await launch()
}

export async function end(): Promise<void> {
  await browser?.close()
  await house?.close()
  rmSync(folder, { recursive: true, force: true })
}

interface Opening {
  readonly width?: number
  /** Whether the test turns the page's clock. */
  readonly clock?: boolean
  /** What is answered in the server's place: a body, or a status with none. */
  readonly routes?: Readonly<Record<string, object | number>>
}

/** A page of the house, and whatever its browser complains of. Requests to anywhere else are complaints. */
export async function opened(path: string, { width = 1440, clock = false, routes = {} }: Opening = {}) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: "reduce" })
  const troubles: string[] = []
  page.on("pageerror", error => troubles.push(String(error)))
  page.on("console", message => message.type() === "error" && troubles.push(message.text()))
  page.on("request", request => void (request.url().startsWith(house.at) || troubles.push(request.url())))
  if (clock) await page.clock.install()
  for (const [url, answer] of Object.entries(routes))
    await page.route(url, route => route.fulfill(typeof answer === "number" ? { status: answer } : { json: answer }))
  const response = await page.goto(house.at + path)
  await page.waitForSelector("h1")
  return { page, troubles, status: response!.status() }
}

interface Listed {
  readonly items: readonly {
    readonly id: string
    readonly text: string
    readonly title: string
    readonly statements: number
    readonly versions: number
  }[]
}

export async function asked<T = Listed>(path: string): Promise<T> {
  return (await (await fetch(house.at + path)).json()) as T
}

/** An address of each kind of page, with something on it. */
export async function addresses(): Promise<readonly string[]> {
  const [claims, articles, agents, outlets] = await Promise.all([
    asked("/api/claims?contested"),
    asked("/api/articles"),
    asked("/api/agents?name=Osgrave"),
    asked<{ readonly items: readonly { readonly outlet: { readonly id: string } }[] }>("/api/unnamed"),
  ])
  const changed = articles.items.find(({ versions }) => versions > 1)!
  return [
    "/",
    `/claims/${await tied()}`,
    `/claims/${claims.items[0]!.id}?at=2025-10-16`,
    `/articles/${changed.id}`,
    "/articles",
    "/agents?name=Osgrave",
    `/agents/${agents.items[0]!.id}`,
    "/unnamed",
    `/unnamed/${outlets.items[0]!.outlet.id}`,
    "/add",
    "/corrections",
  ]
}

/** A claim whose articles count as one for some reason. */
export async function tied(): Promise<string> {
  for (const { id } of (await asked("/api/claims?contested&limit=40")).items) {
    const { origins } = await asked<{
      readonly origins: { readonly roots: readonly { readonly merges: readonly { readonly articles: readonly string[] }[] }[] }
    }>(`/api/claims/${id}`)
    if (origins.roots.some(({ merges }) => merges.some(({ articles }) => new Set(articles).size > 1))) return id
  }
  throw new Error("no claim of the story has articles that count as one")
}

/** The day on which the story began. */
export const FIRST_DAY = "2025-10-14"

/** A claim of which less was known on the first day than now. */
export async function grown(): Promise<string> {
  for (const { id } of (await asked("/api/claims?limit=40")).items) {
    const now = await asked<{ readonly evidence: readonly unknown[] }>(`/api/claims/${id}`)
    const then = await fetch(`${house.at}/api/claims/${id}?at=${FIRST_DAY}`)
    if (then.ok && ((await then.json()) as typeof now).evidence.length < now.evidence.length) return id
  }
  throw new Error("no claim of the story grew after its first day")
}

export async function settled(page: Page): Promise<void> {
  await page.waitForSelector("main h1")
  await page.locator(".waiting, [aria-busy=true]").first().waitFor({ state: "detached" })
}

export async function signed(page: Page, why: string): Promise<void> {
  const dialogue = page.locator("dialog")
  await dialogue.getByLabel("Why").fill(why)
  await dialogue.getByLabel("Who says so").fill("Ana Lund")
  if (await dialogue.getByLabel("Token").isVisible()) await dialogue.getByLabel("Token").fill(TOKEN)
  await dialogue.locator("button[type=submit]").click()
  await dialogue.waitFor({ state: "detached" })
}
