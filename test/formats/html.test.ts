import { createHash } from "node:crypto"
import { parseHTML } from "linkedom"
import { describe, expect, test } from "vitest"
import type { Reading } from "../../src/core/index.ts"
import { at, format, gateStory, readingOf, statement } from "./given.ts"

const pageOf = (reading: Reading) => format("html").write(reading)
const documentOf = (reading: Reading) => parseHTML(pageOf(reading)).document
const texts = (elements: Iterable<{ textContent: string | null }>) =>
  [...elements].map(({ textContent }) => textContent!.replace(/\s+/g, " ").trim())

describe("the board", () => {
  const document = documentOf(gateStory())

  test("shows contested claims first, with who asserts, who denies, and where it comes from", () => {
    const [first] = document.querySelectorAll(".card")
    expect(texts(first!.querySelectorAll("h3"))).toEqual(["1 The sluice gate had been left open"])
    expect(texts(first!.querySelectorAll("div.stance"))).toEqual([
      "assertsElena Ruiz, the port’s engineer 1",
      "deniesIvo Brask, for the ferry line 2",
    ])
    expect(texts(first!.querySelectorAll(".origins"))).toEqual(["1 origin: Elena Ruiz"])
  })

  test("folds up what nobody contests", () => {
    expect(texts(document.querySelectorAll("details summary"))).toEqual(["1 claim that nobody contests"])
    expect(texts(document.querySelectorAll("details .origins"))[0]).toBe(
      "1 origin: unnamed sources of Coast Radio. Nobody at its origin is named",
    )
  })
})

describe("the margin", () => {
  const document = documentOf(gateStory())

  test("tells each statement beside its paragraph: who, how, what, by whom, when", () => {
    const rows = [...document.querySelectorAll(".row")].map(row => texts(row.querySelectorAll(".note")))
    expect(rows).toEqual([
      ["1 Elena Ruiz, the port’s engineer asserts claim 1 The sluice gate had been left open said 14 October 2025 · to the Harbor Post"],
      ["2 Ivo Brask, for the ferry line denies claim 1 “That is false,”"],
      [
        "3 Coast Radio asserts that an official had said the crew knew",
        "4 an official asserts the crew knew via Coast Radio",
        "? Not resolved Which official is meant is not told.",
        "5 Lena Ott no answer",
      ],
    ])
  })

  test("each note leads to its words, and each mark’s number to its note", () => {
    expect(document.querySelector("#n4 .number")!.getAttribute("href")).toBe("#w4")
    expect(document.querySelector("#w4")!.textContent).toBe("an official")
    expect(document.querySelector(".words .ref.s4")!.getAttribute("href")).toBe("#n4")
    expect(document.querySelector(".words .ref.s4")!.getAttribute("aria-label")).toBe("4: an official, asserts")
  })
})

describe("marks", () => {
  test("of a statement told within another’s content lie within it", () => {
    const inner = documentOf(gateStory()).querySelector(".s3.content .s4.content")
    expect(inner!.textContent).toBe("the crew knew")
  })

  test("that cross are cut where they cross", () => {
    const text = "the gate was open all night"
    const document = documentOf(
      readingOf(text, {
        statements: [
          statement("s1", { content: [at(text, "the gate was open")] }),
          statement("s2", { content: [at(text, "was open all night")] }),
        ],
      }),
    )
    for (const number of document.querySelectorAll(".words .ref")) number.remove()
    expect(document.querySelector(".words p")!.innerHTML).toBe(
      '<span id="w1" class="s1 content asserts">the gate <span id="w2" class="s2 content asserts">was open</span></span><span class="s2 content asserts"> all night</span>',
    )
  })

  test("go on from paragraph to paragraph, and are come to once", () => {
    const text = "“It was never closed.\n\nIt will be.”"
    const document = documentOf(readingOf(text, { statements: [statement("s1", { content: [at(text, text)] })] }))
    expect(texts(document.querySelectorAll(".s1.content"))).toEqual(["“It was never closed. 1".replace(" 1", ""), "It will be.”"])
    expect(document.querySelectorAll("#w1")).toHaveLength(1)
  })
})

describe("a hostile article", () => {
  const attack = `</p></div><script>alert(1)</script><img src=x onerror=alert(2)><style>*{display:none}</style>" onclick="alert(3)`
  const document = documentOf(
    readingOf(attack, {
      article: {
        title: attack,
        publisher: attack,
        authors: [attack],
        url: "javascript:alert(4)",
        language: '"><script>',
        published: '"><b>',
      },
    }),
  )

  test("is shown, not obeyed", () => {
    expect(document.querySelector(".words")!.textContent).toBe(attack)
    expect(document.querySelector("h1")!.textContent).toBe(attack)
    expect(document.querySelectorAll("script, img, b, [onclick]")).toHaveLength(0)
    expect(document.querySelectorAll("style")).toHaveLength(2)
    expect(document.querySelectorAll('a[href^="javascript"]')).toHaveLength(0)
  })

  test("could do nothing even if it were: the page allows its own styles and nothing else", () => {
    const policy = document.querySelector("meta[http-equiv]")!.getAttribute("content")!
    const styles = [...document.querySelectorAll("style")].map(
      ({ textContent }) => `'sha256-${createHash("sha256").update(textContent!).digest("base64")}'`,
    )
    expect(policy).toBe(`default-src 'none'; style-src ${styles.join(" ")}; base-uri 'none'; form-action 'none'`)
  })
})

test("an article without a title is headed by its first line", () => {
  expect(documentOf(readingOf("The gate was open.\n\nNobody knew.", { article: { title: null } })).querySelector("h1")!.textContent).toBe(
    "The gate was open.",
  )
})

test("the title is not told twice, unless something is said in it", () => {
  const text = "Gate Was Open, Engineer Says\n\nIt was."
  const blocks = [
    { role: "title" as const, ...at(text, "Gate Was Open, Engineer Says") },
    { role: "paragraph" as const, ...at(text, "It was.") },
  ]
  const said = statement("s1", { cue: { ...at(text, "Says"), lemma: "say" }, content: [at(text, "Gate Was Open")] })
  expect(documentOf(readingOf(text, { article: { blocks } })).querySelectorAll(".row")).toHaveLength(1)
  expect(documentOf(readingOf(text, { article: { blocks }, statements: [said] })).querySelectorAll(".row")).toHaveLength(2)
})
