import type { Context, Hono } from "hono"
import type { z } from "zod"
import type { Route } from "./contract/index.ts"
import { checkTexts } from "./guard/address.ts"
import { jsonOf } from "./guard/body.ts"
import { Wrong } from "./problems.ts"

/** An answer as the ledger gives it fits the contract, though its lists are read only. */
export type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T

/** What was asked, checked against the contract. */
export interface Asked<Params, Query, Body> {
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly context: Context
}

export type Handler<R extends Route> = (
  asked: Asked<Given<R["params"]>, Given<R["query"]>, Given<R["body"]>>,
) => Promise<Response> | Response

/** What a schema gives; a route without one gives nothing to look at. */
type Given<Schema> = z.output<Extract<Schema, z.ZodType>>

/** Answers a route by a handler that gives a whole response: streams, feeds, cookies. */
export function respond<R extends Route>(app: Hono, route: R, handler: Handler<R>): void {
  app.on(route.method.toUpperCase(), honoPath(route.path), async context => {
    const params = checked(route.params, context.req.param(), "path")
    const query = checked(route.query, context.req.query(), "query")
    const body = route.body && checked(route.body, await jsonBody(context), "body")
    return handler({ params, query, body, context } as Parameters<Handler<R>>[0])
  })
}

/** Answers a route in JSON. */
export function answer<R extends Route>(
  app: Hono,
  route: R,
  handler: (asked: Parameters<Handler<R>>[0]) => Promise<Frozen<z.output<R["answer"]>>> | Frozen<z.output<R["answer"]>>,
): void {
  respond(app, route, async asked => json(await handler(asked), route.status))
}

/** “/api/claims/{id}” as Hono writes it: “/api/claims/:id”. */
function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1")
}

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json; charset=utf-8", ...headers } })
}

async function jsonBody({ req }: Context): Promise<unknown> {
  const value = await jsonOf(req.raw)
  checkTexts(value)
  return value
}

/** A value by its schema. Throws `Wrong` that names each field. */
export function checked<Schema extends z.ZodType>(schema: Schema | undefined, value: unknown, where: string): z.output<Schema> | undefined {
  if (!schema) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.slice(0, MOST_ERRORS).map(({ path, message }) => ({ at: [where, ...path].join("."), says: message }))
  const [first] = errors
  throw new Wrong("malformed", `${first!.at}: ${first!.says}`, "see /api/openapi.json for what is expected", { errors })
}

const MOST_ERRORS = 20

/** What the ledger gave, or that there is none. Throws `Wrong`. */
export function found<T>(value: T | null, what: string): T {
  if (value !== null) return value
  throw new Wrong("not-found", `the ledger holds no ${what} of that id`, "check the id, or look for it on the board")
}
