import { loadModel } from "../../model/index.ts"
import { attribute } from "../../src/core/attribute/index.ts"
import type { Article } from "../../src/core/data.ts"
import { type Actor, castOf } from "../../src/core/resolve/cast.ts"
import { newMemory } from "../../src/core/resolve/memory.ts"
import { giveRoles } from "../../src/core/resolve/roles.ts"
import { type Scene, sceneOf, tokensIn } from "../../src/core/resolve/scene.ts"
import { type Spoken, speak } from "../../src/core/resolve/speak.ts"
import { meant } from "../../src/core/resolve/who.ts"
import { segment } from "../../src/core/segment/index.ts"
import { tag } from "../../src/core/tag/index.ts"
import { type Cluster, coreference, type Figure } from "../coreference.ts"
import { gumPeople, type Mention, type Peopled, silverPeople } from "../persons.ts"

export const about = "Who is meant: coreference of persons' names and pronouns on GUM (gold) and PolNeAR dev (CoreNLP's silver)"

/** `npm run measure -- names [--train] [--misses]`: GUM's dev and test, or its train side; and the silver. */
export function measure(args: readonly string[]): void {
  const sets: Readonly<Record<string, readonly Peopled[]>> = args.includes("--train")
    ? { "GUM train": gumPeople(["train"]) }
    : { "GUM dev and test": gumPeople(["dev", "test"]), "PolNeAR dev, silver": silverPeople() }
  for (const [name, documents] of Object.entries(sets)) {
    const read = documents.map(reader())
    console.log(`${name}: ${documents.length} documents, ${documents.flatMap(({ mentions }) => mentions).length} mentions`)
    for (const line of figures(read)) console.log(line)
    if (args.includes("--misses")) for (const each of read) misses(each)
  }
}

/** What a gate can keep, in percent. */
export type NameFigures = Readonly<Record<"pronouns" | "pronouns that speak" | "coreference" | "silver: pronouns that speak", number>>

/** GUM's dev and test, and the silver. */
export function nameFigures(): NameFigures {
  const read = reader()
  const gum = gumPeople(["dev", "test"]).map(read)
  const silver = silverPeople().map(read)
  const right = (all: readonly Judged[]) => (100 * all.filter(each => each.right).length) / all.length
  return {
    pronouns: right(gum.flatMap(each => judged(each, each.pronouns))),
    "pronouns that speak": right(gum.flatMap(each => judged(each, each.sources))),
    coreference: 100 * coreference(gum.map(each => [goldClusters(each), foundClusters(each)] as const)).mean,
    "silver: pronouns that speak": right(silver.flatMap(each => judged(each, each.sources))),
  }
}

/** A document with what was found in it: whom each pronoun means, and the names of each actor, by the start of their heads. */
interface Found {
  readonly document: Peopled
  readonly pronouns: ReadonlyMap<number, Actor | null>
  readonly sources: ReadonlyMap<number, Actor | null>
  readonly names: readonly { readonly actor: Actor; readonly start: number; readonly end: number }[]
}

function reader(): (document: Peopled) => Found {
  const model = loadModel()
  return document => {
    const { text } = document
    const blocks = [...text.matchAll(/[^\n]+/g)].map(({ index, 0: { length } }) => ({
      role: "paragraph" as const,
      start: index,
      end: index + length,
    }))
    const article: Article = {
      id: "",
      url: null,
      publisher: null,
      title: null,
      authors: [],
      published: null,
      modified: null,
      language: "en",
      text,
      blocks,
    }
    const prose = segment(article)
    const tagged = tag(prose, model.tagging)
    const scene = sceneOf(article, prose, tagged)
    const cast = castOf(scene)
    giveRoles(scene, cast)
    const { spoken } = speak(scene, cast, attribute(prose, tagged, model.attribution))
    const names = scene.names.flatMap((name, at) =>
      cast.byName[at]!.kind === "person" ? [{ actor: cast.byName[at]!, start: name.start, end: name.end }] : [],
    )
    return { document, names, pronouns: allPronouns(scene, cast, spoken), sources: sourcesOf(scene, spoken) }
  }
}

const PRONOUN = /^(he|him|his|himself|she|her|hers|herself)$/i

/** Every “he” and “she” of the text, looked up with what had been said up to there. */
function allPronouns(scene: Scene, cast: Parameters<typeof meant>[1], spoken: readonly Spoken[]): Map<number, Actor | null> {
  const memory = newMemory()
  const said = spoken.flatMap(({ who, sight }) => (who ? [{ who, head: sight.head }] : [])).sort((a, b) => a.head - b.head)
  const found = new Map<number, Actor | null>()
  let at = 0
  scene.forms.forEach((form, token) => {
    while (at < said.length && said[at]!.head < token) {
      memory.spokeAt = said[at]!.head
      memory.speakers.push(said[at++]!.who)
    }
    if (!PRONOUN.test(form)) return
    found.set(scene.prose.tokens[token]!.start, meant(scene, cast, memory, { first: token, last: token + 1 }).actor)
  })
  return found
}

