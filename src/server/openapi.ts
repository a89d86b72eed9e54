import { z } from "zod"
import { ProblemSchema, ROUTES, type Route } from "./contract/index.ts"

/** A value of a JSON document. */
type Json = { readonly [key: string]: unknown }

/**
 * The API as OpenAPI 3.1 describes it, made of the very schemas that requests are checked by. Its schemas are JSON Schema 2020-12, which zod
 * writes itself.
 */
export function openapi(version: string): Json {
  const routes: readonly Route[] = Object.values(ROUTES)
  const schemas = schemasOf(routes)
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route, schemas) }
  return {
    openapi: "3.1.0",
    info: {
      title: "Hearsay",
      version,
      summary: "Who said what, on whose word, and who says otherwise",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: schemas.named,
      securitySchemes: { token: { type: "http", scheme: "bearer" }, cookie: { type: "apiKey", in: "cookie", name: "hearsay" } },
    },
  }
}

interface Schemas {
  /** Those with a name of their own. */
  readonly named: Json
  /** Every schema used, by itself, with references to those with a name. */
  readonly of: (schema: z.ZodType) => Json
}

/** All schemas are written in one go, so that what has a name is written once. */
function schemasOf(routes: readonly Route[]): Schemas {
  const used = [
    ...new Set([
      ProblemSchema,
      ...routes.flatMap(({ params, query, body, answer }) => [params, query, body, answer].filter(each => each !== undefined)),
    ]),
  ]
  const whole = z.object(Object.fromEntries(used.map((schema, at) => [`s${at}`, schema])))
  const { properties, $defs } = inComponents(z.toJSONSchema(whole, { io: "input", unrepresentable: "any" })) as {
    readonly properties: Record<string, Json>
    readonly $defs: Json
  }
  return { named: $defs, of: schema => properties[`s${used.indexOf(schema as (typeof used)[number])}`]! }
}

function inComponents(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))
}

function operation(route: Route, schemas: Schemas): Json {
  const { name, summary, right, params, query, body, answer, status = 200, type = "application/json" } = route
  return {
    operationId: name,
    summary,
    parameters: [...parameters(params, "path", schemas), ...parameters(query, "query", schemas)],
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: schemas.of(body) } } } }),
    responses: {
      [status]: {
        description: "As asked",
        content: { [type]: { schema: type === "application/json" ? schemas.of(answer) : { type: "string" } } },
      },
      default: { description: "A problem", content: { "application/problem+json": { schema: schemas.of(ProblemSchema) } } },
    },
    ...(right === "none" ? { security: [] } : { security: right === "write" ? HELD : [...HELD, {}] }),
  }
}

const HELD = [{ token: [] }, { cookie: [] }]

function parameters(schema: z.ZodType | undefined, where: "path" | "query", schemas: Schemas): readonly Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemas.of(schema) as { properties?: Record<string, Json>; required?: readonly string[] }
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema: each,
  }))
}
