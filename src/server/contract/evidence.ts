import { z } from "zod"
import type * as Ledger from "../../ledger/index.ts"
import { AgentLine } from "./agents.ts"
import { ArticleLine } from "./lines.ts"
import { Act, Certainty, Form, Id, pageOf, Span, Stance } from "./words.ts"

/** A statement with the sentence it stands in. Spans count in the text of its article. */
export const Evidence = z
  .object({
    id: Id,
    claim: Id.nullable(),
    article: ArticleLine,
    past: z.boolean(),
    agent: AgentLine.nullable(),
    stance: Stance,
    act: Act,
    certainty: Certainty,
    polarity: z.enum(["positive", "negative"]),
    form: Form,
    source: Span.nullable(),
    cue: Span.nullable(),
    content: z.array(Span),
    words: z.string(),
    sentence: Span.extend({ text: z.string() }),
    relayedBy: z.array(AgentLine),
    citing: Span.extend({ kind: z.enum(["anonymous", "named", "document"]), words: z.string(), agents: z.array(AgentLine) }).nullable(),
    to: Span.extend({ words: z.string() }).nullable(),
    venue: Span.extend({ words: z.string() }).nullable(),
    askedBy: AgentLine.nullable(),
    said: z.string().nullable(),
    when: z.string(),
    confidence: z.number(),
    judged: z.array(Id),
  })
  .meta({ id: "Evidence" }) satisfies z.ZodType<Ledger.Evidence>

export const EvidencePage = pageOf(Evidence, "EvidencePage")
