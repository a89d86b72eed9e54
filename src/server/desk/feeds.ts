import { agent, type BoardLine, board, type ClaimFilter, claim, type Db, type Evidence, saidBy } from "../../ledger/index.ts"
import { found } from "../answer.ts"
import type { Feed, FeedEntry } from "./atom.ts"

const MOST_ENTRIES = 50

/** What is said on a claim. `base` is the address of the server: "http://127.0.0.1:4177". */
export async function claimFeed(db: Db, id: string, base: string): Promise<Feed> {
  const sheet = found(await claim(db, id), "claim")
  const newest = [...sheet.evidence].sort((a, b) => (a.article.read < b.article.read ? 1 : -1)).slice(0, MOST_ENTRIES)
  return {
    id: `urn:hearsay:${sheet.id}`,
    title: `Who says: ${sheet.text}`,
    self: `${base}/feeds/claims/${encodeURIComponent(id)}`,
    page: pageOf(base, "claims", sheet.id),
    entries: newest.map(each => statementEntry(each, base)),
  }
}

/** What an agent says. */
export async function agentFeed(db: Db, id: string, base: string): Promise<Feed> {
  const sheet = found(await agent(db, id), "agent")
  const said = await saidBy(db, id, {}, { limit: MOST_ENTRIES })
  return {
    id: `urn:hearsay:${sheet.id}`,
    title: `${sheet.name} says`,
    self: `${base}/feeds/agents/${encodeURIComponent(id)}`,
    page: pageOf(base, "agents", sheet.id),
    entries: said.items.map(each => statementEntry(each, base)),
  }
}

/** The claims that a search finds, the newest first. `search` is the query string that asked for it. */
export async function searchFeed(
  db: Db,
  filter: ClaimFilter,
  { base, search }: { readonly base: string; readonly search: string },
): Promise<Feed> {
  const { items } = await board(db, { ...filter, order: "newest" }, { limit: MOST_ENTRIES })
  return {
    id: `urn:hearsay:search:${search}`,
    title: filter.about ? `Claims about ${filter.about}` : "Claims",
    self: `${base}/feeds/claims${search}`,
    page: `${base}/${search}`,
    entries: items.map(each => claimEntry(each, base)),
  }
}

function statementEntry(evidence: Evidence, base: string): FeedEntry {
  const { id, agent, stance, words, sentence, article, claim } = evidence
  const page = claim ? `${pageOf(base, "claims", claim)}#${id}` : `${pageOf(base, "articles", article.id)}#${id}`
  const who = agent?.name ?? "Someone unnamed"
  return {
    id: `urn:hearsay:${id}`,
    title: `${who} ${VERBS[stance]}${words === "" ? "" : `: ${words}`}`,
    page,
    updated: article.read,
    author: article.outlet,
    text: `${sentence.text} (${article.outlet ?? article.title ?? "an article"})`,
  }
}

const VERBS: Readonly<Record<Evidence["stance"], string>> = {
  asserts: "says",
  confirms: "confirms",
  denies: "denies",
  declines: "will not comment",
  unanswered: "did not answer",
}

function claimEntry({ id, text, voices, articles, last }: BoardLine, base: string): FeedEntry {
  const counts = Object.entries(voices).filter(([, count]) => count > 0)
  const told = counts.map(([stance, count]) => `${count} ${stance === "unanswered" ? "did not answer" : stance}`).join(", ")
  return {
    id: `urn:hearsay:${id}`,
    title: text,
    page: pageOf(base, "claims", id),
    updated: last ?? "",
    author: null,
    text: `${told}; ${articles} articles`,
  }
}

function pageOf(base: string, kind: string, id: string): string {
  return `${base}/${kind}/${encodeURIComponent(id)}`
}
