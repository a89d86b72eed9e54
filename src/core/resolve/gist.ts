import type { Gist } from "../data.ts"
import type { Run } from "../tree.ts"
import type { Actor, Cast } from "./cast.ts"
import { rootOf } from "./kin.ts"
import { pointsOf } from "./pointing.ts"
import { type Scene, sentenceAt } from "./scene.ts"
import type { Spoken } from "./speak.ts"

const EMPTY = new Set("be have do will would shall should may might can could must say tell get make take go other such not".split(" "))

/** Makes gists. Names count by their agents, so that “Ruiz” and “the minister, Elena Ruiz” are one term. */
export function gister(scene: Scene, cast: Cast, id: (actor: Actor) => string): (spoken: Spoken) => Gist {
  const terms = new Array<string | null | undefined>(scene.forms.length)
  return spoken => gistOf({ scene, cast, spoken, id, terms })
}

interface Matter {
  readonly scene: Scene
  readonly cast: Cast
  readonly spoken: Spoken
  readonly id: (actor: Actor) => string
  /** The term of each token that has been asked for. */
  readonly terms: (string | null | undefined)[]
}

function gistOf(matter: Matter): Gist {
  const { scene, spoken } = matter
  const { content } = spoken.sight
  const [first] = content
  const root = first ? rootIn(scene, first) : null
  const agentAt = (token: number) => agentIn(matter, token)
  const terms = termsOf(matter, content)
  return {
    terms,
    people: peopleOf(matter, content),
    predicate: root === null ? null : rootOf(scene.tagged.lemmas[root]!.toLowerCase()),
    ...rolesOf(matter, root),
    numbers: content.flatMap(run => numbersOf(scene, run)),
    anchors: content.flatMap(run => anchorsOf(matter, run)),
    points: first ? pointsOf(scene, first, { agentAt, speaker: spoken.who && matter.id(spoken.who) }) : null,
    setting: terms.length > MOST_THIN_TERMS ? [] : settingOf(matter),
  }
}

/** A content with more terms says itself what it is about. */
const MOST_THIN_TERMS = 5

function agentIn({ scene, cast, spoken, id }: Matter, token: number): string | null {
  const meant = spoken.pronouns.get(token)
  if (meant) return id(meant)
  if (scene.quotedBy[token]! >= 0 && /^(?:i|me|my|we|us|our)$/i.test(scene.forms[token]!)) return spoken.who && id(spoken.who)
  const name = scene.nameOf[token]!
  return name < 0 ? null : id(cast.byName[name]!)
}

function termsOf(matter: Matter, runs: readonly Run[]): string[] {
  const terms = new Set<string>()
  for (const { first, last } of runs)
    for (let token = first; token < last; token++) {
      const term = agentIn(matter, token) ?? termAt(matter, token)
      if (term) terms.add(term)
    }
  return [...terms]
}

function termAt({ scene, terms }: Matter, token: number): string | null {
  const known = terms[token]
  if (known !== undefined) return known
  const term = termOf(scene, token)
  terms[token] = term
  return term
}

function termOf({ tagged }: Scene, token: number): string | null {
  const lemma = tagged.lemmas[token]!.toLowerCase()
  return /^(NN|VB|JJ|CD)/.test(tagged.tags[token]!) && !EMPTY.has(lemma) ? rootOf(lemma) : null
}

/** “Ruiz’s report”, “a Northland minister”: a name that only describes another word takes no part in what is said. */
function peopleOf(matter: Matter, runs: readonly Run[]): string[] {
  const { labels } = matter.scene.tagged
  const people = new Set<string>()
  for (const { first, last } of runs)
    for (let token = first; token < last; token++) {
      const agent = agentIn(matter, token)
      if (agent && !/^(?:nmod:poss|compound|amod)$/.test(labels[token]!)) people.add(agent)
    }
  return [...people]
}

/** The verb, noun or adjective that carries the content: its own head lies outside. */
function rootIn({ tagged }: Scene, { first, last }: Run): number | null {
  for (let token = first; token < last; token++) {
    const head = tagged.heads[token]!
    if (head >= first && head < last) continue
    if (/^(NN|VB|JJ)/.test(tagged.tags[token]!)) return token
  }
  return null
}

