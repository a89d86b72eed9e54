import type { Agent, Reading } from "../../core/index.ts"
import { type AgentMatch, agentKeys, type KnownAgent, type Seen } from "./known.ts"
import { isDomain, nameWords } from "./names.ts"
import { judge } from "./namesakes.ts"

/** A reading whose agents hold the outlet that published it, and which one that is; null when the page names no publisher. */
export interface WithOutlet {
  readonly reading: Reading
  readonly outlet: string | null
}

/** The outlet is an agent too, whether or not its own article speaks of it. */
export function withOutlet(reading: Reading): WithOutlet {
  const { publisher, id } = reading.article
  if (!publisher) return { reading, outlet: null }
  const own = reading.agents.find(agent => agent.name === publisher && agent.kind !== "person")
  if (own) return { reading, outlet: own.id }
  const outlet: Agent = { id: `${id}-outlet`, name: publisher, kind: "publication", roles: [], actsFor: null, mentions: [] }
  return { reading: { ...reading, agents: [...reading.agents, outlet] }, outlet: outlet.id }
}

/** Who heard an unnamed source: whose words they are passed on by, or else the article's own outlet. */
export function ownerOf({ reading: { statements }, outlet }: WithOutlet, agent: Agent): string | null {
  if (agent.kind !== "unnamed") return null
  const heard = statements.find(({ source }) => source?.agent === agent.id)
  return heard?.relayedBy[0] ?? outlet
}

/**
 * Who an article's agents are in the ledger, one for each in order. `known` holds the ledger's agents that share a key with any of them.
 * Agents vouch for one another: those whose name leaves no doubt are found first, and the others by whom they are seen with.
 */
export function agentsFor(given: WithOutlet, known: readonly KnownAgent[]): readonly AgentMatch[] {
  const { reading } = given
  const byKey = indexOf(known)
  const company = companyIn(reading, byKey)
  const ids = new Map<string, string>()
  const matches = new Map<string, AgentMatch>()
  for (const agent of surestFirst(reading.agents)) {
    const seen = seenIn(given, agent, ids, company)
    const match = matchOf(seen, candidatesOf(agent, byKey))
    const twin = match.known ? null : twinOf(agent, reading.agents, matches)
    matches.set(agent.id, { ...match, twin })
    if (match.known) ids.set(agent.id, match.known)
  }
  return reading.agents.map(({ id }) => matches.get(id)!)
}

function indexOf(known: readonly KnownAgent[]): ReadonlyMap<string, readonly KnownAgent[]> {
  const byKey = new Map<string, KnownAgent[]>()
  for (const agent of known)
    for (const key of new Set(agent.names.flatMap(name => agentKeys({ name, kind: agent.kind })))) {
      const under = byKey.get(key)
      if (under) under.push(agent)
      else byKey.set(key, [agent])
    }
  return byKey
}

function candidatesOf(agent: Agent, byKey: ReadonlyMap<string, readonly KnownAgent[]>): readonly KnownAgent[] {
  return [...new Set(agentKeys(agent).flatMap(key => byKey.get(key) ?? []))]
}

/** Those of the ledger whom the article certainly names, by full name alone: they tell which story this is. */
function companyIn({ agents }: Reading, byKey: ReadonlyMap<string, readonly KnownAgent[]>): ReadonlySet<string> {
  const sure = agents.filter(({ name, kind }) => kind !== "unnamed" && (kind !== "person" || nameWords(name).length > 1))
  return new Set(sure.flatMap(agent => byKey.get(agentKeys(agent)[0] ?? "")?.map(({ id }) => id) ?? []))
}

/** Full names before bare surnames, named before unnamed: who is certain helps with who is not. */
function surestFirst(agents: readonly Agent[]): readonly Agent[] {
  const rank = ({ kind, name }: Agent) =>
    kind === "unnamed" ? 3 : kind === "group" || kind === "document" ? 2 : kind === "person" && nameWords(name).length < 2 ? 1 : 0
  return agents
    .map((agent, at) => ({ agent, at }))
    .sort((a, b) => rank(a.agent) - rank(b.agent) || a.at - b.at)
    .map(({ agent }) => agent)
}

function seenIn(given: WithOutlet, agent: Agent, ids: ReadonlyMap<string, string>, company: ReadonlySet<string>): Seen {
  const mentioned = agent.mentions.map(({ start, end }) => given.reading.article.text.slice(start, end))
  const owner = ownerOf(given, agent)
  return {
    agent,
    names: [...new Set([agent.name, ...(agent.kind === "person" ? mentioned : [])])],
    actsFor: agent.actsFor ? (ids.get(agent.actsFor) ?? null) : null,
    owner: owner && (ids.get(owner) ?? null),
    company,
  }
}

/** A body that the article lists twice, as an outlet by its name and by its address. */
function twinOf(agent: Agent, agents: readonly Agent[], matches: ReadonlyMap<string, AgentMatch>): string | null {
  if (agent.kind !== "publication" && agent.kind !== "organization") return null
  const keys = new Set(outletKeysOf(agent))
  const twins = agents.filter(other => matches.has(other.id) && other.kind !== "person" && isDomain(other.name) !== isDomain(agent.name))
  return twins.find(other => outletKeysOf(other).some(key => keys.has(key)))?.id ?? null
}

function outletKeysOf(agent: Agent): readonly string[] {
  return agentKeys(agent).filter(key => key.startsWith("outlet "))
}

/** The one that fits best is taken; where two persons fit equally well, or none well enough, they are suggestions. Of two bodies of one name the first. */
function matchOf(seen: Seen, candidates: readonly KnownAgent[]): AgentMatch {
  const judged = candidates.map(known => ({ known: known.id, ...judge(seen, known) })).filter(({ verdict }) => verdict !== "apart")
  const sure = judged.filter(({ verdict }) => verdict === "same").sort((a, b) => b.weight - a.weight)
  const [best, second] = sure
  const isClear = best && (!second || best.weight > second.weight || seen.agent.kind !== "person")
  const taken = isClear ? best : null
  const suggests = judged.filter(each => each !== taken && (each.verdict === "perhaps" || !taken)).map(({ known, why }) => ({ known, why }))
  return {
    agent: seen.agent.id,
    known: taken?.known ?? null,
    twin: null,
    why: taken?.why ?? "",
    suggests: suggests.slice(0, MOST_SUGGESTED),
  }
}

const MOST_SUGGESTED = 5
