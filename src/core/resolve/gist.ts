import type { Gist } from "../data.ts"
import type { Run } from "../tree.ts"
import type { Actor, Cast } from "./cast.ts"
import type { Scene } from "./scene.ts"
import type { Spoken } from "./speak.ts"

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
export function gister(scene: Scene, cast: Cast, id: (actor: Actor) => string): (spoken: Spoken) => Gist {
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
      anchors: content.flatMap(run => anchorsOf(scene, run)),
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

/** “in the days *following* the election win”, “*since* he left office”, “a *post*-election call” */
const TIES = /^(after|following|since|before|during|until)$/i
const TIED_WORD = /^(?:post|pre)-(\p{L}+)$/iu

/** How far behind its preposition an event is named. Tokens. */
const TIE_REACH = 8

function anchorsOf(scene: Scene, { first, last }: Run): string[] {
  const anchors: string[] = []
  for (let token = first; token < last; token++) {
    const tied = TIED_WORD.exec(scene.forms[token]!)?.[1]
    if (tied) anchors.push(tied.toLowerCase())
    if (!TIES.test(scene.forms[token]!)) continue
    for (let at = token + 1; at < Math.min(last, token + TIE_REACH) && !/^[,;.]$/.test(scene.forms[at]!); at++) {
      const term = scene.nameOf[at]! < 0 ? termAt(scene, at) : null
      if (term) anchors.push(term)
    }
  }
  return anchors
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
    const isNoun = tagged.tags[token]!.startsWith("NN") || tagged.tags[token - 1] === "POS"
    if (bare || (POINTERS.has(lemma) && isNoun) || (POINTERS.has(forms[token]!.toLowerCase()) && isNoun)) return { noun: lemma, owner }
    owner = agentAt(token) ?? owner
  }
  return null
}
