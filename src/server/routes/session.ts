import type { Hono } from "hono"
import { type Extent, extent } from "../../ledger/index.ts"
import { answer, json, respond } from "../answer.ts"
import { ROUTES } from "../contract/index.ts"
import type { House } from "./shared.ts"

/** Counting every row takes long in a large ledger: what was counted holds for so long. */
const COUNTED_FOR_MS = 10_000

/** What the server is, and who may do what. */
export function sessionRoutes(app: Hono, { world, ledger, rights }: House): void {
  let counted: { readonly at: number; readonly extent: Promise<Extent> } | null = null
  const extentNow = () => {
    const at = Date.parse(world.now())
    if (!counted || at - counted.at > COUNTED_FOR_MS) {
      counted = { at, extent: extent(ledger.db) }
      counted.extent.catch(() => {
        counted = null
      })
    }
    return counted.extent
  }
  answer(app, ROUTES.about, async ({ context }) => {
    const session = rights.of(context.req.raw)
    return {
      name: "hearsay" as const,
      version: world.version ?? "unknown",
      extent: session.reading ? await extentNow() : null,
      session,
      readingOpen: world.readingOpen,
    }
  })
  respond(app, ROUTES.logIn, ({ body, context }) => {
    const secure = context.req.url.startsWith("https:")
    return json({ reading: true, writing: true }, 200, { "set-cookie": rights.logIn(body.token, secure), "cache-control": "no-store" })
  })
  respond(app, ROUTES.logOut, ({ context }) => {
    const session = { reading: world.readingOpen, writing: false }
    return json(session, 200, { "set-cookie": rights.logOut(context.req.raw), "cache-control": "no-store" })
  })
}
