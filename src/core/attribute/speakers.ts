import { child, type Run, subtree } from "../tree.ts"
import { type Speaker, trimmed } from "./option.ts"
import type { Sight } from "./sight.ts"

/** How many verbs up a participle looks for the one who speaks: “Ruiz left, saying …”, “… and left, saying …”. */
const CONTROL_STEPS = 4

/** Labels by which a verb without subject of its own leans on the verb above it. */
const CONTROLLED = new Set(["xcomp", "advcl", "conj", "dep", "ccomp", "parataxis", "acl"])

const SUBJECTS = ["nsubj", "csubj"] as const

/** Who could speak through this verb or adjective, each once. Null stands for nobody named. */
export function speakersOf(sight: Sight, verb: number, cue: Run): readonly (Speaker | null)[] {
  const { tree, tagged } = sight
  const own = child(tree, tagged, verb, ...SUBJECTS)
  const near = nearest(sight, cue)
  if (isPassive(sight, verb)) return unlike([agentOf(sight, verb), subjectOf(sight, verb), null, near])
  if (own !== null) return unlike([speaker(sight, own, verb), near])
  return unlike([controllerOf(sight, verb), near, null])
}

function unlike(speakers: readonly (Speaker | null)[]): (Speaker | null)[] {
  return speakers.filter((each, at) => speakers.findIndex(other => other?.head === each?.head) === at)
}

/** “*Ott* is convinced that …”: passive in form only. */
function subjectOf(sight: Sight, verb: number): Speaker | null {
  const subject = child(sight.tree, sight.tagged, verb, "nsubjpass")
  return subject === null ? null : speaker(sight, subject, verb)
}

/** The noun phrase that ends right before the cue, or begins right behind it, whatever the parser thought of it: “… ,” *Ott* beamed. */
function nearest(sight: Sight, cue: Run): Speaker | null {
  const { tagged, quoteOf } = sight
  const own = quoteOf[cue.first]!
  for (const [token, way] of [
    [cue.first - 1, -1],
    [cue.last, 1],
  ] as const) {
    const head =
      token >= 0 && token < tagged.tags.length && quoteOf[token] === own && isNamelike(tagged.tags[token]!)
        ? phraseHead(sight, token, way)
        : null
    if (head === null) continue
    const found = speaker(sight, head, cue.first)
    if (found) return found
  }
  return null
}

/** Before the cue the token itself carries the phrase; behind it the last of a row of nouns does. */
function phraseHead({ tagged, tree }: Sight, token: number, way: 1 | -1): number {
  let head = token
  while (
    way > 0 &&
    /^(NN|PRP|DT|JJ)/.test(tagged.tags[head]!) &&
    /^NN/.test(tagged.tags[head + 1] ?? "") &&
    tree.sentenceOf[head + 1] === tree.sentenceOf[token]
  )
    head++
  return head
}

function isNamelike(tag: string): boolean {
  return tag.startsWith("NN") || tag === "PRP" || tag === "WP" || tag === "DT"
}

/** “was denied by Ruiz”: the one after “by”; null in “was denied”. */
function agentOf(sight: Sight, verb: number): Speaker | null {
  const { tree, tagged, forms } = sight
  for (const each of tree.children[verb]!) {
    if (tagged.labels[each] !== "nmod" || each < verb) continue
    const by = tree.children[each]!.find(mark => forms[mark] === "by" && tagged.labels[mark] === "case")
    if (by !== undefined) return speaker(sight, each, verb, by + 1)
  }
  return null
}

function isPassive({ tree, tagged }: Sight, verb: number): boolean {
  return child(tree, tagged, verb, "nsubjpass", "auxpass", "csubjpass") !== null
}

/** “Ruiz left, saying it was safe”; “a memo saying it was safe”. */
function controllerOf(sight: Sight, verb: number): Speaker | null {
  const { tree, tagged } = sight
  let below = verb
  for (let step = 0; step < CONTROL_STEPS; step++) {
    const label = tagged.labels[below]!
    const head = tagged.heads[below]!
    if (head < 0 || !(CONTROLLED.has(label) || label === "acl:relcl")) return null
    if (label.startsWith("acl") && isNominal(tagged.tags[head]!)) return speaker(sight, head, below)
    const subject = child(tree, tagged, head, "nsubj", "nsubjpass")
    if (subject !== null && subject !== below) return speaker(sight, subject, head, undefined, verb)
    below = head
  }
  return null
}

/** The words of a speaker: all that hangs from its head, up to the verb, without marks at the edges. */
export function speaker(sight: Sight, head: number, verb: number, from?: number, alsoOutside?: number): Speaker | null {
  let run: Run = subtree(sight.tree, head)
  if (from !== undefined) run = { first: from, last: run.last }
  for (const outside of [verb, alsoOutside ?? verb]) run = sideOf(run, head, outside, sight.tree.left[outside]!)
  const words = trimmed(sight, run)
  return words && words.first <= head && head < words.last ? { run: words, head } : null
}

/** The part of the run on the head's side of a token that must stay outside. */
function sideOf(run: Run, head: number, outside: number, left: number): Run {
  if (outside < run.first || outside >= run.last) return run
  if (head < outside) return { first: run.first, last: Math.max(head + 1, Math.min(outside, left > head ? left : outside)) }
  return { first: outside + 1, last: run.last }
}

function isNominal(tag: string): boolean {
  return tag.startsWith("NN") || tag.startsWith("PRP") || tag.startsWith("W") || tag === "DT" || tag === "CD"
}
