import type { Agent, Reading } from "../src/core/index.ts"
import {
  agentKeys,
  agentsFor,
  bodyOf,
  type ClaimSketch,
  type Copy,
  claimKeys,
  claimsFor,
  copyKeys,
  copyOf,
  creditOf,
  type KnownAgent,
  LOOKED_KEYS,
  type MatchOptions,
  type OriginTree,
  originsOf,
  ownerOf,
  type Printed,
  type Stand,
  standsOf,
  type Told,
  termsOf,
  toldOf,
  unitsOf,
  voices,
  type WithOutlet,
  withOutlet,
  withSeen,
} from "../src/ledger/match/index.ts"

/** Everything recorded, in memory: what a stored ledger would answer, without the store. */
export interface Ledger {
  readonly agents: Map<string, KnownAgent>
  readonly agentsByKey: Map<string, Set<string>>
  /** Statements of each claim, in the order they were recorded. */
  readonly claims: Map<string, Told[]>
  readonly claimsByKey: Map<string, Set<string>>
  readonly terms: Map<string, number>
  readonly bodies: Map<string, Printed>
  readonly bodiesByKey: Map<string, Set<string>>
  readonly copies: Copy[]
  readonly readings: Reading[]
  readonly options: MatchOptions
}

export function emptyLedger(options: MatchOptions = {}): Ledger {
  const map = <T>() => new Map<string, T>()
  return {
    agents: map(),
    agentsByKey: map(),
    claims: map(),
    claimsByKey: map(),
    terms: map(),
    bodies: map(),
    bodiesByKey: map(),
    copies: [],
    readings: [],
    options,
  }
}

/** Records one reading. Gives its statements as matching sees them. */
export function record(ledger: Ledger, given: Reading): readonly Told[] {
  const whole = withOutlet(given)
  const ids = recordAgents(ledger, whole)
  const told = toldOf(whole.reading, ids, whole.outlet && ids.get(whole.outlet)!, ledger.readings.length)
  ledger.readings.push(given)
  recordCopies(ledger, given, told[0]?.outlet ?? given.article.publisher)
  recordClaims(ledger, told)
  return told
}

// ── Agents ──────────────────────────────────────────────────────────────────────────────────────

function recordAgents(ledger: Ledger, whole: WithOutlet): ReadonlyMap<string, string> {
  const { agents } = whole.reading
  const found = new Set(agents.flatMap(agentKeys).flatMap(key => [...(ledger.agentsByKey.get(key) ?? [])]))
  const matches = agentsFor(
    whole,
    [...found].map(id => ledger.agents.get(id)!),
  )
  const ids = new Map<string, string>()
  for (const { agent, known } of matches) ids.set(agent, known ?? agent)
  for (const { agent, twin } of matches) if (twin) ids.set(agent, ids.get(twin)!)
  const company = [...new Set(ids.values())]
  for (const agent of agents) keepAgent(ledger, agent, ids, whole, company)
  return ids
}

function keepAgent(ledger: Ledger, agent: Agent, ids: ReadonlyMap<string, string>, whole: WithOutlet, company: readonly string[]): void {
  const id = ids.get(agent.id)!
  const owner = ownerOf(whole, agent)
  const fresh: KnownAgent = {
    id,
    kind: agent.kind,
    names: [],
    roles: [],
    actsFor: null,
    owner: owner && (ids.get(owner) ?? null),
    company: [],
  }
  const actsFor = agent.actsFor ? (ids.get(agent.actsFor) ?? null) : null
  ledger.agents.set(id, withSeen(ledger.agents.get(id) ?? fresh, agent, actsFor, company))
  for (const key of agentKeys(agent)) put(ledger.agentsByKey, key, id)
}

function put(index: Map<string, Set<string>>, key: string, id: string): void {
  const known = index.get(key)
  if (known) known.add(id)
  else index.set(key, new Set([id]))
}

// ── Copies ──────────────────────────────────────────────────────────────────────────────────────

/** A key of more articles is a phrase of a house. */
const MOST_CARRIERS = 12

function recordCopies(ledger: Ledger, { article: { id, text } }: Reading, house: string | null): void {
  const body = bodyOf(text)
  const printed = { id, house, body }
  const isCommon = (key: string) => (ledger.bodiesByKey.get(key)?.size ?? 0) > MOST_CARRIERS
  const keys = copyKeys(body)
  const near = new Set(keys.filter(key => !isCommon(key)).flatMap(key => [...(ledger.bodiesByKey.get(key) ?? [])]))
  for (const other of near) {
    const copy = copyOf(ledger.bodies.get(other)!, printed, isCommon)
    if (copy) ledger.copies.push(copy)
  }
  ledger.bodies.set(id, printed)
  for (const key of keys) put(ledger.bodiesByKey, key, id)
}

