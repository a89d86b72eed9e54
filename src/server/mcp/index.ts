import { createMcpHandler, McpServer } from "@modelcontextprotocol/server"
import type { Hono } from "hono"
import { bodyOf } from "../guard/body.ts"
import type { House } from "../routes/shared.ts"
import { tools } from "./tools.ts"

/**
 * The ledger for language models (Model Context Protocol, streamable HTTP): every answer carries the sentence, its span and its addresses, so
 * that what a model says can be traced back. Each request stands for itself; tools that change the ledger are there only for whoever holds the
 * token.
 */
export function mcpRoute(app: Hono, house: House): void {
  app.all("/mcp", async ({ req }) => {
    const { writing } = house.rights.of(req.raw)
    const base = new URL(req.url).origin
    const handler = createMcpHandler(() => served(house, { writing, base }), { keepAliveMs: 0 })
    return handler.fetch(await withBody(req.raw))
  })
}

function served(house: House, asked: { readonly writing: boolean; readonly base: string }): McpServer {
  const server = new McpServer(
    { name: "hearsay", title: "Hearsay", version: house.world.version ?? "0" },
    {
      instructions:
        "Who said what, on whose word, and who says otherwise. Nothing here says what is true. Cite the sentence and the page of each statement.",
    },
  )
  tools(server, house, asked)
  return server
}

/** The most a call may hold, in bytes. */
const MOST_CALL_BYTES = 2_500_000

/** The request with a body whose size was checked as it was read. */
async function withBody(request: Request): Promise<Request> {
  if (request.method !== "POST") return request
  const body = await bodyOf(request, MOST_CALL_BYTES)
  const headers = new Headers(request.headers)
  headers.delete("content-encoding")
  headers.delete("content-length")
  return new Request(request.url, { method: "POST", headers, body })
}
