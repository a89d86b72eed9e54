import { crowdOf } from "../agents.ts"
import type { ClaimFilter, ClaimLine, Page, Paging } from "../data.ts"
import type { Db } from "../db.ts"
import { newestOf } from "../newest.ts"
import { MOST_SUMMED, type Summary, summaryOf } from "../record/index.ts"
import { agentsOfRow } from "../told.ts"
import { type Found, foundClaims } from "./find.ts"
import { lineOfRow, lineOfSummary } from "./lines.ts"
import { cursorIn, cursorOf, limitOf } from "./page.ts"
import { pastAt, untilOf } from "./when.ts"

/**
 * Claims, those that matter most first. All that is given in the filter must hold. A page may hold fewer than asked for, or none, and still go
 * on. Throws `Refused` for a filter that makes no sense.
 */
export async function claims(db: Db, filter: ClaimFilter = {}, paging: Paging = {}): Promise<Page<ClaimLine>> {
  const limit = limitOf(paging)
  const until = untilOf(filter)
  const from = cursorOf(paging)
  if (until !== null) return claimsAt(db, filter, { limit, until, from })
  const { found, next } = await foundClaims(db, filter, { limit, from })
  return { items: found.map(lineOfRow), next: next && cursorIn(next) }
}

interface Moment {
  readonly limit: number
  readonly until: string
  readonly from: Found["next"]
}

/** Claims as they stood: candidates by what does not change with time, then each worked out for that moment. */
async function claimsAt(db: Db, filter: ClaimFilter, { limit, until, from }: Moment): Promise<Page<ClaimLine>> {
  const items: ClaimLine[] = []
  let next = from
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const page = await foundClaims(db, { ...filter, at: until }, { limit: limit - items.length, from: next })
    const lines = await linesAt(
      db,
      page.found.map(({ id }) => id),
      until,
    )
    for (const { id } of page.found) {
      const made = lines.get(id)
      if (made && holds(made, filter)) items.push(lineOfSummary(id, made))
    }
    next = page.next
    if (next === null || items.length >= limit) break
  }
  return { items, next: next && cursorIn(next) }
}

/** A page as of a day that few claims reach ends after so many look-ups, and goes on from there. */
const MOST_ROUNDS = 20

async function linesAt(db: Db, ids: readonly string[], until: string): Promise<ReadonlyMap<string, Summary>> {
  const byClaim = await newestOf(db, ids, { most: MOST_SUMMED, shownBy: until, past: pastAt(until) })
  const crowd = await crowdOf(db, [...byClaim.values()].flat().flatMap(agentsOfRow))
  return new Map([...byClaim].map(([id, own]) => [id, summaryOf(own, crowd)]))
}

function holds({ contested, unnamed, stands, last }: Summary, filter: ClaimFilter): boolean {
  if (filter.contested && !contested) return false
  if (filter.unnamed && !unnamed) return false
  if (filter.since && (last ?? "") < filter.since) return false
  return !filter.stance || stands.some(({ stance, voice }) => stance === filter.stance && (!filter.agent || voice === filter.agent))
}
