import type { Citing, Said } from "../data.ts"
import { child, type Run, subtree } from "../tree.ts"
import type { Actor, Cast } from "./cast.ts"
import { type Scene, sentenceAt, spanOf, wordsOf } from "./scene.ts"
import type { Dated } from "./when.ts"
import { type Memory, meant } from "./who.ts"
import { DOCUMENTS, PUBLICATION_NOUNS, UNNAMED_PEOPLE, VENUES } from "./words.ts"

/** Where to look for the circumstances of a statement: its cue, and what is not part of the words said. */
export interface Place {
  readonly scene: Scene
  readonly cast: Cast
  readonly memory: Memory
  /** Carries the cue. */
  readonly head: number
  readonly cue: Run
  readonly content: readonly Run[]
  readonly source: Run | null
  /** All dates of the sentence of a token. */
  readonly dates: (token: number) => readonly Dated[]
}

/** “said *in a Nov. 7 address to the council*”, “claimed, *in his book*, that …”: where or by what means it was said. */
export function venueOf(place: Place): Run | null {
  for (const token of outside(place)) {
    if (!isVenue(place.scene, token)) continue
    return venueRun(place, token)
  }
  return null
}

function isVenue({ tagged, tree, forms }: Scene, token: number): boolean {
  if (!VENUES.has(tagged.lemmas[token]!) || !/^NN/.test(tagged.tags[token]!) || tagged.labels[token] === "compound") return false
  return tree.children[token]!.some(
    each => tagged.labels[each] === "case" && /^(in|at|during|on|via|through|by|from|before)$/i.test(forms[each]!),
  )
}

/** The noun with all that hangs from it, less the preposition, and no further than the words said begin. */
function venueRun({ scene, content }: Place, token: number): Run {
  const { first, last } = subtree(scene.tree, token)
  const from = scene.tagged.labels[first] === "case" ? first + 1 : first
  const stop = content.filter(run => run.first > token).reduce((end, run) => Math.min(end, run.first), last)
  return { first: from, last: trimEnd(scene, from, Math.max(token + 1, stop)) }
}

function trimEnd({ forms }: Scene, first: number, last: number): number {
  while (last > first + 1 && /^[,.;:—–-]+$/.test(forms[last - 1]!)) last--
  return last
}

/** The tokens of the cue's sentence that are not content, the nearest to the cue first. */
function outside({ scene, head, content, cue }: Place): number[] {
  const { first, last } = sentenceAt(scene, head)
  const tokens: number[] = []
  const free = (token: number) => token >= first && token < last && !content.some(run => run.first <= token && token < run.last)
  const reach = Math.min(CIRCUMSTANCE_REACH, last - first)
  for (let step = 0; step <= reach; step++) {
    if (free(cue.last + step)) tokens.push(cue.last + step)
    if (free(cue.first - 1 - step)) tokens.push(cue.first - 1 - step)
  }
  return tokens
}

/** How far from its cue a circumstance may stand, in tokens. */
const CIRCUMSTANCE_REACH = 40

/** “said *on Nov. 11*”: the date nearest the cue that is no part of what is said. */
export function saidOf(place: Place): Said | null {
  const { head, content, cue } = place
  const free = place.dates(head).filter(({ first, last }) => !content.some(run => first < run.last && run.first < last))
  const distance = (run: Run) => (run.first >= cue.last ? run.first - cue.last : (cue.first - run.last) * 2)
  const [nearest] = free.filter(date => isSaidThen(place, date)).sort((a, b) => distance(a) - distance(b))
  return nearest?.said ?? null
}

/** The date hangs, over however many nouns, from the cue; or opens the sentence. A date in the speaker's description is another matter. */
function isSaidThen({ scene, head, source }: Place, date: Run): boolean {
  if (source && date.first < source.last && source.first < date.last) return false
  const { heads } = scene.tagged
  for (let token = date.last - 1, step = 0; token >= 0 && step < 8; token = heads[token]!, step++) if (token === head) return true
  return Math.abs(date.first - head) < 12
}

/** “told *the council*”, “in an interview with *Coast Radio*”: the hearer. */
export function hearerOf(place: Place): Run | null {
  const { scene, head, content } = place
  const { tagged, tree } = scene
  const free = (run: Run) => !content.some(each => each.first < run.last && run.first < each.last)
  if (TELL.has(tagged.lemmas[head]!)) {
    const object = child(tree, tagged, head, "iobj", "dobj")
    if (object !== null && object > head && free(subtree(tree, object))) return hearerRun(scene, subtree(tree, object), object)
  }
  if (ADDRESSED.has(tagged.lemmas[head]!)) {
    const object = child(tree, tagged, head, "dobj")
    if (object !== null) return hearerRun(scene, { first: tree.left[object]!, last: object + 1 }, object)
  }
  for (const token of outside(place)) {
    if (tagged.labels[token] !== "nmod") continue
    const mark = tree.children[token]!.find(each => tagged.labels[each] === "case")
    const above = tagged.heads[token]!
    const word = mark === undefined ? "" : scene.forms[mark]!.toLowerCase()
    if (word === "with" && above >= 0 && TALKS.has(tagged.lemmas[above]!))
      return hearerRun(scene, { first: mark! + 1, last: tree.right[token]! + 1 }, token)
    if (word === "to" && above === head && SAY.has(tagged.lemmas[head]!))
      return hearerRun(scene, { first: mark! + 1, last: tree.right[token]! + 1 }, token)
  }
  return null
}

