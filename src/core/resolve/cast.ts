import type { AgentKind, Name } from "../data.ts"
import type { Span } from "../span.ts"
import type { Run } from "../tree.ts"
import { FEMALE_NAMES, MALE_NAMES } from "./given.ts"
import { type Scene, spanOf } from "./scene.ts"
import { bareWords, isSuffix, titleIn } from "./titles.ts"
import { PUBLICATION_NAMES, PUBLICATION_NOUNS } from "./words.ts"

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
  /** The actor of each name in `scene.names`. */
  readonly byName: readonly Actor[]
  /** By index of a name: the namesakes it could mean, when the text leaves it open. */
  readonly open: ReadonlyMap<number, readonly Actor[]>
  readonly publisher: Actor | null
  /** Persons by each word of their roles, in lower case. */
  readonly bearers: Map<string, Actor[]>
  /** Persons whom the text calls “the pilot”, as one met before, by that noun. */
  readonly definite: Map<string, Actor[]>
  /** Bodies by each of their names, in lower case: whole, initials, last words. */
  readonly bodies: ReadonlyMap<string, Actor>
  /** By index of a name: its tokens that are titles, “Port Minister” of “Port Minister Elena Ruiz”; null without. */
  readonly titles: readonly (Run | null)[]
  /** Bodies and helpers known by their owner: “Ruiz’s campaign”, “the Ruiz campaign”. By lower-cased name. */
  readonly owned: Map<string, Actor>
}

/** One actor for all its names: “Elena Ruiz”, “Ms. Ruiz”, “Ruiz”; “the Harbor Post”, “the Post”; “TASS”, “Tass”; “Port Workers’ Union”, “PWU”. */
export function castOf(scene: Scene): Cast {
  const { names, article } = scene
  const book: Book = {
    scene,
    actors: [],
    persons: new Map(),
    bodies: new Map(),
    shorts: new Map(),
    places: placesOf(scene),
    open: new Map(),
  }
  const byName: Actor[] = new Array(names.length)
  const publisher = article.publisher ? newActor(book.actors, article.publisher, "publication") : null
  if (publisher) enterBody(book, publisher, publisher.name.split(/\s+/))
  const bare = names.map(name => bareWords(scene, name))
  for (const at of longestFirst(bare)) {
    const name = names[at]!
    byName[at] = name.kind === "person" ? personOf(book, name, bare[at]!, at) : bodyOf(book, name, bare[at]!)
  }
  names.forEach((name, at) => {
    describe(scene, name, byName[at]!)
  })
  const titles = names.map((name, at) => titleIn(scene, name, bare[at]!))
  return {
    actors: book.actors,
    byName,
    publisher,
    open: book.open,
    bodies: book.bodies,
    titles,
    bearers: new Map(),
    definite: new Map(),
    owned: new Map(),
  }
}

/** Full names before surnames, which then find theirs; in text order otherwise. */
function longestFirst(bare: readonly (readonly string[])[]): number[] {
  return [...bare.keys()].sort((a, b) => Math.min(MOST_WORDS, bare[b]!.length) - Math.min(MOST_WORDS, bare[a]!.length) || a - b)
}

/** From this many words on a name is as full as any. */
const MOST_WORDS = 4

export function newActor(actors: Actor[], name: string, kind: AgentKind): Actor {
  const actor: Actor = { name, kind, roles: [], actsFor: null, mentions: [], pronoun: null }
  actors.push(actor)
  return actor
}

/** Who is known by which word, while names are told apart. */
interface Book {
  readonly scene: Scene
  readonly actors: Actor[]
  /** By surname, by given name, and by both. Several under one key are namesakes. */
  readonly persons: Map<string, Known[]>
  readonly bodies: Map<string, Actor>
  /** Bodies by the first and by the last word of their names; two at most. */
  readonly shorts: Map<string, Actor[]>
  /** First words of names of places, in lower case. */
  readonly places: ReadonlySet<string>
  readonly open: Map<number, readonly Actor[]>
}

interface Known {
  readonly actor: Actor
  /** Sentences in which the person is named in full, in text order. */
  readonly sentences: number[]
}

// ── Persons ─────────────────────────────────────────────────────────────────────────────────────

function personOf(book: Book, name: Name, words: readonly string[], at: number): Actor {
  const sentence = book.scene.tree.sentenceOf[name.first]!
  const lower = words.map(word => word.toLowerCase())
  if (words.length > 1) return fullName(book, lower, words.join(" "), sentence)
  const known = book.persons.get(`surname ${lower[0]}`) ?? book.persons.get(`given ${lower[0]}`)
  if (known) return namesake(book, gendered(book, known, name), sentence, at)
  return book.bodies.get(lower[0]!) ?? fullName(book, lower, words[0]!, sentence)
}

/** “Elena M. Ruiz” is “Elena Ruiz”; “Wasserman Ott” may be the whole surname of “Dora Wasserman Ott”. */
function fullName(book: Book, lower: readonly string[], name: string, sentence: number): Actor {
  const suffix = lower.length > 2 && isSuffix(lower.at(-1)!) ? lower.at(-1)!.replace(".", "") : ""
  if (suffix) return fullNameOf(book, lower.slice(0, -1), { name, sentence, suffix })
  return fullNameOf(book, lower, { name, sentence, suffix })
}

