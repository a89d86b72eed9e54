import type { Agent, Citing, Doubt, Gist, Known, Resolved, Statement } from "../data.ts"
import { idOf } from "../hash.ts"
import type { Run } from "../tree.ts"
import type { Actor, Cast } from "./cast.ts"
import type { Scene } from "./scene.ts"
import type { OpenDoubt, Spoken } from "./speak.ts"
import { actOf, certaintyOf, polarityOf } from "./stance.ts"

/** Gives everyone and everything its id and writes it down. Agents are those that a statement names, in text order. */
export function finish(scene: Scene, cast: Cast, spoken: readonly Spoken[], doubts: readonly OpenDoubt[]): Resolved {
  const ids = idsOf(scene, cast.actors)
  const id: Ids = actor => ids.get(actor)!
  const gist = gister(scene, cast, id)
  return {
    agents: actorsOf(spoken, doubts).map(actor => agentOf(actor, id)),
    statements: spoken.map(each => statementOf(scene, each, id)),
    gists: spoken.map(gist),
    doubts: doubts.map(each => doubtOf(each, id)).sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

type Ids = (actor: Actor) => string

function actorsOf(spoken: readonly Spoken[], doubts: readonly OpenDoubt[]): Actor[] {
  const named = spoken.flatMap(({ who, relayedBy, to, askedBy }) => [who, ...relayedBy, to?.actor ?? null, askedBy])
  const all = new Set([...named, ...doubts.flatMap(({ candidates }) => candidates)].filter(actor => actor !== null))
  for (const actor of all) if (actor.actsFor) all.add(actor.actsFor)
  return [...all].sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0) || (a.name < b.name ? -1 : 1))
}

/** The same name in the same article is the same agent; namesakes are told apart by a number. */
function idsOf({ article }: Scene, actors: readonly Actor[]): Map<Actor, string> {
  const seen = new Map<string, number>()
  return new Map(
    actors.map(actor => {
      const key = `${actor.kind} ${actor.name}`
      const namesakes = seen.get(key) ?? 0
      seen.set(key, namesakes + 1)
      return [actor, idOf("agent", article.id, key, namesakes)]
    }),
  )
}

function agentOf(actor: Actor, id: Ids): Agent {
  const { name, kind, roles, actsFor, mentions } = actor
  const sorted = [...mentions].sort((a, b) => a.start - b.start || a.end - b.end)
  return { id: id(actor), name, kind, roles, actsFor: actsFor && id(actsFor), mentions: sorted }
}

function statementOf(scene: Scene, spoken: Spoken, id: Ids): Statement {
  const { attribution, sight, who, stance, relayedBy, citing, said, venue, to, askedBy } = spoken
  const { source, cue, cueHead, content, confidence } = attribution
  const place = [cue, ...content].flatMap(each => (each ? [each.start, each.end] : []))
  return {
    id: idOf("statement", scene.article.id, ...place),
    source: who && { agent: id(who), start: source?.start ?? null, end: source?.end ?? null },
    cue: cue && cueHead !== null ? { ...cue, lemma: scene.tagged.lemmas[cueHead]! } : null,
    content,
    form: sight.form,
    stance,
    act: actOf(sight),
    certainty: certaintyOf(sight),
    polarity: polarityOf(sight),
    about: null,
    relayedBy: relayedBy.map(id),
    citing: citing && citingOf(citing),
    said,
    venue,
    to: to && { ...to.span, agent: to.actor && id(to.actor) },
    askedBy: askedBy && { agent: id(askedBy) },
    confidence: Math.round(confidence * 1000) / 1000,
    known: knownOf(spoken),
  }
}

function citingOf({ start, end, kind, agents }: Citing): Citing {
  return { start, end, kind, agents }
}

function knownOf({ whoKnown, attribution, said, askedBy, stance, relayedBy }: Spoken): Record<string, Known> {
  return {
    source: whoKnown,
    stance: attribution.cue ? "stated" : stance === "asserts" ? "inferred" : "stated",
    ...(said ? { said: said.known } : {}),
    ...(askedBy ? { askedBy: "inferred" } : {}),
    ...(relayedBy.length ? { relayedBy: attribution.cue ? "stated" : "inferred" } : {}),
  }
}

