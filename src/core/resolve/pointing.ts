import type { Gist } from "../data.ts"
import type { Run } from "../tree.ts"
import type { Scene } from "./scene.ts"

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Words that name what someone said without saying it: “denied *the reports*”, “called *Ruiz’s account* false”. */
const POINTERS = set(`report reporting claim allegation accusation charge statement assertion story account rumor rumour suggestion remark
  comment article notion insinuation speculation criticism complaint characterization characterisation description contention information
  question news narrative episode incident matter case issue situation decision subject details conclusion theory version instruction
  wrongdoing involvement innocence guilt impropriety misconduct knowledge role part`)

/** “*This* is untrue”, “denied *it*”, “said *no*”. */
const PRONOUNS = /^(it|this|that|these|those|them|both|so|such|no|yes)$/i

/** A content this short can only point: “the reports”, “Ruiz’s latest claim”. Tokens. */
const LONGEST_POINTER = 7
/** “*That* never happened”: so near to the beginning. Tokens. */
const PRONOUN_REACH = 4

interface Naming {
  /** Id of the agent that a token names; null for any other token. */
  agentAt(token: number): string | null
  readonly speaker: string | null
}

/** What a content points at, when it only names what someone said, and whose words those are. */
export function pointsOf(scene: Scene, run: Run, naming: Naming): Gist["points"] {
  return pointingNoun(scene, run, naming) ?? pointingPronoun(scene, run)
}

function pointingNoun(scene: Scene, run: Run, naming: Naming): Gist["points"] {
  const { tagged } = scene
  const end = Math.min(run.last, run.first + LONGEST_POINTER)
  let before: string | null = null
  for (let token = run.first; token < end; token++) {
    const lemma = tagged.lemmas[token]!.toLowerCase()
    const isNoun = tagged.tags[token]!.startsWith("NN") || tagged.tags[token - 1] === "POS"
    const heads = tagged.labels[token] !== "compound"
    if (isNoun && heads && (POINTERS.has(lemma) || POINTERS.has(scene.forms[token]!.toLowerCase())))
      return isNone(scene, token) ? null : { noun: lemma, owner: before ?? ownerBehind(scene, token, run, naming) }
    if (/^(?:my|our)$/i.test(scene.forms[token]!)) before = naming.speaker
    before = naming.agentAt(token) ?? before
    if (/^(?:VB[DZPG]?|MD)$/.test(tagged.tags[token]!) && !STANDS_BY.test(lemma)) return null
  }
  return null
}

/** “it *stands by* its reporting” */
const STANDS_BY = /^stand$/

/** “*No* decision has been taken”: what is said not to be is not what someone said. */
function isNone({ tree, forms }: Scene, noun: number): boolean {
  return tree.children[noun]!.some(child => child < noun && /^no$/i.test(forms[child]!))
}

/** “an earlier report *from the Harbor Post*”, “the accusations *of Lena Ott*” */
function ownerBehind({ tagged, tree, forms }: Scene, noun: number, { last }: Run, { agentAt }: Naming): string | null {
  for (const child of tree.children[noun]!) {
    if (child < noun || child >= last || tagged.labels[child] !== "nmod") continue
    if (/^(?:from|by|of|in)$/i.test(forms[tree.left[child]!]!) && agentAt(child)) return agentAt(child)
  }
  return null
}

function pointingPronoun(scene: Scene, run: Run): Gist["points"] {
  for (let token = run.first; token < Math.min(run.last, run.first + PRONOUN_REACH); token++)
    if (PRONOUNS.test(scene.forms[token]!) && (run.last - run.first <= SHORTEST_CLAUSE || standsFor(scene, token, run)))
      return { noun: scene.tagged.lemmas[token]!.toLowerCase(), owner: null }
  return null
}

/** So few tokens make no clause: “it”, “that is so” does. */
const SHORTEST_CLAUSE = 2

/** Whether a pronoun is a part of the clause of its own: neither “*that* one of them”, “*no* data” nor “*it* is too early to say”. */
function standsFor({ forms, tagged, tree, quotedBy }: Scene, token: number, run: Run): boolean {
  const form = forms[token]!.toLowerCase()
  const next = token + 1 < run.last ? forms[token + 1]! : ""
  if (form === "no" || form === "yes") return !/^\p{L}/u.test(next) || token + 1 >= run.last
  if (token === run.first && (/^(?:as|“|‘|")$/.test(next) || (form !== "that" && /^an?$/.test(next)))) return true
  if (tagged.tags[token] === "IN") return false
  const label = tagged.labels[token]!
  if (label === "dobj") return run.last - run.first <= LONGEST_POINTER
  if (!/^(?:nsubj|nsubjpass)$/.test(label) || !/^(?:VB[DZP]?|MD|RB|POS|``)$/.test(tagged.tags[token + 1] ?? "")) return false
  if (form !== "it") return true
  const head = tagged.heads[token]!
  const isEmpty = tree.children[head]!.some(child => child > head && EMPTY_SUBJECT.test(tagged.labels[child]!))
  // “said it had opened an inquiry” is the speaker; “said it was a prank”, “It never happened” is what was said.
  return !isEmpty && (quotedBy[token]! >= 0 || !tagged.tags[head]!.startsWith("VB") || HAPPENS.test(tagged.lemmas[head]!))
}

/** “it is important *to affirm* that”, “it is up to them *that* …” */
const EMPTY_SUBJECT = /^(?:ccomp|xcomp|csubj|advcl)$/
const HAPPENS = /^(?:happen|occur|exist|take)$/
