import type { Said } from "../data.ts"
import type { Run } from "../tree.ts"
import { isNominal, outside, type Place } from "./place.ts"
import { sentenceAt } from "./scene.ts"
import type { Dated } from "./when.ts"

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

function isFree({ scene, content }: Place, { first, last }: Run): boolean {
  return !content.some(run => !isNominal(scene, run) && first < run.last && run.first < last)
}

/** The date hangs, over however many nouns, from the cue; or opens the sentence. A date in the speaker's description is another matter. */
function isSaidThen({ scene, head, source }: Place, date: Dated): boolean {
  if (source && date.first > source.first + 1 && date.last < source.last) return false
  const { heads } = scene.tagged
  for (let token = date.last - 1, step = 0; token >= 0 && step < 8; token = heads[token]!, step++) if (token === head) return true
  return Math.abs(date.first - head) < NEAR_TOKENS || opens(scene, date)
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
  const here = outside(place).find(token => /^time$/i.test(forms[token]!) && /^at the$/i.test(`${forms[token - 2]} ${forms[token - 1]}`))
  if (here === undefined) return null
  const sentence = scene.tree.sentenceOf[head]!
  for (let back = 1; back <= LOOK_BACK_SENTENCES && back <= sentence; back++) {
    const last = place.dates(scene.prose.sentences[sentence - back]!.first).at(-1)
    if (last) return { ...last.said, known: "inferred" }
  }
  return null
}

const LOOK_BACK_SENTENCES = 6
