import type { Agent, Gist, Statement } from "../data.ts"

/** How alike two contents must be to be one claim, by `likeness`. `npm run measure -- stance` shows what it costs either way. */
const LEAST_LIKENESS = 0.4

/** How many earlier claims a statement is compared with, those that share its rarest terms first. Keeps the work linear. */
const MOST_COMPARED = 24

/** Sets of statements (indices, in text order) that say or answer the same thing, in the order they begin. */
export function group(statements: readonly Statement[], gists: readonly Gist[], agents: readonly Agent[]): readonly (readonly number[])[] {
  const weights = weightsOf(gists)
  const groups: Group[] = []
  const index = new Map<string, Group[]>()
  const state: State = { statements, gists, agents: new Map(agents.map(agent => [agent.id, agent])), groups, of: new Map() }
  for (const at of innerFirst(statements)) {
    const { content, stance } = statements[at]!
    if (content.length === 0 && stance === "asserts") continue
    const home =
      answeredWithin(state, at) ??
      pointedAt(state, at) ??
      awaited(state, at) ??
      goesOn(state, at) ??
      likest(state, index, weights, at) ??
      answered(state, at)
    join(state, index, home ?? open(groups), at)
  }
  return groups.map(({ members }) => [...members].sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!)
}

/** Text order, but what stands inside another statement's content comes before it. */
function innerFirst(statements: readonly Statement[]): number[] {
  const order: number[] = []
  const waiting: number[] = []
  statements.forEach((statement, at) => {
    while (waiting.length && !encloses(statements[waiting.at(-1)!]!, statement)) order.push(waiting.pop()!)
    waiting.push(at)
  })
  return [...order, ...waiting.reverse()]
}

function encloses({ content }: Statement, { cue }: Statement): boolean {
  return cue !== null && content.some(({ start, end }) => start <= cue.start && cue.end <= end)
}

/** “neither confirmed nor denied *Brask’s claim that the gate was open*”: what is answered is the claim told inside. */
function answeredWithin({ statements, gists, of }: State, at: number): Group | null {
  const outer = statements[at]!
  if (outer.stance === "asserts" || !gists[at]!.points) return null
  for (let inner = at + 1; inner < statements.length && encloses(outer, statements[inner]!); inner++) {
    const group = of.get(inner)
    if (group) return group
  }
  return null
}

interface Group {
  readonly members: number[]
  /** What its statements are tied to in time. */
  readonly anchors: Set<string>
}

interface State {
  readonly statements: readonly Statement[]
  readonly gists: readonly Gist[]
  readonly agents: ReadonlyMap<string, Agent>
  readonly groups: Group[]
  /** The group of each statement, by index. */
  readonly of: Map<number, Group>
}

function open(groups: Group[]): Group {
  const group: Group = { members: [], anchors: new Set() }
  groups.push(group)
  return group
}

function join({ gists, of }: State, index: Map<string, Group[]>, group: Group, at: number): void {
  group.members.push(at)
  of.set(at, group)
  for (const anchor of gists[at]!.anchors) group.anchors.add(anchor)
  for (const term of gists[at]!.terms) {
    const known = index.get(term)
    if (!known) index.set(term, [group])
    else if (known.at(-1) !== group) known.push(group)
  }
}

/** Rare terms tell more: 1 for a term of one statement, less for one of many (smoothed inverse frequency). */
function weightsOf(gists: readonly Gist[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { terms } of gists) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return new Map([...counts].map(([term, count]) => [term, 1 / Math.sqrt(count)]))
}

/** “denied *the reports*”, “*Ruiz’s claim*”, “*it*”: what it points at; a denial without words answers what was asserted last. */
function pointedAt(state: State, at: number): Group | null {
  const { points, terms } = state.gists[at]!
  const statement = state.statements[at]!
  const bare = statement.content.length === 0
  if (!bare && (!points || (!points.owner && terms.length > MOST_POINTER_TERMS))) return null
  if (statement.stance === "asserts" && !points) return null
  const near = candidates(state, at)
  const meant = near.find(each => saysTheNoun(state, each, points?.noun ?? "")) ?? near[0]
  return meant === undefined ? null : (state.of.get(meant) ?? null)
}

/** “disputed *the Post’s report*. … The Post had reported that …”: an answer that pointed ahead. */
function awaited(state: State, at: number): Group | null {
  const { stance, source } = state.statements[at]!
  if (stance !== "asserts" || !source?.agent) return null
  for (let before = at - 1; before >= 0 && before >= at - LOOK_BACK_STATEMENTS; before--) {
    const { points } = state.gists[before]!
    const group = state.of.get(before)
    if (!group || !points?.owner || state.statements[before]!.stance === "asserts" || !speaksAs(state, source.agent, points.owner)) continue
    if (group.members.every(each => state.statements[each]!.stance !== "asserts")) return group
  }
  return null
}

/** Earlier assertions that could be meant, the nearest first. */
function candidates(state: State, at: number): number[] {
  const { points } = state.gists[at]!
  const { source, stance } = state.statements[at]!
  const own = source?.agent
  const out: number[] = []
  for (let before = at - 1; before >= 0 && before >= at - LOOK_BACK_STATEMENTS; before--) {
    const earlier = state.statements[before]!
    if (earlier.stance !== "asserts" || !state.of.has(before)) continue
    const another = stance === "confirms" ? own != null && speaksAs(state, own, earlier.source?.agent ?? "") : earlier.source?.agent !== own
    const fits = points?.owner ? speaksAs(state, earlier.source?.agent, points.owner) : another
    if (fits && (!/^(report|reporting|story|article)/.test(points?.noun ?? "") || points?.owner || isPress(state, earlier)))
      out.push(before)
  }
  return out
}

