import type { Crowd } from "../agents.ts"
import { cutAmong } from "../board.ts"
import { type Ties, tiesAmong } from "../copies.ts"
import type { Evidence, Merge, OriginNode as Node, OriginSheet } from "../data.ts"
import type { Db } from "../db.ts"
import type { Effects } from "../effects.ts"
import { type OriginNode, originsOf, type Told } from "../match/index.ts"

/** Where a claim comes from, as a tree: first hands, the outlets that carry them, and the articles seen. */
export async function originSheet(
  db: Db,
  told: readonly Told[],
  evidence: readonly Evidence[],
  beside: { crowd: Crowd; effects: Effects; ties?: Ties },
): Promise<OriginSheet> {
  const { crowd, effects } = beside
  const ties = beside.ties ?? (await tiesAmong(db, [...new Set(told.map(({ article }) => article))]))
  const cut = cutAmong(told, effects)
  const nameOf = (agent: string) => crowd.line(agent).name
  const tree = originsOf(told, { kindOf: crowd.kindOf, voiceOf: crowd.voiceOf, nameOf, ...ties, cut })
  const byId = new Map(evidence.map(each => [each.id, each]))
  const roots = tree.origins.map(origin => nodeOf(origin, byId, crowd))
  const words = new Map(tree.origins.map((origin, at) => [origin.id, roots[at]!.words]))
  return {
    independent: { least: tree.range[0], most: tree.range[1] },
    count: tree.independent,
    roots,
    undecided: tree.undecided.map(({ origins, why }) => `${why}: ${origins.map(id => words.get(id) ?? id).join("; ")}`),
    alarms: tree.alarms.map(({ rule, says, statements }) => ({
      rule,
      says,
      articles: [...new Set(statements.flatMap(id => byId.get(id)?.article.id ?? []))],
    })),
  }
}

function nodeOf(origin: OriginNode, evidence: ReadonlyMap<string, Evidence>, crowd: Crowd): Node {
  const statements = origin.statements.flatMap(id => evidence.get(id) ?? [])
  const agent = origin.agent ? crowd.line(origin.agent) : null
  return {
    kind: origin.kind,
    agent,
    article: null,
    words: wordsFor(origin, agent?.name ?? null),
    statements: origin.statements,
    merges: origin.merges.map(({ reason, spans, from, to }) => mergeOf(reason, spans, [from, to], evidence)),
    carriedBy: carriers(statements),
  }
}

function wordsFor({ kind }: OriginNode, name: string | null): string {
  if (kind === "unnamed") return name ? `unnamed sources of ${name}` : "unnamed sources"
  if (kind === "document") return name ? `the document “${name}”` : "a document"
  if (kind === "own") return name ? `${name} itself` : "the outlet itself"
  return kind === "nobody" ? "nobody is named" : (name ?? "someone named")
}

function mergeOf(why: string, spans: Merge["from"], statements: readonly string[], evidence: ReadonlyMap<string, Evidence>): Merge {
  return { why, articles: [...new Set(statements.flatMap(id => evidence.get(id)?.article.id ?? []))], statements, from: spans }
}

/** Those who passed it on, the nearest to the speaker first, and under the last of them the articles that have it from there. */
function carriers(statements: readonly Evidence[]): readonly Node[] {
  const direct = statements.filter(({ relayedBy }) => relayedBy.length === 0)
  const through = new Map<string, Evidence[]>()
  for (const each of statements.filter(({ relayedBy }) => relayedBy.length > 0)) {
    const [first] = each.relayedBy
    through.set(first!.id, [...(through.get(first!.id) ?? []), { ...each, relayedBy: each.relayedBy.slice(1) }])
  }
  const relays = [...through.values()].map((own): Node => {
    const agent = statements.flatMap(({ relayedBy }) => relayedBy).find(({ id }) => through.get(id) === own)!
    return {
      kind: "relay",
      agent,
      article: null,
      words: agent.name,
      statements: own.map(({ id }) => id),
      merges: [],
      carriedBy: carriers(own),
    }
  })
  return [...relays, ...articlesOf(direct)]
}

function articlesOf(statements: readonly Evidence[]): readonly Node[] {
  const articles = new Map(statements.map(({ article }) => [article.id, article]))
  return [...articles.values()].map(article => ({
    kind: "article",
    agent: null,
    article,
    words: article.outlet ?? article.title ?? article.id,
    statements: statements.filter(each => each.article.id === article.id).map(({ id }) => id),
    merges: [],
    carriedBy: [],
  }))
}
