import type { Attribution, Form, Known, Said, Stance } from "../data.ts"
import { type Span, slice } from "../span.ts"
import { child, type Run } from "../tree.ts"
import { askerIn } from "./asker.ts"
import type { Actor, Cast } from "./cast.ts"
import { type Carried, relayOf } from "./channel.ts"
import { type CueSight, cueSight } from "./cue-sight.ts"
import { hearerActor, hearerOf } from "./hearer.ts"
import { formOf } from "./manner.ts"
import { type Meant, type Memory, newMemory, type OpenDoubt } from "./memory.ts"
import { extentOf, holdersOf, withoutCitations } from "./nesting.ts"
import { carriedOn } from "./passage.ts"
import { clausesIn, outsideOf, type Place } from "./place.ts"
import { type Cited, citingOf } from "./relays.ts"
import { saidOf } from "./said.ts"
import { type Scene, sentenceAt, spanOf, tokensIn } from "./scene.ts"
import { stanceOf } from "./stance.ts"
import { unattributed } from "./unheard.ts"
import { merged, type Told, unnamedOf } from "./unnamed.ts"
import { venueOf } from "./venue.ts"
import { datesIn } from "./when.ts"
import { meant } from "./who.ts"
import { DOCUMENTS } from "./words.ts"

/** One attribution with everyone and everything in it found; what `finish` writes down as a statement. */
export interface Spoken {
  readonly attribution: Attribution
  /** The one whose speaker goes on here; null when this one stands for itself. */
  readonly before: Spoken | null
  readonly sight: CueSight
  readonly who: Actor | null
  readonly whoKnown: Known
  readonly stance: Stance
  readonly relayedBy: readonly Actor[]
  readonly relayKnown: Known
  readonly citing: Cited | null
  readonly said: Said | null
  readonly venue: Span | null
  readonly to: { readonly span: Span; readonly actor: Actor | null } | null
  readonly askedBy: Actor | null
  /** What is told of a source without a name, and the outlet that it must have told when no other is named. */
  readonly unnamed: Told | null
  readonly told: Actor | null
  /** Whom the pronouns of the content mean, by token. */
  readonly pronouns: ReadonlyMap<number, Actor>
}

interface Work {
  readonly scene: Scene
  readonly cast: Cast
  readonly memory: Memory
  readonly dates: Place["dates"]
  readonly clauses: Place["clauses"]
  readonly cueHeads: Place["cueHeads"]
  readonly doubts: OpenDoubt[]
  /** What has been told of sources without a name. */
  readonly unnamed: Map<Actor, Told>
  /** By index of the attribution. */
  readonly done: (Spoken | undefined)[]
  /** Indices of the attributions whose content holds each one, the innermost first. */
  readonly holders: readonly (readonly number[])[]
}

/** Resolves the attributions in the order a reader meets them; what holds another comes before it. Given in that order. */
export function speak(
  scene: Scene,
  cast: Cast,
  all: readonly Attribution[],
): { readonly spoken: readonly Spoken[]; readonly doubts: readonly OpenDoubt[] } {
  const found = withoutCitations(scene, all)
  const extents = found.map(extentOf)
  const order = [...found.keys()].sort(
    (a, b) => extents[a]!.start - extents[b]!.start || oneSpeaker(found[a]!, found[b]!) || extents[b]!.end - extents[a]!.end || a - b,
  )
  const memory = newMemory()
  const work: Work = {
    scene,
    cast,
    memory,
    dates: datesIn(scene),
    cueHeads: new Set(found.flatMap(({ cueHead }) => cueHead ?? [])),
    clauses: clausesIn(
      scene,
      found.flatMap(({ content }) => content.map(piece => tokensIn(scene.prose, piece))),
    ),
    doubts: [],
    unnamed: new Map(),
    done: new Array(found.length),
    holders: holdersOf(found, order),
  }
  for (const at of order) work.done[at] = resolveOne(work, found[at]!, at)
  const spoken = order.map(at => work.done[at]!)
  return { spoken, doubts: [...work.doubts, ...unattributed(scene, found)] }
}

/** “Ott *told* the Post it was open and *denied* the rest”: two cues of one subject are read in the order they stand. */
function oneSpeaker(a: Attribution, b: Attribution): number {
  return a.source && b.source && a.source.start === b.source.start && a.cue && b.cue ? a.cue.start - b.cue.start : 0
}

