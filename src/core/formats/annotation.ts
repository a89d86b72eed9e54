import type { Span } from "../span.ts"
import { iriOf, named, TERMS } from "./linked.ts"

/** What an annotation is made of. */
export interface Annotated {
  /** Id of the statement. */
  readonly statement: string
  readonly article: { readonly id: string; readonly url: string | null; readonly text: string }
  /** Turns an offset of the text into one that counts code points. */
  readonly point: (offset: number) => number
  readonly content: readonly Span[]
  readonly cue: Span | null
  readonly source: Span | null
  /** The statement in a line for people. */
  readonly says: string
  /** What else is known of it, by our own terms without their prefix; null and empty lists are left out. */
  readonly fields: Readonly<Record<string, unknown>>
  /** When the page was read: ISO 8601 in UTC. */
  readonly read?: string
}

/** The context of annotations: that of the Recommendation, and our own terms. */
export const ANNOTATION_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", { hearsay: TERMS }] as const

/**
 * A statement as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/). Its targets are the words it was read from, each with its part
 * (content, cue or source), quoted with what stands around them and counted in code points of the article's text as Hearsay has it; its bodies
 * are the statement in a line and in fields.
 */
export function annotation(given: Annotated): object {
  const { statement, article, content, cue, source, says, fields, read } = given
  const parts = [
    ...content.map(span => ["content", span] as const),
    ...(cue ? [["cue", cue] as const] : []),
    ...(source ? [["source", source] as const] : []),
  ]
  return {
    id: named(`annotation:${statement}`),
    type: "Annotation",
    motivation: "describing",
    ...(read && { created: read }),
    body: [
      { type: "TextualBody", value: says, format: "text/plain", purpose: "describing" },
      { id: named(statement), type: "hearsay:Statement", "hearsay:article": { id: named(article.id) }, ...prefixed(fields) },
    ],
    target: parts.map(([part, span]) => ({
      type: "SpecificResource",
      source: article.url ? iriOf(article.url) : named(article.id),
      ...(read && { state: { type: "TimeState", sourceDate: read } }),
      "hearsay:part": part,
      selector: selectors(given, span),
    })),
  }
}

/** Two ways to find the same words, as the Recommendation lets a target have. */
function selectors({ article: { text }, point }: Annotated, { start, end }: Span): readonly object[] {
  return [
    {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: text.slice(whole(text, Math.max(0, start - AROUND)), start),
      suffix: text.slice(end, whole(text, Math.min(text.length, end + AROUND))),
    },
    { type: "TextPositionSelector", start: point(start), end: point(end) },
  ]
}

/** Code units of text before and after what is quoted. */
const AROUND = 32

/** An offset that does not part the halves of a surrogate pair. */
function whole(text: string, offset: number): number {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 ? offset + 1 : offset
}

/** Fields under our own terms, as deep as they go; `id`, `type` and `name` are the context's. */
function prefixed(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null && each !== undefined && !(Array.isArray(each) && each.length === 0))
      .map(([name, each]) => [CONTEXTS.has(name) || name.startsWith("@") ? name : `hearsay:${name}`, deeper(each)]),
  )
}

const CONTEXTS: ReadonlySet<string> = new Set(["id", "type", "name"])

function deeper(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deeper)
  return typeof value === "object" && value !== null ? prefixed(value as Readonly<Record<string, unknown>>) : value
}
