/** Shapes that the Recommendations ask for, as JSON Schema. */

const IRI = { type: "string", pattern: "^[a-z][a-z0-9+.-]*:\\S+$" }
const MOMENT = { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$" }

const SELECTORS = {
  type: "array",
  minItems: 2,
  maxItems: 2,
  items: [
    {
      type: "object",
      required: ["type", "exact"],
      additionalProperties: false,
      properties: {
        type: { const: "TextQuoteSelector" },
        exact: { type: "string", minLength: 1 },
        prefix: { type: "string" },
        suffix: { type: "string" },
      },
    },
    {
      type: "object",
      required: ["type", "start", "end"],
      additionalProperties: false,
      properties: {
        type: { const: "TextPositionSelector" },
        start: { type: "integer", minimum: 0 },
        end: { type: "integer", minimum: 1 },
      },
    },
  ],
}

/** Web Annotation Data Model, 3.1 (annotations), 3.2.4 (embedded bodies), 4 (specific resources), 5 (collections). */
export const ANNOTATIONS = {
  type: "object",
  required: ["@context", "id", "type", "first"],
  properties: {
    "@context": { type: "array", contains: { const: "http://www.w3.org/ns/anno.jsonld" } },
    id: IRI,
    type: { const: "AnnotationCollection" },
    total: { type: "integer", minimum: 0 },
    first: {
      type: "object",
      required: ["id", "type", "items"],
      properties: {
        id: IRI,
        type: { const: "AnnotationPage" },
        startIndex: { const: 0 },
        items: {
          type: "array",
          items: {
            type: "object",
            required: ["id", "type", "target", "body"],
            properties: {
              id: IRI,
              type: { const: "Annotation" },
              motivation: { const: "describing" },
              created: MOMENT,
              body: {
                type: "array",
                minItems: 2,
                maxItems: 2,
                items: [
                  {
                    type: "object",
                    required: ["type", "value"],
                    properties: {
                      type: { const: "TextualBody" },
                      value: { type: "string", minLength: 1 },
                      format: { const: "text/plain" },
                    },
                  },
                  {
                    type: "object",
                    required: ["id", "type", "hearsay:stance", "hearsay:article", "hearsay:claim"],
                    properties: { id: IRI, type: { const: "hearsay:Statement" } },
                  },
                ],
              },
              target: {
                type: "array",
                minItems: 1,
                items: {
                  type: "object",
                  required: ["type", "source", "selector"],
                  properties: {
                    type: { const: "SpecificResource" },
                    source: IRI,
                    state: {
                      type: "object",
                      required: ["type", "sourceDate"],
                      properties: { type: { const: "TimeState" }, sourceDate: MOMENT },
                    },
                    selector: SELECTORS,
                  },
                },
              },
            },
            additionalProperties: false,
          },
        },
      },
    },
  },
}

const TO = { type: "object", required: ["@id"], properties: { "@id": IRI }, additionalProperties: false }
const MANY = { type: "array", minItems: 1, items: TO }
const TEXT = { type: "string", minLength: 1 }
const DATE = { type: "string", pattern: "^\\d{4}(-\\d\\d(-\\d\\d(T[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)?)?)?)?$" }
const OURS = { "^hearsay:": {} }

function shape(type: string | readonly string[], properties: object, required: readonly string[]): object {
  return {
    type: "object",
    required: ["@id", "@type", ...required],
    additionalProperties: false,
    properties: { "@id": IRI, "@type": { enum: [type].flat() }, ...properties },
    patternProperties: OURS,
  }
}

/** Properties of each type by schema.org's own pages, those that an export gives. */
export const SCHEMA_ORG = {
  type: "object",
  required: ["@context", "@graph"],
  properties: {
    "@context": { type: "array", contains: { const: "https://schema.org" } },
    "@graph": {
      type: "array",
      minItems: 1,
      items: {
        anyOf: [
          shape("Claim", { text: TEXT, creator: MANY, appearance: MANY, firstAppearance: TO }, ["text", "appearance", "firstAppearance"]),
          shape("Quotation", { text: TEXT, spokenByCharacter: TO, dateCreated: DATE, isPartOf: TO, isBasedOn: MANY }, ["text", "isPartOf"]),
          shape(
            "CreativeWork",
            {
              text: TEXT,
              name: TEXT,
              alternateName: { type: "array", items: TEXT },
              creator: TO,
              dateCreated: DATE,
              isPartOf: TO,
              isBasedOn: MANY,
            },
            [],
          ),
          shape(
            "NewsArticle",
            {
              url: IRI,
              headline: TEXT,
              publisher: {},
              author: {},
              datePublished: DATE,
              dateModified: DATE,
              inLanguage: TEXT,
              version: {},
              isBasedOn: TO,
            },
            ["inLanguage"],
          ),
          shape("Person", { name: TEXT, alternateName: { type: "array" }, jobTitle: { type: "array", items: TEXT } }, ["name"]),
          shape("Organization", { name: TEXT, alternateName: { type: "array" } }, ["name"]),
        ],
      },
    },
  },
}
