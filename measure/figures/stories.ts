import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Reading } from "../../src/core/index.ts"
import type { Weights } from "../../src/ledger/match/index.ts"
import { hasCorpus, SHARED } from "../../train/corpora.ts"
import { type Event, eventOf, realEvents } from "../events.ts"
import { emptyLedger, record, sheetOf } from "../ledger.ts"
import { courseOf, learnt } from "../matching.ts"
import { perfectReading, readingOf } from "../readings.ts"
import { scoreStory, story, storyNames } from "../stories/index.ts"

export const about =
  "Claims, positions and origins over several articles, real events and invented ones; what is lost in reading and what after it"

/** How an event’s articles are read before they are recorded. */
const READERS = {
  /** As anyone would. */
  read: (event: Event) => event.articles.flatMap(({ page }) => readingOf(page) ?? []),
  /** With the marked statements in place of those found. */
  given: (event: Event) => event.articles.map(({ key }) => perfectReading(event, key)),
  /** The article’s own claims marked too: only what crosses articles is left to find. */
  tied: (event: Event) => event.articles.map(({ key }) => perfectReading(event, key, { tied: true })),
} as const satisfies Record<string, (event: Event) => readonly Reading[]>

export type Reader = keyof typeof READERS

/** What a scorer says of one event; shares from 0 to 1, counts as they are. */
export interface EventScore {
  readonly event: string
  readonly isInvented: boolean
  readonly found: number
  readonly of: number
  readonly b3: { readonly precision: number; readonly recall: number; readonly f1: number }
  /** Cells right, in the gold, and predicted. */
  readonly cells: { readonly right: number; readonly gold: number; readonly given: number }
  readonly origins: { readonly claims: number; readonly right: number; readonly above: number }
}

/**
 * `npm run measure -- stories [read|given|tied] [EVENT]`; without arguments all three. What is learnt about matching is learnt anew without
 * the event that is scored, and from all the others.
 */
export function measure(args: readonly string[]): void {
  const readers = (Object.keys(READERS) as Reader[]).filter(each => !args.some(arg => arg in READERS) || args.includes(each))
  const all = theEvents()
  const courses = all.map(courseOf)
  const events = all.filter(({ id }) => !args.some(arg => !(arg in READERS)) || args.includes(id))
  const weights = new Map(events.map(event => [event, learnt(courses.filter(course => course.event !== event))]))
  for (const reader of readers) {
    console.log(`\n${TITLES[reader]}`)
    console.log(HEADING)
    const scores = events.map(event => scored(event, reader, weights.get(event)!))
    for (const score of scores) console.log(rowOf(score.event, [score]))
    for (const isInvented of [false, true]) {
      const own = scores.filter(score => score.isInvented === isInvented)
      if (own.length > 1) console.log(rowOf(isInvented ? "all invented" : "all real", own))
    }
  }
}

const TITLES: Readonly<Record<Reader, string>> = {
  read: "as read",
  given: "statements given",
  tied: "statements and each article’s own claims given",
}

/** The real events where they are at hand, and the invented stories. */
export function theEvents(): readonly Event[] {
  const hasReal = existsSync(join(SHARED, "gold/claims.json")) && ["galaxy", "basil"].every(hasCorpus)
  return [...(hasReal ? realEvents() : []), ...storyNames().map(name => eventOf(story(name)))]
}

function scored(event: Event, reader: Reader, weights: Weights): EventScore {
  const ledger = emptyLedger({ weights })
  for (const reading of READERS[reader](event)) record(ledger, reading)
  const sheet = sheetOf(ledger)
  return event.isInvented ? inventedScore(event, sheet) : realScore(event, sheet)
}

/** By the scorer beside the annotations. */
function realScore(event: Event, sheet: ReturnType<typeof sheetOf>): EventScore {
  const args = [join(SHARED, "gold/score_claims.mjs"), "-", "--event", event.id, "--json"]
  const said = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", input: JSON.stringify(sheet) })) as SharedScore
  return {
    event: event.id,
    isInvented: false,
    found: said.statements.found,
    of: said.statements.gold,
    b3: said.bcubed,
    cells: { right: said.positions.right, gold: said.positions.gold, given: said.positions.predicted },
    origins: {
      claims: said.origins.claims,
      right: said.origins.inRange,
      above: said.claims.filter(({ origins, originsPredicted }) => (originsPredicted ?? 0) > origins + 1).length,
    },
  }
}

interface SharedScore {
  readonly statements: { readonly gold: number; readonly found: number }
  readonly bcubed: EventScore["b3"]
  readonly positions: { readonly right: number; readonly gold: number; readonly predicted: number }
  readonly origins: { readonly claims: number; readonly inRange: number }
  readonly claims: readonly { readonly origins: number; readonly originsPredicted: number | null }[]
}

function inventedScore(event: Event, sheet: ReturnType<typeof sheetOf>): EventScore {
  const { statements, clusters, cells, origins } = scoreStory(story(event.id), sheet)
  return {
    event: event.id,
    isInvented: true,
    found: statements.found,
    of: statements.gold,
    b3: clusters,
    cells,
    origins: { claims: origins.claims, right: origins.within, above: origins.above },
  }
}

const NAME = 22
const NUMBER = 14
const HEADING = `${"".padEnd(NAME)}${["found", "B³ P", "R", "F1", "cells P", "R", "F1", "origins right", "above by 2+"].map(each => each.padStart(NUMBER)).join("")}`

/** Means of the events’ B³, sums of cells and claims. */
function rowOf(name: string, scores: readonly EventScore[]): string {
  const sum = (of: (score: EventScore) => number) => scores.reduce((total, score) => total + of(score), 0)
  const mean = (of: (score: EventScore) => number) => sum(of) / scores.length
  const [right, gold, given] = [sum(({ cells }) => cells.right), sum(({ cells }) => cells.gold), sum(({ cells }) => cells.given)]
  const cells = [
    `${sum(({ found }) => found)} of ${sum(({ of }) => of)}`,
    percent(mean(({ b3 }) => b3.precision)),
    percent(mean(({ b3 }) => b3.recall)),
    percent(mean(({ b3 }) => b3.f1)),
    percent(right / given),
    percent(right / gold),
    percent((2 * right) / (given + gold)),
    `${sum(({ origins }) => origins.right)} of ${sum(({ origins }) => origins.claims)}`,
    String(sum(({ origins }) => origins.above)),
  ]
  return `${name.padEnd(NAME)}${cells.map(each => each.padStart(NUMBER)).join("")}`
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}
