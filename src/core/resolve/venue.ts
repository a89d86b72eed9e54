import type { Said } from "../data.ts"
import type { Run } from "../tree.ts"
import { contentAfter, isNominal, outside, type Place } from "./place.ts"
import type { Scene } from "./scene.ts"
import { VENUES } from "./words.ts"

/** “said *in a Nov. 7 address to the council in Port Salloway*”, “claimed, *in his book*, that …”: where or by what means it was said. */
export function venueOf(place: Place): Run | null {
  for (const token of outside(place)) if (isVenue(place.scene, token)) return venueRun(place, token)
  return null
}

function isVenue({ tagged, forms }: Scene, token: number): boolean {
  if (!VENUES.has(tagged.lemmas[token]!) || !/^NNS?$/.test(tagged.tags[token]!) || /^NN/.test(tagged.tags[token + 1] ?? "")) return false
  const from = nounPhraseFrom({ tagged, forms }, token)
  return /^(in|at|during|on|via|through|by|from|before)$/i.test(forms[from - 1] ?? "")
}

/** Where a noun phrase that ends in a noun begins. */
function nounPhraseFrom({ tagged, forms }: Pick<Scene, "tagged" | "forms">, noun: number): number {
  let from = noun
  while (
    from > 0 &&
    /^(NN|JJ|CD|POS|DT|PRP\$|VB[NG]|RB|HYPH)/.test(tagged.tags[from - 1]!) &&
    !/^(that|quoted|published)$/i.test(forms[from - 1]!)
  ) {
    from--
    if (/^(DT|PRP\$)/.test(tagged.tags[from]!) && tagged.tags[from - 1] !== "PDT") break
  }
  return from
}

/** The noun with its attributes and the phrases behind it, up to a mark, a clause, the date, or the words said. */
function venueRun(place: Place, noun: number): Run {
  const { scene } = place
  const { forms, tagged } = scene
  const stop = contentAfter(place, noun)
  let end = noun + 1
  while (end < stop && PHRASE.test(tagged.tags[end]!) && !isDateFrom(scene, end)) end++
  if (forms[end] === "," && end + 1 < stop && scene.nameOf[end - 1]! >= 0 && scene.nameOf[end + 1]! >= 0) {
    const next = scene.names[scene.nameOf[end + 1]!]!
    if (next.kind !== "person" || /^[.,]$/.test(forms[next.last] ?? ".")) end = next.last
  }
  const title = titleBehind(scene, end, stop)
  return { first: nounPhraseFrom(scene, noun), last: title ?? trimEnd(scene, noun + 1, end) }
}

/** Parts of speech of a noun's phrases: “address *to the European council in Port Salloway*”. */
const PHRASE = /^(NN|JJ|CD|POS|DT|PRP\$|IN|TO|CC|HYPH)/

/** “in a statement *on Tuesday*”: the date is another matter. */
function isDateFrom({ forms, tagged }: Scene, token: number): boolean {
  const word = /^(on|in|last|this|late|early|earlier|from|since|for|after|before)$/i.test(forms[token]!) ? forms[token + 1]! : forms[token]!
  const names =
    /^((mon|tues|wednes|thurs|fri|satur|sun)day|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|(19|20)\d\d|week|month|year|morning|night|afternoon|evening)$/i
  return names.test(word) || (tagged.tags[token] === "IN" && /^(that|because|as|while|if|whether|saying|about)$/i.test(forms[token]!))
}

/** “his recently released book *‘The Gate’*”: a title between quotation marks belongs to the noun. */
function titleBehind({ prose, quotedBy, forms, tagged }: Scene, end: number, stop: number): number | null {
  const quotation = quotedBy[end] ?? -1
  if (quotation < 0 || end >= stop || !tagged.tags[end - 1]!.startsWith("NN")) return null
  let last = end
  while (last < stop && quotedBy[last] === quotation) last++
  return last - end <= LONGEST_TITLE && forms[last - 1] && prose.quotations[quotation]!.closed ? last : null
}

/** Tokens, marks included. */
const LONGEST_TITLE = 10

function trimEnd({ forms, tagged }: Scene, first: number, last: number): number {
  while (last > first && (/^[,.;:—–-]+$/.test(forms[last - 1]!) || /^(IN|TO|DT|CC)$/.test(tagged.tags[last - 1]!))) last--
  return last
}

/** “said *on Nov. 11*”: the date nearest the cue that is no part of what is said. */
export function saidOf(place: Place): Said | null {
  const { head, content, cue } = place
  const free = place
    .dates(head)
    .filter(({ first, last }) => !content.some(run => !isNominal(place.scene, run) && first < run.last && run.first < last))
  const distance = (run: Run) => (run.first >= cue.last ? run.first - cue.last : (cue.first - run.last) * 2)
  const [nearest] = free.filter(date => isSaidThen(place, date)).sort((a, b) => distance(a) - distance(b))
  return nearest?.said ?? null
}

/** The date hangs, over however many nouns, from the cue; or opens the sentence. A date in the speaker's description is another matter. */
function isSaidThen({ scene, head, source }: Place, date: Run): boolean {
  if (source && date.first > source.first + 1 && date.last < source.last) return false
  const { heads } = scene.tagged
  for (let token = date.last - 1, step = 0; token >= 0 && step < 8; token = heads[token]!, step++) if (token === head) return true
  return Math.abs(date.first - head) < NEAR_TOKENS
}

const NEAR_TOKENS = 14