/** “*The crew* left *the ferry*”, “*the ferry* was left by *the crew*”: who does it, and to whom or what. */
function rolesOf(matter: Matter, root: number | null): Pick<Gist, "doers" | "objects"> {
  const doers: string[] = []
  const objects: string[] = []
  if (root === null) return { doers, objects }
  const { tagged, tree, forms } = matter.scene
  for (const child of tree.children[root]!) {
    const term = agentIn(matter, child) ?? termAt(matter, child)
    const label = tagged.labels[child]!
    if (!term) continue
    if (label === "nsubj") doers.push(term)
    else if (label === "dobj" || label === "nsubjpass") objects.push(term)
    else if (label === "nmod" && /^by$/i.test(forms[tree.left[child]!]!)) doers.push(term)
    else if (label === "nmod" && TAKES_PART.test(forms[tree.left[child]!]!)) objects.push(term)
  }
  return { doers, objects }
}

/** “spoke *with* Brask”, “sold it *to* Lind”; not “spoke *after* the vote”. */
const TAKES_PART = /^(?:with|to|of|from|for|against|about|over)$/i

/** “*six* sailors”, “*$2 million*”: digits or word with the noun counted. */
function numbersOf({ tagged, forms }: Scene, { first, last }: Run): string[] {
  const numbers: string[] = []
  for (let token = first; token < last; token++) {
    if (tagged.tags[token] !== "CD") continue
    const head = tagged.heads[token]!
    const unit = head >= 0 && tagged.tags[head]!.startsWith("NN") ? rootOf(tagged.lemmas[head]!.toLowerCase()) : ""
    numbers.push(`${forms[token]!.toLowerCase().replace(/,/g, "")} ${unit}`)
  }
  return numbers
}

/** “in the days *following* the election win”, “*since* he left office”, “a *post*-election call” */
const TIES = /^(after|following|since|before|during|until)$/i
const TIED_WORD = /^(?:post|pre)-(\p{L}+)$/iu

/** How far behind its preposition an event is named. Tokens. */
const TIE_REACH = 8

function anchorsOf(matter: Matter, { first, last }: Run): string[] {
  const { scene } = matter
  const anchors: string[] = []
  for (let token = first; token < last; token++) {
    const tied = TIED_WORD.exec(scene.forms[token]!)?.[1]
    if (tied) anchors.push(rootOf(tied.toLowerCase()))
    if (!TIES.test(scene.forms[token]!)) continue
    for (let at = token + 1; at < Math.min(last, token + TIE_REACH) && !/^[,;.]$/.test(scene.forms[at]!); at++) {
      const term = isPerson(matter, at) ? null : termAt(matter, at)
      if (term) anchors.push(term)
    }
  }
  return anchors
}

/** “since *Ruiz* left”: whoever takes part in an event is not the event; “after the *Harbor Vote*” is. */
function isPerson({ scene, cast }: Matter, token: number): boolean {
  const name = scene.nameOf[token]!
  return name >= 0 && cast.byName[name]!.kind === "person"
}

/** “*Asked about the gate*, Ott declined to comment”: what the rest of its sentence and the sentence before speak of. Terms. */
function settingOf(matter: Matter): string[] {
  const { scene, spoken } = matter
  const { cue, content, head } = spoken.sight
  const { first, last } = sentenceAt(scene, head)
  const from = scene.prose.sentences[scene.tree.sentenceOf[first]! - 1]?.first ?? first
  const inside = (token: number) => [cue, ...content].some(run => run.first <= token && token < run.last)
  const runs: Run[] = []
  for (let token = Math.max(from, first - SETTING_TOKENS); token < Math.min(last, first + SETTING_TOKENS); token++)
    if (!inside(token)) runs.push({ first: token, last: token + 1 })
  return termsOf(matter, runs)
}

/** So much of either sentence. */
const SETTING_TOKENS = 50
