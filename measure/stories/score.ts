import { harmonic, share } from "../words.ts"
import { aligned, type Found, type Sheet, type SheetClaim, statementsOf } from "./align.ts"
import type { Story, StoryClaim, StoryStatement } from "./story.ts"
import { sameVoice } from "./voices.ts"

export interface Shares {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** What `scoreStory` says; shares from 0 to 1. */
export interface StoryScore {
  /** Of the gold: how many, how many found; of those found, how many have the right stance and, where gold names one, the right source. */
  readonly statements: {
    readonly gold: number
    readonly found: number
    readonly stance: number
    readonly named: number
    readonly source: number
  }
  /** B-cubed over the statements found. It says nothing of those that were not: read their number too. */
  readonly clusters: Shares
  readonly cells: Shares & { readonly right: number; readonly gold: number; readonly given: number }
  readonly origins: {
    readonly claims: number
    readonly exact: number
    readonly within: number
    readonly offByOne: number
    readonly above: number
  }
  readonly claims: readonly ClaimScore[]
}

export interface ClaimScore {
  readonly id: string
  /** Id of the claim that stands for it; null when none does. */
  readonly standsFor: string | null
  readonly statements: number
  readonly found: number
  readonly cells: number
  readonly cellsRight: number
  readonly cellsGiven: number
  readonly origins: number
  readonly originsGiven: number | null
}

/**
 * Scores the claims found over a story's articles. A claim of the sheet stands for the gold claim most of whose found statements it has, each
 * for one. Cells are (voice, claim, stance): a spokesman and the one he speaks for are one voice, optional cells count neither way. Origins
 * are right over all gold claims, a claim that nothing stands for being wrong unless it has none.
 */
export function scoreStory(story: Story, sheet: Sheet): StoryScore {
  const found = aligned(story, sheet)
  const stands = standIns(story, sheet, found)
  const claims = story.claims.map(claim => claimScore(story, claim, stands.get(claim) ?? null, found))
  return {
    statements: statementScore(story, found),
    clusters: clusterScore(story, found),
    cells: cellScore(claims),
    origins: originScore(story, claims),
    claims,
  }
}

function statementScore(story: Story, found: ReadonlyMap<StoryStatement, Found>): StoryScore["statements"] {
  const named = [...found.keys()].filter(({ source }) => source !== null)
  return {
    gold: story.claims.flatMap(({ statements }) => statements).length,
    found: found.size,
    stance: [...found].filter(([gold, given]) => gold.stance === given.stance).length,
    named: named.length,
    source: named.filter(gold => sameVoice(story, found.get(gold)!.source, gold.source!)).length,
  }
}

/** Extended B-cubed: a statement of the sheet may stand in several claims; in none it is alone. */
function clusterScore(story: Story, found: ReadonlyMap<StoryStatement, Found>): Shares {
  const claimOf = new Map(story.claims.flatMap(claim => claim.statements.map(each => [each, claim] as const)))
  const together = (a: StoryStatement, b: StoryStatement) =>
    a === b ? Math.max(1, found.get(a)!.claims.size) : [...found.get(a)!.claims].filter(at => found.get(b)!.claims.has(at)).length
  const all = [...found.keys()]
  const mean = (of: (each: StoryStatement) => number) =>
    share(
      all.map(of).reduce((a, b) => a + b, 0),
      all.length,
    )
  const precision = mean(each => {
    const mates = all.filter(other => together(each, other) > 0)
    return share(
      mates.map(other => (claimOf.get(each) === claimOf.get(other) ? 1 / together(each, other) : 0)).reduce((a, b) => a + b, 0),
      mates.length,
    )
  })
  const recall = mean(each => {
    const mates = all.filter(other => claimOf.get(each) === claimOf.get(other))
    return share(mates.filter(other => together(each, other) > 0).length, mates.length)
  })
  return { precision, recall, f1: harmonic(precision, recall) }
}

/** Most statements first, then the claim that holds fewest others, then the order of the sheet. */
function standIns(story: Story, sheet: Sheet, found: ReadonlyMap<StoryStatement, Found>): ReadonlyMap<StoryClaim, SheetClaim> {
  const votes = story.claims.flatMap(claim =>
    [...sheet.claims.keys()].map(at => {
      const inIt = [...found].filter(([, given]) => given.claims.has(at))
      return { claim, at, count: inIt.filter(([gold]) => claim.statements.includes(gold)).length, of: inIt.length }
    }),
  )
  const stands = new Map<StoryClaim, SheetClaim>()
  for (const { claim, at, count } of votes.sort((a, b) => b.count - a.count || a.of - b.of || a.at - b.at))
    if (count > 0 && !stands.has(claim) && ![...stands.values()].includes(sheet.claims[at]!)) stands.set(claim, sheet.claims[at]!)
  return stands
}

function claimScore(story: Story, claim: StoryClaim, mine: SheetClaim | null, found: ReadonlyMap<StoryStatement, Found>): ClaimScore {
  const must = claim.positions.filter(({ optional }) => !optional)
  const free = claim.positions.filter(({ optional }) => optional)
  const seen = new Set<(typeof must)[number]>()
  let given = 0
  for (const { agent, stance } of mine?.positions ?? []) {
    const fits = must.filter(cell => sameVoice(story, agent, cell.agent))
    if (agent === null || (fits.length === 0 && free.some(cell => sameVoice(story, agent, cell.agent)))) continue
    given++
    const cell = fits.find(each => !seen.has(each))
    if (cell?.stance === stance) seen.add(cell)
  }
  return {
    id: claim.id,
    standsFor: mine?.id ?? null,
    statements: claim.statements.length,
    found: claim.statements.filter(each => found.has(each)).length,
    cells: must.length,
    cellsRight: seen.size,
    cellsGiven: given,
    origins: claim.origins.independent,
    originsGiven: mine ? mine.origins.length : null,
  }
}

function cellScore(claims: readonly ClaimScore[]): StoryScore["cells"] {
  const sum = (of: (claim: ClaimScore) => number) => claims.map(of).reduce((a, b) => a + b, 0)
  const [right, gold, given] = [sum(each => each.cellsRight), sum(each => each.cells), sum(each => each.cellsGiven)]
  const [precision, recall] = [share(right, given), share(right, gold)]
  return { right, gold, given, precision, recall, f1: harmonic(precision, recall) }
}

function originScore(story: Story, claims: readonly ClaimScore[]): StoryScore["origins"] {
  const told = claims.map(({ originsGiven, origins }, at) => {
    const [low, high] = story.claims[at]!.origins.range ?? [origins, origins]
    return { given: originsGiven ?? (origins === 0 ? 0 : Number.NaN), origins, low, high }
  })
  return {
    claims: claims.length,
    exact: told.filter(({ given, origins }) => given === origins).length,
    within: told.filter(({ given, low, high }) => low <= given && given <= high).length,
    offByOne: told.filter(({ given, origins }) => Math.abs(given - origins) <= 1).length,
    above: told.filter(({ given, high }) => given > high + 1).length,
  }
}

/** The gold's own answer, which scores 100 %. */
export function answer({ articles, claims }: Story): Sheet {
  const urls = new Map(articles.map(({ key, url }) => [key, url]))
  return {
    claims: claims.map(({ id, statements, positions, origins }) => ({
      id,
      statements: statements.map(each => ({ ...each, article: { url: urls.get(each.doc)! }, content: each.content ?? "" })),
      positions,
      origins: Array.from({ length: origins.independent }),
    })),
  }
}

/** The score in words, a line for each figure and each claim. */
export function told({ title }: Story, sheet: Sheet, score: StoryScore): string {
  const { statements, clusters, cells, origins } = score
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`.padStart(8)
  return [
    title,
    `statements found  ${percent(share(statements.found, statements.gold))}   ${statements.found} of ${statements.gold} (${statementsOf(sheet).size} given)`,
    `  stance right    ${percent(share(statements.stance, statements.found))}   ${statements.stance} of ${statements.found}`,
    `  source right    ${percent(share(statements.source, statements.named))}   ${statements.source} of ${statements.named}`,
    `clusters B3 F1    ${percent(clusters.f1)}   P ${percent(clusters.precision).trim()}, R ${percent(clusters.recall).trim()}`,
    `position cells F1 ${percent(cells.f1)}   ${cells.right} right of ${cells.gold}, ${cells.given} given`,
    `origins exact     ${percent(share(origins.exact, origins.claims))}   ${origins.exact} of ${origins.claims}; within the range ${origins.within}; off by at most one ${origins.offByOne}; above by more ${origins.above}`,
    ...score.claims.map(claimLine),
  ].join("\n")
}

function claimLine({ id, standsFor, found, statements, cellsRight, cells, cellsGiven, originsGiven, origins }: ClaimScore): string {
  const missing = standsFor === null ? "   nothing stands for it" : ""
  return `  ${id.padEnd(4)}found ${found}/${statements}, cells ${cellsRight}/${cells} (${cellsGiven} given), origins ${originsGiven ?? "-"} (${origins})${missing}`
}
