import { z } from "zod"
import type * as Ledger from "../../ledger/index.ts"
import { AgentLine } from "./agents.ts"
import { Id, pageOf } from "./words.ts"

const Told = z.array(
  z.object({ words: z.string(), statements: z.int(), example: Id.meta({ description: "A statement that words it so" }) }),
)

/** How an outlet uses sources that it does not name. */
export const UnnamedLine = z
  .object({
    outlet: AgentLine,
    articles: z.int().meta({ description: "Articles with such a source" }),
    of: z.int().meta({ description: "Articles of the outlet in all" }),
    statements: z.int(),
    claims: z.int(),
    described: Told.meta({ description: "“a senior official”, the most frequent first; at most 20" }),
    reasons: Told.meta({ description: "Why they are not named, in the outlet's words; at most 20. What gives none is not counted" }),
  })
  .meta({ id: "UnnamedLine" }) satisfies z.ZodType<Ledger.UnnamedLine>

export const UnnamedPage = pageOf(UnnamedLine, "UnnamedPage")
