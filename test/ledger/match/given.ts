import type { Agent, Article, Reading } from "../../../src/core/index.ts"
import type { KnownAgent, Surroundings, Told } from "../../../src/ledger/match/index.ts"

/** A statement of which only what matters is said. Ids of agents are their names. */
export function told(id: string, more: Partial<Told> = {}): Told {
  const words = more.words ?? []
  return {
    id,
    article: "a1",
    outlet: null,
    published: null,
    order: 0,
    place: 0,
    source: null,
    kind: more.source ? "person" : null,
    voice: more.source ?? null,
    unnamed: null,
    relays: [],
    citing: null,
    cited: [],
    to: null,
    stance: "asserts",
    polarity: "positive",
    act: "assertive",
    form: "indirect",
    confidence: 1,
    gist: { terms: words, people: [], predicate: null, doers: [], objects: [], numbers: [], anchors: [], points: null, setting: [] },
    words,
    around: words,
    matter: ["harbor", "ferry", "gate", "council", "crew", "storm", "inquiry"],
    quoted: [],
    said: null,
    hint: id,
    cue: { start: 0, end: 4 },
    content: [{ start: 5, end: 20 }],
    ...more,
  }
}

/** Kinds by name; whom they speak for; the rest are persons. */
export function around(kinds: Record<string, Agent["kind"]> = {}, actsFor: Record<string, string> = {}): Surroundings {
  return { kindOf: name => kinds[name] ?? "person", voiceOf: name => actsFor[name] ?? name, nameOf: name => name, copies: [] }
}

export function agent(name: string, more: Partial<Agent> = {}): Agent {
  return { id: `here-${name}`, name, kind: "person", roles: [], actsFor: null, mentions: [], ...more }
}

export function known(name: string, more: Partial<KnownAgent> = {}): KnownAgent {
  return { id: name, kind: "person", names: [name], roles: [], actsFor: null, owner: null, company: [], ...more }
}

/** An article in which these agents are named. */
export function readingOf(agents: readonly Agent[], article: Partial<Article> = {}): Reading {
  const text = "A short article."
  return {
    article: {
      id: "here",
      url: null,
      publisher: null,
      title: null,
      authors: [],
      published: null,
      modified: null,
      language: "en",
      text,
      blocks: [{ role: "paragraph", start: 0, end: text.length }],
      ...article,
    },
    agents,
    statements: [],
    claims: [],
    doubts: [],
  }
}
