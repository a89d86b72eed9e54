import type { Stance } from "../../src/core/data.ts"
import { common, likeness, words } from "../words.ts"
import type { Story, StoryStatement } from "./story.ts"
import { sameVoice } from "./voices.ts"

/** The claims found over a story's articles, as the scorer reads them: names and words, so that any system can be scored. */
export interface Sheet {
  readonly claims: readonly SheetClaim[]
}

export interface SheetClaim {
  readonly id: string
  readonly statements: readonly SheetStatement[]
  readonly positions: readonly { readonly agent: string | null; readonly stance: Stance }[]
  /** One entry for each independent origin of the assertion; only their number is read. */
  readonly origins: readonly unknown[]
}

export interface SheetStatement {
  readonly id: string
  readonly article: { readonly url: string | null }
  readonly source: string | null
  readonly stance: Stance
  readonly cue: string | null
  readonly content: string
}

/** A statement of the sheet, once, with the claims (by index) it stands in. */
export interface Found extends SheetStatement {
  readonly claims: ReadonlySet<number>
}

/** Which statement of the sheet stands for which of the gold: article by article, one to one, best first. */
export function aligned(story: Story, sheet: Sheet): ReadonlyMap<StoryStatement, Found> {
  const pairs = story.claims
    .flatMap(({ statements }) => statements)
    .flatMap(gold => fitting(story, gold, [...statementsOf(sheet).values()]))
  const found = new Map<StoryStatement, Found>()
  const taken = new Set<string>()
  for (const { gold, given } of pairs.sort((a, b) => b.worth - a.worth)) {
    if (found.has(gold) || taken.has(given.id)) continue
    found.set(gold, given)
    taken.add(given.id)
  }
  return found
}

/** The statements of a sheet by their ids. A statement of no claim may stand in a claim of its own. */
export function statementsOf({ claims }: Sheet): ReadonlyMap<string, Found> {
  const all = new Map<string, SheetStatement & { claims: Set<number> }>()
  for (const [at, { statements }] of claims.entries())
    for (const each of statements) {
      const known = all.get(each.id) ?? { ...each, claims: new Set<number>() }
      all.set(each.id, known)
      known.claims.add(at)
    }
  return all
}

interface Pair {
  readonly gold: StoryStatement
  readonly given: Found
  readonly worth: number
}

function fitting(story: Story, gold: StoryStatement, given: readonly Found[]): Pair[] {
  const url = address(story.articles.find(({ key }) => key === gold.doc)!.url)
  const near = given.filter(({ article }) => address(article.url) === url)
  return near.flatMap(each => {
    const fit = fitOf(gold, each)
    return fit === null ? [] : [{ gold, given: each, worth: fit + bonus(story, gold, each) }]
  })
}

const SILENT = new Set<Stance>(["declines", "unanswered"])

/** Up to so many words the matter of a silence is too short to be compared: “the report”, “them”. */
const THIN_WORDS = 6

/**
 * Contents fit when half their words are shared and so is one of the cue's, or when gold has no cue; without a cue in the sheet four fifths
 * must be shared. A silence about little or nothing fits by its cue alone. Null where it does not fit.
 */
function fitOf(gold: StoryStatement, given: SheetStatement): number | null {
  const cue = common(words(gold.cue), words(given.cue)) > 0
  const content = words(gold.content)
  const like = likeness(content, words(given.content))
  if (cue && SILENT.has(gold.stance) && SILENT.has(given.stance) && content.length <= THIN_WORDS) return Math.max(like, 0.5)
  if (gold.cue === null || cue) return like >= 0.5 ? like : null
  return given.cue === null && like >= 0.8 ? like : null
}

/** Between equals the better cue, source and stance decide. */
function bonus(story: Story, gold: StoryStatement, given: SheetStatement): number {
  const cue = likeness(words(gold.cue), words(given.cue))
  const source = gold.source !== null && sameVoice(story, given.source, gold.source)
  return 0.1 * cue + (source ? 0.1 : 0) + (gold.stance === given.stance ? 0.05 : 0)
}

function address(url: string | null): string {
  return (url ?? "").replace(/^https?:\/\//, "").replace(/#.*$|\/$/g, "")
}
