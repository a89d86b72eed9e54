import { z } from "zod"
import { Id } from "./words.ts"

const Source = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("url"), url: z.string().min(1).max(2000) }),
  z.object({
    kind: z.literal("text"),
    text: z.string().min(1).max(2_000_000),
    title: z.string().max(500).optional(),
    url: z.string().max(2000).optional(),
    authors: z.array(z.string().max(200)).max(30).optional(),
  }),
])

/** Articles handed in as JSON. Files come as multipart/form-data, any number of fields `file`, beside `url`, `text`, `publisher`, `published`. */
export const NewArticles = z
  .object({
    sources: z.array(Source).min(1).max(200),
    publisher: z.string().trim().min(1).max(200).optional().meta({ description: "Stronger than what the pages say" }),
    published: z.string().min(4).max(40).optional().meta({ description: "ISO 8601; stronger than what the pages say" }),
  })
  .meta({ id: "NewArticles" })

/** One source of a job. */
const JobItem = z.object({
  source: z.string().meta({ description: "By which a person knows it again: an address, “story.html”, “records.jsonl:17”, “pasted text”" }),
  state: z.enum(["waiting", "fetching", "reading", "entering", "done", "failed"]),
  article: Id.nullable(),
  outcome: z.enum(["new", "version", "again", "known"]).nullable(),
  statements: z.int().nullable(),
  problem: z.object({ reason: z.string(), remedy: z.string() }).nullable(),
})

/** Work that goes on after the answer. */
export const Job = z
  .object({
    id: z.string(),
    at: z.string(),
    state: z.enum(["running", "done"]),
    done: z.int().meta({ description: "Sources that are finished, failed ones too" }),
    total: z.int(),
    failed: z.int(),
    items: z.array(JobItem),
  })
  .meta({ id: "Job" })