function doubtOf({ rule, start, end, says, candidates }: OpenDoubt, id: Ids): Doubt {
  return { rule, start, end, says, candidates: candidates.map(id) }
}

/** Words that name what someone said without saying it. */
const POINTERS = new Set(
  "report reports reporting claim allegation accusation charge statement assertion story account rumor rumour it this that suggestion remark comment article".split(
    " ",
  ),
)

/** Verbs and nouns for one event count as one word. The first of each line stands for all. */
const KIN = new Map(
  `speak talk call conversation discussion contact phone discuss chat communicate
   die death kill dead fatality
   resign quit resignation step
   meet meeting
   pay payment bribe
   win victory
   attack strike bomb assault
   agree agreement deal
   buy purchase acquisition acquire
   sign signing
   warn warning
   plan intend
   fire dismiss sack oust
   sink sinking`
    .split("\n")
    .flatMap(line => {
      const [first, ...others] = line.trim().split(" ")
      return others.map((word): [string, string] => [word, first!])
    }),
)

const EMPTY = new Set("be have do will would shall should may might can could must say tell get make take go other such".split(" "))

/** Makes gists. Names count by their agents, so that “Ruiz” and “the minister, Elena Ruiz” are one term. */
function gister(scene: Scene, cast: Cast, id: Ids): (spoken: Spoken) => Gist {
  const agentAt = (token: number) => {
    const name = scene.nameOf[token]!
    return name < 0 ? null : id(cast.byName[name]!)
  }
  return ({ sight: { content }, pronouns }) => {
    const [first] = content
    const terms = new Set<string>()
    const people = new Set<string>()
    for (const run of content)
      for (let token = run.first; token < run.last; token++) {
        const meant = pronouns.get(token)
        const agent = meant ? id(meant) : agentAt(token)
        const term = agent ?? termAt(scene, token)
        if (term) terms.add(term)
        if (agent && !isOwner(scene, token)) people.add(agent)
      }
    return {
      terms: [...terms],
      people: [...people],
      predicate: first ? predicateOf(scene, first) : null,
      points: first ? pointsOf(scene, first, agentAt) : null,
    }
  }
}

/** “Ruiz’s report”, “a Northland minister”: a name that only describes another word takes no part in what is said. */
function isOwner({ tagged }: Scene, token: number): boolean {
  return tagged.labels[token] === "nmod:poss" || tagged.labels[token] === "compound" || tagged.labels[token] === "amod"
}

function termAt({ tagged }: Scene, token: number): string | null {
  const lemma = tagged.lemmas[token]!.toLowerCase()
  return /^(NN|VB|JJ|CD)/.test(tagged.tags[token]!) && !EMPTY.has(lemma) ? (KIN.get(lemma) ?? lemma) : null
}

function predicateOf({ tagged }: Scene, { first, last }: Run): string | null {
  for (let token = first; token < last; token++) {
    const head = tagged.heads[token]!
    if (head >= first && head < last) continue
    if (!/^(NN|VB|JJ)/.test(tagged.tags[token]!)) continue
    const lemma = tagged.lemmas[token]!.toLowerCase()
    return KIN.get(lemma) ?? lemma
  }
  return null
}

/** A content this short can only point: “the reports”, “Ruiz’s latest claim”. Tokens. */
const LONGEST_POINTER = 6

function pointsOf(scene: Scene, run: Run, agentAt: (token: number) => string | null): Gist["points"] {
  const { tagged, forms } = scene
  const end = Math.min(run.last, run.first + LONGEST_POINTER)
  let owner: string | null = null
  for (let token = run.first; token < end; token++) {
    const lemma = tagged.lemmas[token]!.toLowerCase()
    const bare = run.last - run.first <= 2 && /^(it|this|that|them|both|so)$/i.test(forms[token]!)
    if (bare || (POINTERS.has(lemma) && tagged.tags[token]!.startsWith("NN"))) return { noun: lemma, owner }
    owner = agentAt(token) ?? owner
  }
  return null
}
