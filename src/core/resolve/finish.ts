import type { Agent, Attribution, Citing, Doubt, Gist, Known, Resolved, Statement } from "../data.ts"
import { idOf } from "../hash.ts"
import type { Actor, Cast } from "./cast.ts"
import { gister } from "./gist.ts"
import { actOf, certaintyOf, polarityOf } from "./manner.ts"
import type { OpenDoubt } from "./memory.ts"
import type { Cited } from "./relays.ts"
import type { Scene } from "./scene.ts"
import type { Spoken } from "./speak.ts"

/** Gives everyone and everything its id and writes it down. Agents are those that a statement names as its own or in its content, in text order. */
export function finish(scene: Scene, cast: Cast, spoken: readonly Spoken[], doubts: readonly OpenDoubt[]): Resolved {
  const id = idsOf(scene, cast.actors)
  const spokenOf = new Set<Actor>()
  const gist = gister(scene, cast, actor => {
    spokenOf.add(actor)
    return id(actor)
  })
  const statements = spoken.map(each => statementOf(scene, each, gist(each), id))
  return {
    agents: actorsOf(spoken, doubts, spokenOf).map(actor => agentOf(actor, id)),
    statements,
    doubts: doubts.map(each => doubtOf(each, id)).sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

type Ids = (actor: Actor) => string

function actorsOf(spoken: readonly Spoken[], doubts: readonly OpenDoubt[], spokenOf: ReadonlySet<Actor>): Actor[] {
  const named = spoken.flatMap(({ who, relayedBy, citing, to, askedBy, told }) => [
    who,
    ...relayedBy,
    ...(citing?.actors ?? []),
    to?.actor ?? null,
    askedBy,
    told,
  ])
  const all = new Set([...named, ...spokenOf, ...doubts.flatMap(({ candidates }) => candidates)].filter(actor => actor !== null))
  for (const actor of all) if (actor.actsFor) all.add(actor.actsFor)
  return [...all].sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0) || (a.name < b.name ? -1 : 1))
}

/** The same name in the same article is the same agent; namesakes are told apart by a number. */
function idsOf({ article }: Scene, actors: readonly Actor[]): Ids {
  const seen = new Map<string, number>()
  const namesakes = new Map<Actor, number>()
  for (const actor of actors) {
    const before = seen.get(keyOf(actor)) ?? 0
    seen.set(keyOf(actor), before + 1)
    namesakes.set(actor, before)
  }
  // Most of the cast is only named and needs no id.
  const ids = new Map<Actor, string>()
  return actor => {
    const known = ids.get(actor)
    if (known) return known
    const fresh = idOf("agent", article.id, keyOf(actor), namesakes.get(actor)!)
    ids.set(actor, fresh)
    return fresh
  }
}

function keyOf({ kind, name }: Actor): string {
  return `${kind} ${name}`
}

function agentOf(actor: Actor, id: Ids): Agent {
  const { name, kind, roles, actsFor, mentions } = actor
  const sorted = [...mentions].sort((a, b) => a.start - b.start || a.end - b.end)
  return { id: id(actor), name, kind, roles, actsFor: actsFor && id(actsFor), mentions: sorted }
}

function statementOf(scene: Scene, spoken: Spoken, gist: Gist, id: Ids): Statement {
  const { attribution, sight, who, stance, relayedBy, citing, unnamed, said, venue, to, askedBy, before } = spoken
  const { source, cue, cueHead, content, confidence, rule } = attribution
  return {
    id: statementId(scene, attribution),
    source: who || source ? { agent: who && id(who), start: source?.start ?? null, end: source?.end ?? null } : null,
    cue: cue && cueHead !== null ? { ...cue, lemma: scene.tagged.lemmas[cueHead]! } : null,
    content,
    gist,
    form: sight.form,
    stance,
    act: actOf(sight, stance),
    certainty: certaintyOf(sight),
    polarity: polarityOf(sight),
    about: null,
    relayedBy: relayedBy.map(id),
    citing: citing && citingOf(citing, id),
    unnamed: unnamed && { ...unnamed, told: teller(spoken, id) },
    said,
    venue,
    to: to && { ...to.span, agent: to.actor && id(to.actor) },
    askedBy: askedBy && { agent: id(askedBy) },
    confidence: Math.round(confidence * 1000) / 1000,
    rule,
    continues: before && statementId(scene, before.attribution),
    known: knownOf(spoken),
  }
}

function statementId({ article }: Scene, { cue, content }: Attribution): string {
  return idOf("statement", article.id, ...[cue, ...content].flatMap(each => (each ? [each.start, each.end] : [])))
}

function citingOf({ start, end, kind, actors }: Cited, id: Ids): Citing {
  return { start, end, kind, agents: actors.map(id) }
}

/** Whose reporters an unnamed source told: the nearest outlet on the way. */
function teller({ relayedBy, to, told }: Spoken, id: Ids): string | null {
  const outlet = relayedBy.find(({ kind }) => kind === "publication") ?? (to?.actor?.kind === "publication" ? to.actor : null) ?? told
  return outlet && id(outlet)
}

function knownOf({ whoKnown, attribution, said, askedBy, stance, relayedBy, relayKnown }: Spoken): Record<string, Known> {
  return {
    source: whoKnown,
    stance: attribution.cue ? "stated" : stance === "asserts" ? "inferred" : "stated",
    ...(said ? { said: said.known } : {}),
    ...(askedBy ? { askedBy: "inferred" } : {}),
    ...(relayedBy.length ? { relayedBy: relayKnown } : {}),
  }
}

function doubtOf({ rule, start, end, says, candidates }: OpenDoubt, id: Ids): Doubt {
  return { rule, start, end, says, candidates: candidates.map(id) }
}
