import { z } from "zod"
import type * as Ledger from "../../ledger/index.ts"
import { AgentLine } from "./agents.ts"
import { Evidence } from "./evidence.ts"
import { ArticleLine, JudgementLine } from "./lines.ts"
import { AsOf, Flag, Id, Paging, pageOf, Span, Stance, Words } from "./words.ts"

/** Which claims; all that is given must hold. */
export const ClaimFilter = AsOf.extend({
  contested: Flag,
  unnamed: Flag,
  agent: Id.optional(),
  stance: Stance.optional(),
  outlet: Words.optional(),
  since: z.string().min(4).max(40).optional(),
  about: Words.optional().meta({ description: "Words of it, or names in it" }),
  order: z.enum(["weight", "newest"]).optional(),
})

/** How the board is asked for. */
export const BoardQuery = ClaimFilter.extend(Paging.shape)

const Voices = z
  .object({ asserts: z.int(), confirms: z.int(), denies: z.int(), declines: z.int(), unanswered: z.int() })
  .meta({ id: "Voices" })

const ClaimLine = z
  .object({
    id: Id,
    text: z.string(),
    contested: z.boolean(),
    voices: Voices,
    statements: z.int(),
    articles: z.int(),
    outlets: z.array(z.string()),
    unnamed: z.boolean(),
    firstAsserted: z.string().nullable(),
    firstDenied: z.string().nullable(),
    last: z.string().nullable(),
  })
  .meta({ id: "ClaimLine" }) satisfies z.ZodType<Ledger.ClaimLine>

const Alarm = z
  .object({ rule: z.string(), says: z.string(), articles: z.array(Id) })
  .meta({ id: "Alarm" }) satisfies z.ZodType<Ledger.Alarm>

const Independent = z.object({ least: z.int(), most: z.int() })

/** A claim on the board: its line, who stands where, how many first hands, alarms, and when it was spoken of. */
export const BoardLine = ClaimLine.extend({
  who: z
    .array(z.object({ agent: AgentLine.nullable(), words: z.string().nullable(), stance: Stance, turned: z.boolean() }))
    .meta({ description: "At most 4 of each stance, those who deny first; `words` where nobody is named" }),
  independent: Independent.extend({ count: z.int() }),
  alarms: z.array(Alarm),
  timeline: z
    .array(z.object({ day: z.string(), stance: Stance, statements: z.int() }))
    .meta({ description: "How often a stance was told on a day, in time order; at most 60" }),
}).meta({ id: "BoardLine" }) satisfies z.ZodType<Ledger.BoardLine>

export const Board = pageOf(BoardLine, "Board")

const PositionLine = z
  .object({
    agent: AgentLine.nullable(),
    voice: AgentLine.nullable(),
    words: z.string().nullable(),
    stance: Stance,
    turns: z.array(z.object({ stance: Stance, when: z.string().nullable(), statement: Id })),
    statements: z.array(Id),
  })
  .meta({ id: "PositionLine" }) satisfies z.ZodType<Ledger.PositionLine>

const Merge = z
  .object({ why: z.string(), articles: z.array(Id), statements: z.array(Id), from: z.array(Span.extend({ article: Id })) })
  .meta({ id: "Merge" }) satisfies z.ZodType<Ledger.Merge>

const OriginNode = z
  .object({
    kind: z.enum(["named", "document", "unnamed", "own", "nobody", "relay", "article"]),
    agent: AgentLine.nullable(),
    article: ArticleLine.nullable(),
    words: z.string(),
    statements: z.array(Id),
    merges: z.array(Merge),
    get carriedBy() {
      return z.array(OriginNode)
    },
  })
  .meta({ id: "OriginNode" })

const OriginSheet = z
  .object({
    independent: Independent,
    count: z.int(),
    roots: z.array(OriginNode),
    undecided: z.array(z.string()),
    alarms: z.array(Alarm),
  })
  .meta({ id: "OriginSheet" })

/** A claim with all that stands behind it. */
export const ClaimSheet = ClaimLine.extend({
  positions: z.array(PositionLine),
  origins: OriginSheet,
  evidence: z
    .array(Evidence)
    .meta({ description: "In time order; of very many the newest 400, and `/api/claims/{id}/statements` has all" }),
  earlier: z
    .string()
    .nullable()
    .meta({ description: "`cursor` for `/api/claims/{id}/statements` to go on with those before these; null where these are all" }),
  judgements: z.array(JudgementLine),
  near: z.array(z.object({ id: Id, text: z.string(), why: z.string() })),
}).meta({ id: "ClaimSheet" }) satisfies z.ZodType<Ledger.ClaimSheet>

/** Everything about an agent but what he said, which is a list of its own. */
export const AgentSheet = AgentLine.extend({
  names: z.array(z.string()),
  statements: z.int(),
  claims: z.int(),
  turned: z.array(z.object({ claim: Id, text: z.string(), position: PositionLine })),
  spokenForBy: z.array(AgentLine),
  suggests: z.array(z.object({ agent: AgentLine, why: z.string() })),
  judgements: z.array(JudgementLine),
}).meta({ id: "AgentSheet" }) satisfies z.ZodType<Ledger.AgentSheet>
