import type { Name } from "../data.ts"
import { child, type Run, subtree } from "../tree.ts"
import type { Actor, Cast } from "./cast.ts"
import { bodyNamed } from "./owned.ts"
import { bodyAbove, campaignIn, forceOf, isSpeaker, principalIn, principalOf, roleNoun } from "./principal.ts"
import { type Scene, sentenceAt, wordsOf } from "./scene.ts"
import { employerOf } from "./staff.ts"
import { FEMALE_NOUNS, MALE_NOUNS, TITLES } from "./words.ts"

/**
 * Titles before names, and what stands beside them: “port spokeswoman *Lena Ott*”, “*Lena Ott*, a lawyer for the port”. Writes into the cast.
 * Looks twice: for whom a bare “spokeswoman” speaks is only asked when nothing tells it outright.
 */
export function giveRoles(scene: Scene, cast: Cast): void {
  for (const bare of [false, true])
    scene.names.forEach((name, at) => {
      if (!bare || cast.byName[at]!.actsFor === null) addRoles({ scene, cast, bare }, name, cast.byName[at]!)
    })
}

interface Giving {
  readonly scene: Scene
  readonly cast: Cast
  /** Whether a role without a word for whom may take the body spoken of. */
  readonly bare: boolean
}

function addRoles(giving: Giving, name: Name, actor: Actor): void {
  const { scene, cast } = giving
  if (actor.kind !== "person") return
  const { tagged, tree } = scene
  const head = name.last - 1
  const inside = cast.titles[scene.nameOf[head]!] ?? null
  const before = titleBefore(scene, name, sentenceAt(scene, head).first)
  const title = before && inside ? { first: before.first, last: inside.last } : (before ?? inside)
  if (title) takeRole(giving, actor, title)
  const beside = child(tree, tagged, head, "appos")
  if (beside !== null && beside > head) takeRole(giving, actor, subtree(tree, beside))
  const above = tagged.heads[head]!
  if (tagged.labels[head] === "appos" && above >= 0 && above < head) takeRole(giving, actor, { first: tree.left[above]!, last: name.first })
  const speaks = beforeComma(scene, name) ?? behindComma(scene, name)
  if (speaks) takeRole(giving, actor, speaks)
  const outlet = outletBefore(scene, name, cast)
  if (outlet) actor.actsFor ??= outlet
  const predicate = predicateOf(scene, head)
  if (predicate) takeRole(giving, actor, predicate)
  const force = actor.actsFor === null && title ? forceBehind(scene, name, title) : null
  if (force) actor.actsFor = principalIn(scene, force, actor, cast)
  const behalf = speaksFor(scene, name) ?? onBehalf(scene, name)
  if (behalf) actor.actsFor ??= principalIn(scene, behalf, actor, cast) ?? nounIn(scene, behalf, cast)
}

/** “Lena Ott is *chief pilot at the port*” */
function predicateOf({ tagged, tree }: Scene, name: number): Run | null {
  const noun = tagged.heads[name]!
  if (tagged.labels[name] !== "nsubj" || noun <= name || tagged.tags[noun] !== "NN") return null
  const verb = tree.children[noun]!.find(each => tagged.labels[each] === "cop" && each < noun)
  return verb === undefined ? null : { first: verb + 1, last: tree.right[noun]! + 1 }
}

/** “Superintendent David Osgrave *of Salloway Police*” */
function forceBehind({ forms, nameOf, names, tagged }: Scene, { last }: Name, title: Run): Run | null {
  const isRank = OFFICERS.has(tagged.lemmas[title.last - 1]!.toLowerCase())
  const body = nameOf[last + 1] ?? -1
  return isRank && /^(of|with|from)$/i.test(forms[last] ?? "") && body >= 0 && names[body]!.kind !== "person" ? names[body]! : null
}

/** “who speaks for *the opposition* on transport” */
function nounIn(scene: Scene, { first, last }: Run, cast: Cast): Actor | null {
  let from = first
  while (from < last && /^(for|on|behalf|of)$/i.test(scene.forms[from]!)) from++
  let end = from
  while (end < last && /^(DT|JJ|NN)/.test(scene.tagged.tags[end]!)) end++
  return end > from ? bodyNamed(cast, wordsOf(scene, { first: from, last: end }).replace(/^(the|a|an)\s+/i, "")) : null
}

/** “said *Ruiz’s lawyer*, Lena Ott.”: what leans on a name across a comma, whatever the grammar says, when it is a speaker. */
function beforeComma(scene: Scene, { first }: Name): Run | null {
  const { forms, tagged } = scene
  const noun = forms[first - 1] === "," ? leaningNoun(scene, first - 2) : -1
  if (noun < 0) return null
  let from = noun
  while (from > 0 && first - from < LONGEST_ROLE && /^(NN|JJ|POS|PRP\$|CD|VBN|HYPH)/.test(tagged.tags[from - 1]!)) from--
  return { first: from, last: first - 1 }
}

