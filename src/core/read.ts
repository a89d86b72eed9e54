import { extract } from "./article/index.ts"
import { type AttributionModel, attribute, FAST, FULL, openAttributionModel, type Point } from "./attribute/index.ts"
import { gather } from "./claim/index.ts"
import type { Page, Reading } from "./data.ts"
import { resolve } from "./resolve/index.ts"
import { segment } from "./segment/index.ts"
import { openTaggingModel, type TaggingModel, tag } from "./tag/index.ts"

/** What was learned: everything a reading needs besides the page. */
export interface Model {
  readonly tagging: TaggingModel
  readonly attribution: AttributionModel
}

/** The files under `model/`, by the names they have there. */
export interface ModelFiles {
  readonly tagging: Uint8Array
  readonly attribution: Uint8Array
}

/** Opens the trained weights. Takes some tens of milliseconds. */
export function openModel({ tagging, attribution }: ModelFiles): Model {
  return { tagging: openTaggingModel(tagging), attribution: openAttributionModel(attribution) }
}

/** How to read. */
export interface ReadOptions {
  /** Leaves the grammar out and weighs fewer readings: half as fast again, and less exact (`npm run measure -- speed`, `-- attribution`). Defaults to false. */
  readonly fast?: boolean
  /** `balanced` finds the most; `precise` leaves out what is not nearly sure. Defaults to `balanced`. */
  readonly point?: Point
}

/**
 * Reads one page: who says what in it, on whose word, and who says otherwise. Pure: the same page and model give the same reading,
 * to the byte, on every machine. Throws `Unreadable` when the page holds no article that can be read.
 */
export function read(page: Page, model: Model, { fast = false, point = "balanced" }: ReadOptions = {}): Reading {
  const article = extract(page) //                                    page        → text, blocks, byline, dates
  const prose = segment(article) //                                   text        → quotations, sentences, tokens
  const tagged = tag(prose, model.tagging, { parse: !fast }) //       tokens      → part of speech, head, name
  const found = attribute(prose, tagged, model.attribution, { point, pace: fast ? FAST : FULL }) // grammar     → source, cue, content
  const resolved = resolve(article, prose, tagged, found) //          “she”       → who she is; stance, chain, date
  const { statements, claims } = gather(article, resolved) //         statements  → what they assert, and who denies it
  return { article, agents: resolved.agents, statements, claims, doubts: resolved.doubts }
}
