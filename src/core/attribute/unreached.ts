import { type Run, subtree } from "../tree.ts"
import { contentOf, type Option } from "./option.ts"
import type { Sight } from "./sight.ts"
import { speakersOf } from "./speakers.ts"
import { cueOf } from "./verbs.ts"

/** Those who were sought for a report in vain, in wordings that name no answer at all. The first with an opinion decides. */
export function unreached(sight: Sight, token: number): Option | null {
  if (!TOLD_BY.has(sight.forms[token]!)) return null
  for (const rule of RULES) {
    const option = rule(sight, token)
    if (option) return option
  }
  return null
}

/** The words at which the rules look, so that all others are passed over. */
const TOLD_BY = new Set("attempt attempts effort efforts contacted approached asked answered ignored".split(" "))

type Rule = (sight: Sight, token: number) => Option | null

/** “*Attempts to reach* the pilot *were unsuccessful*.” */
function inVain(sight: Sight, token: number): Option | null {
  const { forms, tagged, prose, tree } = sight
  if (!/^(attempts?|efforts?)$/.test(forms[token]!) || forms[token + 1] !== "to") return null
  if (!/^(reach|contact|interview|locate|find|speak)$/.test(forms[token + 2] ?? "")) return null
  const { last } = prose.sentences[tree.sentenceOf[token]!]!
  const end = forms.findIndex((word, at) => at > token + 2 && at < last && /^(unsuccessful|failed|futile|vain)$/.test(word))
  if (end < 0) return null
  const first = /^(with|to)$/.test(forms[token + 3] ?? "") ? token + 4 : token + 3
  let stop = first
  while (stop < end && /^(NN|DT|JJ|PRP|POS|CD)/.test(tagged.tags[stop]!)) stop++
  return stop > first ? made(sight, end, { first: end, last: end + 1 }, { first, last: stop }) : null
}

/** “The trust *was approached for comment*.” Nothing follows, so nothing came. */
function onlyAsked(sight: Sight, token: number): Option | null {
  const { forms, prose, tree } = sight
  if (
    !/^(contacted|approached|asked)$/.test(forms[token]!) ||
    forms[token + 1] !== "for" ||
    !/^(was|were|been)$/.test(forms[token - 1] ?? "")
  )
    return null
  const { last } = prose.sentences[tree.sentenceOf[token]!]!
  const end = /^(a|further)$/.test(forms[token + 2] ?? "") ? token + 4 : token + 3
  if (!/^(comment|response|statement)$/.test(forms[end - 1] ?? "") || end < last - 1) return null
  const who = speakersOf(sight, token, { first: token, last: end }).find(each => each && each.run.last <= token)
  return who ? made(sight, token, { first: token, last: end }, who.run) : null
}

/** “*No one answered the door* at the surgeon’s house when a reporter called.” */
function noOneCame(sight: Sight, token: number): Option | null {
  const { forms, tree, prose } = sight
  if (forms[token] !== "answered" || forms[token + 2] !== "door" || !/^(one|nobody|no-one)$/.test(forms[token - 1] ?? "")) return null
  const { first, last } = prose.sentences[tree.sentenceOf[token]!]!
  if (forms[token + 3] !== "at" && forms[token + 3] !== "of") return null
  let stop = token + 4
  while (stop < last && /^(NN|DT|JJ|PRP\$|POS)/.test(sight.tagged.tags[stop]!)) stop++
  const cue = { first: Math.max(first, forms[token - 2] === "no" ? token - 2 : token - 1), last: token + 3 }
  return stop > token + 4 ? made(sight, token, cue, { first: token + 4, last: stop }) : null
}

/** “The landlord *ignored* several requests for comment.” */
function ignoring(sight: Sight, token: number): Option | null {
  const { forms, tagged, tree } = sight
  if (tagged.lemmas[token] !== "ignore" || !/^VB[DN]$/.test(tagged.tags[token]!)) return null
  const request = forms
    .slice(token + 1, token + 6)
    .findIndex(word => /^(requests?|calls?|messages?|e-?mails?|inquir(y|ies)|questions)$/.test(word))
  if (request < 0) return null
  const noun = token + 1 + request
  if (!/^(for|from|seeking|about)$/.test(forms[noun + 1] ?? "")) return null
  const cue = cueOf(sight, token)
  const who = speakersOf(sight, token, cue).find(each => each && each.run.last <= cue.first)
  return who ? made(sight, token, cue, who.run, [{ first: token + 1, last: subtree(tree, noun).last }]) : null
}

function made(sight: Sight, cueHead: number, cue: Run, source: Run, runs: readonly Run[] = []): Option {
  const content = runs.length ? (contentOf(sight, runs, cue, cueHead, source) ?? []) : []
  return { rule: "no-answer", cue, cueHead, source, sourceHead: source.last - 1, content }
}

const RULES: readonly Rule[] = [inVain, onlyAsked, noOneCame, ignoring]
