/**
 * The contexts that exports name by their addresses, as far as they are used, written out from the Recommendation (Web Annotation Vocabulary,
 * appendix A) and from schema.org's definitions; so nothing is fetched. A term that stands in neither is not in here, and fails the test.
 */
const node = (id: string) => ({ "@type": "@id", "@id": id })
const word = (id: string) => ({ "@type": "@vocab", "@id": id })

const ANNOTATION = {
  oa: "http://www.w3.org/ns/oa#",
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  as: "http://www.w3.org/ns/activitystreams#",
  id: "@id",
  type: "@type",
  Annotation: "oa:Annotation",
  SpecificResource: "oa:SpecificResource",
  TextualBody: "oa:TextualBody",
  TextQuoteSelector: "oa:TextQuoteSelector",
  TextPositionSelector: "oa:TextPositionSelector",
  TimeState: "oa:TimeState",
  AnnotationCollection: "as:OrderedCollection",
  AnnotationPage: "as:OrderedCollectionPage",
  describing: "oa:describing",
  body: node("oa:hasBody"),
  target: node("oa:hasTarget"),
  source: node("oa:hasSource"),
  selector: node("oa:hasSelector"),
  state: node("oa:hasState"),
  first: node("as:first"),
  items: { "@type": "@id", "@id": "as:items", "@container": "@list" },
  motivation: word("oa:motivatedBy"),
  purpose: word("oa:hasPurpose"),
  exact: "oa:exact",
  prefix: "oa:prefix",
  suffix: "oa:suffix",
  name: "foaf:name",
  label: "rdfs:label",
  value: "rdf:value",
  format: "dc:format",
  created: { "@id": "dcterms:created", "@type": "xsd:dateTime" },
  sourceDate: { "@id": "oa:sourceDate", "@type": "xsd:dateTime" },
  start: { "@id": "oa:start", "@type": "xsd:nonNegativeInteger" },
  end: { "@id": "oa:end", "@type": "xsd:nonNegativeInteger" },
  startIndex: { "@id": "as:startIndex", "@type": "xsd:nonNegativeInteger" },
  total: { "@id": "as:totalItems", "@type": "xsd:nonNegativeInteger" },
}

const SCHEMA_TYPES = ["Claim", "Quotation", "CreativeWork", "NewsArticle", "Person", "Organization"]
const SCHEMA_TEXTS = ["name", "alternateName", "jobTitle", "headline", "inLanguage", "text", "version"]
const SCHEMA_DATES = ["datePublished", "dateModified", "dateCreated"]
const SCHEMA_NODES = [
  "url",
  "publisher",
  "author",
  "creator",
  "spokenByCharacter",
  "isPartOf",
  "isBasedOn",
  "appearance",
  "firstAppearance",
]

const SCHEMA = {
  schema: "http://schema.org/",
  ...Object.fromEntries([...SCHEMA_TYPES, ...SCHEMA_TEXTS].map(term => [term, { "@id": `schema:${term}` }])),
  ...Object.fromEntries(SCHEMA_DATES.map(term => [term, { "@id": `schema:${term}`, "@type": "schema:Date" }])),
  ...Object.fromEntries(SCHEMA_NODES.map(term => [term, node(`schema:${term}`)])),
}

const CONTEXTS: Readonly<Record<string, object>> = { "http://www.w3.org/ns/anno.jsonld": ANNOTATION, "https://schema.org": SCHEMA }

/** Gives the contexts that are known, and fetches nothing. */
export async function documentLoader(url: string) {
  const context = CONTEXTS[url]
  if (!context) throw new Error(`${url} would be fetched`)
  return { contextUrl: null, document: { "@context": context }, documentUrl: url }
}

/** Properties and classes of PROV-O that an export uses (https://www.w3.org/TR/prov-o/), with what the former lead from and to. */
export const PROV_PROPERTIES: Readonly<Record<string, readonly [from: string, to: string | null]>> = {
  wasRevisionOf: ["Entity", "Entity"],
  specializationOf: ["Entity", null],
  wasAttributedTo: ["Entity", "Agent"],
  wasQuotedFrom: ["Entity", "Entity"],
  wasDerivedFrom: ["Entity", "Entity"],
  hadPrimarySource: ["Entity", "Entity"],
  wasGeneratedBy: ["Entity", "Activity"],
  wasInfluencedBy: ["Entity", "Activity"],
  wasAssociatedWith: ["Activity", "Agent"],
  actedOnBehalfOf: ["Agent", "Agent"],
  used: ["Activity", "Entity"],
  hadMember: ["Collection", "Entity"],
  endedAtTime: ["Activity", null],
}
export const PROV_CLASSES: readonly string[] = ["Entity", "Activity", "Agent", "Person", "Organization", "SoftwareAgent", "Collection"]
