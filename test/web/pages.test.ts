import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import type { Browser, Page } from "playwright-core"
import { build } from "vite"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { faults, hasChromium, launch, NO_CHROMIUM } from "../../measure/browser.ts"
import { entryOf, type House, openHouse, storyEntries, TOKEN } from "../../measure/house.ts"
import { ROOT } from "../../train/corpora.ts"

if (!hasChromium) console.warn(`The tests of the pages are skipped: ${NO_CHROMIUM}`)

const folder = mkdtempSync(join(tmpdir(), "hearsay-pages-"))
const WIDTHS = [360, 768, 1440, 1920]
let house: House
let browser: Browser

/** A short article in which one denies what another says. */
const GATE =
  "Elena Ruiz, the harbor master, said the gate at Pier Four had been left open all night. Martin Brask, who runs the pier, denied that the gate had been left open."

beforeAll(async () => {
  if (!hasChromium) return
  const pages = join(folder, "pages")
  await build({
    root: join(ROOT, "web"),
    configFile: join(ROOT, "web/vite.config.ts"),
    logLevel: "error",
    build: { outDir: pages, emptyOutDir: true },
  })
  house = await openHouse(join(folder, "ledger"), pathToFileURL(`${pages}/`), storyEntries())
  browser = await launch()
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await house?.close()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

/** A page of the house, and whatever its browser complains of. Requests to anywhere else are complaints. */
async function opened(path: string, { width = 1440, scheme = "light" as "light" | "dark" } = {}) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: "reduce" })
  const troubles: string[] = []
  page.on("pageerror", error => troubles.push(String(error)))
  page.on("console", message => message.type() === "error" && troubles.push(message.text()))
  page.on("request", request => void (request.url().startsWith(house.at) || troubles.push(request.url())))
  await page.goto(house.at + path)
  await page.waitForSelector("h1")
  return { page, troubles }
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

async function asked<T = Listed>(path: string): Promise<T> {
  return (await (await fetch(house.at + path)).json()) as T
}

/** An address of each kind of page, with something on it. */
async function addresses(): Promise<readonly string[]> {
  const [claims, articles, agents] = await Promise.all([
    asked("/api/claims?contested"),
    asked("/api/articles"),
    asked("/api/agents?name=Osgrave"),
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
    "/add",
    "/corrections",
  ]
}

/** A claim whose articles count as one for some reason. */
async function tied(): Promise<string> {
  for (const { id } of (await asked("/api/claims?contested&limit=40")).items) {
    const { origins } = await asked<{
      readonly origins: { readonly roots: readonly { readonly merges: readonly { readonly articles: readonly string[] }[] }[] }
    }>(`/api/claims/${id}`)
    if (origins.roots.some(({ merges }) => merges.some(({ articles }) => new Set(articles).size > 1))) return id
  }
  throw new Error("no claim of the story has articles that count as one")
}

/** The day on which the story began. */
const FIRST_DAY = "2025-10-14"

/** A claim of which less was known on the first day than now. */
async function grown(): Promise<string> {
  for (const { id } of (await asked("/api/claims?limit=40")).items) {
    const now = await asked<{ readonly evidence: readonly unknown[] }>(`/api/claims/${id}`)
    const then = await fetch(`${house.at}/api/claims/${id}?at=${FIRST_DAY}`)
    if (then.ok && ((await then.json()) as typeof now).evidence.length < now.evidence.length) return id
  }
  throw new Error("no claim of the story grew after its first day")
}

async function settled(page: Page): Promise<void> {
  await page.waitForSelector("main h1")
  await page.locator(".waiting, [aria-busy=true]").first().waitFor({ state: "detached" })
}

async function signed(page: Page, why: string): Promise<void> {
  const dialogue = page.locator("dialog")
  await dialogue.getByLabel("Why").fill(why)
  await dialogue.getByLabel("Who says so").fill("Ana Lund")
  if (await dialogue.getByLabel("Token").isVisible()) await dialogue.getByLabel("Token").fill(TOKEN)
  await dialogue.locator("button[type=submit]").click()
  await dialogue.waitFor({ state: "detached" })
}

describe.skipIf(!hasChromium)("every page", () => {
  test.each(["light", "dark"] as const)(
    "has no fault that axe finds, in %s, no complaint, and fits from 360 to 1920 pixels",
    async scheme => {
      for (const path of await addresses()) {
        const { page, troubles } = await opened(path, { scheme, width: WIDTHS[0]! })
        await settled(page)
        expect([path, await faults(page)]).toEqual([path, []])
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 })
          expect([path, width, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([path, width, width])
        }
        expect([path, await faults(page)]).toEqual([path, []])
        expect([path, troubles]).toEqual([path, []])
        await page.close()
      }
    },
    240_000,
  )
})

