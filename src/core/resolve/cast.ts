import type { AgentKind, Name } from "../data.ts"
import type { Span } from "../span.ts"
import { child, type Run, subtree } from "../tree.ts"
import { type Scene, sentenceAt, spanOf, wordsOf } from "./scene.ts"
import { FEMALE_NAMES, FEMALE_NOUNS, MALE_NAMES, MALE_NOUNS, PUBLICATION_NAMES, PUBLICATION_NOUNS, SPEAKS_FOR, TITLES } from "./words.ts"

/** An agent while the article is being read: everything the text has told of it so far. */
export interface Actor {
  name: string
  kind: AgentKind
  readonly roles: string[]
  actsFor: Actor | null
  readonly mentions: Span[]
  /** What a pronoun for it would be. */
  pronoun: "he" | "she" | "it" | "they" | null
}

/** Everyone in the article, with the tokens that name them. */
export interface Cast {
  readonly actors: Actor[]
  /** The actor of each name in `tagged.names`. */
  readonly byName: readonly Actor[]
  readonly publisher: Actor | null
}

/** One actor for all its names: “Elena Ruiz”, “Ms. Ruiz”, “Ruiz”; “The Harbor Post”, “the Post”; “TASS”, “Tass”. */
export function castOf(scene: Scene): Cast {
  const { names } = scene.tagged
  const actors: Actor[] = []
  const known = new Map<string, Actor>()
  const full = (name: Name) => bareWords(scene, name).length > 1
  const byName: Actor[] = new Array(names.length)
  const order = [...names.keys()].sort((a, b) => Number(full(names[b]!)) - Number(full(names[a]!)) || a - b)
  const publisher = scene.article.publisher ? newActor(actors, scene.article.publisher, "publication") : null
  if (publisher) for (const key of keysOf(publisher.name.split(/\s+/), "organization")) known.set(key, publisher)
  for (const at of order) {
    const name = names[at]!
    const words = bareWords(scene, name)
    const actor = lookUp(known, words, name.kind) ?? newActor(actors, words.join(" "), kindOf(scene, name, words))
    for (const key of keysOf(words, name.kind)) if (!known.has(key)) known.set(key, actor)
    byName[at] = actor
  }
  names.forEach((name, at) => {
    describe(scene, name, byName[at]!)
  })
  const cast = { actors, byName, publisher }
  names.forEach((name, at) => {
    addRoles(scene, name, byName[at]!, cast)
  })
  return cast
}

export function newActor(actors: Actor[], name: string, kind: AgentKind): Actor {
  const actor: Actor = { name, kind, roles: [], actsFor: null, mentions: [], pronoun: null }
  actors.push(actor)
  return actor
}

/** The words of a name without titles before and possessive after it. */
function bareWords({ forms, tagged }: Scene, { first, last, kind }: Name): string[] {
  const words = forms.slice(first, last).filter((_, at) => tagged.tags[first + at] !== "POS")
  while (words.length > 1 && kind === "person" && TITLES.has(words[0]!.toLowerCase())) words.shift()
  while (words.length > 1 && words[0]!.toLowerCase() === "the") words.shift()
  return words.length ? words : [...forms.slice(first, last)]
}

/** Under which spellings the same actor may come again. A person by the last and the whole name; a body also by its initials and, if a newspaper, its last word. */
function keysOf(words: readonly string[], kind: string): string[] {
  const lower = words.map(word => word.toLowerCase()).filter(word => word !== "the")
  const whole = lower.join(" ")
  if (kind === "person") {
    const last = lower.at(-1)!
    return lower.length > 1
      ? [`person ${whole}`, `person ${lower[0]} … ${last}`, `surname ${last}`, `given ${lower[0]}`]
      : [`person ${whole}`]
  }
  const initials = words
    .filter(word => /^\p{Lu}/u.test(word) && word !== "The")
    .map(word => word[0]!.toLowerCase())
    .join("")
  const keys = [`body ${whole}`]
  if (lower.length > 1 && initials.length > 1) keys.push(`body ${initials}`, `body ${initials.split("").join(".")}.`)
  if (lower.length > 1 && PUBLICATION_NAMES.has(lower.at(-1)!)) keys.push(`body ${lower.at(-1)}`)
  return keys
}

