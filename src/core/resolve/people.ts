import type { AgentKind } from "../data.ts"
import type { Run } from "../tree.ts"
import type { Scene } from "./scene.ts"
import { FEMALE_NOUNS, GROUPS, MALE_NOUNS, OFFICES, SPEAKS_FOR, UNNAMED_PEOPLE } from "./words.ts"

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** “*Officials* said”, “her *relatives* said”: people who know, of whom some are meant, even without a number before them. */
const MEANT = set(
  "official source person aide adviser advisor insider diplomat witness eyewitness bystander relative neighbor neighbour employee staffer operative ally friend associate colleague classmate roommate executive attendee participant passenger medic paramedic nurse doctor survivor brother sister son daughter parent cousin uncle aunt lawyer attorney spokesman spokeswoman spokesperson spokespeople representative rep consultant strategist donor captain sailor crewmember negotiator people somebody someone detainee inmate hostage member assistant editor-in-chief",
)
/** “*Critics* said”: a class of people, none of them meant, unless they are counted or described. */
const CLASSES = set(
  "critic supporter opponent voter activist expert analyst economist scientist researcher lawmaker resident observer prosecutor investigator student teacher worker people republican democrat conservative liberal muslim christian activist protester demonstrator rebel militant voter scholar historian senator legislator fan reader user customer parent doctor nurse police journalist reporter executive friend ally",
)
/** “a *guard* said”: nouns for one person that do not end as such nouns do. */
export const PERSONS = set(
  "guard pilot monk nun chef cook clerk guide judge priest steward mate deckhand marshal thief spy scout poet athlete architect artist boy girl child teen youth kid recruit patient client guest widow tenant pupil stranger councillor cadet villager local herder shepherd skipper fisherman nobleman",
)
/** Nouns that end as those of people do and are none. */
const NO_PERSON = set(
  "paper newspaper letter number center centre computer order water power river border chapter poster server tower matter winter summer weather character register container counter error factor sector door floor color colour harbor harbour motor mirror monitor tractor reactor terror behavior behaviour major minor war year car star bar calendar dollar career idea area tee committee guarantee fee degree tree coffee referee list twist fist wrist mist guardian pavilion union opinion religion region million billion nation station question reason season answer offer layer barrier quarter disaster filter meter theater theatre ministry cancer newsletter cover whole other another rather however either neither former latter",
)

/** What a description of people stands for: persons who are meant and not named, a class of people, or the one bearer of an office. Null when it is of no people. */
export function peopleKind(scene: Scene, run: Run, head: number): AgentKind | null {
  const { tagged, forms } = scene
  const noun = /^(CD|DT|JJ)/.test(tagged.tags[head]!) ? (partOf(scene, run, head) ?? head) : head
  const lemma = tagged.lemmas[noun]!.toLowerCase()
  if (/^(someone|somebody)$/.test(lemma)) return "unnamed"
  // “*One*, who had a red folder, said …”
  if (/^(one|another)$/.test(lemma) && noun === head) return "unnamed"
  const isPlural = tagged.tags[noun] === "NNS" || tagged.tags[noun] === "NNPS" || lemma === "people"
  const isNumbered = isPlural && isCounted(scene, run, noun)
  if (!isPersonNoun(lemma, forms[noun]!, { isPlural, isNumbered }) && !isOneWho(scene, noun, lemma)) return null
  if (!isPlural)
    return OFFICES.has(lemma) && (/^the$/i.test(forms[run.first]!) || isOwned(scene, run, noun)) && !isServant(lemma) ? "person" : "unnamed"
  const told = isCounted(scene, run, noun) || noun !== head || isDescribed(scene, run, noun)
  if (told) return "unnamed"
  return CLASSES.has(lemma) && !(MEANT.has(lemma) && isOwned(scene, run, noun)) && !ALWAYS.has(lemma)
    ? "group"
    : MEANT.has(lemma)
      ? "unnamed"
      : "group"
}

/** Those whose plural is never a class. */
const ALWAYS = set("official source aide adviser advisor witness eyewitness relative diplomat insider staffer medic")

function isServant(lemma: string): boolean {
  return SPEAKS_FOR.has(lemma) || MEANT.has(lemma)
}

/** “*two* of the detainees”, “some of her *aides*”: the people behind “of”. */
function partOf({ forms, tagged }: Scene, { last }: Run, head: number): number | null {
  if (!/^of$/i.test(forms[head + 1] ?? "")) return null
  for (let token = head + 2; token < Math.min(last, head + PART_REACH); token++)
    if (tagged.tags[token]!.startsWith("NN") && !tagged.tags[token + 1]?.startsWith("NN")) return token
  return null
}

/** Tokens. */
const PART_REACH = 8

/** A noun for a person: known, or made as those nouns are (“a *trucker*”, “a *cyclist*”). */
function isPersonNoun(
  lemma: string,
  form: string,
  { isPlural, isNumbered }: { readonly isPlural: boolean; readonly isNumbered: boolean },
): boolean {
  if (UNNAMED_PEOPLE.has(lemma) || MEANT.has(lemma) || CLASSES.has(lemma) || OFFICES.has(lemma)) return true
  if (FEMALE_NOUNS.has(lemma) || MALE_NOUNS.has(lemma) || SPEAKS_FOR.has(lemma)) return true
  if (NO_PERSON.has(lemma) || /^\p{Lu}/u.test(form)) return false
  if (PERSONS.has(lemma)) return true
  return /(er|or|ist|ian|eer|ant|ee|man|woman|mate)$/.test(lemma) ? lemma.length > 4 && (!isPlural || isNumbered) : false
}

/** “a pilot *who* was not allowed to speak”, “a deckhand, *who* asked not to be named”: whoever the noun is for is a person. */
function isOneWho({ forms, tagged }: Scene, noun: number, lemma: string): boolean {
  const behind = forms[noun + 1] === "," ? forms[noun + 2] : forms[noun + 1]
  return tagged.tags[noun] === "NN" && !GROUPS.has(lemma) && /^who$/i.test(behind ?? "")
}

/** “*two* aides”, “*several* lawmakers”, “*a number of* analysts”, “*other* neighbors” */
function isCounted({ tagged, forms }: Scene, { first }: Run, noun: number): boolean {
  for (let token = first; token < noun; token++) if (tagged.tags[token] === "CD" || COUNTS.test(forms[token]!)) return true
  return false
}

const COUNTS =
  /^(some|several|few|multiple|various|many|dozens?|hundreds?|number|handful|group|pair|couple|other|another|current|former|senior|top|unnamed|unidentified|anonymous|local)$/i

/** “lawmakers *who were briefed*”, “people *familiar with* the talks”, “residents *reached by phone*” */
function isDescribed({ forms, tagged }: Scene, { last }: Run, noun: number): boolean {
  const behind = forms[noun + 1] ?? ""
  if (noun + 1 >= last) return false
  return /^(who|familiar|close|briefed|involved|with|inside|speaking|present|near|aware)$/i.test(behind) || tagged.tags[noun + 1] === "VBN"
}

/** “*her* friends”, “*Ruiz’s* allies” */
function isOwned({ tagged }: Scene, { first }: Run, noun: number): boolean {
  return tagged.tags.slice(first, noun).some(tag => tag === "PRP$" || tag === "POS")
}
