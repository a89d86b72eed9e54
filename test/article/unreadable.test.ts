import { describe, expect, test } from "vitest"
import { extract } from "../../src/core/article/index.ts"
import { refusal } from "./given.ts"

const html = (content: string | Uint8Array) => ({ kind: "html", content }) as const
const page = (body: string, head = "") =>
  html(`<!doctype html><html lang="en"><head><title>Bridge to close</title>${head}</head><body>${body}</body></html>`)
const data = (thing: object) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`
const teaser = "<p>The bridge over the Salt Channel will close on Monday, the city engineer said, and it will stay closed for a month…</p>"
const notice =
  "<p>We and our partners use cookies to store and read what is on your device, and to show you advertisements that fit.</p><p>You may accept all or manage your choices; some of our partners do not ask for your consent.</p>"
const report = (sentence: string) => Array.from({ length: 9 }, (_, at) => `<p>${at}. ${sentence}</p>`).join("")
const german = "Die Brücke über den Salzkanal wird am Montag gesperrt, sagte die Stadtingenieurin, und das für mindestens einen Monat."

describe("pages without an article that can be read", () => {
  test.each([
    ["empty", html("")],
    ["empty", { kind: "text", content: " \n\t\u00a0" } as const],
    ["empty", { kind: "record", text: "" } as const],
    ["binary", html(Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))],
    ["binary", { kind: "text", content: new TextEncoder().encode("%PDF-1.7 a paper") } as const],
    ["charset", { kind: "text", content: "\ufffd\ufffd\ufffd the bridge" } as const],
    ["too-large", { kind: "text", content: "a ".repeat(10_000_001) } as const],
    ["too-large", page(`<p>${"x<br>".repeat(80_000)}</p>`)],
    ["no-article", page("<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><footer>© 2024</footer>")],
    ["no-article", page("")],
    ["consent", page(`<div id="consent"><h1>Before you continue</h1><p>We use cookies. Accept all?</p></div>`)],
    ["consent", page(`<h1>Your privacy</h1>${notice.repeat(4)}<button>Accept all</button>`)],
    ["paywall", page(`<article><h1>Bridge to close</h1>${teaser}<p>Subscribe to continue reading.</p></article>`)],
    ["paywall", page(`<article><h1>Bridge to close</h1>${teaser}</article>`, data({ "@type": "NewsArticle", isAccessibleForFree: false }))],
    ["script", page("<noscript></noscript><p>Please enable JavaScript to read the Harbor Post.</p>")],
    ["blocked", page("<h1>Access denied</h1><p>Verify you are human.</p>")],
    ["missing", page("<h1>Page not found</h1><p>Try our front page.</p>")],
    ["language", page(`<article>${report(german)}</article>`)],
    ["language", { kind: "text", content: german.repeat(5) } as const],
    [
      "language",
      { kind: "record", text: "市の技術者は月曜日に橋を閉鎖すると述べた。ひび割れは見つかっていないと彼女は否定した。" } as const,
    ],
  ])("%s", (rule, given) => {
    const failure = refusal(given)
    expect(failure.rule).toBe(rule)
    for (const words of [failure.message, failure.remedy]) expect(words).toMatch(/^[^;]{10,}[^.;]$/)
  })

  test("a foreign language is named", () => {
    expect(refusal({ kind: "text", content: german.repeat(5) }).message).toBe("it is in German")
  })
})

describe("pages that only look so", () => {
  const sentence = "The harbor was open on that day, Elena Ruiz said, and the ferry sailed."
  test.each([
    ["a whole article with a word on subscribing", page(`<article>${report(sentence)}</article><p>Already a subscriber? Log in.</p>`)],
    [
      "a short report that is free",
      page(`<article><h1>Bridge to close</h1>${teaser}</article>`, data({ "@type": "NewsArticle", isAccessibleForFree: true })),
    ],
    [
      "an article about cookies",
      page(
        `<article>${report("The council said that users had never agreed to cookies.")}</article><div class="cookie-banner">We use cookies. Accept all?</div>`,
      ),
    ],
    ["a page that claims another language", html(`<html lang="de"><body><article>${report(sentence)}</article></body></html>`)],
    ["English with a quotation in German", page(`<article>${report(sentence)}<blockquote>${german}</blockquote></article>`)],
  ])("%s", (_, given) => {
    expect(extract(given).blocks.length).toBeGreaterThan(0)
  })
})

describe("charsets", () => {
  const source = (charset: string) =>
    `<html><head><meta charset="${charset}"></head><body><article>${report("“It is safe,” Zoë Müller said of the bridge, and the café by the harbor stayed open.")}</article></body></html>`
  const latin = (words: string) => Uint8Array.from(words, letter => ({ "“": 0x93, "”": 0x94 })[letter] ?? letter.charCodeAt(0))
  const utf16 = (words: string) =>
    Uint8Array.from([...`\ufeff${words}`].flatMap(letter => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]))
  test.each([
    ["UTF-8", html(new TextEncoder().encode(source("utf-8")))],
    ["windows-1252 by <meta>", html(latin(source("windows-1252")))],
    ["windows-1252 by the header", { ...html(latin(source("utf-8"))), charset: "windows-1252" }],
    ["windows-1252 that claims UTF-8", html(latin(source("utf-8")))],
    ["UTF-16 by its mark", html(utf16(source("utf-16")))],
  ])("%s", (_, given) => {
    expect(extract(given).text).toContain("“It is safe,” Zoë Müller said of the bridge, and the café")
  })
})
