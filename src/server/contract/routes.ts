import { z } from "zod"
import { NamedAgents } from "./agents.ts"
import { ArticlePage, ArticleSheet, History } from "./articles.ts"
import { AgentSheet, Board, BoardQuery, ClaimFilter, ClaimSheet } from "./claims.ts"
import { Evidence, EvidencePage } from "./evidence.ts"
import { Job, NewArticles } from "./jobs.ts"
import { JudgementLine, NewJudgement, Undoing } from "./lines.ts"
import { route } from "./route.ts"
import { About, Login, News, Session } from "./server.ts"
import { UnnamedPage } from "./unnamed.ts"
import { AsOf, Id, Paging, pageOf, Words } from "./words.ts"

const ById = z.object({ id: Id })
const ExportFormat = z.enum(["jsonl", "csv", "parquet", "webannotation", "prov", "schema-org"])
const ExportTable = z
  .enum(["statements", "claims", "positions", "origins", "articles", "agents"])
  .meta({ description: "Which table, for csv and parquet; defaults to statements" })

/** All that is asked over HTTP. */
export const ROUTES = {
  about: route({
    name: "about",
    method: "get",
    path: "/api",
    summary: "What this server is, holds and allows",
    right: "none",
    answer: About,
  }),
  logIn: route({
    name: "logIn",
    method: "post",
    path: "/api/session",
    summary: "Trade the token for a cookie, which pages and event streams send by themselves",
    right: "none",
    body: Login,
    answer: Session,
  }),
  logOut: route({ name: "logOut", method: "delete", path: "/api/session", summary: "Forget the cookie", right: "none", answer: Session }),

  board: route({
    name: "board",
    method: "get",
    path: "/api/claims",
    summary: "Claims, the most contested first",
    right: "read",
    query: BoardQuery,
    answer: Board,
  }),
  claimSheet: route({
    name: "claimSheet",
    method: "get",
    path: "/api/claims/{id}",
    summary: "A claim with all that stands behind it, as of any day",
    right: "read",
    params: ById,
    query: AsOf,
    answer: ClaimSheet,
  }),
  saidOn: route({
    name: "saidOn",
    method: "get",
    path: "/api/claims/{id}/statements",
    summary: "What is said on a claim, the newest first",
    right: "read",
    params: ById,
    query: AsOf.extend(Paging.shape),
    answer: EvidencePage,
  }),

  articles: route({
    name: "articles",
    method: "get",
    path: "/api/articles",
    summary: "Articles, those read last first",
    right: "read",
    query: Paging.extend({ outlet: Words.optional(), about: Words.optional() }),
    answer: ArticlePage,
  }),
  articleSheet: route({
    name: "articleSheet",
    method: "get",
    path: "/api/articles/{id}",
    summary: "An article: text, blocks, statements, doubts, versions, copies",
    right: "read",
    params: ById,
    answer: ArticleSheet,
  }),
  history: route({
    name: "history",
    method: "get",
    path: "/api/articles/{id}/history",
    summary: "Its page through the versions, as statements added, removed, altered",
    right: "read",
    params: ById,
    answer: History,
  }),
  add: route({
    name: "add",
    method: "post",
    path: "/api/articles",
    summary: "Hand articles in: addresses, texts, or files (multipart/form-data)",
    right: "write",
    body: NewArticles,
    status: 202,
    answer: Job,
  }),
  job: route({ name: "job", method: "get", path: "/api/jobs/{id}", summary: "How far a job is", right: "read", params: ById, answer: Job }),
  jobEvents: route({
    name: "jobEvents",
    method: "get",
    path: "/api/jobs/{id}/events",
    summary: "A job as it goes on: an event “job” with all of it at every step; the stream ends with the job",
    right: "read",
    params: ById,
    type: "text/event-stream",
    answer: Job,
  }),

  agents: route({
    name: "agents",
    method: "get",
    path: "/api/agents",
    summary: "Who answers to a name",
    right: "read",
    query: z.object({ name: Words }),
    answer: NamedAgents,
  }),
  agentSheet: route({
    name: "agentSheet",
    method: "get",
    path: "/api/agents/{id}",
    summary: "An agent: names, roles, who speaks for it, where it changed",
    right: "read",
    params: ById,
    query: AsOf,
    answer: AgentSheet,
  }),
  saidBy: route({
    name: "saidBy",
    method: "get",
    path: "/api/agents/{id}/statements",
    summary: "What an agent said, the newest first",
    right: "read",
    params: ById,
    query: AsOf.extend(Paging.shape),
    answer: EvidencePage,
  }),
  unnamed: route({
    name: "unnamed",
    method: "get",
    path: "/api/unnamed",
    summary: "Unnamed sources by outlet",
    right: "read",
    query: Paging,
    answer: UnnamedPage,
  }),
  unnamedOf: route({
    name: "unnamedOf",
    method: "get",
    path: "/api/unnamed/{id}",
    summary: "Statements of an outlet's unnamed sources, the newest first; `id` is the outlet's agent",
    right: "read",
    params: ById,
    query: Paging,
    answer: EvidencePage,
  }),

  judgements: route({
    name: "judgements",
    method: "get",
    path: "/api/judgements",
    summary: "Judgements, the newest first",
    right: "read",
    query: Paging,
    answer: pageOf(JudgementLine, "JudgementPage"),
  }),
  judge: route({
    name: "judge",
    method: "post",
    path: "/api/judgements",
    summary: "Unite, part, cut, correct, dismiss, confirm, with a reason",
    right: "write",
    body: NewJudgement,
    status: 201,
    answer: JudgementLine,
  }),
  undo: route({
    name: "undo",
    method: "post",
    path: "/api/judgements/{id}/undo",
    summary: "Undo a judgement; it stays in the history",
    right: "write",
    params: ById,
    body: Undoing,
    status: 201,
    answer: JudgementLine,
  }),

  export: route({
    name: "export",
    method: "get",
    path: "/api/export",
    summary:
      "Everything, as a stream: jsonl, the entries of the journal, which `hearsay add` takes; csv and parquet, one table; webannotation, prov and schema-org, linked data in JSON-LD",
    right: "read",
    query: z.object({ format: ExportFormat.optional(), table: ExportTable.optional() }),
    type: "application/x-ndjson",
    answer: z.unknown(),
  }),
  events: route({
    name: "events",
    method: "get",
    path: "/api/events",
    summary: "New denials and changed articles as they are entered; `Last-Event-ID` goes on where a connection broke",
    right: "read",
    type: "text/event-stream",
    answer: News,
  }),
  claimFeed: route({
    name: "claimFeed",
    method: "get",
    path: "/feeds/claims/{id}",
    summary: "Atom feed of a claim's statements",
    right: "read",
    params: ById,
    type: "application/atom+xml",
    answer: z.array(Evidence),
  }),
  agentFeed: route({
    name: "agentFeed",
    method: "get",
    path: "/feeds/agents/{id}",
    summary: "Atom feed of what an agent says",
    right: "read",
    params: ById,
    type: "application/atom+xml",
    answer: z.array(Evidence),
  }),
  searchFeed: route({
    name: "searchFeed",
    method: "get",
    path: "/feeds/claims",
    summary: "Atom feed of the claims that a search finds, the newest first; filters as on the board",
    right: "read",
    query: ClaimFilter,
    type: "application/atom+xml",
    answer: Board,
  }),
} as const