/** Pronouns that are the source of an attribution, with the actor that was found for it. */
function sourcesOf(scene: Scene, spoken: readonly Spoken[]): Map<number, Actor | null> {
  const sources = new Map<number, Actor | null>()
  for (const { attribution, who } of spoken) {
    if (!attribution.source) continue
    const { first, last } = tokensIn(scene.prose, attribution.source)
    if (last - first === 1 && PRONOUN.test(scene.forms[first]!)) sources.set(scene.prose.tokens[first]!.start, who)
  }
  return sources
}

// ── Scores ──────────────────────────────────────────────────────────────────────────────────────

function figures(all: readonly Found[]): string[] {
  const pronouns = all.flatMap(each => judged(each, each.pronouns))
  const sources = all.flatMap(each => judged(each, each.sources))
  const { muc, b3, ceafe, mean } = coreference(all.map(each => [goldClusters(each), foundClusters(each)] as const))
  return [
    `  pronouns (he, she)      ${accuracy(pronouns)}`,
    `  those that are sources  ${accuracy(sources)}`,
    `  MUC ${told(muc)}   B³ ${told(b3)}   CEAF-e ${told(ceafe)}   mean ${percent(mean)}`,
  ]
}

interface Judged {
  readonly right: boolean
  readonly open: boolean
  readonly mention: Mention
  readonly actor: Actor | null
}

/** Of those whose person has a name in the text: a pronoun is right when its actor's names are, most of them, names of the person that gold says. */
function judged(found: Found, pronouns: ReadonlyMap<number, Actor | null>): Judged[] {
  const entity = entities(found)
  return found.document.mentions.flatMap(mention => {
    const actor = pronouns.get(mention.start)
    const named = found.document.mentions.some(each => each.kind === "name" && each.entity === mention.entity)
    if (mention.kind !== "he" || actor === undefined || !named) return []
    return [{ right: actor !== null && entity.get(actor) === mention.entity, open: actor === null, mention, actor }]
  })
}

/** The gold person whom most names of an actor name. */
function entities({ document, names }: Found): Map<Actor, string> {
  const votes = new Map<Actor, Map<string, number>>()
  for (const { actor, start, end } of names) {
    const gold = document.mentions.find(each => each.kind === "name" && start <= each.start && each.end <= end)
    if (!gold) continue
    const own = votes.get(actor) ?? new Map<string, number>()
    own.set(gold.entity, (own.get(gold.entity) ?? 0) + 1)
    votes.set(actor, own)
  }
  return new Map([...votes].map(([actor, own]) => [actor, [...own].sort((a, b) => b[1] - a[1])[0]![0]]))
}

function accuracy(all: readonly Judged[]): string {
  const right = all.filter(each => each.right).length
  const open = all.filter(each => each.open).length
  return `${percent(right / all.length)} % right of ${all.length}, ${percent(open / all.length)} % left open, ${percent(right / (all.length - open))} % right of the rest`
}

function goldClusters({ document }: Found): Cluster[] {
  return clustersOf(document.mentions.filter(({ kind }) => kind !== "they").map(({ entity, start }) => [entity, start] as const))
}

/** A name found is the gold name whose head lies in it, and else one of its own. */
function foundClusters({ document, names, pronouns }: Found): Cluster[] {
  const named = names.map(({ actor, start, end }) => {
    const gold = document.mentions.find(each => each.kind === "name" && start <= each.start && each.end <= end)
    return [actor, gold?.start ?? `at ${start}`] as const
  })
  const meantBy = [...pronouns].flatMap(([start, actor]) => (actor ? [[actor, start] as const] : []))
  return clustersOf([...named, ...meantBy])
}

function clustersOf<T>(mentions: readonly (readonly [T, number | string])[]): Cluster[] {
  const clusters = new Map<T, string[]>()
  for (const [key, mention] of mentions) clusters.set(key, [...(clusters.get(key) ?? []), String(mention)])
  return [...clusters.values()]
}

function told({ p, r, f1 }: Figure): string {
  return `${percent(f1)} (${percent(p)}/${percent(r)})`
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}

function misses(found: Found): void {
  const { name, text, mentions } = found.document
  for (const { right, mention, actor } of judged(found, found.pronouns)) {
    if (right) continue
    const wanted = mentions.findLast(each => each.entity === mention.entity && each.kind === "name" && each.start < mention.start)
    const around = text.slice(Math.max(0, mention.start - 200), mention.end + 60).replace(/\s+/g, " ")
    const who = (at: Mention | undefined) => (at ? text.slice(at.start, at.end) : "—")
    console.log([name, text.slice(mention.start, mention.end), `want ${who(wanted)}`, `got ${actor?.name ?? "—"}`, around].join("\t"))
  }
}
