import type { Page } from "playwright-core"
import { describe, expect, test } from "vitest"
import { hasChromium } from "../../measure/browser.ts"
import { asked, opened, settled, tied } from "./given.ts"

/** That a page has a head, ways, a main part and a foot, one heading that names it, and no heading out of order. */
export async function isInOrder(path: string, page: Page): Promise<void> {
  await page.locator("footer").waitFor()
  const tree = await page.locator("body").ariaSnapshot()
  for (const part of [/^- link "Skip to the page"/m, /^- banner:/m, /navigation "Pages"/, /^- main:/m, /^- contentinfo:/m])
    expect([path, tree.match(part)?.[0]]).toEqual([path, expect.anything()])
  const levels = [...tree.matchAll(/heading ".*" \[level=(\d)\]/g)].map(([, level]) => Number(level))
  expect([path, levels.filter(level => level === 1)]).toEqual([path, [1]])
  expect([path, levels.filter((level, at) => at > 0 && level > levels[at - 1]! + 1)]).toEqual([path, []])
  expect([path, await page.title()]).toEqual([path, expect.stringMatching(/\S.*Hearsay$|^Hearsay$/)])
}

/** What Chromium hands to a screen reader: roles and names, as Playwright writes them down (https://playwright.dev/docs/aria-snapshots). */
describe.skipIf(!hasChromium)("a screen reader", () => {
  test("reads the stances as a table with headers, and hears at every mark who, where he stands, when, where and the sentence", async () => {
    const { page } = await opened(`/claims/${await tied()}`)
    const table = page.getByRole("table", { name: "Who stands where, and when" })
    const tree = await table.ariaSnapshot()
    expect(tree).toMatch(/columnheader "Voice"[\s\S]*columnheader "Stands now"[\s\S]*columnheader "\d+ \w+/)
    expect((await table.getByRole("rowheader").count()) + 1).toBe(await table.getByRole("row").count())
    for (const mark of await table.locator(".cell").all())
      expect(await mark.getAttribute("aria-label")).toMatch(/^.+, (asserts|confirms|denies|declines|no answer), .+ \d{4}.*: \S/)
    await page.close()
  }, 60_000)

  test("reads what an agent said on each claim as a table too", async () => {
    const { items } = await asked("/api/agents?name=Daniel%20Prys")
    const { page } = await opened(`/agents/${items[0]!.id}`)
    const table = page.getByRole("table", { name: "What was said, claim by claim" })
    await table.waitFor()
    expect(await table.ariaSnapshot()).toMatch(/columnheader "Claim"[\s\S]*rowheader[\s\S]*link "Daniel Prys, (?:asserts|denies)/)
    await page.close()
  }, 60_000)

  test("is told the picture of origins in words, since the picture itself is left out", async () => {
    const { page } = await opened(`/claims/${await tied()}`)
    expect(await page.locator(".picture").getAttribute("aria-hidden")).toBe("true")
    await page.getByText("The picture in words").click()
    expect(await page.locator(".tree").ariaSnapshot()).toMatch(/listitem[\s\S]*listitem[\s\S]*link/)
    await page.close()
  }, 60_000)

  test("goes by Tab from the way past the head through the ways to the page, and comes back to the button from its dialogue", async () => {
    const { page } = await opened(`/claims/${await tied()}`)
    const stops: string[] = []
    for (let stop = 0; stop < 8; stop++) {
      await page.keyboard.press("Tab")
      stops.push((await page.evaluate("document.activeElement.textContent")) as string)
    }
    expect(stops).toEqual(["Skip to the page", "Hearsay", "Claims", "Articles", "Agents", "Unnamed sources", "Corrections", "Add"])
    const cut = page.locator(".ties button").first()
    await cut.focus()
    await page.keyboard.press("Enter")
    const dialogue = page.getByRole("dialog")
    expect(await dialogue.ariaSnapshot()).toMatch(
      /dialog "Are these two articles two origins\?"[\s\S]*textbox "Why"[\s\S]*textbox "Who says so"/,
    )
    await page.keyboard.press("Escape")
    await dialogue.waitFor({ state: "detached" })
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Cut")
    await page.close()
  }, 60_000)

  test("knows the log of news before anything stands in it, and the state of the connection", async () => {
    const { page } = await opened("/")
    await settled(page)
    expect(await page.getByRole("log", { name: "News of the ledger" }).count()).toBe(1)
    expect(await page.getByRole("status").count()).toBeGreaterThan(0)
    await page.close()
  }, 60_000)
})
