import type { Name } from "../data.ts"
import type { Run } from "../tree.ts"
import { type Actor, type Cast, isOrigin } from "./cast.ts"
import { bodyMeant } from "./company.ts"
import { describedActor } from "./described.ts"
import { inferred, type Look, lastNamed, lastOf, type Meant, type Memory, stated, unresolved } from "./memory.ts"
import { bodyBeside, isListed, named, namedBeside, namedLast, possessor } from "./named.ts"
import { owned, ownedBy } from "./owned.ts"
import { bodyAsIt, pairAbove } from "./pairs.ts"
import { PERSONS } from "./people.ts"
import { isSpeaker, principalOf } from "./principal.ts"
import { recalled } from "./recall.ts"
import { DAY, headOf, type Scene, spanOf } from "./scene.ts"
import { FEMALE_NOUNS, GROUPS, MALE_NOUNS, OFFICES, PUBLICATION_NOUNS, UNNAMED_PEOPLE } from "./words.ts"

/** Whom a source means. The first reader with an opinion decides; words that stand for no one known are an actor of their own. */
export function meant(scene: Scene, cast: Cast, memory: Memory, run: Run): Meant {
  const look = { scene, cast, memory, run, head: headOf(scene, run) }
  for (const read of READERS) {
    const found = read(look)
    if (found) return found
  }
  return stated(describedActor(look))
}

type Reader = (look: Look) => Meant | null

/** “*a day* later said”: a time was taken for a speaker. */
function noOne({ scene, head }: Look): Meant | null {
  return DAY.test(scene.tagged.lemmas[head]!) || /^(neither|nor|not)$/i.test(scene.forms[head]!) ? unresolved() : null
}

/** “*Coast Radio, the Tide and the Lantern* reported it”: together. */
function listed(look: Look): Meant | null {
  return isListed(look.scene, look.run) ? stated(describedActor(look)) : null
}

/** “the Northland *Republican* said”: a member of a party is one already met, not the party. */
function byParty(look: Look): Meant | null {
  const { scene, run, head } = look
  if (!/^the$/i.test(scene.forms[run.first]!) || !PARTY.test(scene.forms[head]!)) return null
  const found = recalled(look, "person")
  return found.actor?.kind === "person" ? found : null
}

const PARTY =
  /^(republican|democrat|conservative|liberal|socialist|libertarian|independent|tory|texan|californian|floridian|kentuckian|hoosier)$/i

/** “the state-run *Tass* news agency”, “the newspaper *Coastline*”: the name is in the description of an outlet. */
function namedOutlet({ scene, cast, run, head }: Look): Meant | null {
  const lemma = scene.tagged.lemmas[head]!.toLowerCase()
  if (!PUBLICATION_NOUNS.has(lemma)) return null
  const behind = head + 1 < run.last || scene.tagged.heads[head] === head + 1 ? [head + 1] : []
  for (const token of [head - 2, head - 1, ...behind]) {
    const name = token >= run.first ? scene.nameOf[token]! : -1
    const isPlace = name >= 0 && scene.names[name]!.kind === "place" && lemma !== "agency"
    if (name < 0 || isPlace || scene.tagged.tags[token]!.startsWith("JJ") || isOrigin(scene.forms[token]!)) continue
    if (scene.tagged.tags[scene.names[name]!.last] !== "POS") return stated(asOutlet(cast.byName[name]!))
  }
  return null
}

/** What an outlet's noun stands beside is one. */
function asOutlet(actor: Actor): Actor {
  if (actor.kind === "organization") actor.kind = "publication"
  return actor
}

/** “*the Harbor Post’s* report said”: who published speaks. */
function publishers({ scene, cast, run, head }: Look): Meant | null {
  if (!REPORTS.has(scene.tagged.lemmas[head]!)) return null
  for (let token = run.first; token < head; token++) {
    const name = scene.nameOf[token]!
    if (name >= 0 && cast.byName[name]!.kind === "publication") return inferred(cast.byName[name]!)
  }
  const name = scene.nameOf[scene.tagged.tags[head - 1] === "POS" ? head - 2 : head - 1] ?? -1
  const isOwn = name >= 0 && scene.names[name]!.first >= run.first && STORIES.has(scene.tagged.lemmas[head]!)
  if (!isOwn || scene.names[name]!.kind !== "organization" || isOrigin(scene.forms[head - 1]!)) return null
  return inferred(asOutlet(cast.byName[name]!))
}