/** “the *reports*” means what was *reported*, “the *claim*” what was *claimed*, before anything else. */
function saysTheNoun({ statements }: State, at: number, noun: string): boolean {
  const lemma = statements[at]!.cue?.lemma ?? ""
  return noun.length >= STEM && lemma.slice(0, STEM) === noun.slice(0, STEM)
}

/** Letters that a noun and its verb share: “alleg-ation”, “alleg-e”. */
const STEM = 5

/** A content with more terms than this says itself what it is about. */
const MOST_POINTER_TERMS = 4
const LOOK_BACK_STATEMENTS = 12

function speaksAs({ agents }: State, agent: string | null | undefined, wanted: string): boolean {
  return agent != null && (agent === wanted || agents.get(agent)?.actsFor === wanted)
}

function isPress({ agents }: State, { source, relayedBy }: Statement): boolean {
  const kind = source?.agent ? agents.get(source.agent)?.kind : undefined
  return kind === "publication" || kind === "document" || kind === "unnamed" || relayedBy.length > 0
}

/** “There was no meeting,” after “denied the reports”: the same speaker denies on; what he denies is the same. */
function goesOn(state: State, at: number): Group | null {
  const { stance, source, form } = state.statements[at]!
  const before = state.statements[at - 1]
  if (at === 0 || !before || !source?.agent || form === "indirect") return null
  if (stance !== "denies" && stance !== "confirms") return null
  return before.stance === stance && before.source?.agent === source.agent ? (state.of.get(at - 1) ?? null) : null
}

function likest(state: State, index: ReadonlyMap<string, Group[]>, weights: ReadonlyMap<string, number>, at: number): Group | null {
  const gist = state.gists[at]!
  const seen = new Set<Group>()
  const rarest = [...gist.terms].sort((a, b) => weights.get(b)! - weights.get(a)! || (a < b ? -1 : 1))
  for (const term of rarest)
    for (const group of index.get(term)?.slice(-MOST_COMPARED) ?? []) if (seen.size < MOST_COMPARED) seen.add(group)
  let best: Group | null = null
  let most = LEAST_LIKENESS
  for (const group of seen) {
    if (!couldBeOne(state, group, at)) continue
    const like = Math.max(...group.members.slice(-MOST_COMPARED).map(member => likeness(gist, state.gists[member]!, weights)))
    if (like >= most) [best, most] = [group, like + 1e-9]
  }
  return best
}

/** Two assertions of which one says that it is not so are no claim together; nor are two that tie it to different events. */
function couldBeOne({ statements, gists }: State, group: Group, at: number): boolean {
  const { stance, polarity } = statements[at]!
  const against = group.members.some(each => {
    const other = statements[each]!
    return stance === "asserts" && other.stance === "asserts" && other.polarity !== polarity
  })
  const { anchors } = gists[at]!
  const elsewhere = anchors.length > 0 && group.anchors.size > 0 && !anchors.some(anchor => group.anchors.has(anchor))
  return !against && !elsewhere
}

/** An answer whose words are not those of any claim answers what the answers around it do; the first in an article, what was asserted last by someone else. */
function answered(state: State, at: number): Group | null {
  const { statements, of } = state
  const { stance, source } = statements[at]!
  if (stance === "asserts" || stance === "confirms") return null
  for (let before = at - 1; before >= 0 && before >= at - LOOK_BACK_STATEMENTS; before--) {
    const group = of.get(before)
    if (group?.members.some(each => statements[each]!.stance !== "asserts")) return group
  }
  for (let before = at - 1; before >= 0 && before >= at - LOOK_BACK_STATEMENTS; before--)
    if (statements[before]!.source?.agent !== source?.agent && of.has(before)) return of.get(before)!
  return null
}

/** From 0 to 1: weighted share of common terms (Jaccard and overlap in equal parts), and whether both turn on the same word. */
function likeness(a: Gist, b: Gist, weights: ReadonlyMap<string, number>): number {
  if (!couldMeet(a.people, b.people)) return 0
  const other = new Set(b.terms)
  const sum = (terms: readonly string[]) => terms.reduce((total, term) => total + weights.get(term)!, 0)
  const shared = a.terms.filter(term => other.has(term))
  const common = sum(shared)
  const [left, right] = [sum(a.terms), sum(b.terms)]
  if (common === 0 || shared.length < 2) return 0
  const jaccard = common / (left + right - common)
  const within = common / Math.min(left, right)
  const turn = a.predicate !== null && (a.predicate === b.predicate || other.has(a.predicate)) ? SAME_PREDICATE : 0
  return (jaccard + within) / 2 + turn
}

const SAME_PREDICATE = 0.15

/** “Ott met Ruiz” and “Ott met Brask” are two claims, however many words they share: where both name two, two must be the same. */
function couldMeet(a: readonly string[], b: readonly string[]): boolean {
  const shared = a.filter(person => b.includes(person)).length
  return shared >= Math.min(2, a.length, b.length)
}
