import { expect, test } from "vitest"
import { agent, at, format, gateStory, readingOf, statement } from "./given.ts"

const lines = (reading: Parameters<ReturnType<typeof format>["write"]>[0]) => format("brat").write(reading).split("\n").slice(0, -1)

test("an attribution is its cue, source and content, and an event that ties them", () => {
  const text = "Elena Ruiz said the gate was open."
  const reading = readingOf(text, {
    agents: [agent("a1", "Elena Ruiz")],
    statements: [
      statement("s1", {
        source: { agent: "a1", ...at(text, "Elena Ruiz") },
        cue: { ...at(text, "said"), lemma: "say" },
        content: [at(text, "the gate was open")],
      }),
    ],
  })
  expect(lines(reading)).toEqual([
    "T1\tCue 11 15\tsaid",
    "T2\tSource 0 10\tElena Ruiz",
    "T3\tContent 16 33\tthe gate was open",
    "T4\tAttribution 11 15\tsaid",
    "E1\tAttribution:T4 Cue:T1 Source:T2 Content:T3",
  ])
})

test("offsets count a character outside the basic plane once", () => {
  const text = "🚢🚢 “Gone,” she said."
  const reading = readingOf(text, {
    statements: [
      statement("s1", {
        source: { agent: null, ...at(text, "she") },
        cue: { ...at(text, "said"), lemma: "say" },
        content: [at(text, "“Gone,”")],
      }),
    ],
  })
  expect(lines(reading).slice(0, 3)).toEqual(["T1\tCue 15 19\tsaid", "T2\tSource 11 14\tshe", "T3\tContent 3 10\t“Gone,”"])
})

test("a content in two pieces, and one that runs over a line’s end, are fragments", () => {
  const text = "“It is safe,” she said. “It was\r\n  never closed.”"
  const reading = readingOf(text, {
    statements: [
      statement("s1", {
        cue: { ...at(text, "said"), lemma: "say" },
        content: [at(text, "“It is safe,”"), at(text, "“It was\r\n  never closed.”")],
      }),
    ],
  })
  expect(lines(reading)[1]).toBe("T2\tContent 0 13;24 31;35 49\t“It is safe,” “It was never closed.”")
})

test("without a source it is an attribution without source, and a quotation that goes on hangs on its content", () => {
  const text = "“It was never closed.”"
  const reading = readingOf(text, {
    statements: [statement("s1", { source: { agent: "a1", start: null, end: null }, content: [at(text, text)] })],
  })
  expect(lines(reading)).toEqual([
    `T1\tContent 0 22\t${text}`,
    `T2\tAttribution-no-source 0 22\t${text}`,
    "E1\tAttribution-no-source:T2 Content:T1",
  ])
})

test("beside it lies the text that its offsets count in, to the letter", () => {
  const reading = gateStory()
  expect(format("brat").beside).toMatchObject({ extension: ".txt" })
  expect(format("brat").beside!.write(reading)).toBe(reading.article.text)
})