/** “*the Salloway Lantern’s* story claimed”: other bodies write reports; stories are told by outlets. */
const STORIES = new Set(["story", "article", "editorial"])

/** “*He* said”, “*they* said”. */
function pronoun(look: Look): Meant | null {
  const { scene, head, run } = look
  if (run.last - run.first > 2) return null
  const word = scene.forms[head]!.toLowerCase()
  if (/^(you|your)$/.test(word)) return unresolved()
  if (/^(i|we|me|us|my|our)$/.test(word)) return speaksHere(look)
  if (/^(he|him|his|himself)$/.test(word)) return recalled(look, "he")
  if (/^(she|her|hers|herself)$/.test(word)) return recalled(look, "she")
  if (/^(it|its)$/.test(word)) return orElse(recalled(look, "it"), () => bodyAsIt(look))
  if (/^(they|them|their|both|two)$/.test(word)) return orElse(recalled(look, "they"), () => pairAbove(look))
  return null
}

function orElse(found: Meant, other: () => Actor | null): Meant {
  const actor = found.actor || found.candidates.length ? null : other()
  return actor ? inferred(actor) : found
}

/** “‘*We* never saw it,’ Ruiz said *I* told him”: the speaker of the quotation; outside of quotation marks “we” is the publisher, and “I” may be anyone whose quotation mark is lost. */
function speaksHere({ scene, cast, memory, head }: Look): Meant {
  const quotation = scene.quotedBy[head]!
  const speaker = quotation >= 0 ? memory.quoted.get(quotation) : /^(we|us|our)$/i.test(scene.forms[head]!) ? cast.publisher : null
  return speaker ? inferred(speaker) : unresolved()
}

/** “Ruiz, *who* opened the bridge”: the noun that the clause hangs from. */
function relative({ scene, head, cast, memory }: Look): Meant | null {
  if (!/^(who|which|that|whom)$/i.test(scene.forms[head]!)) return null
  let verb = scene.tagged.heads[head]!
  for (let step = 0; step < 4 && verb >= 0; step++) {
    const above = scene.tagged.heads[verb]!
    if (scene.tagged.labels[verb]!.startsWith("acl") && above >= 0 && above < verb) {
      const run = { first: scene.tree.left[above]!, last: Math.max(above + 1, Math.min(scene.tree.left[verb]!, head)) }
      return meant(scene, cast, memory, run)
    }
    verb = above
  }
  return unresolved()
}

/** “*@ElenaRuiz* just refused to say”: an account called by the full name of someone in the article. */
function handle({ scene, cast, run }: Look): Meant | null {
  const at = scene.forms[run.last - 1] === "," ? run.last - 2 : run.last - 1
  const word = scene.forms.slice(run.first, at + 1).join("")
  if (at - run.first > 1 || !/^@\p{L}{4}/u.test(word)) return null
  const account = word.slice(1).toLowerCase()
  const holder = cast.actors.find(
    ({ kind, name }) => kind === "person" && name.includes(" ") && name.replace(/\P{L}/gu, "").toLowerCase() === account,
  )
  return holder ? inferred(holder) : null
}

/** “*his campaign* said”, “*her lawyer* said”, “*Ruiz’s spokesman* said”: known by whom it belongs to. */
function possessed(look: Look): Meant | null {
  const { scene, cast, run, head } = look
  const lemma = scene.tagged.lemmas[head]!.toLowerCase()
  const helper = isSpeaker(scene, head) || UNNAMED_PEOPLE.has(lemma) || FEMALE_NOUNS.has(lemma) || MALE_NOUNS.has(lemma)
  if (!helper && !/^(campaign|office|team)$/.test(lemma)) return null
  const owner = possessor(look)
  if (!owner) return null
  const bearer = helper ? onlyBearer(cast, lemma, owner) : undefined
  if (bearer) return inferred(bearer)
  const actor = ownedBy(cast, owner, scene.forms.slice(nounFrom(look), head + 1).join(" "), helper ? "unnamed" : "organization")
  if (helper && !isSpeaker(scene, head)) actor.actsFor = null
  actor.mentions.push(spanOf(scene, run))
  return stated(actor)
}

