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
      return { noun: lemma, owner: before ?? ownerBehind(scene, token, run, naming) }
    if (/^(?:my|our)$/i.test(scene.forms[token]!)) before = naming.speaker
    before = naming.agentAt(token) ?? before
    if (/^(?:VB[DZP]|MD)$/.test(tagged.tags[token]!)) return null
  }
  return null
}

/** “an earlier report *from the Harbor Post*”, “the accusations *of Lena Ott*” */
function ownerBehind({ tagged, tree, forms }: Scene, noun: number, { last }: Run, { agentAt }: Naming): string | null {
  for (const child of tree.children[noun]!) {
    if (child < noun || child >= last || tagged.labels[child] !== "nmod") continue
    if (/^(?:from|by|of|in)$/i.test(forms[tree.left[child]!]!) && agentAt(child)) return agentAt(child)
  }
  return null
}

function pointingPronoun({ forms, tagged }: Scene, { first, last }: Run): Gist["points"] {
  for (let token = first; token < Math.min(last, first + PRONOUN_REACH); token++) {
    if (!PRONOUNS.test(forms[token]!)) continue
    const verbal = /^(?:nsubj|nsubjpass|dobj|root|neg|discourse)$/.test(tagged.labels[token]!) && tagged.tags[token] !== "IN"
    if (verbal || last - first <= 3) return { noun: tagged.lemmas[token]!.toLowerCase(), owner: null }
  }
  return null
}