/** The noun for one who speaks that ends here, or that “of” ties to a name that does: “the *editor* of the Harbor Post”. −1 without. */
function leaningNoun(scene: Scene, last: number): number {
  const { forms, nameOf, names, tagged } = scene
  const leans = (noun: number) =>
    noun >= 0 && (isSpeaker(scene, noun) || EDITORS.has(tagged.lemmas[noun]!) || /^(executive|ceo|ambassador)$/i.test(forms[noun]!))
  if (last < 0 || leans(last)) return last
  const name = nameOf[last]!
  if (name < 0) return -1
  const of = names[name]!.first - (/^the$/i.test(forms[names[name]!.first - 1] ?? "") ? 2 : 1)
  return of > 0 && /^(of|for|to)$/i.test(forms[of]!) && leans(of - 1) ? of - 1 : -1
}

/** “Lena Ott, *a spokeswoman for the port*, said …” */
function behindComma(scene: Scene, { last }: Name): Run | null {
  const { forms } = scene
  if (forms[last] !== ",") return null
  for (let token = last + 1; token < last + LONGEST_ROLE && forms[token] && !/^[,;:.“”"]$/.test(forms[token]!); token++) {
    if (/^(who|which|said|says|told|and|but|was|is)$/i.test(forms[token]!)) return null
    if (!isSpeaker(scene, token) || forms[token + 1] === "POS") continue
    let end = token + 1
    while (end < last + LONGEST_ROLE && forms[end] && !/^([,;:.“”"]|said|says|told|who|wrote|added)$/.test(forms[end]!)) end++
    return { first: last + 1, last: end }
  }
  return null
}

/** The nouns and adjectives that lean on a name from the left, up to an article or another mark. */
function titleBefore({ tagged, tree }: Scene, { first, last }: Name, limit: number): Run | null {
  const head = tagged.heads[last - 1]!
  let from = first
  while (from > limit && /^(NN|JJ|VBN|POS|HYPH|CD)/.test(tagged.tags[from - 1]!) && tree.right[from - 1]! < last && from - 1 !== head)
    from--
  const hasNoun = tagged.tags.slice(from, first).some(tag => tag.startsWith("NN"))
  return from < first && hasNoun ? { first: from, last: first } : null
}

/** “*Coast Radio’s* Dora Lind” */
function outletBefore({ tagged, nameOf }: Scene, { first }: Name, cast: Cast): Actor | null {
  const name = tagged.tags[first - 1] === "POS" ? nameOf[first - 2]! : -1
  return name >= 0 && cast.byName[name]!.kind === "publication" ? cast.byName[name]! : null
}

/** “Lena Ott, who *speaks for the port*”; “Ott, *speaking on behalf of the port*”. */
function speaksFor({ forms, tree, tagged }: Scene, { last }: Name): Run | null {
  if (forms[last] !== ",") return null
  const verb = forms.slice(last, last + 4).findIndex(word => /^(speaks|speaking|spoke)$/i.test(word))
  if (verb < 0) return null
  const of = tree.children[last + verb]!.find(each => tagged.labels[each] === "nmod" && /^(for|on)$/i.test(forms[tree.left[each]!]!))
  return of === undefined ? null : subtree(tree, of)
}

/** “Speaking *on behalf of the families*, Lena Ott said …” */
function onBehalf(scene: Scene, { first }: Name): Run | null {
  const { forms } = scene
  if (forms[first - 1] !== ",") return null
  const start = sentenceAt(scene, first).first
  const of = forms.indexOf("of", start)
  return of > 0 && of < first - 2 && /^behalf$/i.test(forms[of - 1]!) && of - start < 5 ? { first: of + 1, last: first - 1 } : null
}

function takeRole({ scene, cast, bare }: Giving, actor: Actor, run: Run): void {
  const cut = cutAtComma(scene, run)
  if (cut.first >= cut.last || cut.last - cut.first > LONGEST_ROLE) return
  const words = wordsOf(scene, cut)
    .replace(/^(the|a|an)\s+/i, "")
    .replace(/\s*\b(mrs?|ms)\.?$/i, "")
  const head = roleNoun(scene, cut)
  if (head === null || !/\p{L}{2}/u.test(words) || !isRole(scene, cut, head)) return
  if (!actor.roles.includes(words)) enterRole(cast, actor, words)
  if (/^the$/i.test(scene.forms[cut.first]!)) enterDefinite(cast, actor, scene.tagged.lemmas[head]!.toLowerCase())
  const lemma = scene.tagged.lemmas[head]!
  if (FEMALE_NOUNS.has(lemma)) actor.pronoun = "she"
  if (MALE_NOUNS.has(lemma)) actor.pronoun = "he"
  if (FORMER.test(words)) return
  if (CAMPAIGNERS.has(lemma) && /\bcampaign\b/i.test(words)) actor.actsFor ??= campaignIn(scene, cut, actor, cast)
  if (HEADS.test(words)) actor.actsFor ??= principalOf(scene, cut, head, actor, cast)
  actor.actsFor ??= employerOf({ scene, cast, bare }, cut, head, actor)
  if (isOfficer(lemma.toLowerCase(), words)) actor.actsFor ??= aBody(forceOf(scene, cut, head, actor, cast))
  if (CAMPAIGNERS.has(lemma) && /\b(campaign|communications|press|media relations)\b/i.test(words))
    actor.actsFor ??= campaignIn(scene, cut, actor, cast) ?? principalOf(scene, cut, head, actor, cast)
  const principal =
    isSpeaker(scene, head) || EDITORS.has(lemma)
      ? (principalOf(scene, cut, head, actor, cast) ?? (bare ? bodyAbove(scene, cut, cast) : null))
      : null
  if (principal && (!EDITORS.has(lemma) || principal.kind === "publication")) actor.actsFor ??= principal
  else if (EDITORS.has(lemma)) actor.actsFor ??= paperIn(scene, cut, cast)
}

/** “*Chief* Superintendent Lena Ott”: a rank, and no force. */
function aBody(actor: Actor | null): Actor | null {
  return actor && !TITLES.has(actor.name.toLowerCase()) ? actor : null
}

/** “Ruiz, *Martin Brask*”, “Ott, *Harbor Bridge*”, “Ott, *to be sure*”: another's name and what begins with a small word is no role. */
function isRole({ names, nameOf, tagged, forms }: Scene, { first, last }: Run, head: number): boolean {
  if (/^(IN|TO|W|VB[DZP]|RB)/.test(tagged.tags[first]!) || tagged.tags[last - 1] === "POS") return false
  const name = nameOf[head]!
  return name < 0 || head < names[name]!.last - 1 || TITLES.has(forms[head]!.toLowerCase())
}

/** “*former* Harbor spokeswoman”, “*then*-spokesman”: what someone was does not tell for whom he speaks. */
const FORMER = /^(then|former|ex|onetime|one-time|longtime former)\b/i

/** “State Police *Lt.* David Osgrave”, “a corrections *officer* at the Port Salloway jail”: they speak for their force. */
const OFFICERS = new Set(
  "lt lt. sgt sgt. capt capt. cpl. det. lieutenant sergeant captain agent trooper detective inspector superintendent deputy constable".split(
    " ",
  ),
)

function isOfficer(lemma: string, words: string): boolean {
  return OFFICERS.has(lemma) || (/^(officer|chief|commissioner|sheriff)$/.test(lemma) && FORCE.test(words))
}

const FORCE = /\b(police|sheriff|fire|corrections?|prison|jail|patrol|border|customs|probation|law enforcement)\b/i

/** “Ruiz campaign *manager* Lena Ott”, “the port's communications *director*”: they speak for the campaign, or the body. */
const CAMPAIGNERS = new Set("manager chairman chairwoman chair director chief strategist adviser advisor aide surrogate officer".split(" "))

/** “Keith Marlow, *the councillor*, said”: one of whom the text has told already, as “a local councillor”. */
function enterDefinite({ definite }: Cast, actor: Actor, noun: string): void {
  const known = definite.get(noun)
  if (!known) definite.set(noun, [actor])
  else if (!known.includes(actor) && known.length < MOST_BEARERS) known.push(actor)
}

function enterRole({ bearers }: Cast, actor: Actor, words: string): void {
  actor.roles.push(words)
  for (const word of new Set(words.toLowerCase().split(/[^\p{L}-]+/u))) {
    const known = bearers.get(word)
    if (!known) bearers.set(word, [actor])
    else if (!known.includes(actor) && known.length < MOST_BEARERS) known.push(actor)
  }
}

/** More than this bear a role like “senator” only in a list; one alone is then never meant. */
const MOST_BEARERS = 50

/** “Harbor Post *editor* Lena Ott”: speaks for the paper. */
const EDITORS = new Set(["editor", "editor-in-chief", "publisher"])

/** “Harbor Lines’ *chief executive*, Lena Ott”, “the union's *general secretary*”, “the *ambassador*”: they speak for the whole. */
const HEADS = /\b(chief executive|ceo|general secretary|secretary[- ]general|ambassador|chief of staff)\b/i

/** “*Coast Radio* Northland editor”, “editor of the newspaper *Tide*” */
function paperIn({ nameOf, forms }: Scene, { first, last }: Run, cast: Cast): Actor | null {
  for (let token = first; token < last; token++) {
    const name = nameOf[token]!
    if (
      name >= 0 &&
      (cast.byName[name]!.kind === "publication" ||
        /(newspaper|magazine|daily|weekly|of the) $/i.test(`${forms[token - 2]} ${forms[token - 1]} `))
    )
      return cast.byName[name]!
  }
  return null
}

/** A longer description than this is a clause, not a role. Tokens. */
const LONGEST_ROLE = 18

function cutAtComma({ forms }: Scene, { first, last }: Run): Run {
  while (first < last && /^[,(–—-]$/.test(forms[first]!)) first++
  let end = first
  while (end < last && !/^[,;:()]$/.test(forms[end]!)) end++
  return { first, last: end }
}
