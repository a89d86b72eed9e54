import { z } from "zod"
import type * as Ledger from "../../ledger/index.ts"
import { Evidence } from "./evidence.ts"
import { ArticleLine } from "./lines.ts"
import { Id, pageOf, Role, Span } from "./words.ts"

export const ArticlePage = pageOf(ArticleLine, "ArticlePage")

/** What could not be resolved, pinned to its words. */
const Doubt = Span.extend({ rule: z.string(), says: z.string(), candidates: z.array(z.string()) }).meta({ id: "Doubt" })

/** An article with everything found in it. Spans count in `text`. */
export const ArticleSheet = ArticleLine.extend({
  authors: z.array(z.string()),
  language: z.string(),
  text: z.string(),
  blocks: z.array(Span.extend({ role: Role })),
  evidence: z.array(Evidence).meta({ description: "Its statements, in text order" }),
  doubts: z.array(Doubt),
  history: z.array(ArticleLine).meta({ description: "All versions of its page, this one too, in the order they came to be" }),
  copies: z
    .array(z.object({ article: ArticleLine, share: z.number() }))
    .meta({ description: "Articles that hold the same text, and how much of the shorter one" }),
}).meta({ id: "ArticleSheet" }) satisfies z.ZodType<Ledger.ArticleSheet>

const Change = z
  .object({
    kind: z.enum(["added", "removed", "altered"]),
    says: z.string(),
    effect: z.int(),
    before: Evidence.nullable(),
    after: Evidence.nullable(),
  })
  .meta({ id: "Change" }) satisfies z.ZodType<Ledger.Change>

/** A page through its versions. */
export const History = z
  .object({
    page: z.string(),
    versions: z.array(ArticleLine),
    steps: z.array(z.object({ from: Id, to: Id, changes: z.array(Change) })),
  })
  .meta({ id: "History" }) satisfies z.ZodType<Ledger.History>
