import { loadModel } from "../../model/index.ts"
import type { Article, Attribution, Prose, Resolved, Statement, Tagged } from "../../src/core/data.ts"
import { resolve } from "../../src/core/resolve/index.ts"
import { type Span, slice } from "../../src/core/span.ts"
import { tag } from "../../src/core/tag/index.ts"
import { cut } from "./cut.ts"
import type { Case, Drawn } from "./drawn.ts"

const MODEL = loadModel()

/** A case with its attributions as drawn, not as a model would find them: what is tried is what is made of them. */
export interface Resolving {
  readonly article: Article
  readonly resolved: Resolved
  /** The statement of each drawn attribution, in the order drawn. */
  readonly statements: readonly Statement[]
}

/** `= published 2024-11-13` and `= publisher Harbor Post` are known beforehand; everything else a case says is asked for. */
export function resolving({ text, groups, says }: Case): Resolving {
  const prose = cut(text)
  const tagged = tag(prose, MODEL.tagging)
  const article = articleOf(prose, says)
  const resolved = resolve(article, prose, tagged, attributions(prose, tagged, groups))
  return { article, resolved, statements: groups.map(group => statementOf(resolved, group)) }
}

function told(says: readonly string[], field: string): string | null {
  const line = says.find(each => each.startsWith(`${field} `))
  return line ? line.slice(field.length + 1) : null
}

/** What a case expects, without what is known beforehand. */
export function expected({ says }: Case): string[] {
  return says.filter(each => !/^(published|publisher) /.test(each))
}

/** The article of a case, with what is known of it beforehand. */
export function articleOf({ text, blocks }: Prose, says: readonly string[]): Article {
  const [published, publisher] = [told(says, "published"), told(says, "publisher")]
  return { id: "article", url: null, publisher, title: null, authors: [], published, modified: null, language: "en", text, blocks }
}

function attributions(prose: Prose, tagged: Tagged, groups: readonly Drawn[]): Attribution[] {
  return groups.map(({ source = [], cue = [], content = [] }, at) => ({
    source: source[0] ?? null,
    cue: cue[0] ?? null,
    cueHead: cue[0] ? headOf(prose, tagged, cue[0]) : null,
    content,
    continues: cue[0] ? null : at - 1,
    confidence: 1,
    rule: "drawn",
  }))
}

/** The verb or noun of the cue whose own head lies outside it. */
function headOf({ tokens }: Prose, { heads, tags }: Tagged, cue: Span): number {
  const inside = [...tokens.keys()].filter(at => tokens[at]!.start >= cue.start && tokens[at]!.end <= cue.end)
  const words = inside.filter(at => /^(VB|NN)/.test(tags[at]!))
  return words.find(at => !inside.includes(heads[at]!)) ?? words[0] ?? inside[0]!
}

function statementOf({ statements }: Resolved, { cue = [], content = [] }: Drawn): Statement {
  const same = (a: Span | null | undefined, b: Span | null | undefined) => (a?.start ?? -1) === (b?.start ?? -1)
  const found = statements.find(each => same(each.cue, cue[0]) && same(each.content[0], content[0]))
  if (!found) throw new Error("A drawn attribution has no statement")
  return found
}

/** The value of a field in words, as a case writes it: names for agents, the text's own words for spans, `none` for nothing. */
export function fieldOf({ article, resolved }: Resolving, statement: Statement, field: string): string {
  const agents = new Map(resolved.agents.map(agent => [agent.id, agent]))
  const name = (id: string | null | undefined) => (id && id !== "none" ? (agents.get(id)?.name ?? id) : "none")
  const speaker = agents.get(statement.source?.agent ?? "")
  const words = (span: Span | null) => (span ? slice(article.text, span) : "none")
  const fields: Record<string, () => string> = {
    source: () => speaker?.name ?? "none",
    kind: () => speaker?.kind ?? "none",
    for: () => name(speaker?.actsFor),
    role: () => speaker?.roles.join(", ") || "none",
    relay: () => statement.relayedBy.map(name).join(" < ") || "none",
    citing: () => statement.citing?.kind ?? "none",
    said: () => statement.said?.value ?? "none",
    venue: () => words(statement.venue),
    to: () => (statement.to?.agent ? name(statement.to.agent) : words(statement.to)),
    asked: () => name(statement.askedBy?.agent),
    described: () => words(statement.unnamed?.described ?? null),
    terms: () => words(statement.unnamed?.terms ?? null),
    known: () => statement.known.source ?? "none",
    number: () => (statement.unnamed?.count ? String(statement.unnamed.count.value ?? "some") : "none"),
    access: () => words(statement.unnamed?.access ?? null),
    why: () => words(statement.unnamed?.reason ?? null),
    reporters: () => name(statement.unnamed?.told),
    doubt: () => resolved.doubts.map(({ candidates }) => candidates.map(name).join(" or ")).join("; ") || "none",
  }
  const plain = statement as unknown as Record<string, unknown>
  return fields[field]?.() ?? String(plain[field])
}
