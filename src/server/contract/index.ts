import type { z } from "zod"
import type * as agents from "./agents.ts"
import type * as articles from "./articles.ts"
import type * as claims from "./claims.ts"
import type * as evidence from "./evidence.ts"
import type * as jobs from "./jobs.ts"
import type * as lines from "./lines.ts"
import type * as server from "./server.ts"
import type * as unnamed from "./unnamed.ts"

/**
 * What is asked and answered over HTTP, once: the routes check with it, the OpenAPI document is made of it, and pages take their types from
 * here. Nothing of Node, nothing of a server: a page may import it whole, though types are enough.
 */
export type { Right, Route } from "./route.ts"
export { ROUTES } from "./routes.ts"
export { Problem as ProblemSchema } from "./server.ts"

export type About = z.infer<typeof server.About>
export type AgentSheet = z.infer<typeof claims.AgentSheet>
export type ArticlePage = z.infer<typeof articles.ArticlePage>
export type ArticleSheet = z.infer<typeof articles.ArticleSheet>
export type Board = z.infer<typeof claims.Board>
export type BoardLine = z.infer<typeof claims.BoardLine>
export type BoardQuery = z.input<typeof claims.BoardQuery>
export type ClaimSheet = z.infer<typeof claims.ClaimSheet>
export type Evidence = z.infer<typeof evidence.Evidence>
export type EvidencePage = z.infer<typeof evidence.EvidencePage>
export type History = z.infer<typeof articles.History>
export type Job = z.infer<typeof jobs.Job>
export type JudgementLine = z.infer<typeof lines.JudgementLine>
export type NamedAgents = z.infer<typeof agents.NamedAgents>
export type NewArticles = z.input<typeof jobs.NewArticles>
export type NewJudgement = z.input<typeof lines.NewJudgement>
export type News = z.infer<typeof server.News>
export type Problem = z.infer<typeof server.Problem>
export type Session = z.infer<typeof server.Session>
export type Undoing = z.input<typeof lines.Undoing>
export type UnnamedLine = z.infer<typeof unnamed.UnnamedLine>
export type UnnamedPage = z.infer<typeof unnamed.UnnamedPage>