/** Where the noun with its attributes begins, behind the owner. */
function nounFrom({ scene, run, head }: Look): number {
  const mark = scene.tagged.tags.slice(run.first, head).findLastIndex(tag => tag === "POS" || tag === "PRP$")
  return run.first + mark + 1
}

/** “*Ruiz’s lawyer* said”, where one named person is described as such. */
function onlyBearer(cast: Cast, lemma: string, owner: Actor): Actor | undefined {
  const bearers = (cast.bearers.get(lemma) ?? []).filter(({ actsFor }) => actsFor === owner)
  return bearers.length === 1 ? bearers[0] : undefined
}

/** “*the official* said” after “a port official”, “*the campaign*” after “Ruiz’s campaign”, “*the statement* said” after “said in a statement”. */
function saidBefore({ scene, cast, run, head, memory }: Look): Meant | null {
  if (!/^(the|that|this|these|those)$/i.test(scene.forms[run.first]!) || head - run.first > 2) return null
  const lemma = scene.tagged.lemmas[head]!.toLowerCase()
  const author = memory.means.get(lemma)
  if (author) return inferred(author)
  const bare = head - run.first === 1
  const bodies = bare ? [...cast.owned.values()].filter(({ name }) => name.toLowerCase().endsWith(` ${lemma}`)) : []
  if (bodies.length === 1) return inferred(bodies[0]!)
  const body = bare ? bodyMeant(scene, cast, head) : null
  if (body) return inferred(body)
  const plural = /^NNP?S$/.test(scene.tagged.tags[head]!)
  const known = bare
    ? lastOf(memory.descriptions, each => each.lemma === lemma && each.plural === plural && /^(unnamed|document)$/.test(each.actor.kind))
    : undefined
  return known ? inferred(known.actor) : null
}

/** “*the health ministry* said”, “*the Ruiz campaign* said”. */
function body({ scene, cast, run, head }: Look): Meant | null {
  const actor = owned(scene, cast, { first: run.first, last: head + 1 }) ?? officeOf(scene, cast, run, head)
  if (!actor) return null
  actor.mentions.push(spanOf(scene, run))
  return stated(actor)
}

function kindAt({ names, nameOf }: Scene, token: number): Name["kind"] | null {
  return nameOf[token]! < 0 ? null : names[nameOf[token]!]!.kind
}

/** “*the office of Port Minister Elena Ruiz in Salloway* said” */
function officeOf(scene: Scene, cast: Cast, run: Run, head: number): Actor | null {
  if (!/^(office|campaign)$/i.test(scene.forms[head]!) || scene.forms[head + 1]?.toLowerCase() !== "of" || head + 2 >= run.last) return null
  let token = head + 2
  while (token < run.last && /^(NN|DT|JJ|POS)/.test(scene.tagged.tags[token]!) && kindAt(scene, token) !== "person") token++
  const name = token < run.last ? scene.nameOf[token]! : -1
  const owner = name >= 0 ? cast.byName[name]! : null
  return owner?.kind === "person" ? ownedBy(cast, owner, scene.forms[head]!, "organization") : null
}

/** “the *newspaper* said”, “the *report* stated”: who published last, when one has. */
function carrier(look: Look): Meant | null {
  const { scene, head, run, memory } = look
  if (!/^(the|this|that|its)$/i.test(scene.forms[run.first]!) || run.last - run.first > 3) return null
  const lemma = scene.tagged.lemmas[head]!
  if (!PUBLICATION_NOUNS.has(lemma) && !REPORTS.has(lemma)) return null
  const isOutlet = ({ kind }: Actor) => kind === "publication"
  const last = lastNamed(look, isOutlet) ?? lastOf(memory.speakers, isOutlet)
  return last ? inferred(last) : null
}

/** “the *report* said”: what an outlet reported just before. */
const REPORTS = new Set(["report", "story", "article", "reporting", "editorial"])

/** “the *minister* said”: the one whose role says so, when only one does; of several the one who spoke last. */
function byRole({ scene, cast, head, run, memory }: Look): Meant | null {
  const bare = isBareTitle(scene, run, head)
  if ((!bare && !/^(the|this|that)$/i.test(scene.forms[run.first]!)) || head - run.first > 5) return null
  const lemma = scene.tagged.lemmas[head]!.toLowerCase()
  const start = scene.prose.tokens[head]!.start
  const bearers = (cast.bearers.get(lemma) ?? []).filter(({ mentions }) => mentions[0] && (bare || mentions[0].start < start))
  if (bearers.length < 2) return bearers[0] ? inferred(bearers[0]) : null
  const recent = lastOf(memory.speakers, each => bearers.includes(each))
  return recent ? inferred(recent) : unresolved(bearers)
}