describe.skipIf(!hasChromium)("a person", () => {
  test("comes from the board to a claim, and from there to a sentence in its article", async () => {
    const { page, troubles } = await opened("/")
    await page.locator(".board h2 a").first().click()
    await page.locator(".grid .cell").first().focus()
    const told = await page.locator(".peek .sentence").textContent()
    await page.keyboard.press("Enter")
    await page.waitForSelector(".text")
    expect(await page.locator(".words .lit").count()).toBeGreaterThan(0)
    expect(await page.locator(".text").textContent()).toContain(told!.trim().slice(0, 20))
    expect(await page.evaluate("document.activeElement.tagName")).toBe("H1")
    expect(troubles).toEqual([])
    await page.close()
  }, 60_000)

  test("chooses a sentence and sees on whose word it stands", async () => {
    const { items } = await asked("/api/articles?outlet=The%20Harbor%20Post")
    const { page } = await opened(`/articles/${items.find(({ versions }) => versions > 1)!.id}`)
    await page.locator(".words", { hasText: "Tomas Redfern denied" }).locator("[data-at]").first().click()
    expect(await page.locator(".asked").textContent()).toMatch(/Tomas Redfern.*denies/)
    await page.locator(".words", { hasText: "It is not clear whether the repair" }).locator("[data-at]").first().click()
    expect(await page.locator(".asked").textContent()).toContain("The Harbor Post says so itself")
    expect(await faults(page)).toEqual([])
    await page.locator(".text").focus()
    await page.keyboard.press("p")
    expect(await page.locator(".asked").textContent()).toMatch(/Tomas Redfern.*denies/)
    expect(await page.locator(".steps").textContent()).toMatch(/denial of Tomas Redfern added/)
    await page.close()
  }, 60_000)

  test("looks at a claim as it was known on a day", async () => {
    const { page } = await opened(`/claims/${await grown()}`)
    const now = await page.locator(".statements > li").count()
    await page.locator(".asof input").fill(FIRST_DAY)
    await page.waitForSelector(".asof.past")
    expect(new URL(page.url()).searchParams.get("at")).toBe(FIRST_DAY)
    await expect.poll(() => page.locator(".statements > li").count(), { timeout: 20_000 }).toBeLessThan(now)
    await page.close()
  }, 60_000)

  test("cuts a merge with a reason, and undoes it", async () => {
    const { page, troubles } = await opened(`/claims/${await tied()}`)
    const before = await page.locator(".ties li").count()
    await page.locator(".ties button").first().click()
    expect(await faults(page)).toEqual([])
    await signed(page, "Two desks, two telephones")
    await page.getByText("Two desks, two telephones").waitFor()
    await expect.poll(() => page.locator(".ties li").count(), { timeout: 20_000 }).toBeLessThan(before)
    await page.goto(`${house.at}/corrections`)
    await page.locator(".judgements button").first().click()
    await signed(page, "It was one telephone")
    await page.getByText("It was one telephone").waitFor()
    await page.goBack()
    await expect.poll(() => page.locator(".ties li").count(), { timeout: 20_000 }).toBe(before)
    expect(troubles).toEqual([])
    await page.close()
  }, 60_000)

  test("adds a text, sees how it goes, and finds its claim contested", async () => {
    const { page, troubles } = await opened("/add")
    await page.getByLabel("Or the text of an article").fill(GATE)
    await page.getByLabel("Outlet").fill("Coast Radio")
    await page.getByLabel("Published on").fill("2025-11-04")
    await page.getByLabel("Token").fill(TOKEN)
    await page.getByRole("button", { name: "Read and enter" }).click()
    await page.locator(".progress .done a").click()
    await page.waitForSelector(".text")
    expect(await page.locator(".note.denies").textContent()).toContain("Martin Brask")
    await page.goto(`${house.at}/?about=gate&contested=true`)
    await page.locator(".board h2 a").first().click()
    await page.waitForSelector(".grid")
    expect(await page.locator(".grid").textContent()).toMatch(/Elena Ruiz[\s\S]*Martin Brask|Martin Brask[\s\S]*Elena Ruiz/)
    expect(troubles).toEqual([])
    await page.close()
  }, 60_000)

  test("is told in words what is wrong with a source, and what is left of the others", async () => {
    const { page } = await opened("/add")
    await page.getByLabel("Addresses of pages").fill("https://nowhere.example/story")
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "pier.txt", mimeType: "text/plain", buffer: Buffer.from(`${GATE} Ruiz said the gate was shut at dawn.`) })
    await page.getByLabel("Token").fill(TOKEN)
    await page.getByRole("button", { name: "Read and enter" }).click()
    await page.getByRole("heading", { name: "Done" }).waitFor()
    expect(await page.locator(".progress .failed").textContent()).toMatch(/no server is called nowhere\.example; check the address/)
    expect(await page.locator(".progress .done").textContent()).toMatch(/pier\.txt: new, \d+ statements/)
    await page.close()
  }, 60_000)

  test("sees a denial come in while the board is open", async () => {
    const { page } = await opened("/")
    await settled(page)
    await house.enter(
      entryOf(
        {
          kind: "text",
          content: "Owen Falk denied that the lamp on the breakwater had failed, Coast Radio reported.",
          publisher: "Harbor Post",
          published: "2025-11-05",
        },
        99,
      ),
    )
    await page.getByRole("region", { name: "As it comes in" }).waitFor({ timeout: 20_000 })
    expect(await page.locator(".news").textContent()).toMatch(/Owen Falk.*denies/)
    await page.close()
  }, 60_000)

  test("takes the ledger along, and follows a claim by its feed", async () => {
    const { page } = await opened("/")
    const coming = page.waitForEvent("download")
    await page.getByRole("link", { name: "CSV" }).click()
    expect((await coming).suggestedFilename()).toMatch(/\.csv$/)
    const feed = await page.getByRole("link", { name: "Atom feed" }).getAttribute("href")
    expect(await (await fetch(house.at + feed)).text()).toContain("<feed")
    await page.close()
  }, 60_000)

  test("walks by keyboard alone: past the head, through the filters, into a claim and back", async () => {
    const { page } = await opened("/")
    await settled(page)
    await page.keyboard.press("Tab")
    expect(await page.evaluate("document.activeElement.textContent")).toContain("Skip")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.type("letter")
    await page.keyboard.press("Enter")
    await page.waitForURL(/about=letter/)
    await settled(page)
    await page.locator(".board h2 a").first().focus()
    await page.keyboard.press("Enter")
    await page.waitForSelector(".grid")
    await page.goBack()
    await page.waitForSelector(".board")
    expect(page.url()).toMatch(/about=letter/)
    await page.close()
  }, 60_000)
})

describe.skipIf(!hasChromium)("an article's text", () => {
  test("can do nothing in the pages, whatever it holds", async () => {
    const attack = `<img src=x onerror="window.ran=1"><script>window.ran=2</script>`
    const content = `${attack} “${attack} the gate was open,” Elena Ruiz said. Martin Brask denied it.`
    await house.enter(entryOf({ kind: "text", content, publisher: attack, published: "2025-11-06", url: "javascript:window.ran=3" }, 120))
    const [newest] = (await asked("/api/articles")).items
    const { page, troubles } = await opened(`/articles/${newest!.id}`)
    await settled(page)
    expect(await page.locator(".text").textContent()).toContain(attack)
    expect(await page.locator("a[href^=javascript]").count()).toBe(0)
    expect([await page.evaluate("window.ran"), troubles]).toEqual([undefined, []])
    await page.close()
  }, 60_000)
})
