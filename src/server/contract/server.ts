import { z } from "zod"
import type * as Ledger from "../../ledger/index.ts"
import { BoardLine } from "./claims.ts"
import { Evidence } from "./evidence.ts"
import { ArticleLine } from "./lines.ts"

/** What went wrong, as RFC 9457 has it. `detail` is the reason, `remedy` what the person can do. */
export const Problem = z
  .object({
    type: z.string().meta({ description: "A short name of the kind of problem, as a URN", example: "urn:hearsay:problem:not-found" }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    remedy: z.string(),
    errors: z
      .array(z.object({ at: z.string(), says: z.string() }))
      .optional()
      .meta({ description: "Which field is wrong, and how" }),
  })
  .meta({ id: "Problem" })

/** What this server is and allows. */
export const About = z
  .object({
    name: z.literal("hearsay"),
    version: z.string(),
    extent: z
      .object({ articles: z.int(), statements: z.int(), claims: z.int(), agents: z.int(), judgements: z.int(), revision: z.string() })
      .nullable()
      .meta({ description: "Null for one who may not read" }) satisfies z.ZodType<Ledger.Extent | null>,
    session: z.object({ reading: z.boolean(), writing: z.boolean() }).meta({ description: "What the one who asks may do" }),
    readingOpen: z.boolean(),
  })
  .meta({ id: "About" })

/** The token that was printed when the server was first started. */
export const Login = z.object({ token: z.string().min(1).max(200) }).meta({ id: "Login" })
export const Session = z.object({ reading: z.boolean(), writing: z.boolean() }).meta({ id: "Session" })

/** What happened, as the events tell it. The event's name is `kind`, its id counts up. */
export const News = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("denial"), at: z.string(), claim: BoardLine.nullable(), evidence: Evidence }),
    z.object({ kind: z.literal("change"), at: z.string(), article: ArticleLine, says: z.array(z.string()) }),
    z.object({ kind: z.literal("revision"), at: z.string(), revision: z.string() }),
  ])
  .meta({ id: "News" })