const TELL = new Set(["tell", "inform", "remind", "assure", "warn", "notify", "ask", "advise", "brief"])
/** “Ott *congratulated* the crew on the rescue”: the one acted upon hears it. */
const ADDRESSED = new Set(["congratulate", "thank", "urge", "greet"])
const TALKS = new Set(["interview", "conversation", "call", "meeting", "talk", "phone"])
const SAY = new Set(["say", "explain", "write", "speak", "complain", "announce", "reply", "respond"])

function hearerRun(scene: Scene, { first, last }: Run, head: number): Run {
  let end = head + 1
  while (
    end < last &&
    !/^[,;:“"”)—–]$/.test(scene.forms[end]!) &&
    !/^(on|in|at|that|during|after|before|last|this|via|by|about)$/i.test(scene.forms[end]!)
  )
    end++
  return { first, last: end }
}

/** “in remarks published by *the Coast news agency*”, “*Coast Radio* quoted her as saying”: who carried the words. */
export function carriersOf(place: Place): Actor[] {
  const { scene, cast } = place
  const found: Actor[] = []
  for (const token of outside(place)) {
    const name = scene.nameOf[token]!
    if (name < 0 || scene.tagged.names[name]!.last - 1 !== token) continue
    const actor = cast.byName[name]!
    if (isCarriedBy(place, token) && actor !== cast.publisher && !found.includes(actor)) found.push(actor)
  }
  return found
}

const CARRY = new Set(["publish", "carry", "report", "quote", "cite", "broadcast", "air", "print", "release", "obtain", "run", "post"])

/** The name stands after “by” and hangs, over nouns of publishing, from a verb of carrying: “carried *by the state-run Coast news agency*”. */
function isCarriedBy({ scene }: Place, token: number): boolean {
  const { heads, lemmas } = scene.tagged
  let by = false
  for (let at = token, step = 0; at >= 0 && step < 5; at = heads[at]!, step++) {
    by ||= scene.tree.children[at]!.some(each => scene.forms[each]!.toLowerCase() === "by")
    if (at !== token && CARRY.has(lemmas[at]!)) return by
    if (at !== token && !/^NN|^POS|^JJ/.test(scene.tagged.tags[at]!)) return false
  }
  return false
}

/** An outlet that is told something is also the one who passes it on: “told *Coast Radio*”. */
export function isOutlet(actor: Actor | null): actor is Actor {
  return actor?.kind === "publication"
}

/** “reported, *citing two officials*”, “… , *according to the memo*”: what the source itself leans on. */
export function citingOf(place: Place): (Citing & { readonly run: Run }) | null {
  const { scene } = place
  const { tagged, tree, forms } = scene
  for (const token of outside(place)) {
    if (!/^(citing|quoting)$/i.test(forms[token]!)) continue
    const object = child(tree, tagged, token, "dobj") ?? nounAfter(scene, token)
    if (object === null) continue
    const run = { first: Math.max(token + 1, tree.left[object]!), last: trimEnd(scene, token + 1, endOfNoun(scene, object)) }
    return { ...spanOf(scene, run), run, kind: citedKind(scene, run, object), agents: [] }
  }
  return null
}

function nounAfter({ tagged }: Scene, token: number): number | null {
  for (let at = token + 1; at < Math.min(tagged.tags.length, token + 8); at++) {
    if (tagged.tags[at]!.startsWith("NN") && !tagged.tags[at + 1]?.startsWith("NN")) return at
  }
  return null
}

function endOfNoun({ tree, forms }: Scene, object: number): number {
  let end = object + 1
  while (end <= tree.right[object]! && !/^[,;:]$/.test(forms[end]!) && !/^that$/i.test(forms[end]!)) end++
  return end
}

function citedKind(scene: Scene, run: Run, head: number): Citing["kind"] {
  const { tagged, nameOf } = scene
  const lemma = tagged.lemmas[head]!
  if (nameOf[head]! >= 0) return "named"
  if (UNNAMED_PEOPLE.has(lemma) || /\b(sources?|people|officials?)\b/i.test(wordsOf(scene, run))) return "anonymous"
  if (DOCUMENTS.has(lemma)) return "document"
  return PUBLICATION_NOUNS.has(lemma) ? "named" : "anonymous"
}

/** Whom the hearer is, when the article names him. */
export function hearerActor({ scene, cast, memory }: Place, run: Run): Actor | null {
  for (let token = run.last - 1; token >= run.first; token--) {
    const name = scene.nameOf[token]!
    if (name >= 0) return cast.byName[name]!
  }
  return /^(PRP)/.test(scene.tagged.tags[run.first]!) ? meant(scene, cast, memory, run).actor : null
}