function fullNameOf(book: Book, lower: readonly string[], { name, sentence, suffix }: Written): Actor {
  const [given = "", last = ""] = [lower[0], lower.at(-1)]
  const whole = `${given} … ${last} ${suffix}`
  const known = book.persons.get(whole)?.[0] ?? (lower.length > 1 ? book.persons.get(`surname ${lower.join(" ")}`)?.[0] : undefined)
  if (known) {
    enterSorted(known.sentences, sentence)
    if (name.length > known.actor.name.length && known.actor.name.split(" ").length < 2) known.actor.name = name
    // “Elena M. Ruiz” whom the article also calls “Elena Ruiz” is known by that.
    if (lower.length === 2 && known.actor.name.replace(/ \p{Lu}\. /u, " ") === name) known.actor.name = name
    return known.actor
  }
  const fresh = { actor: newActor(book.actors, name, "person"), sentences: [sentence] }
  const keys =
    lower.length > 1 ? [whole, `given ${given}`, ...lower.slice(1).map((_, from) => `surname ${lower.slice(from + 1).join(" ")}`)] : []
  for (const key of keys.length ? keys : [whole, `surname ${last}`]) book.persons.set(key, [...(book.persons.get(key) ?? []), fresh])
  return fresh.actor
}

interface Written {
  readonly name: string
  readonly sentence: number
  /** “jr”; empty without. */
  readonly suffix: string
}

/** “*Mrs.* Ruiz” is none of the men of that name. */
function gendered({ scene }: Book, known: readonly Known[], { first }: Name): readonly Known[] {
  const title = scene.forms[first - 1]?.toLowerCase() ?? scene.forms[first]!.toLowerCase()
  const gender = FEMALE_TITLE.test(title) ? "she" : MALE_TITLE.test(title) ? "he" : null
  const fit = known.filter(({ actor }) => !gender || (givenGender(actor.name) ?? gender) === gender)
  return fit.length ? fit : known
}

/** Of several of one name the one named in full last, in this sentence or before; when two were named alike near, it stays open. */
function namesake({ open }: Book, known: readonly Known[], sentence: number, at: number): Actor {
  if (known.length === 1) return known[0]!.actor
  const near = known.map(({ actor, sentences }) => ({ actor, last: lastUpTo(sentences, sentence) })).sort((a, b) => b.last - a.last)
  if (near[0]!.last === near[1]!.last && near[0]!.last >= 0) open.set(at, [near[0]!.actor, near[1]!.actor])
  return near[0]!.last < 0 ? known[0]!.actor : near[0]!.actor
}

function enterSorted(sorted: number[], number: number): void {
  sorted.push(number)
  for (let at = sorted.length - 1; at > 0 && sorted[at - 1]! > number; at--) [sorted[at - 1], sorted[at]] = [number, sorted[at - 1]!]
}

/** The greatest of the sorted numbers that is not above a limit; -1 when there is none. */
function lastUpTo(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low ? sorted[low - 1]! : -1
}

// ── Bodies ──────────────────────────────────────────────────────────────────────────────────────

function bodyOf(book: Book, name: Name, words: readonly string[]): Actor {
  const key = keyOf(words)
  const known =
    book.bodies.get(key) ??
    (words.length === 1 ? (book.persons.get(`surname ${key}`)?.[0]?.actor ?? bodyShort(book, name, key)) : undefined)
  if (known) {
    // “the Gull told … from the *Gull* website”: what it is may be told further down.
    if (known.kind === "organization" && name.kind !== "place" && beforeOutletNoun(book.scene, name)) known.kind = "publication"
    return known
  }
  const actor = newActor(book.actors, words.join(" "), kindOf(book.scene, name, words))
  enterBody(book, actor, words)
  if (name.kind === "organization" && book.scene.prose.tokens[name.first]!.start > HEADLINE_UNITS) enterShort(book, actor, words)
  return actor
}

/** A headline joins what are names apart. UTF-16 code units from the beginning of the text. */
const HEADLINE_UNITS = 100

/** “*Rovers*” after “Port Salloway Rovers”, “*Delphin*” after “Delphin Lines”: the only body whose name so ends, or begins. */
function bodyShort({ places, shorts }: Book, { kind }: Name, key: string): Actor | undefined {
  // “Harbor Club *Twitter*”: the platform is no short name for one's account.
  if (kind !== "organization" || places.has(key) || PLATFORMS.has(key)) return undefined
  const bodies = shorts.get(key)
  return bodies?.length === 1 ? bodies[0] : undefined
}

const PLATFORMS = new Set(["twitter", "facebook", "instagram", "youtube", "tiktok", "telegram", "reddit", "linkedin"])

function placesOf({ names, forms }: Scene): Set<string> {
  return new Set(names.filter(({ kind }) => kind === "place").map(({ first }) => forms[first]!.toLowerCase()))
}