function resolveOne(work: Work, attribution: Attribution, at: number): Spoken {
  const { scene, cast } = work
  const content = attribution.content.map(piece => tokensIn(scene.prose, piece))
  const form = formOf(scene, content)
  const before = attribution.continues === null ? undefined : work.done[attribution.continues]
  if (!attribution.cue || attribution.cueHead === null) return goesOn(work, attribution, content, form, before)
  const cue = tokensIn(scene.prose, attribution.cue)
  const sight = cueSight(scene, cue, attribution.cueHead, content, form)
  const stance = stanceOf(sight)
  const source = attribution.source ? tokensIn(scene.prose, attribution.source) : answerer(sight, stance)
  const { cueHead: head } = attribution
  const place: Place = { ...work, head, cue, content, source, outside: outsideOf({ ...work, head, content, cue }) }
  const speaker = whoSpeaks(work, place, attribution, stance)
  const isNested = work.holders[at]!.length > 0
  const told = carriedOn(place, { who: speaker.who, isNested }, circumstances(work, place, at, speaker.who, speaker.stance))
  remember(work, speaker.who, content, place.head)
  if (told.venue && speaker.who) rememberMeans(work, told.venue, speaker.who)
  if (attribution.source && speaker.who && speaker.who.kind !== "document") rememberMeans(work, attribution.source, speaker.who)
  const unnamed = unnamedIn(work, speaker.who, place, told.citing)
  return {
    attribution,
    before: null,
    sight,
    ...speaker,
    ...told,
    // “The Post wrote to the abbey and received no reply”: who asked passes nothing on.
    relayedBy: stance === "unanswered" ? told.relayedBy.filter(actor => actor !== speaker.askedBy) : told.relayedBy,
    unnamed,
    told: unnamed && cast.publisher,
    pronouns: pronounsIn(work, content),
  }
}

/** An answer is someone's: “*Ruiz* has neither confirmed nor denied it”, where no source was found. The subject of the cue's verb. */
function answerer({ scene, head, content }: CueSight, stance: Stance): Run | null {
  if (stance === "asserts") return null
  for (let verb = head, step = 0; verb >= 0 && step < 3; verb = scene.tagged.heads[verb]!, step++) {
    const subject = child(scene.tree, scene.tagged, verb, "nsubj", "nsubjpass")
    if (subject === null || !/^(NN|PRP)/.test(scene.tagged.tags[subject]!)) continue
    if (content.some(({ first, last }) => first <= subject && subject < last)) return null
    return { first: scene.tree.left[subject]!, last: subject + 1 }
  }
  return null
}

/** “It was never closed.” in a paragraph of its own: the one who spoke before, by the same channel. */
function goesOn(work: Work, attribution: Attribution, content: readonly Run[], form: Form, before: Spoken | undefined): Spoken {
  const head = content[0]?.first ?? 0
  const sight = cueSight(work.scene, { first: head, last: head }, head, content, form)
  const own = stanceOf(sight)
  remember(work, before?.who ?? null, content, head)
  return {
    attribution,
    before: before ?? null,
    sight,
    who: before?.who ?? null,
    whoKnown: before?.who ? "inferred" : "unresolved",
    stance: own,
    relayedBy: before?.relayedBy ?? [],
    relayKnown: "inferred",
    citing: null,
    said: before?.said ?? null,
    venue: before?.venue ?? null,
    to: before?.to ?? null,
    askedBy: null,
    unnamed: before?.unnamed ?? null,
    told: before?.told ?? null,
    pronouns: pronounsIn(work, content),
  }
}

interface Speaker {
  readonly who: Actor | null
  readonly whoKnown: Known
  readonly stance: Stance
  readonly askedBy: Actor | null
}

/** Who takes the stance. Of one who was asked and did not answer, the grammar's subject may be the one who asked. */
function whoSpeaks(work: Work, place: Place, attribution: Attribution, stance: Stance): Speaker {
  const { scene, cast, memory } = work
  const subject: Meant = place.source ? meant(scene, cast, memory, place.source) : { actor: null, known: "unresolved", candidates: [] }
  if (attribution.source && !subject.actor) doubt(work, attribution.source, subject.candidates)
  const asked = stance === "unanswered" && isAsker(place) ? askedOne(place) : subject.actor
  if (asked !== subject.actor) return { who: asked, whoKnown: "inferred", stance, askedBy: subject.actor }
  const silent = stance === "unanswered" || stance === "declines"
  const askedBy = askerIn(place) ?? (silent ? cast.publisher : null)
  return { who: subject.actor, whoKnown: subject.known, stance, askedBy: askedBy === subject.actor ? null : askedBy }
}

function doubt({ scene, doubts }: Work, where: Span, candidates: readonly Actor[]): void {
  const word = slice(scene.prose.text, where)
  const names = candidates.map(({ name }) => name)
  const says = names.length ? `“${word}” could be ${names.join(" or ")}` : `It is not said who “${word}” is`
  doubts.push({ rule: "who-is-meant", start: where.start, end: where.end, says, candidates })
}

/** “The Post *received* no reply”, “The Post *had not heard* back”: the subject asked. */
function isAsker({ scene, head }: Place): boolean {
  return /^(receive|get|hear|obtain|have)$/.test(scene.tagged.lemmas[head]!)
}

const ASK = new Set([
  "contact",
  "ask",
  "approach",
  "email",
  "reach",
  "call",
  "request",
  "seek",
  "invite",
  "query",
  "phone",
  "message",
  "write",
])

