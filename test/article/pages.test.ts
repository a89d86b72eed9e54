import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { extract } from "../../src/core/article/index.ts"
import { ROOT } from "../../train/corpora.ts"
import { expectAsWritten, shown } from "./given.ts"

const html = (file: string) => extract({ kind: "html", content: readFileSync(join(ROOT, file)) })

const bundled = readdirSync(join(ROOT, "examples")).flatMap(name => (name.endsWith(".html") ? [name.slice(0, -".html".length)] : []))

describe("whole pages, source beside article", () => {
  test.each(["lantern", "ledger-and-tide", "coast-radio"])("%s", slug => expectAsWritten(slug, html(`test/pages/${slug}/page.html`)))
  test.each(bundled)("the bundled story: %s", slug => expectAsWritten(slug, html(`examples/${slug}.html`)))
})

describe("what the person says is stronger than the page, and the page's own address than where it was found", () => {
  const content = readFileSync(join(ROOT, "test/pages/lantern/page.html"))
  const given = { url: "https://cache.example/1", publisher: "Lantern Sunday", published: "2025-03-05" }
  test("publisher, date, address", () => {
    const { url, publisher, published } = extract({ kind: "html", content, ...given })
    expect({ url, publisher, published }).toEqual({ ...given, url: "https://lantern.example/news/bridge" })
  })
  test("an address for a page that names none", () => {
    const bare = readFileSync(join(ROOT, "test/pages/coast-radio/page.html"))
    expect(extract({ kind: "html", content: bare, ...given }).url).toBe(given.url)
  })
  test("the id follows what is known", () => {
    expect(extract({ kind: "html", content, ...given }).id).not.toBe(extract({ kind: "html", content }).id)
  })
})

describe("bodies that Readability does not find", () => {
  const sentences = Array.from(
    { length: 8 },
    (_, at) => `The harbor was open for ${at + 2} days, Elena Ruiz said, and the ferry sailed on each of them.`,
  )
  const page = (body: string, head = "") =>
    `<html lang="en"><head><title>Harbor open again, engineer says</title>${head}</head><body>${body}</body></html>`
  test("an article inside what is called clutter", () => {
    const box = `<div class="sidebar"><ul>${sentences.map((_, at) => `<li>The fish market was open for ${at} days, a trader said, and nobody knew why.</li>`).join("")}</ul></div>`
    const content = page(
      `<div class="widget" itemprop="articleBody">${sentences.map(each => `<p>${each}</p>`).join("")}</div>${box.repeat(4)}`,
    )
    expect(shown(extract({ kind: "html", content }))).toContain(`paragraph  ${sentences[3]}`)
    expect(shown(extract({ kind: "html", content }))).not.toContain("fish market")
  })
  test("an article that only the JSON-LD holds", () => {
    const data = JSON.stringify({ "@type": "NewsArticle", headline: "Harbor open again", articleBody: sentences.join("\n") })
    const content = page("<div id=app>Loading</div>", `<script type="application/ld+json">${data}</script>`)
    expect(shown(extract({ kind: "html", content }))).toContain(`paragraph  ${sentences[7]}`)
  })
})
