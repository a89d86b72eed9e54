import { iriOf, named, TERMS } from "../core/index.ts"
import {
  type AgentLine,
  type ClaimSheet,
  type Db,
  type EveryAgent,
  type EveryArticle,
  type EveryClaim,
  type Evidence,
  everyAgent,
  everyArticle,
  everyClaim,
  everyJudgement,
} from "../ledger/index.ts"
import { graph, known } from "./lines.ts"

/** A term whose value names another node. */
const node = (id: string) => ({ "@id": id, "@type": "@id" })
const moment = (id: string) => ({ "@id": id, "@type": "xsd:dateTime" })

/** Terms of PROV-O (https://www.w3.org/TR/prov-o/) under their own names, and ours under `hearsay:`. */
const CONTEXT = {
  prov: "http://www.w3.org/ns/prov#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  dcterms: "http://purl.org/dc/terms/",
  hearsay: TERMS,
  id: "@id",
  type: "@type",
  label: "rdfs:label",
  comment: "rdfs:comment",
  issued: "dcterms:issued",
  modified: "dcterms:modified",
  wasRevisionOf: node("prov:wasRevisionOf"),
  specializationOf: node("prov:specializationOf"),
  wasAttributedTo: node("prov:wasAttributedTo"),
  wasQuotedFrom: node("prov:wasQuotedFrom"),
  wasDerivedFrom: node("prov:wasDerivedFrom"),
  hadPrimarySource: node("prov:hadPrimarySource"),
  wasGeneratedBy: node("prov:wasGeneratedBy"),
  wasInfluencedBy: node("prov:wasInfluencedBy"),
  wasAssociatedWith: node("prov:wasAssociatedWith"),
  actedOnBehalfOf: node("prov:actedOnBehalfOf"),
  used: node("prov:used"),
  hadMember: node("prov:hadMember"),
  endedAtTime: moment("prov:endedAtTime"),
} as const

/** A ledger as W3C PROV in JSON-LD: agents; articles, their reading, what was quoted from them and through whom; claims; judgements. */
export function provOf(db: Db): AsyncGenerator<string> {
  return graph(CONTEXT, nodes(db))
}

async function* nodes(db: Db): AsyncGenerator<object> {
  for await (const agent of everyAgent(db)) yield agentNode(agent)
  const readers = new Set<string | null>()
  for await (const article of everyArticle(db)) {
    if (!readers.has(article.reader)) yield readerNode(article.reader)
    readers.add(article.reader)
    yield* articleNodes(article)
    for (const said of article.evidence) yield* statementNodes(said)
  }
  for await (const claim of everyClaim(db)) yield claimNode(claim)
  for await (const judgement of everyJudgement(db)) yield* judgementNodes(judgement)
}

/** A document is no agent: it is an entity, of which others are derived. */
const AGENT_TYPES: Readonly<Record<AgentLine["kind"], readonly string[]>> = {
  person: ["prov:Agent", "prov:Person"],
  organization: ["prov:Agent", "prov:Organization"],
  publication: ["prov:Agent", "prov:Organization"],
  group: ["prov:Agent"],
  unnamed: ["prov:Agent"],
  document: ["prov:Entity"],
}

function agentNode({ id, name, kind, roles, actsFor, names }: EveryAgent): object {
  return known({
    id: named(id),
    type: AGENT_TYPES[kind],
    label: name,
    actedOnBehalfOf: actsFor && kind !== "document" ? named(actsFor.id) : null,
    "hearsay:kind": kind,
    "hearsay:name": names,
    "hearsay:role": roles,
  })
}

const readerOf = (reader: string | null) => named(`reader:${encodeURIComponent(reader ?? "unknown")}`)

function readerNode(reader: string | null): object {
  return known({
    id: readerOf(reader),
    type: ["prov:Agent", "prov:SoftwareAgent"],
    label: reader === null ? "Hearsay" : `Hearsay ${reader}`,
  })
}

const readingOf = (article: string) => named(`reading:${article}`)

function* articleNodes(article: EveryArticle): Generator<object> {
  const { id, title, outlet, publisher, published, modified, url, before, language, version, read, reader } = article
  yield known({
    id: named(id),
    type: ["prov:Entity", "hearsay:Article"],
    label: title ?? outlet ?? id,
    issued: published,
    modified,
    wasAttributedTo: publisher && named(publisher.id),
    wasRevisionOf: before && named(before),
    specializationOf: url && iriOf(url),
    "hearsay:outlet": outlet,
    "hearsay:language": language,
    "hearsay:version": version,
  })
  yield { id: readingOf(id), type: "prov:Activity", used: named(id), endedAtTime: read, wasAssociatedWith: readerOf(reader) }
}

/** A statement, and each hop by which it came: the nearest to the speaker is its primary source. */
function* statementNodes(said: Evidence): Generator<object> {
  const { id, article, agent, relayedBy, citing, judged } = said
  const hops = relayedBy.map((relay, at) => ({ id: named(`relay:${id}:${at + 1}`), relay }))
  const isDocument = agent?.kind === "document"
  const cited = citing?.agents.filter(({ kind }) => kind === "document").map(each => named(each.id)) ?? []
  yield known({
    id: named(id),
    type: ["prov:Entity", "hearsay:Statement"],
    label: said.words || said.sentence.text,
    wasQuotedFrom: named(article.id),
    wasGeneratedBy: readingOf(article.id),
    wasAttributedTo: agent && !isDocument ? named(agent.id) : null,
    wasDerivedFrom: hops.length > 0 ? hops.at(-1)!.id : null,
    hadPrimarySource: [...(hops.length > 0 ? [hops[0]!.id] : []), ...(isDocument ? [named(agent.id)] : []), ...cited],
    wasInfluencedBy: judged.map(named),
    "hearsay:stance": said.stance,
    "hearsay:form": said.form,
    "hearsay:act": said.act,
    "hearsay:certainty": said.certainty,
    "hearsay:polarity": said.polarity,
    "hearsay:said": said.said,
    "hearsay:when": said.when,
    "hearsay:past": said.past,
    "hearsay:confidence": said.confidence,
  })
  for (const [at, hop] of hops.entries())
    yield known({
      id: hop.id,
      type: ["prov:Entity", "hearsay:Relay"],
      label: `what ${hop.relay.name} carried`,
      wasAttributedTo: hop.relay.kind === "document" ? null : named(hop.relay.id),
      wasDerivedFrom: [...(at > 0 ? [hops[at - 1]!.id] : []), ...(hop.relay.kind === "document" ? [named(hop.relay.id)] : [])],
    })
}

function claimNode({ id, text, contested, evidence, origins }: EveryClaim): object {
  return known({
    id: named(id),
    type: ["prov:Entity", "prov:Collection", "hearsay:Claim"],
    label: text,
    hadMember: evidence.map(each => named(each.id)),
    "hearsay:contested": contested,
    "hearsay:origins": origins.count,
  })
}

function* judgementNodes({ id, at, who, why, says, undoneBy }: ClaimSheet["judgements"][number]): Generator<object> {
  const judge = named(`judge:${encodeURIComponent(who)}`)
  yield { id: judge, type: ["prov:Agent", "prov:Person"], label: who }
  yield known({
    id: named(id),
    type: ["prov:Activity", "hearsay:Judgement"],
    label: says,
    comment: why,
    endedAtTime: at,
    wasAssociatedWith: judge,
    "hearsay:undoneBy": undoneBy && { id: named(undoneBy) },
  })
}
