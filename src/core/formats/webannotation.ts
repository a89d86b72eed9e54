import type { Agent, Reading, Statement } from "../data.ts"
import { ANNOTATION_CONTEXT, annotation } from "./annotation.ts"
import { boardOf } from "./board.ts"
import type { Format } from "./format.ts"
import { named } from "./linked.ts"
import { codePoints } from "./points.ts"
import { STANCE_WORDS, type Told, wordsOf } from "./told.ts"

/** A reading as a collection of W3C Web Annotations in JSON-LD, one for each statement. Several readings are one list. */
export const webannotation: Format = {
  name: "webannotation",
  extension: ".jsonld",
  many: false,
  head: "",
  between: "",
  foot: "",
  write: reading => `${collection(reading)}\n`,
  list: {
    name: "webannotation",
    extension: ".jsonld",
    many: true,
    head: "[\n",
    between: ",\n",
    foot: "\n]\n",
    write: collection,
    beside: null,
  },
  beside: null,
}

function collection(reading: Reading): string {
  const { article } = reading
  const point = codePoints(article.text)
  const agents = new Map(reading.agents.map(agent => [agent.id, agent]))
  const { statements, entryOf } = boardOf(reading)
  const items = statements.map(({ statement, who, words }) => {
    const { source, content, cue } = statement
    const where = source && source.start !== null && source.end !== null ? { start: source.start, end: source.end } : null
    const entry = entryOf.get(statement.id)
    return annotation({
      statement: statement.id,
      article,
      point,
      content,
      cue,
      source: where,
      says: `${who.name} ${STANCE_WORDS[statement.stance]}${words && `: ${words}`}`,
      fields: {
        ...fieldsOf(statement, article.text, agents),
        claim: entry ? { id: named(entry.claim.id), type: "hearsay:Claim", text: entry.words } : null,
      },
    })
  })
  return JSON.stringify(
    {
      "@context": ANNOTATION_CONTEXT,
      id: named(`annotations:${article.id}`),
      type: "AnnotationCollection",
      total: items.length,
      first: { id: named(`annotations:${article.id}:1`), type: "AnnotationPage", startIndex: 0, items },
    },
    null,
    1,
  )
}

function fieldsOf(statement: Statement, text: string, agents: ReadonlyMap<string, Agent>): Readonly<Record<string, unknown>> {
  const { source, stance, act, certainty, polarity, form, relayedBy, citing, to, venue, askedBy, said, about, confidence } = statement
  const agent = (id: string | null | undefined) => (id ? agentOf(id, agents) : null)
  const words = (span: { readonly start: number; readonly end: number } | null) => span && wordsOf(text, [span])
  return {
    source: agent(source?.agent),
    stance,
    act,
    certainty,
    polarity,
    form,
    relayedBy: relayedBy.length > 0 ? { "@list": relayedBy.map(agent) } : null,
    citing: citing && { kind: citing.kind, words: words(citing), agent: citing.agents.map(agent) },
    to: to && { words: words(to), agent: agent(to.agent) },
    venue: words(venue),
    askedBy: agent(askedBy?.agent),
    said: said?.value,
    about: about && [about.statement, about.claim].filter(id => id !== null).map(id => ({ id: named(id) })),
    confidence,
  } satisfies Partial<Record<keyof Told["statement"], unknown>>
}

function agentOf(id: string, agents: ReadonlyMap<string, Agent>): object {
  const { name, kind, roles } = agents.get(id) ?? { name: id, kind: "unnamed", roles: [] }
  return { id: named(id), name, kind, role: roles }
}
