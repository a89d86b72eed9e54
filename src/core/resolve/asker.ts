import type { Run } from "../tree.ts"
import type { Actor } from "./cast.ts"
import type { Place } from "./place.ts"
import { sentenceAt } from "./scene.ts"
import { meant } from "./who.ts"

/** Who asked, where the sentence of the cue says so. The first reader with an opinion decides. */
export function askerIn(place: Place): Actor | null {
  for (const read of ASKERS) {
    const asker = read(place)
    if (asker) return asker
  }
  return null
}

type AskerReader = (place: Place) => Actor | null

/** “*Asked by Dora Lind* whether …, Ott said”, “when *contacted by Coast Radio*” */
function askedBy(place: Place): Actor | null {
  const { scene, cue } = place
  const { forms } = scene
  const { first, last } = sentenceAt(scene, cue.first)
  for (let token = first + 1; token < last - 1; token++) {
    if (!/^by$/i.test(forms[token]!) || !/^(asked|contacted|reached|approached|questioned|pressed)$/i.test(forms[token - 1]!)) continue
    return someone(place, { first: token + 1, last: nounEnd(place, token + 1, last) })
  }
  return null
}

const REQUEST = /^(requests?|questions?|inquir(y|ies)|enquir(y|ies)|calls?|emails?|e-mails?|messages?|queries|query)$/i

/** “a request for comment *from Coast Radio*” */
function requestFrom(place: Place): Actor | null {
  const { scene, cue } = place
  const { forms } = scene
  const { last } = sentenceAt(scene, cue.first)
  for (let token = cue.first; token < last - 1; token++) {
    if (!/^(from|by)$/i.test(forms[token]!) || !forms.slice(Math.max(cue.first, token - 6), token).some(word => REQUEST.test(word)))
      continue
    return someone(place, { first: token + 1, last: nounEnd(place, token + 1, last) })
  }
  return null
}

/** “*a reporter’s* request”, “*Coast Radio’s* questions” */
function ownRequest(place: Place): Actor | null {
  const { scene, cue } = place
  const { tags } = scene.tagged
  const { last } = sentenceAt(scene, cue.first)
  for (let token = cue.first; token < last - 1; token++) {
    if (tags[token] !== "POS" || !scene.forms.slice(token + 1, token + 4).some(word => REQUEST.test(word))) continue
    let first = token
    while (first > cue.first && /^(NN|DT|JJ)/.test(tags[first - 1]!)) first--
    return first < token ? someone(place, { first, last: token }) : null
  }
  return null
}

const ASKERS: readonly AskerReader[] = [askedBy, requestFrom, ownRequest]

function someone({ scene, cast, memory }: Place, run: Run): Actor | null {
  return run.first < run.last ? meant(scene, cast, memory, run).actor : null
}

function nounEnd({ scene }: Place, first: number, last: number): number {
  let end = first
  while (end < last && /^(NN|DT|JJ|POS|CD)/.test(scene.tagged.tags[end]!)) end++
  return end
}