// ── Claims ──────────────────────────────────────────────────────────────────────────────────────

/** How many claims a key leads to, the latest first, and how many are compared in the end. */
const MOST_PER_KEY = 32
const MOST_COMPARED = 24

/** Of a claim’s statements the first and the last ones are compared. */
const FIRST_TOLD = 4
const LAST_TOLD = 8

function recordClaims(ledger: Ledger, told: readonly Told[]): void {
  const { claims, options } = ledger
  const { matches, unions } = claimsFor(told, sketchesFor(ledger, told), options)
  for (const { from, into } of unions) unite(ledger, from, into)
  const byId = new Map(told.map(each => [each.id, each]))
  for (const { statement, claim } of matches) {
    const each = byId.get(statement)!
    for (const term of termsOf(each)) ledger.terms.set(term, (ledger.terms.get(term) ?? 0) + 1)
    claims.set(claim, [...(claims.get(claim) ?? []), each])
    for (const key of claimKeys(each, term => ledger.terms.get(term) ?? 0)) put(ledger.claimsByKey, key, claim)
  }
}

function unite({ claims, claimsByKey }: Ledger, from: string, into: string): void {
  claims.set(into, [...claims.get(into)!, ...claims.get(from)!])
  claims.delete(from)
  for (const under of claimsByKey.values()) if (under.delete(from)) under.add(into)
}

function sketchesFor(ledger: Ledger, told: readonly Told[]): readonly ClaimSketch[] {
  const found = new Set(unitsOf(told).flatMap(unit => nearest(ledger, unit)))
  return [...found].map(id => ({ id, told: sketch(ledger.claims.get(id)!) }))
}

/** The claims that share most of the unit’s rarest keys. */
function nearest(ledger: Ledger, unit: readonly Told[]): readonly string[] {
  const rarity = (term: string) => ledger.terms.get(term) ?? 0
  const votes = new Map<string, number>()
  for (const key of new Set(unit.flatMap(each => claimKeys(each, rarity).slice(0, LOOKED_KEYS))))
    for (const claim of [...(ledger.claimsByKey.get(key) ?? [])].slice(-MOST_PER_KEY))
      votes.set(claim, (votes.get(claim) ?? 0) + 1 / Math.sqrt(1 + rarity(key)))
  const most = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return most.slice(0, MOST_COMPARED).map(([claim]) => claim)
}

function sketch(told: readonly Told[]): readonly Told[] {
  return told.length <= FIRST_TOLD + LAST_TOLD ? told : [...told.slice(0, FIRST_TOLD), ...told.slice(-LAST_TOLD)]
}

// ── Asking ──────────────────────────────────────────────────────────────────────────────────────

export interface Asked {
  readonly id: string
  readonly told: readonly Told[]
  readonly stands: readonly Stand[]
  readonly origins: OriginTree
}

/** Every claim with its positions and origins. */
function ask(ledger: Ledger): readonly Asked[] {
  const voiceOf = voices(new Map([...ledger.agents].map(([id, { actsFor }]) => [id, actsFor])))
  const kindOf = (agent: string) => ledger.agents.get(agent)?.kind ?? null
  const nameOf = (agent: string) => ledger.agents.get(agent)?.names[0] ?? ""
  const credits = new Map(
    ledger.readings.flatMap(({ article }) => {
      const credit = creditOf(article)
      return credit ? [[article.id, credit] as const] : []
    }),
  )
  return [...ledger.claims].map(([id, told]) => ({
    id,
    told,
    stands: standsOf(told, voiceOf),
    origins: originsOf(told, { kindOf, voiceOf, nameOf, copies: ledger.copies, credits }),
  }))
}

/** The ledger as the scorers read it: names and words instead of ids and spans. */
export function sheetOf(ledger: Ledger) {
  const articles = new Map(ledger.readings.map(({ article }) => [article.id, article]))
  const nameOf = (agent: string) => ledger.agents.get(agent)?.names[0] ?? agent
  return {
    claims: ask(ledger).map(({ id, told, stands, origins }) => ({
      id,
      statements: told.map(each => {
        const { text, url } = articles.get(each.article)!
        const words = (spans: readonly { readonly start: number; readonly end: number }[]) =>
          spans.map(({ start, end }) => text.slice(start, end)).join(" ")
        return {
          id: each.id,
          article: { url },
          source: each.source && nameOf(each.source),
          stance: each.stance,
          cue: each.cue && words([each.cue]),
          content: words(each.content),
        }
      }),
      positions: stands.map(({ voice, speakers, stance }) => ({
        agent: nameOf(speakers.find(each => each === voice) ?? speakers[0]!),
        stance,
      })),
      origins: origins.origins.slice(0, origins.independent),
    })),
  }
}