/** “The Post contacted *the ferry line* but received no reply.” */
function askedOne({ scene, cast, memory, head }: Place): Actor | null {
  const { tagged, tree } = scene
  const { first, last } = sentenceAt(scene, head)
  for (let token = first; token < last; token++) {
    if (token === head || !ASK.has(tagged.lemmas[token]!)) continue
    const asked = child(tree, tagged, token, "dobj") ?? nounAfterTo(scene, token)
    if (asked === null || /^(comment|interview|response|reply|information|answer|explanation|clarification)$/.test(tagged.lemmas[asked]!))
      continue
    const left = tree.left[asked]!
    return meant(scene, cast, memory, { first: /^to$/i.test(scene.forms[left]!) ? left + 1 : left, last: asked + 1 }).actor
  }
  return null
}

/** “reached out *to the ferry line*” */
function nounAfterTo({ tagged, tree, forms }: Scene, verb: number): number | null {
  return tree.children[verb]!.find(each => tagged.labels[each] === "nmod" && forms[tree.left[each]!] === "to") ?? null
}

type Circumstances = Pick<Spoken, "relayedBy" | "relayKnown" | "citing" | "said" | "venue" | "to">

function circumstances(work: Work, place: Place, at: number, who: Actor | null, stance: Stance): Circumstances {
  const { scene } = work
  const hearer = hearerOf(place)
  const venue = venueOf(place, hearer)
  const around = aroundOf(work, place, at, who)
  return {
    ...relayOf(place, { who, hearer, venue, stance, ...around }),
    citing: citingOf(place),
    said: saidOf(place),
    venue: venue && spanOf(scene, venue),
    to: hearer && { span: spanOf(scene, hearer), actor: hearerActor(place, hearer) },
  }
}

/** “The Post reported, *citing two officials*, that Ott had said …”: who told the one in whose words it stands. */
function citedBy({ scene, cast, memory }: Work, { citing }: Spoken): readonly Actor[] {
  if (!citing || citing.actors.length > 0) return citing?.actors ?? []
  const { actor } = meant(scene, cast, memory, tokensIn(scene.prose, citing))
  return actor?.kind === "unnamed" ? [actor] : []
}

/** In whose words a statement stands, with all through whom those came. Who denies “Ott’s *claim* that …” passes it not on. */
function aroundOf(work: Work, { head }: Place, at: number, who: Actor | null): Pick<Carried, "outer" | "within"> {
  const { holders, done, scene } = work
  const [first] = holders[at]!
  const holder = first === undefined ? undefined : done[first]
  if (!holder || (holder.stance === "denies" && scene.tagged.tags[head]!.startsWith("NN"))) return { outer: [], within: [] }
  const outer = holder.who && holder.who !== who ? [holder.who, ...holder.relayedBy] : holder.relayedBy
  return { outer: [...citedBy(work, holder), ...outer], within: holder.sight.content }
}

/** What the text has told up to here of a source, or of those cited, who are not named. */
function unnamedIn({ scene, unnamed }: Work, who: Actor | null, { source }: Place, citing: Cited | null): Told | null {
  if (who?.kind !== "unnamed") return citing?.kind === "anonymous" ? unnamedOf(scene, tokensIn(scene.prose, citing)) : null
  const told = source && merged(unnamed.get(who), unnamedOf(scene, source))
  if (told) unnamed.set(who, told)
  return told ?? unnamed.get(who) ?? null
}

/** “that *he* had spoken”: the personal pronouns in subject's place, each with the one it means. */
function pronounsIn({ scene, cast, memory }: Work, content: readonly Run[]): Map<number, Actor> {
  const out = new Map<number, Actor>()
  for (const { first, last } of content)
    for (let token = first; token < Math.min(last, first + PRONOUN_REACH); token++) {
      if (scene.tagged.tags[token] !== "PRP" || !scene.tagged.labels[token]!.startsWith("nsubj")) continue
      const { actor } = meant(scene, cast, memory, { first: token, last: token + 1 })
      if (actor) out.set(token, actor)
    }
  return out
}

/** Who takes part in what is said is told at its beginning. Tokens. */
const PRONOUN_REACH = 30

function remember({ memory, scene }: Work, who: Actor | null, content: readonly Run[], spokeAt: number): void {
  if (!who) return
  memory.speakers.push(who)
  memory.spokeAt = spokeAt
  for (const { first, last } of content)
    for (const token of [first, last - 1]) {
      const quotation = scene.quotedBy[token]!
      if (quotation >= 0) memory.quoted.set(quotation, who)
    }
}

/** “said in *a statement*”: what the statement says further down, she says. */
function rememberMeans({ memory, scene }: Work, venue: Span, who: Actor): void {
  const { first, last } = tokensIn(scene.prose, venue)
  for (let token = first; token < last; token++)
    if (DOCUMENTS.has(scene.tagged.lemmas[token]!)) memory.means.set(scene.tagged.lemmas[token]!, who)
}
