import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { faults, hasChromium } from "../../measure/browser.ts"
import { entryOf, TOKEN } from "../../measure/house.ts"
import { addresses, asked, begin, end, FIRST_DAY, GATE, grown, house, opened, settled, signed, tied } from "./given.ts"
import { isInOrder } from "./reader.ts"
import "./states.ts"

const WIDTHS = [360, 768, 1440, 1920]

beforeAll(begin, 240_000)
afterAll(end, 60_000)

describe.skipIf(!hasChromium)("every page", () => {
  test("has no fault that axe finds, no complaint, fits from 360 to 1920 pixels, and is in order for those who hear it", async () => {
    for (const path of await addresses()) {
      const { page, troubles } = await opened(path, { width: WIDTHS[0]! })
      await settled(page)
      expect([path, await faults(page)]).toEqual([path, []])
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 })
        expect([path, width, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([path, width, width])
      }
      expect([path, await faults(page)]).toEqual([path, []])
      await isInOrder(path, page)
      await page.emulateMedia({ colorScheme: "dark" })
      expect([path, "dark", await faults(page)]).toEqual([path, "dark", []])
      expect([path, troubles]).toEqual([path, []])
      await page.close()
    }
  }, 240_000)
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
    const words = (text: string | null) => text!.trim().replace(/\d/g, "")
    // The marks in the text carry numbers.
    expect(words(await page.locator(".text").textContent())).toContain(words(told).slice(0, 20))
    expect(await page.evaluate("document.activeElement.tagName")).toBe("H1")
    expect(troubles).toEqual([])
    await page.close()
  }, 60_000)

  test("chooses a sentence and sees on whose word it stands", async () => {
    const { items } = await asked("/api/articles?outlet=The%20Harbor%20Post")
    const { page } = await opened(`/articles/${items.find(({ versions }) => versions > 1)!.id}`)
    await page.locator(".words", { hasText: "Tomas Redfern denied" }).locator("[data-at]").first().click()
    expect(await page.locator(".asked").textContent()).toMatch(/Tomas Redfern.*denies/)
    await page.locator(".text").focus()
    await page.keyboard.press("n")
    expect(await page.locator(".asked").textContent()).not.toMatch(/Tomas Redfern.*denies/)
    expect(await faults(page)).toEqual([])
    await page.keyboard.press("p")
    expect(await page.locator(".asked").textContent()).toMatch(/Tomas Redfern.*denies/)
    expect(await page.locator(".steps").textContent()).toMatch(/denial of Tomas Redfern added/)
    const altered = page.locator(".steps .altered", { hasText: "two government officials became a government official" })
    expect([await altered.locator("del").allTextContents(), await altered.locator("ins").allTextContents()]).toEqual([
      ["two", "officials"],
      ["a", "official"],
    ])
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
    const before = await reasons(page)
    await page.locator(".ties button").first().click()
    expect(await faults(page)).toEqual([])
    await signed(page, "Two desks, two telephones")
    await page.getByText("Two desks, two telephones").waitFor()
    await expect.poll(() => reasons(page), { timeout: 20_000 }).toBeLessThan(before)
    await page.goto(`${house.at}/corrections`)
    await page.locator(".judgements button").first().click()
    await signed(page, "It was one telephone")
    await page.getByText("It was one telephone").waitFor()
    await page.getByText(/takes back: .*do not go back to one origin/).waitFor()
    await page.goBack()
    await expect.poll(() => reasons(page), { timeout: 20_000 }).toBe(before)
    expect(troubles).toEqual([])
    await page.close()
  }, 60_000)

  test("confirms a sentence, and comes from the history back to it in its article", async () => {
    const { page, troubles } = await opened(`/claims/${await tied()}`)
    const statement = await page.locator(".statements .statement").first().getAttribute("id")
    await page.locator(".hand summary").first().click()
    await page
      .getByRole("button", { name: /^Confirm: / })
      .first()
      .click()
    await signed(page, "I have the tape")
    await page.goto(`${house.at}/corrections`)
    await page.locator(".judgements li", { hasText: "I have the tape" }).getByRole("link", { name: "open" }).click()
    await page.waitForSelector(".text")
    expect(new URL(page.url()).hash).toBe(`#${statement}`)
    expect(await page.locator(".note.lit").getAttribute("id")).toBe(statement)
    expect(troubles).toEqual([])
    await page.close()
  }, 60_000)

  test("keeps what more of the board was asked for when something comes in", async () => {
    const { page } = await opened("/")
    await settled(page)
    await page.getByRole("button", { name: "More" }).click()
    await expect.poll(() => page.locator(".board > .line").count(), { timeout: 20_000 }).toBe(60)
    const asked = page.waitForResponse(response => response.url().includes("/api/claims?") && response.url().includes("cursor="))
    await house.enter(
      entryOf({ kind: "text", content: "Owen Falk said the tide was out.", publisher: "Coast Radio", published: "2025-11-05" }, 98),
    )
    await asked
    await settled(page)
    expect(await page.locator(".board > .line").count()).toBe(60)
    expect(await page.evaluate("new Set([...document.querySelectorAll('.board h2 a')].map(each => each.href)).size")).toBe(60)
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

describe.skipIf(!hasChromium)("an agent", () => {
  test("is told by each role once, without what meant something in its article alone", async () => {
    const { items } = await asked("/api/agents?name=Daniel%20Prys")
    const sheet = await asked<object>(`/api/agents/${items[0]!.id}`)
    const roles = ["Its spokesman", "harbor spokesman", "spokesman", "Harbor spokesman", "former pilot whose name is on the chart", "Mr."]
    const { page } = await opened("/agents/agent_1", { routes: { "**/api/agents/agent_1": { ...sheet, roles } } })
    expect(await page.locator(".roles").textContent()).toBe("harbor spokesman; former pilot")
    await page.close()
  }, 30_000)
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

/** How many reasons there are why articles count as one; of many only the first are shown. */
async function reasons(page: Page): Promise<number> {
  const more = page.locator("button.all", { hasText: "reason" })
  if ((await more.count()) > 0) return Number(/\d+/.exec((await more.textContent()) ?? "")![0])
  return page.locator(".ties li").count()
}
