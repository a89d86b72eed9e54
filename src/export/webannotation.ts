import { ANNOTATION_CONTEXT, annotation, codePoints, named, STANCE_WORDS } from "../core/index.ts"
import { type AgentLine, type Db, type EveryArticle, type Evidence, everyArticle } from "../ledger/index.ts"
import { listed } from "./lines.ts"

/** Every statement as a W3C Web Annotation, in one collection of one page. */
export function webAnnotationsOf(db: Db): AsyncGenerator<string> {
  const context = JSON.stringify(ANNOTATION_CONTEXT)
  const page = `"first":{"id":"${named("annotations:1")}","type":"AnnotationPage","startIndex":0,"items":[\n`
  return listed(
    `{"@context":${context},"id":"${named("annotations")}","type":"AnnotationCollection","label":"Hearsay",${page}`,
    annotations(db),
    "\n]}}\n",
  )
}

async function* annotations(db: Db): AsyncGenerator<object> {
  for await (const article of everyArticle(db)) {
    const point = codePoints(article.text)
    for (const each of article.evidence) yield annotationOf(each, article, point)
  }
}

function annotationOf(said: Evidence, article: EveryArticle, point: (offset: number) => number): object {
  const { id, content, cue, source, agent, stance, words, claim } = said
  const who = agent?.name ?? (source ? article.text.slice(source.start, source.end) : "Nobody named")
  return annotation({
    statement: id,
    article,
    point,
    content,
    cue,
    source,
    says: `${who} ${STANCE_WORDS[stance]}${words && `: ${words}`}`,
    fields: {
      source: agent && agentOf(agent),
      stance,
      act: said.act,
      certainty: said.certainty,
      polarity: said.polarity,
      form: said.form,
      relayedBy: said.relayedBy.length > 0 ? { "@list": said.relayedBy.map(agentOf) } : null,
      citing: said.citing && { kind: said.citing.kind, words: said.citing.words, agent: said.citing.agents.map(agentOf) },
      to: said.to && { words: said.to.words },
      venue: said.venue?.words,
      askedBy: said.askedBy && agentOf(said.askedBy),
      said: said.said,
      when: said.when,
      past: said.past,
      confidence: said.confidence,
      judged: said.judged.map(judgement => ({ id: named(judgement) })),
      claim: claim && { id: named(claim), type: "hearsay:Claim", text: article.claims.get(claim)?.text },
    },
    read: article.read,
  })
}

function agentOf({ id, name, kind, roles }: AgentLine): object {
  return { id: named(id), name, kind, role: roles }
}
