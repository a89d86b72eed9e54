import { z } from "zod"
import type * as Ledger from "../../ledger/index.ts"
import { Id } from "./words.ts"

/** An article in a list. */
export const ArticleLine = z
  .object({
    id: Id,
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    published: z.string().nullable(),
    modified: z.string().nullable(),
    read: z.string(),
    version: z.int(),
    versions: z.int(),
  })
  .meta({ id: "ArticleLine" }) satisfies z.ZodType<Ledger.ArticleLine>

const Ids = z.array(Id)

const Ruling = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("unite"), what: z.enum(["agents", "claims"]), ids: Ids.min(2).max(50) }),
    z.object({ kind: z.literal("part"), what: z.enum(["agents", "statements"]), ids: Ids.min(1).max(50) }),
    z.object({ kind: z.literal("cut"), claim: Id, articles: z.tuple([Id, Id]) }),
    z.object({
      kind: z.literal("correct"),
      statement: Id,
      field: z.enum(["source", "stance", "act", "certainty", "polarity", "said", "claim"]),
      value: z.string().max(300),
    }),
    z.object({ kind: z.literal("dismiss"), id: Id }),
    z.object({ kind: z.literal("confirm"), id: Id }),
    z.object({ kind: z.literal("undo"), judgement: Id }),
  ])
  .meta({ id: "Ruling", description: "What a judgement does" })

/** A person's reason, and the person. */
const Signed = z.object({
  who: z.string().trim().min(1).max(120).meta({ description: "Who says so" }),
  why: z.string().trim().min(1).max(2000).meta({ description: "The reason, in words" }),
})

/** A judgement handed in. */
export const NewJudgement = Signed.extend({ ruling: Ruling }).meta({ id: "NewJudgement" })

/** Why a judgement is undone. */
export const Undoing = Signed.meta({ id: "Undoing" })

/** A judgement as it stands in the history. */
export const JudgementLine = z
  .object({
    id: Id,
    at: z.string(),
    who: z.string(),
    why: z.string(),
    ruling: Ruling,
    says: z.string(),
    where: z.object({ article: Id, statement: Id }).nullable().meta({ description: "Where the statement stands that it speaks of" }),
    undoneBy: Id.nullable(),
    orphan: z.boolean(),
  })
  .meta({ id: "JudgementLine" })
