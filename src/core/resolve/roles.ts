import type { Name } from "../data.ts"
import { child, type Run, subtree } from "../tree.ts"
import type { Actor, Cast } from "./cast.ts"
import { owned } from "./owned.ts"
import { type Scene, sentenceAt, wordsOf } from "./scene.ts"
import { FEMALE_NOUNS, MALE_NOUNS, SPEAKS_FOR } from "./words.ts"

/** Titles before names, and what stands beside them: “port spokeswoman *Lena Ott*”, “*Lena Ott*, a lawyer for the port”. Writes into the cast. */
export function giveRoles(scene: Scene, cast: Cast): void {
  scene.names.forEach((name, at) => {
    addRoles(scene, name, cast.byName[at]!, cast)
  })
}

function addRoles(scene: Scene, name: Name, actor: Actor, cast: Cast): void {
  if (actor.kind !== "person") return
  const { tagged, tree } = scene
  const head = name.last - 1
  const before = titleBefore(scene, name, sentenceAt(scene, head).first)
  if (before) takeRole(scene, actor, before, cast)
  const beside = child(tree, tagged, head, "appos")
  if (beside !== null && beside > head) takeRole(scene, actor, subtree(tree, beside), cast)
  const above = tagged.heads[head]!
  if (tagged.labels[head] === "appos" && above >= 0 && above < head)
    takeRole(scene, actor, { first: tree.left[above]!, last: name.first }, cast)
  const outlet = outletBefore(scene, name, cast)
  if (outlet) actor.actsFor ??= outlet
  const speaks = speaksFor(scene, name)
  if (speaks) actor.actsFor ??= principalIn(scene, speaks, actor, cast)
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

function takeRole(scene: Scene, actor: Actor, run: Run, cast: Cast): void {
  const cut = cutAtComma(scene, run)
  if (cut.first >= cut.last || cut.last - cut.first > LONGEST_ROLE) return
  const words = wordsOf(scene, cut).replace(/^(the|a|an)\s+/i, "")
  const head = roleNoun(scene, cut)
  if (head === null) return
  if (!actor.roles.includes(words)) enterRole(cast, actor, words)
  const lemma = scene.tagged.lemmas[head]!
  if (FEMALE_NOUNS.has(lemma)) actor.pronoun = "she"
  if (MALE_NOUNS.has(lemma)) actor.pronoun = "he"
  const principal = isSpeaker(scene, head) || EDITORS.has(lemma) ? principalOf(scene, cut, head, actor, cast) : null
  if (principal && (!EDITORS.has(lemma) || principal.kind === "publication")) actor.actsFor ??= principal
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

/** A longer description than this is a clause, not a role. Tokens. */
const LONGEST_ROLE = 18

function cutAtComma({ forms }: Scene, { first, last }: Run): Run {
  while (first < last && /^[,(–—-]$/.test(forms[first]!)) first++
  let end = first
  while (end < last && !/^[,;:()]$/.test(forms[end]!)) end++
  return { first, last: end }
}

/** The noun a role turns on: the last before “for” or “of”. */
function roleNoun({ tagged, forms }: Scene, { first, last }: Run): number | null {
  let noun: number | null = null
  for (let token = first; token < last; token++) {
    if (noun !== null && /^(for|of|to|at|in|who|that|with)$/i.test(forms[token]!)) break
    if (tagged.tags[token]!.startsWith("NN")) noun = token
  }
  return noun
}

/** “Harbor *spokeswoman*”, “*press secretary*”. “Secretary” alone is an office. */
export function isSpeaker({ tagged: { lemmas } }: Scene, head: number): boolean {
  const lemma = lemmas[head]!.toLowerCase()
  return SPEAKS_FOR.has(lemma) || (lemma === "secretary" && lemmas[head - 1]?.toLowerCase() === "press")
}

/** For whom a spokesman speaks: after “for” or “of” (“a spokeswoman *for the port*”), or before the noun (“*Port Authority* spokesman”, “*Ruiz’s* lawyer”). */
export function principalOf(scene: Scene, { first, last }: Run, head: number, self: Actor | null, cast: Cast): Actor | null {
  const mark = scene.forms.slice(head + 1, Math.min(last, head + 4)).findIndex(word => /^(for|of)$/i.test(word))
  const behind = mark < 0 ? null : principalIn(scene, { first: head + 2 + mark, last }, self, cast)
  return behind ?? (first < head ? principalIn(scene, { first, last: head }, self, cast) : null)
}

/** The body or person that a run of words names: its owner and noun, or else the name nearest to its end that is no mere origin. */
function principalIn(scene: Scene, run: Run, self: Actor | null, cast: Cast): Actor | null {
  const body = owned(scene, cast, run)
  if (body && body !== self) return body
  let place: Actor | null = null
  for (let token = run.last - 1; token >= run.first; token--) {
    const name = scene.nameOf[token]!
    if (name < 0 || cast.byName[name] === self) continue
    const { kind } = scene.names[name]!
    if (kind === "other" && scene.tagged.tags[token]!.startsWith("JJ")) continue
    if (kind !== "place" || token === run.last - 1) return cast.byName[name]!
    place ??= cast.byName[name]!
  }
  return place
}