function lookUp(known: ReadonlyMap<string, Actor>, words: readonly string[], kind: string): Actor | undefined {
  const lower = words.map(word => word.toLowerCase()).filter(word => word !== "the")
  const whole = lower.join(" ")
  if (kind === "person") {
    const last = lower.at(-1)!
    if (lower.length > 1) return known.get(`person ${whole}`) ?? known.get(`person ${lower[0]} … ${last}`)
    return known.get(`person ${whole}`) ?? known.get(`surname ${last}`) ?? known.get(`given ${last}`)
  }
  return known.get(`body ${whole}`) ?? (lower.length === 1 ? known.get(`surname ${whole}`) : undefined)
}

function kindOf(scene: Scene, name: Name, words: readonly string[]): AgentKind {
  if (name.kind === "person") return "person"
  const lasts = words.at(-1)!.toLowerCase()
  if (PUBLICATION_NAMES.has(lasts) && isPublicationName(words)) return "publication"
  return followedByOutlet(scene, name) ? "publication" : "organization"
}

/** Words that end names of newspapers and other names alike count only behind another word: “the Harbor Post”, not “Post”. */
function isPublicationName(words: readonly string[]): boolean {
  return words.length > 1 || /^\p{Lu}{2,}$/u.test(words[0]!) || words[0]!.length > 5
}

/** “the TASS news agency”, “Coastline magazine”: a noun of publishing right behind the name. */
function followedByOutlet({ tagged }: Scene, { last }: Name): boolean {
  return PUBLICATION_NOUNS.has(tagged.lemmas[last] ?? "") || (tagged.lemmas[last] === "news" && tagged.lemmas[last + 1] === "agency")
}

function describe(scene: Scene, name: Name, actor: Actor): void {
  actor.mentions.push(spanOf(scene, name))
  const words = bareWords(scene, name)
  if (actor.kind === "person") {
    const given = words[0]!.toLowerCase()
    const title = scene.forms[name.first - 1]?.toLowerCase() ?? ""
    if (words.length > 1 && FEMALE_NAMES.has(given)) actor.pronoun ??= "she"
    if (words.length > 1 && MALE_NAMES.has(given)) actor.pronoun ??= "he"
    if (/^(mrs|ms|miss|lady|dame|queen|princess)\.?$/.test(title)) actor.pronoun = "she"
    if (/^(mr|sir|lord|king|prince)\.?$/.test(title)) actor.pronoun = "he"
  } else actor.pronoun = "it"
}

/** Titles before a name, and what stands beside it: “port spokeswoman Lena Ott”, “Lena Ott, who speaks for the port”. */
function addRoles(scene: Scene, name: Name, actor: Actor, cast: Cast): void {
  if (actor.kind !== "person") return
  const { tagged, tree, forms } = scene
  const head = name.last - 1
  const sentence = sentenceAt(scene, head)
  const before = titleBefore(scene, name, sentence.first)
  if (before) takeRole(scene, actor, before, cast)
  const beside = child(tree, tagged, head, "appos")
  if (beside !== null && beside > head) takeRole(scene, actor, subtree(tree, beside), cast)
  if (tagged.labels[head] === "appos" && tagged.heads[head]! >= 0 && tagged.heads[head]! < head)
    takeRole(scene, actor, { first: tree.left[tagged.heads[head]!]!, last: name.first }, cast)
  void forms
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

function takeRole(scene: Scene, actor: Actor, run: Run, cast: Cast): void {
  const cut = cutAtComma(scene, run)
  if (cut.first >= cut.last || cut.last - cut.first > LONGEST_ROLE) return
  const words = wordsOf(scene, cut).replace(/^(the|a|an)\s+/i, "")
  const head = roleNoun(scene, cut)
  if (head === null) return
  if (!actor.roles.includes(words)) actor.roles.push(words)
  const lemma = scene.tagged.lemmas[head]!
  if (FEMALE_NOUNS.has(lemma)) actor.pronoun = "she"
  if (MALE_NOUNS.has(lemma)) actor.pronoun = "he"
  if (SPEAKS_FOR.has(lemma)) actor.actsFor ??= principalOf(scene, cut, head, actor, cast)
}

/** A longer description than this is a clause, not a role. Tokens. */
const LONGEST_ROLE = 14

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

/** For whom a spokesman speaks: the name before the noun (“Port Authority spokesman”), after “for” or “of”, or the owner (“Ruiz’s lawyer”). */
function principalOf(scene: Scene, { first, last }: Run, head: number, self: Actor, cast: Cast): Actor | null {
  const nearest = [...range(first, head).reverse(), ...range(head + 1, last)]
  for (const token of nearest) {
    const name = scene.nameOf[token]!
    if (name >= 0 && cast.byName[name] !== self) return cast.byName[name]!
  }
  return null
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
}
