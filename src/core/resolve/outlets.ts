import type { Run } from "../tree.ts"
import { type Actor, type Cast, newActor } from "./cast.ts"
import type { Place } from "./place.ts"
import { headOf, type Scene } from "./scene.ts"
import { meant } from "./who.ts"
import { PUBLICATION_NOUNS } from "./words.ts"

/** Programmes and the like, which carry words as outlets do. */
const PROGRAMMES = new Set(["show", "program", "programme", "podcast", "series", "newscast"])

/** The outlet that some words stand for without naming it: “told *the newspaper*”, “*the show*”. Null when none is known. */
export function outletMeant({ scene, cast, memory }: Place, run: Run): Actor | null {
  const lemma = scene.tagged.lemmas[headOf(scene, run)]!.toLowerCase()
  if (PROGRAMMES.has(lemma) && memory.channel) return memory.channel.hops[0] ?? null
  if (!PUBLICATION_NOUNS.has(lemma)) return null
  const { actor } = meant(scene, cast, memory, run)
  return actor?.kind === "publication" ? actor : null
}

/** The nearest noun phrase “the newspaper” behind a preposition, as a run; null for anything else there. */
export function describedOutlet({ tagged, forms }: Scene, preposition: number): Run | null {
  if (!/^(the|that|this)$/i.test(forms[preposition + 1] ?? "")) return null
  let last = preposition + 2
  while (last < forms.length && last < preposition + 5 && /^(NN|JJ|CD)/.test(tagged.tags[last]!)) last++
  const lemma = tagged.lemmas[last - 1]!.toLowerCase()
  // “the podcast ‘Low Tide’”, “the newspaper Coastline”: the name that follows says which.
  if (/^(``|''|NNP|POS)/.test(tagged.tags[last] ?? "")) return null
  return last > preposition + 2 && (PUBLICATION_NOUNS.has(lemma) || PROGRAMMES.has(lemma)) ? { first: preposition + 1, last } : null
}

/** “an interview with *‘Morning Call’*”, “on the podcast *‘Low Tide’*”: a programme named in quotation marks. Its name, or null. */
export function quotedProgramme({ prose, quotedBy, tagged, forms, nameOf }: Scene, cast: Cast, token: number): Actor | null {
  const quotation = quotedBy[token]!
  if (quotation < 0 || quotedBy[token - 1] === quotation) return null
  const before = forms[token - 1]?.toLowerCase() ?? ""
  const isBehindNoun = PROGRAMMES.has(tagged.lemmas[token - 1]!)
  const isBehindPreposition =
    /^(on|with)$/.test(before) && /^(interview|appearance|said|says|spoke|appeared|told|speaking)$/i.test(forms[token - 2] ?? "")
  if (!isBehindNoun && !isBehindPreposition) return null
  // “Coast Radio’s program ‘Morning Call’”: the broadcaster is the outlet.
  for (let at = token - 1; at > token - 5 && at >= 0; at--)
    if (nameOf[at]! >= 0 && cast.byName[nameOf[at]!]!.kind === "publication") return null
  const { inside } = prose.quotations[quotation]!
  const name = prose.text.slice(inside.start, inside.end).replace(/[.,]$/, "")
  if (name.length > LONGEST_TITLE || !/^\p{Lu}/u.test(name)) return null
  return programme(cast, name, inside)
}

/** “on *Dora Lind’s podcast*”: a programme known by whose it is. Asked of the programme's noun. */
export function ownProgramme({ prose: { text, tokens }, tagged, names, nameOf, forms }: Scene, cast: Cast, token: number): Actor | null {
  if (!PROGRAMMES.has(tagged.lemmas[token]!)) return null
  let mark = token - 1
  while (mark > token - 4 && /^(NN|JJ)$/.test(tagged.tags[mark]!)) mark--
  const owner = tagged.tags[mark] === "POS" ? nameOf[mark - 1]! : -1
  if (owner < 0 || cast.byName[owner]!.kind !== "person") return null
  const { first } = names[owner]!
  if (!/^(on|with|to|told)$/i.test(forms[first - 1] ?? "")) return null
  const where = { start: tokens[first]!.start, end: tokens[token]!.end }
  return programme(cast, text.slice(where.start, where.end), where)
}

/** Characters. */
const LONGEST_TITLE = 40

function programme(cast: Cast, name: string, where: { readonly start: number; readonly end: number }): Actor {
  const known = cast.actors.find(actor => actor.name === name)
  if (known) return known
  const actor = newActor(cast.actors, name, "publication")
  actor.pronoun = "it"
  actor.mentions.push({ start: where.start, end: where.end })
  return actor
}

/** “Coast Radio’s *Today*”, “Coast Radio’s Ask the *Nation*”: the name belongs to an outlet, which is named before it. */
export function isProgrammeOf({ tagged, forms, nameOf, names }: Scene, cast: Cast, token: number): boolean {
  let { first } = names[nameOf[token]!]!
  const isTitleWord = (at: number) => TITLE_WORD.test(forms[at] ?? "") && (nameOf[at]! < 0 || cast.byName[nameOf[at]!]!.kind !== "person")
  // Of a title in several words only the last may be a name.
  for (let back = 0; back < 3 && isTitleWord(first - 1); back++) first--
  const owner = tagged.tags[first - 1] === "POS" ? nameOf[first - 2]! : -1
  return owner >= 0 && cast.byName[owner]!.kind === "publication"
}

/** A word of a title before its last name: “*Ask* *the* Nation”. */
const TITLE_WORD = /^(the|of|for|with|\p{Lu}\p{Ll}+)$/u

/** “HARBOR CITY *(Coastline)* — …”: whose copy the article is. That agency passes nothing on, the article is its own. */
export function copyOf({ names, forms }: Scene, cast: Cast): Actor | null {
  for (const [at, { first, last }] of names.entries()) {
    if (first > DATELINE_TOKENS) return null
    if (/^(\(|-LRB-)$/.test(forms[first - 1] ?? "") && /^(\)|-RRB-)$/.test(forms[last] ?? "") && /^(—|–|-|--)$/.test(forms[last + 1] ?? ""))
      return cast.byName[at]!
  }
  return null
}

/** A dateline stands this near the beginning; a headline may come before it. Tokens. */
const DATELINE_TOKENS = 60
