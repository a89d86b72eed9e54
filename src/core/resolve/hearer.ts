import type { Run } from "../tree.ts"
import type { Actor } from "./cast.ts"
import { contentAfter, isDate, type Place } from "./place.ts"
import { sentenceAt } from "./scene.ts"
import { meant } from "./who.ts"

/** “told *the council*”, “congratulated *the crew*”, “in an interview with *Coast Radio*”: to whom it was said. */
export function hearerOf(place: Place): Run | null {
  for (const read of HEARERS) {
    const found = read(place)
    if (found) return found
  }
  return null
}

type HearerReader = (place: Place) => Run | null

const TELL = new Set(["tell", "inform", "remind", "assure", "warn", "notify", "ask", "advise", "brief"])

/** “*told* the Harbor Post that …”: what stands between the verb and the words said, or a mark. */
function told(place: Place): Run | null {
  const { scene, head } = place
  if (!TELL.has(scene.tagged.lemmas[head]!)) return null
  const first = head + 1
  if (scene.tagged.tags[head - 1] === "VBD" && /^(was|were|been)$/i.test(scene.forms[head - 1]!)) return null
  return /^(NN|PRP|DT|JJ|CD|``)/.test(scene.tagged.tags[first] ?? "") ? phrase(place, first, contentAfter(place, head)) : null
}

/** “Ott *congratulated* the crew on the rescue”: the one acted upon hears it. */
const ADDRESSED = new Set(["congratulate", "thank", "greet", "urge"])

function addressed(place: Place): Run | null {
  const { scene, head } = place
  if (!ADDRESSED.has(scene.tagged.lemmas[head]!)) return null
  return /^(NN|PRP|DT|JJ)/.test(scene.tagged.tags[head + 1] ?? "") ? phrase(place, head + 1, sentenceAt(scene, head).last) : null
}

/** “in an *interview* with Coast Radio”, “in a *letter* to the council” */
const TALKS = new Set(["interview", "conversation", "call", "meeting", "talk", "phone", "speak"])
const SAY = new Set(
  "say explain write speak complain announce reply respond admit confess insist claim confirm acknowledge confide".split(" "),
)

function spokenWith(place: Place): Run | null {
  const { scene, head } = place
  const { forms, tagged } = scene
  for (const token of place.outside) {
    const word = forms[token]!.toLowerCase()
    const before = tagged.lemmas[token - 1] ?? ""
    const isTalk = word === "with" && TALKS.has(before)
    const isSpeech =
      word === "to" &&
      (/^(spoke|speaking|spoken|talked|talking|statement|email|letter|message|memo|note)$/.test(forms[token - 1]?.toLowerCase() ?? "") ||
        (token - 1 === head && SAY.has(before)))
    if (!(isTalk || isSpeech) || !/^(NN|PRP|DT|JJ|CD)/.test(tagged.tags[token + 1] ?? "")) continue
    const run = phrase(place, token + 1, contentAfter(place, token))
    if (run && !isRequest(place, run)) return run
  }
  return null
}

/** “did not respond *to two requests for comment*”: no one hears it there. */
function isRequest({ scene: { tagged } }: Place, { first, last }: Run): boolean {
  return tagged.lemmas.slice(first, last).some(lemma => REQUESTS.has(lemma.toLowerCase()))
}

const REQUESTS = new Set(
  "request question message call email e-mail letter inquiry enquiry query text voicemail comment allegation claim report criticism".split(
    " ",
  ),
)

/** “Osgrave *confirmed for Coast Radio* that …” */
function confirmedFor(place: Place): Run | null {
  const { scene, head } = place
  if (scene.forms[head + 1]?.toLowerCase() !== "for" || !/^(confirm|say|explain|describe)$/.test(scene.tagged.lemmas[head]!)) return null
  const name = scene.nameOf[head + 2] ?? -1
  return name >= 0 && scene.names[name]!.kind === "organization" ? { first: head + 2, last: scene.names[name]!.last } : null
}

const HEARERS: readonly HearerReader[] = [told, addressed, spokenWith, confirmedFor]

/** From a noun phrase's first word up to a mark, a preposition of time or place, a date, or the words said. */
function phrase(place: Place, first: number, stop: number): Run | null {
  const { forms, tagged, nameOf, quotedBy, prose } = place.scene
  let last = first
  while (last < stop && !ENDS.test(forms[last]!) && !/^(VB[DZP]|MD|WRB|WP)/.test(tagged.tags[last]!)) {
    if (last > first && isDate(place, last)) break
    if (last > first && nameOf[last - 1]! >= 0 && tagged.tags[last] === "CD") break
    if (last > first && tagged.tags[last] === "PRP") break
    if (last > first && tagged.tags[last] === "DT" && !/^(of|and|for)$/i.test(forms[last - 1]!)) break
    last++
  }
  const show = last > first && tagged.tags[last - 1] === "POS" && last < stop ? (quotedBy[last] ?? -1) : -1
  if (show >= 0 && prose.quotations[show]!.closed) while (last < stop && quotedBy[last] === show) last++
  return last > first ? { first, last: Math.min(last, first + LONGEST_HEARER) } : null
}

const ENDS =
  /^([,;:.“”"()—–]|''|``|on|in|at|that|during|after|before|last|this|via|by|about|to|who|when|while|how|why|whether|if|earlier|late|from|as|not|over|through)$/i

/** Tokens. */
const LONGEST_HEARER = 12

/** Whom the hearer is, when the article names him: “*Coast Radio*”, “Coast Radio’s *Dora Lind*”, “*her*”. */
export function hearerActor({ scene, cast, memory }: Place, run: Run): Actor | null {
  for (let token = run.last - 1; token >= run.first; token--) {
    const name = scene.nameOf[token]!
    if (name >= 0 && scene.names[name]!.last >= run.last) return cast.byName[name]!
  }
  return scene.tagged.tags[run.first] === "PRP" ? meant(scene, cast, memory, run).actor : null
}

/** Outlets that the hearer's words name: “told *Coast Radio*’s Dora Lind”, and after that “told Lind”. */
export function outletsIn({ scene, cast }: Place, { first, last }: Run): Actor[] {
  const found = new Set<Actor>()
  for (let token = first; token < last; token++) {
    const name = scene.nameOf[token]!
    const actor = name >= 0 ? cast.byName[name]! : null
    const outlet = actor?.kind === "publication" ? actor : actor?.actsFor?.kind === "publication" ? actor.actsFor : null
    if (outlet) found.add(outlet)
  }
  return [...found]
}

/** The sentence of the cue says that someone spoke to an outlet: “two officials who spoke to *Coast Radio*”. */
export function toldInSource(place: Place): Actor[] {
  const { scene, source } = place
  if (!source) return []
  const { forms } = scene
  const { last } = sentenceAt(scene, source.first)
  for (let token = source.first; token < source.last; token++)
    if (/^(to|told|with)$/i.test(forms[token]!) && /^(spoke|speaking|spoken|talked|talking|who|interview)$/i.test(forms[token - 1] ?? ""))
      return outletsIn(place, { first: token + 1, last: Math.min(last, token + 5) })
  return []
}
