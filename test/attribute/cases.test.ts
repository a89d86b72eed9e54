import { describe, expect, test } from "vitest"
import type { Attribution } from "../../src/core/data.ts"
import type { Span } from "../../src/core/span.ts"
import { type Case, cases, type Drawn, draw } from "../cases.ts"
import { found } from "./given.ts"

const POSITIVE = [
  "",
  "-according",
  "-answers",
  "-bounds",
  "-continued",
  "-nested",
  "-nouns",
  "-passives",
  "-quoting",
  "-signed",
  "-silences",
  "-transcripts",
].map(kind => `attributions${kind}`)

/** Marks at the edges do not count, as in the scorer's `strict_trim`; a cue that is nothing but a mark stays. */
function trimmed(text: string, { start, end }: Span): string {
  const bare = (at: number) => !/[\p{L}\p{N}]/u.test(text[at]!)
  let [from, to] = [start, end]
  while (from < to && bare(from)) from++
  while (to > from && bare(to - 1)) to--
  return from < to ? `${from}-${to}` : `${start}-${end}`
}

function keyOf(text: string, { source = [], cue = [], content = [] }: Drawn): string {
  return [source, cue, content].map(spans => spans.map(span => trimmed(text, span)).join(",")).join(" | ")
}

function drawnOf({ source, cue, content }: Attribution): Drawn {
  return { source: source ? [source] : [], cue: cue ? [cue] : [], content }
}

function missing(each: Case, role: "paragraph" | "title"): string {
  const all = found(each.text, role).map(drawnOf)
  const keys = new Set(all.map(drawn => keyOf(each.text, drawn)))
  const lost = each.groups.filter(group => !keys.has(keyOf(each.text, group)))
  if (lost.length === 0) return ""
  return `wanted\n${lost.map(group => draw(each.text, group)).join("\n")}\nfound\n${all.map(drawn => draw(each.text, drawn)).join("\n")}`
}

describe.each(POSITIVE)("%s", name => {
  test.each(cases(name))("$name", each => {
    expect(each.groups.length, each.at).toBeGreaterThan(0)
    expect(missing(each, "paragraph"), each.at).toBe("")
  })
})

describe("attributions-headlines", () => {
  test.each(cases("attributions-headlines"))("$name", each => {
    expect(missing(each, "title"), each.at).toBe("")
  })
})

describe.each(["attributions-none", "attributions-answers-none"])("%s", name => {
  test.each(cases(name))("$name", each => {
    expect(
      found(each.text).map(({ cue, content }) => [cue, ...content].map(span => span && each.text.slice(span.start, span.end))),
      each.at,
    ).toEqual([])
  })
})
