import type { Said } from "../data.ts"
import { child, type Run } from "../tree.ts"
import { isNominal, type Place } from "./place.ts"
import { headOf, sentenceAt } from "./scene.ts"
import type { Dated } from "./when.ts"
import { DOCUMENTS } from "./words.ts"

/** When it was said: the first reader with an opinion decides. */
export function saidOf(place: Place): Said | null {
  return dated(place) ?? atTheTime(place)
}

/** “said *on Nov. 11*”: the date nearest the cue that is no part of what is said. */
function dated(place: Place): Said | null {
  const { head, cue } = place
  const distance = (run: Run) => (run.first >= cue.last ? run.first - cue.last : (cue.first - run.last) * 2)
  const free = place.dates(head).filter(date => isFree(place, date) && isSaidThen(place, date))
  const [nearest] = free.sort((a, b) => distance(a) - distance(b))
  return nearest?.said ?? null
}

/**
 * “Ott said *on Monday* that Ruiz had sold it *in March*, and Ruiz that Ott had known *in May*”: a date in what anyone says is no date of the saying,
 * unless the cue stands in the same words; and what stands around those words dates who says them.
 */
function isFree({ scene, content, head, clauses }: Place, { first, last }: Run): boolean {
  const meets = (run: Run) => first < run.last && run.first < last
  if (content.some(run => !isNominal(scene, run) && meets(run))) return false
  // “The two *parted in 2008*, according to court records”: what stands before “according to” is said, whatever its verb.
  if (isAccording(scene, head) && content.some(meets)) return false
  return clauses(head).every(run => meets(run) === (run.first <= head && head < run.last))
}

function isAccording({ forms }: Place["scene"], head: number): boolean {
  return /^according$/i.test(forms[head]!)
}

/** The date hangs, over however many nouns, from the cue; or opens the sentence. A date in the speaker's description is another matter. */
function isSaidThen({ scene, head, cue, source, cueHeads }: Place, date: Dated): boolean {
  if (source && date.first > source.first + 1 && date.last < source.last) return isWriting(scene, source, date)
  const { heads, tags } = scene.tagged
  for (let token = date.last - 1, step = 0; token >= 0 && step < 8; token = heads[token]!, step++) {
    if (token === head || (token < head && sharesSubject(scene, head, token))) return true
    // “Ott said it was sound, and Brask *said on Monday* that it leaked”: the date of another's saying.
    if (cueHeads.has(token) && token > head && scene.tagged.labels[token] === "conj") return opens(scene, date)
    // “Ott denied it, but *this week the board hired* a lawyer”: what else was done then. Right behind the cue grammar is no witness.
    if (/^VB[DZP]$/.test(tags[token]!) && !hangsFrom(scene, head, token) && !isBehind(cue, date)) return opens(scene, date)
  }
  return Math.abs(date.first - head) < NEAR_TOKENS || opens(scene, date)
}

/** “Ott *said in May* that it was sound and *foretold* that …”: second verbs of one subject, said together. */
function sharesSubject({ tagged, tree }: Place["scene"], second: number, first: number): boolean {
  return tagged.labels[second] === "conj" && tagged.heads[second] === first && child(tree, tagged, second, "nsubj", "nsubjpass") === null
}

/** “Ott *went on* on Tuesday, *telling* the council that …”: the cue is part of what was done. */
function hangsFrom({ tagged: { heads } }: Place["scene"], cue: number, verb: number): boolean {
  for (let token = cue, step = 0; token >= 0 && step < 6; token = heads[token]!, step++) if (token === verb) return true
  return false
}

/** “Ott said *Tuesday* …”, “said *on Tuesday* …” */
function isBehind(cue: Run, { first }: Dated): boolean {
  return first >= cue.last && first - cue.last <= 1
}

/** “A *decision* in 2015 by the board cleared him”: what is written says it when it is written. */
function isWriting(scene: Place["scene"], source: Run, date: Run): boolean {
  const noun = headOf(scene, source)
  // “Coast Radio’s *Thursday night* report claimed”: the date is an attribute of what is written.
  const isBefore = date.last <= noun && noun - date.last <= 1
  return (
    (noun <= source.first + 1 || isBefore) &&
    (DOCUMENTS.has(scene.tagged.lemmas[noun]!) || /^(decision|statement)$/.test(scene.tagged.lemmas[noun]!))
  )
}

const NEAR_TOKENS = 14

/** “*In a video in December*, Ruiz denied the reports, but she acknowledged …”: what stands before the first verb holds for all that follow. */
function opens(scene: Place["scene"], date: Dated): boolean {
  const { first } = sentenceAt(scene, date.first)
  for (let token = first; token < date.first; token++) if (/^(VB[DZP]|MD|``)$/.test(scene.tagged.tags[token]!)) return false
  return true
}

/** “Ott said *at the time*”: the date told last before. */
function atTheTime(place: Place): Said | null {
  const { scene, head } = place
  const { forms } = scene
  const here = place.outside.find(token => /^time$/i.test(forms[token]!) && /^at the$/i.test(`${forms[token - 2]} ${forms[token - 1]}`))
  if (here === undefined) return null
  const sentence = scene.tree.sentenceOf[head]!
  for (let back = 1; back <= LOOK_BACK_SENTENCES && back <= sentence; back++) {
    const last = place
      .dates(scene.prose.sentences[sentence - back]!.first)
      .findLast(({ first }) => !/^since$/i.test(forms[first - 1] ?? ""))
    if (last) return { ...last.said, known: "inferred" }
  }
  return null
}

const LOOK_BACK_SENTENCES = 6