/** “*A local councillor* said …” above “Keith Marlow, the councillor”: the only one whom the text then calls so. */
function namedLater({ scene, cast, head, run }: Look): Meant | null {
  if (!/^(an?|the)$/i.test(scene.forms[run.first]!) || scene.tagged.tags[head] !== "NN") return null
  const lemma = scene.tagged.lemmas[head]!.toLowerCase()
  const bearers = cast.definite.get(lemma) ?? (PERSONS.has(lemma) ? cast.bearers.get(lemma) : undefined)
  const [bearer] = bearers ?? []
  if (!bearer || bearers!.length > 1 || !bearer.mentions[0] || bearer.mentions[0].start < scene.prose.tokens[head]!.end) return null
  return inferred(bearer)
}

/** “*A resident who gave her name only as Mira* said …” */
function namedByHerself({ scene, cast, run, head }: Look): Meant | null {
  const { forms, nameOf } = scene
  for (let as = head + 3; as < run.last - 1; as++)
    if (/^as$/i.test(forms[as]!) && nameOf[as + 1]! >= 0 && /^(name|first|only|himself|herself|themselves)$/i.test(forms[as - 1]!))
      return stated(cast.byName[nameOf[as + 1]!]!)
  return null
}

/** “*Port Chief* Denies Reports”: in a headline an office stands without its article, and before its bearer is named. */
function isBareTitle({ prose, tree, tagged }: Scene, { first, last }: Run, head: number): boolean {
  const { role } = prose.blocks[prose.sentences[tree.sentenceOf[head]!]!.block]!
  const isHead = role === "title" || role === "dek" || tree.sentenceOf[head] === 0
  return isHead && head === last - 1 && OFFICES.has(tagged.lemmas[head]!.toLowerCase()) && !/^(DT|PRP)/.test(tagged.tags[first]!)
}

/** “*the candidate* said”, “*the congresswoman* said”: someone already met, as a pronoun would mean him. */
function byOffice(look: Look): Meant | null {
  const { scene, head, run } = look
  if (!/^the$/i.test(scene.forms[run.first]!) || scene.tagged.tags[head] === "NNS") return null
  const lemma = scene.tagged.lemmas[head]!.toLowerCase()
  if (
    !(OFFICES.has(lemma) || CALLING.test(lemma) || PERSONS.has(lemma)) ||
    isSpeaker(scene, head) ||
    UNNAMED_PEOPLE.has(lemma) ||
    GROUPS.has(lemma)
  )
    return null
  const found = recalled(look, FEMALE_NOUNS.has(lemma) ? "she" : MALE_NOUNS.has(lemma) ? "he" : "person")
  return found.actor?.kind === "person" ? found : null
}

/** “the retired *neurosurgeon*”, “the *physicist*”: what someone does, by the ending of the word. */
const CALLING = /(surgeon|physician|ologist|icist|crat|publican|arian|vist)$/

/** “*Ruiz spokeswoman*”, “*a spokeswoman for Ruiz*”: nameless here, and the only one whom the article names as such. */
function namedElsewhere({ scene, cast, run, head }: Look): Meant | null {
  if (!isSpeaker(scene, head)) return null
  const principal = principalOf(scene, run, head, null, cast)
  const bearer =
    principal && /^(the|his|her|their)$/i.test(scene.forms[run.first]!) && onlyBearer(cast, scene.tagged.lemmas[head]!, principal)
  return bearer ? inferred(bearer) : null
}

/** In this order. The comment above each says which words it reads. */
const READERS: readonly Reader[] = [
  noOne,
  listed,
  relative,
  pronoun,
  handle,
  namedLast,
  byParty,
  named,
  namedBeside,
  bodyBeside,
  namedOutlet,
  publishers,
  possessed,
  namedElsewhere,
  saidBefore,
  body,
  carrier,
  namedByHerself,
  namedLater,
  byRole,
  byOffice,
]
