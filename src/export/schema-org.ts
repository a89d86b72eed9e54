import { iriOf, named, TERMS } from "../core/index.ts"
import {
  type AgentLine,
  type Db,
  type EveryAgent,
  type EveryArticle,
  type EveryClaim,
  type Evidence,
  everyAgent,
  everyArticle,
  everyClaim,
} from "../ledger/index.ts"
import { graph, known } from "./lines.ts"

/** A ledger in the terms of schema.org (https://schema.org/Claim, https://schema.org/Quotation); what it has no term for is under `hearsay:`. */
export function schemaOrgOf(db: Db): AsyncGenerator<string> {
  return graph(["https://schema.org", { hearsay: TERMS }], nodes(db))
}

async function* nodes(db: Db): AsyncGenerator<object> {
  for await (const agent of everyAgent(db)) yield agentNode(agent)
  for await (const article of everyArticle(db)) {
    yield articleNode(article)
    for (const said of article.evidence) yield statementNode(said, article)
  }
  for await (const claim of everyClaim(db)) yield claimNode(claim)
}

const AGENT_TYPES: Readonly<Record<AgentLine["kind"], string>> = {
  person: "Person",
  organization: "Organization",
  publication: "Organization",
  group: "Organization",
  unnamed: "Person",
  document: "CreativeWork",
}

const to = (id: string) => ({ "@id": named(id) })

function agentNode({ id, name, names, kind, roles, actsFor }: EveryAgent): object {
  return known({
    "@id": named(id),
    "@type": AGENT_TYPES[kind],
    name,
    alternateName: names.filter(each => each !== name),
    jobTitle: AGENT_TYPES[kind] === "Person" ? roles : null,
    "hearsay:kind": kind,
    "hearsay:actsFor": actsFor && to(actsFor.id),
  })
}

function articleNode(article: EveryArticle): object {
  const { id, url, title, outlet, publisher, authors, published, modified, language, version, before } = article
  return known({
    "@id": named(id),
    "@type": "NewsArticle",
    url: url && iriOf(url),
    headline: title,
    publisher: publisher ? to(publisher.id) : outlet && { "@type": "Organization", name: outlet },
    author: authors.map(name => ({ "@type": "Person", name })),
    datePublished: published,
    dateModified: modified,
    inLanguage: language,
    version,
    isBasedOn: before && to(before),
  })
}

/** Words given in quotation marks are a quotation, spoken by someone; the others a work that tells what its creator said. */
function statementNode(said: Evidence, article: EveryArticle): object {
  const { id, form, agent, words, sentence, cue, citing } = said
  const isQuotation = form !== "indirect"
  const isDocument = agent?.kind === "document"
  const works = [...(isDocument ? [agent] : []), ...(citing?.agents.filter(({ kind }) => kind === "document") ?? [])]
  return known({
    "@id": named(id),
    "@type": isQuotation ? "Quotation" : "CreativeWork",
    text: words || (cue ? article.text.slice(cue.start, cue.end) : sentence.text),
    [isQuotation ? "spokenByCharacter" : "creator"]: agent && !isDocument ? to(agent.id) : null,
    dateCreated: DATE.test(said.said ?? "") ? said.said : null,
    isPartOf: to(article.id),
    isBasedOn: works.map(each => to(each.id)),
    "hearsay:stance": said.stance,
    "hearsay:said": said.said,
    "hearsay:relayedBy": said.relayedBy.length > 0 ? { "@list": said.relayedBy.map(each => to(each.id)) } : null,
  })
}

/** Of EDTF, what ISO 8601 knows too. */
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/

/** A claim appears wherever someone takes a stance on it; those who assert it are its creators. */
function claimNode({ id, text, evidence, positions, contested }: EveryClaim): object {
  const asserting = positions.filter(
    ({ stance, voice }) => voice && voice.kind !== "document" && (stance === "asserts" || stance === "confirms"),
  )
  return known({
    "@id": named(id),
    "@type": "Claim",
    text,
    creator: asserting.map(({ voice }) => to(voice!.id)),
    appearance: evidence.map(each => to(each.id)),
    firstAppearance: evidence[0] && to(evidence[0].id),
    "hearsay:contested": contested,
  })
}
