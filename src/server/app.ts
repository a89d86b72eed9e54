import { Hono } from "hono"
import { json } from "./answer.ts"
import { type Right, ROUTES } from "./contract/index.ts"
import { Desk } from "./desk/desk.ts"
import { checkAddress } from "./guard/address.ts"
import { HEADERS } from "./guard/headers.ts"
import { checkHost, checkOrigin } from "./guard/hosts.ts"
import { Meter, type Rates } from "./guard/rates.ts"
import { Rights } from "./guard/rights.ts"
import { mcpRoute } from "./mcp/index.ts"
import { openapi } from "./openapi.ts"
import { isFault, problemOf, Wrong } from "./problems.ts"
import { ledgerRoutes } from "./routes/ledger.ts"
import { pageRoutes } from "./routes/pages.ts"
import { sessionRoutes } from "./routes/session.ts"
import type { House } from "./routes/shared.ts"
import { streamRoutes } from "./routes/streams.ts"
import { writeRoutes } from "./routes/write.ts"
import { Streams } from "./streams.ts"
import { tags } from "./tags.ts"
import { Jobs } from "./work/jobs.ts"
import type { World } from "./world.ts"

/** A server without a socket: requests in, answers out. */
export interface App {
  /** `address` is where the request came from, by which requests are counted. */
  readonly fetch: (request: Request, address?: string) => Promise<Response>
  /** Ends streams, finishes the page at hand, and takes no more. */
  readonly stop: () => Promise<void>
}

/** Puts the server together. What it needs of the world arrives in one argument. */
export function makeApp(world: World): App {
  const { ledger, now } = world
  const clock = () => Date.parse(now())
  const desk = new Desk(ledger, now)
  const jobs = new Jobs(world, () => void desk.look().catch(() => {}))
  const rights = new Rights({ ...world, now: clock })
  const house: House = { world, ledger, rights, jobs, desk, streams: new Streams() }
  const app = routed(house, new Meter(clock))
  return {
    fetch: (request, address = "unknown") => guarded(request, world, asked => app.fetch(asked, { address })),
    async stop() {
      house.streams.close()
      desk.stop()
      await jobs.stop()
    },
  }
}

type Respond = (request: Request) => Response | Promise<Response>

/** What holds for every answer, errors too, is put on last, from outside. */
async function guarded(request: Request, world: World, respond: Respond): Promise<Response> {
  const response = await answered(request, world, respond)
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value)
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store")
  return new Response(response.body, { status: response.status, headers })
}

async function answered(request: Request, world: World, respond: Respond): Promise<Response> {
  try {
    checkAddress(request)
    checkHost(request, world.names)
    checkOrigin(request)
    return request.method === "HEAD" ? await headOf(request, respond) : await respond(request)
  } catch (error) {
    return problemOf(error, request.method)
  }
}

/** What GET would answer, without its body; a stream that was begun for it is ended. */
async function headOf(request: Request, respond: Respond): Promise<Response> {
  const { status, headers, body } = await respond(new Request(request.url, { headers: request.headers }))
  await body?.cancel()
  return new Response(null, { status, headers })
}

function routed(house: House, meter: Meter): Hono {
  const { world, rights, ledger } = house
  const app = new Hono()
  app.onError((error, { req }) => {
    if (isFault(error)) world.note(`${req.method} ${req.path}: ${error.stack ?? error.message}`)
    return problemOf(error, req.method)
  })
  app.use(async ({ req, env }, next) => {
    const kind = kindOf(req.method, req.path)
    if (world.rates) meter.take((env as { readonly address: string }).address, kind, world.rates[kind])
    rights.check(req.raw, rightFor(req.method, req.path))
    await next()
  })
  app.use(tags(ledger))
  const document = openapi(world.version ?? "unknown")
  app.get("/api/openapi.json", () => json(document, 200, { "cache-control": "no-cache" }))
  for (const routes of [sessionRoutes, ledgerRoutes, writeRoutes, streamRoutes, mcpRoute]) routes(app, house)
  app.all("/api/*", ({ req }) => refused(req.method, req.path))
  app.all("/feeds/*", ({ req }) => refused(req.method, req.path))
  pageRoutes(app, world.pages)
  app.all("*", ({ req }) => refused(req.method, req.path))
  return app
}

function kindOf(method: string, path: string): keyof Rates {
  if (path === ROUTES.logIn.path && method === "POST") return "login"
  return method === "GET" || path === "/mcp" ? "read" : "write"
}

/** What a request must be allowed, by the route it is for; what is no route is only to be read. */
function rightFor(method: string, path: string): Right {
  if (path === "/api/openapi.json" || !/^\/(?:api|feeds|mcp)(?:\/|$)/.test(path)) return "none"
  return routeFor(method, path)?.right ?? (path === "/api" ? "none" : "read")
}

function routeFor(method: string, path: string) {
  return routesAt(path).find(route => route.method.toUpperCase() === method)
}

const PATTERNS = Object.values(ROUTES).map(route => ({ route, pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, "[^/]+")}$`) }))

function routesAt(path: string) {
  return PATTERNS.filter(({ pattern }) => pattern.test(path)).map(({ route }) => route)
}

function refused(method: string, path: string): never {
  const allowed = [...new Set(routesAt(path).map(route => route.method.toUpperCase()))]
  if (allowed.length === 0) throw new Wrong("not-found", "there is nothing at this address", "see /api/openapi.json for what there is")
  throw new Wrong("method-not-allowed", `${method.slice(0, 20)} is not done here`, `use ${allowed.join(" or ")}`, {
    headers: { allow: allowed.join(", ") },
  })
}
