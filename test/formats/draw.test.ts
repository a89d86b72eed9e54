import { expect, test } from "vitest"
import { draw } from "../../src/core/index.ts"
import { agent, at, gateStory, readingOf, statement } from "./given.ts"

const PLAIN = { columns: 80, colour: false }

test("a reading: the board, contested claims first, then every statement in reading order", () => {
  expect(draw(gateStory(), PLAIN)).toBe(`The Harbor Post · 14 October 2025
Gate Was Open, Engineer Says
By Ida Munk
https://harborpost.example/1
5 statements, 1 doubt

CONTESTED CLAIMS

  1 The sluice gate had been left open
    asserts    Elena Ruiz, the port’s engineer [1]
    denies     Ivo Brask, for the ferry line [2]
    1 origin: Elena Ruiz

SAID BY SEVERAL

  2 the crew knew
    asserts    an official [4]
               Coast Radio [3]
    1 origin: unnamed sources of Coast Radio; nobody at its origin is named

STATEMENTS

  1 Elena Ruiz, the port’s engineer  asserts claim 1
    The sluice gate had been left open
    said 14 October 2025 · to the Harbor Post

  2 Ivo Brask, for the ferry line  denies claim 1
    “That is false,”

  3 Coast Radio  asserts
    that an official had said the crew knew

  4 an official  asserts
    the crew knew
    via Coast Radio

  ? Not resolved: “an official”. Which official is meant is not told.

  5 Lena Ott  no answer
`)
})

test("in narrow columns a long name stands alone, and words wrap beneath it", () => {
  const drawn = draw(gateStory(), { columns: 40, colour: false })
  expect(drawn).toContain(`
  1 Elena Ruiz, the port’s engineer
    asserts claim 1
    The sluice gate had been left open
`)
})

test("colour tells a denial from an assertion", () => {
  const drawn = draw(gateStory(), { columns: 80, colour: true })
  expect(drawn).toContain("\u001b[1m\u001b[31mdenies     \u001b[39m\u001b[22m")
  expect(drawn).toContain("\u001b[1m\u001b[34masserts    \u001b[39m\u001b[22m")
})

test("wide characters count two columns", () => {
  const text = `${"港".repeat(50)} said.`
  const reading = readingOf(text, {
    agents: [agent("a1", "港口")],
    statements: [statement("s1", { source: { agent: "a1", start: null, end: null }, content: [at(text, "港".repeat(50))] })],
  })
  expect(draw(reading, { columns: 44, colour: false })).toContain(
    `\n    ${"港".repeat(20)}\n    ${"港".repeat(20)}\n    ${"港".repeat(10)}\n`,
  )
})

test("what would move the cursor or turn the text is left out", () => {
  const text = "\u001b[2J\u001b]0;title\u0007\u202eevil\u009b31m said"
  const reading = readingOf(text, { article: { title: text }, statements: [statement("s1", { content: [at(text, text)] })] })
  const [, , title] = draw(reading, PLAIN).split("\n")
  expect(draw(reading, PLAIN)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
  expect(title).not.toBe("")
})

test("an article in which nobody says anything says so", () => {
  expect(draw(readingOf("It rained."), PLAIN)).toMatch(/NOBODY IS SAID TO HAVE SAID ANYTHING\n$/)
})
