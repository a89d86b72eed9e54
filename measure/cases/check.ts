import { gather } from "../../src/core/claim/index.ts"
import type { Stance, Statement } from "../../src/core/data.ts"
import { likeness, namedAlike, plain, words } from "../words.ts"
import type { Case } from "./drawn.ts"
import { expected, fieldOf, type Resolving, resolving } from "./resolving.ts"
import { whole } from "./whole.ts"

/** One thing a case expects. */
export interface Check {
  readonly line: string
  readonly right: boolean
  readonly got: string
}

/** What is expected of statements: by the attributions as drawn, so that only what is made of them is tried, or by the text alone. */
export type Given = "drawn" | "text"

type Seen = Omit<Resolving, "statements"> & { readonly statements: readonly (Statement | null)[] }

/** Everything a case expects, and whether it is so. `no denies` and `no statement` are asked of the text alone, whatever is given. */
export function checks(each: Case, given: Given): Check[] {
  const seen = given === "drawn" ? drawn(each) : whole(each)
  return expected(each).map(line => (line.startsWith("no ") ? absence(line, each) : check(line, seen)))
}

/** A drawn attribution that comes to no statement is a mistake like others. */
function drawn(each: Case): Seen {
  try {
    return resolving(each)
  } catch {
    return { ...whole(each), statements: [] }
  }
}

function absence(line: string, each: Case): Check {
  const kind = line.slice("no ".length)
  const stances = whole(each).resolved.statements.map(({ stance }) => stance)
  const wrong = kind === "statement" ? stances : stances.filter(stance => stance === (kind as Stance))
  return { line, right: wrong.length === 0, got: wrong.join(", ") || "none" }
}

function check(line: string, seen: Seen): Check {
  const [, number = "1", field = "", want = ""] = /^(?:(\d+) )?([a-z]+) (.*)$/.exec(line) ?? []
  if (field === "together" || field === "apart") return company(line, field, want, seen)
  const statement = seen.statements[Number(number) - 1]
  if (!statement) return { line, right: false, got: "no statement" }
  const got = fieldOf({ ...seen, statements: [] }, statement, field)
  return { line, right: fits(field, want, got), got }
}

/** Whether two drawn statements share a claim. */
function company(line: string, field: "together" | "apart", numbers: string, seen: Seen): Check {
  const pair = numbers.split(" ").map(number => seen.statements[Number(number) - 1]?.id)
  if (pair.some(id => id === undefined)) return { line, right: false, got: "no statement" }
  const { claims } = gather(seen.article, seen.resolved)
  const got = claims.some(({ statements }) => pair.every(id => statements.includes(id!))) ? "together" : "apart"
  return { line, right: got === field, got }
}

const NAMES = new Set(["source", "for", "relay", "asked", "reporters", "doubt"])
const WORDS = new Set(["venue", "to", "access", "why", "role"])

/** Names fit when all words wanted are there and few besides; words when most are shared; all else to the letter. */
function fits(field: string, want: string, got: string): boolean {
  if (want === "none" || got === "none") return want === got
  if (WORDS.has(field)) return plain(want) === plain(got) || likeness(words(want), words(got)) >= 0.6
  if (!NAMES.has(field)) return want === got
  const [wanted, given] = [want.split(" < "), got.split(" < ")]
  return wanted.length === given.length && wanted.every((name, at) => namedAlike(name, given[at]!))
}
