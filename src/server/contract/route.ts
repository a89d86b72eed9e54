import type { z } from "zod"

/** What the asker must be allowed: to read, which may be open to all, or to write, which always needs the token. */
export type Right = "none" | "read" | "write"

/** What is asked for, said once: routes, types and the OpenAPI document are made of it. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** The name of the operation: "claimSheet". */
  readonly name: string
  readonly method: "get" | "post" | "delete"
  /** As OpenAPI writes it: "/api/claims/{id}". */
  readonly path: string
  readonly summary: string
  readonly right: Right
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answer: Answer
  /** Of the answer; defaults to 200. */
  readonly status?: 200 | 201 | 202
  /** Defaults to JSON. Other types are streams or documents of their own; then `answer` tells one item of it. */
  readonly type?: "application/json" | "text/event-stream" | "application/atom+xml" | "application/x-ndjson" | "text/csv"
}

/** A route with the types it was given. */
export function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType>(
  given: Route<Params, Query, Body, Answer>,
): Route<Params, Query, Body, Answer> {
  return given
}
