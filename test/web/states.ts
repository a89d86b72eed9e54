import { describe, expect, test } from "vitest"
import { faults, hasChromium } from "../../measure/browser.ts"
import { TOKEN } from "../../measure/house.ts"
import { asked, house, opened, settled, tied } from "./given.ts"
import { LONG, thirty } from "./thirty.ts"

const NOTHING = { items: [], next: null }

describe.skipIf(!hasChromium)("where there is nothing, or something is amiss", () => {
  test.each([
    ["/", "**/api/claims?*", /The ledger is empty.*Add an article/],
    ["/articles", "**/api/articles?*", /No article has been read yet.*Add one/],
    ["/agents", "**/api/claims?*", /Nobody has said anything/],
    ["/unnamed", "**/api/unnamed?*", /No outlet in this ledger uses/],
    ["/corrections", "**/api/judgements?*", /Nobody has corrected anything yet/],
  ])("%s of an empty ledger says so", async (path, route, words) => {
    const { page } = await opened(path, { routes: { [route]: NOTHING } })
    await page.locator(".none").waitFor()
    expect(await page.locator("main").textContent()).toMatch(words)
    await page.close()
  })

  test("a search that finds nothing shows the way back, and a name that nobody bears is told", async () => {
    const { page } = await opened("/?about=zeppelin&who=Nobody%20Atall")
    await page.locator(".none").waitFor()
    expect(await page.locator(".none").textContent()).toMatch(/No claim is like that/)
    await page.getByText("Nobody in this ledger is called “Nobody Atall”").waitFor()
    await page
      .getByRole("link", { name: "Take all choices away" })
      .or(page.getByRole("link", { name: "Show all claims" }))
      .first()
      .click()
    await page.locator(".board").waitFor()
    await page.close()
  }, 30_000)

  test("claims are narrowed down to those of one agent by name", async () => {
    const { page } = await opened("/")
    await settled(page)
    await page.getByLabel("Who takes a position").fill("Daniel Prys")
    await page.keyboard.press("Enter")
    await page.waitForURL(/agent=agent_/)
    await page.getByText("takes a position ·").waitFor()
    const { items } = await asked<{ items: readonly unknown[] }>(
      `/api/claims?limit=30&agent=${new URL(page.url()).searchParams.get("agent")}`,
    )
    await expect.poll(() => page.locator(".board > .line").count()).toBe(items.length)
    await page.close()
  }, 30_000)

  test("an address of nothing is answered by a page with ways on", async () => {
    const { page, status } = await opened("/nowhere/at-all")
    expect(status).toBe(404)
    expect(await faults(page)).toEqual([])
    await page.getByLabel("Words or names").fill("letter")
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/\?about=letter$/)
    await page.locator(".board").waitFor()
    await page.close()
  }, 30_000)

  test("a server that is away is told in words, and so is a feed that breaks, until it comes back", async () => {
    const { page } = await opened("/articles", { clock: true, routes: { "**/api/events": 503 } })
    await settled(page)
    await page.clock.fastForward(4_000)
    expect(await page.locator(".broken").textContent()).toMatch(/server is away/)
    await page.unroute("**/api/events")
    await page.clock.fastForward(11_000)
    await page.locator(".broken").waitFor({ state: "detached" })
    await page.route("**/api/agents?*", route => route.abort())
    await page.getByRole("link", { name: "Agents", exact: true }).click()
    await page.getByLabel("A name").fill("Prys")
    await page.keyboard.press("Enter")
    expect(await page.getByRole("alert").textContent()).toMatch(/server does not answer.*hearsay serve/i)
    await page.close()
  }, 30_000)

  test("a ledger that is not open to all asks for the token, and opens with it", async () => {
    const about = await asked<object>("/api")
    const closed = { ...about, extent: null, readingOpen: false, session: { reading: false, writing: false } }
    const { page } = await opened("/", { routes: { "**/api": closed, "**/api/events": 401 } })
    await page.getByText("This ledger is not open to all").waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByLabel("Token").fill("wrong")
    await page.getByRole("button", { name: "Open" }).click()
    await page.getByRole("alert").waitFor()
    await page.unroute("**/api")
    await page.unroute("**/api/events")
    const events = page.waitForRequest("**/api/events")
    await page.getByLabel("Token").fill(TOKEN)
    await page.getByRole("button", { name: "Open" }).click()
    await Promise.all([page.locator(".board").waitFor(), events])
    await page.close()
  }, 30_000)

  test("a token that is wrong is told where it was given", async () => {
    const { page } = await opened("/add")
    await page.getByLabel("Or the text of an article").fill("Ana Lund said the gate was open.")
    await page.getByLabel("Token").fill("wrong")
    await page.getByRole("button", { name: "Read and enter" }).click()
    expect(await page.getByRole("alert").textContent()).toMatch(/token/i)
    expect(await page.getByLabel("Or the text of an article").inputValue()).toContain("Ana Lund")
    await page.close()
  }, 30_000)

  test("a sentence is corrected beside its words, from what was read of it", async () => {
    const { page } = await opened(`/claims/${await tied()}`)
    await page.locator(".hand summary").first().click()
    const sentence = await page.locator(".statements .sentence").first().textContent()
    await page
      .getByRole("button", { name: /^Correct a field/ })
      .first()
      .click()
    const dialogue = page.getByRole("dialog")
    expect(await dialogue.locator(".sentence").textContent()).toBe(sentence)
    await dialogue.getByLabel("What is wrong").selectOption({ label: "the stance" })
    const stance = await page.locator(".statements .statement").first().getAttribute("class")
    expect(stance).toContain(await dialogue.getByLabel("What it is").inputValue())
    expect(await faults(page)).toEqual([])
    await page.close()
  }, 30_000)

  test("addresses that failed are tried again, and files can be dropped", async () => {
    const { page } = await opened("/add")
    await page.getByLabel("Addresses of pages").fill("https://nowhere.example/story")
    const dropped = await page.evaluateHandle(
      `const held = new DataTransfer(); held.items.add(new File(["The mayor said the pier was safe."], "mayor.txt", { type: "text/plain" })); held`,
    )
    await page.locator(".drop").dispatchEvent("drop", { dataTransfer: dropped })
    await page.getByText("1 file: mayor.txt").waitFor()
    await page.getByLabel("Token").fill(TOKEN)
    await page.getByRole("button", { name: "Read and enter" }).click()
    await page.getByText("2 of 2 sources, 1 failed").waitFor()
    await page.getByRole("button", { name: "Try the failed address again" }).click()
    await page.getByText("1 of 1 source, 1 failed").waitFor()
    await page.close()
  }, 60_000)

  test("thirty articles of one claim, and a claim of many words, stay readable on the smallest screen", async () => {
    const sheet = await asked<object>(`/api/claims/${await tied()}`)
    const { page } = await opened("/claims/claim_long", { width: 360, routes: { "**/api/claims/claim_long": thirty(sheet) } })
    await page.locator(".picture").waitFor()
    expect(await page.locator(".picture .box.article").count()).toBe(30)
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360)
    expect(await page.evaluate("document.querySelector('.picture').clientWidth <= 330")).toBe(true)
    expect(await page.locator("h1").textContent()).toBe(LONG)
    await page.locator(".picture .tie").last().click()
    await page.locator(".ties .meant").waitFor()
    expect(await faults(page)).toEqual([])
    await page.close()
  }, 30_000)

  test("the picture of origins fits its page from 360 to 1920 pixels, also when that changes", async () => {
    const sheet = await asked<object>(`/api/claims/${await tied()}`)
    const { page } = await opened("/claims/claim_long", { routes: { "**/api/claims/claim_long": thirty(sheet) } })
    await page.locator(".picture").waitFor()
    for (const width of [1920, 1440, 768, 360]) {
      await page.setViewportSize({ width, height: 900 })
      const over = `(frame => frame.scrollWidth - frame.clientWidth)(document.querySelector(".picture").parentElement)`
      await expect.poll(async () => [width, await page.evaluate(over)]).toEqual([width, 0])
    }
    await page.close()
  }, 30_000)

  test("of a claim that is told very often the earlier sentences come when they are asked for, part by part", async () => {
    const sheet = await asked<{ readonly evidence: readonly { readonly id: string }[] }>(`/api/claims/${await tied()}`)
    const part = (name: string, next: string | null) => ({
      items: sheet.evidence.slice(0, 3).map((each, at) => ({ ...each, id: `statement_${name}${at}` })),
      next,
    })
    const { page } = await opened("/claims/claim_often", {
      routes: {
        "**/api/claims/claim_often": { ...sheet, id: "claim_often", statements: 1234, earlier: "2025-01-01~statement_1" },
        "**/api/claims/claim_often/statements?*cursor=2025-01-01*": part("a", "2024-01-01~statement_2"),
        "**/api/claims/claim_often/statements?*cursor=2024-01-01*": part("b", null),
      },
    })
    await page.getByText(`newest ${sheet.evidence.length} of 1,234 sentences`).waitFor()
    await page.getByRole("button", { name: "Earlier sentences" }).click()
    const list = page.getByRole("list", { name: "Earlier sentences, the newest first" })
    await expect.poll(() => list.getByRole("listitem").count()).toBe(3)
    expect(await faults(page)).toEqual([])
    await page.getByRole("button", { name: "More", exact: true }).click()
    await expect.poll(() => list.getByRole("listitem").count()).toBe(6)
    expect(await page.getByRole("button", { name: "More", exact: true }).count()).toBe(0)
    await page.close()
  }, 30_000)

  test("a claim is printed with its sentences and its picture, without what only a hand can use", async () => {
    const { page } = await opened(`/claims/${await tied()}`)
    await settled(page)
    await page.emulateMedia({ media: "print" })
    for (const hidden of ["nav", ".asof form", ".statement .hand", ".ties button"])
      expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false])
    for (const shown of [".statement .sentence", ".picture", ".grid"])
      expect([shown, await page.locator(shown).first().isVisible()]).toEqual([shown, true])
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(20_000)
    await page.close()
  }, 30_000)
})

test.skipIf(!hasChromium)("a program that comes to an address of nothing gets a problem, no page", async () => {
  const answer = await fetch(`${house.at}/nowhere`, { headers: { accept: "application/json" } })
  expect([answer.status, answer.headers.get("content-type")]).toEqual([404, expect.stringContaining("problem+json")])
})
