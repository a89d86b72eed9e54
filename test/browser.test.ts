import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Browser } from "playwright-core"
import { build } from "vite"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { faults, hasChromium, launch, NO_CHROMIUM } from "../measure/browser.ts"
import { loadModel } from "../model/index.ts"
import { FORMATS, type Reading, read } from "../src/core/index.ts"
import { ROOT } from "../train/corpora.ts"
import { format, gateStory, readingOf } from "./formats/given.ts"

if (!hasChromium) console.warn(`The browser tests are skipped: ${NO_CHROMIUM}`)

const STORY = join(ROOT, "examples/sternholm-gazette.html")
const WIDTHS = [360, 768, 1440]

let folder: string
let browser: Browser
let site: { readonly at: string; readonly close: () => void }

beforeAll(async () => {
  if (!hasChromium) return
  folder = mkdtempSync(join(tmpdir(), "hearsay-browser-"))
  await build({ root: ROOT, configFile: join(ROOT, "vite.config.ts"), logLevel: "error", build: { outDir: folder, emptyOutDir: true } })
  site = await serve({
    "/": () => "<!doctype html><title>Reading</title>",
    "/hearsay.js": () => readFileSync(join(folder, "hearsay.js")),
    "/tagging.bin": () => readFileSync(join(ROOT, "model/tagging.bin")),
    "/attribution.bin": () => readFileSync(join(ROOT, "model/attribution.bin")),
    "/story.html": () => readFileSync(STORY),
  })
  browser = await launch()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  site?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** A server of a few files, on this machine alone. */
async function serve(files: Readonly<Record<string, () => string | Uint8Array>>) {
  const server = createServer((request, response) => {
    const file = files[request.url ?? ""]
    const type = request.url?.endsWith(".js") ? "text/javascript" : request.url === "/" ? "text/html" : "application/octet-stream"
    response.writeHead(file ? 200 : 404, { "content-type": type }).end(file?.())
  })
  await new Promise<void>(listening => server.listen(0, "127.0.0.1", listening))
  return { at: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
}

describe.skipIf(!hasChromium)("in a browser", () => {
  test("the library reads an article to the same bytes as in Node, in every format", async () => {
    const page = await browser.newPage()
    await page.goto(site.at)
    // A string, since its code is the page's, not this file's: it loads what a user's page would.
    const there = (await page.evaluate(`(async () => {
      const { FORMATS, openModel, read } = await import("/hearsay.js")
      const bytes = async path => new Uint8Array(await (await fetch(path)).arrayBuffer())
      const model = openModel({ tagging: await bytes("/tagging.bin"), attribution: await bytes("/attribution.bin") })
      const reading = read({ kind: "html", content: await bytes("/story.html") }, model)
      return Object.fromEntries(FORMATS.map(format => [format.name, format.write(reading)]))
    })()`)) as Record<string, string>
    await page.close()
    const here = read({ kind: "html", content: readFileSync(STORY) }, loadModel())
    expect(here.statements.length).toBeGreaterThan(10)
    expect(there).toEqual(Object.fromEntries(FORMATS.map(each => [each.name, each.write(here)])))
  }, 120_000)
})

/** Opens a reading as a file's page would be, and tells what its browser complains of. */
async function opened(reading: Reading, { scheme = "light" as "light" | "dark", width = 1440 } = {}) {
  const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 900 } })
  const troubles: string[] = []
  page.on("console", message => troubles.push(message.text()))
  page.on("dialog", dialog => troubles.push(dialog.message()))
  page.on("request", request => void (request.url() === `${site.at}/reading` || troubles.push(request.url())))
  await page.route(`${site.at}/reading`, route => route.fulfill({ contentType: "text/html", body: format("html").write(reading) }))
  await page.goto(`${site.at}/reading`)
  return { page, troubles }
}

const example = () => read({ kind: "html", content: readFileSync(STORY) }, loadModel())

describe.skipIf(!hasChromium)("the page of a reading", () => {
  test.each(["light", "dark"] as const)(
    "has no fault that axe finds, in %s",
    async scheme => {
      const reading = example()
      for (const width of WIDTHS) {
        const { page, troubles } = await opened(reading, { scheme, width })
        for (const details of await page.$$("details")) await details.evaluate(each => each.setAttribute("open", ""))
        expect(await faults(page)).toEqual([])
        expect(troubles).toEqual([])
        await page.close()
      }
    },
    120_000,
  )

  test.each(WIDTHS)("fits %i pixels", async width => {
    const { page } = await opened(example(), { width })
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width)
    await page.close()
  })

  test("is walked through by keyboard: to the article, to a statement, and on to its words, which light up", async () => {
    const { page } = await opened(gateStory())
    await page.keyboard.press("Tab")
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the article")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("1: Elena Ruiz, asserts")
    await page.keyboard.press("Enter")
    expect(await page.evaluate("document.querySelector(':target').id")).toBe("n1")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    expect(await page.evaluate("document.querySelector(':target').id")).toBe("w1")
    const lit = "getComputedStyle(document.querySelector('.words .s1.source')).backgroundColor"
    const unlit = "getComputedStyle(document.querySelector('.words .s2.source')).backgroundColor"
    expect(await page.evaluate(lit)).not.toBe(await page.evaluate(unlit))
    await page.close()
  })

  test("runs nothing and loads nothing that a hostile article brings", async () => {
    const attack = `<script>alert(1)</script><img src="https://bad.example/x.png" onerror="alert(2)"><style>@import "https://bad.example/x.css"</style>`
    const { page, troubles } = await opened(
      readingOf(attack, { article: { title: attack, publisher: attack, url: "javascript:alert(3)" } }),
    )
    await page.waitForLoadState("networkidle")
    expect(troubles).toEqual([])
    expect(await page.textContent(".words")).toContain("<script>alert(1)</script>")
    await page.close()
  })

  test("would run nothing even if it were let in", async () => {
    const { page } = await opened(gateStory())
    const blocked = await page.evaluate(`new Promise(done => {
      document.addEventListener("securitypolicyviolation", event => done(event.effectiveDirective))
      document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = true" }))
    })`)
    expect([blocked, await page.evaluate("window.ran")]).toEqual(["script-src-elem", undefined])
    await page.close()
  })
})
