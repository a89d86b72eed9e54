import type { Known, Said } from "../data.ts"
import { slice } from "../span.ts"
import type { Scene } from "./scene.ts"
import { edtfOf, type Time, timesIn } from "./time/index.ts"

/** A date in the text with its value. */
export interface Dated {
  readonly first: number
  readonly last: number
  readonly said: Said
}

/** The dates of the sentence that holds a token: times with a place in the calendar. Found for the whole article when first asked for. */
export function datesIn(scene: Scene): (token: number) => readonly Dated[] {
  let known: Map<number, Dated[]> | null = null
  return token => {
    known ??= bySentence(scene)
    return known.get(scene.tree.sentenceOf[token]!) ?? NONE
  }
}

const NONE: readonly Dated[] = []

function bySentence(scene: Scene): Map<number, Dated[]> {
  const sentences = new Map<number, Dated[]>()
  for (const time of timesIn(scene.prose, scene.tagged, scene.article.published)) {
    const value = edtfOf(time.value)
    if (!value) continue
    const sentence = scene.tree.sentenceOf[time.first]!
    const { first, last, start, end } = time
    const dated = { first, last, said: { value, start, end, known: howKnown(scene, time) } }
    const list = sentences.get(sentence)
    if (list) list.push(dated)
    else sentences.set(sentence, [dated])
  }
  return sentences
}

/** “Nov. 10, *2021*” says its year; “Nov. 10” and “Tuesday” take it from the day of publication, and without one the year stays open. */
function howKnown({ prose: { text } }: Scene, time: Time): Known {
  if (time.value?.kind === "yearless") return "unresolved"
  return /\b\d{4}|\d0s\b|\d[/.-]\d+[/.-]\d|century/.test(slice(text, time)) ? "stated" : "inferred"
}
