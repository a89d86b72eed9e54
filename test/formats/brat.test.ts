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

test("speech within speech has types of its own, so that the layer of the corpus stays as it is", () => {
  const text = "The Post said Ruiz denied leaving."
  const reading = readingOf(text, {
    statements: [
      statement("s1", {
        source: { agent: null, ...at(text, "The Post") },
        cue: { ...at(text, "said"), lemma: "say" },
        content: [at(text, "Ruiz denied leaving")],
      }),
      statement("s2", {
        source: { agent: null, ...at(text, "Ruiz") },
        cue: { ...at(text, "denied"), lemma: "deny" },
        content: [at(text, "leaving")],
        rule: "nested",
      }),
    ],
  })
  expect(lines(reading).slice(4)).toEqual([
    "E1\tAttribution:T4 Cue:T1 Source:T2 Content:T3",
    "T5\tNestedCue 19 25\tdenied",
    "T6\tNestedSource 14 18\tRuiz",
    "T7\tNestedContent 26 33\tleaving",
    "T8\tNested 19 25\tdenied",
    "E2\tNested:T8 NestedCue:T5 NestedSource:T6 NestedContent:T7",
  ])
})

test("a quotation that goes on, and goes on once more, is a further piece of the content it goes on from", () => {
  const text = "“It is safe,” she said.\n“It was never closed.”\n“It will not be.”"
  const goingOn = (id: string, before: string, words: string) =>
    statement(id, {
      source: { agent: "a1", start: null, end: null },
      content: [at(text, words)],
      rule: "continued",
      continues: before,
    })
  const reading = readingOf(text, {
    statements: [
      statement("s1", {
        source: { agent: "a1", ...at(text, "she") },
        cue: { ...at(text, "said"), lemma: "say" },
        content: [at(text, "“It is safe,”")],
      }),
      goingOn("s2", "s1", "“It was never closed.”"),
      goingOn("s3", "s2", "“It will not be.”"),
    ],
  })
  expect(lines(reading).slice(2)).toEqual([
    "T3\tContent 0 13;24 46;47 64\t“It is safe,” “It was never closed.” “It will not be.”",
    "T4\tAttribution 18 22\tsaid",
    "E1\tAttribution:T4 Cue:T1 Source:T2 Content:T3",
  ])
})

test("beside it lies the text that its offsets count in, to the letter", () => {
  const reading = gateStory()
  expect(format("brat").beside).toMatchObject({ extension: ".txt" })
  expect(format("brat").beside!.write(reading)).toBe(reading.article.text)
})