function enterShort({ shorts }: Book, actor: Actor, words: readonly string[]): void {
  if (words.length < 2) return
  for (const word of new Set([words[0]!.toLowerCase(), words.at(-1)!.toLowerCase()])) {
    const bodies = shorts.get(word)
    if (!bodies) shorts.set(word, [actor])
    else if (!bodies.includes(actor) && bodies.length < 2) bodies.push(actor)
  }
}

function keyOf(words: readonly string[]): string {
  return words
    .filter(word => !/^the$/i.test(word))
    .map(word => word.toLowerCase().replace(/\./g, ""))
    .join(" ")
}

/** A body is also known by its initials (“National Port Council”, “NPC”), a newspaper by its last word (“the Post”), a broadcaster by its first. */
function enterBody({ bodies }: Book, actor: Actor, words: readonly string[]): void {
  const own = words.filter(word => !/^the$/i.test(word))
  const initials = own.filter(word => /^\p{Lu}/u.test(word)).map(word => word[0]!.toLowerCase())
  const keys = [keyOf(words)]
  if (own.length > 1 && initials.length > 1) keys.push(initials.join(""))
  if (own.length > 1 && PUBLICATION_NAMES.has(own.at(-1)!.toLowerCase())) keys.push(own.at(-1)!.toLowerCase(), keyOf(own.slice(0, -1)))
  for (let from = 1; from < own.length - 1; from++) if (/^\p{Lu}/u.test(own[from]!)) keys.push(keyOf(own.slice(from)))
  for (const key of keys) if (key && !bodies.has(key)) bodies.set(key, actor)
}

function kindOf(scene: Scene, name: Name, words: readonly string[]): AgentKind {
  const last = words.at(-1)!.toLowerCase()
  const article = /^the$/i.test(scene.forms[name.first - 1] ?? "") || /^the$/i.test(scene.forms[name.first]!)
  if (PUBLICATION_NAMES.has(last) && (isPublicationName(words) || article)) return "publication"
  if (/^(radio|channel|tv|television)$/i.test(words[0]!) && words.length > 1) return "publication"
  if (words.length === 2 && BROADCASTERS.has(words[0]!) && !/^(trust|board|group|center|centre|union|foundation)$/.test(last))
    return "publication"
  if (name.kind === "other" && /(ians|eans|etans|icans|crats|ists|ites)$/.test(last)) return "group"
  return beforeOutletNoun(scene, name) || /\.(com|net|org|co\.uk)$/.test(last) ? "publication" : "organization"
}

/** “*BBC* Tonight”, “*CNN* Politics”: a programme or a branch, named behind its broadcaster. */
const BROADCASTERS = new Set(["BBC", "CNN", "NBC", "ABC", "CBS", "MSNBC", "NPR", "PBS", "ITV", "CBC", "RTE"])

/** “the *Northlandian* news agency”: where an outlet is from is none. */
export function isOrigin(word: string): boolean {
  return /(ian|ean|ican|ese|ish|aeli|aqi|tani)$/.test(word) && !PUBLICATION_NAMES.has(word.toLowerCase())
}

/** Words that end names of newspapers and other names alike count only behind another word or an article: “the Post”, not “Post”. */
function isPublicationName(words: readonly string[]): boolean {
  return words.length > 1 || /^\p{Lu}{2,}$/u.test(words[0]!) || words[0]!.length > 5
}

/** “the *TASS* news agency”, “newspaper *Coastline*”: a noun of publishing right behind or before the name. */
function beforeOutletNoun({ tagged: { lemmas, tags }, forms }: Scene, { first, last }: Name): boolean {
  // “a *Northlandian* news agency”: where it is from is no name of it.
  if (last - first === 1 && (tags[first]!.startsWith("JJ") || isOrigin(forms[first]!))) return false
  const behind = lemmas[last] ?? ""
  return (
    PUBLICATION_NOUNS.has(behind) || (behind === "news" && lemmas[last + 1] === "agency") || PUBLICATION_NOUNS.has(lemmas[first - 1] ?? "")
  )
}

// ── What a mention tells ────────────────────────────────────────────────────────────────────────

const FEMALE_TITLE = /^(mrs|ms|miss|lady|dame|queen|princess)\.?$/
const MALE_TITLE = /^(mr|sir|lord|king|prince)\.?$/

function describe(scene: Scene, name: Name, actor: Actor): void {
  actor.mentions.push(spanOf(scene, name))
  if (actor.kind !== "person") {
    actor.pronoun = "it"
    return
  }
  const titles = scene.forms.slice(Math.max(0, name.first - 1), name.last).map(word => word.toLowerCase())
  if (titles.some(word => FEMALE_TITLE.test(word))) actor.pronoun = "she"
  else if (titles.some(word => MALE_TITLE.test(word))) actor.pronoun = "he"
  else actor.pronoun ??= givenGender(actor.name)
}

function givenGender(name: string): "he" | "she" | null {
  const [given = "", ...others] = name.toLowerCase().split(" ")
  if (others.length === 0) return null
  return FEMALE_NAMES.has(given) ? "she" : MALE_NAMES.has(given) ? "he" : null
}
