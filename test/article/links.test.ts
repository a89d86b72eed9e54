import { describe, expect, test } from "vitest"
import { extract } from "../../src/core/article/index.ts"
import { absolute } from "../../src/core/article/links.ts"

const FILLING = Array.from(
  { length: 8 },
  (_, at) => `<p>The harbor was open for ${at + 2} days, Elena Ruiz said, and the ferry sailed on each of them, as it had in spring.</p>`,
).join("")

const page = (body: string) =>
  `<html lang="en"><head><title>Harbor open again, engineer says</title></head><body><article><h1>Harbor open again, engineer says</h1>${FILLING}${body}</article></body></html>`

function linksIn(body: string, url = "https://post.example/news/gate.html") {
  const { text, links = [] } = extract({ kind: "html", content: page(body), url })
  return links.map(link => [text.slice(link.start, link.end), link.url])
}

describe("links in an article", () => {
  test("are its words and where they lead, whatever white space and elements lie between", () => {
    const body = `<p>The gate had stood open,&nbsp; <a href="https://courier.example/gate#top"> the
      <b>Courier</b> re\u00adported</a> on Monday, and <a href="/crew?id=2">its crew</a> had <a href="mailto:desk@post.example">written</a> to the <a name="board">board</a>.</p>`
    expect(linksIn(body)).toEqual([
      ["the Courier reported", "https://courier.example/gate"],
      ["its crew", "https://post.example/crew?id=2"],
    ])
  })

  test("are absent where there are none, so that the reading is what it was", () => {
    expect(extract({ kind: "html", content: page("") })).not.toHaveProperty("links")
  })

  test("are counted up to a bound, however many a page has", () => {
    const many = Array.from({ length: 5000 }, (_, at) => `the <a href="https://a.example/${at}">gate ${at}</a> stood open, she said,`)
    const begun = performance.now()
    expect(linksIn(`<p>${many.join(" ")}</p>`).length).toBe(300)
    expect(performance.now() - begun).toBeLessThan(5000)
  })
})

test.each([
  ["//b.example/x", "https://b.example/x"],
  ["../gate", "https://post.example/gate"],
  ["crew", "https://post.example/news/crew"],
  ["?page=2", "https://post.example/news/gate.html?page=2"],
  ["./", "https://post.example/news/"],
  ["#top", null],
  ["javascript:void(0)", null],
  ["https://b.example/a b", null],
])("%s on a page leads to %s", (href, url) => {
  expect(absolute(href, "https://post.example/news/gate.html?x=1")).toBe(url)
})

test("without the page's address only whole addresses lead anywhere", () => {
  expect(["/gate", "https://b.example/"].map(each => absolute(each, null))).toEqual([null, "https://b.example/"])
})
