import { z } from "zod"
import type { Span as CoreSpan } from "../../core/index.ts"

/** An id of the ledger: a kind and a hash, "claim_8f3a…". What no ledger holds is not found rather than malformed, so that anything short passes. */
export const Id = z.string().min(1).max(120).meta({ description: "An id of the ledger", example: "claim_8f3a0c5d2b7e4a19" })

/** A stretch of an article's text. */
export const Span = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .meta({ id: "Span", description: "UTF-16 code units of the article's text, end not included" }) satisfies z.ZodType<CoreSpan>

/** Where a source stands on what is said. */
export const Stance = z
  .enum(["asserts", "confirms", "denies", "declines", "unanswered"])
  .meta({ id: "Stance", description: "`declines`: will not comment; `unanswered`: asked, no answer by publication" })

export const Act = z.enum(["assertive", "directive", "commissive", "expressive", "attitude"])
export const Certainty = z.enum(["certain", "probable", "possible"])
export const Form = z.enum(["direct", "indirect", "mixed"])
export const AgentKind = z.enum(["person", "organization", "group", "publication", "document", "unnamed"])
export const Role = z.enum(["title", "dek", "byline", "caption", "credit", "heading", "paragraph", "list-item", "blockquote", "leftover"])

/** Words a person types in to find something. */
export const Words = z.string().trim().min(1).max(200)

/** Which part of a list. Every list takes these two. */
export const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(200).optional().meta({ description: "1 to 200; defaults to 50" }),
  cursor: z.string().max(300).optional().meta({ description: "`next` of the page before" }),
})

/** As of when. */
export const AsOf = z.object({
  at: z
    .string()
    .min(4)
    .max(40)
    .optional()
    .meta({ description: "As it was known then: 2024-11-10 counts to the end of that day", example: "2024-11-10" }),
})

/** A yes in an address: `?contested` and `?contested=true`. */
export const Flag = z
  .enum(["", "true", "false", "1", "0"])
  .transform(word => word !== "false" && word !== "0")
  .optional()

/** A page of a list: its items, and where it goes on; `next` is null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item, id: string) {
  return z
    .object({ items: z.array(item), next: z.string().nullable().meta({ description: "Give it as `cursor` to go on; null at the end" }) })
    .meta({ id })
}
