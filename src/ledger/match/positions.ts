import type { Stance } from "../../core/index.ts"
import type { Told } from "./told.ts"

/** A voice taking a stance, once. */
export interface Step {
  readonly stance: Stance
  /** When: EDTF as it was said, or the day of the article; null when neither is known. */
  readonly when: string | null
  readonly statements: readonly string[]
}

/** Where a voice stands on a claim. */
export interface Stand {
  /** Ledger id of the one who is spoken for. */
  readonly voice: string
  /** Those who spoke, in the order they are first heard. */
  readonly speakers: readonly string[]
  /** Where it stands now. */
  readonly stance: Stance
  /** Changes of stance, the oldest first; the last is where it stands. */
  readonly history: readonly Step[]
  /** Dates of the first assertion and the first denial by this voice; null where there is none, or no date. */
  readonly firstAsserted: string | null
  readonly firstDenied: string | null
}

/** For whom an agent speaks; itself when for nobody. */
export type VoiceOf = (agent: string) => string

/** The voice of each agent, over any number of steps: a spokesman of a ministry of a government. Rings end where they began. */
export function voices(actsFor: ReadonlyMap<string, string | null>): VoiceOf {
  return agent => {
    const seen = new Set([agent])
    let at = agent
    for (let next = actsFor.get(at); next && !seen.has(next); next = actsFor.get(at)) {
      seen.add(next)
      at = next
    }
    return at
  }
}

/**
 * Where each voice stands on the claim of these statements, in the order voices are first heard. A spokesman and the one he speaks for are one.
 * `until` leaves out what was published, or said, after that day (ISO 8601), so that the ledger can be shown as it was.
 */
export function standsOf(told: readonly Told[], voiceOf: VoiceOf, until?: string): readonly Stand[] {
  const known = told.filter(each => !until || (each.published ?? "").slice(0, until.length) <= until)
  const byVoice = new Map<string, Told[]>()
  for (const each of inTime(known)) {
    if (each.source === null) continue
    const voice = voiceOf(each.source)
    byVoice.set(voice, [...(byVoice.get(voice) ?? []), each])
  }
  return [...byVoice].map(([voice, own]) => standOf(voice, own))
}

function standOf(voice: string, told: readonly Told[]): Stand {
  const history = stepsOf(told)
  const first = (...stances: Stance[]) => told.find(({ stance }) => stances.includes(stance))
  return {
    voice,
    speakers: [...new Set(told.map(({ source }) => source!))],
    stance: history.at(-1)!.stance,
    history,
    firstAsserted: whenOf(first("asserts", "confirms")),
    firstDenied: whenOf(first("denies")),
  }
}

/** One step a day at most: what is told of one day counts as said at once, and the weightiest stance of it holds. */
function stepsOf(told: readonly Told[]): readonly Step[] {
  const days = new Map<string, Told[]>()
  for (const each of told) days.set(whenOf(each) ?? "", [...(days.get(whenOf(each) ?? "") ?? []), each])
  const steps: Step[] = []
  for (const [when, own] of days) {
    const stance = weightiest(own)
    const statements = own.map(({ id }) => id)
    const before = steps.at(-1)
    if (before && (before.stance === stance || isSilence(stance)))
      steps[steps.length - 1] = { ...before, statements: [...before.statements, ...statements] }
    else if (before && isSilence(before.stance) && steps.length === 1 && !before.when)
      steps[0] = { stance, when: when || null, statements: [...before.statements, ...statements] }
    else steps.push({ stance, when: when || null, statements })
  }
  return steps
}

/** “did not answer” changes no position that was taken. */
function isSilence(stance: Stance): boolean {
  return stance === "unanswered"
}

/** “declined to say more” beside “called it false”: who takes a stand does, whatever else he leaves open. Of two stands the one taken more often, then the later. */
function weightiest(told: readonly Told[]): Stance {
  const counts = new Map<Stance, number>()
  for (const { stance } of told) counts.set(stance, (counts.get(stance) ?? 0) + 1)
  const rank = (stance: Stance) => (stance === "unanswered" ? 0 : stance === "declines" ? 1 : 2)
  const last = (stance: Stance) => told.findLastIndex(each => each.stance === stance)
  return [...counts.keys()].sort((a, b) => rank(b) - rank(a) || counts.get(b)! - counts.get(a)! || last(b) - last(a))[0]!
}

/** By the day it was said or published; what has no day keeps its place in the order of recording. */
function inTime(told: readonly Told[]): readonly Told[] {
  const recorded = [...told].sort((a, b) => a.order - b.order || a.place - b.place)
  const day = (each: Told) => whenOf(each) ?? each.published ?? ""
  return recorded.sort((a, b) => (day(a) && day(b) ? compare(day(a), day(b)) : 0) || a.order - b.order || a.place - b.place)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The day it was said, where the year is known; otherwise the day of its article. Intervals count by their end. */
function whenOf(told: Told | undefined): string | null {
  if (!told) return null
  const said = told.said?.split("/").at(-1)
  if (said && /^\d{4}/.test(said)) return said.slice(0, DAY)
  return told.published?.slice(0, DAY) ?? null
}

/** Characters of “2024-11-10”. */
const DAY = 10
